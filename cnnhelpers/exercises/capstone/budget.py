"""Exercise: budget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBERS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, given_all, instead, then

Layer = tuple[int, int, int, int, int, int]


def budget(layers: list[Layer], height: int, width: int) -> tuple[int, int]:
    """Return (parameters, MACs) of convolutions in a row, for one image of height × width.

    A layer is (in_channels, out_channels, kernel_size, stride, padding, groups). Its batch norm is
    folded into it already, so it has a bias for each output channel and nothing else. A dense layer
    behind an image is a convolution whose kernel covers the whole image.
    """
    parameters = macs = 0
    for in_channels, out_channels, kernel_size, stride, padding, groups in layers:
        height = (height + 2 * padding - kernel_size) // stride + 1
        width = (width + 2 * padding - kernel_size) // stride + 1
        weights = out_channels * (in_channels // groups) * kernel_size**2
        parameters += weights + out_channels
        macs += weights * height * width
    return parameters, macs


# No image is square, and a stride that leaves pixels over stands before another layer.
CASES = (
    case(layers=[(1, 2, 3, 1, 0, 1)], height=5, width=4),
    case(layers=[(1, 2, 3, 1, 1, 1), (2, 3, 2, 1, 0, 1)], height=4, width=6),
    case(layers=[(1, 4, 5, 2, 2, 1), (4, 6, 3, 2, 1, 1)], height=12, width=9),
    case(layers=[(3, 6, 3, 1, 1, 3), (6, 5, 1, 1, 0, 1)], height=6, width=7),
    case(layers=[(2, 8, 3, 3, 0, 2), (8, 8, 3, 1, 1, 8), (8, 3, 2, 2, 0, 1)], height=14, width=11),
    case(
        layers=[
            (1, 8, 5, 2, 2, 1),
            (8, 16, 3, 2, 1, 1),
            (16, 16, 3, 2, 1, 1),
            (16, 10, 4, 1, 0, 1),
        ],
        height=28,
        width=30,
    ),
    case(layers=[(4, 7, 4, 2, 1, 1), (7, 7, 3, 1, 1, 7), (7, 2, 1, 1, 0, 1)], height=9, width=16),
)


def by_torch(torch: Any, layers: list[Layer], height: int, width: int) -> tuple[int, int]:
    """Layers of PyTorch on an image without numbers; each output value costs one filter."""
    image = torch.empty(1, layers[0][0], height, width, device="meta")
    parameters = macs = 0
    for in_channels, out_channels, *options, groups in layers:
        layer = torch.nn.Conv2d(in_channels, out_channels, *options, groups=groups, device="meta")
        image = layer(image)
        parameters += reference.count_parameters(layer)
        macs += image.numel() * layer.weight[0].numel()
    return parameters, macs


# Ways to go wrong ---------------------------------------------------------------------------------

Sizes = tuple[float, ...]  # rows and columns; of a wrong answer perhaps no whole numbers


def outputs(size: Sizes, kernel: int, stride: int, padding: int) -> Sizes:
    return tuple((length + 2 * padding - kernel) // stride + 1 for length in size)


def counted(
    *,
    weights: Callable[..., int] = lambda i, o, k, g: o * (i // g) * k * k,
    macs: Callable[..., int] | None = None,
    places: Callable[[Sizes, Sizes], float] = lambda before, after: after[0] * after[1],
    after: Callable[[Sizes, int, int, int], Sizes] = outputs,
    extra: Callable[..., float] = lambda o, places: 0,
) -> Any:
    """The course's function, step by step, with places to go wrong."""

    def function(layers: list[Layer], height: int, width: int) -> tuple[float, float]:
        size: Sizes = (height, width)
        total: list[float] = [0, 0]
        for i, o, k, stride, padding, groups in layers:
            behind = after(size, k, stride, padding)
            count = places(size, behind)
            total[0] += weights(i, o, k, groups) + o
            total[1] += (macs or weights)(i, o, k, groups) * count + extra(o, count)
            size = behind
        return total[0], total[1]

    return instead(function)


def with_biases(count: Callable[[int, int], int]) -> Any:
    """Another number of biases: ``count(in_channels, out_channels)``."""

    def change(answer: tuple[float, float], a: dict[str, Any]) -> tuple[float, float]:
        more = sum(count(i, o) - o for i, o, *_ in a["layers"])
        return answer[0] + more, answer[1]

    return then(change)


