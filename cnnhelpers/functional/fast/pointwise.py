"""Convolution with 1×1 kernels: a product of the filters and each image's pixels, as they lie.

Source: Lin, Chen and Yan (2014), "Network in network", uses them as a dense layer at each pixel.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional.fast import results, workers
from cnnhelpers.functional.windows import Windows

gradients = None  # they share no work


def can(shape: tuple[int, ...], windows: Windows, groups: int) -> bool:
    """Return whether the kernels are 1×1, with nothing between or around the pixels."""
    dense = windows.stride == (1, 1) == windows.dilation and windows.output == windows.input
    return dense and windows.kernel == (1, 1) and windows.padding == ((0, 0), (0, 0))


def forward(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None, windows: Windows, groups: int
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W), shape (N, C_out, H, W)."""
    matrix = weight.reshape(groups, len(weight) // groups, -1)
    output = results.empty((len(x), len(weight), *windows.output), x.dtype)
    pixels, flat = _by_group(x, groups), _by_group(output, groups)

    def work(start: int, stop: int) -> None:
        for n in range(start, stop):
            np.matmul(matrix, pixels[n], out=flat[n])
            if bias is not None:
                output[n] += bias[:, None, None]

    workers.share(len(x), work)
    return output


def input_gradient(
    grad_output: np.ndarray, weight: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of x: a product with the transposed filters."""
    matrix = weight.reshape(groups, len(weight) // groups, -1).swapaxes(1, 2)
    grad_x = results.empty(
        (len(grad_output), weight.shape[1] * groups, *windows.input), weight.dtype
    )
    pixels, flat = _by_group(grad_output, groups), _by_group(grad_x, groups)

    def work(start: int, stop: int) -> None:
        np.matmul(matrix, pixels[start:stop], out=flat[start:stop])

    workers.share(len(grad_x), work)
    return grad_x


def weight_gradient(
    grad_output: np.ndarray, x: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of weight (C_out, C_in/G, 1, 1), summed over the batch."""
    grad, pixels = _by_group(grad_output, groups), _by_group(x, groups).swapaxes(2, 3)

    def work(start: int, stop: int) -> np.ndarray:
        return np.matmul(grad[start:stop], pixels[start:stop]).sum(axis=0)

    return sum(workers.share(len(x), work)).reshape(grad_output.shape[1], -1, 1, 1)


def _by_group(images: np.ndarray, groups: int) -> np.ndarray:
    """(N, C, H, W) to (N, G, C/G, H·W)."""
    return images.reshape(len(images), groups, images.shape[1] // groups, -1)
