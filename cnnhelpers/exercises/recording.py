"""Recording PyTorch's answers to all cases, for where it is not installed."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from cnnhelpers import recorded, reference
from cnnhelpers.check.case import Case
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.key import kept
from cnnhelpers.exercises import all_exercises
from cnnhelpers.files import save_whole


class TwinFails(Exception):
    """What an exercise computes by PyTorch fails; the message says which case, and how."""


def answers() -> dict[str, np.ndarray]:
    """Return PyTorch's answer to every case that has one, by the key of the recorded file.

    Raises:
        ModuleNotFoundError: PyTorch is not installed.
        TwinFails: an exercise's ``by_torch`` raises an error.
    """
    reference.needed()
    return {
        recorded.key(name, case.arguments): _by_torch(exercise, case)
        for name, exercise in all_exercises().items()
        for case in exercise.cases
        if case.raises is None
    }


def _by_torch(exercise: Exercise, case: Case) -> np.ndarray:
    try:
        return kept(exercise, case)
    except Exception as error:
        raise TwinFails(
            f"{exercise.name}: its by_torch fails for the case {case.name}, with "
            f"{type(error).__name__}: {error}. Mend it in {exercise.course.__module__}."
        ) from error


def contradictions(exercise: Exercise) -> list[str]:
    """Return a sentence for each case in which PyTorch and the exercise's function differ.

    Raises:
        ModuleNotFoundError: PyTorch is not installed.
        TwinFails: the exercise's ``by_torch`` raises an error.
    """
    found = []
    for case in exercise.cases:
        if case.raises is None:
            theirs = exercise.answers.restored(_by_torch(exercise, case))
            ours = exercise.answer(lambda a: exercise.course(**a), exercise.complete(case))
            if not exercise.answers.agree(ours, theirs, theirs.scale):
                found.append(
                    f"{exercise.name}: its function and its by_torch answer the case {case.name} "
                    f"differently; one of the two is wrong, in {exercise.course.__module__}."
                )
    return found


def stale() -> list[str]:
    """Return a sentence for each recorded answer that is missing, too much or different.

    Raises:
        ModuleNotFoundError: PyTorch is not installed.
    """
    now, before = answers(), recorded.values()
    found = []
    for name in sorted(now.keys() | before.keys()):
        exercise = name.partition("-")[0]
        if name not in before:
            found.append(f"A case of {exercise} is not recorded.")
        elif name not in now:
            found.append(f"A recorded answer of {exercise} belongs to no case any more.")
        elif now[name].shape != before[name].shape or not np.allclose(now[name], before[name]):
            found.append(f"PyTorch answers a case of {exercise} otherwise than recorded.")
    return list(dict.fromkeys(found))


def record(path: Path | None = None) -> int:
    """Write PyTorch's answers to all cases; return how many. The file is written whole."""
    path = recorded.FILE if path is None else path
    values = answers()
    path.parent.mkdir(exist_ok=True)
    save_whole(path, lambda file: np.savez_compressed(file, **values))
    recorded.values.cache_clear()
    return len(values)


def main(argv: list[str]) -> int:
    """Record the answers, or with ``--check`` say whether they are up to date; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers record",
        description="Record PyTorch's answers to the cases of all exercises.",
    )
    parser.add_argument("--check", action="store_true", help="only say whether they are up to date")
    only_check = parser.parse_args(argv).check
    if not reference.available():
        print("PyTorch is not installed; the recorded values come from it. Install it first.")
        return 1
    try:
        found = stale()
        wrong = [one for each in all_exercises().values() for one in contradictions(each)]
    except TwinFails as error:
        print(error)
        return 1
    if wrong:
        print("\n".join(wrong))
        print("Nothing was recorded.")
        return 1
    if not found:
        print("PyTorch's recorded answers are up to date.")
    elif only_check:
        print("\n".join(found))
        print("To record them anew: python -m cnnhelpers record")
    else:
        print(f"Recorded {record()} answers of PyTorch.")
    return bool(found and only_check)
