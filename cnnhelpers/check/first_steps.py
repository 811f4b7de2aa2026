"""Exercises of notebooks 00 and 01: a first function, counting parameters, shuffling pixels."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.exercise import Exercise, Mistake, given, instead, then
from cnnhelpers.check.naming import INTEGER_DTYPE

# Notebook 00 ------------------------------------------------------------------------------------


def _invert():
    def invert(image: np.ndarray) -> np.ndarray:
        """Return the negative of an image with values from 0 to 1: ``1 - image``; any shape."""
        return 1 - np.asarray(image)

    return Exercise(
        invert,
        "array",
        (
            Mistake(
                "range-255",
                "It subtracts from 255, but these pixels lie between 0 (black) and 1 (white).",
                "White is 1 here: what is left of 1 when the pixel is taken away?",
                then(lambda answer, a: 255 - a["image"]),
                then(lambda answer, a: 256 - a["image"]),
                then(lambda answer, a: 255 * answer),
                then(lambda answer, a: 255 - np.floor(255 * a["image"])),
            ),
            Mistake(
                "negated",
                "It changes the sign: pixels of 0.25 become -0.25, which is no brightness.",
                "Black (0) should become white (1), and white black.",
                then(lambda answer, a: -a["image"]),
            ),
            Mistake(
                "difference-reversed",
                "The difference is taken the other way round: `image - 1` is never positive.",
                "Take the image away from 1, not 1 from the image.",
                then(lambda answer, a: a["image"] - 1),
            ),
            Mistake(
                "maximum-for-one",
                "It subtracts from the image's brightest pixel; that is not white in every image.",
                "White is 1 whatever the image holds.",
                then(lambda answer, a: a["image"].max() - a["image"]),
                then(lambda answer, a: a["image"].max() + a["image"].min() - a["image"]),
            ),
            Mistake(
                "unchanged",
                "It returns the image as it came.",
                "Return the new array: `image - 1` alone computes something and throws it away.",
                then(lambda answer, a: a["image"]),
            ),
            Mistake(
                "flipped-image",
                "It turns the picture over instead of its brightness.",
                "`image[::-1]` reverses the order of rows; here each value changes, not its place.",
                then(lambda answer, a: a["image"][::-1]),
                then(lambda answer, a: a["image"][..., ::-1]),
                then(lambda answer, a: a["image"][..., ::-1, ::-1]),
            ),
            Mistake(
                "thresholded",
                "It makes every pixel black or white; the greys in between are lost.",
                "Subtract, don't compare.",
                then(lambda answer, a: a["image"] < 0.5),
                then(lambda answer, a: a["image"] <= 0.5),
            ),
            Mistake(
                "integer-dtype",
                INTEGER_DTYPE.explanation,
                INTEGER_DTYPE.hint,
                then(lambda answer, a: np.trunc(answer)),
                then(lambda answer, a: 1 - np.trunc(a["image"])),
            ),
        ),
    )


invert = _invert()

# Notebook 01 ------------------------------------------------------------------------------------

_BIAS_MISSING = (
    "bias-missing",
    "The weights are counted, the biases are not.",
    "Each output has one number more, which is added to its sum.",
)
_ONE_BIAS = (
    "bias-single",
    "Only one bias is counted for the whole layer.",
    "Each output (each output channel of a convolution) has a bias of its own.",
)


def _dense_parameters():
    def dense_parameters(in_features: int, out_features: int) -> int:
        """Return how many numbers a dense layer learns: its weights and one bias an output."""
        return (in_features + 1) * out_features

    return Exercise(
        dense_parameters,
        "number",
        (
            Mistake(
                *_BIAS_MISSING,
                instead(lambda in_features, out_features: in_features * out_features),
            ),
            Mistake(
                "bias-per-input",
                "There is a bias for each input; it should be one for each output.",
                "The bias is added to the sum, and there is one sum for each output.",
                instead(lambda in_features, out_features: in_features * (out_features + 1)),
            ),
            Mistake(
                *_ONE_BIAS,
                instead(lambda in_features, out_features: in_features * out_features + 1),
            ),
            Mistake(
                "sum-for-product",
                "It adds the numbers of inputs and outputs; every output is connected to every "
                "input.",
                "Draw 2 inputs, 3 outputs and all lines between them: how many lines?",
                instead(lambda in_features, out_features: in_features + out_features),
                instead(lambda in_features, out_features: in_features + 2 * out_features),
            ),
            Mistake(
                "bias-per-weight",
                "There is a bias for each weight; it should be one for each output.",
                "The bias is added once, to the finished sum.",
                instead(lambda in_features, out_features: 2 * in_features * out_features),
            ),
            Mistake(
                "bias-as-output",
                "The 1 for the bias is added on both sides: (inputs + 1) × (outputs + 1).",
                "The bias works like one more input that is always 1; no output is added.",
                instead(lambda in_features, out_features: (in_features + 1) * (out_features + 1)),
            ),
            Mistake(
                "bias-twice",
                "Biases are counted for inputs and outputs.",
                "Only outputs have a bias.",
                instead(
                    lambda in_features, out_features: (
                        in_features * out_features + in_features + out_features
                    )
                ),
            ),
        ),
    )


dense_parameters = _dense_parameters()


def _conv_parameters():
    def conv_parameters(in_channels: int, out_channels: int, kernel_size: int) -> int:
        """Return how many numbers a 2-D convolution with a square kernel learns, with biases."""
        return out_channels * (in_channels * kernel_size**2 + 1)

    def way(formula):
        return instead(
            lambda in_channels, out_channels, kernel_size: formula(
                in_channels, out_channels, kernel_size
            )
        )

    return Exercise(
        conv_parameters,
        "number",
        (
            Mistake(*_BIAS_MISSING, way(lambda i, o, k: o * i * k * k)),
            Mistake(*_ONE_BIAS, way(lambda i, o, k: o * i * k * k + 1)),
            Mistake(
                "kernel-one-axis",
                "The kernel size is counted once, but a kernel has a height and a width.",
                "A kernel of size 3 has 3 × 3 weights: `kernel_size**2`.",
                way(lambda i, o, k: o * (i * k + 1)),
                way(lambda i, o, k: o * (i * 2 * k + 1)),
            ),
            Mistake(
                "bias-per-input-channel",
                "There is a bias for each input channel; it should be one for each output channel.",
                "The input channels are summed first, then one bias is added.",
                way(lambda i, o, k: o * i * k * k + i),
            ),
            Mistake(
                "bias-per-kernel",
                "There is a bias for every pair of input and output channel.",
                "The input channels are summed first, then one bias is added: one an output "
                "channel.",
                way(lambda i, o, k: o * i * (k * k + 1)),
            ),
            Mistake(
                "one-input-channel",
                "The input channels are not counted: a filter has a kernel for each of them.",
                "A 5×5 filter over a colour image has 3 × 5 × 5 weights.",
                way(lambda i, o, k: o * (k * k + 1)),
                way(lambda i, o, k: o * k * k),
            ),
            Mistake(
                "one-filter",
                "Only one filter is counted: there is one for each output channel.",
                "Count one filter with its bias, then multiply by their number.",
                way(lambda i, o, k: i * k * k + 1),
                way(lambda i, o, k: i * k * k + o),
            ),
            Mistake(
                "bias-per-weight",
                "There is a bias for each weight.",
                "The bias is added once, to the finished sum: one an output channel.",
                way(lambda i, o, k: 2 * o * i * k * k),
            ),
        ),
    )


conv_parameters = _conv_parameters()


def _local_parameters():
    def local_parameters(
        in_size: int, kernel_size: int, in_channels: int, out_channels: int
    ) -> int:
        """Return how many numbers a locally connected 2-D layer learns: nothing is shared.

        The input is square, the stride 1, without padding. Every output value has weights and a
        bias of its own.
        """
        outputs = out_channels * (in_size - kernel_size + 1) ** 2
        return outputs * (in_channels * kernel_size**2 + 1)

    def way(formula):
        return instead(
            lambda in_size, kernel_size, in_channels, out_channels: formula(
                in_size, kernel_size, in_channels, out_channels
            )
        )

    return Exercise(
        local_parameters,
        "number",
        (
            Mistake(
                "weights-shared",
                "That is the count of a convolution: its weights are shared by all positions.",
                "Here each position has its own weights: multiply by the number of positions.",
                way(lambda n, k, i, o: o * (i * k * k + 1)),
            ),
            Mistake(
                "bias-shared",
                "The weights are not shared, but the biases still are: one an output channel.",
                "Here each output value has a bias of its own.",
                way(lambda n, k, i, o: o * (n - k + 1) ** 2 * i * k * k + o),
            ),
            Mistake(*_BIAS_MISSING, way(lambda n, k, i, o: o * (n - k + 1) ** 2 * i * k * k)),
            Mistake(
                "off-by-one",
                "One window too few is counted along each axis.",
                "A kernel of 3 fits into an input of 3 once: in_size - kernel_size + 1.",
                way(lambda n, k, i, o: o * (n - k) ** 2 * (i * k * k + 1)),
            ),
            Mistake(
                "one-axis",
                "The positions are counted along one axis only.",
                "The window moves down and across: square the number of positions.",
                way(lambda n, k, i, o: o * (n - k + 1) * (i * k * k + 1)),
            ),
            Mistake(
                "input-positions",
                "It counts a window for each input pixel; near the border none fits.",
                "Without padding there are in_size - kernel_size + 1 positions an axis.",
                way(lambda n, k, i, o: o * n * n * (i * k * k + 1)),
            ),
            Mistake(
                "kernel-one-axis",
                "The kernel size is counted once, but a kernel has a height and a width.",
                "A kernel of size 3 has 3 × 3 weights: `kernel_size**2`.",
                way(lambda n, k, i, o: o * (n - k + 1) ** 2 * (i * k + 1)),
            ),
            Mistake(
                "one-input-channel",
                "The input channels are not counted.",
                "Each output value reads a window of every input channel.",
                way(lambda n, k, i, o: o * (n - k + 1) ** 2 * (k * k + 1)),
            ),
            Mistake(
                "one-output-channel",
                "The output channels are not counted.",
                "Count one output channel, then multiply by their number.",
                way(lambda n, k, i, o: (n - k + 1) ** 2 * (i * k * k + 1)),
            ),
            Mistake(
                "bias-per-position",
                "There is one bias for each position, shared by the output channels.",
                "Each output value has a bias of its own.",
                way(lambda n, k, i, o: (n - k + 1) ** 2 * (o * i * k * k + 1)),
            ),
            Mistake(
                "dense",
                "That is the count of a dense layer: every output reads the whole input.",
                "Each output value reads one window of kernel_size × kernel_size pixels.",
                way(lambda n, k, i, o: o * (n - k + 1) ** 2 * (i * n * n + 1)),
            ),
        ),
    )


local_parameters = _local_parameters()


def _permute_pixels():
    def permute_pixels(images: np.ndarray, permutation: np.ndarray) -> np.ndarray:
        """Move the pixels of all images (N, 1, H, W) by one permutation of the H * W places.

        Pixel k of the answer, counted row by row, is pixel ``permutation[k]`` of the image.
        """
        images = np.asarray(images)
        return images.reshape(len(images), -1)[:, permutation].reshape(images.shape)

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

    return Exercise(
        permute_pixels,
        "array",
        (
            Mistake(
                "inverse-permutation",
                "The pixels move the other way: pixel k goes *to* place permutation[k], instead of "
                "coming *from* there.",
                "`flat[:, permutation]` takes, `moved[:, permutation] = flat` puts.",
                given(permutation=np.argsort),
            ),
            Mistake(
                "shape-lost",
                "The values are right, but the images stay flat.",
                "Give them their shape back: `.reshape(images.shape)`.",
                then(lambda answer, a: answer.reshape(len(answer), -1)),
                then(lambda answer, a: answer.reshape(len(answer), 1, -1)),
            ),
            Mistake(
                "by-columns",
                "The pixels are counted down the columns instead of along the rows.",
                "`reshape` counts along the rows by itself; no transpose is needed.",
                instead(by_columns),
            ),
            Mistake(
                "unchanged",
                "It returns the images as they came.",
                "Indexing makes a new array: return that.",
                then(lambda answer, a: a["images"]),
            ),
            Mistake(
                "first-image-only",
                "Only the first image of the batch is permuted.",
                "`flat[:, permutation]`: the colon stands for all images.",
                instead(first_only),
            ),
            Mistake(
                "batch-forgotten",
                "The whole batch is flattened into one row; it works for a single image only.",
                "Flatten each image: `images.reshape(len(images), -1)`.",
                instead(whole_batch),
                then(lambda answer, a: answer[:1]),
                then(lambda answer, a: answer[0]),
                instead(first_repeated),
            ),
        ),
    )


permute_pixels = _permute_pixels()
