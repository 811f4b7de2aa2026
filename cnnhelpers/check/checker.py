"""``check.NAME``: hand it a function, and it says what is wrong with it."""

from __future__ import annotations

import inspect
from typing import Any

from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.hooks import announce
from cnnhelpers.check.judge import judge
from cnnhelpers.check.result import Result


class Check:
    """The check of one exercise. Call it with the learner's function to hear the verdict."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.__name__ = exercise.name
        self.__doc__ = (
            f"Check your {exercise.name}{exercise.parameters}.\n\n{inspect.getdoc(exercise.course)}"
        )

    def __call__(self, function: Any = None) -> Result:
        """Run the learner's function on the cases; return the verdict, which shows itself."""
        again = isinstance(function, Result) and not function.passed
        if isinstance(function, Result):
            function = function.submitted
        finding = judge(self.exercise, function)
        return announce(Result(self.exercise, function, finding, again).show())

    def __repr__(self) -> str:
        exercise = self.exercise
        return f"check.{exercise.name}: pass it your {exercise.name}{exercise.parameters}"
