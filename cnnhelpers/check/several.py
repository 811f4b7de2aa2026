"""An answer of several arrays at once, such as the gradients that a layer gives back.

Their numbers stand in one row behind each other, with the shapes beside them, so that the judge
compares such an answer as any other. Where it is wrong, one part of it is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY, Answer, Answers, Trouble
from cnnhelpers.check.finding import Trial

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True)
class Arrays(Answers):
    """Several arrays, returned as a tuple; ``parts`` are their names."""

    def read(self, value: Any) -> Answer:
        """Return what a function returned as the numbers of all parts."""
        if not isinstance(value, list | tuple):
            alone = super().read(value)
            return alone if alone.trouble is not None else Answer(trouble=self._number_of(1))
        if len(value) != len(self.parts):
            return Answer(trouble=self._number_of(len(value)))
        found = [ARRAY.read(part) for part in value]
        for index, (name, part) in enumerate(zip(self.parts, found)):
            if part.trouble is not None:
                return Answer(trouble=self._of_part(index, name, part.trouble))
        values = [np.asarray(part.value) for part in found]
        dtypes = [part.dtype for part in found if part.dtype is not None]
        return Answer(
            np.concatenate([part.ravel() for part in values]),
            np.result_type(*dtypes),
            shapes=tuple(part.shape for part in values),
            dtypes=tuple(part.dtype for part in found),
        )

    def stored(self, value: Any) -> np.ndarray:
        """Return the parts in one row: for each its number of axes, its shape, its numbers."""
        parts = [np.asarray(part, dtype=np.float64) for part in value]
        rows = [np.array([part.ndim, *part.shape], dtype=np.float64) for part in parts]
        return np.concatenate([piece for pair in zip(rows, map(np.ravel, parts)) for piece in pair])

    def restored(self, array: np.ndarray) -> Answer:
        """Return the parts that :meth:`stored` has kept."""
        parts, at = [], 0
        for _ in self.parts:
            axes = int(array[at])
            shape = tuple(int(length) for length in array[at + 1 : at + 1 + axes])
            begin = at + 1 + axes
            at = begin + int(np.prod(shape))
            parts.append(array[begin:at].reshape(shape))
        return self.read(tuple(parts))

    def part(self, answer: Answer, index: int) -> Answer:
        """Return one part as an answer of its own."""
        if answer.value is None:
            return answer
        sizes = [int(np.prod(shape)) for shape in answer.shapes]
        begin = sum(sizes[:index])
        value = answer.value[begin : begin + sizes[index]].reshape(answer.shapes[index])
        return Answer(value, answer.dtypes[index])

    def _number_of(self, count: int) -> Trouble:
        names = ", ".join(self.parts)
        number = "one array" if count == 1 else f"{count} values"
        return Trouble(
            "number-of-arrays",
            f"Your function returned {number}; {self.wanted} is expected.",
            f"Return all of them in this order: `return {names}`.",
        )

    def _of_part(self, index: int, name: str, trouble: Trouble) -> Trouble:
        if trouble.slug == "nothing-returned":  # there is a `return`: it says None itself
            return Trouble(
                "part-is-none",
                f"`{name}`, the {ORDINALS[index]} of what is returned, is None.",
                f"An array is expected there: compute `{name}` in every case, also where an "
                "argument is None.",
            )
        return Trouble(
            trouble.slug,
            f"Something is wrong with `{name}`, the {ORDINALS[index]} of what is returned: "
            f"{trouble.explanation}",
            trouble.hint,
        )


def arrays(*parts: str) -> Arrays:
    """Return the kind of answer of so many arrays: ``arrays("grad_x", "grad_weight")``."""
    return Arrays("arrays", f"a tuple ({', '.join(parts)})", parts=parts)


def wrong_parts(answers: Answers, trials: Sequence[Trial]) -> list[int]:
    """Return which parts are wrong in some of the trials; none where an answer has no parts."""
    if not isinstance(answers, Arrays):
        return []
    return [
        index
        for index in range(len(answers.parts))
        if any(_is_wrong(answers, trial, index) for trial in trials)
    ]


def of_part(answers: Arrays, trials: Sequence[Trial], index: int) -> list[Trial]:
    """Return the trials in which a part is wrong, as trials of that part alone."""
    return [
        replace(
            trial,
            expected=answers.part(trial.expected, index),
            answer=answers.part(trial.answer, index),
            part=answers.parts[index],
        )
        for trial in trials
        if _is_wrong(answers, trial, index)
    ]


def _is_wrong(answers: Arrays, trial: Trial, index: int) -> bool:
    if trial.answer.value is None or trial.expected.value is None:
        return False
    mine, right = (answers.part(each, index) for each in (trial.answer, trial.expected))
    assert mine.value is not None and right.value is not None
    if mine.value.shape != right.value.shape:
        return True
    return not answers.close(mine.value, right.value, trial.scale).all()


def first_wrong(answers: Answers, trial: Trial) -> Trial:
    """Return a wrong trial as one of its first wrong part, where it has parts."""
    if isinstance(answers, Arrays) and trial.answer.value is None:  # an error, or no such arrays
        return replace(trial, expected=answers.part(trial.expected, 0), part=answers.parts[0])
    found = wrong_parts(answers, [trial])
    return of_part(answers, [trial], found[0])[0] if found else trial  # type: ignore[arg-type]
