"""Exercises of notebook 04: channels, filters and batches, and what they cost."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.common import (
    given,
    given_all,
    instead,
    integer_dtype,
    padded,
    pair,
    rectified,
    then,
    transposed_kernel,
    where,
    windows,
)
from cnnhelpers.check.exercise import Exercise, Mistake
from cnnhelpers.check.layered import (
    batch_mistakes,
    bias_mistakes,
    column,
    flipped_mistakes,
    input_channel_mistakes,
    off_by_one,
    output_channel_mistakes,
    size_of_input,
    square_only,
    standing_still,
    sum_mistakes,
    weight_axes,
)
from cnnhelpers.check.layered import padded as padded_input

# One filter, one window -------------------------------------------------------------------------


def _filter_response():
    def filter_response(window: np.ndarray, weight: np.ndarray, bias: float) -> float:
        """Return one filter's answer to one window, both (C, K_H, K_W): sum plus bias."""
        return float(np.sum(np.asarray(window) * np.asarray(weight)) + bias)

    def way(function):
        return instead(lambda window, weight, bias: function(window, weight, bias))

    def by_channel(window, weight):
        return (window * weight).sum(axis=(1, 2))

    def reshaped(*shape):
        return then(lambda answer, a: np.reshape(answer, shape))

    def one_tap(*index):
        def change(weight):
            keep = np.zeros(weight.shape)
            keep[index] = 1
            return weight * keep

        return given(weight=change)

    return Exercise(
        filter_response,
        "decimal",
        (
            Mistake(
                "bias-missing",
                "The bias is not added.",
                "When all products are summed, one number more is added.",
                given(bias=lambda bias: 0),
            ),
            Mistake(
                "bias-per-input-channel",
                "The bias is added once for each channel.",
                "One window gives one sum, over all channels; the bias is added to that.",
                given_all(lambda a: {"bias": a["bias"] * len(a["window"])}),
            ),
            Mistake(
                "bias-per-tap",
                "The bias is added to every product instead of once.",
                "Sum first, and add the bias to the sum.",
                given_all(lambda a: {"bias": a["bias"] * a["window"].size}),
                given_all(lambda a: {"bias": a["bias"] * a["window"][0].size}),
            ),
            Mistake(
                "bias-subtracted",
                "The bias is subtracted.",
                "The answer is the sum plus the bias.",
                given(bias=lambda bias: -bias),
            ),
            Mistake(
                "bias-multiplied",
                "The bias multiplies the sum.",
                "The answer is the sum plus the bias.",
                way(lambda x, w, b: (x * w).sum() * b),
                way(lambda x, w, b: (x * (w + b)).sum()),
            ),
            Mistake(
                "channels-averaged",
                "The channels are averaged; they are summed.",
                "The products of all channels are added up, and nothing is divided.",
                way(lambda x, w, b: by_channel(x, w).mean() + b),
                then(lambda answer, a: answer / len(a["window"])),
            ),
            Mistake(
                "averaged",
                "It takes the mean of the products; a filter takes their sum.",
                "How often is `mean` or a division needed in a dot product?",
                way(lambda x, w, b: (x * w).mean() + b),
                then(lambda answer, a: answer / a["window"].size),
                way(lambda x, w, b: (x * w).sum() / x[0].size + b),
            ),
            Mistake(
                "first-channel-only",
                "Only the first channel is read.",
                "The window has as many channels as the filter: all of them count.",
                one_tap(0),
            ),
            Mistake(
                "last-channel-only",
                "Only the last channel is left: each replaces the ones before it.",
                "Collect over the channels with `+=`.",
                one_tap(-1),
            ),
            Mistake(
                "sum-overwritten",
                "Only the last product is left: every new one replaces the sum.",
                "Collect with `+=`; `=` forgets what was there.",
                one_tap(-1, -1, -1),
                one_tap(slice(None), -1, -1),
                one_tap(-1, -1),
            ),
            Mistake(
                "loop-left-early",
                "Only the first products count.",
                "Is `return` or `break` indented too far?",
                one_tap(0, 0, 0),
                one_tap(0, 0),
                one_tap(slice(None), 0, 0),
            ),
            Mistake(
                "channels-not-summed",
                "The answer holds a number for each channel or pixel; one number is asked for.",
                "Add up over all three axes; `sum` without an axis does.",
                way(lambda x, w, b: by_channel(x, w) + b),
                way(lambda x, w, b: by_channel(x, w)),
                way(lambda x, w, b: (x * w).sum(axis=0) + b),
                way(lambda x, w, b: x * w + b),
                way(lambda x, w, b: x * w),
                way(lambda x, w, b: (x * w).sum(axis=-1) + b),
            ),
            Mistake(
                "flipped-kernel",
                "The filter is turned round; it is laid on the window as it is.",
                "The filter's first number meets the window's first.",
                given(weight=lambda w: w[:, ::-1, ::-1]),
                given(weight=lambda w: w[::-1, ::-1, ::-1]),
            ),
            Mistake(
                "input-channels-reversed",
                "The channels meet the filter's in the wrong order.",
                "Channel 0 of the window meets channel 0 of the filter.",
                given(weight=lambda w: w[::-1]),
            ),
            Mistake(
                "kernel-transposed",
                "Rows and columns of the filter are exchanged.",
                "The same index into both: weight[c, u, v] and window[c, u, v].",
                given(weight=lambda w: np.swapaxes(w, 1, 2)),
                where(
                    lambda a: a["weight"].shape[1] == a["weight"].shape[2],
                    given(weight=lambda w: np.swapaxes(w, 1, 2)),
                ),
            ),
            Mistake(
                "kernel-ignored",
                "The pixels do not meet their own weights: window and filter are summed apart.",
                "Multiply first, each pixel with its weight; then add.",
                way(lambda x, w, b: x.sum() * w.sum() + b),
                way(lambda x, w, b: x.sum() + b),
                way(lambda x, w, b: x.sum() + w.sum() + b),
                way(lambda x, w, b: w.sum() + b),
                way(lambda x, w, b: (x.sum(axis=(1, 2)) * w.sum(axis=(1, 2))).sum() + b),
            ),
            Mistake(
                "matrix-product",
                "Window and filter are multiplied as matrices (`@`, `np.dot`).",
                "Multiply element by element with `*`, then add all products.",
                way(lambda x, w, b: (x @ w).sum() + b),
                way(lambda x, w, b: (x @ np.swapaxes(w, 1, 2)).sum() + b),
            ),
            rectified(),
            Mistake(
                "extra-axes",
                "The number is right, but it comes in an array with axes.",
                "Take the number out: index the array, or call `float` on it.",
                reshaped(1),
                reshaped(1, 1),
                reshaped(1, 1, 1),
                reshaped(1, 1, 1, 1),
            ),
            integer_dtype(),
        ),
        symbol="⋆",
    )


