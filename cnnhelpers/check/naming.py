"""Which known mistake an answer looks like: the same values in the cases and in drawn arguments.

A mistake is named if it gives the learner's values somewhere, where the right ones are others. An
agreement of errors alone is evidence only where both tell of the same fault, in the same cases.
"""

from __future__ import annotations

import contextlib
import copy
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers.check.answers import ARRAY, PAIR, Answer, Answers
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.general import FLAT, NEGATED, PAIR_TURNED, TURNED
from cnnhelpers.check.families.values import FRACTIONS_REFUSED, INTEGER_DTYPE
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.key import mistaken, tells
from cnnhelpers.check.mistake import Arguments, Mistake, StandIn, Way
from cnnhelpers.check.running import message
from cnnhelpers.check.several import Arrays, of_part, wrong_parts

# What a function answers, by the function, the changes of its arguments and the trial.
Made = dict[tuple[Any, ...], Any]
OFTEN = 0.65  # of the drawn arguments in which a mistake and an answer can be compared
ALWAYS = 0.95  # the same for two mistakes at once, which agree more easily by chance
LIKELY = 0.8  # of the wrong answers, for "looks like"
ALIKE = 0.4  # of the drawn arguments for which a mistake or the learner's code stops
_NOTHING = re.compile("zero-size|empty|with size 0")
_DOES_NOT_FIT = re.compile(
    r"broadcast|out of bounds|out of range|reshape|mismatch|not aligned|dimension|too many indices|"
    r"[Ss]hape|[Ss]ize|same length|empty|tuple|unpack|'int' object is not|NoneType|"
    r"Cannot cast"
)
_CANNOT_CAST = re.compile(r"Cannot cast ufunc .* to dtype\('u?int")


class Named(NamedTuple):
    """The mistakes found: one, or two at once; ``certain`` if they explain every case."""

    mistakes: tuple[Mistake, ...] = ()
    certain: bool = False


def name_mistake(
    exercise: Exercise, named: Sequence[Trial], drawn: Sequence[Trial]
) -> tuple[Mistake, ...]:
    """Return the known mistake whose answers are the learner's, or two at once, or none."""
    for mistake in (*exercise.mistakes, *_general(exercise)):
        for way in mistake.ways:
            if _matches(exercise, way, named, drawn) and _confirmed(exercise, way, drawn):
                return (mistake,)
    found = _extra_axes(exercise, named)
    if found:
        return (found,)
    lost = fractions_lost(exercise, named)
    if lost:
        return lost
    # Those with fewer ways to agree first: neither functions of their own nor the same argument.
    for whole_functions, same_argument in ((False, False), (True, False), (False, True)):
        pairs = _pairs(exercise, named, drawn, whole_functions, same_argument)
        if pairs:
            return pairs[0] if len(pairs) == 1 else ()
    return ()


def looks_like(
    exercise: Exercise, trials: Sequence[Trial], drawn: Sequence[Trial]
) -> Mistake | None:
    """Return the one mistake that explains most of the wrong answers, if there is one such."""
    wrong = [t for t in trials if not t.right and t.answer.value is not None]
    counted = []
    for mistake in exercise.mistakes:
        best = 0.0
        for way in mistake.ways:
            told = [t for t in trials if _telling(exercise, way, t)]
            answered = [t for t in told if t.answer.value is not None]
            same = sum(_same(exercise, way, trial) for trial in answered)
            if same < 2 or same < LIKELY * max(len(answered), len(wrong)):
                continue
            if _confirmed(exercise, way, drawn):
                best = max(best, same / max(len(answered), len(wrong)))
        if best:
            counted.append((best, mistake))
    counted.sort(key=lambda entry: -entry[0])
    if counted and (len(counted) == 1 or counted[0][0] > counted[1][0]):
        return counted[0][1]
    return None


# One mistake ------------------------------------------------------------------------------------


def _made(exercise: Exercise, way: Way, trial: Trial) -> Answer:
    assert trial.index is not None
    return mistaken(exercise, way, trial.index)


def _same(exercise: Exercise, way: Way, trial: Trial) -> bool:
    if trial.right and trial.answer.value is None:  # a right error, or a case left out
        return trial.expected.error is None or _made(exercise, way, trial).error is not None
    made, answer = _made(exercise, way, trial), trial.answer
    if made.error is not None and answer.value is not None and not answer.value.size:
        return True  # where nothing fits, one function raises and another returns an empty array
    return exercise.answers.agree(made, answer, trial.scale)


