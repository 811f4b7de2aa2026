"""What an exercise is: a function to write, the course's own version, and its known mistakes.

Data only. Who judges an answer to it is :mod:`cnnhelpers.check.judge`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from cnnhelpers.check.answers import Answer, Answers, Trouble
from cnnhelpers.check.case import Case
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.mistake import Arguments, Mistake

LEAVE_AS_IT_IS = (
    "Whoever calls the function still needs what was passed. `x -= 1`, `x[...] = 0`, "
    "`x.shape = ...` and `.pop()` change x, and so does writing into a view of it: a slice, `x.T`, "
    "`x.reshape(...)`. `x - 1` makes a new one, and so does `x.copy()`."
)


@dataclass(frozen=True, eq=False)
class Exercise:
    """A function to write.

    Args:
        course: the course's function; its name, signature and docstring are the exercise's.
        answers: what it returns, such as ``ARRAY`` or ``NUMBER``.
        cases: the configurations on which answers are compared, a small one first.
        twin: the same by PyTorch: ``twin(torch, **arguments)``, given the module.
        mistakes: the known ones, the first to be named where two would look the same.
        domain: the arguments for which an answer has to be right, to draw more cases from.
        compared: whose answers they are compared with: "PyTorch's" where PyTorch has the operation,
            otherwise "a calculation with PyTorch".
        advice: what to say for an error of the learner's function, by type of error.
        input_hints: how to leave an argument as it is, by the names of those that need words of
            their own, or of their parts.
        symbol: how the drawn arguments are joined, such as ``"⋆"``.
        changes: names of arrays that the function is asked to change in place, as PyTorch's batch
            norm does; what they hold afterwards is part of the answer, behind what is returned.
        view_of: name of the array that the answer has to be a view of, where that is asked for.
        axes: what the axes of the answer count, in the singular, where it is no signal, image or
            batch of them: ``("statistic", "channel")``.
    """

    course: Callable
    answers: Answers
    cases: tuple[Case, ...]
    twin: Callable
    mistakes: tuple[Mistake, ...]
    domain: Domain
    advice: Mapping[type[BaseException], str] = field(default_factory=dict)
    input_hints: Mapping[str, str] = field(default_factory=dict)
    symbol: str = ","
    compared: str = "PyTorch's"
    changes: tuple[str, ...] = ()
    view_of: str = ""
    axes: tuple[str, ...] = ()

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
        given = case.arguments
        return {
            name: given[name] if name in given or value.default is value.empty else value.default
            for name, value in self.signature.parameters.items()
        }

    def hints_on_input(self, changed: Iterable[str]) -> tuple[str, ...]:
        """Return how to leave the arguments, or parts of them, as they are; each hint once."""
        hints = (self.input_hints.get(name, LEAVE_AS_IT_IS) for name in changed)
        return tuple(dict.fromkeys(hints))

    def call(self, case: Case, by_position: bool = False) -> tuple[list[str], list[str]]:
        """Return the names of the arguments passed by position, and of those passed by name.

        Options, but a bias, are passed by name, or with ``by_position`` in the signature's order.
        """
        first: list[str] = []
        for name, parameter in self.signature.parameters.items():
            option = parameter.default is not parameter.empty and name != "bias"
            if name not in case.arguments or parameter.kind is parameter.KEYWORD_ONLY:
                break
            if option and not by_position:
                break
            first.append(name)
        return first, [name for name in case.arguments if name not in first]

    def read(self, value: Any, *changed: np.ndarray) -> Answer:
        """Return what a call answered: its value, and the arrays that it was asked to change."""
        if not changed or value is None or value is ... or value is NotImplemented:
            return self.answers.read(value)
        if isinstance(value, tuple) and len(value) == 1 + len(changed):
            names = " and ".join(f"`{name}`" for name in self.changes)
            return Answer(
                trouble=Trouble(
                    "changed-arrays-returned",
                    f"Your function returned {len(value)} values; {names} should be changed in "
                    "place, and only the output returned.",
                    f"`{self.changes[0]}[:] = ...` writes into the array that was passed.",
                )
            )
        return self.answers.read((value, *changed))

    def answer(self, function: Callable[[Arguments], Any], arguments: Mapping[str, Any]) -> Answer:
        """Return what a function of the course (a known mistake) answers, errors included.

        It is given copies of the arrays that it changes.
        """
        given = {
            name: np.array(value) if name in self.changes else value
            for name, value in arguments.items()
        }
        try:
            with np.errstate(all="ignore"):
                value = function(given)
                return self.read(value, *(given[name] for name in self.changes))
        except Exception as error:
            return Answer(error=error)
