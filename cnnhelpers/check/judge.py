"""The judge: tries a function, and says what it found.

In this order: the named cases and drawn arguments; the known mistakes; what turns a right answer
wrong, where the wrong numbers stand and how they follow from the right ones; one edit of the
learner's own source; one number that makes the difference; and otherwise the smallest case that
goes wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from cnnhelpers.check import right, words
from cnnhelpers.check.beforehand import beforehand, is_stub, not_ended, not_started
from cnnhelpers.check.diagnosis.beyond import beyond
from cnnhelpers.check.diagnosis.conditions import condition
from cnnhelpers.check.diagnosis.defaults import defaults
from cnnhelpers.check.diagnosis.dependence import remembers, unsteady, unused
from cnnhelpers.check.diagnosis.formula import formula
from cnnhelpers.check.diagnosis.leftover import leftover, members
from cnnhelpers.check.diagnosis.parts import parts
from cnnhelpers.check.diagnosis.places import place, shape
from cnnhelpers.check.diagnosis.relations import relation
from cnnhelpers.check.diagnosis.repair import repair
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.diagnosis.taps import taps
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Finding, Trial
from cnnhelpers.check.naming import fractions_lost, looks_like, name_mistake
from cnnhelpers.check.observed import notes_on, observe
from cnnhelpers.check.partly import partly
from cnnhelpers.check.running import displays_held_back
from cnnhelpers.check.several import first_wrong
from cnnhelpers.check.state import kept
from cnnhelpers.check.trying import Clock, Tried, try_cases, try_drawn

CASES = 4.0  # seconds for the named cases
DRAWING = 1.0  # and for drawn arguments
LOOKING = 0.8  # for questions about the answers
EDITING = 1.2  # for edits of the source


def judge(exercise: Exercise, function: Any, seed: int = 0) -> Finding:
    """Return what is to say of a learner's function; ``seed`` chooses the drawn arguments."""
    finding = beforehand(exercise, function)
    if finding is not None:
        return finding
    with displays_held_back(), kept():
        named, source = try_cases(exercise, function, Clock(CASES))
        if is_stub(named[0].run):
            raised = isinstance(named[0].run.error, NotImplementedError)
            return (not_ended if raised else not_started)(exercise)
        drawn: list[Trial] = []
        if not named[-1].run.out_of_time:
            drawn = try_drawn(exercise, function, Clock(DRAWING), seed)
        return _verdict(exercise, function, Tried(tuple(named), tuple(drawn), source))


def _verdict(exercise: Exercise, function: Callable, tried: Tried) -> Finding:
    notes = notes_on(tried)
    late = next((trial for trial in tried.all if trial.run.out_of_time), None)
    if late is not None:
        return words.endless(exercise, late, notes)
    if not tried.wrong:
        found = right.all_right(exercise, tried, notes)
        more = beyond(exercise, function) if found.verdict == "passed" else None
        return found if more is None else right.beyond(*more, notes)
    in_place = right.changed_in_place(exercise, tried, notes)
    if in_place is not None:
        return in_place
    wrong_cases = [trial for trial in tried.named if not trial.right]
    first = min(wrong_cases or tried.wrong, key=lambda trial: trial.case.size)
    first = first_wrong(exercise.answers, first)
    observed = observe(exercise, first)
    mistakes = name_mistake(exercise, tried.named, tried.drawn) if wrong_cases else ()
    if not mistakes:
        mistakes = fractions_lost(exercise, tried.all)
    if mistakes:
        return words.named(exercise, tried, first, observed, mistakes, notes)
    if first.answer.trouble is not None and all(
        trial.answer.trouble is not None for trial in tried.wrong
    ):
        return words.troubled(exercise, function, tried, first, observed, notes)
    signs = _signs(exercise, function, tried, first)
    edit = None
    if not any(sign.kind == "memory" for sign in signs):  # no edit is proven by such answers
        edit = repair(exercise, function, tried.all, Clock(EDITING))
    likely = None
    if not signs and edit is None and wrong_cases:
        likely = looks_like(exercise, tried.named, tried.drawn)
        alone = None if likely else partly(exercise, tried.drawn, Clock(LOOKING))
        signs = [alone] if alone else []
    return words.located(exercise, tried, first, observed, signs, edit, likely, notes)


def _signs(exercise: Exercise, function: Callable, tried: Tried, first: Trial) -> list[Sign]:
    """Return what the questions about the answers found: a condition, and one thing more.

    ``first`` is the trial that is shown: taps are told of no other.
    """
    clock = Clock(LOOKING)
    for kept_back in (remembers, unsteady):
        memory = kept_back(exercise, function, tried.drawn, clock)
        if memory is not None:
            return [memory]
    wrong = tried.wrong
    found = [condition(exercise, function, tried.drawn, clock, tried.named)]
    for ask in (
        lambda: defaults(exercise, function),
        lambda: formula(exercise, function, clock),
        lambda: parts(exercise, wrong, lambda *its: _where_wrong(tried, _of_values(*its))),
        lambda: _where_wrong(tried, _of_values(exercise, wrong)),
        lambda: unused(exercise, function, clock),
        lambda: taps(exercise, function, first, clock),
    ):
        sign = ask()
        if sign is not None:
            found.append(sign)
            break
    return [sign for sign in found if sign is not None]


def _where_wrong(tried: Tried, sign: Sign | None) -> Sign | None:
    """Return a sign that speaks of the wrong answers alone, where some are right."""
    if sign is None or not any(t.right and t.answer.value is not None for t in tried.all):
        return sign
    words = f"{sign.words[0].lower()}{sign.words[1:]}"
    return replace(sign, words=f"Where it went wrong in the cases tried, {words}")


def _of_values(exercise: Exercise, wrong: Sequence[Trial]) -> Sign | None:
    """Return how the wrong values follow from the right ones, or where they stand."""
    for ask in (relation, leftover, shape, place, members):
        sign = ask(exercise, wrong)
        if sign is not None:
            return sign
    return None