def _telling(exercise: Exercise, way: Way, trial: Trial) -> bool:
    """Return whether the mistake makes a difference in this case."""
    return trial.index is not None and tells(exercise, way, trial.index)


def _matches(exercise: Exercise, way: Way, trials: Sequence[Trial], drawn: Sequence[Trial]) -> bool:
    """Return whether a mistake gives the learner's answers in all cases, and by more than errors.

    Its own values stand somewhere in place of the right ones. Or all that is wrong are errors: then
    it raises the same ones, in the same cases and for the same of the drawn arguments.
    """
    if not all(_same(exercise, way, trial) for trial in trials):
        return False
    valued = [
        trial
        for trial in trials
        if trial.answer.value is not None and _made(exercise, way, trial).value is not None
    ]
    if not any(trial.answer.value.size for trial in valued):  # type: ignore[union-attr]
        return False
    if any(not trial.right for trial in valued):
        return True
    wrong = [trial for trial in trials if not trial.right]
    reasons = all(
        trial.answer.trouble is not None  # None in both, say: `_same` has compared it
        or _same_reason(exercise, _made(exercise, way, trial).error, trial)
        for trial in wrong
    )
    return reasons and _stops_alike(exercise, way, drawn)


def _stops_alike(exercise: Exercise, way: Way, drawn: Sequence[Trial]) -> bool:
    """Return whether a mistake and the learner's code stop for much the same drawn arguments.

    Not for exactly the same: code that reads pixel by pixel stops later than a slice does.
    """
    stops = [
        (_drawn(exercise, way, trial).error is not None, _stops(trial))
        for trial in drawn
        if not (trial.right and trial.answer.value is None)  # a right error
    ]
    return sum(map(all, stops)) >= ALIKE * sum(map(any, stops))


def _stops(trial: Trial) -> bool:
    """Return whether the learner's code stops with an error, or hands out nothing in its place."""
    value = trial.answer.value
    return trial.answer.error is not None or (value is not None and not value.size)


def _same_reason(exercise: Exercise, made: BaseException | None, trial: Trial) -> bool:
    """Return whether two errors tell of the same fault: the same words, with whatever numbers.

    A mistake's error without words, as :func:`where` raises it, stands for any by which Python and
    NumPy say that something does not fit: a shape, a place, a pair, None. It does not stand for a
    name that is not known, or an error that the learner raises.
    """
    if made is None or not _stops(trial):
        return False
    error, line = trial.answer.error, trial.run.line
    if error is None:  # an empty answer
        return True
    if type(made) in {case.raises for case in exercise.cases}:
        return type(made) is type(error)  # an error that is asked for may have any words
    if _reason(made) == _reason(error):
        return True
    own = line is not None and line.text.startswith(("raise", "assert"))
    if isinstance(made, StandIn):
        return not own and made.told(error, exercise.complete(trial.case))
    return not str(made) and not own and bool(_DOES_NOT_FIT.search(message(error)))


def _reason(error: BaseException) -> str:
    said = message(error)
    return "nothing there" if _NOTHING.search(said) else re.sub(r"\d+(, *\d+)*,?", "0", said)


def _confirmed(exercise: Exercise, way: Way, drawn: Sequence[Trial], share: float = OFTEN) -> bool:
    """Return whether the mistake gives the learner's values for drawn arguments, too."""
    compared = agreed = 0
    for trial in drawn:
        if trial.answer.value is None:
            continue
        made = _drawn(exercise, way, trial)
        if made.value is None:
            if made.error is not None and trial.right:
                compared += 1  # it should have failed here, and does not
            continue
        compared += 1
        agreed += exercise.answers.agree(made, trial.answer, trial.scale)
    return agreed >= share * compared


def _drawn(exercise: Exercise, way: Way, trial: Trial) -> Answer:
    arguments = exercise.complete(trial.case)
    return exercise.answer(lambda a: way.run(exercise.course, a), arguments)


# Two at once ------------------------------------------------------------------------------------


