"""Exercises of notebook 07: pooling, its output shapes, and how little it feels a shift."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.check.common import (
    NOTHING,
    given,
    given_all,
    instead,
    integer_dtype,
    padded,
    pair,
    rectified,
    then,
    where,
    windows,
)
from cnnhelpers.check.exercise import Exercise, Mistake
from cnnhelpers.check.layered import batch_mistakes, off_by_one, square_only, standing_still

# What max and average share ----------------------------------------------------------------------


def _stride(a):
    return a["kernel_size"] if a["stride"] is None else a["stride"]


def _around(x, sides, value=0.0, **how):
    if how:
        return padded(np.asarray(x, float), sides, **how)
    return padded(np.asarray(x, float), sides, constant_values=value)


def _both(p):
    return (p, p), (p, p)


def _by(reduce, value=0.0, sides=_both, **how):
    """A mistake that makes something else of each window: ``reduce(windows, axis=(-2, -1))``."""

    def function(x, kernel_size, stride, padding, **rest):
        stride = kernel_size if stride is None else stride
        found = windows(_around(x, sides(padding), value, **how), pair(kernel_size), stride)
        return reduce(found, axis=(-2, -1))

    return instead(function)


def _cut_windows(reduce, value, size, axes=(-2, -1)):
    """Windows at ``size(n, k, s, p)`` places; those that hang over the end are cut short.

    ``axes`` are those whose lengths give the numbers of rows and of columns.
    """

    def function(x, kernel_size, stride, padding, **rest):
        k, p = kernel_size, padding
        stride = k if stride is None else stride
        x = _around(x, _both(p), value)
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


def _cropped(rule):
    """The answer's size follows ``rule(n, k, s, p)``, if that is less."""

    def change(answer, a):
        k, s, p = a["kernel_size"], _stride(a), a["padding"]
        rows, columns = (max(0, rule(n, k, s, p)) for n in a["x"].shape[-2:])
        return answer[..., :rows, :columns]

    return then(change)


def _stride_mistakes(course):
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
            "stride-ignored",
            "The stride is not used.",
            "Where does the second window begin? With a stride, there.",
            given(stride=lambda s: None),
            given(stride=lambda s: 1),
        ),
        Mistake(
            "stride-none-fails",
            "It fails without a stride: `None` is the default and stands for the kernel size.",
            "Look at the stride first, and give it a value if it has none.",
            where(lambda a: a["stride"] is not None, NOTHING),
        ),
        Mistake(
            "divisible-only",
            "It works only where windows side by side fill the image.",
            "Cutting the image by `reshape` knows no stride, no padding and no rest.",
            where(whole, side_by_side),
            where(lambda a: whole(a) and not a["padding"], side_by_side),
            where(lambda a: whole(a) and not a["padding"] and a["stride"] is None, NOTHING),
            where(lambda a: whole(a) and _stride(a) == a["kernel_size"], NOTHING),
            side_by_side,
        ),
        Mistake(
            "stride-one-axis",
            "The stride is right along one axis only.",
            "The window makes the same steps down and across.",
            given_all(lambda a: {"stride": (_stride(a), 1)}),
            given_all(lambda a: {"stride": (1, _stride(a))}),
        ),
        Mistake(
            "stride-size-only",
            "The size of the answer follows the stride, but the windows move by 1.",
            "Where does the second window begin? The stride belongs into the slice, too.",
            then(size_only),
        ),
        Mistake(
            "plus-one-inside",
            "A window is missing where the stride is larger than 1: the 1 is added before the "
            "division.",
            "Count the steps with the division; the first window comes on top of them.",
            _cropped(lambda n, k, s, p: (n + 2 * p - k + 1) // s),
        ),
    )


