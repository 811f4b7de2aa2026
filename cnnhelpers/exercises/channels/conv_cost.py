"""Exercise: conv_cost."""

from __future__ import annotations

from typing import Any

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBERS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, instead, then


def conv_cost(
    in_channels: int, out_channels: int, kernel_size: int, out_height: int, out_width: int
) -> tuple[int, int]:
    """Return (parameters, multiply-adds) of a convolution with square kernels, for one image.

    Parameters include one bias an output channel; a multiply-add is one multiplication with
    its addition, and the bias costs none.
    """
    weights = out_channels * in_channels * kernel_size**2
    return weights + out_channels, weights * out_height * out_width


CASES = tuple(
    case(
        in_channels=inputs, out_channels=outputs, kernel_size=kernel, out_height=height,
        out_width=width,
    )
    for inputs, outputs, kernel, height, width in [
        (1, 1, 1, 1, 1), (1, 1, 3, 2, 2), (2, 1, 3, 4, 5), (1, 4, 2, 3, 7), (3, 2, 1, 5, 4),
        (3, 10, 5, 32, 32), (16, 7, 3, 9, 12),
    ]
)  # fmt: skip


def by_torch(
    torch: Any,
    in_channels: int,
    out_channels: int,
    kernel_size: int,
    out_height: int,
    out_width: int,
) -> tuple[int, int]:
    edge = kernel_size - 1
    image = torch.empty(1, in_channels, out_height + edge, out_width + edge, device="meta")
    taps, windows = reference.count_windows(image, kernel_size)
    return reference.count_parameters(
        torch.nn.Conv2d(in_channels, out_channels, kernel_size, device="meta")
    ), out_channels * taps * windows


def counts(parameters=None, macs=None):
    """A formula of i, o, k, h, w in place of the parameters, of the multiply-adds, or of both.

    Both are written as a whole function: with a mistake in one of the two numbers they would
    explain the same answers as a formula of the other number alone.
    """
    if parameters and macs:
        return instead(lambda **a: (parameters(*a.values()), macs(*a.values())))

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


