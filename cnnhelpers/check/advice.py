"""What to try when the learner's function stopped with an error."""

from __future__ import annotations

import re
import traceback
from collections.abc import Sequence

import numpy as np

from cnnhelpers.check.exercise import Exercise

_BORDER = (
    "Near the border a slice such as `x[i : i + k]` is cut short without an error, and holds less "
    "than k: the last start with room for k is size - k."
)
_BY_WORDS = (
    (
        "does not support item assignment",
        "A tuple (or a number) cannot be changed in place; make a new one, or an array.",
    ),
    (
        "NoneType",
        "Something is None: an option that was left out, or what a function gave that returns "
        "nothing.",
    ),
    (
        "'float' object cannot be interpreted",
        "A size must be a whole number: `//` divides into one, `/` gives a float.",
    ),
    (
        "only integer",
        "An index must be a whole number: `//` divides into one, `/` gives a float.",
    ),
    (
        "window shape cannot be larger than input array shape",
        "Along some axis the window is longer than the array: print both shapes. Is it the right "
        "axis, and is the padding there already?",
    ),
    (
        "object too deep for desired array",
        "`np.correlate` and `np.convolve` take rows of numbers: do one channel after another, and "
        "add up.",
    ),
    (
        "'list' object has no attribute 'shape'",
        "A list has no shape; `np.asarray(...)` makes an array of a list or of an array.",
    ),
    (
        "indices must be integers or slices, not tuple",
        "A list takes one index after another; `np.asarray(...)` makes an array of it.",
    ),
    (
        "Cannot cast ufunc",
        "An array of whole numbers is changed in place, and cannot hold fractions. Is it an "
        "argument, or made in the type of one? Compute a new array of floats.",
    ),
    (
        "cannot convert float infinity to integer",
        "An array of whole numbers cannot hold infinity: make floats of it first, such as "
        "`x.astype(float)`.",
    ),
    (
        "int too large to convert",
        "An array of whole numbers cannot hold so large a number: make floats of it first, such as "
        "`x.astype(float)`.",
    ),
    ("'int' object is not subscriptable", "One number has no places: print what `[...]` follows."),
    ("'int' object is not iterable", "One number was taken for several: print it."),
    ("cannot unpack non-iterable int", "One number cannot be unpacked into several: print it."),
    ("unpack", "A different number of values is unpacked here than there are; print the shape."),
    (
        "cannot reshape array",
        "`reshape` keeps all numbers: the new lengths, multiplied, give how many there are. Print "
        "the shape that it has.",
    ),
    (
        "mismatch in its core dimension",
        "For `@` the last axis of the first array is as long as the last but one of the second: "
        "print both shapes.",
    ),
    (
        "The truth value of an array",
        "An array of several numbers is neither true nor false. Whether an argument was given "
        "tells `is None`; `np.where` chooses number by number.",
    ),
    ("input() asks", "Take the values from the parameters; nobody is there to type."),
)
_BY_TYPE: tuple[tuple[type[BaseException], str], ...] = (
    (
        UnboundLocalError,
        "The name is used before it has a value: give it one before the loop, such as `total = 0`.",
    ),
    (
        NameError,
        "Python does not know this name: run the cells above first, the setup cell included, or "
        "mend the spelling.",
    ),
    (ModuleNotFoundError, "Only NumPy is needed here."),
    (RecursionError, "The function calls itself again and again; a loop does it without."),
    (ZeroDivisionError, "Something divides by 0; print what it divides by."),
    (MemoryError, "The array would be far too large; print its shape before it is made."),
    (AttributeError, "The object does not have this; print its type, and check the spelling."),
    (SystemExit, "`exit()` ends the program; `return` ends the function."),
)
# i : i + k
_WINDOW = re.compile(
    r"([\w.]+(?: ?[-*+] ?[\w.]+)*) ?: ?\1 ?\+ ?(?P<length>[\w.]+(?:\[-?\d\])?(?: ?[-*+] ?[\w.]+)*)"
)
_NUMBER_OR_PAIR = re.compile(
    "'tuple' and 'int'|'int' and 'tuple'|'int' object is not (subscriptable|iterable)|"
    "cannot unpack non-iterable int"
)
_NUMBER_AND_PAIR = re.compile("'tuple' and 'int'|'int' and 'tuple'")
_SHAPES = re.compile(r"\((\d+(?:,\s?\d+)*,?)\)")


