"""Exercise: fft_conv."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
from numpy import fft

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, Draw, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE, INPUTS, KERNEL
from cnnhelpers.check.families.arrays import flipped, windows
from cnnhelpers.check.families.border import off_by_one
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then, where


def fft_conv(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return the cross-correlation of x (C, H, W) with kernel (C, K_H, K_W), by Fourier transform.

    The channels are added up; valid positions only. Shape: (H - K_H + 1, W - K_W + 1).
    """
    x, kernel = np.asarray(x), np.asarray(kernel)
    # Directly: that is the same, and exact for whole numbers.
    return np.einsum("cijuv,cuv->ij", windows(x, kernel.shape[1:]), kernel)


CASES = (
    case(x=counted(1, 3, 3), kernel=counted(1, 2, 2) + 1),
    case(x=whole(81, 1, 4, 5), kernel=whole(82, 1, 2, 3)),
    case(x=whole(83, 2, 5, 4), kernel=whole(84, 2, 2, 2)),
    case(x=halves(85, 1, 6, 7), kernel=halves(86, 1, 3, 2)),
    case(x=whole(87, 3, 7, 5), kernel=whole(88, 3, 3, 3)),
    case(x=halves(89, 2, 5, 9), kernel=whole(90, 2, 5, 4)),
)