MISTAKES = (
    Mistake(
        "pair-swapped",
        "The two numbers are exchanged. The parameters should come first, the multiply-adds "
        "second.",
        "Look at the order in the function's first line of help.",
        then(lambda answer, a: answer[::-1]),
    ),
    Mistake(
        "bias-missing",
        "The biases are not among the parameters.",
        "Each output channel learns one number more than its weights: its bias. It is a parameter.",
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
        "The biases are counted by input channels; there should be one for each output channel.",
        "The input channels are summed first; then one bias is added.",
        p_only(lambda i, o, k, h, w: o * i * k * k + i),
        p_only(lambda i, o, k, h, w: o * i * (k * k + 1)),
    ),
    Mistake(
        "bias-counted-as-mac",
        "The biases are counted among the multiply-adds; they should not be.",
        "A multiply-add is a multiplication with its addition; nothing is multiplied with a bias.",
        m_only(lambda i, o, k, h, w: o * (i * k * k + 1) * h * w),
        m_only(lambda i, o, k, h, w: o * i * k * k * h * w + o),
        m_only(lambda i, o, k, h, w: (o * i * k * k + 1) * h * w),
    ),
    Mistake(
        "kernel-one-axis",
        "The kernel size is not squared, but a kernel has a height and a width.",
        "How many weights has a kernel of size 3?",
        counts(lambda i, o, k, h, w: o * (i * k + 1), lambda i, o, k, h, w: o * i * k * h * w),
        counts(
            lambda i, o, k, h, w: o * (i * 2 * k + 1),
            lambda i, o, k, h, w: o * i * 2 * k * h * w,
        ),
    ),
    Mistake(
        "kernel-one-axis-in-macs",
        "The kernel size is not squared in the multiply-adds, but a kernel has a height and a "
        "width.",
        "How many weights has a kernel of size 3?",
        m_only(lambda i, o, k, h, w: o * i * k * h * w),
    ),
    Mistake(
        "kernel-one-axis-in-parameters",
        "The kernel size is not squared in the parameters, but a kernel has a height and a width.",
        "How many weights has a kernel of size 3?",
        p_only(lambda i, o, k, h, w: o * (i * k + 1)),
    ),
    Mistake(
        "one-input-channel",
        "The input channels are not counted. A filter has a kernel for each of them.",
        "Count the weights of one filter over a colour image, then the products of one output "
        "value.",
        counts(lambda i, o, k, h, w: o * (k * k + 1), lambda i, o, k, h, w: o * k * k * h * w),
    ),
    Mistake(
        "one-input-channel-in-macs",
        "The input channels are not counted in the multiply-adds. A filter has a kernel for each "
        "of them.",
        "Count the products of one output value of a colour image.",
        m_only(lambda i, o, k, h, w: o * k * k * h * w),
    ),
    Mistake(
        "one-input-channel-in-parameters",
        "The input channels are not counted in the parameters. A filter has a kernel for each of "
        "them.",
        "Count the weights of one filter over a colour image.",
        p_only(lambda i, o, k, h, w: o * (k * k + 1)),
    ),
    Mistake(
        "one-filter",
        "Only one filter is counted. There is one for each output channel.",
        "Count one filter, then multiply by their number.",
        counts(lambda i, o, k, h, w: i * k * k + 1, lambda i, o, k, h, w: i * k * k * h * w),
        counts(lambda i, o, k, h, w: i * k * k + o, lambda i, o, k, h, w: i * k * k * h * w),
    ),
    Mistake(
        "one-filter-in-macs",
        "In the multiply-adds only one filter is counted. There is one for each output channel.",
        "Count one filter, then multiply by their number.",
        m_only(lambda i, o, k, h, w: i * k * k * h * w),
    ),
    Mistake(
        "one-filter-in-parameters",
        "In the parameters the weights of only one filter are counted. There is one for each "
        "output channel.",
        "Count one filter, then multiply by their number.",
        p_only(lambda i, o, k, h, w: i * k * k + 1),
        p_only(lambda i, o, k, h, w: i * k * k + o),
    ),
    Mistake(
        "positions-forgotten",
        "The positions of the window are not counted in the multiply-adds.",
        "Every pixel of the answer costs its own products.",
        m_only(lambda i, o, k, h, w: o * i * k * k),
        m_only(lambda i, o, k, h, w: o * (i * k * k + 1)),
        m_only(lambda i, o, k, h, w: i * k * k),
    ),
    Mistake(
        "positions-one-axis",
        "The number of output pixels is not height times width.",
        "The window moves down and across: every row has a position in each column.",
        m_only(lambda i, o, k, h, w: o * i * k * k * h),
        m_only(lambda i, o, k, h, w: o * i * k * k * w),
        m_only(lambda i, o, k, h, w: o * i * k * k * (h + w)),
    ),
    Mistake(
        "square-only",
        "One of height and width is used twice, the other is not used.",
        "The answer has out_height rows of out_width pixels.",
        m_only(lambda i, o, k, h, w: o * i * k * k * h * h),
        m_only(lambda i, o, k, h, w: o * i * k * k * w * w),
    ),
    Mistake(
        "kernel-forgotten",
        "The kernel's size is not counted in the multiply-adds.",
        "One output value costs one product for every weight of its filter.",
        m_only(lambda i, o, k, h, w: o * i * h * w),
        m_only(lambda i, o, k, h, w: o * h * w),
    ),
    Mistake(
        "parameters-per-position",
        "The parameters are counted again for every position; they should be counted once.",
        "The filter is the same wherever it stands.",
        p_only(lambda i, o, k, h, w: o * (i * k * k + 1) * h * w),
        p_only(lambda i, o, k, h, w: o * i * k * k * h * w + o),
        p_only(lambda i, o, k, h, w: o * i * k * k * h * w),
    ),
    Mistake(
        "operations-for-macs",
        "Multiplications and additions are counted apart; together they should be one "
        "multiply-add.",
        "Count the multiplications only.",
        m_only(lambda i, o, k, h, w: 2 * o * i * k * k * h * w),
        m_only(lambda i, o, k, h, w: o * (2 * i * k * k - 1) * h * w),
        m_only(lambda i, o, k, h, w: o * (2 * i * k * k + 1) * h * w),
    ),
    Mistake(
        "size-shrunk",
        "The multiply-adds are counted at fewer positions, as if the kernel size were taken away "
        "once more.",
        "out_height and out_width are the answer's: the positions are counted already.",
        m_only(lambda i, o, k, h, w: o * i * k * k * (h - k + 1) * (w - k + 1)),
    ),
    Mistake(
        "one-number",
        "It returns one number; two are asked for.",
        "Return both: the parameters, then the multiply-adds.",
        then(lambda answer, a: answer[0]),
        then(lambda answer, a: answer[1]),
        then(lambda answer, a: sum(answer)),
    ),
)


def recipe(draw, in_channels, out_channels, kernel_size, out_height, out_width):
    return {
        "in_channels": in_channels,
        "out_channels": out_channels,
        "kernel_size": kernel_size,
        "out_height": out_height,
        "out_width": out_width,
    }


DOMAIN = Domain(
    recipe,
    (
        count_factor("in_channels", 3, 1, 4, 16),
        count_factor("out_channels", 2, 1, 7, 12),
        count_factor("kernel_size", 3, 1, 2, 5, 11),
        count_factor("out_height", 4, 1, 6, 14),
        count_factor("out_width", 5, 1, 4, 13),
    ),
    values=None,
    count=True,
    large=(
        {
            "in_channels": 10_007,
            "out_channels": 10_009,
            "kernel_size": 1009,
            "out_height": 101,
            "out_width": 103,
        },
    ),
)

EXERCISE = Exercise(
    conv_cost,
    NUMBERS,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
