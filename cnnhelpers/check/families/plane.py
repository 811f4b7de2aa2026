"""Mistakes of one kernel (K_H, K_W) on one image (H, W): the products, and what is square."""

from __future__ import annotations

from cnnhelpers.check.families.arrays import square, windows
from cnnhelpers.check.families.border import standing_still
from cnnhelpers.check.families.kernel import transposed_kernel
from cnnhelpers.check.families.sums import averaged, overwritten
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, given_all, instead, then, where


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
