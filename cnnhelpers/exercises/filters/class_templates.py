"""Exercise: class_templates."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, given_all, instead, then


def class_templates(images: np.ndarray, labels: np.ndarray, classes: int) -> np.ndarray:
    """Return the mean image of each class: images (N, H, W) and labels (N,) -> (classes, H, W).

    The labels are whole numbers from 0 to ``classes - 1``. A class without an image gets zeros.
    """
    templates = np.zeros((classes, *images.shape[1:]))
    for label in range(classes):
        if np.any(labels == label):
            templates[label] = images[labels == label].mean(axis=0)
    return templates


def _labels(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


CASES = (
    case(images=floats([[1.0, 2.0]], [[3.0, 4.0]]), labels=_labels(1, 0), classes=2),
    case(
        images=floats([[1.0, 2.0]], [[3.0, 5.0]], [[6.0, 1.0]]), labels=_labels(0, 1, 0), classes=2
    ),
    case(images=whole(1, 5, 2, 3), labels=_labels(2, 0, 2, 1, 2), classes=3),
    case(images=halves(2, 6, 3, 2), labels=_labels(3, 0, 3, 0, 1, 3), classes=4),
    case(images=whole(3, 4, 2, 3).astype(np.int64), labels=_labels(1, 1, 0, 1), classes=3),
    case(images=whole(4, 7, 2, 4), labels=_labels(4, 4, 1, 1, 1, 0, 4), classes=5),
)


def by_torch(torch: Any, images: np.ndarray, labels: np.ndarray, classes: int) -> np.ndarray:
    pixels = torch.tensor(np.asarray(images), dtype=torch.float64)
    member = torch.nn.functional.one_hot(torch.tensor(labels), classes).to(pixels)
    sums = torch.einsum("nc,nhw->chw", member, pixels)
    return (sums / member.sum(0).clamp(min=1)[:, None, None]).numpy()


def each(summary):
    """``summary(images of the class)`` for each class."""

    def function(images, labels, classes):
        templates = np.zeros((classes, *images.shape[1:]))
        for label in range(classes):
            if np.any(labels == label):
                templates[label] = summary(images[labels == label])
        return templates

    return instead(function)


def counts(labels, classes):
    return np.maximum(np.bincount(labels, minlength=classes), 1)[:, None, None]


def present(labels, classes):
    """Which of the classes have an image."""
    return np.isin(range(classes), labels)[:, None, None]


def moved_up(images, labels, classes):
    return np.stack([images[labels == label].mean(axis=0) for label in np.unique(labels)])


def first_come(images, labels, classes):
    """The classes in the order in which they come; those without an image last."""
    order = list(dict.fromkeys(labels.tolist()))
    order += [label for label in range(classes) if label not in order]
    return class_templates(images, labels, classes)[order]


def each_last(a):
    """The last image of each class, zeros where there is none."""
    last = np.zeros((a["classes"], *a["images"].shape[1:]))
    last[a["labels"]] = a["images"]
    return last


def halfway(images):
    found = np.array(images[0], float)
    for image in images[1:]:
        found = (found + image) / 2
    return found


MISTAKES = (
    Mistake(
        "sum-for-mean",
        "It adds up the images of a class. It should return their mean: otherwise a class with "
        "more images gets a brighter template.",
        "Divide by the number of images in the class.",
        each(lambda x: x.sum(axis=0)),
    ),
    Mistake(
        "divided-by-all",
        "It divides by the number of all images. It should divide by the number in the class.",
        "How many images have this label?",
        then(lambda t, a: t * counts(a["labels"], a["classes"]) / len(a["labels"])),
    ),
    Mistake(
        "divided-by-classes",
        "It divides by the number of classes. It should divide by the number of images in a class.",
        "How many images have this label?",
        then(lambda t, a: t * counts(a["labels"], a["classes"]) / a["classes"]),
    ),
    Mistake(
        "count-one-larger",
        "It divides by one more than the number of images in the class. It should divide by their "
        "number.",
        "Against a division by 0, divide by `np.maximum(count, 1)`.",
        then(
            lambda t, a: (
                t * counts(a["labels"], a["classes"]) / (1 + counts(a["labels"], a["classes"]))
            )
        ),
    ),
    Mistake(
        "labels-from-one",
        "The template of class k comes in place k - 1, as if labels began with 1.",
        "The labels begin with 0: `range(classes)`.",
        given(labels=lambda labels: labels - 1),
    ),
    Mistake(
        "classes-taken-as-equal",
        "It divides all classes by the same number, as if they had equally many images. It should "
        "divide by the number in the class.",
        "How many images have this label?",
        then(lambda t, a: t * counts(a["labels"], a["classes"]) * a["classes"] / len(a["labels"])),
    ),
    Mistake(
        "wrong-axis",
        "The mean is taken over the wrong axes. It should run only over the images of a class.",
        "Images are the first axis: average over axis 0 only.",
        each(lambda x: x.mean()),
        each(lambda x: x.mean(axis=(0, 1))),
        each(lambda x: x.mean(axis=(0, 2))[:, None]),
        instead(lambda images, labels, classes: images.mean(axis=(1, 2))),
    ),
    Mistake(
        "classes-mixed",
        "All classes get the same template: the mean of all images.",
        "First choose the images of one class: `images[labels == label]`.",
        given_all(lambda a: {"labels": np.zeros_like(a["labels"]), "classes": 1}),
        instead(lambda images, labels, classes: np.stack([images.mean(axis=0)] * classes)),
    ),
    Mistake(
        "one-image",
        "It keeps one image of each class. It should return the mean of all images of the class.",
        "Each image of the class should count.",
        each(lambda x: x[0]),
        each(lambda x: x[-1]),
    ),
    Mistake(
        "last-image-only",
        "Where a label comes twice, only the last of its images counts.",
        "All images of a class should be added up. If you add at an array of labels with `+=`, "
        "each label gets only one image; a loop over the images adds all of them.",
        then(lambda t, a: each_last(a) / counts(a["labels"], a["classes"])),
    ),
    Mistake(
        "running-average",
        "The template is averaged with each new image in turn, so the last images count most.",
        "Add up all images of the class, then divide once.",
        each(halfway),
    ),
    Mistake(
        "median-for-mean",
        "It takes the median of each pixel. It should take the mean.",
        "`mean` instead of `median`.",
        each(lambda x: np.median(x, axis=0)),
    ),
    Mistake(
        "rounded",
        "The means are stored as whole numbers, at least where the images hold whole numbers. They "
        "should be floats.",
        "`np.zeros(shape)` holds decimals. With `dtype=images.dtype` it holds the same kind of "
        "numbers as `images`, and so does `np.zeros_like(images)`.",
        then(lambda t, a: np.trunc(t)),
        then(lambda t, a: t.astype(a["images"].dtype)),
    ),
    Mistake(
        "empty-class-nan",
        "A class without an image gets nan. It should get zeros.",
        "The mean of nothing is 0 / 0: look first whether there are images.",
        then(lambda t, a: np.where(present(a["labels"], a["classes"]), t, np.nan)),
    ),
    Mistake(
        "empty-class-missing",
        "A class without an image has no template, and the templates after it have moved up.",
        "Go through `range(classes)`, not through the labels that occur.",
        instead(moved_up),
    ),
    Mistake(
        "order-of-appearance",
        "The templates stand in the order in which the classes occur. Template 0 should belong to "
        "label 0.",
        "Use the label as the index: `templates[label]`.",
        instead(first_come),
    ),
    Mistake(
        "shape-lost",
        "The templates are flat. Each should have the shape of an image.",
        "Give the templates the shape of the images: `(classes, H, W)`.",
        then(lambda t, a: t.reshape(len(t), -1)),
    ),
)


def recipe(draw, image, images, classes, spread):
    last = {"all": classes, "missing": classes - 1, "one": 1}[spread]
    labels = draw.random.integers(0, max(1, last), images)
    return {"images": draw.array(images, *image), "labels": labels, "classes": classes}


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
            6,
            "there are not 6 images",
            (1, "there is 1 image"),
            (11, "there are 11 images"),
        ),
        factor(
            "classes",
            3,
            "there are not 3 classes",
            (2, "there are 2 classes"),
            (10, "there are 10 classes"),
        ),
        factor(
            "spread",
            "all",
            "a class has no image",
            ("missing", "the last class has no image"),
            ("one", "all images are of one class"),
        ),
    ),
    integers=("images",),
)

EXERCISE = Exercise(
    class_templates,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
    axes=("template", "row", "column"),
)