def _pairs(
    exercise: Exercise,
    trials: Sequence[Trial],
    drawn: Sequence[Trial],
    whole_functions: bool,
    same_argument: bool,
) -> list[tuple[Mistake, ...]]:
    """Return the pairs of mistakes that together explain every case.

    A pair is tried only if each of the two explains the cases in which the other does nothing. With
    ``whole_functions``, one of the two is a function of its own; with ``same_argument``, both write
    one of the arguments, and else none.
    """
    if whole_functions and exercise.changes:
        return []
    if all(trial.answer.value is None for trial in trials):
        return []
    ways = [
        (mistake, way)
        for mistake in exercise.mistakes
        for way in mistake.ways
        if whole_functions or way.instead is None
    ]
    if not ways:
        return []
    other = np.array([[not _same(exercise, way, trial) for trial in trials] for _, way in ways])
    silent = np.array([[not _telling(exercise, way, trial) for trial in trials] for _, way in ways])
    refuted = (silent[:, None] & other[None]).any(axis=2)  # [i, j]: where i is silent, j is wrong
    found: dict[frozenset[str], tuple[Mistake, ...]] = {}
    made: Made = {}
    for i, j in np.argwhere(np.triu(~refuted & ~refuted.T, 1)):
        (first, one), (second, two) = ways[i], ways[j]
        if first is second:
            continue
        shared = _written(exercise, one) & _written(exercise, two)
        if bool(shared) != same_argument or any(_ignores(exercise, w, shared) for w in (one, two)):
            continue
        if whole_functions and bool(one.instead) == bool(two.instead):
            continue
        for before, after in ((one, two), (two, one)):
            if not _pair_matches(exercise, before, after, trials, made):
                continue
            both = before.then(after)
            if both is not None and _confirmed(exercise, both, drawn, ALWAYS):
                found[frozenset((first.slug, second.slug))] = (first, second)
                break
    return list(found.values())


@lru_cache(maxsize=4096)
def _written(exercise: Exercise, way: Way) -> frozenset[str]:
    """Return the names of the arguments that a mistake changes in some case."""
    found: set[str] = set()
    if way.before is None:
        return frozenset()
    for case in exercise.cases:
        arguments = exercise.complete(case)
        try:
            changed = way.before(dict(arguments))
        except Exception:
            continue
        found |= {
            name
            for name, value in changed.items()
            if not np.array_equal(np.asarray(value), np.asarray(arguments.get(name)))
        }
    return frozenset(found)


@lru_cache(maxsize=4096)
def _ignores(exercise: Exercise, way: Way, names: frozenset[str]) -> bool:
    """Return whether a mistake makes the same of these arguments, whatever they are.

    One that writes others, too, may have put there what it has read, such as the padding into x.
    """
    if _written(exercise, way) - names:
        return False
    made: dict[str, list[Any]] = {name: [] for name in names}
    for case in exercise.cases:
        arguments = exercise.complete(case)
        with contextlib.suppress(Exception):
            changed = way.before(dict(arguments)) if way.before else arguments
            for name in names:
                made[name].append(changed[name])
    return any(
        len(values) > 1 and all(np.array_equal(values[0], other) for other in values[1:])
        for values in made.values()
    )


def _pair_matches(
    exercise: Exercise, first: Way, second: Way, trials: Sequence[Trial], kept: Made
) -> bool:
    """Return whether two ways together give all the learner's answers; fills ``kept``."""
    by_value = False
    for trial in sorted(trials, key=_tells_little):
        if trial.right and trial.answer.value is None:
            continue
        made = _made_by_two(exercise, first, second, trial, kept)
        if not exercise.answers.agree(made, trial.answer, trial.scale):
            return False
        by_value = by_value or (made.value is not None and not trial.right)
    return by_value


def _made_by_two(exercise: Exercise, first: Way, second: Way, trial: Trial, kept: Made) -> Answer:
    """Return what two mistakes at once answer.

    Most change the answer alone, so what the function makes of the arguments is kept: thousands of
    pairs are tried.
    """
    function = first.instead or second.instead or exercise.course
    place = function, first.before, second.before, id(trial)

    def both(arguments: Arguments) -> Any:
        given = dict(arguments)
        if place not in kept or exercise.changes:
            for way in (first, second):
                given = way.before(dict(given)) if way.before else given
            kept[place] = function(**given)
        answer = copy.deepcopy(kept[place])
        for way in (first, second):
            answer = way.after(answer, dict(arguments)) if way.after else answer
        return answer

    return exercise.answer(both, exercise.complete(trial.case))


