"""Exercise: template_scores."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead, then


def template_scores(images: np.ndarray, templates: np.ndarray) -> np.ndarray:
    """Return ``m · x − |m|² / 2`` for each image x and each template m.

    Images (N, H, W) and templates (classes, H, W) give (N, classes). The highest score belongs to
    the nearest template, since ``|x − m|² = |x|² − 2 (m · x − |m|² / 2)``.
    """
    x = np.asarray(images, float).reshape(len(images), -1)
    weight = np.asarray(templates, float).reshape(len(templates), -1)
    return x @ weight.T - (weight**2).sum(axis=1) / 2


CASES = (
    case(images=floats([[1.0, 2.0]]), templates=floats([[3.0, 1.0]])),
    case(images=floats([[1.0, 2.0]], [[0.0, 3.0]]), templates=floats([[2.0, 1.0]])),
    case(images=floats([[1.0], [2.0]]), templates=floats([[2.0], [4.0]], [[0.5], [1.0]])),
    case(images=whole(1, 3, 2, 3), templates=whole(2, 2, 2, 3)),
    case(images=halves(3, 2, 3, 2), templates=halves(4, 4, 3, 2)),
    case(images=whole(5, 3, 2, 4), templates=whole(6, 3, 2, 4)),
    case(images=whole(7, 2, 2, 2), templates=whole(8, 2, 2, 2)),
)


def by_torch(torch: Any, images: np.ndarray, templates: np.ndarray) -> np.ndarray:
    x, m = (torch.tensor(np.asarray(a)).double().flatten(1) for a in (images, templates))
    return torch.nn.functional.linear(x, m, -m.square().sum(1) / 2).numpy()


def flat(function):
    """``function(x, m)`` of images and templates, a row each."""
    return instead(
        lambda images, templates: function(
            np.asarray(images, float).reshape(len(images), -1),
            np.asarray(templates, float).reshape(len(templates), -1),
        )
    )


def squares(m):
    return (m**2).sum(axis=1)


def distances(x, m):
    return ((x[:, None] - m) ** 2).sum(axis=2)


def products(a):
    return np.einsum("nhw,chw->nc", a["images"], a["templates"])


def unflattened(product):
    return instead(
        lambda images, templates: product(images, templates.T) - (templates**2).sum(axis=(1, 2)) / 2
    )


MISTAKES = (
    Mistake(
        "bias-missing",
        "The part −|m|²/2 is missing: a template with much ink wins too often.",
        "Subtract half of the template's sum of squares.",
        flat(lambda x, m: x @ m.T),
    ),
    Mistake(
        "bias-not-halved",
        "It subtracts the whole sum of squares. It should subtract half of it.",
        "Half of |m|² is right: look at the formula once more.",
        then(lambda scores, a: 2 * scores - products(a)),
    ),
    Mistake(
        "one-bias",
        "All classes get the same bias: the squares of all templates are added up. Each class "
        "should have a bias of its own.",
        "Sum over rows and columns only, not over the classes.",
        flat(lambda x, m: x @ m.T - (m**2).sum() / 2),
    ),
    Mistake(
        "not-flattened",
        "Images are not flattened before the product: `@` adds up along one axis only, and the "
        "score is a sum over rows and columns.",
        "First make each image, and each template, one row of numbers: "
        "`images.reshape(len(images), -1)`.",
        *(unflattened(product) for product in (np.matmul, np.dot)),
    ),
    Mistake(
        "bias-added",
        "|m|²/2 is added. It should be subtracted.",
        "Which sign has it in the formula?",
        flat(lambda x, m: x @ m.T + squares(m) / 2),
        flat(lambda x, m: x @ m.T + squares(m)),
    ),
    Mistake(
        "norm-not-squared",
        "It subtracts half of the norm |m|. It should subtract half of its square.",
        "`np.linalg.norm` takes a root. You need the sum of the squares of one template, without a "
        "root.",
        flat(lambda x, m: x @ m.T - np.sqrt(squares(m)) / 2),
        flat(lambda x, m: x @ m.T - np.sqrt(squares(m))),
    ),
    Mistake(
        "sum-not-squared",
        "It subtracts half of the template's sum. It should be the sum of its *squares*.",
        "Square the pixels before you add them up.",
        flat(lambda x, m: x @ m.T - m.sum(axis=1) / 2),
    ),
    Mistake(
        "sum-then-squared",
        "It subtracts half of the square of the template's sum. It should be the sum of its "
        "*squares*.",
        "Square the pixels before you add them up.",
        flat(lambda x, m: x @ m.T - m.sum(axis=1) ** 2 / 2),
    ),
    Mistake(
        "image-norm",
        "The sum of squares is that of the image. It should be that of the template.",
        "The bias belongs to the class, so it should not depend on the image.",
        flat(lambda x, m: x @ m.T - squares(x)[:, None] / 2),
    ),
    Mistake(
        "distance-for-score",
        "What it returns is made of distances to the templates. They can put the classes in the "
        "same order, but the numbers are not the scores.",
        "Open the bracket in |x − m|²: three parts. The square |x|² is the same for all classes, "
        "and is no part of a score.",
        flat(distances),
        flat(lambda x, m: -distances(x, m)),
        flat(lambda x, m: np.sqrt(distances(x, m))),
        flat(lambda x, m: -np.sqrt(distances(x, m))),
        flat(lambda x, m: -distances(x, m) / 2),
    ),
    Mistake(
        "cosine",
        "It divides by a norm, as for the cosine of an angle. The formula has no such division.",
        "Leave the division by the norm out.",
        flat(lambda x, m: x @ m.T / np.sqrt(squares(x)[:, None] * squares(m))),
        flat(lambda x, m: x @ m.T / np.sqrt(squares(m))),
    ),
    Mistake(
        "mean-for-sum",
        "It takes the mean of the products. The dot product should be their sum.",
        "Add up all products. Do not divide by the number of pixels.",
        flat(lambda x, m: (x @ m.T - squares(m) / 2) / x.shape[1]),
        flat(lambda x, m: x @ m.T / x.shape[1] - squares(m) / 2),
    ),
    Mistake(
        "reshaped-for-transposed",
        "Pixels of different templates are mixed: the rows of the templates are brought into "
        "another shape, where they should become columns.",
        "`reshape` leaves the numbers in their order, and only begins new rows at other places. "
        "`.T` makes a column of each row.",
        flat(lambda x, m: x @ m.reshape(m.shape[::-1]) - squares(m) / 2),
        flat(lambda x, m: x @ m.reshape(m.shape[::-1]) - squares(m.reshape(m.shape[::-1]).T) / 2),
    ),
    Mistake(
        "output-transposed",
        "Images and classes are exchanged. A row should belong to an image, a column to a class.",
        "The answer should have the shape (N, classes).",
        then(lambda answer, a: answer.T),
    ),
    Mistake(
        "class-for-scores",
        "It returns the class with the highest score. It should return all scores.",
        "Leave `argmax` to the caller.",
        then(lambda answer, a: answer.argmax(axis=1)),
    ),
)


def recipe(draw, image, images, classes):
    return {"images": draw.array(images, *image), "templates": draw.array(classes, *image)}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "image",
            (3, 3),
            "the images are not square",
            ((2, 4), "the images are wider than high"),
            ((4, 2), "the images are higher than wide"),
        ),
        factor(
            "images",
            3,
            "there are not 3 images",
            (1, "there is 1 image"),
            (5, "there are 5 images"),
        ),
        factor(
            "classes",
            3,
            "there are not 3 classes",
            (1, "there is 1 class"),
            (4, "there are 4 classes"),
        ),
    ),
    integers=("images",),
)

EXERCISE = Exercise(
    template_scores,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
    axes=("image", "score"),
)
