"""What an exercise is: a function to write, the course's own version, and its known mistakes.

A module of exercises imports what it needs from here: the ways of making a mistake are offered too.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cnnhelpers.cases import CASES, Case
from cnnhelpers.check.engine import judge
from cnnhelpers.check.mistakes import (
    Arguments,
    Mistake,
    Way,
    given,
    given_all,
    instead,
    then,
)
from cnnhelpers.check.verdict import Result

__all__ = ["Arguments", "Exercise", "Mistake", "Way", "given", "given_all", "instead", "then"]


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
        return judge(self, function)

    def __repr__(self) -> str:
        return f"check.{self.name}: pass it your {self.name}{self.parameters}"
