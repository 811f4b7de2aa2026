"""Exercise: intensity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Draw, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then
from cnnhelpers.exercises.speed.columns import places

Shape = tuple[int, int, int, int]


def intensity(x_shape: Shape, weight_shape: Shape, stride: int = 1, padding: int = 0) -> float:
    """Return the operations of a convolution for each byte that it has to move, in float32.

    ``x_shape`` is (N, C_in, H, W), ``weight_shape`` (C_out, C_in / groups, K_H, K_W). A product and
    its addition are two operations. Input, weight and output are moved once; a number has 4 bytes.
    """
    return _ratio(x_shape, weight_shape, stride, padding)


def _ratio(
    x: Shape,
    weight: Shape,
    stride: int,
    padding: int,
    moved: Callable[[float, float, float], float] = lambda x, w, output: 4 * (x + w + output),
    taps: Callable[[Shape, Shape], int] = lambda x, w: w[1] * w[2] * w[3],
    places: Callable[..., tuple[float, float]] = places,
) -> float:
    rows, across = places(x, weight[2:], stride, padding)
    output = x[0] * weight[0] * rows * across
    numbers = x[0] * x[1] * x[2] * x[3], weight[0] * weight[1] * weight[2] * weight[3], output
    return 2 * output * taps(x, weight) / moved(*numbers)


CASES = (
    case(x_shape=(1, 1, 3, 3), weight_shape=(1, 1, 2, 2)),
    case(x_shape=(1, 64, 56, 56), weight_shape=(64, 64, 3, 3), padding=1),
    case(x_shape=(1, 64, 56, 48), weight_shape=(32, 64, 1, 1)),
    case(x_shape=(2, 64, 56, 56), weight_shape=(64, 1, 3, 3), padding=1),
    case(x_shape=(8, 3, 32, 40), weight_shape=(16, 3, 5, 3), stride=2),
    case(x_shape=(1, 4096, 1, 1), weight_shape=(4096, 4096, 1, 1)),
    case(x_shape=(64, 512, 1, 1), weight_shape=(256, 512, 1, 1)),
    case(x_shape=(3, 12, 20, 9), weight_shape=(8, 3, 3, 2), stride=3, padding=1),
)


def by_torch(
    torch: Any, x_shape: Shape, weight_shape: Shape, stride: int = 1, padding: int = 0
) -> float:
    x, weight = (torch.empty(*shape, device="meta") for shape in (x_shape, weight_shape))
    groups = x_shape[1] // weight_shape[1]
    options = {"stride": stride, "padding": padding, "groups": groups}
    output = torch.nn.functional.conv2d(x, weight, **options)
    bytes_moved = sum(each.numel() * each.element_size() for each in (x, weight, output))
    return float(2 * output.numel() * weight[0].numel() / bytes_moved)


def by(**parts: Any) -> Way:
    return instead(lambda x_shape, weight_shape, stride, padding: _ratio(
        x_shape, weight_shape, stride, padding, **parts
    ))  # fmt: skip


def padded_input(x_shape: Shape, weight_shape: Shape, stride: int, padding: int) -> float:
    n, c, height, width = x_shape
    larger = n, c, height + 2 * padding, width + 2 * padding
    return _ratio(larger, weight_shape, stride, 0)


def fractions(x: Shape, window: Shape, stride: int, padding: int) -> tuple[float, float]:
    """Rows and columns of the output, not rounded down where the stride leaves something over."""
    rows, across = ((n + 2 * padding - k) / stride + 1 for n, k in zip(x[2:], window))
    return rows, across


MISTAKES = (
    Mistake(
        "half",
        "Half as many operations are counted as there are, or twice as many bytes.",
        "If you count a product and its addition (a MAC) once: they are two operations. If you "
        "count 8 bytes for each number, as in float64: in float32 a number has 4.",
        then(lambda answer, a: answer / 2),
    ),
    Mistake(
        "numbers-for-bytes",
        "It counts the numbers that are moved. It should count their bytes.",
        "A number in float32 has 4 bytes.",
        then(lambda answer, a: 4 * answer),
    ),
    Mistake(
        "output-not-moved",
        "The output is not counted among the bytes.",
        "The output has to be written to memory, once.",
        by(moved=lambda x, w, y: 4 * (x + w)),
    ),
    Mistake(
        "weight-not-moved",
        "The weight is not counted among the bytes.",
        "The weight has to be read, once.",
        by(moved=lambda x, w, y: 4 * (x + y)),
    ),
    Mistake(
        "input-not-moved",
        "The input is not counted among the bytes.",
        "The input has to be read, once.",
        by(moved=lambda x, w, y: 4 * (w + y)),
        by(moved=lambda x, w, y: 4 * w),
        by(moved=lambda x, w, y: 4 * y),
    ),
    Mistake(
        "groups-forgotten",
        "Each output counts products with all input channels. It should count only those of its "
        "group.",
        "The second number of the weight's shape says how many channels an output reads.",
        by(taps=lambda x, w: x[1] * w[2] * w[3]),
    ),
    Mistake(
        "square-only",
        "The height of the kernel is used for its width, too.",
        "There are K_H · K_W products for each channel.",
        by(taps=lambda x, w: w[1] * w[2] * w[2]),
        by(taps=lambda x, w: w[1] * w[3] * w[3]),
    ),
    Mistake(
        "one-image-only",
        "Only one image counts.",
        "The weight is read once for the whole batch. Inputs and outputs are N times as many.",
        given(x_shape=lambda x: (1, *x[1:])),
    ),
    Mistake(
        "stride-ignored",
        "The stride is not used.",
        "With a stride of 2 there are fewer outputs, and so fewer products.",
        given(stride=lambda s: 1),
    ),
    Mistake(
        "padding-ignored",
        "The padding is not used.",
        "With padding there are more outputs.",
        given(padding=lambda p: 0),
    ),
    Mistake(
        "padding-moved",
        "The zeros of the padding are counted among the bytes of the input.",
        "Nobody has to read a zero from memory: the input should count without its padding.",
        instead(padded_input),
    ),
    Mistake(
        "size-of-input",
        "The output is taken to be as large as the input.",
        "Compute the number of outputs first: (H + 2P − K) // S + 1.",
        instead(lambda x_shape, weight_shape, stride, padding: _as_large(x_shape, weight_shape)),
    ),
    Mistake(
        "size-not-rounded",
        "The output has fractions of rows or columns where the stride leaves something over.",
        "Only whole windows count: round its height and width down, `//` instead of `/`.",
        by(places=fractions),
    ),
    Mistake(
        "turned-over",
        "It returns bytes for each operation. It should return operations for each byte.",
        "Divide the operations by the bytes.",
        then(lambda answer, a: 1 / answer),
    ),
    Mistake(
        "rounded",
        "The answer is rounded.",
        "Use `/`, not `//`.",
        then(lambda answer, a: float(int(answer))),
        then(lambda answer, a: round(answer)),
    ),
)  # fmt: skip


def _as_large(x: Shape, w: Shape) -> float:
    output = x[0] * w[0] * x[2] * x[3]
    numbers = x[0] * x[1] * x[2] * x[3] + w[0] * w[1] * w[2] * w[3] + output
    return 2 * output * w[1] * w[2] * w[3] / (4 * numbers)


def recipe(
    draw: Draw,
    image: tuple[int, int],
    kernel: tuple[int, int],
    batch: int,
    channels: tuple[int, int],
    groups: int,
    stride: int,
    padding: int,
) -> dict[str, Any]:
    inputs, outputs = channels
    return {
        "x_shape": (batch, inputs * groups, *image),
        "weight_shape": (outputs * groups, inputs, *kernel),
        "stride": stride,
        "padding": padding,
    }


DOMAIN = Domain(
    recipe,
    (
        factor("image", (9, 9), "the image is not square", ((8, 13), "it is not square")),
        factor(
            "kernel",
            (3, 3),
            "the kernel is not 3×3",
            ((1, 1), "the kernel is a single number"),
            ((5, 2), "the kernel is not square"),
        ),
        factor("batch", 1, "there is more than one image", (4, "there are 4 images")),
        factor("channels", (3, 5), "there are many channels", ((64, 48), "there are many")),
        factor("groups", 1, "there is more than one group", (8, "there are 8 groups")),
        factor("stride", 1, "the stride is more than 1", (2, "the stride is 2")),
        factor("padding", 0, "there is padding", (1, "the padding is 1")),
    ),
    values=None,
)

EXERCISE = Exercise(
    intensity,
    DECIMAL,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
