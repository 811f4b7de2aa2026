"""The kernel is turned, mirrored or transposed; ``kernel`` is the name of its argument."""

from __future__ import annotations

from cnnhelpers.check.families.arrays import flipped, square, transposed
from cnnhelpers.check.mistake import Mistake, given, where


def flipped_kernel(kernel: str = "kernel") -> Mistake:
    """The kernel is turned by 180 degrees: true convolution."""
    return Mistake(
        "flipped-kernel",
        "Your kernel is turned by 180°: that is the true convolution. In a CNN the kernel should "
        "be laid on the image as it is (cross-correlation).",
        "Kernel row u should meet image row i + u, not i - u. If you use `np.convolve` or "
        "`scipy.signal.convolve`: they turn the kernel.",
        given(**{kernel: flipped}),
    )


def half_flipped_kernel(kernel: str = "kernel") -> Mistake:
    """The kernel is mirrored along one axis."""
    return Mistake(
        "kernel-mirrored",
        "Your kernel is mirrored along one axis.",
        "Neither axis should be turned: `kernel[u, v]` should meet `x[i + u, j + v]`.",
        given(**{kernel: lambda k: k[..., ::-1, :]}),
        given(**{kernel: lambda k: k[..., ::-1]}),
    )


def transposed_kernel(kernel: str = "kernel") -> Mistake:
    """Rows and columns of the kernel are exchanged."""
    turn = given(**{kernel: transposed})
    return Mistake(
        "kernel-transposed",
        "Rows and columns of your kernel are exchanged.",
        "`kernel[u, v]` should meet `x[i + u, j + v]`: u counts rows in both, v columns.",
        turn,
        where(lambda a: square(a[kernel]), turn),
    )
