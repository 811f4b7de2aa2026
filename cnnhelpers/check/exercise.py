"""What an exercise is: a function to write, the course's own version, and its known mistakes.

A known mistake is a small change to the course's function: to the arguments on their way in, to the
answer on its way out, or another function instead. Changes of arguments and answers can be put one
after the other, so that two mistakes at once can be named too.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cnnhelpers.cases import CASES, Case

if TYPE_CHECKING:
    from cnnhelpers.check.verdict import Result

Arguments = dict[str, Any]


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
        """Return both mistakes at once, or None where they cannot be put together."""
        if self.instead or other.instead:
            return None

        def before(arguments: Arguments) -> Arguments:
            for way in (self, other):
                arguments = way.before(dict(arguments)) if way.before else arguments
            return arguments

        def after(answer: Any, arguments: Arguments) -> Any:
            for way in (self, other):
                answer = way.after(answer, dict(arguments)) if way.after else answer
            return answer

        return Way(before, after)


def given(**changes: Callable[[Any], Any]) -> Way:
    """A mistake that takes an argument for something else: ``given(kernel=lambda k: k.T)``."""
    return Way(lambda a: a | {name: change(a[name]) for name, change in changes.items()})


def given_all(change: Callable[[Arguments], Arguments]) -> Way:
    """A mistake that changes arguments, seeing all: the function returns those that change."""
    return Way(lambda a: a | change(a))


def then(change: Callable[[Any, Arguments], Any]) -> Way:
    """A mistake that spoils the answer: ``then(lambda answer, a: answer - 1)``."""
    return Way(after=change)


def instead(function: Callable[..., Any]) -> Way:
    """A mistake written out as a whole function, with the exercise's parameters."""
    return Way(instead=function)


@dataclass(frozen=True, eq=False, init=False)
class Mistake:
    """A known mistake: its name, what went wrong, a hint, and the ways in which it is made."""

    slug: str
    explanation: str
    hint: str
    ways: tuple[Way, ...]

    def __init__(self, slug: str, explanation: str, hint: str, *ways: Way) -> None:
        for name, value in zip(("slug", "explanation", "hint", "ways"), (slug, explanation, hint, ways)):
            object.__setattr__(self, name, value)


@dataclass(frozen=True, eq=False)
class Exercise:
    """A function to write. Call it with the learner's function to hear the verdict.

    Args:
        course: the course's function; its name, signature and docstring are the exercise's.
        kind: what it returns: "array", "number" (a whole one), "numbers" (a tuple of whole ones),
            "decimal" (one number), "pair" or "positions".
        mistakes: the known ones, the first to be named where two would look the same.
        advice: what to say for an error of the learner's function, by type of error.
        symbol: how the drawn arguments are joined, such as ``"⋆"``.
    """

    course: Callable
    kind: str
    mistakes: tuple[Mistake, ...]
    advice: Mapping[type[BaseException], str] = field(default_factory=dict)
    symbol: str = ","

    @property
    def name(self) -> str:
        """Name of the function to write."""
        return self.course.__name__

    @property
    def cases(self) -> tuple[Case, ...]:
        """The configurations on which answers are compared."""
        return CASES[self.name]

    @cached_property
    def signature(self) -> inspect.Signature:
        """The parameters that the function is asked to have."""
        return inspect.signature(self.course)

    @property
    def parameters(self) -> str:
        """The parameters as text: ``(x, kernel, stride=1)``."""
        bare = [p.replace(annotation=p.empty) for p in self.signature.parameters.values()]
        return str(inspect.Signature(bare))

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        return f"Check your {self.name}{self.parameters}.\n\n{inspect.getdoc(self.course)}"

    def complete(self, case: Case) -> Arguments:
        """Return the arguments of a case with the defaults of those left out."""
        bound = self.signature.bind(**case.arguments)
        bound.apply_defaults()
        return dict(bound.arguments)

    def call(self, case: Case) -> tuple[list[str], list[str]]:
        """Return the names of the arguments passed by position, and of those passed by name."""
        by_name = [
            name
            for name in case.arguments
            if self.signature.parameters[name].default is not inspect.Parameter.empty
            and name != "bias"
        ]
        return [name for name in case.arguments if name not in by_name], by_name

    def __call__(self, function: Any = None) -> Result:
        """Run the learner's function on the cases; return the verdict, which shows itself."""
        from cnnhelpers.check.engine import judge

        return judge(self, function)

    def __repr__(self) -> str:
        return f"check.{self.name}: pass it your {self.name}{self.parameters}"
