"""Factors that many domains share: image, kernel, stride, padding, channels, batch.

A value is what the recipe of a domain receives; see :mod:`cnnhelpers.check.domain`.
"""

from __future__ import annotations

from cnnhelpers.check.domain import Factor, Option, factor


def count_factor(name: str, plain: int, *others: int) -> Factor:
    """Return a factor that is a whole number with a name of its own, such as ``in_channels``."""
    options = [(value, f"{name} is {value}") for value in others]
    return factor(name, plain, f"{name} is not {plain}", *options)


IMAGE: Factor = factor(
    "image",
    (5, 5),
    "the image is not square",
    ((4, 7), "the image is wider than high"),
    ((7, 4), "the image is higher than wide"),
)
# Where there is padding, too: a kernel larger than the image may fit.
PADDED_IMAGE: Factor = Factor(
    "image",
    IMAGE.plain,
    (*IMAGE.others, Option((2, 2), "the image is smaller than the kernel")),
    IMAGE.words,
)
KERNEL: Factor = factor(
    "kernel",
    (3, 3),
    "the kernel is not 3×3",
    ((2, 2), "the size of the kernel is even"),
    ((2, 3), "the kernel is wider than high"),
    ((3, 2), "the kernel is higher than wide"),
    ((1, 1), "the kernel is a single number"),
)
LENGTH: Factor = factor(
    "length",
    6,
    "the length is not 6",
    (7, "the length is odd"),
    (13, "the length is more than 10"),
)
TAPS: Factor = factor(
    "taps",
    3,
    "the kernel does not have 3 numbers",
    (2, "the number of weights is even"),
    (4, "the number of weights is even"),
    (1, "the kernel is a single number"),
)
STRIDE: Factor = factor(
    "stride",
    1,
    "the stride is more than 1",
    (2, "the stride is 2"),
    (3, "the stride is 3"),
)
STRIDES: Factor = factor(
    "stride",
    1,
    "the stride is more than 1",
    (2, "the stride is 2"),
    (3, "the stride is 3"),
    ((2, 1), "the stride is a pair of different numbers"),
    ((1, 3), "the stride is a pair of different numbers"),
)
PADDING: Factor = factor(
    "padding",
    0,
    "there is padding",
    (1, "the padding is 1"),
    (2, "the padding is 2"),
)
PADDINGS: Factor = factor(
    "padding",
    0,
    "there is padding",
    (1, "the padding is 1"),
    (2, "the padding is 2"),
    ((2, 1), "the padding is a pair of different numbers"),
    ((0, 2), "the padding is a pair of different numbers"),
)
DILATION: Factor = factor(
    "dilation",
    1,
    "the dilation is more than 1",
    (2, "the dilation is 2"),
    (3, "the dilation is 3"),
)
DILATIONS: Factor = factor(
    "dilation",
    1,
    "the dilation is more than 1",
    (2, "the dilation is 2"),
    (3, "the dilation is 3"),
    ((2, 1), "the dilation is a pair of different numbers"),
)
BATCH: Factor = factor(
    "batch",
    1,
    "there is more than one image",
    (2, "there are 2 images"),
    (3, "there are 3 images"),
)
INPUTS: Factor = factor(
    "inputs",
    1,
    "there is more than one input channel",
    (2, "there are 2 input channels"),
    (3, "there are 3 input channels"),
)
OUTPUTS: Factor = factor(
    "outputs",
    1,
    "there is more than one filter",
    (2, "there are 2 filters"),
    (4, "there are 4 filters"),
)
# Of pooling: one number, and windows side by side where no stride is given.
POOL_SIZE: Factor = factor(
    "kernel_size",
    2,
    "the kernel size is not 2",
    (3, "the kernel size is 3"),
    (4, "the kernel size is 4"),
    (1, "the kernel size is 1"),
)
POOL_STRIDE: Factor = factor(
    "stride",
    None,
    "a stride is given",
    (1, "the stride is less than the kernel size"),
    (2, "the stride is 2"),
    (3, "the stride is more than the kernel size"),
)
