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
    return Mistake(
        "pairs-unsupported",
        f"It works for one number, and fails where {' or '.join(names)} is a pair such as (2, 1).",
        "At the beginning, make a pair of a number: "
        f"`if isinstance({names[0]}, int): {names[0]} = ({names[0]}, {names[0]})`.",
        *both,
        *each,
    )


def before_and_after(*functions: Callable) -> Mistake:
    """A pair is given to ``np.pad``, which reads it otherwise."""
    return Mistake(
        "padding-before-after",
        "A pair is padding for rows and for columns here; `np.pad(x, (2, 1))` takes it for 2 "
        "before and 1 after, along every axis.",
        "Give `np.pad` a pair for each axis: `np.pad(x, ((p, p), (q, q)))`.",
        *(instead(function) for function in functions),
    )
