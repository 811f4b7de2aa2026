"""Exercises of notebook 05: 1×1, grouped, depthwise and transposed convolution."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.common import (
    NOTHING,
    given,
    given_all,
    instead,
    integer_dtype,
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
    padded,
    square_only,
    standing_still,
    sum_mistakes,
)

# 1×1 --------------------------------------------------------------------------------------------


def _conv1x1():
    def conv1x1(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
        """Return the 1×1 convolution of x (N, C_in, H, W) with weight (C_out, C_in).

        At each pixel it is a dense layer over the channels, with one bias for each output channel.
        Shape: (N, C_out, H, W).
        """
        return np.einsum("oc,nchw->nohw", weight, x) + column(bias, 2)

    def way(function):
        return instead(lambda x, weight, bias: function(x, weight, bias))

    def pixels_mixed(x, weight, bias):
        """Pixels by ``reshape`` alone, without moving the channels to the end first."""
        n, c, h, w = x.shape
        made = x.reshape(-1, c) @ weight.T + bias
        return made, (n, h, w, len(weight)), (n, len(weight), h, w)

    def not_moved_back(x, weight, bias):
        rows = np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])
        made = rows @ weight.T + bias
        return made.reshape(len(x), len(weight), *x.shape[2:])

    def mixed_in(x, weight, bias):
        made, shape, _ = pixels_mixed(x, weight, bias)
        return np.moveaxis(made.reshape(shape), -1, 1)

    def mixed_in_and_out(x, weight, bias):
        made, _, shape = pixels_mixed(x, weight, bias)
        return made.reshape(shape)

    def flat_columns(x, weight, bias):
        """(C, N·H·W) by ``reshape`` alone: images and channels are mixed."""
        made = weight @ x.reshape(x.shape[1], -1) + bias[:, None]
        return made.reshape(len(x), len(weight), *x.shape[2:])

    channels = tuple(
        m for m in input_channel_mistakes(conv1x1, 2) if m.slug != "first-kernel-for-all-channels"
    )
    return Exercise(
        conv1x1,
        "array",
        (
            *bias_mistakes_without_taps(),
            *channels,
            *output_channel_mistakes(2),
            Mistake(
                "weight-axes-swapped",
                "The two axes of the weight are exchanged.",
                "Output channels come first in the weight, input channels second.",
                given(weight=lambda w: w.T),
                where(
                    lambda a: a["weight"].shape[0] == a["weight"].shape[1],
                    given(weight=lambda w: w.T),
                ),
            ),
            *batch_mistakes(),
            Mistake(
                "pixels-mixed",
                "Numbers of different pixels are put together: `reshape` keeps the order of the "
                "numbers, and the channels of a pixel do not lie side by side.",
                "Which axis has to move before (and after) the matrix product?",
                way(mixed_in),
                way(mixed_in_and_out),
                way(not_moved_back),
                way(flat_columns),
            ),
            Mistake(
                "wrong-axis",
                "The weight meets the rows or columns of the image, not its channels.",
                "`@` multiplies along the last axes; where are the channels?",
                way(lambda x, w, b: x @ w.T + b),
                way(lambda x, w, b: x @ w.T),
                way(lambda x, w, b: w @ x + b[:, None]),
                way(lambda x, w, b: w @ x + column(b, 2)),
                way(lambda x, w, b: w @ x),
            ),
            Mistake(
                "pixels-summed",
                "The pixels are added up, or averaged; each keeps its own answer.",
                "The answer is as high and as wide as the input.",
                then(lambda answer, a: answer.sum(axis=(2, 3))),
                then(lambda answer, a: answer.mean(axis=(2, 3))),
            ),
            Mistake(
                "output-transposed",
                "Rows and columns of the answer are exchanged.",
                "A pixel stays at its place.",
                then(lambda answer, a: np.swapaxes(answer, 2, 3)),
            ),
            square_only(),
            rectified(),
            integer_dtype(),
        ),
        symbol="⋆",
    )


def bias_mistakes_without_taps():
    """The bias of a 1×1 convolution: each product is an input channel's."""
    return tuple(m for m in bias_mistakes(2) if m.slug != "bias-per-tap")


conv1x1 = _conv1x1()


