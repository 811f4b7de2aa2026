"""Mistakes of one kernel (K_H, K_W) on one image (H, W): the products, and what is square."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cnnhelpers.check.families.arrays import padded, pair, square, windows
from cnnhelpers.check.families.border import standing_still
from cnnhelpers.check.families.kernel import transposed_kernel
from cnnhelpers.check.families.sums import averaged, overwritten
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, Way, given_all, instead, then, where


def square_only():
    """Height and width are taken for the same."""
    height = given_all(_height_for_both)
    return Mistake(
        "square-only",
        "Height and width are taken for one number; they may be two.",
        "Read both sizes of the image, and both sizes of the kernel.",
        height,
        where(lambda a: square(a["kernel"]), height),
        where(lambda a: square(a["x"]) and square(a["kernel"])),
        where(lambda a: square(a["kernel"])),
        where(lambda a: square(a["x"])),
    )


def _height_for_both(a):
    """Return the arguments as code that takes the image's height for its width reads them."""
    x, rows = a["x"], a["x"].shape[0]
    if x.shape[1] < rows:
        raise IndexError
    return {"x": x[:, :rows]}


def turned_kernel():
    own = transposed_kernel()
    return Mistake(own.slug, own.explanation, own.hint, *own.ways, instead(transposed_by_broadcast))


def transposed_by_broadcast(x, kernel, stride=1, padding=0):
    """Return the sums of window * kernel.T, which NumPy stretches where shapes allow it."""
    found = windows(x, kernel.shape, stride, padding) * kernel.T
    return found.sum(axis=(-2, -1))


def sum_mistakes():
    """Return mistakes in multiplying and adding, for correlate2d with and without stride."""

    def windows_summed(x, kernel, stride=1, padding=0):
        return windows(x, kernel.shape, stride, padding).sum(axis=(-2, -1))

    def sums_multiplied(x, kernel, stride=1, padding=0):
        return windows(x, kernel.shape, stride, padding).sum(axis=(-2, -1)) * kernel.sum()

    by_taps = then(lambda answer, a: answer / a["kernel"].size)
    by_height = then(lambda answer, a: answer / a["kernel"].shape[0])
    by_sum = then(lambda answer, a: answer / a["kernel"].sum())
    return (
        overwritten(instead(last_product)),
        Mistake(
            "total-reset",
            "Only the last row of each window counts.",
            "Is the sum set back to 0 for every row? Begin it once for each output, before both "
            "inner loops.",
            instead(last_row),
        ),
        Mistake(
            "loop-left-early",
            "Only the first products of each window count.",
            "Look for something that ends the sum too early, such as a `return` or a `break` that "
            "is indented too far.",
            instead(first_product),
            instead(first_row),
        ),
        averaged(by_taps, by_height),
        Mistake(
            "kernel-normalised",
            "The answer is divided by the sum of the kernel; nothing should be divided.",
            "Use the kernel as it is; a sum of 0 would even divide by 0.",
            by_sum,
        ),
        Mistake(
            "matrix-product",
            "Window and kernel are multiplied as matrices; they should be multiplied number by "
            "number.",
            "Multiply element by element with `*`, then add all products. `@` and `np.dot` "
            "multiply matrices.",
            instead(matrix_product),
        ),
        Mistake(
            "kernel-ignored",
            "The pixels are added up before they have met their weights.",
            "Multiply first, each pixel with its own weight; then add.",
            instead(windows_summed),
            instead(sums_multiplied),
        ),
        *standing_still(),
        rectified(),
        integer_dtype(),
    )


def fourier_mistakes() -> tuple[Mistake, ...]:
    """Return mistakes of windows that go round the end, as those of Fourier transforms do."""

    def by(spectrum_of, rows: Callable[[int, int], slice]) -> Way:
        def function(x, kernel, stride=1, padding=0):
            (down, across), (p, q) = pair(stride), pair(padding)
            x = padded(np.asarray(x, float), ((p, p), (q, q)))
            product = np.fft.fft2(x) * spectrum_of(np.fft.fft2(kernel, x.shape))
            cut = (rows(n, k) for n, k in zip(x.shape, kernel.shape))
            return np.fft.ifft2(product).real[tuple(cut)][::down, ::across]

        return instead(function)

    return (
        Mistake(
            "round-the-end",
            "The last K − 1 rows and columns read round the end, back at the beginning of the "
            "image. They should be left out.",
            "Keep the outputs for which the whole kernel lies on the image: H − K_H + 1 rows. If "
            "you use `np.roll`, `%` or Fourier transforms: they go round the end.",
            by(np.conj, lambda n, k: slice(n)),
        ),
        Mistake(
            "cut-out-wrong",
            "The kernel is right, but the answer begins K − 1 rows and columns too late.",
            "The first output should be that of the first window. If you use Fourier transforms "
            "with `np.conj`: what goes round the end stands at the end.",
            by(np.conj, lambda n, k: slice(k - 1, n)),
        ),
        Mistake(
            "circular",
            "The kernel is turned, and the first outputs read round the end of the image: that is "
            "what the product of two Fourier transforms does.",
            "Take `np.conj` of the kernel's transform: then it is not turned, and nothing goes "
            "round in the outputs that you keep.",
            by(lambda spectrum: spectrum, lambda n, k: slice(n - k + 1)),
        ),
    )


def matrix_product(x, kernel, stride=1, padding=0):
    """Return the sums of window @ kernel."""
    return (windows(x, kernel.shape, stride, padding) @ kernel).sum(axis=(-2, -1))


def last_product(x, kernel, stride=1, padding=0):
    """Return the last product of each window."""
    return windows(x, kernel.shape, stride, padding)[..., -1, -1] * kernel[-1, -1]


def last_row(x, kernel, stride=1, padding=0):
    """Return the sum of the last row's products of each window."""
    return (windows(x, kernel.shape, stride, padding)[..., -1, :] * kernel[-1]).sum(axis=-1)


def first_product(x, kernel, stride=1, padding=0):
    """Return the first product of each window."""
    return windows(x, kernel.shape, stride, padding)[..., 0, 0] * kernel[0, 0]


def first_row(x, kernel, stride=1, padding=0):
    """Return the sum of the first row's products of each window."""
    return (windows(x, kernel.shape, stride, padding)[..., 0, :] * kernel[0]).sum(axis=-1)
