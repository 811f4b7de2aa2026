"""Exercise: permute_pixels."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, instead, then


def permute_pixels(images: np.ndarray, permutation: np.ndarray) -> np.ndarray:
    """Move the pixels of all images (N, 1, H, W) by one permutation of the H * W places.

    Pixel k of the answer, counted row by row, is pixel ``permutation[k]`` of the image.
    """
    images = np.asarray(images)
    return images.reshape(len(images), -1)[:, permutation].reshape(images.shape)


def _permutation(*order: int) -> np.ndarray:
    return np.array(order, dtype=np.int64)


CASES = (
    case(images=floats([[[1.0, 2.0]]]), permutation=_permutation(0, 1)),
    case(images=floats([[[1.0, 2.0, 3.0]]]), permutation=_permutation(1, 2, 0)),
    case(
        images=floats([[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]]),
        permutation=_permutation(3, 0, 5, 4, 1, 2),
    ),
    case(
        images=floats([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]], [[[7.0, 8.0, 9.0], [0.0, 0.5, 1.0]]]),
        permutation=_permutation(2, 0, 5, 1, 3, 4),
    ),
    case(
        images=whole(3, 3, 1, 3, 3),
        permutation=_permutation(4, 8, 0, 1, 7, 2, 3, 5, 6),
    ),
)


def by_torch(torch: Any, images: np.ndarray, permutation: np.ndarray) -> np.ndarray:
    pixels, order = reference.tensors([images])[0], torch.tensor(permutation)
    return pixels.flatten(1).index_select(1, order).view_as(pixels).numpy()


def by_columns(images, permutation):
    turned = np.swapaxes(images, -1, -2)
    moved = turned.reshape(len(images), -1)[:, permutation].reshape(turned.shape)
    return np.swapaxes(moved, -1, -2)


def first_only(images, permutation):
    moved = images.copy()
    moved[0] = images[0].reshape(-1)[permutation].reshape(images.shape[1:])
    return moved


def whole_batch(images, permutation):
    return images.reshape(-1)[permutation].reshape(images.shape)


def first_repeated(images, permutation):
    return np.repeat(permute_pixels(images[:1], permutation), len(images), axis=0)


def read_after_writing(images, permutation):
    flat = images.reshape(len(images), -1).copy()
    for place, source in enumerate(permutation):
        flat[:, place] = flat[:, source]
    return flat.reshape(images.shape)


MISTAKES = (
    Mistake(
        "inverse-permutation",
        "The pixels move the other way: pixel k goes to place permutation[k]. Place k should get "
        "pixel permutation[k].",
        "An index on the right of `=` takes pixels from there; an index on the left puts pixels "
        "there.",
        given(permutation=np.argsort),
    ),
    Mistake(
        "shape-lost",
        "The images stay flat: each is a row of pixels.",
        "Give the answer the shape of `images`.",
        then(lambda answer, a: answer.reshape(len(answer), -1)),
        then(lambda answer, a: answer.reshape(len(answer), 1, -1)),
    ),
    Mistake(
        "by-columns",
        "The pixels are counted down the columns; they should be counted along the rows.",
        "`reshape` and `flatten` count along the rows by themselves, unless they are given "
        '`order="F"` or a transposed image.',
        instead(by_columns),
    ),
    Mistake(
        "unchanged",
        "It returns the images as they came.",
        "Indexing with the permutation makes a new array: return that.",
        then(lambda answer, a: a["images"]),
    ),
    Mistake(
        "first-image-only",
        "Only the first image of the batch is permuted.",
        "The permutation should be used on each image.",
        instead(first_only),
    ),
    Mistake(
        "batch-forgotten",
        "The whole batch is permuted as one row of pixels: it is right for a single image only.",
        "Flatten each image by itself.",
        instead(whole_batch),
    ),
    Mistake(
        "first-image-for-all",
        "The answer is made of the first image alone.",
        "Each image should have its own answer.",
        then(lambda answer, a: answer[:1]),
        then(lambda answer, a: answer[0]),
        instead(first_repeated),
    ),
    Mistake(
        "read-after-writing",
        "Pixels are read that have been overwritten already.",
        "Write into a new array, and read from the old one.",
        instead(read_after_writing),
    ),
)


def recipe(draw, image, images):
    height, width = image
    order = draw.random.permutation(height * width)
    return {"images": draw.array(images, 1, height, width), "permutation": order}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "image",
            (3, 3),
            "the image is not square",
            ((2, 4), "the image is wider than high"),
            ((4, 2), "the image is higher than wide"),
        ),
        factor(
            "images",
            2,
            "there are not 2 images",
            (1, "there is 1 image"),
            (5, "there are 5 images"),
        ),
    ),
    integers=("images",),
    linear=("images",),
)

EXERCISE = Exercise(permute_pixels, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)