filter_response = _filter_response()

# Whole images -----------------------------------------------------------------------------------


def _conv2d_image():
    def conv2d_image(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
        """Return the convolution of x (C_in, H, W) with weight (C_out, C_in, K_H, K_W).

        One bias for each output channel; stride 1, no padding. Shape: (C_out, H - K_H + 1,
        W - K_W + 1).
        """
        x, weight = np.asarray(x), np.asarray(weight)
        found = windows(x, weight.shape[2:])  # C_in, H_out, W_out, K_H, K_W
        return np.einsum("cijuv,ocuv->oij", found, weight) + column(bias, 2)

    return Exercise(
        conv2d_image,
        "array",
        (
            *flipped_mistakes(2),
            transposed_kernel("weight"),
            *bias_mistakes(2),
            *input_channel_mistakes(conv2d_image, 2),
            *output_channel_mistakes(2),
            weight_axes(conv2d_image),
            *sum_mistakes(2),
            off_by_one(2),
            padded_input(conv2d_image, 2),
            size_of_input(2),
            standing_still(2),
            square_only("weight"),
            rectified(),
            integer_dtype(),
        ),
        symbol="⋆",
    )


conv2d_image = _conv2d_image()


def _all_axes(a):
    return np.pad(a["x"], a["padding"])


def _size_by(rule):
    """The answer has the size that ``rule(size, kernel, stride, padding)`` says, if less."""

    def change(answer, a):
        kernel = a["weight"].shape[2:]
        rows, columns = (
            max(0, rule(n, k, a["stride"], a["padding"])) for n, k in zip(a["x"].shape[2:], kernel)
        )
        return answer[..., :rows, :columns]

    return then(change)


def _stride_mistakes(course):
    def size_only(answer, a):
        plain = course(**(a | {"stride": 1}))
        return plain[..., : answer.shape[-2], : answer.shape[-1]]

    def thinned(a):
        p, stride = a["padding"], a["stride"]
        x = padded(a["x"], ((p, p), (p, p)))[..., ::stride, ::stride]
        return {"x": x, "stride": 1, "padding": 0}

    def hanging_over(a):
        p, more = a["padding"], a["stride"] - 1
        return {"x": padded(a["x"], ((p, p + more), (p, p + more))), "padding": 0}

    def fits(a):
        return course(**a).shape == course(**(a | hanging_over(a))).shape

    return (
        Mistake(
            "stride-ignored",
            "The stride is not used: the window moves by 1.",
            "The stride is the distance between neighbouring windows; there are fewer of them.",
            given(stride=lambda s: 1),
        ),
        Mistake(
            "stride-one-axis",
            "The stride is right along one axis only.",
            "The window makes the same steps down and across.",
            given(stride=lambda s: (s, 1)),
            given(stride=lambda s: (1, s)),
        ),
        Mistake(
            "stride-size-only",
            "The size of the answer follows the stride, but the windows still move by 1.",
            "Where does the second window begin? The stride belongs into the slice, too.",
            then(size_only),
        ),
        Mistake(
            "input-thinned",
            "Pixels of the input are left out before the windows are read; the stride moves the "
            "windows, which still read neighbouring pixels.",
            "The stride leaves out windows (or outputs), not pixels.",
            given_all(thinned),
        ),
        Mistake(
            "ceil",
            "A last window that does not fit whole is counted.",
            "The number of steps is rounded down.",
            given_all(hanging_over),
            where(fits, then(lambda answer, a: answer)),
        ),
        Mistake(
            "plus-one-inside",
            "One window is missing where the stride is larger than 1: the 1 is added before the "
            "division.",
            "Count the steps with the division; the first window comes on top of them.",
            _size_by(lambda n, k, s, p: (n + 2 * p - k + 1) // s),
        ),
    )


def _padding_mistakes(course):
    def around(sides, mode="constant", **how):
        def change(a):
            return {"x": padded(a["x"], sides(a["padding"]), mode, **how), "padding": 0}

        return given_all(change)

    def both(p):
        return (p, p), (p, p)

    def outside(answer, a):
        return padded(answer, both(a["padding"]))

    def stretched(images):
        """A single channel of the weight is laid over all channels, those of the padding, too."""

        def change(a):
            x = _all_axes(a)[: images(a)]
            weight = a["weight"]
            if weight.shape[1] == 1:
                weight = np.repeat(weight, x.shape[1], axis=1)
            return {"x": x, "weight": weight, "padding": 0}

        return given_all(change)

    def from_the_start(a):
        """Every axis is padded, and the loops still run over the images and channels of x."""
        n, c = a["x"].shape[:2]
        return {"x": _all_axes(a)[:n, :c], "padding": 0}

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
            around(lambda p: ((p, 0), (p, 0))),
            around(lambda p: ((0, p), (0, p))),
        ),
        Mistake(
            "padding-total",
            "The padding is taken for the total of both sides; it is meant for each side.",
            "With padding 1 an input of 5 becomes 7.",
            around(lambda p: ((p // 2, p - p // 2), (p // 2, p - p // 2))),
            around(lambda p: ((p - p // 2, p // 2), (p - p // 2, p // 2))),
            given(padding=lambda p: p // 2),
        ),
        Mistake(
            "padding-doubled",
            "Twice as much padding is added on each side.",
            "Padding is per side already: with padding 1 an input of 5 becomes 7.",
            given(padding=lambda p: 2 * p),
        ),
        Mistake(
            "padding-nonzero",
            "The padding is not zero.",
            "What does `np.pad` put around by default? And `np.empty`, `np.ones`?",
            around(both, "edge"),
            around(both, "reflect"),
            around(both, "symmetric"),
            around(both, "wrap"),
            around(both, constant_values=1),
            around(both, constant_values=-1),
            around(both, "mean"),
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
            where(lambda a: a["padding"] == 0, then(lambda answer, a: answer)),
            given_all(lambda a: {"x": _all_axes(a), "padding": 0}),
            stretched(lambda a: None),
            stretched(lambda a: len(a["x"])),
            given_all(from_the_start),
            given_all(lambda a: {"x": _all_axes(a)[:, : a["x"].shape[1]], "padding": 0}),
        ),
        Mistake(
            "output-padded",
            "The zeros are put around the answer, not around the input.",
            "The windows should read the zeros: which array has to grow?",
            given(padding=lambda p: 0).then(then(outside)),
        ),
        Mistake(
            "padding-not-in-size",
            "The size of the answer forgets the padding, so the last windows are missing.",
            "Take the size from the padded input.",
            _size_by(lambda n, k, s, p: (n - k) // s + 1),
        ),
    )


def _conv2d_batch():
    def conv2d_batch(
        x: np.ndarray, weight: np.ndarray, bias: np.ndarray, stride: int = 1, padding: int = 0
    ) -> np.ndarray:
        """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in, K_H, K_W).

        One bias for each output channel; ``stride`` and ``padding`` (zeros, per side) are one
        number each, for both directions. Shape: (N, C_out, H_out, W_out), where H_out is
        floor((H + 2 padding - K_H) / stride) + 1.
        """
        x, weight = np.asarray(x), np.asarray(weight)
        found = windows(x, weight.shape[2:], pair(stride), pair(padding))
        return np.einsum("ncijuv,ocuv->noij", found, weight) + column(bias, 2)

    return Exercise(
        conv2d_batch,
        "array",
        (
            *flipped_mistakes(2),
            transposed_kernel("weight"),
            *_stride_mistakes(conv2d_batch),
            *_padding_mistakes(conv2d_batch),
            *bias_mistakes(2),
            *input_channel_mistakes(conv2d_batch, 2),
            *output_channel_mistakes(2),
            weight_axes(conv2d_batch),
            *batch_mistakes(),
            *sum_mistakes(2),
            off_by_one(2),
            standing_still(2),
            square_only("weight"),
            rectified(),
            integer_dtype(),
        ),
        symbol="⋆",
    )


conv2d_batch = _conv2d_batch()

# The order of the axes --------------------------------------------------------------------------


def _hwc_to_chw():
    def hwc_to_chw(image: np.ndarray) -> np.ndarray:
        """Return an image (H, W, C), as pictures are stored, in PyTorch's order (C, H, W)."""
        return np.transpose(image, (2, 0, 1))

    def way(function):
        return instead(lambda image: function(image))

    def shaped(order):
        return way(lambda image: image.reshape([image.shape[axis] for axis in order]))

    return Exercise(
        hwc_to_chw,
        "array",
        (
            Mistake(
                "reshaped",
                "The shape is right, but the numbers are not at their places: `reshape` keeps "
                "their order and only cuts the row of numbers elsewhere.",
                "Axes are exchanged by `transpose` or `moveaxis`.",
                shaped((2, 0, 1)),
                shaped((2, 1, 0)),
                way(lambda image: image.T.reshape(image.shape[2], *image.shape[:2])),
            ),
            Mistake(
                "height-width-swapped",
                "Height and width are exchanged, too: `.T` turns round the order of all axes.",
                "The rows of each channel must still be the image's rows.",
                way(lambda image: np.transpose(image, (2, 1, 0))),
            ),
            Mistake(
                "axes-moved-wrong-way",
                "The axes are moved the wrong way: the first went to the end.",
                "`transpose(a, b, c)` lists for each axis of the answer where it comes from.",
                way(lambda image: np.transpose(image, (1, 2, 0))),
            ),
            Mistake(
                "channels-in-middle",
                "The channels have come to the middle: only two axes are exchanged.",
                "All three axes change their places: the channels first, then the rows.",
                way(lambda image: np.transpose(image, (0, 2, 1))),
            ),
            Mistake(
                "unchanged",
                "The axes are as they were, or only the first two are exchanged.",
                "`transpose` makes a new array: return that.",
                way(lambda image: image),
                way(lambda image: np.transpose(image, (1, 0, 2))),
            ),
            Mistake(
                "channels-reversed",
                "The channels come in the opposite order (blue, green, red).",
                "The axes change, the order of the channels stays.",
                then(lambda answer, a: answer[::-1]),
            ),
            Mistake(
                "first-channel-only",
                "Only one channel is left.",
                "The answer has as many channels as the image.",
                then(lambda answer, a: answer[:1]),
                then(lambda answer, a: answer[0]),
                then(lambda answer, a: answer[-1]),
                then(lambda answer, a: np.repeat(answer[:1], len(answer), axis=0)),
            ),
            Mistake(
                "flipped-image",
                "The picture is turned over.",
                "Rows and columns keep their order.",
                then(lambda answer, a: answer[:, ::-1]),
                then(lambda answer, a: answer[..., ::-1]),
                then(lambda answer, a: answer[:, ::-1, ::-1]),
                then(lambda answer, a: np.rot90(answer, axes=(1, 2))),
                then(lambda answer, a: np.rot90(answer, -1, axes=(1, 2))),
            ),
            Mistake(
                "batch-added",
                "The answer has an axis for the batch; one image has three axes.",
                "Three axes go in, three come out.",
                then(lambda answer, a: answer[None]),
            ),
            Mistake(
                "scaled",
                "The numbers themselves are changed.",
                "Only the order of the axes changes.",
                then(lambda answer, a: answer / 255),
                then(lambda answer, a: answer * 255),
                then(lambda answer, a: answer / np.max(a["image"])),
            ),
            integer_dtype(),
        ),
    )


hwc_to_chw = _hwc_to_chw()

# Costs ------------------------------------------------------------------------------------------


def _conv_cost():
    def conv_cost(
        in_channels: int, out_channels: int, kernel_size: int, out_height: int, out_width: int
    ) -> tuple[int, int]:
        """Return (parameters, MACs) of a convolution with square kernels, for one image.

        Parameters include one bias an output channel; a MAC is one multiplication with its
        addition, and the bias costs none.
        """
        weights = out_channels * in_channels * kernel_size**2
        return weights + out_channels, weights * out_height * out_width

    def counts(parameters=None, macs=None):
        """A formula of i, o, k, h, w in place of the parameters, of the MACs, or of both."""

        def change(answer, a):
            sizes = tuple(a.values())
            return (
                parameters(*sizes) if parameters else answer[0],
                macs(*sizes) if macs else answer[1],
            )

        return then(change)

    def p_only(parameters):
        return counts(parameters)

    def m_only(macs):
        return counts(None, macs)

    return Exercise(
        conv_cost,
        "numbers",
        (
            Mistake(
                "pair-swapped",
                "The two numbers are exchanged: the parameters come first, the MACs second.",
                "Look at the order in the function's first line of help.",
                then(lambda answer, a: answer[::-1]),
            ),
            Mistake(
                "bias-missing",
                "The biases are not among the parameters.",
                "Each output channel learns one number more than its weights.",
                p_only(lambda i, o, k, h, w: o * i * k * k),
            ),
            Mistake(
                "bias-single",
                "One bias is counted for the whole layer.",
                "Each output channel has a bias of its own.",
                p_only(lambda i, o, k, h, w: o * i * k * k + 1),
            ),
            Mistake(
                "bias-per-input-channel",
                "There is a bias for each input channel, or for each pair of channels.",
                "The input channels are summed first; then one bias is added.",
                p_only(lambda i, o, k, h, w: o * i * k * k + i),
                p_only(lambda i, o, k, h, w: o * i * (k * k + 1)),
            ),
            Mistake(
                "bias-counted-as-mac",
                "The biases are among the MACs.",
                "A MAC is a multiplication with its addition; nothing is multiplied with a bias.",
                m_only(lambda i, o, k, h, w: o * (i * k * k + 1) * h * w),
                m_only(lambda i, o, k, h, w: o * i * k * k * h * w + o),
                m_only(lambda i, o, k, h, w: (o * i * k * k + 1) * h * w),
            ),
            Mistake(
                "kernel-one-axis",
                "The kernel size is counted once, but a kernel has a height and a width.",
                "How many weights has a kernel of size 3?",
                counts(
                    lambda i, o, k, h, w: o * (i * k + 1), lambda i, o, k, h, w: o * i * k * h * w
                ),
                p_only(lambda i, o, k, h, w: o * (i * k + 1)),
                m_only(lambda i, o, k, h, w: o * i * k * h * w),
                counts(
                    lambda i, o, k, h, w: o * (i * 2 * k + 1),
                    lambda i, o, k, h, w: o * i * 2 * k * h * w,
                ),
            ),
            Mistake(
                "one-input-channel",
                "The input channels are not counted: a filter has a kernel for each of them.",
                "Count the products of one output value of a colour image.",
                counts(
                    lambda i, o, k, h, w: o * (k * k + 1), lambda i, o, k, h, w: o * k * k * h * w
                ),
                p_only(lambda i, o, k, h, w: o * (k * k + 1)),
                m_only(lambda i, o, k, h, w: o * k * k * h * w),
            ),
            Mistake(
                "one-filter",
                "Only one filter is counted: there is one for each output channel.",
                "Count one filter, then multiply by their number.",
                counts(
                    lambda i, o, k, h, w: i * k * k + 1, lambda i, o, k, h, w: i * k * k * h * w
                ),
                p_only(lambda i, o, k, h, w: i * k * k + 1),
                p_only(lambda i, o, k, h, w: i * k * k + o),
                m_only(lambda i, o, k, h, w: i * k * k * h * w),
                counts(
                    lambda i, o, k, h, w: i * k * k + o, lambda i, o, k, h, w: i * k * k * h * w
                ),
            ),
            Mistake(
                "positions-forgotten",
                "The MACs are those of a single output pixel.",
                "Every pixel of the answer costs its own products.",
                m_only(lambda i, o, k, h, w: o * i * k * k),
                m_only(lambda i, o, k, h, w: o * (i * k * k + 1)),
                m_only(lambda i, o, k, h, w: i * k * k),
            ),
            Mistake(
                "positions-one-axis",
                "The positions of the window are counted along one axis only, or added.",
                "The window moves down and across: every row has a position in each column.",
                m_only(lambda i, o, k, h, w: o * i * k * k * h),
                m_only(lambda i, o, k, h, w: o * i * k * k * w),
                m_only(lambda i, o, k, h, w: o * i * k * k * (h + w)),
            ),
            Mistake(
                "square-only",
                "Height is taken for width, or width for height.",
                "The answer has out_height rows of out_width pixels.",
                m_only(lambda i, o, k, h, w: o * i * k * k * h * h),
                m_only(lambda i, o, k, h, w: o * i * k * k * w * w),
            ),
            Mistake(
                "kernel-forgotten",
                "The MACs do not count the kernel's pixels.",
                "One output value costs one product for every weight of its filter.",
                m_only(lambda i, o, k, h, w: o * i * h * w),
                m_only(lambda i, o, k, h, w: o * h * w),
            ),
            Mistake(
                "parameters-per-position",
                "The parameters are counted again for every position; they are shared.",
                "The filter is the same wherever it stands.",
                p_only(lambda i, o, k, h, w: o * (i * k * k + 1) * h * w),
                p_only(lambda i, o, k, h, w: o * i * k * k * h * w + o),
                p_only(lambda i, o, k, h, w: o * i * k * k * h * w),
            ),
            Mistake(
                "operations-for-macs",
                "Multiplications and additions are counted apart; a MAC is one of each.",
                "Count the multiplications only.",
                m_only(lambda i, o, k, h, w: 2 * o * i * k * k * h * w),
                m_only(lambda i, o, k, h, w: o * (2 * i * k * k - 1) * h * w),
                m_only(lambda i, o, k, h, w: o * (2 * i * k * k + 1) * h * w),
            ),
            Mistake(
                "size-shrunk",
                "The kernel size is taken from the answer's height and width once more.",
                "out_height and out_width are the answer's: the positions are counted already.",
                m_only(lambda i, o, k, h, w: o * i * k * k * (h - k + 1) * (w - k + 1)),
            ),
            Mistake(
                "one-number",
                "It returns one of the two numbers, or their sum.",
                "Return both: `return parameters, macs`.",
                then(lambda answer, a: answer[0]),
                then(lambda answer, a: answer[1]),
                then(lambda answer, a: sum(answer)),
            ),
        ),
    )


conv_cost = _conv_cost()

__all__ = ["conv2d_batch", "conv2d_image", "conv_cost", "filter_response", "hwc_to_chw"]