def _tells_little(trial: Trial) -> tuple[bool, bool, int]:
    """Order trials so that most pairs fail at the first: wrong numbers, in small cases."""
    return trial.right, trial.answer.value is None, trial.case.size


# Mistakes that every exercise knows -------------------------------------------------------------


def _general(exercise: Exercise) -> tuple[Mistake, ...]:
    own = {mistake.slug for mistake in exercise.mistakes}
    general = {ARRAY: (NEGATED, TURNED, FLAT), PAIR: (PAIR_TURNED,)}
    return tuple(m for m in general.get(exercise.answers, ()) if m.slug not in own)


def _extra_axes(exercise: Exercise, trials: Sequence[Trial]) -> Mistake | None:
    if exercise.answers is not ARRAY:
        return None
    shape = None
    for trial in trials:
        value, right = trial.answer.value, trial.expected.value
        if value is None or right is None:
            if trial.right:
                continue
            return None
        if value.shape != right.shape:
            shape = shape or (value.shape, right.shape)
        if not ARRAY.agree(Answer(value.squeeze()), Answer(right.squeeze()), trial.scale):
            return None
    if shape is None:
        return None
    words = f"The values are right, but the shape is {shape[0]} instead of {shape[1]}."
    if len(shape[0]) > len(shape[1]):
        return Mistake("extra-axes", words, _taken_off(*shape))
    return Mistake(
        "axes-lost",
        words,
        "Axes of length 1 count, too. `squeeze` drops all of them, and so does an index such as "
        "`0`; a slice such as `0:1` keeps its axis.",
    )


def _taken_off(yours: tuple[int, ...], wanted: tuple[int, ...]) -> str:
    """Return how axes of length 1 are taken off, by where they stand."""
    if yours[len(yours) - len(wanted) :] == wanted:
        return "`[0]` takes off an axis of length 1 in front, `[0, 0]` two."
    if yours[: len(wanted)] == wanted:
        return "`[..., 0]` takes off a last axis of length 1, `[..., 0, 0]` two."
    return "`np.squeeze(..., axis=1)` takes off axis 1, if its length is 1. Which axis is too much?"


def fractions_lost(exercise: Exercise, trials: Sequence[Trial]) -> tuple[Mistake, ...]:
    """Return the mistake of arrays that are made in the type of an argument of whole numbers.

    All is right but where the answer has fractions and an array of whole numbers should hold them:
    one that is returned, or one in which NumPy refuses them.
    """
    wrong = [trial for trial in trials if not trial.right]
    several = isinstance(exercise.answers, Arrays)
    if not wrong or len(wrong) == len(trials) or not (several or exercise.answers is ARRAY):
        return ()
    parts = [part for trial in wrong for part in _wrong_parts(exercise.answers, trial)]
    refused = [_refuses_fractions(part) for part in parts]
    if not all(found or _is_cut(part) for found, part in zip(refused, parts)):
        return ()
    return (FRACTIONS_REFUSED if all(refused) else INTEGER_DTYPE,)


def _wrong_parts(answers: Answers, trial: Trial) -> list[Trial]:
    """Return a wrong trial, or its wrong parts where it has some."""
    if not isinstance(answers, Arrays):
        return [trial]
    found = wrong_parts(answers, [trial])
    return [of_part(answers, [trial], index)[0] for index in found] or [trial]


def _refuses_fractions(trial: Trial) -> bool:
    said = "" if trial.answer.error is None else message(trial.answer.error)
    return bool(_CANNOT_CAST.search(said)) and _holds_integers(trial)


def _holds_integers(trial: Trial) -> bool:
    """Return whether an argument is an array of whole numbers."""
    given = trial.case.arguments.values()
    return any(isinstance(each, np.ndarray) and each.dtype.kind in "iu" for each in given)


def _is_cut(trial: Trial) -> bool:
    """Return whether an answer of whole numbers stands where the right one has fractions."""
    right, answer = trial.expected.value, trial.answer
    if right is None or answer.value is None or answer.value.shape != right.shape:
        return False
    whole = answer.dtype is not None and answer.dtype.kind in "iu"
    return whole and bool((right != np.round(right)).any())
