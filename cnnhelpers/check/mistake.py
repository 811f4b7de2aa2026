"""What a known mistake is: a name, words, and the ways in which it is made.

A way is a small change to the course's function: to the arguments on their way in, to the answer on
its way out, or another function instead. Changes can be put one after the other, and before or
after another function, so that two mistakes at once can be named too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Arguments = dict[str, Any]
Told = Callable[[BaseException, Arguments], bool]


class StandIn(ValueError):
    """Stands for an error of the learner's code: for those that ``told`` says it stands for.

    Its words only keep it apart from others: nobody reads them.
    """

    def __init__(self, words: str, told: Told) -> None:
        super().__init__(words)
        self.told = told


@dataclass(frozen=True, eq=False)
class Way:
    """One way in which a mistake is made."""

    before: Callable[[Arguments], Arguments] | None = None
    after: Callable[[Any, Arguments], Any] | None = None
    instead: Callable[..., Any] | None = None

    def run(self, course: Callable, arguments: Arguments) -> Any:
        """Return the answer of the course's function with this mistake in it."""
        if self.instead is not None:
            return self.instead(**arguments)
        changed = self.before(dict(arguments)) if self.before else arguments
        answer = course(**changed)
        return self.after(answer, dict(arguments)) if self.after else answer

    def then(self, other: Way) -> Way | None:
        """Return both mistakes at once, or None if both are whole functions."""
        if self.instead and other.instead:
            return None
        function = self.instead or other.instead

        def before(arguments: Arguments) -> Arguments:
            for way in (self, other):
                arguments = way.before(dict(arguments)) if way.before else arguments
            return arguments

        def after(answer: Any, arguments: Arguments) -> Any:
            for way in (self, other):
                answer = way.after(answer, dict(arguments)) if way.after else answer
            return answer

        if function is None:
            return Way(before, after)
        return Way(instead=lambda **a: after(function(**before(dict(a))), a))


def given(**changes: Callable[[Any], Any]) -> Way:
    """Return a mistake that takes an argument for another: ``given(kernel=lambda k: k.T)``."""
    return Way(lambda a: a | {name: change(a[name]) for name, change in changes.items()})


def given_all(change: Callable[[Arguments], Arguments]) -> Way:
    """Return a mistake that changes arguments, seeing all; the function returns those."""
    return Way(lambda a: a | change(a))


def then(change: Callable[[Any, Arguments], Any]) -> Way:
    """Return a mistake that spoils the answer: ``then(lambda answer, a: answer - 1)``."""
    return Way(after=change)


def instead(function: Callable[..., Any]) -> Way:
    """Return a mistake written out as a whole function, with the exercise's parameters."""
    return Way(instead=function)


def both(first: Way, second: Way) -> Way:
    """Return two mistakes at once, the first one first; at most one is a whole function."""
    way = first.then(second)
    if way is None:
        raise TypeError("both: two whole functions cannot be put together.")
    return way


NOTHING = Way()


def where(
    condition: Callable[[Arguments], bool], way: Way = NOTHING, told: Told | None = None
) -> Way:
    """Return the mistake of code that raises an error unless the condition holds.

    The error has no words: it stands for whatever error such code runs into, or for those alone
    of which ``told(error, arguments)`` says so.
    """

    def before(arguments: Arguments) -> Arguments:
        if not condition(arguments):
            raise ValueError if told is None else StandIn(told.__name__, told)
        return way.before(dict(arguments)) if way.before else arguments

    if way.instead is not None:
        return both(way, Way(before))
    return Way(before, way.after)


@dataclass(frozen=True, eq=False)
class Mistake:
    """A known mistake: its name, what went wrong, a hint, and the ways in which it is made."""

    slug: str
    explanation: str
    hint: str
    ways: tuple[Way, ...]

    def __init__(self, slug: str, explanation: str, hint: str, *ways: Way) -> None:
        vars(self).update(slug=slug, explanation=explanation, hint=hint, ways=ways)

    def with_ways(self, *more: Way) -> Mistake:
        """Return the same mistake, made in more ways."""
        return Mistake(self.slug, self.explanation, self.hint, *self.ways, *more)

    def saying(self, explanation: str | None = None, hint: str | None = None) -> Mistake:
        """Return the same mistake in other words."""
        return Mistake(self.slug, explanation or self.explanation, hint or self.hint, *self.ways)
