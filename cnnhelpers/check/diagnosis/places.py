"""Where in the answer the wrong numbers stand: the last row, all but the first channel, one number.

And how the shape differs, where it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY, Answers
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial

MOSTLY = 0.9  # of the wrong trials; of the others, such as errors, a place says nothing
Mask = np.ndarray
_NAMES = {
    1: ("number",),
    2: ("row", "column"),
    3: ("channel", "row", "column"),
    4: ("image", "channel", "row", "column"),
    5: ("image", "channel", "frame", "row", "column"),
}
_OF_WEIGHTS = {
    3: ("filter", "channel", "position"),
    4: ("filter", "channel", "row", "column"),
}


def _axis_names(exercise: Exercise, trial: Trial) -> tuple[str, ...]:
    """Return names of the answer's axes: those of a signal have no rows."""
    assert trial.expected.value is not None
    axes = trial.expected.value.ndim
    if len(exercise.axes) == axes:
        return exercise.axes
    if "weight" in trial.part and axes > 2:
        return _OF_WEIGHTS.get(axes, ())
    x = next((v for v in trial.case.arguments.values() if isinstance(v, np.ndarray)), None)
    if axes == 3 and x is not None and x.ndim == 3 and "length" in _shape_words(trial):
        return ("signal", "channel", "position")
    return _NAMES.get(axes, ())


def _shape_words(trial: Trial) -> str:
    weight = trial.case.arguments.get("weight")
    return "length" if isinstance(weight, np.ndarray) and weight.ndim == 3 else ""


def shape(exercise: Exercise, wrong: Sequence[Trial]) -> Sign | None:
    """Return how the shapes differ, if it is the same in every trial that goes wrong."""
    if exercise.answers is not ARRAY or not wrong:
        return None
    answered = [t for t in wrong if t.answer.value is not None and t.expected.value is not None]
    pairs = [(t.answer.value.shape, t.expected.value.shape) for t in answered]  # type: ignore[union-attr]
    differing = [yours != right for yours, right in pairs]
    if sum(differing) < max(2, MOSTLY * len(wrong)):
        return None
    merged = _merged(exercise, answered[0], pairs)
    if merged is not None:
        return merged
    if any(len(yours) != len(right) for yours, right in pairs):
        return None
    return _as_other(answered, pairs) or _fewer(exercise, answered, pairs)


def _merged(exercise: Exercise, trial: Trial, pairs: Sequence[tuple]) -> Sign | None:
    """Return which two neighbouring axes of the answer have become one."""
    names = _axis_names(exercise, trial)
    for axis in range(len(names) - 1):
        if all(
            len(right) == len(names)
            and yours == (*right[:axis], right[axis] * right[axis + 1], *right[axis + 2 :])
            for yours, right in pairs
        ):
            return Sign(
                "place",
                f"The axes of {names[axis]}s and {names[axis + 1]}s have become one; "
                "`reshape` gives them back.",
            )
    return None


def _as_other(wrong: Sequence[Trial], pairs: Sequence[tuple]) -> Sign | None:
    rest = [(trial, yours) for trial, (yours, right) in zip(wrong, pairs) if yours != right]
    for name in rest[0][0].case.arguments:
        shapes = {np.shape(trial.case.arguments.get(name)) for trial, _ in rest}
        if len(shapes) > 1 and all(
            np.shape(trial.case.arguments.get(name)) == yours for trial, yours in rest
        ):
            return Sign("place", f"The answer has the shape of `{name}`.")
    return None


def _fewer(exercise: Exercise, wrong: Sequence[Trial], pairs: Sequence[tuple]) -> Sign | None:
    names = _axis_names(exercise, wrong[0])
    if len(names) != len(pairs[0][1]):
        return None
    differences = {
        tuple(a - b for a, b in zip(yours, right)) for yours, right in pairs if yours != right
    }
    if len(differences) != 1:
        return None
    said = []
    for name, difference in zip(names, differences.pop()):
        if difference:
            count = abs(difference)
            way = "too many" if difference > 0 else "too few"
            said.append(f"{count} {name}{'s' if count > 1 else ''} {way}")
    return Sign("place", f"The answer has {' and '.join(said)}.") if said else None


