"""Three dimensions: a 3-D convolution is a sum of 2-D ones, one for each depth of the kernel.

Tap d of the kernel meets every S-th frame from d on; those frames are a batch of images. Derived
in notebook 08.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cnnhelpers.functional.checked import Convolution
from cnnhelpers.functional.fast import dispatch
from cnnhelpers.functional.windows import Windows


def forward(given: Convolution) -> np.ndarray:
    """Return the convolution (N, C_out, D_out, H_out, W_out)."""
    output, bias = 0, given.bias
    for tap, frames in _taps(given.windows):
        images = _as_images(_padded(given)[:, :, frames])
        weight = np.ascontiguousarray(given.weight[:, :, tap])
        output += dispatch.forward(images, weight, bias, _flat(given.windows), given.groups)
        bias = None  # added once
    return _as_volumes(output, len(given.x), given.windows.output[0])


def input_gradient(grad_output: np.ndarray, given: Convolution) -> np.ndarray:
    """Return the gradient of x (N, C_in, D, H, W)."""
    images, padded = _as_images(grad_output), np.zeros_like(_padded(given))
    for tap, frames in _taps(given.windows):
        weight = np.ascontiguousarray(given.weight[:, :, tap])
        grad = dispatch.input_gradient(images, weight, _flat(given.windows), given.groups)
        padded[:, :, frames] += _as_volumes(grad, len(given.x), given.windows.output[0])
    before, depth = given.windows.padding[0][0], given.windows.input[0]
    return np.ascontiguousarray(padded[:, :, before : before + depth])


def weight_gradient(grad_output: np.ndarray, given: Convolution) -> np.ndarray:
    """Return the gradient of weight (C_out, C_in/groups, K_D, K_H, K_W)."""
    grad, images = np.zeros_like(given.weight), _as_images(grad_output)
    for tap, frames in _taps(given.windows):
        x = _as_images(_padded(given)[:, :, frames])
        grad[:, :, tap] = dispatch.weight_gradient(images, x, _flat(given.windows), given.groups)
    return grad


def _taps(place: Windows) -> Iterator[tuple[int, slice]]:
    """Yield each depth of the kernel with the padded frames that it meets."""
    stride, count = place.stride[0], place.output[0]
    for tap in range(place.kernel[0]):
        first = tap * place.dilation[0]
        yield tap, slice(first, first + stride * (count - 1) + 1, stride)


def _padded(given: Convolution) -> np.ndarray:
    """Return x with padding in depth only; the 2-D convolutions pad the rest."""
    before_after = given.windows.padding[0]
    return np.pad(given.x, ((0, 0), (0, 0), before_after, (0, 0), (0, 0)))


def _flat(place: Windows) -> Windows:
    """Return the windows over one frame."""
    return Windows(*(field[1:] for field in place))


def _as_images(volumes: np.ndarray) -> np.ndarray:
    """(N, C, D, H, W) to (N·D, C, H, W)."""
    frames = volumes.swapaxes(1, 2)
    return np.ascontiguousarray(frames).reshape(len(frames) * frames.shape[1], *frames.shape[2:])


def _as_volumes(images: np.ndarray, batch: int, depth: int) -> np.ndarray:
    """(N·D, C, H, W) to (N, C, D, H, W)."""
    return np.ascontiguousarray(images.reshape(batch, depth, *images.shape[1:]).swapaxes(1, 2))
