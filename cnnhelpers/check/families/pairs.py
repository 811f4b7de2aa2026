"""An option that may be one number or a pair is read as only one of the two."""

from __future__ import annotations

from collections.abc import Callable

from cnnhelpers.check.mistake import Mistake, Way, instead, where


def pairs_unsupported(*names: str) -> Mistake:
    """One number works, a pair raises."""

    def plain(*some: str) -> Way:
        return where(lambda a: not any(isinstance(a[name], tuple) for name in some))

    each = [plain(name) for name in names]
    both = [plain(*names)] if len(names) > 1 else []
    some = "" if len(names) == 1 else ", for one of them at least"
    return Mistake(
        "pairs-unsupported",
        f"It fails where {' or '.join(names)} is a pair such as (2, 1){some}.",
        "At the beginning, make a pair of a single number; after that, there are only pairs.",
        *both,
        *each,
    )


def before_and_after(*functions: Callable) -> Mistake:
    """A pair is given to ``np.pad``, which reads it otherwise."""
    return Mistake(
        "padding-before-after",
        "A pair of paddings is taken for before and after, along every axis. The first number "
        "should be for the rows, the second for the columns.",
        "If you use `np.pad`: it takes a pair for each axis, and each pair is (before, after).",
        *(instead(function) for function in functions),
    )