def by_torch(torch: Any, x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    return reference.conv2d(x[None], kernel[None])[0, 0]


Sizes = Callable[[tuple[int, int], tuple[int, int]], tuple[int, int]]


def as_image(x: tuple[int, int], kernel: tuple[int, int]) -> tuple[int, int]:
    return x


def full(x: tuple[int, int], kernel: tuple[int, int]) -> tuple[int, int]:
    return x[0] + kernel[0] - 1, x[1] + kernel[1] - 1


def by(
    sizes: Sizes = as_image,
    kernel_spectrum: Callable[[np.ndarray], np.ndarray] = np.conj,
    back: Callable[[np.ndarray, tuple[int, int]], np.ndarray] = lambda spectrum, n: fft.irfft2(
        spectrum, n
    ),
    start: Callable[[int], int] = lambda k: 0,
    end: Callable[[int, int], int] = lambda n, k: n - k + 1,
    norm: Literal["ortho"] | None = None,
    together: Callable[[np.ndarray], np.ndarray] = lambda spectrum: spectrum.sum(axis=0),
) -> Way:
    """The algorithm with one step done otherwise; ``start`` and ``end`` cut out the answer."""

    def function(x: Any, kernel: Any) -> np.ndarray:
        x, kernel = np.asarray(x), np.asarray(kernel)
        size, taps = x.shape[1:], kernel.shape[1:]
        n = sizes(size, taps)
        spectrum = fft.rfft2(x, n, norm=norm) * kernel_spectrum(fft.rfft2(kernel, n, norm=norm))
        found = back(together(spectrum), n)
        down, across = (slice(start(k), start(k) + end(length, k)) for length, k in zip(size, taps))
        return found[..., down, across]

    return instead(function)


def plain(spectrum: np.ndarray) -> np.ndarray:
    return spectrum


def without_size(spectrum: np.ndarray, n: tuple[int, int]) -> np.ndarray:
    return fft.irfft2(spectrum)


def whole_inverse(spectrum: np.ndarray, n: tuple[int, int]) -> np.ndarray:
    """``ifft2`` of half a spectrum, of which ``.real`` is taken."""
    return fft.ifft2(spectrum).real


def ortho(spectrum: np.ndarray, n: tuple[int, int]) -> np.ndarray:
    return fft.irfft2(spectrum, n, norm="ortho")


def each_channel(x: Any, kernel: Any) -> np.ndarray:
    x, kernel = np.asarray(x), np.asarray(kernel)
    return np.einsum("cijuv,cuv->cij", windows(x, kernel.shape[1:]), kernel)


def everything(n: int, k: int) -> int:
    return n + k - 1


MISTAKES = (
    Mistake(
        "flipped-kernel",
        "The kernel is turned by 180°: this is the true convolution. The kernel should lie on the "
        "input as it is.",
        "A plain product of spectra turns the kernel. Turn it before the transform: then the valid "
        "part begins at (K_H − 1, K_W − 1). Or take `np.conj` of the kernel's spectrum: then it "
        "begins at (0, 0).",
        given(kernel=flipped),
    ),
    Mistake(
        "wrapped",
        "This is the true convolution, and its first rows and columns are cut out. Onto those the "
        "end of the image is wrapped.",
        "With `np.conj` of the kernel's spectrum the valid positions stand first. Or turn the "
        "kernel, and cut out from row K_H − 1 and column K_W − 1 on.",
        by(kernel_spectrum=plain),
    ),
    Mistake(
        "cut-out-wrong",
        "The numbers are there, but the answer is cut out K − 1 rows and columns too far.",
        "With the conjugate, output (0, 0) stands at (0, 0). With a turned kernel it stands at "
        "(K_H − 1, K_W − 1).",
        by(start=lambda k: k - 1),
        by(full, start=lambda k: k - 1),
        by(full, plain),
        by(full, plain, start=lambda k: k // 2),
    ),
    Mistake(
        "kernel-centred",
        "The answer is moved by half a kernel.",
        "The kernel's first number should stand at place (0, 0) of its array. It needs no "
        "`fftshift`.",
        instead(lambda x, kernel: centred(x, kernel, as_image)),
        instead(lambda x, kernel: centred(x, kernel, full)),
    ),
    Mistake(
        "odd-width",
        "Where the width is odd, the inverse transform takes it for one less.",
        "A row of 5 numbers and a row of 4 numbers both have a half spectrum of three columns. Say "
        "the size: `irfft2(spectrum, (rows, columns))`.",
        by(back=without_size),
        by(full, back=without_size),
    ),
    Mistake(
        "inverse-of-half",
        "Half a spectrum is taken for a whole one.",
        "`rfft2` goes together with `irfft2`, `fft2` with `ifft2`.",
        by(back=whole_inverse),
        by(full, back=whole_inverse),
    ),
    Mistake(
        "normalised",
        "The answer is too small, by the same factor everywhere: the transforms are normalised.",
        'With `norm="ortho"` each of the three transforms divides by the root of the size, which '
        "is one root too many. The default is right.",
        by(norm="ortho", back=ortho),
        by(full, norm="ortho", back=ortho),
    ),
    Mistake(
        "channels-not-summed",
        "Each channel has an answer of its own. They should be added up.",
        "A filter makes one map: sum over the channels, before the way back or after it.",
        instead(each_channel),
    ),
    Mistake(
        "channels-averaged",
        "The channels are averaged. They should be summed.",
        "Nothing should be divided.",
        then(lambda answer, a: answer / len(a["x"])),
    ),
    Mistake(
        "one-channel-only",
        "Only one channel counts.",
        "The first axis counts the channels. All of them should be read.",
        given(x=lambda x: x[:1], kernel=lambda k: k[:1]),
        given(x=lambda x: x[-1:], kernel=lambda k: k[-1:]),
        where(lambda a: len(a["x"]) == 1),
    ),
    Mistake(
        "everything-returned",
        "The answer is larger than the valid positions: the positions at the border are still "
        "there.",
        "The kernel should lie on the image with all its numbers: H − K_H + 1 rows.",
        by(end=lambda n, k: n),
        by(full, end=everything),
        by(full, plain, end=everything),
        by(full, end=lambda n, k: n),
        instead(lambda x, kernel: padded_answer(x, kernel)),
    ),
    Mistake(
        "each-channel-whole",
        "Each channel has an answer of its own, with the positions at the border still in it. The "
        "channels should be added up, and only the valid positions kept.",
        "A filter makes one map: sum over the channels, before the way back or after it. Then the "
        "kernel should lie on the image with all its numbers: H − K_H + 1 rows.",
        by(end=lambda n, k: n, together=plain),
        by(full, end=everything, together=plain),
        by(full, plain, end=everything, together=plain),
    ),
    Mistake(
        "magnitude",
        "Negative values have become positive.",
        "The imaginary part is nothing but rounding. Take the real part, not the absolute value.",
        then(lambda answer, a: np.abs(answer)),
    ),
    Mistake(
        "negatives-cut",
        "Negative values have become 0. They should stay.",
        "Negative values should stay as they are.",
        then(lambda answer, a: np.maximum(answer, 0)),
    ),
    off_by_one(),
    integer_dtype(),
)


def centred(x: Any, kernel: Any, sizes: Sizes) -> np.ndarray:
    """The correlation with a kernel whose middle is taken for its first number."""
    x, kernel = np.asarray(x), np.asarray(kernel)
    (height, width), (rows, columns) = x.shape[1:], kernel.shape[1:]
    n = sizes((height, width), (rows, columns))
    laid = np.zeros((len(kernel), *n))
    laid[:, :rows, :columns] = kernel
    laid = np.roll(laid, (-(rows // 2), -(columns // 2)), axis=(1, 2))
    product = (fft.rfft2(x, n) * np.conj(fft.rfft2(laid))).sum(axis=0)
    return fft.irfft2(product, n)[: height - rows + 1, : width - columns + 1]


def padded_answer(x: Any, kernel: Any) -> np.ndarray:
    """Every place where kernel and image touch, in their order."""
    x, kernel = np.asarray(x), np.asarray(kernel)
    rows, columns = kernel.shape[1:]
    around = ((0, 0), (rows - 1, rows - 1), (columns - 1, columns - 1))
    return fft_conv(np.pad(x, around), kernel)


def recipe(
    draw: Draw, image: tuple[int, int], kernel: tuple[int, int], inputs: int
) -> dict[str, Any]:
    if any(k > n for k, n in zip(kernel, image)):
        raise Impossible
    return {"x": draw.array(inputs, *image), "kernel": draw.array(inputs, *kernel)}


DOMAIN = Domain(recipe, (IMAGE, KERNEL, INPUTS), integers=("x", "kernel"), linear=("x", "kernel"))

EXERCISE = Exercise(fft_conv, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)