def _bottleneck_macs():
    def bottleneck_macs(
        height: int,
        width: int,
        in_channels: int,
        middle_channels: int,
        out_channels: int,
        kernel_size: int,
    ) -> int:
        """Return the MACs of a 1×1 convolution down to the middle channels, then a K×K one.

        The K×K convolution has "same" padding, so every layer has height × width pixels.
        """
        down = in_channels * middle_channels
        across = middle_channels * out_channels * kernel_size**2
        return height * width * (down + across)

    def way(formula):
        return instead(
            lambda height, width, in_channels, middle_channels, out_channels, kernel_size: formula(
                height, width, in_channels, middle_channels, out_channels, kernel_size
            )
        )

    return Exercise(
        bottleneck_macs,
        "number",
        (
            Mistake(
                "direct",
                "That is the direct K×K convolution, without the bottleneck.",
                "Two layers, one after the other: what goes in and out of each?",
                way(lambda h, w, i, m, o, k: h * w * i * o * k * k),
            ),
            Mistake(
                "first-layer-forgotten",
                "The 1×1 convolution is not counted.",
                "Two layers cost something.",
                way(lambda h, w, i, m, o, k: h * w * m * o * k * k),
            ),
            Mistake(
                "second-layer-forgotten",
                "Only the 1×1 convolution is counted.",
                "Two layers cost something.",
                way(lambda h, w, i, m, o, k: h * w * i * m),
            ),
            Mistake(
                "kernel-one-axis",
                "The kernel size is counted once, but a kernel has a height and a width.",
                "How many weights has a kernel of size 5?",
                way(lambda h, w, i, m, o, k: h * w * (i * m + m * o * k)),
                way(lambda h, w, i, m, o, k: h * w * (i * m + m * o * 2 * k)),
            ),
            Mistake(
                "kernel-in-first-layer",
                "The K×K kernel is counted in the first layer, whose kernels have one weight.",
                "Only the second layer looks at neighbours.",
                way(lambda h, w, i, m, o, k: h * w * k * k * (i * m + m * o)),
                way(lambda h, w, i, m, o, k: h * w * (k * k * i * m + m * o)),
            ),
            Mistake(
                "kernel-forgotten",
                "The kernel size is not used.",
                "The second layer looks at K × K pixels.",
                way(lambda h, w, i, m, o, k: h * w * (i * m + m * o)),
            ),
            Mistake(
                "second-layer-reads-input",
                "The second layer is counted with the input's channels; it reads the middle ones.",
                "What does the first layer hand on?",
                way(lambda h, w, i, m, o, k: h * w * (i * m + i * o * k * k)),
            ),
            Mistake(
                "first-layer-writes-output",
                "The first layer is counted with the output's channels; it makes the middle ones.",
                "What does the first layer hand on?",
                way(lambda h, w, i, m, o, k: h * w * (i * o + m * o * k * k)),
            ),
            Mistake(
                "one-input-channel",
                "The input channels of a layer are not counted.",
                "A filter has a kernel for every channel that it reads.",
                way(lambda h, w, i, m, o, k: h * w * (m + o * k * k)),
                way(lambda h, w, i, m, o, k: h * w * (i * m + o * k * k)),
            ),
            Mistake(
                "positions-forgotten",
                "That is the cost of one pixel, or the number of weights.",
                "Every pixel of the map costs its own products, in both layers.",
                way(lambda h, w, i, m, o, k: i * m + m * o * k * k),
                way(lambda h, w, i, m, o, k: i * m + h * w * m * o * k * k),
                way(lambda h, w, i, m, o, k: h * w * i * m + m * o * k * k),
            ),
            Mistake(
                "positions-one-axis",
                "The pixels are counted along one axis only, or added.",
                "A map has height × width pixels.",
                way(lambda h, w, i, m, o, k: h * (i * m + m * o * k * k)),
                way(lambda h, w, i, m, o, k: w * (i * m + m * o * k * k)),
                way(lambda h, w, i, m, o, k: (h + w) * (i * m + m * o * k * k)),
            ),
            Mistake(
                "square-only",
                "Height is taken for width, or width for height.",
                "They are two numbers.",
                way(lambda h, w, i, m, o, k: h * h * (i * m + m * o * k * k)),
                way(lambda h, w, i, m, o, k: w * w * (i * m + m * o * k * k)),
            ),
            Mistake(
                "product-for-sum",
                "The costs of the two layers are multiplied; they add up.",
                "First one layer runs, then the other.",
                way(lambda h, w, i, m, o, k: h * w * i * m * m * o * k * k),
                way(lambda h, w, i, m, o, k: (h * w * i * m) * (h * w * m * o * k * k)),
                way(lambda h, w, i, m, o, k: h * w * i * m * o * k * k),
            ),
            Mistake(
                "size-shrunk",
                'The map shrinks in the K×K layer; with "same" padding it does not.',
                "Every layer has height × width pixels here.",
                way(
                    lambda h, w, i, m, o, k: (
                        h * w * i * m + (h - k + 1) * (w - k + 1) * m * o * k * k
                    )
                ),
            ),
            Mistake(
                "bias-counted-as-mac",
                "The biases are counted; a MAC is a multiplication with its addition.",
                "Nothing is multiplied with a bias.",
                way(lambda h, w, i, m, o, k: h * w * ((i + 1) * m + (m * k * k + 1) * o)),
            ),
            Mistake(
                "operations-for-macs",
                "Multiplications and additions are counted apart; a MAC is one of each.",
                "Count the multiplications only.",
                way(lambda h, w, i, m, o, k: 2 * h * w * (i * m + m * o * k * k)),
            ),
        ),
    )


