"""Exercise: correlate1d."""

from __future__ import annotations

import re

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import LENGTH, TAPS
from cnnhelpers.check.families.sums import averaged, overwritten
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Arguments, Mistake, given, instead, then, where
from cnnhelpers.functional import conv1d


def correlate1d(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return the cross-correlation of x (L,) with kernel (K,): (L - K + 1,)."""
    x, kernel = np.asarray(x), np.asarray(kernel)
    return conv1d(x[None, None], kernel[None, None])[0, 0]


CASES = (
    case(x=floats(1.0, 2.0, 4.0), kernel=floats(1.0, 3.0)),
    case(x=floats(1.0, 3.0, 4.0), kernel=floats(2.0, 1.0, -1.0)),
    case(x=floats(2.0, 1.0, 5.0, -3.0), kernel=floats(2.0)),
    case(x=counted(5) + 1, kernel=floats(0.5, -1.0)),
    case(x=halves(1, 5), kernel=halves(2, 3)),
    case(x=whole(3, 7), kernel=whole(8, 3)),
    case(x=whole(5, 9), kernel=whole(6, 4)),
)


def by_torch(torch, x, kernel):
    return reference.conv1d(x[None, None], kernel[None, None])[0, 0]


def blank_last(answer, a):
    answer = np.array(answer)
    answer[-1] = 0
    return answer


def same_length(answer, a):
    return np.concatenate([answer, np.zeros(len(a["kernel"]) - 1)])


def cut_short(x, kernel):
    windows = [x[start : start + len(kernel)] for start in range(len(x))]
    return np.array([np.sum(window * kernel) for window in windows], float)


def just_after_the_end(error: BaseException, arguments: Arguments) -> bool:
    """Return whether a loop stopped where the kernel no longer fits, reading or writing."""
    length, taps = len(arguments["x"]), len(arguments["kernel"])
    said = str(error)
    left = re.search(r"index (\d+) is out of bounds for axis 0 with size (\d+)", said)
    if left:
        place, size = map(int, left.groups())
        return place == size and size in (length, length - taps + 1)
    return "shapes" in said and f"({taps - 1},)" in said and f"({taps},)" in said


def total_never_reset(answer, a):
    return np.cumsum(answer)


def circular(x, kernel):
    """The product of two Fourier transforms, as long as the signal."""
    return np.fft.ifft(np.fft.fft(x) * np.fft.fft(kernel, len(x))).real


def round_the_end(x, kernel):
    """The correlation by two Fourier transforms: windows go round the end of the signal."""
    spectrum = np.fft.fft(x) * np.conj(np.fft.fft(kernel, len(x)))
    return np.fft.ifft(spectrum).real


MISTAKES = (
    Mistake(
        "flipped-kernel",
        "Your kernel is turned round: that is the true convolution. In a CNN the kernel should be "
        "laid on the signal as it is (cross-correlation).",
        "`kernel[k]` should meet `x[i + k]`, not `x[i - k]`. If you use `np.convolve`: it turns "
        "the kernel; `np.correlate` does not.",
        given(kernel=lambda k: k[::-1]),
    ),
    Mistake(
        "off-by-one",
        "A window at the border is missing.",
        "Check where the loop begins and ends. A kernel of 3 fits into a signal of 3 once: there "
        "are len(x) - len(kernel) + 1 positions.",
        then(lambda answer, a: answer[:-1]),
        then(lambda answer, a: answer[1:]),
        then(blank_last),
    ),
    Mistake(
        "padded",
        "The output is longer than it should be: it is that of a signal with zeros around it.",
        "Compute outputs only where the whole kernel lies on the signal. If you use "
        '`np.correlate`: that is its mode "valid".',
        instead(lambda x, kernel: np.correlate(x, kernel, "same")),
        instead(lambda x, kernel: np.correlate(x, kernel, "full")),
    ),
    Mistake(
        "size-of-input",
        "The output is as long as the input, and its end is not filled.",
        "The output should have len(x) - len(kernel) + 1 values.",
        then(same_length),
    ),
    Mistake(
        "windows-past-the-end",
        "The windows go on after the last place where the whole kernel lies on the signal.",
        "How often does a kernel of 3 fit into a signal of 5? The loop should run just so often.",
        instead(cut_short),
        where(lambda a: len(a["kernel"]) == 1, told=just_after_the_end),
    ),
    overwritten(
        instead(lambda x, kernel: (x[len(kernel) - 1 :] * kernel[-1]).astype(float)),
    ),
    Mistake(
        "first-product-only",
        "Only the first weight of the kernel is used.",
        "Let k run over the whole kernel before you use the sum.",
        instead(lambda x, kernel: x[: len(x) - len(kernel) + 1] * kernel[0]),
    ),
    averaged(
        then(lambda answer, a: answer / len(a["kernel"])),
    ),
    Mistake(
        "total-kept",
        "Each output has those before it in it.",
        "Begin each sum at 0, inside the loop over the positions.",
        then(total_never_reset),
    ),
    Mistake(
        "window-stands-still",
        "Every output is that of the first window: the window does not move.",
        "Where the window begins should depend on the loop's variable: `x[i + k]`, not `x[k]`.",
        then(lambda answer, a: np.full_like(answer, answer[0])),
    ),
    Mistake(
        "windows-side-by-side",
        "The windows stand side by side: each begins where the one before it ends.",
        "The next window should begin one place further on.",
        then(lambda answer, a: answer[:: len(a["kernel"])]),
    ),
    rectified(),
    integer_dtype(),
    Mistake(
        "circular",
        "The kernel is turned, and the first outputs read round the end of the signal: that is "
        "what the product of two Fourier transforms does.",
        "Take `np.conj` of the kernel's transform: then it is not turned, and nothing goes round "
        "in the outputs that you keep.",
        instead(lambda x, kernel: circular(x, kernel)[: len(x) - len(kernel) + 1]),
    ),
    Mistake(
        "round-the-end",
        "The last K − 1 outputs read round the end, back at the beginning of the signal. They "
        "should be left out.",
        "Keep the outputs for which the whole kernel lies on the signal: L − K + 1 of them. If you "
        "use `np.roll`, `%` or Fourier transforms: they go round the end.",
        instead(round_the_end),
    ),
    Mistake(
        "cut-out-wrong",
        "The kernel is right, but the answer begins K − 1 places too late.",
        "The first output should be that of the first window. If you use Fourier transforms with "
        "`np.conj`: what goes round the end stands at the end.",
        instead(lambda x, kernel: round_the_end(x, kernel)[len(kernel) - 1 :]),
    ),
)


def recipe(draw, length, taps):
    return {"x": draw.array(length), "kernel": draw.array(taps)}


DOMAIN = Domain(recipe, (LENGTH, TAPS), integers=("x", "kernel"), linear=("x", "kernel"))

EXERCISE = Exercise(correlate1d, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)