def first_size(layers: list[Layer], height: int, width: int) -> tuple[int, int]:
    """Takes the image's own size for the input of every layer."""
    each = [budget([layer], height, width) for layer in layers]
    return sum(p for p, _ in each), sum(m for _, m in each)


def without(position: int, value: int) -> Any:
    """A number of each layer is taken to be ``value``."""
    return lambda layers: [(*la[:position], value, *la[position + 1 :]) for la in layers]


MISTAKES = (
    Mistake(
        "bias-missing",
        "The biases are not among the parameters.",
        "Folding leaves a bias for each output channel, also where the convolution had none.",
        with_biases(lambda i, o: 0),
    ),
    Mistake(
        "norm-counted",
        "Numbers of batch norm are counted. Batch norm is folded, so it should add none.",
        "A layer keeps its weights and one bias for each output channel.",
        with_biases(lambda i, o: 2 * o),
        with_biases(lambda i, o: 3 * o),
        with_biases(lambda i, o: 4 * o),
        with_biases(lambda i, o: 5 * o),
    ),
    Mistake(
        "bias-other",
        "Each layer is given a single bias. Each output channel should have one.",
        "A bias belongs to each filter, and each filter makes one output channel.",
        with_biases(lambda i, o: 1),
    ),
    Mistake(
        "bias-for-each-input",
        "Each input channel is given a bias. Each *output* channel should have one.",
        "A bias belongs to each filter, and each filter makes one output channel.",
        with_biases(lambda i, o: i),
    ),
    Mistake(
        "bias-counted-as-mac",
        "The biases are among the MACs. They should not be.",
        "A MAC is a multiplication with its addition. Nothing is multiplied with a bias.",
        counted(extra=lambda o, places: o * places),
        counted(extra=lambda o, places: o),
    ),
    Mistake(
        "groups-ignored",
        "A filter is counted as if it read all input channels. With groups it reads only some.",
        "With groups, a filter reads `in_channels // groups` channels.",
        given(layers=without(5, 1)),
    ),
    Mistake(
        "groups-ignored-in-parameters",
        "Among the parameters, a filter is counted as if it read all input channels. With groups "
        "it reads only some.",
        "With groups, a filter reads `in_channels // groups` channels, in both numbers.",
        counted(
            weights=lambda i, o, k, g: o * i * k * k, macs=lambda i, o, k, g: o * i // g * k * k
        ),
    ),
    Mistake(
        "groups-ignored-in-macs",
        "Among the MACs, a filter is counted as if it read all input channels. With groups it "
        "reads only some.",
        "With groups, a filter reads `in_channels // groups` channels, in both numbers.",
        counted(macs=lambda i, o, k, g: o * i * k * k),
    ),
    Mistake(
        "groups-twice",
        "The filters are divided by the groups, too. Their number should be `out_channels`.",
        "Groups divide what a filter reads, not how many filters there are.",
        counted(weights=lambda i, o, k, g: (o // g) * (i // g) * k * k),
    ),
    Mistake(
        "size-before-layer",
        "The MACs count the positions of the layer's input. They should count those of its output.",
        "One output value costs one filter: first compute the output's height and width.",
        counted(places=lambda before, after: before[0] * before[1]),
    ),
    Mistake(
        "size-not-passed-on",
        "Every layer is given the size of the image. It should be given the size that the layer "
        "before has made.",
        "Carry height and width along from layer to layer.",
        instead(first_size),
        counted(after=lambda size, k, stride, padding: size),
    ),
    Mistake(
        "stride-ignored",
        "The stride is ignored when the sizes are computed.",
        "The output has `(size + 2 * padding - kernel_size) // stride + 1` rows.",
        given(layers=without(3, 1)),
    ),
    Mistake(
        "padding-ignored",
        "The padding is ignored when the sizes are computed.",
        "`padding` zeros stand on *each* side: together 2 · padding more rows.",
        given(layers=without(4, 0)),
    ),
    Mistake(
        "padding-on-one-side",
        "The padding is counted on one side only when the sizes are computed.",
        "`padding` zeros stand on *each* side: together 2 · padding more rows.",
        counted(after=lambda size, k, s, p: outputs((size[0] - p, size[1] - p), k, s, p)),
    ),
    Mistake(
        "size-off-by-one",
        "The sizes are not computed as they should be.",
        "`(size + 2 * padding - kernel_size) // stride + 1`: the window also stands at its start.",
        counted(after=lambda size, k, s, p: tuple((n + 2 * p - k) // s for n in size)),
        counted(after=lambda size, k, s, p: tuple(-((k - n - 2 * p) // s) + 1 for n in size)),
        counted(after=lambda size, k, s, p: tuple((n + 2 * p) // s for n in size)),
        counted(after=lambda size, k, s, p: tuple(-(-(n + 2 * p - k) // s) for n in size)),
    ),
    Mistake(
        "size-not-rounded",
        "The sizes are not rounded down from layer to layer, so where a stride leaves something "
        "over there are fractions of rows or columns.",
        "Only whole windows count: `//` instead of `/`, in each layer.",
        counted(after=lambda size, k, s, p: tuple((n + 2 * p - k) / s + 1 for n in size)),
    ),
    Mistake(
        "square-only",
        "Height and width are not kept apart.",
        "The image has `height` rows of `width` pixels, and both shrink.",
        given_all(lambda a: {"width": a["height"]}),
        given_all(lambda a: {"height": a["width"]}),
    ),
    Mistake(
        "one-axis",
        "Something is counted along one axis only.",
        "A kernel has rows and columns, and the output has them, too.",
        counted(weights=lambda i, o, k, g: o * (i // g) * k),
        counted(places=lambda before, after: after[0]),
        counted(places=lambda before, after: after[1]),
        counted(macs=lambda i, o, k, g: o * (i // g) * k),
    ),
    Mistake(
        "one-input-channel",
        "The input channels are not counted: a filter has a kernel for each input channel that it "
        "reads.",
        "Count the weights of a single filter first.",
        counted(weights=lambda i, o, k, g: o * k * k),
        counted(macs=lambda i, o, k, g: o * k * k),
    ),
    Mistake(
        "positions-forgotten",
        "The MACs are those of a single position in each layer.",
        "Every output pixel costs products of its own.",
        counted(places=lambda before, after: 1),
    ),
    Mistake(
        "last-layer-only",
        "It returns the cost of one layer. It should return the cost of all.",
        "Begin with 0 before the loop, add in the loop, and return after it.",
        instead(lambda layers, height, width: _alone(layers, height, width, -1)),
        instead(lambda layers, height, width: budget(layers[:1], height, width)),
    ),
    Mistake(
        "operations-for-macs",
        "Multiplications and additions are counted apart. One MAC is one of each.",
        "Count the multiplications only.",
        then(lambda answer, a: (answer[0], 2 * answer[1])),
    ),
    Mistake(
        "pair-swapped",
        "The two answers are exchanged. The parameters should come first, the MACs second.",
        "Return the parameters, then the MACs.",
        then(lambda answer, a: answer[::-1]),
    ),
    Mistake(
        "one-number",
        "It returns one number. It should return two, the parameters and the MACs.",
        "Return both numbers, the parameters first.",
        then(lambda answer, a: answer[0]),
        then(lambda answer, a: answer[1]),
        then(lambda answer, a: sum(answer)),
    ),
)


def _alone(layers: list[Layer], height: int, width: int, number: int) -> tuple[int, int]:
    whole, others = budget(layers, height, width), budget(layers[:number], height, width)
    return whole[0] - others[0], whole[1] - others[1]


def recipe(draw, channels, kernel, stride, padding, groups, depth, image):
    inputs, layers, size = groups * channels, [], image
    for number in range(depth):
        outs = groups * (channels + 1 + number)
        size = outputs(size, kernel, stride, padding)
        if min(size) < 1:
            raise Impossible
        layers.append((inputs, outs, kernel, stride, padding, groups))
        inputs = outs
    return {"layers": layers, "height": image[0], "width": image[1]}


DOMAIN = Domain(
    recipe,
    (
        factor("channels", 2, "the channels are others", (1, "there is one input channel"),
               (5, "there are 5 input channels")),
        factor("kernel", 3, "the kernel is not 3×3", (1, "the kernel is a single number"),
               (2, "the kernel's size is even"), (5, "the kernel is 5×5")),
        factor("stride", 1, "the stride is more than 1", (2, "the stride is 2"),
               (3, "the stride is 3")),
        factor("padding", 0, "there is padding", (1, "the padding is 1"), (2, "the padding is 2")),
        factor("groups", 1, "there are groups", (2, "there are 2 groups"),
               (3, "there are 3 groups")),
        factor("depth", 1, "there is more than one layer", (2, "there are 2 layers"),
               (3, "there are 3 layers")),
        factor("image", (9, 9), "the image is not square", ((12, 17), "the image is wider than "
               "high"), ((20, 13), "the image is higher than wide")),
    ),
    values=None,
    count=True,
)  # fmt: skip

EXERCISE = Exercise(
    budget,
    NUMBERS,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
