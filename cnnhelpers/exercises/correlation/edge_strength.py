"""Exercise: edge_strength."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.families.border import off_by_one
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, instead, then
from cnnhelpers.exercises.correlation.plane import correlate, correlate_by_torch, same


def edge_strength(image: np.ndarray) -> np.ndarray:
    """Return the strength of the edges of an image (H, W): (H - 2, W - 2).

    The root of gx² + gy², the correlations with the two Sobel kernels, valid positions only.
    """
    return np.hypot(correlate(image, _SOBEL), correlate(image, _SOBEL.T))


CASES = (
    case(image=floats([0.0, 0.0, 1.0], [0.0, 0.0, 1.0], [0.0, 1.0, 1.0])),
    case(image=floats([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [3.0, 3.0, 3.0])),
    case(image=floats([5.0, 0.0, 0.0, 0.0], [5.0, 5.0, 0.0, 0.0], [5.0, 5.0, 5.0, 0.0])),
    case(image=counted(4, 4) * 7 % 11),
    case(image=halves(1, 5, 4)),
    case(image=whole(2, 6, 7)),
)


def by_torch(torch: Any, image: np.ndarray) -> np.ndarray:
    sobel = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    across, down = reference.tensors(
        [correlate_by_torch(image, sobel), correlate_by_torch(image, sobel.T)]
    )
    return torch.hypot(across, down).numpy()


_SOBEL = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])


def by(combine, kernel=_SOBEL, correlate=correlate):
    return instead(lambda image: combine(correlate(image, kernel), correlate(image, kernel.T)))


prewitt, scharr = np.sign(_SOBEL), np.array([[-3.0, 0, 3], [-10, 0, 10], [-3, 0, 3]])


MISTAKES = (
    Mistake(
        "root-missing",
        "The squares are added, but the root is missing.",
        "The strength is the root of the sum of the squares: the length of an arrow (gx, gy).",
        by(lambda gx, gy: gx**2 + gy**2),
    ),
    Mistake(
        "one-number",
        "It is one norm over all pixels; each pixel should have a strength of its own.",
        "Take the root pixel by pixel. If you use `np.linalg.norm` of whole arrays: it adds up "
        "everything.",
        by(lambda gx, gy: np.sqrt((gx**2 + gy**2).sum())),
    ),
    Mistake(
        "absolute-sum",
        "It adds the absolute values |gx| + |gy|. That is a common short cut, but it is larger "
        "than the root of the squares.",
        "Square each, add, take the root.",
        by(lambda gx, gy: np.abs(gx) + np.abs(gy)),
    ),
    Mistake(
        "added-before-squared",
        "The two directions are added first, so that they cancel where their signs differ.",
        "Square each one first, then add.",
        by(lambda gx, gy: np.abs(gx + gy)),
        by(lambda gx, gy: gx + gy),
        by(lambda gx, gy: (gx + gy) ** 2),
    ),
    Mistake(
        "one-direction",
        "Only one of the two directions counts.",
        "Correlate with the Sobel kernel and with its transpose.",
        by(lambda gx, gy: np.abs(gx)),
        by(lambda gx, gy: np.abs(gy)),
        by(lambda gx, gy: gx),
        by(lambda gx, gy: gy),
    ),
    Mistake(
        "same-kernel-twice",
        "Both kernels look in the same direction; they should look in two.",
        "The second kernel should be the first one's transpose.",
        by(lambda gx, gy: np.sqrt(2) * np.abs(gx)),
        by(lambda gx, gy: np.sqrt(2) * np.abs(gy)),
    ),
    Mistake(
        "other-kernel",
        "The kernel is not Sobel's.",
        "Sobel's rows are (-1, 0, 1), (-2, 0, 2) and (-1, 0, 1).",
        by(np.hypot, prewitt),
        by(np.hypot, scharr),
        by(np.hypot, np.array([[0.0, 0, 0], [-1, 0, 1], [0, 0, 0]])),
    ),
    Mistake(
        "larger-of-both",
        "It takes the larger of the two directions; both should count.",
        "Square each, add, take the root.",
        by(lambda gx, gy: np.maximum(np.abs(gx), np.abs(gy))),
        by(np.maximum),
    ),
    Mistake(
        "averaged",
        "The answer is divided by a number; nothing should be divided.",
        "Square each, add, take the root.",
        by(lambda gx, gy: np.hypot(gx, gy) / np.sqrt(2)),
        by(lambda gx, gy: np.hypot(gx, gy) / 2),
        by(lambda gx, gy: np.hypot(gx, gy) / 4),
        by(lambda gx, gy: np.hypot(gx, gy) / 8),
        by(lambda gx, gy: np.hypot(gx, gy) / 9),
    ),
    Mistake(
        "padded",
        "The output is as large as the image, as if the image were padded.",
        "Keep only the places where the whole kernel lies on the image: two rows and two columns "
        "fewer.",
        by(np.hypot, correlate=same),
    ),
    off_by_one(),
    integer_dtype(),
    Mistake(
        "scaled-to-one",
        "The answer is divided by its largest value; it should stay as it is.",
        "The strength of an edge is √(gx² + gy²), whatever the others are.",
        then(lambda answer, a: answer / np.max(answer)),
    ),
)


def recipe(draw, image):
    return {"image": draw.array(*image)}


DOMAIN = Domain(recipe, (IMAGE,), integers=("image",))

EXERCISE = Exercise(
    edge_strength,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
