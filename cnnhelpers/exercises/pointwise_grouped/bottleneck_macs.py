"""Exercise: bottleneck_macs."""

from __future__ import annotations

from typing import Any

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, instead, then


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


CASES = tuple(
    case(
        height=height, width=width, in_channels=inputs, middle_channels=middle,
        out_channels=outputs, kernel_size=kernel,
    )
    for height, width, inputs, middle, outputs, kernel in [
        (1, 1, 1, 1, 1, 3), (1, 1, 4, 2, 3, 1), (4, 5, 6, 2, 3, 3), (7, 6, 8, 4, 5, 2),
        (28, 28, 192, 16, 32, 5), (14, 10, 64, 8, 96, 7),
    ]
)  # fmt: skip


def by_torch(
    torch: Any,
    height: int,
    width: int,
    in_channels: int,
    middle_channels: int,
    out_channels: int,
    kernel_size: int,
) -> int:
    total = 0
    for inputs, outputs, kernel in (
        (in_channels, middle_channels, 1),
        (middle_channels, out_channels, kernel_size),
    ):
        image = torch.empty(1, inputs, height + kernel - 1, width + kernel - 1, device="meta")
        taps, windows = reference.count_windows(image, kernel)
        total += outputs * taps * windows
    return total


def way(formula):
    return instead(
        lambda height, width, in_channels, middle_channels, out_channels, kernel_size: formula(
            height, width, in_channels, middle_channels, out_channels, kernel_size
        )
    )


def biases(height, width, middle_channels, out_channels, **others):
    """Return how often a bias is added."""
    return height * width * (middle_channels + out_channels)


MISTAKES = (
    Mistake(
        "direct",
        "That is the direct K×K convolution, without the bottleneck.",
        "There are two layers, one after the other: what goes in and out of each?",
        way(lambda h, w, i, m, o, k: h * w * i * o * k * k),
    ),
    Mistake(
        "first-layer-forgotten",
        "The 1×1 convolution is not counted.",
        "Both layers cost something: which one is missing?",
        way(lambda h, w, i, m, o, k: h * w * m * o * k * k),
    ),
    Mistake(
        "second-layer-forgotten",
        "Only the 1×1 convolution is counted.",
        "Both layers cost something: which one is missing?",
        way(lambda h, w, i, m, o, k: h * w * i * m),
    ),
    Mistake(
        "third-layer",
        "A third layer is counted, a 1×1 that widens again, as in ResNet. Here there should be "
        "two.",
        "1×1 from the input to the middle, K×K from there to the output.",
        way(lambda h, w, i, m, o, k: h * w * (i * m + m * m * k * k + m * o)),
    ),
    Mistake(
        "kernel-one-axis",
        "The kernel size is not squared, but a kernel has a height and a width.",
        "How many weights has a kernel of size 5?",
        way(lambda h, w, i, m, o, k: h * w * (i * m + m * o * k)),
        way(lambda h, w, i, m, o, k: h * w * (i * m + m * o * 2 * k)),
    ),
    Mistake(
        "kernel-in-first-layer",
        "The K×K kernel is counted in the first layer; there, a kernel should have one weight.",
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
        "The second layer is counted with the input's channels; it should read the middle ones.",
        "What does the first layer hand on?",
        way(lambda h, w, i, m, o, k: h * w * (i * m + i * o * k * k)),
    ),
    Mistake(
        "first-layer-writes-output",
        "The first layer is counted with the output's channels; it should make the middle ones.",
        "What does the first layer hand on?",
        way(lambda h, w, i, m, o, k: h * w * (i * o + m * o * k * k)),
    ),
    Mistake(
        "one-input-channel",
        "The input channels are not counted in every layer.",
        "A filter has a kernel for every channel that it reads.",
        way(lambda h, w, i, m, o, k: h * w * (m + o * k * k)),
        way(lambda h, w, i, m, o, k: h * w * (i * m + o * k * k)),
    ),
    Mistake(
        "positions-forgotten",
        "Both layers are counted for a single pixel only.",
        "Every pixel of the map costs its own products.",
        way(lambda h, w, i, m, o, k: i * m + m * o * k * k),
    ),
    Mistake(
        "positions-in-second-layer",
        "The 1×1 layer is counted for a single pixel only.",
        "Every pixel of the map costs its own products, in both layers.",
        way(lambda h, w, i, m, o, k: i * m + h * w * m * o * k * k),
    ),
    Mistake(
        "positions-in-first-layer",
        "The K×K layer is counted for a single pixel only.",
        "Every pixel of the map costs its own products, in both layers.",
        way(lambda h, w, i, m, o, k: h * w * i * m + m * o * k * k),
    ),
    Mistake(
        "positions-one-axis",
        "The number of pixels is not height times width.",
        "A map has height × width pixels.",
        way(lambda h, w, i, m, o, k: h * (i * m + m * o * k * k)),
        way(lambda h, w, i, m, o, k: w * (i * m + m * o * k * k)),
        way(lambda h, w, i, m, o, k: (h + w) * (i * m + m * o * k * k)),
    ),
    Mistake(
        "square-only",
        "One of height and width is used twice, the other is not used.",
        "They are two numbers.",
        way(lambda h, w, i, m, o, k: h * h * (i * m + m * o * k * k)),
        way(lambda h, w, i, m, o, k: w * w * (i * m + m * o * k * k)),
    ),
    Mistake(
        "product-for-sum",
        "The costs of the two layers are multiplied; they should be added.",
        "First one layer runs, then the other.",
        way(lambda h, w, i, m, o, k: h * w * i * m * m * o * k * k),
        way(lambda h, w, i, m, o, k: (h * w * i * m) * (h * w * m * o * k * k)),
        way(lambda h, w, i, m, o, k: h * w * i * m * o * k * k),
    ),
    Mistake(
        "size-shrunk",
        'The map is counted smaller in the K×K layer; with "same" padding it should keep its size.',
        "Every layer has height × width pixels here.",
        way(lambda h, w, i, m, o, k: h * w * i * m + (h - k + 1) * (w - k + 1) * m * o * k * k),
    ),
    Mistake(
        "bias-counted-as-mac",
        "The biases are counted; they should not be. A MAC is a multiplication with its addition.",
        "Nothing is multiplied with a bias.",
        then(lambda answer, a: answer + biases(**a)),
    ),
    Mistake(
        "operations-for-macs",
        "Multiplications and additions are counted apart; together they should be one MAC.",
        "Count the multiplications only.",
        then(lambda answer, a: 2 * answer),
    ),
)


def recipe(draw, height, width, in_channels, middle_channels, out_channels, kernel_size):
    return {
        "height": height,
        "width": width,
        "in_channels": in_channels,
        "middle_channels": middle_channels,
        "out_channels": out_channels,
        "kernel_size": kernel_size,
    }


DOMAIN = Domain(
    recipe,
    (
        count_factor("height", 4, 1, 6, 14),
        count_factor("width", 5, 1, 4, 13),
        count_factor("in_channels", 8, 1, 6, 64),
        count_factor("middle_channels", 2, 1, 3, 16),
        count_factor("out_channels", 6, 1, 7, 40),
        count_factor("kernel_size", 3, 1, 2, 5, 7),
    ),
    values=None,
    count=True,
    large=(
        {
            "height": 10_007,
            "width": 10_009,
            "in_channels": 10_007,
            "middle_channels": 101,
            "out_channels": 10_009,
            "kernel_size": 101,
        },
    ),
)

EXERCISE = Exercise(
    bottleneck_macs,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
