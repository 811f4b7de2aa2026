"""A batch norm folded into the layer before it, for evaluation. Notebook 12."""

from __future__ import annotations

import copy

import numpy as np

from cnnhelpers.nn.containers import Residual, Sequential
from cnnhelpers.nn.conv import ConvNd
from cnnhelpers.nn.layers import Linear
from cnnhelpers.nn.module import Module
from cnnhelpers.nn.norm import BatchNorm


def fuse_conv_bn(layer: Module, norm: Module) -> Module:
    """Return a copy of a convolution or dense layer that does what layer and norm do in turn.

    In evaluation batch norm is ``scale * x + shift`` with ``scale = weight / sqrt(running_var +
    eps)``: the weights take the scale, the bias the shift. Exact only right after a convolution or
    dense layer, and only in evaluation mode.

    Raises:
        TypeError: the two are not such layers.
        ValueError: their channels differ, or the norm is in training mode.
    """
    if not isinstance(layer, (ConvNd, Linear)) or not isinstance(norm, BatchNorm):
        raise TypeError(
            f"fuse_conv_bn: pass a convolution or dense layer and a batch norm, not {layer!r} and "
            f"{norm!r}."
        )
    if norm.training:
        raise ValueError(
            "fuse_conv_bn: in training the batch norm's statistics change with every batch; "
            "call eval() first."
        )
    weight = layer.weight.data
    if len(weight) != norm.num_features:
        raise ValueError(
            f"fuse_conv_bn: the layer has {len(weight)} outputs, the norm {norm.num_features}."
        )
    scale = 1 / np.sqrt(norm.running_var.astype(np.float64) + norm.eps)
    shift = -norm.running_mean * scale
    if norm.weight is not None:
        scale, shift = scale * norm.weight.data, shift * norm.weight.data + norm.bias.data
    fused = copy.deepcopy(layer)
    fused.weight.data = (weight * scale.reshape(-1, *[1] * (weight.ndim - 1))).astype(weight.dtype)
    if layer.bias is None:
        fused.bias = copy.deepcopy(norm.bias) or _parameter_like(norm)
        fused.bias.data = shift.astype(weight.dtype)
    else:
        fused.bias.data = (layer.bias.data * scale + shift).astype(weight.dtype)
    return fused


def _parameter_like(norm: Module):
    return type(norm)(norm.num_features).bias


def fuse(model: Module) -> Module:
    """Return a copy of ``model`` with every batch norm folded that stands right after its layer."""
    return _fuse(copy.deepcopy(model))


def _fuse(module: Module) -> Module:
    if isinstance(module, Residual):
        module.body = _fuse(module.body)
        module.shortcut = None if module.shortcut is None else _fuse(module.shortcut)
        module.after = None if module.after is None else _fuse(module.after)
    elif isinstance(module, Sequential):
        kept: dict[str, Module] = {}
        for name, layer in module.layers.items():
            last = next(reversed(kept), None)
            if isinstance(layer, BatchNorm) and isinstance(kept.get(last), (ConvNd, Linear)):
                kept[last] = fuse_conv_bn(kept[last], layer)
            else:
                kept[name] = _fuse(layer)
        module.layers = kept
    return module
