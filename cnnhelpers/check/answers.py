"""What an exercise is answered with: how an answer is read, and when two of them are the same.

A right answer may come as an array, a list, a PyTorch tensor or a scalar. What cannot be read is
told in a sentence.
"""

from __future__ import annotations

import numbers
from dataclasses import dataclass
from typing import Any

import numpy as np

TOLERANCE = 1e-5  # of the largest number of the right answer
MOST = 10**7  # numbers of an answer that are read


@dataclass(frozen=True)
class Trouble:
    """Why an answer cannot be read: a slug, what it is, and a hint."""

    slug: str
    explanation: str
    hint: str


@dataclass(frozen=True, eq=False)
class Answer:
    """An answer as numbers, or the reason why there are none.

    ``dtype`` is what was returned, before it became float64. ``error`` stands for an error that was
    raised; ``trouble`` for something that cannot be read. ``shapes`` are those of the parts, where
    the answer is several arrays: ``value`` then holds their numbers in one row, and ``dtypes`` are
    those of the parts.
    """

    value: np.ndarray | None = None
    dtype: np.dtype | None = None
    error: BaseException | None = None
    trouble: Trouble | None = None
    shapes: tuple[tuple[int, ...], ...] = ()
    dtypes: tuple[np.dtype | None, ...] = ()

    @property
    def scale(self) -> float:
        """Size of the largest finite number; 1 where there is no array."""
        if self.value is None:
            return 1.0
        finite = np.abs(self.value[np.isfinite(self.value)])
        return float(finite.max(initial=1e-12))


@dataclass(frozen=True)
class Answers:
    """A kind of answer.

    Args:
        name: such as "array".
        wanted: in a sentence, "an array".
        whole: whether the numbers are sizes or places, which must be whole and exact.
        parts: names of the arrays, where it is several of them.
    """

    name: str
    wanted: str
    whole: bool = False
    parts: tuple[str, ...] = ()

    def read(self, value: Any) -> Answer:
        """Return what a function returned as numbers of this kind."""
        if value is None:
            return Answer(trouble=_NOTHING)
        if value is ... or value is NotImplemented:
            return Answer(trouble=Trouble("stub", "The body is still empty.", "Write it."))
        if isinstance(value, BaseException):
            kind = type(value).__name__
            return Answer(
                trouble=Trouble(
                    "error-returned",
                    f"Your function returns a {kind} instead of raising it.",
                    f"Write `raise {kind}(...)`: `return` hands the error over as if it were an "
                    "answer.",
                )
            )
        if isinstance(value, set | frozenset):
            return Answer(
                trouble=Trouble(
                    "set-returned",
                    "Your function returned a set, which has no order.",
                    "`sorted(...)` makes a list in order of it.",
                )
            )
        try:
            array = as_array(value)
        except Exception:  # whatever the object does when it is asked for numbers
            array = None
        if array is not None and array.size > MOST:
            return Answer(
                trouble=Trouble(
                    "far-too-large",
                    f"Your function returned {array.size:,} numbers, in shape {array.shape}.",
                    "Print the shape before you return: where does it grow?",
                )
            )
        if array is None:
            shapes = _shapes(value)
            if len(shapes) > 1:
                return Answer(
                    trouble=Trouble(
                        "different-shapes",
                        f"Your function returned a {type(value).__name__} whose entries have "
                        f"different shapes, such as {shapes[0]} and {shapes[1]}.",
                        "Print the shape of each entry: which one should be otherwise?",
                    )
                )
            return Answer(
                trouble=Trouble(
                    "not-numbers",
                    f"Your function returned {_described(value)}, where {self.wanted} is expected.",
                    _hint(self.wanted, value),
                )
            )
        if self is POSITIONS and not array.size:  # an empty list has no dtype of its own
            array = array.astype(np.float64)
        return Answer(array.astype(np.float64), array.dtype)

    def stored(self, value: Any) -> np.ndarray:
        """Return an answer of PyTorch's as one array that can be kept in a file."""
        return np.asarray(value)

    def restored(self, array: np.ndarray) -> Answer:
        """Return the answer that :meth:`stored` has kept."""
        return self.read(array)

    def close(self, first: np.ndarray, second: np.ndarray, scale: float) -> np.ndarray:
        """Return where two arrays of one shape agree. Whole numbers must be equal."""
        tolerance = 1e-9 if self.whole else TOLERANCE * scale
        with np.errstate(all="ignore"):
            near = np.abs(first - second) <= tolerance
        return near | (first == second) | (np.isnan(first) & np.isnan(second))  # infinities, nan

    def agree(self, first: Answer, second: Answer, scale: float) -> bool:
        """Return whether two answers are the same: same shape and values, or both an error."""
        if first.error is not None or second.error is not None:
            return first.error is not None and second.error is not None
        if first.trouble is not None and second.trouble is not None:
            return first.trouble.slug == second.trouble.slug
        if first.value is None or second.value is None or first.value.shape != second.value.shape:
            return False
        if first.shapes != second.shapes:
            return False
        return bool(self.close(first.value, second.value, scale).all())


