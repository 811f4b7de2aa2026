"""What to try when the learner's function raised an error."""

from __future__ import annotations

from cnnhelpers.check.exercise import Exercise

_BORDER = (
    "Near the border a slice such as `x[i : i + k]` is cut short without an error, so it no longer "
    "has the kernel's size: the last window starts at size - k."
)
_BY_WORDS = (
    ("could not be broadcast", _BORDER),
    ("could not broadcast", _BORDER),
    ("NoneType", "Something is None: a function called here, or one of yours, returned nothing."),
    (
        "'float' object cannot be interpreted",
        "A size must be a whole number: `//` divides into one, `/` gives a float.",
    ),
    (
        "only integer",
        "An index must be a whole number: `//` divides into one, `/` gives a float.",
    ),
    (
        "not subscriptable",
        "Something is indexed that is one number: an option may come as a number or as a pair; "
        "`isinstance(stride, int)` tells them apart.",
    ),
    (
        "'tuple'",
        "An option may come as one number or as a pair; `isinstance(stride, int)` tells them "
        "apart.",
    ),
    ("unpack", "A different number of values is unpacked here than there are; print the shape."),
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
    (IndexError, "An index leaves the array. " + _BORDER),
    (ModuleNotFoundError, "Only NumPy is needed here."),
    (RecursionError, "The function calls itself again and again; a loop does it without."),
    (ZeroDivisionError, "Something divides by 0; print what it divides by."),
    (MemoryError, "The array would be far too large; print its shape before it is made."),
    (AttributeError, "The object does not have this; print its type, and check the spelling."),
)


def advice_for(error: BaseException, exercise: Exercise) -> str | None:
    """Return a hint for an error, by what it says and of which type it is."""
    for kind, words in exercise.advice.items():
        if isinstance(error, kind):
            return words
    try:
        said = str(error)
    except Exception:
        return None
    for sign, words in _BY_WORDS:
        if sign in said:
            return words
    for kind, words in _BY_TYPE:
        if isinstance(error, kind):
            return words
    return None