def _size_mistakes(reduce, value):
    def cut(size):
        return _cut_windows(reduce, value, size)

    return (
        Mistake(
            "ceil",
            "A last window that does not fit whole is counted.",
            "The number of steps is rounded down: what is left at the end is not read.",
            cut(lambda n, k, s, p: math.ceil((n + 2 * p - k) / s) + 1),
        ),
        Mistake(
            "size-by-stride",
            "The size is divided by the stride, whatever the kernel: windows hang over the end, "
            "or are missing.",
            "How many steps fit, if the last window must lie on the image as a whole?",
            cut(lambda n, k, s, p: (n + 2 * p) // s),
            cut(lambda n, k, s, p: n // s),
            cut(lambda n, k, s, p: math.ceil((n + 2 * p) / s)),
        ),
        Mistake(
            "size-by-kernel",
            "The size is divided by the kernel size, whatever the stride.",
            "How many steps of `stride` fit?",
            cut(lambda n, k, s, p: (n + 2 * p) // k),
            cut(lambda n, k, s, p: n // k),
            cut(lambda n, k, s, p: (n + 2 * p - k) // k + 1),
        ),
        Mistake(
            "padding-not-in-size",
            "The size of the answer forgets the padding, so windows are missing at the end.",
            "Take the size from the padded input.",
            _cropped(lambda n, k, s, p: (n - k) // s + 1),
        ),
    )


def _padding_mistakes(reduce, value):
    """Mistakes with padding by a value that is right."""

    def sided(sides):
        return _by(reduce, value, sides)

    def outside(answer, a):
        return padded(answer, _both(a["padding"]))

    def everywhere(crop):
        def function(x, kernel_size, stride, padding, **rest):
            grown = np.pad(np.asarray(x, float), padding, constant_values=value)
            grown = grown[: crop(x)[0], : crop(x)[1]]
            stride = kernel_size if stride is None else stride
            return reduce(windows(grown, pair(kernel_size), stride), axis=(-2, -1))

        return instead(function)

    return (
        Mistake(
            "padding-ignored",
            "The padding is not used.",
            "Before the windows are read, the input grows on every side.",
            given(padding=lambda p: 0),
        ),
        Mistake(
            "padding-one-side",
            "The padding is added on one side of each axis only.",
            "Padding is per side: above and below, left and right.",
            sided(lambda p: ((p, 0), (p, 0))),
            sided(lambda p: ((0, p), (0, p))),
        ),
        Mistake(
            "padding-total",
            "The padding is taken for the total of both sides; it is meant for each side.",
            "With padding 1 an input of 5 becomes 7.",
            sided(lambda p: ((p // 2, p - p // 2), (p // 2, p - p // 2))),
            sided(lambda p: ((p - p // 2, p // 2), (p - p // 2, p // 2))),
            given(padding=lambda p: p // 2),
        ),
        Mistake(
            "padding-doubled",
            "Twice as much padding is added on each side.",
            "Padding is per side already: with padding 1 an input of 5 becomes 7.",
            given(padding=lambda p: 2 * p),
        ),
        Mistake(
            "padding-one-axis",
            "The padding is added along one axis only.",
            "Rows above and below, and columns left and right.",
            given(padding=lambda p: (p, 0)),
            given(padding=lambda p: (0, p)),
        ),
        Mistake(
            "padding-all-axes",
            "Images and channels are padded, too: `np.pad` with one number adds to every axis.",
            "`np.pad` takes a pair for each axis; two of the four axes get nothing.",
            everywhere(lambda x: (None, None)),
            everywhere(lambda x: x.shape[:2]),
            everywhere(lambda x: (None, x.shape[1])),
        ),
        Mistake(
            "output-padded",
            "The padding is put around the answer, not around the input.",
            "The windows should read it: which array has to grow?",
            given(padding=lambda p: 0).then(then(outside)),
        ),
    )


def _window_mistakes(course, reduce, value):
    """Mistakes in what a window is, and in what is kept apart."""

    def shorter(by):
        def change(answer, a):
            k, s = a["kernel_size"] + by, _stride(a)
            if k < 1:
                raise ValueError
            made = course(**(a | {"kernel_size": k, "stride": s}))
            return made[..., : answer.shape[-2], : answer.shape[-1]]

        return then(change)

    def along(kernel, stride):
        def change(a):
            k, s = a["kernel_size"], _stride(a)
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
            "`start : start + size` leaves its end out by itself.",
            shorter(-1),
        ),
        Mistake(
            "one-axis",
            "The windows extend along one axis only.",
            "A window has kernel_size rows and kernel_size columns.",
            along(lambda k: (k, 1), lambda s: (s, 1)),
            along(lambda k: (1, k), lambda s: (1, s)),
            along(lambda k: (k, 1), lambda s: s),
            along(lambda k: (1, k), lambda s: s),
        ),
        Mistake(
            "first-value-only",
            "Only the first value of each window is kept.",
            "All values of a window take part, not only its corner.",
            _by(first),
            _by(first, -np.inf),
        ),
        Mistake(
            "channels-pooled",
            "The channels are pooled, too.",
            "Each channel is pooled by itself, so their number stays.",
            then(lambda answer, a: over_channels(answer, True)),
            then(lambda answer, a: over_channels(answer, False)),
            then(lambda answer, a: np.zeros_like(answer) + over_channels(answer, True)),
        ),
        Mistake(
            "first-channel-only",
            "Only one channel is pooled.",
            "Each channel is pooled by itself, so their number stays.",
            then(lambda answer, a: answer[:, :1]),
            then(lambda answer, a: answer[:, 0]),
            then(lambda answer, a: np.repeat(answer[:, :1], answer.shape[1], axis=1)),
            then(lambda answer, a: np.repeat(answer[:, -1:], answer.shape[1], axis=1)),
        ),
        Mistake(
            "batch-pooled",
            "The images of the batch are pooled together.",
            "Each image is pooled by itself.",
            then(lambda answer, a: reduce(answer, axis=0, keepdims=True)),
            then(lambda answer, a: reduce(answer, axis=0)),
        ),
        *(mistake for mistake in batch_mistakes() if mistake.slug == "batch-forgotten"),
        off_by_one(2),
        standing_still(2),
        _square_only(reduce, value),
        integer_dtype(),
    )


def _square_only(reduce, value):
    def size(n, k, s, p):
        return (n + 2 * p - k) // s + 1

    own = square_only()
    cut = [_cut_windows(reduce, value, size, axes) for axes in ((-2, -2), (-1, -1))]
    return Mistake(own.slug, own.explanation, own.hint, *own.ways, *cut)


# Maximum ----------------------------------------------------------------------------------------


def _max_pool2d():
    def max_pool2d(
        x: np.ndarray, kernel_size: int, stride: int | None = None, padding: int = 0
    ) -> np.ndarray:
        """Return the largest value of each window of x (N, C, H, W).

        ``kernel_size``, ``stride`` and ``padding`` are one number each; without a stride it is the
        kernel size. The padding, per side, holds minus infinity. Shape: (N, C, H_out, W_out).
        """
        stride = kernel_size if stride is None else stride
        (p, q) = pair(padding)
        x = padded(np.asarray(x, float), ((p, p), (q, q)), constant_values=-np.inf)
        return windows(x, pair(kernel_size), stride).max(axis=(-2, -1))

    def place(found, axis):
        return found.reshape(*found.shape[:-2], -1).argmax(axis=-1)

    def largest_size(found, axis):
        return np.abs(found).max(axis=axis)

    def signed(found, axis):
        flat = found.reshape(*found.shape[:-2], -1)
        index = np.abs(flat).argmax(axis=-1)
        return np.take_along_axis(flat, index[..., None], -1)[..., 0]

    def spread(found, axis):
        return found.max(axis=axis) - found.min(axis=axis)

    return Exercise(
        max_pool2d,
        "array",
        (
            Mistake(
                "padding-zero",
                "The padding holds 0 (or another number), which wins where all values of a window "
                "are smaller.",
                "Which number never wins, however small the others are?",
                _by(np.max, 0.0),
                _by(np.max, -1.0),
                _by(np.max, 1.0),
                _by(np.max, np.inf),
                _by(np.max, np.nan),
            ),
            Mistake(
                "maximum-from-zero",
                "Negative values have become 0 (or positive): the search begins at 0, or there is "
                "an activation.",
                "Begin with a value of the window itself; a window may hold negative values only.",
                *rectified().ways,
            ),
            Mistake(
                "average-for-max",
                "It takes the average of each window; the largest value is asked for.",
                "`max` instead of `mean`.",
                _by(np.mean),
                _by(np.sum),
                _by(np.median),
                _by(np.mean, -np.inf),
                _by(np.sum, -np.inf),
            ),
            Mistake(
                "min-for-max",
                "It takes the smallest value of each window.",
                "Which way does the comparison point?",
                _by(np.min, np.inf),
                _by(np.min, 0.0),
                _by(np.min, -np.inf),
            ),
            Mistake(
                "absolute-value",
                "It looks for the largest absolute value.",
                "Leave `abs` out: 1 is larger than -5.",
                _by(largest_size),
                _by(signed),
            ),
            Mistake(
                "index-for-value",
                "It returns where the largest value is; the value itself is asked for.",
                "`max` gives the value, `argmax` its place.",
                _by(place, -np.inf),
                _by(place),
            ),
            Mistake(
                "range-for-max",
                "It returns the difference between the largest and the smallest value.",
                "The largest value alone.",
                _by(spread),
            ),
            *_stride_mistakes(max_pool2d),
            *_size_mistakes(np.max, -np.inf),
            *_padding_mistakes(np.max, -np.inf),
            *_window_mistakes(max_pool2d, np.max, -np.inf),
        ),
    )


max_pool2d = _max_pool2d()

# Average ----------------------------------------------------------------------------------------


def _avg_pool2d():
    def avg_pool2d(
        x: np.ndarray,
        kernel_size: int,
        stride: int | None = None,
        padding: int = 0,
        count_include_pad: bool = True,
    ) -> np.ndarray:
        """Return the average of each window of x (N, C, H, W), padded with zeros.

        ``kernel_size``, ``stride`` and ``padding`` (per side) are one number each; without a stride
        it is the kernel size. With ``count_include_pad`` the padding's zeros are counted, else the
        sum is divided by the number of the window's values that lie on the image.
        """
        stride = kernel_size if stride is None else stride
        (p, q), kernel = pair(padding), pair(kernel_size)
        x = np.asarray(x, float)
        sums = windows(padded(x, ((p, p), (q, q))), kernel, stride).sum(axis=(-2, -1))
        if count_include_pad:
            return sums / math.prod(kernel)
        real = padded(np.ones(x.shape), ((p, p), (q, q)))
        return sums / windows(real, kernel, stride).sum(axis=(-2, -1))

    def over(count):
        """Divide the sums by something else."""

        def change(answer, a):
            sums = avg_pool2d(**(a | {"count_include_pad": True})) * a["kernel_size"] ** 2
            return sums / count(a["kernel_size"], _stride(a), a)

        return then(change)

    def sided(sides):
        """Padding on the wrong sides, counted as asked for."""

        def function(x, kernel_size, stride, padding, count_include_pad):
            stride = kernel_size if stride is None else stride
            sums, counts = (
                windows(_around(array, sides(padding)), pair(kernel_size), stride)
                for array in (x, np.ones(x.shape))
            )
            counts = kernel_size**2 if count_include_pad else counts.sum(axis=(-2, -1))
            return sums.sum(axis=(-2, -1)) / counts

        return instead(function)

    def with_sides(mistakes):
        more = {
            "padding-one-side": (
                sided(lambda p: ((p, 0), (p, 0))),
                sided(lambda p: ((0, p), (0, p))),
            ),
            "padding-total": (
                sided(lambda p: ((p // 2, p - p // 2), (p // 2, p - p // 2))),
                sided(lambda p: ((p - p // 2, p // 2), (p - p // 2, p // 2))),
            ),
        }
        return tuple(
            Mistake(m.slug, m.explanation, m.hint, *m.ways, *more.get(m.slug, ()))
            for m in mistakes
        )

    def where_inside(found, axis):
        """The mean of the values that are not 0."""
        return found.sum(axis=axis) / (found != 0).sum(axis=axis)

    return Exercise(
        avg_pool2d,
        "array",
        (
            Mistake(
                "count-include-pad-ignored",
                "`count_include_pad` is not used: the padding is always counted, or never.",
                "There are two ways to divide; the argument says which.",
                given(count_include_pad=lambda count: True),
                given(count_include_pad=lambda count: False),
            ),
            Mistake(
                "count-include-pad-reversed",
                "`count_include_pad` is used the wrong way round.",
                "True counts the zeros of the padding as values.",
                given(count_include_pad=lambda count: not count),
            ),
            Mistake(
                "not-divided",
                "It returns the sums; an average is divided by the number of values.",
                "`mean` instead of `sum`, or a division at the end.",
                over(lambda k, s, a: 1),
            ),
            Mistake(
                "wrong-count",
                "The sums are divided by the wrong number.",
                "How many values are there in a window of 3 × 3?",
                over(lambda k, s, a: k),
                over(lambda k, s, a: s * s),
                over(lambda k, s, a: 2 * k),
                over(lambda k, s, a: k * k - 1),
                over(lambda k, s, a: k * k + 1),
                over(lambda k, s, a: (k + 2 * a["padding"]) ** 2),
                over(lambda k, s, a: s),
                over(lambda k, s, a: a["x"].shape[-1] * a["x"].shape[-2]),
            ),
            Mistake(
                "zeros-not-counted",
                "Zeros of the image itself are taken for padding and not counted.",
                "Count where the window lies, not what it holds.",
                _by(where_inside),
                then(
                    lambda answer, a: (
                        answer if a["count_include_pad"] else _by(where_inside).instead(**a)
                    )
                ),
            ),
            Mistake(
                "max-for-average",
                "It takes the largest value of each window; the average is asked for.",
                "`mean` instead of `max`.",
                _by(np.max),
                _by(np.max, -np.inf),
                _by(np.median),
                _by(np.min),
            ),
            Mistake(
                "padding-minus-infinity",
                "The padding holds minus infinity, as for the maximum; here it holds zeros.",
                "Which number changes no sum?",
                _by(np.mean, -np.inf),
                _by(np.sum, -np.inf),
            ),
            Mistake(
                "padding-nonzero",
                "The padding is not zero.",
                "What does `np.pad` put around by default?",
                *(_by(np.mean, mode=mode) for mode in ("edge", "reflect", "symmetric", "wrap")),
                _by(np.mean, 1.0),
                _by(np.mean, np.nan),
            ),
            *_stride_mistakes(avg_pool2d),
            *_size_mistakes(np.mean, 0.0),
            *with_sides(_padding_mistakes(np.mean, 0.0)),
            *_window_mistakes(avg_pool2d, np.mean, 0.0),
            rectified(),
        ),
    )


avg_pool2d = _avg_pool2d()


def _global_avg_pool():
    def global_avg_pool(x: np.ndarray) -> np.ndarray:
        """Return the average of each channel of each image: x (N, C, H, W) -> (N, C)."""
        return np.mean(x, axis=(2, 3))

    def way(function):
        return instead(lambda x: function(x))

    return Exercise(
        global_avg_pool,
        "array",
        (
            Mistake(
                "channels-pooled",
                "The channels are averaged, too.",
                "Each channel keeps a number of its own: only height and width go.",
                way(lambda x: x.mean(axis=(1, 2, 3))),
                way(lambda x: x.mean(axis=1)),
                way(lambda x: x.mean(axis=(1, 2, 3), keepdims=True)),
                way(lambda x: x.mean(axis=(1, 3))),
            ),
            Mistake(
                "batch-pooled",
                "The images are averaged, too.",
                "Each image keeps its numbers: only height and width go.",
                way(lambda x: x.mean(axis=(0, 2, 3))),
                way(lambda x: x.mean(axis=0)),
                way(lambda x: x.mean(axis=(0, 2, 3), keepdims=True)),
                way(lambda x: x.mean(axis=(0, 1))),
            ),
            Mistake(
                "everything-averaged",
                "All numbers are averaged into one.",
                "`mean` takes the axes that should go.",
                way(lambda x: x.mean()),
            ),
            Mistake(
                "one-axis",
                "Only one of height and width is averaged.",
                "Two axes go: height and width.",
                way(lambda x: x.mean(axis=2)),
                way(lambda x: x.mean(axis=3)),
            ),
            Mistake(
                "axes-kept",
                "The numbers are right, but height and width are still there, with length 1.",
                "The answer has two axes: images and channels.",
                way(lambda x: x.mean(axis=(2, 3), keepdims=True)),
                way(lambda x: x.mean(axis=(2, 3), keepdims=True)[..., 0]),
            ),
            Mistake(
                "not-divided",
                "It returns the sums.",
                "An average is divided by the number of values.",
                way(lambda x: x.sum(axis=(2, 3))),
            ),
            Mistake(
                "max-for-average",
                "It takes the largest value of each channel (or another than the average).",
                "`mean` instead of `max`.",
                way(lambda x: x.max(axis=(2, 3))),
                way(lambda x: np.median(x, axis=(2, 3))),
                way(lambda x: x.min(axis=(2, 3))),
            ),
            Mistake(
                "wrong-count",
                "The sums are divided by the wrong number.",
                "A channel holds height times width values.",
                way(lambda x: x.sum(axis=(2, 3)) / x.shape[2]),
                way(lambda x: x.sum(axis=(2, 3)) / x.shape[3]),
                way(lambda x: x.sum(axis=(2, 3)) / x.shape[2] ** 2),
                way(lambda x: x.sum(axis=(2, 3)) / x.shape[3] ** 2),
                way(lambda x: x.sum(axis=(2, 3)) / x[0].size),
                way(lambda x: x.sum(axis=(2, 3)) / x.size),
                way(lambda x: x.sum(axis=(2, 3)) / sum(x.shape[2:])),
                way(lambda x: x.sum(axis=(2, 3)) / x.shape[1]),
            ),
            Mistake(
                "axes-swapped",
                "The channels come before the images.",
                "The first axis counts the images, the second the channels.",
                then(lambda answer, a: answer.T),
                then(lambda answer, a: answer.T.reshape(answer.shape)),
            ),
            Mistake(
                "channels-last",
                "The axes are taken for (N, H, W, C).",
                "Height and width are the last two axes here.",
                way(lambda x: x.mean(axis=(1, 2))),
            ),
            *batch_mistakes()[:1],
            integer_dtype(),
        ),
    )


global_avg_pool = _global_avg_pool()

# Shapes -----------------------------------------------------------------------------------------


def _max_pool_shape():
    def max_pool_shape(
        shape: tuple[int, int, int, int], kernel_size: int, stride: int | None = None
    ) -> tuple[int, int, int, int]:
        """Return the shape after pooling, without padding, of an array of shape (N, C, H, W).

        Without a stride it is the kernel size; what is left at the end is not read.
        """
        images, channels, height, width = shape
        stride = kernel_size if stride is None else stride
        rows, columns = ((size - kernel_size) // stride + 1 for size in (height, width))
        return images, channels, rows, columns

    def sizes(rule):
        """Another formula of size, kernel and stride for height and width."""

        def function(shape, kernel_size, stride):
            stride = kernel_size if stride is None else stride
            return (*shape[:2], *(rule(size, kernel_size, stride) for size in shape[2:]))

        return instead(function)

    def channels(rule):
        return then(lambda answer, a: (answer[0], rule(answer[1], a), *answer[2:]))

    return Exercise(
        max_pool_shape,
        "numbers",
        (
            Mistake(
                "stride-default-one",
                "Without a stride the windows move by 1; they should move by the kernel size.",
                "PyTorch's default for pooling: windows side by side.",
                given(stride=lambda s: 1 if s is None else s),
            ),
            Mistake(
                "stride-ignored",
                "The stride is not used.",
                "Divide by the steps that the window makes.",
                given(stride=lambda s: None),
                given(stride=lambda s: 1),
                sizes(lambda n, k, s: n // k),
            ),
            Mistake(
                "stride-none-fails",
                "It fails without a stride: `None` is the default and stands for the kernel size.",
                "Look at the stride first, and give it a value if it has none.",
                where(lambda a: a["stride"] is not None, NOTHING),
            ),
            Mistake(
                "kernel-forgotten",
                "The size is divided by the stride, whatever the kernel.",
                "The last window must lie on the image as a whole.",
                sizes(lambda n, k, s: n // s),
                sizes(lambda n, k, s: math.ceil(n / s)),
                sizes(lambda n, k, s: (n - 1) // s + 1),
                sizes(lambda n, k, s: n // s + 1),
            ),
            Mistake(
                "plus-one-missing",
                "One window is missing along each axis: the first one, before any step.",
                "With no room to step there is still one window.",
                sizes(lambda n, k, s: (n - k) // s),
            ),
            Mistake(
                "plus-one-inside",
                "The 1 is added before the division by the stride.",
                "First count the steps, then add the first window.",
                sizes(lambda n, k, s: (n - k + 1) // s),
            ),
            Mistake(
                "ceil",
                "It rounds up: a last window that does not fit whole is counted.",
                "What is left at the end is not read.",
                sizes(lambda n, k, s: math.ceil((n - k) / s) + 1),
                sizes(lambda n, k, s: round((n - k) / s) + 1),
            ),
            Mistake(
                "floor-missing",
                "The division is not rounded down, so there are fractions of windows.",
                "Which division gives whole numbers?",
                sizes(lambda n, k, s: (n - k) / s + 1),
            ),
            Mistake(
                "padded",
                "A padding is counted; there is none.",
                "The window begins at the first pixel and ends at the last.",
                sizes(lambda n, k, s: (n + 2 * (k // 2) - k) // s + 1),
                sizes(lambda n, k, s: (n + 2 - k) // s + 1),
            ),
            Mistake(
                "channels-pooled",
                "The number of channels changes; pooling keeps it.",
                "Each channel is pooled by itself.",
                channels(lambda c, a: 1),
                channels(lambda c, a: c // a["kernel_size"]),
                channels(lambda c, a: c // (a["stride"] or a["kernel_size"])),
                channels(lambda c, a: max(0, c - a["kernel_size"]) // (a["stride"] or 1) + 1),
            ),
            Mistake(
                "batch-forgotten",
                "The number of images is missing, or wrong.",
                "The shape begins with the number of images, which pooling keeps.",
                then(lambda answer, a: answer[1:]),
                then(lambda answer, a: (1, *answer[1:])),
            ),
            Mistake(
                "height-and-width-only",
                "Only height and width are returned.",
                "The shape has four numbers.",
                then(lambda answer, a: answer[2:]),
            ),
            Mistake(
                "height-width-swapped",
                "Height and width are exchanged.",
                "The height comes before the width, as in every shape.",
                then(lambda answer, a: (*answer[:2], answer[3], answer[2])),
            ),
            Mistake(
                "channels-last",
                "The channels come last.",
                "PyTorch's order: images, channels, height, width.",
                then(lambda answer, a: (answer[0], *answer[2:], answer[1])),
            ),
            Mistake(
                "square-only",
                "Height is taken for width, or width for height.",
                "They are two numbers; compute each from its own size.",
                then(lambda answer, a: (*answer[:3], answer[2])),
                then(lambda answer, a: (*answer[:2], answer[3], answer[3])),
            ),
            Mistake(
                "one-axis",
                "Only one of height and width is pooled.",
                "The window moves down and across.",
                then(lambda answer, a: (*answer[:3], a["shape"][3])),
                then(lambda answer, a: (*answer[:2], a["shape"][2], answer[3])),
            ),
            Mistake(
                "number-of-values",
                "It returns how many values there are; the shape is asked for.",
                "Return the four numbers as a tuple.",
                then(lambda answer, a: math.prod(answer)),
            ),
        ),
    )


max_pool_shape = _max_pool_shape()

# Shifts -----------------------------------------------------------------------------------------


def _feature_change():
    def feature_change(features: np.ndarray, shifted: np.ndarray) -> float:
        """Return ``||features - shifted|| / ||features||``, both of any one shape.

        The norm is the root of the sum of all squares.
        """
        features, shifted = np.asarray(features, float), np.asarray(shifted, float)
        return math.sqrt(np.sum((features - shifted) ** 2) / np.sum(features**2))

    def way(function):
        return instead(lambda features, shifted: function(features, shifted))

    def norm(x):
        return np.sqrt((np.asarray(x, float) ** 2).sum())

    def rows(f, s):
        return np.linalg.norm(f - s, axis=-1) / np.linalg.norm(f, axis=-1)

    def spectral(x):
        return np.linalg.norm(np.atleast_2d(x), 2, axis=(-2, -1))

    return Exercise(
        feature_change,
        "decimal",
        (
            Mistake(
                "absolute-change",
                "The change is not divided by the size of the features.",
                "A change of 1 is much for features of size 1, and little for features of 100.",
                way(lambda f, s: norm(f - s)),
            ),
            Mistake(
                "wrong-norm-below",
                "It is divided by something else than the size of the features.",
                "The second norm is that of `features` alone.",
                way(lambda f, s: norm(f - s) / norm(s)),
                way(lambda f, s: norm(f - s) / (norm(f) + norm(s))),
                way(lambda f, s: norm(f - s) / f.size),
                way(lambda f, s: norm(f - s) / np.sqrt(f.size)),
                way(lambda f, s: norm(f - s) / np.abs(f).sum()),
                way(lambda f, s: norm(f - s) / f.sum()),
                way(lambda f, s: norm(f - s) / np.abs(f).max()),
                way(lambda f, s: norm(f - s) / max(norm(f), norm(s))),
                way(lambda f, s: norm(f - s) / len(f)),
                way(lambda f, s: norm(f - s) / (f**2).sum()),
                way(lambda f, s: norm(f - s) / np.mean(np.abs(f))),
            ),
            Mistake(
                "root-missing",
                "The root is missing: it compares the sums of squares.",
                "A norm is the root of the sum of squares.",
                way(lambda f, s: ((f - s) ** 2).sum() / (f**2).sum()),
                way(lambda f, s: ((f - s) ** 2).sum() / norm(f)),
                way(lambda f, s: ((f - s) ** 2).sum()),
            ),
            Mistake(
                "absolute-values",
                "It adds absolute values; a norm adds squares and takes the root.",
                "Square, add, take the root.",
                way(lambda f, s: np.abs(f - s).sum() / np.abs(f).sum()),
                way(lambda f, s: np.abs(f - s).mean()),
                way(lambda f, s: np.abs(f - s).sum()),
            ),
            Mistake(
                "largest-change",
                "It compares the largest values only.",
                "All values take part: square, add, take the root.",
                way(lambda f, s: np.abs(f - s).max() / np.abs(f).max()),
                way(lambda f, s: np.abs(f - s).max()),
            ),
            Mistake(
                "signs-cancel",
                "The differences are added with their signs, so that they cancel.",
                "Square each difference before you add.",
                way(lambda f, s: (f - s).sum() / f.sum()),
                way(lambda f, s: abs((f - s).sum() / f.sum())),
                way(lambda f, s: np.abs((f - s).sum()) / norm(f)),
                way(lambda f, s: (f - s).mean()),
            ),
            Mistake(
                "norms-subtracted",
                "It takes the difference of the two norms; the norm of the difference is asked "
                "for.",
                "Subtract the arrays first: a shift changes places and hardly the norm.",
                way(lambda f, s: abs(norm(f) - norm(s)) / norm(f)),
                way(lambda f, s: (norm(f) - norm(s)) / norm(f)),
                way(lambda f, s: (norm(s) - norm(f)) / norm(f)),
            ),
            Mistake(
                "elementwise-average",
                "Each value is compared by itself, and the relations are averaged.",
                "One norm over one norm: sum before you divide.",
                way(lambda f, s: np.mean(np.abs(f - s) / np.abs(f))),
                way(lambda f, s: np.sum(np.abs(f - s) / np.abs(f))),
                way(lambda f, s: np.mean(rows(f, s))),
                way(lambda f, s: norm((f - s) / f)),
            ),
            Mistake(
                "not-one-number",
                "The answer is not one number.",
                "The norm of the whole array is one number: no axis.",
                way(rows),
                way(lambda f, s: np.abs(f - s) / np.abs(f)),
                way(lambda f, s: (f - s) / norm(f)),
            ),
            Mistake(
                "matrix-norm",
                "The norm is another one than the root of the sum of squares.",
                "`np.linalg.norm` without an order, or of the flattened array.",
                way(lambda f, s: spectral(f - s) / spectral(f)),
            ),
            Mistake(
                "turned-over",
                "The fraction is upside down, or taken from 1.",
                "No change gives 0.",
                way(lambda f, s: norm(f) / norm(f - s)),
                way(lambda f, s: 1 - norm(f - s) / norm(f)),
                way(lambda f, s: norm(s) / norm(f)),
            ),
            Mistake(
                "percent",
                "The answer is in percent.",
                "A change as large as the features is 1.",
                way(lambda f, s: 100 * norm(f - s) / norm(f)),
            ),
            Mistake(
                "sum-for-difference",
                "The arrays are added, not subtracted.",
                "How far apart are they?",
                way(lambda f, s: norm(f + s) / norm(f)),
            ),
            Mistake(
                "mean-squared",
                "It is the mean squared error, or its root.",
                "A norm adds and does not average.",
                way(lambda f, s: ((f - s) ** 2).mean()),
                way(lambda f, s: np.sqrt(((f - s) ** 2).mean()) / norm(f)),
            ),
        ),
    )


feature_change = _feature_change()

__all__ = ["avg_pool2d", "feature_change", "global_avg_pool", "max_pool2d", "max_pool_shape"]
