"""What an exercise is: a function to write, the course's own version, and its known mistakes.

Data only. Who judges an answer to it is :mod:`cnnhelpers.check.judge`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cnnhelpers.check.answers import Answers
from cnnhelpers.check.case import Case
from cnnhelpers.check.mistake import Arguments, Mistake


@dataclass(frozen=True, eq=False)
class Exercise:
    """A function to write.

    Args:
        course: the course's function; its name, signature and docstring are the exercise's.
        answers: what it returns, such as ``ARRAY`` or ``NUMBER``.
        cases: the configurations on which answers are compared, a small one first.
        twin: the same by PyTorch: ``twin(torch, **arguments)``, given the module.
        mistakes: the known ones, the first to be named where two would look the same.
        advice: what to say for an error of the learner's function, by type of error.
        symbol: how the drawn arguments are joined, such as ``"⋆"``.
    """

    course: Callable
    answers: Answers
    cases: tuple[Case, ...]
    twin: Callable
    mistakes: tuple[Mistake, ...]
    advice: Mapping[type[BaseException], str] = field(default_factory=dict)
    symbol: str = ","

    @property
    def name(self) -> str:
        """Name of the function to write."""
        return self.course.__name__

    @cached_property
    def signature(self) -> inspect.Signature:
        """The parameters that the function is asked to have."""
        return inspect.signature(self.course)

    @property
    def parameters(self) -> str:
        """The parameters as text: ``(x, kernel, stride=1)``."""
        bare = [p.replace(annotation=p.empty) for p in self.signature.parameters.values()]
        return str(inspect.Signature(bare))

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

    def answer(self, arguments: Mapping[str, Any]) -> Any:
        """Return the course's own answer to these arguments, by name."""
        return self.course(**arguments)
