"""What the exercises on maximum and average pooling share: windows, and mistakes with them."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.check.families.arrays import padded, pair, windows
from cnnhelpers.check.families.layers.batch import batch_mistakes
from cnnhelpers.check.families.layers.border import off_by_one, square_only, standing_still
from cnnhelpers.check.families.one_number import amount_mistakes, padding_all_axes, padding_one_axis
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, both, given, given_all, instead, then, where

ONE_IMAGE = ("batch-forgotten", "one-image-for-all")


def stride_of(a):
    return a["kernel_size"] if a["stride"] is None else a["stride"]


def around(x, sides, value=0.0, **how):
    if how:
        return padded(np.asarray(x, float), sides, **how)
    return padded(np.asarray(x, float), sides, constant_values=value)


def both_sides(p):
    return (p, p), (p, p)


def by(reduce, value=0.0, sides=both_sides, **how):
    """A mistake that makes something else of each window: ``reduce(windows, axis=(-2, -1))``."""

    def function(x, kernel_size, stride, padding, **rest):
        stride = kernel_size if stride is None else stride
        found = windows(around(x, sides(padding), value, **how), pair(kernel_size), stride)
        return reduce(found, axis=(-2, -1))

    return instead(function)


def cut_windows(reduce, value, size, axes=(-2, -1)):
    """Windows at ``size(n, k, s, p)`` places; those that hang over the end are cut short.

    ``axes`` are those whose lengths give the numbers of rows and of columns.
    """

    def function(x, kernel_size, stride, padding, **rest):
        k, p = kernel_size, padding
        stride = k if stride is None else stride
        x = around(x, both_sides(p), value)
        rows, columns = (size(x.shape[axis] - 2 * p, k, stride, p) for axis in axes)
        output = np.empty((*x.shape[:2], rows, columns))
        for i, j in np.ndindex(rows, columns):
            top, left = i * stride, j * stride
            window = x[..., top : top + k, left : left + k]
            if not window.size:
                raise ValueError
            output[..., i, j] = reduce(window, axis=(-2, -1))
        return output

    return instead(function)


def resized(reduce, value, size):
    """Windows of ``size(kernel_size, stride)`` where those of the kernel size begin."""

    def function(x, kernel_size, stride, padding, **rest):
        stride = kernel_size if stride is None else stride
        x, length = around(x, both_sides(padding), value), size(kernel_size, stride)
        rows, columns = ((n - kernel_size) // stride + 1 for n in x.shape[2:])
        output = np.empty((*x.shape[:2], rows, columns))
        for i, j in np.ndindex(rows, columns):
            top, left = i * stride, j * stride
            window = x[..., top : top + length, left : left + length]
            output[..., i, j] = reduce(window, axis=(-2, -1))
        return output

    return instead(function)


def cropped(rule):
    """The answer's size follows ``rule(n, k, s, p)``, if that is less."""

    def change(answer, a):
        k, s, p = a["kernel_size"], stride_of(a), a["padding"]
        rows, columns = (max(0, rule(n, k, s, p)) for n in a["x"].shape[-2:])
        return answer[..., :rows, :columns]

    return then(change)


