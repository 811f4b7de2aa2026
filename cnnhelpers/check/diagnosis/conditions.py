"""What turns a right answer wrong: one thing changed at a time, from arguments that are right.

The plain settings of a domain are the base. Each other option of each factor is tried by itself;
where only several together do harm, a wrong mixture is made smaller until each of them is needed.
What is found must hold on new numbers as well, or it was these numbers; and in most mixtures
with other options, or it was chance, or true beside the plain settings alone. Then nothing is said.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Sequence
from itertools import groupby

from cnnhelpers.check.diagnosis.evidence import holds
from cnnhelpers.check.diagnosis.numbers import kinds_of_numbers
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.diagnosis.source import source_of
from cnnhelpers.check.domain import VALUES, Domain, Factor, Settings
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.trying import Clock, draw, try_one

MOST = 3  # factors that a sentence may name
AGAIN = (501, 502, 503)  # seeds of new numbers, on which a condition must hold
SURE = 0.75  # of the mixtures that hold a cause must be wrong: some are too small to show it
Pair = tuple[str, int]


def condition(
    exercise: Exercise,
    function: Callable,
    drawn: Sequence[Trial],
    clock: Clock,
    named: Sequence[Trial] = (),
) -> Sign | None:
    """Return when the answer is wrong, if the drawn trials separate exactly.

    Of the ``named`` ones no settings are known: one that is right is right for whatever reason.
    """
    domain = exercise.domain
    singles = _singles(drawn)
    if () not in singles:
        return None
    if not singles[()]:
        return _rescue(exercise, function, singles, drawn, clock, named)
    wrong = {pair for pairs, right in singles.items() if not right for pair in pairs}
    together = _together(exercise, function, drawn, wrong, clock)
    if together is None or not (wrong or together):
        return None
    factors = [one for one in domain.all_factors if any(one.name == name for name, _ in wrong)]
    if len(factors) + len(together) > MOST:
        return None

    def always(settings: Settings, right: bool) -> bool:
        return _always(exercise, function, settings, right, clock)

    if not always({}, right=True):
        return None  # it is the numbers, and only seemed to be these settings
    wrong = {
        one
        for one in wrong
        if _holds_in_mixtures(one[0], wrong, drawn) and always(dict([one]), right=False)
    }
    if wrong:  # then what only several do together is left for later
        factors = [one for one in factors if any(one.name == name for name, _ in wrong)]
        together = []
    elif not all(len(pair) == 2 and always(pair, right=False) for pair in together):
        return None
    if not wrong and not together:
        return None
    if not holds(exercise, function, [*(dict([one]) for one in sorted(wrong)), *together], clock):
        return None
    causes: list[str] = []
    for one in factors:
        options = [option for name, option in sorted(wrong) if name == one.name]
        if one is domain.values:
            words = kinds_of_numbers(exercise, function, options, clock)
        else:
            words = [_worded(one, options, _sometimes_wrong(one.name, drawn)) or ""]
        if words is None or "" in words:
            return None  # what these options share has no words
        zero = any(cause.endswith(" 0") for cause in causes)
        causes += [each for each in words if not (zero and each.endswith(" 0"))]
    causes += [_both(domain, settings) for settings in together]
    if not causes:
        return None
    return Sign("condition", _told(list(dict.fromkeys(causes)), bool(together)))


def _told(causes: Sequence[str], several: bool) -> str:
    """Report what was tried, and no more: another change may make up for one of these."""
    if several:
        return (
            "It was right in the simplest case tried, and with one thing in it changed. With "
            f"several changed at once it went wrong: {'; or '.join(causes)}."
        )
    return (
        "It was right in the simplest case tried. With one thing in it changed it went wrong: "
        f"{'; or '.join(causes)}."
    )


def _always(
    exercise: Exercise, function: Callable, settings: Settings, right: bool, clock: Clock
) -> bool:
    """Return whether answers to new numbers with these settings are right, or wrong, each time."""
    for seed in AGAIN:
        drawn = draw(exercise, settings, seed)
        if drawn is not None and try_one(exercise, function, drawn, clock).right != right:
            return False
    return True


def _holds_in_mixtures(name: str, wrong: set[Pair], drawn: Sequence[Trial]) -> bool:
    """Return whether answers are mostly wrong with these options, whatever the others are."""
    causes = {one for one in wrong if one[0] == name}
    held = [trial for trial in drawn if causes & set((trial.settings or {}).items())]
    return sum(trial.right for trial in held) <= max(1, (1 - SURE) * len(held))


def _sometimes_wrong(name: str, drawn: Sequence[Trial]) -> set[int]:
    """Return the options of a factor that go wrong in some mixture, if not by themselves."""
    return {(trial.settings or {}).get(name, 0) for trial in drawn if not trial.right}


def _worded(one: Factor, options: Sequence[int], alike: Collection[int] = ()) -> str | None:
    """Return words for options of a factor; None where others share them, but those ``alike``."""
    rest = [n for n in range(1, len(one.others) + 1) if n not in (*options, *alike)]
    said = {one.wording([n]) for n in options}
    if rest and said & {one.wording([n]) for n in rest}:
        return None
    return one.wording(list(options))


def _singles(drawn: Sequence[Trial]) -> dict[tuple[Pair, ...], bool]:
    """Return whether the answers are right for the plain settings and each single change."""
    found: dict[tuple[Pair, ...], bool] = {}
    for trial in drawn:
        pairs = tuple((trial.settings or {}).items())
        if len(pairs) <= 1:
            found[pairs] = found.get(pairs, True) and trial.right
    return found


def _together(
    exercise: Exercise,
    function: Callable,
    drawn: Sequence[Trial],
    wrong: set[Pair],
    clock: Clock,
) -> list[Settings] | None:
    """Return the smallest settings of several factors that do harm by none of the single ones.

    None where one of them is wrong by a single factor after all, or where there are too many.
    """
    found: list[Settings] = []
    said = {words for name, option in wrong for words in [_option(exercise.domain, name, option)]}
    for trial in drawn:
        settings = dict(trial.settings or {})
        if trial.right or len(settings) < 2:
            continue
        if said & {_option(exercise.domain, *pair) for pair in settings.items()}:
            continue
        if any(set(each.items()) <= set(settings.items()) for each in found):
            continue
        smallest = _reduced(exercise, function, settings, clock)
        if len(smallest) < 2 or len(found) == 2:
            return None
        found.append(smallest)
    return found


def _option(domain: Domain, name: str, option: int) -> str:
    return next(one for one in domain.all_factors if one.name == name).wording([option])


def _reduced(exercise: Exercise, function: Callable, settings: Settings, clock: Clock) -> Settings:
    """Set one factor after another back to plain, as long as the answer stays wrong."""
    for name in list(settings):
        rest = {other: option for other, option in settings.items() if other != name}
        if clock.left and any(_wrong(exercise, function, rest, seed, clock) for seed in (7, 8)):
            settings = rest
    return settings


def _wrong(
    exercise: Exercise, function: Callable, settings: Settings, seed: int, clock: Clock
) -> bool:
    drawn = draw(exercise, settings, seed)
    return drawn is not None and not try_one(exercise, function, drawn, clock).right


def _both(domain: Domain, settings: Settings) -> str:
    return " and ".join(
        one.wording([settings[one.name]]) for one in domain.all_factors if one.name in settings
    )


def _rescue(
    exercise: Exercise,
    function: Callable,
    singles: dict[tuple[Pair, ...], bool],
    drawn: Sequence[Trial],
    clock: Clock,
    named: Sequence[Trial],
) -> Sign | None:
    """Return what turns a wrong simplest case right, if all such settings are right."""
    right = [pairs[0] for pairs, is_right in singles.items() if is_right]
    names = {name for name, _ in right}
    if len(names) != 1:
        return None
    name = names.pop()
    if name == VALUES.name:  # a wrong answer that is right for some numbers is so by luck
        return None
    held = [t for t in drawn if set((t.settings or {}).items()) & set(right)]
    if not all(trial.right for trial in held) or len(held) < 4:
        return None
    others = [t for t in drawn if not set((t.settings or {}).items()) & set(right)]
    if sum(not trial.right for trial in others) < SURE * len(others):
        return None  # right elsewhere, too
    if not all(_always(exercise, function, {name: n}, True, clock) for _, n in right):
        return None
    one = next(each for each in exercise.domain.all_factors if each.name == name)
    options = [option for _, option in right]
    if len({one.wording([option]) for option in options}) > 1 and len(options) < len(one.others):
        return None  # these options and not those: what they share has no words
    words = _worded(one, options)
    some = len(options) < len(one.others)
    if words is None or some and not all(_speaks(function, one.value(n)) for n in options):
        return None
    if any(trial.right and trial.answer.value is not None for trial in (*others, *named)):
        return Sign("condition", f"In the cases tried it was right where {words}, and seldom else.")
    return Sign("condition", f"In the cases tried it was right only where {words}.")


def _speaks(function: Callable, value: object) -> bool:
    """Return whether it says something that one value alone is right.

    A 1 does: there is nothing to add up, or to mix. A larger number does if the source has it.
    """
    if type(value) is not int or value < 2:
        return True
    source = source_of(function)
    if source is None:
        return False
    numbers = {n.value for n in ast.walk(source.tree) if isinstance(n, ast.Constant)}
    return bool(numbers & {value, value - 1})


def causes(signs: Sequence[Sign]) -> str:
    """Return the sentences of some signs, each once."""
    return " ".join(words for words, _ in groupby(sign.words for sign in signs))
