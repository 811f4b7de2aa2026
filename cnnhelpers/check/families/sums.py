"""Products are lost, or averaged, on their way into a sum."""

from __future__ import annotations

from cnnhelpers.check.mistake import Mistake, Way


def overwritten(*ways: Way) -> Mistake:
    """``=`` stands where ``+=`` should."""
    return Mistake(
        "sum-overwritten",
        "Only the last product of each window is left of the sum.",
        "Collect with `+=`; `=` forgets what was there.",
        *ways,
    )


def averaged(*ways: Way) -> Mistake:
    """The products are averaged."""
    return Mistake(
        "averaged",
        "It takes a mean of the products; it should take their sum.",
        "Add the products, and do not divide by the number of weights.",
        *ways,
    )