bottleneck_macs = _bottleneck_macs()

# Groups -----------------------------------------------------------------------------------------


def _group_mistakes():
    def by_turns(array, groups):
        """Return the order that deals channels to the groups by turns."""
        return np.arange(array).reshape(-1, groups).T.ravel()

    def input_by_turns(a):
        return {"x": a["x"][:, by_turns(a["x"].shape[1], a["groups"])]}

    def output_by_turns(answer, a):
        return answer[:, np.arange(answer.shape[1]).reshape(a["groups"], -1).T.ravel()]

    def filters_by_turns(a):
        """Filter o reads group o % groups."""
        order = np.argsort(np.arange(len(a["weight"])) % a["groups"], kind="stable")
        return {"weight": a["weight"][order], "bias": a["bias"][order]}

    def back(answer, a):
        order = np.argsort(np.arange(answer.shape[1]) % a["groups"], kind="stable")
        return answer[:, np.argsort(order)]

    def groups_reversed(a):
        n, c, h, w = a["x"].shape
        split = a["x"].reshape(n, a["groups"], c // a["groups"], h, w)
        return {"x": split[:, ::-1].reshape(n, c, h, w)}

    def first_group(a):
        return {"x": a["x"][:, : a["weight"].shape[1]], "groups": 1}

    def last_group(a):
        return {"x": a["x"][:, -a["weight"].shape[1] :], "groups": 1}

    def all_read(a):
        return {"weight": np.tile(a["weight"], (1, a["groups"], 1, 1)), "groups": 1}

    def overlapping(a):
        """Group g begins at channel g instead of g times the group's channels."""
        depth = a["weight"].shape[1]
        return {"x": np.concatenate([a["x"][:, g : g + depth] for g in range(a["groups"])], axis=1)}

    def same_filters(a):
        size = len(a["weight"]) // a["groups"]
        return {"weight": np.tile(a["weight"][:size], (a["groups"], 1, 1, 1))}

    def same_bias(a):
        size = len(a["weight"]) // a["groups"]
        return {"bias": np.tile(a["bias"][:size], a["groups"])}

    def kept(answer, a, place):
        size = answer.shape[1] // a["groups"]
        output = np.zeros_like(answer)
        output[:, place(size)] = answer[:, place(size)]
        return output

    def split(answer, a):
        return answer.reshape(len(answer), a["groups"], -1, *answer.shape[2:])

    return (
        Mistake(
            "groups-mixed",
            "The channels are dealt to the groups in the wrong order.",
            "Neighbouring input channels belong together, and so do neighbouring filters.",
            given_all(input_by_turns),
            then(output_by_turns),
            given_all(filters_by_turns).then(then(back)),
            given_all(groups_reversed),
            given_all(input_by_turns).then(then(output_by_turns)),
        ),
        Mistake(
            "groups-overlap",
            "The groups overlap: each begins one channel after the one before it.",
            "Where does the second group begin, if a group has three channels?",
            given_all(overlapping),
        ),
        Mistake(
            "groups-ignored",
            "The groups are not used.",
            "A filter reads the input channels of its own group only.",
            given_all(first_group),
            given_all(last_group),
            given_all(all_read),
            given(groups=lambda groups: 1),  # NumPy lays a kernel of one channel over all
            where(lambda a: a["groups"] == 1, NOTHING),
        ),
        Mistake(
            "first-filters-for-all-groups",
            "All groups use the filters (or the biases) of the first one.",
            "Each group has filters of its own: the weight's first axis counts them all.",
            given_all(same_filters),
            given_all(same_filters).then(given_all(same_bias)),
            given_all(same_bias),
        ),
        Mistake(
            "one-group-only",
            "Only one group is computed.",
            "Compute every group, then put the output channels side by side.",
            then(lambda answer, a: split(answer, a)[:, 0]),
            then(lambda answer, a: split(answer, a)[:, -1]),
            then(lambda answer, a: kept(answer, a, lambda size: slice(size))),
            then(lambda answer, a: kept(answer, a, lambda size: slice(-size, None))),
        ),
        Mistake(
            "groups-summed",
            "The answers of the groups are added up.",
            "The groups' channels stand side by side in the answer.",
            then(lambda answer, a: split(answer, a).sum(axis=1)),
            then(lambda answer, a: split(answer, a).mean(axis=1)),
        ),
        Mistake(
            "groups-stacked",
            "The values are right, but the groups have an axis to themselves.",
            "`concatenate` puts arrays side by side, `stack` makes a new axis.",
            then(split),
            then(lambda answer, a: np.moveaxis(split(answer, a), 1, 0)),
            then(lambda answer, a: np.concatenate(list(np.moveaxis(split(answer, a), 1, 0)))),
        ),
    )


def _grouped_conv2d():
    def grouped_conv2d(
        x: np.ndarray, weight: np.ndarray, bias: np.ndarray, groups: int
    ) -> np.ndarray:
        """Return the grouped convolution of x (N, C_in, H, W), stride 1, no padding.

        The weight is (C_out, C_in // groups, K_H, K_W): group g reads the g-th block of input
        channels and makes the g-th block of output channels. One bias for each output channel.
        """
        found = windows(np.asarray(x), weight.shape[2:])
        blocks = zip(np.split(found, groups, axis=1), np.split(weight, groups))
        made = [np.einsum("ncijuv,ocuv->noij", seen, filters) for seen, filters in blocks]
        return np.concatenate(made, axis=1) + column(bias, 2)

    channels = tuple(
        m
        for m in input_channel_mistakes(grouped_conv2d, 2)
        if m.slug not in ("channels-not-summed", "channels-paired")
    )
    return Exercise(
        grouped_conv2d,
        "array",
        (
            *_group_mistakes(),
            *flipped_mistakes(2),
            transposed_kernel("weight"),
            *bias_mistakes(2),
            *channels,
            *output_channel_mistakes(2),
            *batch_mistakes(),
            *sum_mistakes(2),
            off_by_one(2),
            padded(grouped_conv2d, 2),
            standing_still(2),
            square_only("weight"),
            rectified(),
            integer_dtype(),
        ),
        symbol="⋆",
    )


grouped_conv2d = _grouped_conv2d()


def _separable_parameters():
    def separable_parameters(in_channels: int, out_channels: int, kernel_size: int) -> int:
        """Return the weights of a depthwise K×K convolution and the 1×1 convolution after it.

        The depthwise one has a single kernel for each input channel. No biases.
        """
        return in_channels * kernel_size**2 + in_channels * out_channels

    def way(formula):
        return instead(
            lambda in_channels, out_channels, kernel_size: formula(
                in_channels, out_channels, kernel_size
            )
        )

    return Exercise(
        separable_parameters,
        "number",
        (
            Mistake(
                "full-convolution",
                "That is the ordinary convolution.",
                "Depthwise: one kernel for each input channel. Pointwise: 1×1 kernels.",
                way(lambda i, o, k: i * o * k * k),
            ),
            Mistake(
                "pointwise-forgotten",
                "Only the depthwise part is counted.",
                "What mixes the channels afterwards?",
                way(lambda i, o, k: i * k * k),
            ),
            Mistake(
                "depthwise-forgotten",
                "Only the 1×1 part is counted.",
                "What looks at the neighbours?",
                way(lambda i, o, k: i * o),
            ),
            Mistake(
                "kernel-one-axis",
                "The kernel size is counted once, but a kernel has a height and a width.",
                "How many weights has a kernel of size 3?",
                way(lambda i, o, k: i * k + i * o),
                way(lambda i, o, k: 2 * i * k + i * o),
            ),
            Mistake(
                "one-kernel",
                "The depthwise part has a kernel for each input channel; one is counted.",
                "Depth-wise: every channel of its own.",
                way(lambda i, o, k: k * k + i * o),
            ),
            Mistake(
                "depthwise-by-output",
                "The depthwise part is counted by output channels; it makes as many as it reads.",
                "The 1×1 part comes afterwards and makes the output channels.",
                way(lambda i, o, k: o * k * k + i * o),
                way(lambda i, o, k: o * k * k + o * o),
            ),
            Mistake(
                "depthwise-full",
                "Each depthwise filter is counted with all input channels; it reads one.",
                "As many groups as channels: how many channels are in a group?",
                way(lambda i, o, k: i * i * k * k + i * o),
                way(lambda i, o, k: i * o * k * k + i * o),
            ),
            Mistake(
                "pointwise-one-input-channel",
                "A 1×1 filter reads all input channels; one is counted.",
                "Every output channel mixes all input channels.",
                way(lambda i, o, k: i * k * k + o),
                way(lambda i, o, k: i * k * k + i),
            ),
            Mistake(
                "bias-included",
                "Biases are counted; this is about weights.",
                "Leave the biases out.",
                way(lambda i, o, k: i * (k * k + 1) + (i + 1) * o),
                way(lambda i, o, k: i * k * k + (i + 1) * o),
                way(lambda i, o, k: i * (k * k + 1) + i * o),
            ),
            Mistake(
                "product-for-sum",
                "The two parts are multiplied; they add up.",
                "First one layer runs, then the other.",
                way(lambda i, o, k: i * k * k * i * o),
            ),
            Mistake(
                "kernel-in-pointwise",
                "The K×K kernel is counted in the 1×1 part, too.",
                "How many pixels does a 1×1 kernel see?",
                way(lambda i, o, k: k * k * (i + o)),
                way(lambda i, o, k: k * k * (i + i * o)),
                way(lambda i, o, k: i + i * o * k * k),
            ),
        ),
    )


separable_parameters = _separable_parameters()

# Transposed -------------------------------------------------------------------------------------


def _transposed2d():
    def transposed2d(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
        """Return the transposed convolution of x (H, W) with kernel (K_H, K_W).

        Each pixel stamps the kernel, times its value, into the answer; stamps lie ``stride`` apart
        and are added where they overlap. Shape: ((H - 1) * stride + K_H, and the same for W).
        """
        x, kernel = np.asarray(x), np.asarray(kernel)
        (height, width), (rows, columns) = x.shape, kernel.shape
        size = (height - 1) * stride + rows, (width - 1) * stride + columns
        output = np.zeros(size, np.result_type(x, kernel))
        for i in range(height):
            for j in range(width):
                top, left = i * stride, j * stride
                output[top : top + rows, left : left + columns] += x[i, j] * kernel
        return output

    def stamped(put, down=None, across=None, taps=None):
        """Stamps put in another way, at other places."""

        def function(x, kernel, stride):
            kernel = taps(kernel) if taps else kernel
            y, z = (down(stride) if down else stride), (across(stride) if across else stride)
            (height, width), (rows, columns) = x.shape, kernel.shape
            output = np.zeros(((height - 1) * y + rows, (width - 1) * z + columns))
            for i, j in np.ndindex(height, width):
                place = np.s_[i * y : i * y + rows, j * z : j * z + columns]
                output[place] = put(output[place], x[i, j], kernel)
            return output

        return instead(function)

    def added(before, value, kernel):
        return before + value * kernel

    def forward(x, kernel, stride):
        return np.einsum("ijuv,uv->ij", windows(x, kernel.shape, stride), kernel)

    def same_place(x, kernel, stride):
        """The right size, but the stamps lie 1 apart."""
        output = np.zeros(transposed2d(x, kernel, stride).shape)
        made = transposed2d(x, kernel, 1)
        output[: made.shape[0], : made.shape[1]] = made
        return output

    def resized(rule):
        def change(answer, a):
            rows, columns = (
                rule(n, k, a["stride"]) for n, k in zip(a["x"].shape, a["kernel"].shape)
            )
            output = np.zeros((rows, columns))
            h, w = min(rows, answer.shape[0]), min(columns, answer.shape[1])
            output[:h, :w] = answer[:h, :w]
            return output

        return then(change)

    def counted(answer, a):
        ones = {"x": np.ones(a["x"].shape), "kernel": np.ones(a["kernel"].shape)}
        counts = transposed2d(**(a | ones))
        return np.divide(answer, counts, out=np.zeros(answer.shape), where=counts > 0)

    def enlarged(x, kernel, stride):
        return transposed2d(x.repeat(stride, axis=0).repeat(stride, axis=1), kernel)

    def untimely(x, kernel, stride):
        return transposed2d(np.ones(x.shape), kernel, stride)

    square = transposed_kernel()
    return Exercise(
        transposed2d,
        "array",
        (
            Mistake(
                "flipped-kernel",
                "The kernel is turned by 180°.",
                "A stamp is the kernel as it is; a correlation of the spread input would turn it.",
                given(kernel=lambda k: k[::-1, ::-1]),
                given(kernel=lambda k: k[::-1]),
                given(kernel=lambda k: k[:, ::-1]),
            ),
            Mistake(square.slug, square.explanation, square.hint, *square.ways),
            Mistake(
                "overlap-overwritten",
                "Where stamps overlap, one replaces the other; they are added.",
                "Collect with `+=`.",
                stamped(lambda before, value, kernel: value * kernel),
                stamped(
                    lambda before, value, kernel: np.where(before == 0, value * kernel, before)
                ),
                stamped(lambda before, value, kernel: np.maximum(before, value * kernel)),
            ),
            Mistake(
                "stride-ignored",
                "The stride is not used: the stamps lie 1 apart.",
                "Where does the stamp of the second pixel begin?",
                given(stride=lambda s: 1),
                instead(same_place),
            ),
            Mistake(
                "stride-one-axis",
                "The stride is right along one axis only.",
                "The stamps lie stride rows and stride columns apart.",
                stamped(added, across=lambda s: 1),
                stamped(added, down=lambda s: 1),
            ),
            Mistake(
                "stride-is-kernel",
                "The stamps lie side by side, whatever the stride.",
                "The distance between two stamps is the stride; they may overlap.",
                instead(lambda x, kernel, stride: np.kron(x, kernel)),
            ),
            Mistake(
                "wrong-size",
                "The size of the answer is another one.",
                "Where does the last pixel's stamp begin, and where does it end?",
                resized(lambda n, k, s: n * s),
                resized(lambda n, k, s: n * s + k),
                resized(lambda n, k, s: n * s + k - 1),
                resized(lambda n, k, s: (n - 1) * s + k - 1),
                resized(lambda n, k, s: (n - 1) * s + k + 1),
                resized(lambda n, k, s: n + k - 1),
                resized(lambda n, k, s: n * s + k - s + 1),
                resized(lambda n, k, s: n),
            ),
            Mistake(
                "forward-convolution",
                "That is the ordinary convolution, which makes the image smaller.",
                "Turn it round: each input pixel writes into many output pixels.",
                instead(forward),
            ),
            Mistake(
                "overlap-averaged",
                "Where stamps overlap, they are averaged; they are added.",
                "No division is needed.",
                then(counted),
            ),
            Mistake(
                "pixels-repeated",
                "The pixels are repeated before; their stamps should lie apart.",
                "One pixel, one stamp.",
                instead(enlarged),
                instead(lambda x, kernel, stride: x.repeat(stride, 0).repeat(stride, 1)),
            ),
            Mistake(
                "value-ignored",
                "The stamps are not multiplied by the pixel's value.",
                "A pixel of 0 leaves no trace, a pixel of 2 a double one.",
                instead(untimely),
                stamped(lambda before, value, kernel: before + value),
                stamped(lambda before, value, kernel: before + value + kernel),
            ),
            Mistake(
                "off-by-one",
                "The last or the first pixels leave no stamp.",
                "`range` leaves its end out by itself.",
                *(
                    given(x=lambda x, keep=keep: x * keep(np.indices(x.shape), x.shape))
                    for keep in (
                        lambda at, n: (at[0] < n[0] - 1) & (at[1] < n[1] - 1),
                        lambda at, n: at[0] < n[0] - 1,
                        lambda at, n: at[1] < n[1] - 1,
                        lambda at, n: (at[0] > 0) & (at[1] > 0),
                    )
                ),
            ),
            Mistake(
                "square-only",
                "It works for square images or kernels only.",
                "Height and width are two numbers; read both from the shape.",
                where(lambda a: len(set(a["x"].shape)) == 1, NOTHING),
                where(lambda a: len(set(a["kernel"].shape)) == 1, NOTHING),
                where(
                    lambda a: len(set(a["x"].shape)) == len(set(a["kernel"].shape)) == 1, NOTHING
                ),
            ),
            rectified(),
            integer_dtype(),
        ),
    )


transposed2d = _transposed2d()

__all__ = ["bottleneck_macs", "conv1x1", "grouped_conv2d", "separable_parameters", "transposed2d"]
