"""The known mistakes of an exercise, for whoever wants to read or to make one.

An explorer can show what a mistake looks like, and an instructor can put one in place of a right
function and let the class find it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Any

from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake


class KnownMistakes(Sequence[Mistake]):
    """The known mistakes of one exercise; it prints as their list, in words."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise

    def __len__(self) -> int:
        return len(self.exercise.mistakes)

    def __getitem__(self, index: Any) -> Any:
        return self.exercise.mistakes[index]

    def __iter__(self) -> Iterator[Mistake]:
        return iter(self.exercise.mistakes)

    def function(self, slug: str, way: int = 0) -> Callable:
        """Return the exercise's function with a mistake in it.

        Args:
            slug: the mistake's, as the list says it.
            way: which of the ways in which it is made.

        Raises:
            ValueError: there is no such mistake, or no such way.
        """
        found = {mistake.slug: mistake for mistake in self}
        if slug not in found:
            raise ValueError(
                f"{self.exercise.name} has no known mistake {slug!r}; expected one of "
                f"{', '.join(found)}."
            )
        ways = found[slug].ways
        if not 0 <= way < len(ways):
            raise ValueError(
                f"{slug} is made in {len(ways)} ways; way={way} is none of them. "
                f"Try one from 0 to {len(ways) - 1}."
            )
        return _made(self.exercise, found[slug], way)

    def __repr__(self) -> str:
        return "\n".join(f"{m.slug}: {m.explanation}" for m in self)

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td style='text-align:left'><code>{escape(m.slug)}</code></td>"
            f"<td style='text-align:left'>{escape(m.explanation, quote=False)}</td></tr>"
            for m in self
        )
        return f"<table><caption>Known mistakes of {self.exercise.name}</caption>{rows}</table>"


def _made(exercise: Exercise, mistake: Mistake, way: int) -> Callable:
    def function(*arguments: Any, **options: Any) -> Any:
        bound = exercise.signature.bind(*arguments, **options)
        bound.apply_defaults()
        return mistake.ways[way].run(exercise.course, dict(bound.arguments))

    function.__name__ = exercise.name
    function.__doc__ = f"{exercise.name} with a mistake in it: {mistake.slug}."
    function.__signature__ = exercise.signature  # type: ignore[attr-defined]
    return function