def place(exercise: Exercise, wrong: Sequence[Trial]) -> Sign | None:
    """Return where the wrong numbers are, if the same words fit every trial that goes wrong."""
    trials = [
        trial
        for trial in wrong
        if trial.answer.value is not None
        and trial.expected.value is not None
        and trial.answer.value.shape == trial.expected.value.shape
    ]
    if len(trials) < max(2, MOSTLY * len(wrong)) or exercise.answers not in (ARRAY,):
        return _component(exercise.answers, exercise, wrong)
    masks = [
        ~exercise.answers.close(t.answer.value, t.expected.value, t.scale)  # type: ignore[arg-type]
        for t in trials
    ]
    for words, region in _regions(_axis_names(exercise, trials[0])):
        told = [(mask, region(mask.shape)) for mask in masks]
        if any(inside is None for _, inside in told):
            continue
        fits = all(not (mask & ~inside).any() for mask, inside in told)
        # Outside of it the right numbers have to differ: zeros all round are right by chance.
        telling = sum(
            np.unique(trial.expected.value[~inside]).size > 1  # type: ignore[index]
            for trial, (_, inside) in zip(trials, told)
        )
        if fits and telling >= max(2, 0.5 * len(told)):
            return Sign("place", f"Only {words} wrong.")
    return None


def _regions(names: tuple[str, ...]) -> list[tuple[str, Callable[[tuple], Any]]]:
    """Return words and the masks that they mean, the smallest regions first."""

    def at(axis: int, index: Any) -> Callable[[tuple], Any]:
        def region(shape: tuple) -> Mask | None:
            if len(shape) != len(names):
                return None
            mask = np.zeros(shape, bool)
            place: list[Any] = [slice(None)] * len(shape)
            place[axis] = index
            mask[tuple(place)] = True
            return mask

        return region

    def either(*some: Callable[[tuple], Any]) -> Callable[[tuple], Any]:
        def region(shape: tuple) -> Mask | None:
            masks = [one(shape) for one in some]
            return None if any(mask is None for mask in masks) else np.logical_or.reduce(masks)

        return region

    found: list[tuple[str, Callable[[tuple], Any]]] = []
    for axis, name in enumerate(names):
        found.append((f"the last {name} of the answer is", at(axis, slice(-1, None))))
        found.append((f"the first {name} of the answer is", at(axis, slice(0, 1))))
    if names[-2:] == ("row", "column"):
        last = either(at(-2, slice(-1, None)), at(-1, slice(-1, None)))
        first = either(at(-2, slice(0, 1)), at(-1, slice(0, 1)))
        found.append(("the last row and the last column of the answer are", last))
        found.append(("the first row and the first column of the answer are", first))
        found.append(("the border of the answer is", either(first, last)))
    elif names:
        ends = either(at(-1, slice(-1, None)), at(-1, slice(0, 1)))
        found.append((f"the first and the last {names[-1]} of the answer are", ends))
    for axis, name in enumerate(names):
        found.append((f"the {name}s after the first are", at(axis, slice(1, None))))
        found.append((f"the {name}s before the last are", at(axis, slice(None, -1))))
    return found


def _component(answers: Answers, exercise: Exercise, wrong: Sequence[Trial]) -> Sign | None:
    """Return which number of a tuple is wrong."""
    if not answers.whole or len(wrong) < 2:
        return None
    pairs = [(trial.answer.value, trial.expected.value) for trial in wrong]
    if any(a is None or b is None or a.ndim != 1 or a.shape != b.shape for a, b in pairs):
        return None
    lengths = {len(b) for _, b in pairs if b is not None}
    if len(lengths) != 1 or lengths == {1}:
        return None
    bad = np.array([a != b for a, b in pairs]).any(axis=0)  # type: ignore[misc]
    if bad.sum() != 1:
        return None
    index = int(np.flatnonzero(bad)[0])
    ordinal = ("first", "second", "third", "fourth", "fifth")[index]
    differences = {float(a[index] - b[index]) for a, b in pairs}  # type: ignore[index]
    more = ""
    if len(differences) == 1:
        by = differences.pop()
        more = f": it is too {'large' if by > 0 else 'small'} by {abs(by):g}"
    return Sign("place", f"Only the {ordinal} number is wrong{more}.")