def advice_for(error: BaseException, exercise: Exercise, line: str = "") -> str | None:
    """Return a hint for an error, by what it says, of which type it is, and the learner's line."""
    try:
        said = str(error)
    except Exception:
        return None
    for kind, words in exercise.advice.items():
        if isinstance(error, kind) and (kind is not ValueError or "broadcast" in said):
            return words
    if "broadcast" in said or "not aligned" in said and _WINDOW.search(line):
        return _shapes(said, error, line)
    option = _option_of_both_kinds(exercise)
    if option and isinstance(error, TypeError) and _NUMBER_OR_PAIR.search(said):
        return (
            f"An option may come as one number or as a pair; `isinstance({option}, int)` tells "
            "them apart."
        )
    pair = _always_a_pair(exercise)
    if pair and isinstance(error, TypeError) and _NUMBER_AND_PAIR.search(said):
        return (
            f"`{pair}` is a pair, (rows, columns): take it apart first, `rows, columns = {pair}`."
        )
    if "axis" in said and "out of bounds for array of dimension" in said:
        return "The array has fewer axes than that: print its shape. " + (
            "`shape` (N, D) has the axes 0 and 1; an answer for several kinds of arrays asks "
            "`ndim` first."
            if _of_several_kinds(exercise)
            else "A sum, a mean or an index may have taken an axis away, and then those behind it "
            "have other numbers."
        )
    if isinstance(error, IndexError) and "out of bounds" in said:
        return (
            "An index leaves the array: print it, and the shape, just before this line. Does it go "
            "along the axis that it should? Its last index is the length of that axis minus 1."
        )
    for sign, words in _BY_WORDS:
        if sign in said:
            return words
    for kind, words in _BY_TYPE:
        if isinstance(error, kind):
            return words
    return None


def _option_of_both_kinds(exercise: Exercise) -> str | None:
    """Return the first argument that comes as one number and as a pair, too, if there is one."""
    for name in exercise.signature.parameters:
        kinds = {type(exercise.complete(case).get(name)) for case in exercise.cases}
        if {int, tuple} <= kinds:
            return name
    return None


def _whole_windows(error: BaseException, read: str, shapes: Sequence[tuple[int, ...]]) -> bool:
    """Return whether the slices of a line are as long as they are written: then none was cut."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    lengths = [found.group("length").strip() for found in _WINDOW.finditer(read)]
    for frame in frames:
        try:
            values = tuple(int(eval(each, frame.f_globals, frame.f_locals)) for each in lengths)
        except Exception:  # another frame, or no number
            continue
        return tuple(map(min, *shapes))[-len(values) :] == values
    return False


def _read(line: str) -> str:
    """Return what a line reads: of an assignment the right side, for the left one is written."""
    head, sign, value = re.sub(r"\b\w+=(?=[^=])", "", line).partition("= ")
    return value if sign and not head.endswith(("=", "!", "<", ">")) else line


def _of_several_kinds(exercise: Exercise) -> bool:
    """Return whether an array comes with more axes in one case than in another."""
    kinds = {
        (name, value.ndim)
        for case in exercise.cases
        for name, value in case.arguments.items()
        if isinstance(value, np.ndarray)
    }
    return len(kinds) > len({name for name, _ in kinds})


def _always_a_pair(exercise: Exercise) -> str | None:
    """Return the first argument that is a pair of whole numbers in each case, if there is one."""
    for name in exercise.signature.parameters:
        values = [exercise.complete(case).get(name) for case in exercise.cases]
        if all(isinstance(value, tuple) and len(value) == 2 for value in values):
            return name
    return None


def _shapes(said: str, error: BaseException, line: str) -> str:
    """Return words for arrays that do not fit: a slice cut short at the border, or two shapes."""
    shapes = [tuple(map(int, re.findall(r"\d+", found))) for found in _SHAPES.findall(said)]
    if len(shapes) == 2 and len(shapes[0]) == len(shapes[1]) and _WINDOW.search(_read(line)):
        differ = [axis for axis, (a, b) in enumerate(zip(*shapes)) if a != b]
        smaller = [a <= b for a, b in zip(*shapes)]
        # Rows and columns come last: what differs before them is no slice that was cut.
        if (
            differ
            and differ[0] >= len(shapes[0]) - 2
            and (all(smaller) or not any(a < b for a, b in zip(*shapes)))
            and not _whole_windows(error, _read(line), shapes)
        ):
            return _BORDER
    return "Two arrays do not fit together: print both shapes just before this line."