def stride_mistakes(course):
    def size_only(answer, a):
        plain = course(**(a | {"stride": 1}))
        return plain[..., : answer.shape[-2], : answer.shape[-1]]

    def whole(a):
        n, k = a["x"].shape[-2:], a["kernel_size"]
        return all(size % k == 0 for size in n)

    side_by_side = given_all(lambda a: {"stride": None, "padding": 0})
    return (
        Mistake(
            "stride-default-one",
            "Without a stride the windows move by 1; they should move by the kernel size.",
            "PyTorch's default for pooling: windows side by side.",
            given(stride=lambda s: 1 if s is None else s),
        ),
        Mistake(
            "stride-default-two",
            "Without a stride the windows move by 2; they should move by the kernel size.",
            "PyTorch's default for pooling: windows side by side, however large they are.",
            given(stride=lambda s: 2 if s is None else s),
        ),
        Mistake(
            "stride-ignored",
            "The stride is not used.",
            "Where should the second window begin? With a stride, there.",
            given(stride=lambda s: None),
            given(stride=lambda s: 1),
        ),
        Mistake(
            "stride-none-fails",
            "It fails without a stride. `None` is the default and stands for the kernel size.",
            "Look at the stride first, and give it a value if it has none.",
            where(lambda a: a["stride"] is not None),
        ),
        Mistake(
            "divisible-only",
            "It fails where windows side by side do not fill the image exactly.",
            "If you cut the image by `reshape`: that knows no stride, no padding and no rest.",
            where(whole, side_by_side),
            where(lambda a: whole(a) and not a["padding"], side_by_side),
            where(lambda a: whole(a) and not a["padding"] and a["stride"] is None),
            where(lambda a: whole(a) and stride_of(a) == a["kernel_size"]),
        ),
        Mistake(
            "side-by-side-only",
            "The windows always lie side by side: neither the stride nor the padding is used.",
            "The windows should begin `stride` places apart, on the padded image. If you cut the "
            "image by `reshape`: that knows neither.",
            side_by_side,
        ),
        Mistake(
            "stride-one-axis",
            "Along one axis the stride is not what it should be.",
            "The window should make the same steps down and across.",
            given_all(lambda a: {"stride": (stride_of(a), 1)}),
            given_all(lambda a: {"stride": (1, stride_of(a))}),
        ),
        Mistake(
            "stride-size-only",
            "The size of the answer follows the stride, but the windows move by 1.",
            "Where does the second window begin? It should begin `stride` places after the first.",
            then(size_only),
        ),
        Mistake(
            "plus-one-inside",
            "With some strides a window is missing, as if the 1 were added before the division.",
            "Count the steps with the division, then add 1 for the first window.",
            cropped(lambda n, k, s, p: (n + 2 * p - k + 1) // s),
        ),
    )


def size_mistakes(reduce, value):
    def cut(size):
        return cut_windows(reduce, value, size)

    return (
        Mistake(
            "ceil",
            "A last window that does not fit whole is counted; it should be left out.",
            "Round the number of steps down: what is left at the end is not read.",
            cut(lambda n, k, s, p: math.ceil((n + 2 * p - k) / s) + 1),
        ),
        Mistake(
            "size-by-stride",
            "The number of windows is the size divided by the stride, whatever the kernel size.",
            "How many steps fit, if the last window must lie on the image as a whole?",
            cut(lambda n, k, s, p: (n + 2 * p) // s),
            cut(lambda n, k, s, p: n // s),
            cut(lambda n, k, s, p: math.ceil((n + 2 * p) / s)),
        ),
        Mistake(
            "size-by-kernel",
            "The number of windows is counted in steps of the kernel size, whatever the stride.",
            "How many steps of `stride` fit?",
            cut(lambda n, k, s, p: (n + 2 * p) // k),
            cut(lambda n, k, s, p: n // k),
            cut(lambda n, k, s, p: (n + 2 * p - k) // k + 1),
        ),
        Mistake(
            "padding-not-in-size",
            "The size of the answer forgets the padding, so windows are missing at the end.",
            "Take the size from the padded input.",
            cropped(lambda n, k, s, p: (n - k) // s + 1),
        ),
    )


def padding_mistakes(reduce, value):
    """Mistakes with padding by a value that is right."""

    def sided(sides):
        return by(reduce, value, sides)

    def outside(answer, a):
        return padded(answer, both_sides(a["padding"]))

    def everywhere(crop):
        def function(x, kernel_size, stride, padding, **rest):
            grown = np.pad(np.asarray(x, float), padding, constant_values=value)
            grown = grown[: crop(x)[0], : crop(x)[1]]
            stride = kernel_size if stride is None else stride
            return reduce(windows(grown, pair(kernel_size), stride), axis=(-2, -1))

        return instead(function)

    return (
        *amount_mistakes(sided),
        padding_one_axis(),
        padding_all_axes(
            everywhere(lambda x: (None, None)),
            everywhere(lambda x: x.shape[:2]),
            everywhere(lambda x: (None, x.shape[1])),
        ),
        Mistake(
            "output-padded",
            "The padding is put around the answer; it should be put around the input.",
            "The windows should read it: which array has to grow?",
            both(given(padding=lambda p: 0), then(outside)),
        ),
    )


def window_mistakes(course, reduce, value):
    """Mistakes in what a window is, and in what is kept apart."""

    def shorter(by):
        def change(answer, a):
            k, s = a["kernel_size"] + by, stride_of(a)
            if k < 1:
                raise ValueError
            made = course(**(a | {"kernel_size": k, "stride": s}))
            return made[..., : answer.shape[-2], : answer.shape[-1]]

        return then(change)

    def along(kernel, stride):
        def change(a):
            k, s = a["kernel_size"], stride_of(a)
            return {"kernel_size": kernel(k), "stride": stride(s)}

        return given_all(change)

    def first(found, axis):
        return found[..., 0, 0]

    def over_channels(answer, keepdims):
        return reduce(answer, axis=1, keepdims=keepdims)

    return (
        Mistake(
            "window-too-small",
            "The windows are one row and one column too small.",
            "If you use a slice: it leaves its end out by itself.",
            shorter(-1),
        ),
        Mistake(
            "window-of-stride",
            "The windows are as large as the stride, whatever the kernel size.",
            "The stride says where a window begins, `kernel_size` how large it is.",
            resized(reduce, value, lambda k, s: s),
        ),
        Mistake(
            "one-axis",
            "The windows extend along one axis only.",
            "A window should have kernel_size rows and kernel_size columns.",
            along(lambda k: (k, 1), lambda s: (s, 1)),
            along(lambda k: (1, k), lambda s: (1, s)),
            along(lambda k: (k, 1), lambda s: s),
            along(lambda k: (1, k), lambda s: s),
        ),
        Mistake(
            "first-value-only",
            "Only the first value of each window is kept.",
            "All values of a window should take part.",
            by(first),
            by(first, -np.inf),
        ),
        Mistake(
            "channels-pooled",
            "The channels are pooled, too: they are put together.",
            "Each channel should be pooled by itself, so that their number stays.",
            then(lambda answer, a: over_channels(answer, True)),
            then(lambda answer, a: over_channels(answer, False)),
            then(lambda answer, a: np.zeros_like(answer) + over_channels(answer, True)),
        ),
        Mistake(
            "first-channel-only",
            "Only one channel is pooled.",
            "Each channel should be pooled by itself, so that their number stays.",
            then(lambda answer, a: answer[:, :1]),
            then(lambda answer, a: answer[:, 0]),
            then(lambda answer, a: np.repeat(answer[:, :1], answer.shape[1], axis=1)),
            then(lambda answer, a: np.repeat(answer[:, -1:], answer.shape[1], axis=1)),
        ),
        Mistake(
            "batch-pooled",
            "The images of the batch are pooled together; each should be pooled by itself.",
            "The number of images should stay as it is.",
            then(lambda answer, a: reduce(answer, axis=0, keepdims=True)),
            then(lambda answer, a: reduce(answer, axis=0)),
        ),
        *(mistake for mistake in batch_mistakes() if mistake.slug in ONE_IMAGE),
        off_by_one(2, strided=True),
        *standing_still(2),
        square_mistake(reduce, value),
        integer_dtype(),
    )


def square_mistake(reduce, value):
    def size(n, k, s, p):
        return (n + 2 * p - k) // s + 1

    own = square_only()
    cut = [cut_windows(reduce, value, size, axes) for axes in ((-2, -2), (-1, -1))]
    return Mistake(own.slug, own.explanation, own.hint, *own.ways, *cut)
