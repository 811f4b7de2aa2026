"""Functions written as learners write them, right and wrong, and what a check must say of them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from complaining import fail_with

from cnnhelpers import check, recorded, reference
from cnnhelpers.check import Exercise, Result, key
from cnnhelpers.check.mistake import Mistake, Way
from cnnhelpers.check.naming import name_mistake
from cnnhelpers.check.trying import Clock, try_cases


class Written:
    """A collection of learners' functions by exercise: right ones, and wrong ones with a slug."""

    def __init__(self) -> None:
        self.right_ones: dict[str, list[Callable]] = {}
        self.wrong_ones: dict[str, list[tuple[str, Callable]]] = {}

    def right(self, exercise: str) -> Callable:
        """Keep the decorated function as a right answer."""

        def keep(function: Callable) -> Callable:
            self.right_ones.setdefault(exercise, []).append(function)
            return function

        return keep

    def wrong(self, exercise: str, slug: str) -> Callable:
        """Keep the decorated function as a wrong answer that should be named so."""

        def keep(function: Callable) -> Callable:
            self.wrong_ones.setdefault(exercise, []).append((slug, function))
            return function

        return keep

    def rights(self) -> list[Any]:
        """Return parameters for a test: exercise, right function."""
        return [
            pytest.param(name, function, id=f"{name}-{index}", marks=needs_torch(function))
            for name, functions in self.right_ones.items()
            for index, function in enumerate(functions)
        ]

    def wrongs(self) -> list[Any]:
        """Return parameters for a test: exercise, slug, wrong function."""
        return [
            pytest.param(
                name, slug, function, id=f"{name}-{slug}-{index}", marks=needs_torch(function)
            )
            for name, functions in self.wrong_ones.items()
            for index, (slug, function) in enumerate(functions)
        ]


def needs_torch(function: Callable) -> tuple[pytest.MarkDecorator, ...]:
    """Return the mark of an answer that is written with PyTorch, for where it is missing.

    A skip inside of the answer would be caught by the check, as any error is.
    """
    missing = not reference.available()
    mark = pytest.mark.skipif(missing, reason="written with PyTorch, which is not installed")
    return (mark,) if "torch" in inspect.getsource(function) else ()


def told(name: str, function: Any) -> Result:
    """Return the verdict on a function; what it shows must be writable in both forms."""
    result = getattr(check, name)(function)
    assert repr(result) and result._repr_html_()
    return result


def mistaken(exercise: Exercise, way: Way) -> Callable:
    """Return a function that makes a known mistake, as a learner's function."""

    def function(*arguments: Any, **options: Any) -> Any:
        bound = exercise.signature.bind(*arguments, **options)
        bound.apply_defaults()
        return way.run(exercise.course, dict(bound.arguments))

    function.__signature__ = exercise.signature  # type: ignore[attr-defined]
    return function


def misnamed(name: str) -> list[str]:
    """Return a sentence for each way of a known mistake that passes, or is named otherwise."""
    return misnamed_of(check.EXERCISES[name])


def misnamed_of(exercise: Exercise) -> list[str]:
    """Return the same for an exercise that need not be one of the course's."""
    found = []
    for mistake in exercise.mistakes:
        for index, way in enumerate(mistake.ways):
            function = mistaken(exercise, way)
            if index == 0:  # the whole check, drawn arguments included
                result = check.Check(exercise)(function)
                slugs, verdict = result.mistakes, result.verdict
            else:  # its cases alone: the other ways are many
                trials, _ = try_cases(exercise, function, Clock(60))
                slugs = tuple(each.slug for each in name_mistake(exercise, trials, ()))
                verdict = "wrong" if any(not trial.right for trial in trials) else "passed"
            where = f"{exercise.name}: way {index + 1} of the mistake {mistake.slug}"
            if verdict == "passed":
                found.append(
                    f"{where} gives the right answer in every case; add a case in which it does "
                    "not, or take the way out."
                )
            elif slugs != (mistake.slug,):
                heard = " and ".join(slugs)
                mend = (
                    f"told as {heard}; add a case in which they differ, or take one of the ways out"
                    if slugs
                    else "told as no known mistake; add a case in which its answer has other "
                    "numbers than the right one, or take the way out"
                )
                found.append(f"{where} is {mend}.")
    return found


def explains_itself(name: str, fewest: int) -> None:
    """Assert that there are so many known mistakes, each with its own words, whole sentences."""
    fail_with(unexplained(name, check.EXERCISES[name].mistakes, fewest))


def unexplained(name: str, mistakes: Sequence[Mistake], fewest: int) -> Iterator[str]:
    """Yield what is wrong with the words of an exercise's known mistakes."""
    slugs = [mistake.slug for mistake in mistakes]
    count = len(set(slugs))
    if count < fewest:
        yield f"{name} has {count} known mistakes; at least {fewest} are needed. Add some."
    for slug in sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        yield f"{name}: two mistakes are called {slug}; give each a name of its own."
    for mistake in mistakes:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", mistake.slug):
            yield f"{name}: {mistake.slug!r} is no slug; expected one like starts-late."
        for what, words in (("explanation", mistake.explanation), ("hint", mistake.hint)):
            if not words.rstrip().endswith((".", "?")):
                yield (
                    f"{name}: the {what} of {mistake.slug} is no whole sentence; end it with a "
                    f"full stop: {words!r}"
                )


def recorded_is_live(name: str) -> None:
    """Assert that the recorded answers are PyTorch's, those of the course's function, too."""
    exercise, kept = check.EXERCISES[name], recorded.values()
    for case in exercise.cases:
        if case.raises is None:
            live = key.kept(exercise, case)
            recording = kept[recorded.key(name, case.arguments)]
            np.testing.assert_allclose(recording, live, rtol=1e-6)
            ours = exercise.answer(lambda given: exercise.course(**given), case.arguments)
            theirs = exercise.answers.restored(live)
            assert ours.shapes == theirs.shapes
            np.testing.assert_allclose(ours.value, theirs.value, rtol=1e-5, atol=1e-12)


GARBAGE = [
    lambda *a, **k: "seven",
    lambda *a, **k: {"a": 1},
    lambda *a, **k: np.zeros((2, 0, 3)),
    lambda *a, **k: [[1, 2], [3]],
    lambda *a, **k: np.nan,
    lambda *a, **k: np.full((2, 2), np.inf),
    lambda *a, **k: (1, 2, 3, 4, 5, 6, 7),
    lambda *a, **k: a[0],
    lambda *a, **k: [None, None],
    lambda *a, **k: 1 / 0,
    lambda *a, **k: np.zeros((1, 1, 1, 1, 1, 1)),
    lambda: 0,
]


def garbage(names: Iterable[str]) -> list[Any]:
    """Return parameters for a test: exercise, function that answers nonsense; four for each."""
    return [
        pytest.param(name, GARBAGE[index], id=f"{name}-{index}")
        for first, name in enumerate(names)
        for index in range(first % 3, len(GARBAGE), 3)
    ]
