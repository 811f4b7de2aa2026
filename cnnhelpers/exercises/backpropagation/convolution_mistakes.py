"""Mistakes of the backward pass of a convolution: kernel, channels, batch, sum, stride, padding."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cnnhelpers.check.families.arrays import flipped, square, transposed
from cnnhelpers.check.mistake import Mistake, Way, given, where
from cnnhelpers.exercises.backpropagation.convolution import (
    around,
    collected,
    correlated,
    cropped,
    cut_off,
    exchanged,
    from_formula,
    gathered,
    input_from,
    last_window_wins,
    one_after_another,
    only,
    smallest,
    spread,
    thinned,
    weight_from,
)
from cnnhelpers.exercises.backpropagation.gradients import of, taken


def kernel_mistakes() -> tuple[Mistake, ...]:
    """The kernel meets the gradients in the wrong order."""

    def mirrored(axis: int) -> Way:
        return input_from(lambda a: {"weight": np.flip(a["weight"], axis)})

    def square_kernel(a: dict) -> bool:
        return square(a["weight"])

    across = input_from(lambda a: {"weight": transposed(a["weight"])})
    return (
        Mistake(
            "kernel-not-turned",
            "`grad_x` is what a kernel turned by 180° would give.",
            "Send 1, 10, 100, 1000 back through the kernel 1 2 / 3 4: the centre of `grad_x` "
            "should read 1234. Yours reads 4321. Which output has met the pixel, and with which "
            "tap?",
            given(weight=flipped),
        ),
        Mistake(
            "kernel-mirrored",
            "`grad_x` is computed with a kernel that is turned along the wrong axes.",
            "If you turn the kernel, turn its own two axes, rows and columns. The order of the "
            "filters and of the channels must stay.",
            mirrored(-1),
            mirrored(-2),
            mirrored(0),
            mirrored(1),
            input_from(lambda a: {"weight": a["weight"][::-1, ::-1]}),
            input_from(lambda a: {"weight": np.flip(a["weight"])}),
            input_from(lambda a: {"weight": flipped(a["weight"])[::-1, ::-1]}),
        ),
        Mistake(
            "kernel-transposed",
            "Rows and columns of the kernel are exchanged.",
            "If you turn the kernel: turning by 180° mirrors both axes. A transpose exchanges "
            "them, which is something else.",
            of(0, lambda array, a: gathered(a, flipped(transposed(exchanged(a))))),
            where(square_kernel, across),
            across,
            of(1, lambda array, a: transposed(array)),
            where(
                square_kernel, input_from(lambda a: {"weight": flipped(transposed(a["weight"]))})
            ),
        ),
        Mistake(
            "grad-weight-turned",
            "`grad_weight` comes out turned round.",
            "Which array slides over which? `grad_output` should slide over x. The other way round "
            "the taps come in reverse order.",
            of(1, lambda array, a: flipped(array)),
        ),
    )


def channel_mistakes() -> tuple[Mistake, ...]:
    """The sums over filters and channels."""

    def swapped(a: dict) -> dict:
        return {"weight": exchanged(a)}

    def as_many(a: dict) -> bool:
        return a["weight"].shape[0] == a["weight"].shape[1]

    return (
        Mistake(
            "channels-not-swapped",
            "`grad_x` sums over the wrong axis of the weight: filters and input channels are "
            "exchanged.",
            "On the way back you should sum over the filters: each input channel collects from all "
            "filters, with the weights that join them.",
            of(0, lambda array, a: gathered(a, flipped(a["weight"]))),
            input_from(swapped),
            input_from(lambda a: {"weight": flipped(exchanged(a))}),
            of(1, lambda array, a: np.swapaxes(array, 0, 1)),
            where(as_many, of(1, lambda array, a: np.swapaxes(array, 0, 1))),
            where(as_many),
        ),
        Mistake(
            "one-filter-only",
            "Only one of the filters counts.",
            "Every filter has read the same pixels, so the gradients of all filters should be "
            "added up.",
            *thinned((slice(None), slice(1))),
            *thinned((slice(None), slice(-1, None))),
        ),
        Mistake(
            "channels-summed",
            "The input channels are added up in a gradient. Each channel should have its own "
            "values.",
            "A gradient has the shape of what it belongs to, number for number.",
            of(0, lambda array, a: array.sum(axis=1)),
            of(0, lambda array, a: np.zeros_like(array) + array.sum(axis=1, keepdims=True)),
            of(1, lambda array, a: np.zeros_like(array) + array.sum(axis=1, keepdims=True)),
            of(1, lambda array, a: array.sum(axis=1)),
        ),
    )


def batch_mistakes() -> tuple[Mistake, ...]:
    """The images of the batch."""
    first = (slice(1),)
    last = (slice(-1, None),)
    return (
        Mistake(
            "one-image-only",
            "Only one image of the batch counts, at least in one of the gradients.",
            "All images have used the same weights: their gradients should be added up in "
            "`grad_weight`. In `grad_x` each image should have a gradient of its own.",
            *thinned(first),
            *thinned(last),
            of(0, lambda array, a: array[:1]),
        ),
        Mistake(
            "images-summed",
            "The images are added up in `grad_x`. Each image should have its own gradient.",
            "`grad_x` has the shape of x. Only the gradients of weight and bias are summed over "
            "the batch.",
            of(0, lambda array, a: array.sum(axis=0)),
            of(0, lambda array, a: array.sum(axis=0, keepdims=True)),
            of(0, lambda array, a: np.zeros_like(array) + array.sum(axis=0)),
        ),
    )


def sum_mistakes() -> tuple[Mistake, ...]:
    """Windows overlap, so what they send has to be added."""
    window = of(0, lambda array, a: cropped(last_window_wins(a), a))
    last_filter = of(0, lambda array, a: cropped(last_window_wins(a, slice(-1, None)), a))
    tap = of(0, lambda array, a: cropped(spread(a, add=False), a))
    place = (slice(None), slice(None), slice(-1, None), slice(-1, None))
    weight = weight_from(lambda a: only(a, place))
    image = weight_from(lambda a: only(a, (slice(-1, None), *place[1:])))
    start = (slice(None), slice(None), slice(1), slice(1))
    return (
        Mistake(
            "sum-overwritten",
            "In `grad_x`, what comes later replaces what was there. It should be added.",
            "Windows overlap: a number of x that several outputs have read should get the sum of "
            "what they send.",
            window,
            last_filter,
            tap,
        ),
        Mistake(
            "grad-weight-replaced",
            "In `grad_weight`, what comes later replaces what was there. It should be added.",
            "A weight is used wherever the window stands: its gradient should be the sum over all "
            "those places.",
            weight,
            image,
        ),
        Mistake(
            "gradients-replaced",
            "In `grad_x` and in `grad_weight`, what comes later replaces what was there. It should "
            "be added.",
            "Windows overlap: a number of x that several outputs have read should get the sum of "
            "what they send. A weight is used wherever the window stands: its gradient is a sum, "
            "too.",
            one_after_another(window, weight),
            one_after_another(window, image),
            one_after_another(last_filter, image),
        ),
        Mistake(
            "loop-left-early",
            "Only the first window counts.",
            "Does the loop reach all windows? Perhaps the `return` is indented too far.",
            *thinned(start),
            *thinned((slice(1), *start[1:])),
            *thinned((slice(1), slice(1), *start[2:])),
            *thinned((slice(None), slice(None), slice(1))),
        ),
        Mistake(
            "averaged",
            "A gradient is averaged over the places. It should be a sum.",
            "Where one number is used at many places, its gradients add up. Nothing should be "
            "divided.",
            of(1, lambda array, a: array / np.prod(a["grad_output"].shape[-2:])),
            of(1, lambda array, a: array / np.prod(a["grad_output"][:, 0].shape)),
            of(0, lambda array, a: array / np.prod(a["weight"].shape[-2:])),
        ),
    )


def stride_mistakes() -> tuple[Mistake, ...]:
    """The stride is missing on the way back, and what it leaves over."""
    still = input_from(lambda a: {"stride": 1})
    dense = weight_from(lambda a: {"stride": 1})

    def one(a: dict) -> bool:
        return a["stride"] == 1

    def fits(a: dict) -> bool:
        sizes = (n + 2 * a["padding"] for n in a["x"].shape[-2:])
        return tuple(sizes) == smallest(a)

    rest_of_weight = of(1, lambda array, a: correlated(around(a), a))
    return (
        Mistake(
            "grad-x-ignores-stride",
            "`grad_x` ignores the stride: the gradients are sent to windows that are only one step "
            "apart.",
            "Output i has read the pixels from `i * stride` on. That is where its gradient should "
            "go.",
            still,
        ),
        Mistake(
            "grad-weight-ignores-stride",
            "`grad_weight` ignores the stride: the windows are read at i instead of `i * stride`.",
            "Output i has read the pixels from `i * stride` on. Its gradient should be multiplied "
            "by those pixels.",
            dense,
        ),
        Mistake(
            "stride-ignored",
            "The stride is missing in both gradients.",
            "Output i has read the pixels from `i * stride` on. Where does the stride stand in "
            "your code?",
            one_after_another(still, dense),
            where(one),
        ),
        Mistake(
            "size-from-formula",
            "The size is computed backwards from the output, so rows and columns that no window "
            "has read are missing.",
            "A gradient has the shape of what it belongs to: take the sizes from `x.shape` and "
            "`weight.shape`. Pixels that are left over at the end get 0.",
            of(0, from_formula),
            of(0, cut_off),
            rest_of_weight,
            one_after_another(of(0, from_formula), rest_of_weight),
            one_after_another(of(0, cut_off), rest_of_weight),
            where(fits),
        ),
    )


def padding_mistakes() -> tuple[Mistake, ...]:
    """The margin gets a gradient, too, which is cut off at the end."""

    def none(a: dict) -> bool:
        return not a["padding"]

    def inner(array: np.ndarray, a: dict) -> np.ndarray:
        p = a["padding"]
        return spread(a)[..., p:-p, p:-p]

    def from_start(array: np.ndarray, a: dict) -> np.ndarray:
        height, width = a["x"].shape[-2:]
        return spread(a)[..., :height, :width]

    def at_end(array: np.ndarray, a: dict) -> np.ndarray:
        height, width = a["x"].shape[-2:]
        return spread(a)[..., -height:, -width:]

    def shifted(array: np.ndarray, a: dict) -> np.ndarray:
        return collected(a | {"padding": 0}, np.pad(a["x"], _end(a["padding"])))

    def leftover_first(array: np.ndarray, a: dict) -> np.ndarray:
        p, full = a["padding"], spread(a)
        sizes = zip(full.shape[-2:], a["weight"].shape[-2:])
        over = tuple((size - taps) % a["stride"] for size, taps in sizes)
        height, width = a["x"].shape[-2:]
        return np.roll(full, over, axis=(-2, -1))[..., p : p + height, p : p + width]

    def one_axis(array: np.ndarray, a: dict) -> np.ndarray:
        p = a["padding"]
        return spread(a)[..., p : p + a["x"].shape[-2], :]

    return (
        Mistake(
            "x-not-padded",
            "`grad_weight` is computed from x without its padding.",
            "The windows have read zeros at the border. Pad x as in the forward pass, then take "
            "the same windows.",
            where(none),
            of(1, lambda array, a: correlated(np.asarray(a["x"], float), a)),
            of(1, shifted),
        ),
        Mistake(
            "padding-not-cut-off",
            "`grad_x` still has the padding around it.",
            "The margin gets a gradient, too, but it belongs to no pixel. Cut it off at the end.",
            of(0, lambda array, a: spread(a)),
            of(0, one_axis),
        ),
        Mistake(
            "crop-to-minus-p",
            "`grad_x` is empty where there is no padding.",
            "A slice `p:-p` is empty for p = 0. Compute the end from the size: `p : p + height`.",
            of(0, inner),
        ),
        Mistake(
            "cut-at-the-wrong-side",
            "The padding is not cut off at the right place, so `grad_x` is shifted.",
            "There are `padding` rows above and below: x should begin at row `padding`.",
            of(0, from_start),
            of(0, at_end),
        ),
        Mistake(
            "leftover-in-front",
            "Where the stride leaves something over, `grad_x` is shifted: rows and columns that no "
            "window has read come first. They should come last.",
            "The windows begin with the image, and what is left over lies behind the last one: put "
            "zeros there, not in front.",
            of(0, leftover_first),
        ),
        Mistake(
            "padding-ignored",
            "The padding is missing in both gradients.",
            "The windows of the forward pass began `padding` pixels before the image. Use the same "
            "places on the way back.",
            one_after_another(of(0, from_start), of(1, shifted)),
        ),
        Mistake(
            "padding-not-zero",
            "x is padded with other numbers than zeros.",
            "The padding should be zeros. If you use `np.pad`: its default mode fills with zeros.",
            of(1, lambda array, a: collected(a, around(a, mode="edge"))),
            of(1, lambda array, a: collected(a, around(a, constant_values=1))),
            of(1, lambda array, a: collected(a, around(a, mode="symmetric"))),
        ),
    )


def _end(p: int) -> list[tuple[int, int]]:
    return [(0, 0), (0, 0), (0, 2 * p), (0, 2 * p)]


def local_derivative_missing(course: Callable) -> Mistake:
    """The other factor of each product is missing."""
    return Mistake(
        "local-derivative-missing",
        "A local derivative is missing: `grad_x` must be computed with the weights, and "
        "`grad_weight` with x.",
        "Each output is a sum of products. The slope of a product for one factor is the other "
        "factor. Multiply it by what comes from above.",
        taken(0, lambda a: {"weight": np.ones_like(a["weight"])}, course),
        taken(1, lambda a: {"x": np.ones_like(a["x"])}, course),
    )
