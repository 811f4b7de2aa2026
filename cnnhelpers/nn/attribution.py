"""What a network looks at in an image: cover a patch, or ask for the slope of each pixel."""

from __future__ import annotations

import numpy as np

from cnnhelpers.nn.modes import evaluating
from cnnhelpers.nn.module import Module, checked_module


def occlusion_map(
    model: Module,
    image: np.ndarray,
    label: int,
    size: int = 4,
    stride: int = 2,
    fill: float = 0.0,
) -> np.ndarray:
    """Return by how much the logit of ``label`` falls when a patch of the image is covered.

    The patch is ``size``×``size`` pixels of ``fill``, in all channels of the image (C, H, W).
    Position (i, j) of the map covers rows from ``i * stride`` and columns from ``j * stride``; the
    patch stays inside. Positive where covering hurts. ``model(images)`` maps (N, C, H, W) to
    logits (N, classes); it has to answer in evaluation mode.
    """
    model = checked_module(model, "occlusion_map: model")
    starts = [range(0, length - size + 1, stride) for length in image.shape[1:]]
    covered = []
    for top in starts[0]:
        for left in starts[1]:
            one = image.copy()
            one[:, top : top + size, left : left + size] = fill
            covered.append(one)
    with evaluating(model):
        logits = model(np.stack(covered))[:, label]
        whole = model(image[None])[0, label]
    return (whole - logits).reshape(len(starts[0]), len(starts[1]))


def saliency(model: Module, image: np.ndarray, label: int) -> np.ndarray:
    """Return how strongly the logit of ``label`` answers to each pixel: (H, W).

    That is the absolute slope of the logit, the largest over the channels of the image (C, H, W).
    ``model(images)`` gives logits (N, classes), and ``model.backward(slopes)`` turns slopes of the
    logits into slopes of the images. It has to answer in evaluation mode, and is left without
    gradients: ``model.zero_grad()``.
    """
    model = checked_module(model, "saliency: model")
    with evaluating(model):
        logits = model(image[None])
        slopes = np.zeros_like(logits)
        slopes[0, label] = 1
        grad = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(grad).max(axis=0)
