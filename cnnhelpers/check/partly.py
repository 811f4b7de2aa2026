"""A known mistake that stands alone while one thing is plain; elsewhere another is made beside it.

Where two mistakes are made at once and one of them has no name, no known mistake gives all answers.
But with a stride of 1, say, only the other one shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.mistake import Mistake, Way
from cnnhelpers.check.trying import Clock

FEWEST = 5  # wrong answers that have to be the mistake's own
MOSTLY = 0.6  # of the answers elsewhere that are neither right nor the mistake's, to say where


def partly(exercise: Exercise, drawn: Sequence[Trial], clock: Clock) -> Sign | None:
    """Return the mistake that gives all answers while one factor is plain, if there is just one."""
    found: dict[str, Sign] = {}
    for mistake in exercise.mistakes:
        for way in mistake.ways:
            if not clock.left:
                return None
            words = _told(exercise, mistake, way, drawn)
            if words is not None:
                found.setdefault(mistake.slug, Sign("partly", words, mistake.hint))
    return next(iter(found.values())) if len(found) == 1 else None


def _told(exercise: Exercise, mistake: Mistake, way: Way, drawn: Sequence[Trial]) -> str | None:
    """Return words for this mistake and another, if it stands alone while a factor is plain."""
    factors = {factor.name: factor for factor in exercise.domain.factors}
    alike, others = [], []
    for trial in drawn:
        if _gives(exercise, way, trial):
            alike.append(trial)
            continue
        others.append(trial)
        factors = {name: one for name, one in factors.items() if name in (trial.settings or {})}
        if not factors:
            return None
    for name, factor in factors.items():
        own = [t for t in alike if name not in (t.settings or {}) and _is_wrong(t)]
        if others and len(own) >= FEWEST:
            elsewhere = [t for t in drawn if name in (t.settings or {})]
            where = "In some cases"
            if len(others) >= MOSTLY * len(elsewhere):
                where = f"Where {factor.words},"
            if all(trial.answer.value is None for trial in others):
                return f"{mistake.explanation} {where} it stops with an error."
            return (
                f"Two mistakes, it seems. One of them: {mistake.explanation} {where} something "
                "else is wrong, too."
            )
    return None


def _gives(exercise: Exercise, way: Way, trial: Trial) -> bool:
    """Return whether the answer is what the mistake makes of the arguments."""
    arguments = exercise.complete(trial.case)
    made = exercise.answer(lambda a: way.run(exercise.course, a), arguments)
    return exercise.answers.agree(made, trial.answer, trial.scale)


def _is_wrong(trial: Trial) -> bool:
    return not trial.right and trial.answer.value is not None
