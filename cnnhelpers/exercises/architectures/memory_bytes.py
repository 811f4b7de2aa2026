"""Exercise: memory_bytes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then

Rows = Sequence[tuple[int, int, int, int, int]]


def memory_bytes(
    rows: Rows, input_shape: tuple[int, int, int], batch: int = 1, copies: int = 1
) -> int:
    """Return the bytes of a network: all activations of a batch, and its parameters.

    ``rows`` are (channels, height, width, parameters, MACs), as `layer_row` returns them. The
    activations are the answers of all layers, and the input. ``copies`` says how many arrays of the
    parameters' size there are, with the parameters themselves: 1 is they alone. A number takes 4
    bytes.
    """
    activations = math.prod(input_shape)
    parameters = 0
    for channels, height, width, learned, _ in rows:
        activations += channels * height * width
        parameters += learned
    return 4 * (batch * activations + copies * parameters)


SETTINGS: list[Any] = [
    ([(2, 3, 4, 10, 96)], (1, 4, 5), {}),
    ([(3, 2, 1, 57, 324)], (2, 4, 3), {"batch": 2}),
    ([(3, 2, 1, 57, 324), (5, 1, 1, 35, 30)], (2, 4, 3), {"batch": 3, "copies": 2}),
    ([(4, 5, 3, 112, 1620), (4, 2, 1, 0, 0), (7, 1, 1, 63, 56)], (3, 5, 4), {"copies": 4}),
    ([(4, 5, 3, 112, 1620), (4, 2, 1, 0, 0)], (3, 7, 4), {"batch": 5, "copies": 3}),
    (
        [
            (20, 28, 28, 520, 392_000), (20, 14, 14, 0, 0), (50, 14, 14, 25_050, 4_900_000),
            (50, 7, 7, 0, 0), (500, 1, 1, 1_225_500, 1_225_000), (10, 1, 1, 5010, 5000),
        ],
        (1, 28, 28), {"batch": 100, "copies": 3},
    ),
    # The first two layers of VGG: more bytes than an integer of 32 bits can count.
    (
        [(64, 224, 224, 1792, 86_704_128), (64, 224, 224, 36_928, 1_849_688_064)],
        (3, 224, 224), {"batch": 256, "copies": 3},
    ),
]  # fmt: skip
CASES = tuple(case(rows=rows, input_shape=shape, **options) for rows, shape, options in SETTINGS)


def by_torch(
    torch: Any, rows: Rows, input_shape: Sequence[int], batch: int = 1, copies: int = 1
) -> int:
    made = [input_shape, *(row[:3] for row in rows)]
    kept = [torch.empty(batch, *shape, device="meta") for shape in made]
    kept += [torch.empty(copies, row[3], device="meta") for row in rows]
    return sum(each.numel() * each.element_size() for each in kept)


def written(
    size: int = 4,
    activations: Any = lambda c, h, w: c * h * w,
    total: Any = lambda a, p, batch, copies: batch * a + copies * p,
) -> Way:
    """The function written out, with a place for each slip."""

    def function(rows: Rows, input_shape: Sequence[int], batch: int, copies: int) -> int:
        count = activations(*input_shape) + sum(activations(*row[:3]) for row in rows)
        return size * total(count, sum(row[3] for row in rows), batch, copies)

    return instead(function)


def without_the_last(rows: Rows, input_shape: Any, batch: int, copies: int) -> int:
    activations = math.prod(input_shape) + sum(math.prod(row[:3]) for row in rows[:-1])
    return 4 * (batch * activations + copies * sum(row[3] for row in rows))


def input_once(rows: Rows, input_shape: Any, batch: int, copies: int) -> int:
    answers = batch * sum(math.prod(row[:3]) for row in rows)
    return 4 * (math.prod(input_shape) + answers + copies * sum(row[3] for row in rows))


MISTAKES = (
    Mistake(
        "bytes-forgotten",
        "Numbers are counted; bytes should be.",
        "A number of float32 takes 4 bytes.",
        written(size=1),
    ),
    Mistake(
        "shapes-added",
        "The numbers of a shape are added up; they should be multiplied.",
        "A map of shape (2, 3, 4) holds 24 numbers.",
        written(activations=lambda c, h, w: c + h + w),
    ),
    Mistake(
        "bits",
        "Bits are counted; bytes should be.",
        "32 bits are 4 bytes.",
        written(size=32),
    ),
    Mistake(
        "float64",
        "Each number is given 8 bytes, as in float64.",
        "float32 takes 4.",
        written(size=8),
    ),
    Mistake(
        "integers-overflow",
        "Large networks get a wrong number, perhaps a negative one: whole numbers of 32 bits end "
        "at 2,147,483,647 (without a sign at twice as much), and then they begin again.",
        "Python's own integers have no end, and `np.int64` holds far more: leave `np.int32` and "
        "`np.uint32` out.",
        then(lambda answer, a: (answer + 2**31) % 2**32 - 2**31),
        then(lambda answer, a: answer % 2**32),
    ),
    Mistake(
        "batch-forgotten",
        "The batch makes no difference. Each image has activations of its own.",
        "Multiply the activations by `batch`.",
        given(batch=lambda batch: 1),
    ),
    Mistake(
        "copies-forgotten",
        "`copies` makes no difference. Gradients are as many as parameters, and so is momentum.",
        "Multiply the parameters by `copies`.",
        given(copies=lambda copies: 1),
    ),
    Mistake(
        "copies-plus-one",
        "The parameters are counted once too often: `copies` counts them already.",
        "How many arrays are there with `copies=1`?",
        given(copies=lambda copies: copies + 1),
    ),
    Mistake(
        "parameters-per-image",
        "The number of images multiplies the parameters, too; they should be counted once for all "
        "images.",
        "Only the activations should grow with the batch.",
        written(total=lambda a, p, batch, copies: batch * (a + copies * p)),
        written(total=lambda a, p, batch, copies: batch * (a + p)),
        written(total=lambda a, p, batch, copies: a + batch * copies * p),
    ),
    Mistake(
        "copies-of-activations",
        "The activations are multiplied by `copies`, too; only the parameters should be.",
        "Make two products: batch with activations, copies with parameters.",
        written(total=lambda a, p, batch, copies: copies * (batch * a + p)),
    ),
    Mistake(
        "relu-apart",
        "The activations are counted twice, as if a ReLU kept them once more.",
        "Count one number for each value that a layer answers: a ReLU can work in place.",
        written(total=lambda a, p, batch, copies: 2 * batch * a + copies * p),
    ),
    Mistake(
        "parameters-forgotten",
        "The parameters are missing.",
        "They are the fourth number of each row.",
        written(total=lambda a, p, batch, copies: batch * a),
    ),
    Mistake(
        "last-answer-forgotten",
        "The answer of the last layer is not counted.",
        "Count the input, and the answer of *each* row.",
        instead(without_the_last),
    ),
    Mistake(
        "activations-forgotten",
        "The activations are missing.",
        "Each layer answers channels · height · width numbers.",
        written(total=lambda a, p, batch, copies: copies * p),
    ),
    Mistake(
        "input-forgotten",
        "The input is missing among the activations.",
        "The first layer needs it again on the way back.",
        given(input_shape=lambda shape: (0, 0, 0)),
    ),
    Mistake(
        "input-of-one-image",
        "The input is counted for one image; it should be counted for each image of the batch.",
        "Multiply by `batch` after the input is added.",
        instead(input_once),
    ),
    Mistake(
        "channels-forgotten",
        "Each layer's activations are counted for one channel only.",
        "Each channel has height · width numbers.",
        written(activations=lambda c, h, w: h * w),
    ),
    Mistake(
        "one-axis",
        "One of height and width is left out.",
        "A map has height · width numbers.",
        written(activations=lambda c, h, w: c * h),
        written(activations=lambda c, h, w: c * w),
    ),
    Mistake(
        "macs-for-parameters",
        "The last number of each row is taken for the parameters; it should be the one before.",
        "A row is (channels, height, width, parameters, MACs).",
        given(rows=lambda rows: [(*row[:3], row[4], row[3]) for row in rows]),
    ),
    Mistake(
        "only-the-last-row",
        "Only one row is counted.",
        "Add them up in a loop.",
        given(rows=lambda rows: rows[-1:]),
        given(rows=lambda rows: rows[:1]),
    ),
    Mistake(
        "megabytes",
        "The answer is in megabytes; it should be in bytes.",
        "Leave the division out.",
        then(lambda answer, a: answer / 1e6),
        then(lambda answer, a: answer / 2**20),
        then(lambda answer, a: answer // 10**6),
        then(lambda answer, a: answer // 2**20),
    ),
    Mistake(
        "kilobytes",
        "The answer is in kilobytes; it should be in bytes.",
        "Leave the division out.",
        then(lambda answer, a: answer / 1000),
        then(lambda answer, a: answer / 1024),
    ),
)


def recipe(draw, layers, image, inputs, batch, copies):
    rows = [
        (
            draw.whole(2, 9),
            draw.whole(2, 7),
            draw.whole(2, 7),
            draw.whole(0, 99),
            draw.whole(1, 999),
        )
        for _ in range(layers)
    ]
    arguments = {"rows": rows, "input_shape": (inputs, *image)}
    return arguments | {"batch": batch, "copies": copies}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "layers",
            1,
            "there is more than one layer",
            (2, "there are two layers"),
            (3, "there are more than two layers"),
            (9, "there are more than two layers"),
        ),
        factor(
            "image",
            (5, 5),
            "the image is not square",
            ((4, 7), "the image is wider than high"),
            ((7, 4), "the image is higher than wide"),
        ),
        count_factor("inputs", 1, 2, 3),
        count_factor("batch", 1, 2, 5, 128),
        count_factor("copies", 1, 2, 4),
    ),
    values=None,
)

EXERCISE = Exercise(
    memory_bytes,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
