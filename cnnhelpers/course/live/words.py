"""What the commands of a class say when they cannot do what they are asked for.

Each answer is a sentence or two: what is wrong, and what to write instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from cnnhelpers.course.live.blocks import Block


def not_written(unknown: Sequence[str], own: Sequence[str], blocks: Sequence[Block]) -> str:
    """Return what `%mine NAME` says where the user has not written these functions."""
    said = f"You have not written {' and '.join(unknown)} in this notebook yet; "
    near = [name for each in unknown for name in get_close_matches(each, own, n=2)]
    if near:
        return f"{said}did you mean {' or '.join(near)}?"
    if {*unknown} <= {block.name for block in blocks}:
        it, is_in = ("it", "it is") if len(unknown) == 1 else ("them", "they are")
        return f"{said}write {it} in a cell and run that, and {is_in} in force."
    if own:
        return f"{said}yours are {', '.join(own)}."
    return f"{said}%mine brings back functions that you have written in a cell and run."


def all_yours(own: Sequence[str]) -> str:
    """Return what `%mine` says where nothing stands in the place of the user's functions."""
    if own:
        return f"All functions that you have written are in force already: {', '.join(own)}."
    return (
        "You have not written a function in this notebook yet, and nothing stands in the place of "
        "one; write a function in a cell and run that, and it is in force."
    )


def stopped(number: str, error: BaseException) -> str:
    """Return what `%next` says where a block needs what was not run."""
    return (
        f"Block {number} has not come to its end: {_told(error)}. %catchup {number} gets what it "
        f"needs; then write %next {number}."
    )


def spoilt(number: str, error: BaseException) -> str:
    """Return what `%catchup` says where the course's code does not run among the user's names."""
    return (
        f"The course's code has stopped before the end of block {number}: {_told(error)}. A name "
        "of yours, such as sum or max, may stand in its way: restart the kernel, run the first "
        f"cell, and write %catchup {number} again."
    )


def no_question(key: str, keys: Sequence[str]) -> str:
    """Return what `%poll` says where its argument is no key of a question."""
    wrong = f"The course has no question {key!r}; write" if key else "Write"
    listed = f": {', '.join(keys)}" if keys else ", such as 02-79cce877"
    return f"{wrong} the key of one after %poll{listed}."


def _told(error: BaseException) -> str:
    return str(error).rstrip(".") or type(error).__name__