ARRAY = Answers("array", "an array")
NUMBER = Answers("number", "a whole number", whole=True)
NUMBERS = Answers("numbers", "a tuple of whole numbers", whole=True)
LIST = Answers("list", "a list of whole numbers", whole=True)
DECIMAL = Answers("decimal", "one number")
PAIR = Answers("pair", "a pair (row, column)", whole=True)
POSITIONS = Answers("positions", "a list of positions", whole=True)

_NOTHING = Trouble(
    "nothing-returned",
    "Your function returned None, that is nothing.",
    "The last line is probably `output` instead of `return output`, or the `return` stands "
    "inside a branch that was not taken.",
)


def as_array(value: Any) -> np.ndarray | None:
    """Return a value as an array of numbers, or None where it holds something else."""
    if hasattr(value, "detach"):  # a PyTorch tensor, read without importing PyTorch
        value = value.detach().cpu().numpy()
    elif isinstance(value, range):
        value = list(value)
    elif isinstance(value, list | tuple) and any(hasattr(entry, "detach") for entry in value):
        value = [np.asarray(as_array(entry)) for entry in value]
    elif not isinstance(value, np.ndarray | list | tuple | numbers.Number | np.generic):
        if not hasattr(value, "__array__"):
            return None
    array = np.asarray(value)
    if array.dtype.kind == "c":  # an answer by Fourier transform
        largest = float(np.abs(array).max(initial=0))
        if not np.allclose(array.imag, 0, atol=1e-5 * largest):
            return None
        array = array.real
    if (
        array.dtype.kind == "O"
        and array.size
        and all(isinstance(entry, numbers.Real) for entry in array.ravel())
    ):
        array = array.astype(np.float64)
    return array if array.dtype.kind in "biuf" else None


def _shapes(value: Any) -> list[tuple[int, ...]]:
    """Return the shapes of a list's entries, each once; none where one holds no numbers."""
    if not isinstance(value, list | tuple):
        return []
    try:
        arrays = [as_array(entry) for entry in value]
    except Exception:  # whatever the entries do when they are asked for numbers
        return []
    if any(array is None for array in arrays):
        return []
    return list(dict.fromkeys(array.shape for array in arrays if array is not None))


def _holds_none(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(entry is None for entry in value)


def _hint(wanted: str, value: Any) -> str:
    if _holds_none(value):
        place = next(place for place, entry in enumerate(value) if entry is None)
        return (
            f"`None` stands at index {place}. It has to be computed in every case, or `None` "
            "passes through."
        )
    return f"Return {wanted}{'; rows of equal length' if wanted == 'an array' else ''}."


def _described(value: Any) -> str:
    if _holds_none(value):
        return f"a {type(value).__name__} with None in it"
    if callable(value):
        return f"a function ({getattr(value, '__name__', type(value).__name__)})"
    name = type(value).__name__
    if isinstance(value, list | tuple):
        texts = [entry for entry in value if isinstance(entry, str)]
        if texts:
            return f"a {name} with the text {texts[0]!r} in it"
    if isinstance(value, list | tuple | np.ndarray):
        return f"a {name} that does not hold numbers in equal rows"
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"
