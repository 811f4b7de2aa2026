"""Networks of any depth for small digits: with or without batch norm, with or without shortcuts."""

from __future__ import annotations

from cnnhelpers import nn
from cnnhelpers.nn.init import kaiming_normal_
from cnnhelpers.shapes import whole_number


def deep_net(
    depth: int, *, batch_norm: bool = True, shortcuts: bool = True, channels: int = 8
) -> nn.Sequential:
    """Return a network of ``depth`` layers with weights for digits of one channel. Notebook 16.

    A 3×3 convolution with stride 2, blocks of two without, global average pooling, and a dense
    layer. Without ``shortcuts`` the same layers stand one after the other.

    Raises:
        ValueError: the depth is odd or below 4: it is 2 + 2 for each block.
    """
    depth = whole_number(depth, "deep_net: depth", 4)
    if depth % 2:
        raise ValueError(f"deep_net: depth must be even, 2 and 2 for each block, not {depth}.")
    first = nn.Sequential(*_conv(1, channels, batch_norm, stride=2), nn.ReLU())
    blocks = [_block(channels, batch_norm, shortcuts) for _ in range(depth // 2 - 1)]
    head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, 10))
    names = [f"block{number}" for number in range(1, len(blocks) + 1)]
    return nn.Sequential({"first": first, **dict(zip(names, blocks)), "head": head})


def _conv(inputs: int, outputs: int, batch_norm: bool, stride: int = 1) -> list[nn.Module]:
    layer = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=not batch_norm)
    kaiming_normal_(layer.weight)
    if layer.bias is not None:
        nn.init.constant_(layer.bias, 0)
    return [layer, nn.BatchNorm2d(outputs)] if batch_norm else [layer]


def _block(channels: int, batch_norm: bool, shortcut: bool) -> nn.Module:
    """Return two convolutions; the shortcut is added before the last ReLU."""
    body = [
        *_conv(channels, channels, batch_norm),
        nn.ReLU(),
        *_conv(channels, channels, batch_norm),
    ]
    if shortcut:
        return nn.Residual(nn.Sequential(*body), after=nn.ReLU())
    return nn.Sequential(*body, nn.ReLU())
