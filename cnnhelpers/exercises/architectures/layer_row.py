"""Exercise: layer_row."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBERS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, then, where

Row = tuple[int, int, int, int, int]


def layer_row(
    shape: tuple[int, int, int],
    kind: str,
    outputs: Any = None,
    kernel_size: int = 1,
    stride: int = 1,
    padding: int = 0,
    groups: int = 1,
) -> Row:
    """Return (channels, height, width, parameters, MACs) of a layer, for one image.

    ``shape`` is what it reads: (channels, height, width). ``kind`` is "conv" (``outputs`` filters),
    "pool" (no ``outputs``, parameters or MACs), or "dense" (``outputs`` units that read everything;
    the height and width of its answer are 1). Weights have biases; a bias is no MAC. Kernels are
    square; sizes are rounded down. A pool, too, has the stride that is given, 1 if none is.
    """
    channels, height, width = shape
    if kind == "dense":
        weights = outputs * channels * height * width
        return outputs, 1, 1, weights + outputs, weights
    height, width = ((size + 2 * padding - kernel_size) // stride + 1 for size in (height, width))
    if kind == "pool":
        return channels, height, width, 0, 0
    weights = outputs * (channels // groups) * kernel_size**2
    return outputs, height, width, weights + outputs, weights * height * width


NAMES = ("shape", "kind", "outputs", "kernel_size", "stride", "padding", "groups")
ARGUMENTS: list[Any] = [
    ((1, 3, 4), "conv", 2, 2), ((2, 1, 1), "dense", 3), ((2, 3, 4), "dense", 5),
    ((3, 7, 6), "pool", None, 3, 2), ((2, 4, 6), "conv", 3, 3, 1, 1),
    ((3, 8, 11), "conv", 5, 4, 3), ((4, 6, 7), "conv", 6, 3, 2, 2, 2),
    ((6, 5, 9), "conv", 9, 2, 1, 0, 3), ((5, 9, 8), "pool", None, 2, 2),
    ((7, 6, 5), "conv", 2, 1), ((3, 227, 227), "conv", 96, 11, 4),
    ((96, 27, 31), "conv", 256, 5, 1, 2, 2), ((4, 13, 8), "pool", None, 4, 3),
    ((256, 6, 7), "dense", 4096),
]  # fmt: skip
CASES = tuple(case(**dict(zip(NAMES, arguments))) for arguments in ARGUMENTS)


def by_torch(
    torch: Any,
    shape: Sequence[int],
    kind: str,
    outputs: int | None = None,
    kernel_size: int = 1,
    stride: int = 1,
    padding: int = 0,
    groups: int = 1,
) -> tuple[int, ...]:
    x = torch.empty(1, *shape, device="meta")
    if kind == "pool":
        return *torch.nn.functional.max_pool2d(x, kernel_size, stride).shape[1:], 0, 0
    if kind == "dense":
        # As a convolution with one window: for Linear on "meta" PyTorch imports its compiler.
        layer = torch.nn.Conv2d(shape[0], outputs, tuple(shape[1:]), device="meta")
        y = layer(x)
    else:
        options = {"stride": stride, "padding": padding, "groups": groups, "device": "meta"}
        layer = torch.nn.Conv2d(shape[0], outputs, kernel_size, **options)
        y = layer(x)
    products = y.numel() * layer.weight[0].numel()  # each output is a sum of so many
    return *y.shape[1:], reference.count_parameters(layer), products


def weights(a: dict[str, Any]) -> int:
    """Return the weights of a layer."""
    channels, height, width = a["shape"]
    if a["kind"] == "pool":
        return 0
    if a["kind"] == "dense":
        return a["outputs"] * channels * height * width
    return a["outputs"] * (channels // a["groups"]) * a["kernel_size"] ** 2


def biases(a: dict[str, Any]) -> int:
    return a["outputs"] or 0


def of(kind: str, change: Callable[[Row, dict[str, Any]], Any]) -> Way:
    """A mistake in the row of one kind of layer."""
    return then(lambda answer, a: change(answer, a) if a["kind"] == kind else answer)


def parameters(count: Callable[[Row, dict[str, Any]], int]) -> Way:
    return then(lambda row, a: row if a["kind"] == "pool" else (*row[:3], count(row, a), row[4]))


def macs(count: Callable[[Row, dict[str, Any]], int]) -> Way:
    return then(lambda row, a: row if a["kind"] == "pool" else (*row[:4], count(row, a)))


def conv_macs(count: Callable[[Row, dict[str, Any]], int]) -> Way:
    return of("conv", lambda row, a: (*row[:4], count(row, a)))


def sizes(rule: Callable[[int, int, int, int], float]) -> Way:
    """Another formula of size, kernel, stride and padding; the MACs follow from it."""

    def change(row: Row, a: dict[str, Any]) -> Any:
        if a["kind"] == "dense":
            return row
        height, width = (
            rule(size, a["kernel_size"], a["stride"], a["padding"]) for size in a["shape"][1:]
        )
        return row[0], height, width, row[3], weights(a) * height * width

    return then(change)


def dense(reads: Callable[[int, int, int], int]) -> Way:
    """A dense layer that reads another number of inputs."""

    def change(row: Row, a: dict[str, Any]) -> Any:
        count = a["outputs"] * reads(*a["shape"])
        return *row[:3], count + a["outputs"], count

    return of("dense", change)


@then
def pool_rounded_up(row: Row, a: dict[str, Any]) -> Any:
    """As Caffe's pooling does, and PyTorch's with ceil_mode."""
    if a["kind"] != "pool":
        return row
    kernel, stride, padding = a["kernel_size"], a["stride"], a["padding"]
    sizes_up = (-(-(size + 2 * padding - kernel) // stride) + 1 for size in a["shape"][1:])
    return row[0], *sizes_up, 0, 0


MISTAKES = (
    Mistake(
        "bias-missing",
        "The biases are not counted among the parameters.",
        "Each output channel of a convolution, and each unit of a dense layer, has a bias.",
        parameters(lambda row, a: weights(a)),
    ),
    Mistake(
        "dense-bias-missing",
        "The biases of a dense layer are not counted among its parameters.",
        "Each unit of a dense layer has a bias, and the biases are parameters.",
        of("dense", lambda row, a: (*row[:3], weights(a), row[4])),
    ),
    Mistake(
        "conv-bias-missing",
        "The biases of a convolution are not counted among its parameters.",
        "Each output channel of a convolution has a bias, and the biases are parameters.",
        of("conv", lambda row, a: (*row[:3], weights(a), row[4])),
    ),
    Mistake(
        "bias-single",
        "One bias is counted for the whole layer.",
        "Each output channel, and each unit of a dense layer, has a bias of its own.",
        parameters(lambda row, a: weights(a) + 1),
    ),
    Mistake(
        "bias-counted-as-mac",
        "The biases are counted among the MACs; they should not be.",
        "A MAC is a multiplication with its addition; nothing is multiplied with a bias.",
        macs(lambda row, a: row[4] + biases(a) * row[1] * row[2]),
        macs(lambda row, a: row[4] + biases(a)),
        conv_macs(lambda row, a: row[4] + biases(a) * row[1] * row[2]),
    ),
    Mistake(
        "groups-ignored",
        "Somewhere each filter is taken to read all input channels; it should read those of its "
        "own group only.",
        "With 2 groups a filter has half of the input channels.",
        given(groups=lambda groups: 1),
        of("conv", lambda row, a: (*row[:4], row[4] * a["groups"])),
        of("conv", lambda row, a: (*row[:3], weights(a) * a["groups"] + biases(a), row[4])),
    ),
    Mistake(
        "groups-twice",
        "The groups divide the number of filters, too; they should divide the input channels only.",
        "All filters are there; each reads fewer channels.",
        of(
            "conv",
            lambda row, a: (
                *row[:3],
                weights(a) // a["groups"] + biases(a),
                row[4] // a["groups"],
            ),
        ),
    ),
    Mistake(
        "input-channels-for-outputs",
        "The answer has as many channels as the input; it should have one for each filter.",
        "The first number of the row should be `outputs`.",
        of("conv", lambda row, a: (a["shape"][0], *row[1:])),
    ),
    Mistake(
        "input-channels-forgotten",
        "Somewhere the input channels are not counted. A filter has a kernel for each channel it "
        "reads.",
        "An 11×11 filter over a colour image has 3 · 11 · 11 weights.",
        of(
            "conv",
            lambda row, a: (
                *row[:3],
                a["outputs"] * (a["kernel_size"] ** 2 + 1),
                a["outputs"] * a["kernel_size"] ** 2 * row[1] * row[2],
            ),
        ),
        conv_macs(lambda row, a: a["outputs"] * a["kernel_size"] ** 2 * row[1] * row[2]),
    ),
    Mistake(
        "kernel-forgotten",
        "The kernel's size is not counted in the MACs.",
        "Each output is a sum of as many products as its filter has weights.",
        conv_macs(lambda row, a: row[4] // a["kernel_size"] ** 2),
        conv_macs(lambda row, a: row[0] * row[1] * row[2]),
    ),
    Mistake(
        "kernel-one-axis",
        "Somewhere the kernel size is not squared, but a kernel has a height and a width.",
        "How many weights has a kernel of size 3?",
        of(
            "conv",
            lambda row, a: (
                *row[:3],
                weights(a) // a["kernel_size"] + biases(a),
                row[4] // a["kernel_size"],
            ),
        ),
        conv_macs(lambda row, a: row[4] // a["kernel_size"]),
    ),
    Mistake(
        "positions-of-the-input",
        "The MACs are counted for each pixel of the input; they should be counted for each pixel "
        "of the answer.",
        "The kernel is used once for each pixel of the answer. You have its height and width "
        "already: they are two numbers of the row.",
        conv_macs(lambda row, a: weights(a) * a["shape"][1] * a["shape"][2]),
    ),
    Mistake(
        "positions-forgotten",
        "The MACs are those of a single output pixel.",
        "Every pixel of the answer costs its own products.",
        conv_macs(lambda row, a: weights(a)),
        conv_macs(lambda row, a: weights(a) + biases(a)),
    ),
    Mistake(
        "parameters-per-position",
        "The parameters are counted again for every position; they should be counted once.",
        "The filter is the same wherever it stands.",
        of("conv", lambda row, a: (*row[:3], row[3] * row[1] * row[2], row[4])),
        of("conv", lambda row, a: (*row[:3], row[4] + biases(a), row[4])),
    ),
    Mistake(
        "operations-for-macs",
        "Multiplications and additions are counted apart; together they should be one MAC.",
        "Count the multiplications only.",
        macs(lambda row, a: 2 * row[4]),
    ),
    Mistake(
        "ceil",
        "A last window that does not fit whole is counted; it should be left out.",
        "Round the number of steps down. What is left at the end is not read.",
        sizes(lambda n, k, s, p: math.ceil((n + 2 * p - k) / s) + 1),
        sizes(lambda n, k, s, p: round((n + 2 * p - k) / s) + 1),
    ),
    Mistake(
        "floor-missing",
        "The division is not rounded down, so there are fractions of windows.",
        "Which division gives whole numbers?",
        sizes(lambda n, k, s, p: (n + 2 * p - k) / s + 1),
    ),
    Mistake(
        "plus-one-missing",
        "One window is missing along each axis: the first one, before any step.",
        "With no room to step there is still one window.",
        sizes(lambda n, k, s, p: (n + 2 * p - k) // s),
    ),
    Mistake(
        "plus-one-inside",
        "The 1 is added before the division by the stride.",
        "First count the steps, with the division; then add 1 for the first window.",
        sizes(lambda n, k, s, p: (n + 2 * p - k + 1) // s),
    ),
    Mistake(
        "padding-once",
        "The padding is counted once; it should be counted for each of both sides.",
        "The padded size is size + 2 * padding.",
        sizes(lambda n, k, s, p: (n + p - k) // s + 1),
    ),
    Mistake(
        "padding-ignored",
        "The padding is not used.",
        "The window should move over the padded image.",
        given(padding=lambda padding: 0),
    ),
    Mistake(
        "stride-ignored",
        "The stride is not used.",
        "Divide by the steps that the window makes.",
        given(stride=lambda stride: 1),
    ),
    Mistake(
        "height-width-swapped",
        "Height and width are exchanged. The height should come first.",
        "Look at the order in `shape`.",
        then(lambda row, a: (row[0], row[2], row[1], *row[3:])),
        given_all(lambda a: {"shape": (a["shape"][0], a["shape"][2], a["shape"][1])}),
    ),
    Mistake(
        "square-only",
        "One of height and width is used twice, the other is not used.",
        "They are two numbers; compute each from its own size.",
        given_all(lambda a: {"shape": (a["shape"][0], a["shape"][1], a["shape"][1])}),
        given_all(lambda a: {"shape": (a["shape"][0], a["shape"][2], a["shape"][2])}),
    ),
    Mistake(
        "pool-channels",
        "Pooling changes the number of channels; it should keep them.",
        "Each channel is pooled by itself.",
        of("pool", lambda row, a: (1, *row[1:])),
        of("pool", lambda row, a: (row[0] // a["stride"], *row[1:])),
        of("pool", lambda row, a: (row[0] // a["kernel_size"], *row[1:])),
    ),
    Mistake(
        "pool-rounded-up",
        "The size of a pool is rounded up; it should be rounded down, as that of a convolution.",
        "A last window that does not fit whole should be left out.",
        pool_rounded_up,
    ),
    Mistake(
        "pool-learns",
        "A pooling layer does not have 0 parameters and 0 MACs; it should.",
        "It learns nothing, and it multiplies nothing.",
        of("pool", lambda row, a: (*row[:3], row[0] * a["kernel_size"] ** 2, 0)),
        of(
            "pool",
            lambda row, a: (
                *row[:3],
                row[0] * (a["kernel_size"] ** 2 + 1),
                row[0] * a["kernel_size"] ** 2 * row[1] * row[2],
            ),
        ),
        of(
            "pool",
            lambda row, a: (
                *row[:3],
                row[0] * (row[0] * a["kernel_size"] ** 2 + 1),
                row[0] ** 2 * a["kernel_size"] ** 2 * row[1] * row[2],
            ),
        ),
        of(
            "pool",
            lambda row, a: (*row[:4], row[0] * a["kernel_size"] ** 2 * row[1] * row[2]),
        ),
    ),
    Mistake(
        "dense-reads-channels",
        "The dense layer reads one number of each channel; it should read all pixels of all "
        "channels.",
        "Flattened, (256, 6, 6) is 9,216 numbers.",
        dense(lambda c, h, w: c),
    ),
    Mistake(
        "dense-reads-one-axis",
        "The dense layer does not read all channels, rows and columns.",
        "It should read channels · height · width numbers.",
        dense(lambda c, h, w: c * h),
        dense(lambda c, h, w: c * w),
        dense(lambda c, h, w: h * w),
    ),
    Mistake(
        "dense-keeps-size",
        "The answer of the dense layer has the height and width of its input.",
        "A dense layer gives one number for each unit: (outputs, 1, 1).",
        of("dense", lambda row, a: (row[0], *a["shape"][1:], *row[3:])),
    ),
    Mistake(
        "pair-swapped",
        "The last two numbers are exchanged. The parameters should come first, then the MACs.",
        "Look at the order in the function's first line of help.",
        then(lambda row, a: (*row[:3], row[4], row[3])),
    ),
    Mistake(
        "no-outputs-fails",
        "It fails for a pooling layer, which has no `outputs`.",
        'For "pool", `outputs` is None: do not compute with it there.',
        where(lambda a: a["kind"] != "pool"),
    ),
)


def recipe(draw, kind, image, channels, outputs, kernel_size, stride, padding, groups):
    shape = (channels * groups, *image)
    if kind == "dense":
        return {"shape": shape, "kind": kind, "outputs": outputs}
    if kind == "pool":
        if min(image) < kernel_size:
            raise Impossible
        window = {"kernel_size": kernel_size, "stride": stride}
        return {"shape": shape, "kind": kind, "outputs": None, **window}
    if min(image) + 2 * padding < kernel_size:
        raise Impossible
    return {
        "shape": shape,
        "kind": kind,
        "outputs": outputs * groups,
        "kernel_size": kernel_size,
        "stride": stride,
        "padding": padding,
        "groups": groups,
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "kind",
            "conv",
            "the layer is no convolution",
            ("pool", "the layer is a pooling"),
            ("dense", "the layer is dense"),
        ),
        factor(
            "image",
            (9, 9),
            "the image is not square",
            ((7, 12), "the image is wider than high"),
            ((13, 8), "the image is higher than wide"),
            ((225, 98), "the image is large"),
        ),
        count_factor("channels", 2, 1, 5, 64),
        count_factor("outputs", 3, 1, 4, 96),
        count_factor("kernel_size", 3, 1, 2, 5, 11),
        count_factor("stride", 1, 2, 3, 4),
        count_factor("padding", 0, 1, 2),
        count_factor("groups", 1, 2, 3),
    ),
    values=None,
)

EXERCISE = Exercise(
    layer_row,
    NUMBERS,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
