"""Functions broken on purpose: a known mistake in the place of a right function."""

from __future__ import annotations

import difflib
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np

from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.known import KnownMistakes
from cnnhelpers.check.mistake import Mistake
from cnnhelpers.course.instructor import instructor_guide
from cnnhelpers.exercises import all_exercises

# Blue and orange: no two of them look alike to anyone.
BLUE, ORANGE = "#0072B2", "#E69F00"
_LARGEST = 60  # numbers in the answer of a symptom
# Rows of an array stand below each other only in letters of equal width.
_NUMBERS = re.compile(r"^ *\[.*(?:\n *\[.*)*$", re.MULTILINE)
_LETTERS = "var(--jp-code-font-family, monospace)"


@dataclass(frozen=True)
class Fault:
    """A known mistake that stands in the place of a function."""

    name: str
    slug: str
    function: Callable[..., Any]

    @property
    def mistake(self) -> Mistake:
        """What there is to say about it."""
        return next(each for each in known_mistakes(self.name) if each.slug == self.slug)


def known_mistakes(name: str) -> KnownMistakes:
    """Return the known mistakes of an exercise."""
    return KnownMistakes(all_exercises()[name])


def fault(name: str, slug: str, way: int = 0) -> Fault:
    """Return a function with a known mistake. Raises LookupError with a sentence that helps."""
    if name not in all_exercises():
        near = _close(name, list(all_exercises())) or " %break alone names those of this notebook."
        raise LookupError(f"No exercise is called {name!r}.{near}")
    known = {each.slug: each for each in known_mistakes(name)}
    if slug not in known:
        near = _close(slug, list(known)) or f" There are {', '.join(known)}."
        raise LookupError(f"{name} has no known mistake {slug!r}.{near}")
    try:
        function = known_mistakes(name).function(slug, way)
    except ValueError as error:
        raise LookupError(str(error)) from error
    function.__doc__ = all_exercises()[name].course.__doc__  # help(NAME) tells nothing
    return Fault(name, slug, function)


def planted(notebook: dict[str, Any]) -> tuple[str, str]:
    """Return the exercise and the mistake that a notebook's plan for instructors plants.

    Raises LookupError where it plants none.
    """
    try:
        guide = instructor_guide(notebook)
    except ValueError:
        guide = None
    if guide is None or guide.plan.planted is None:
        raise LookupError("This notebook's plan has no planted error; write %break NAME SLUG.")
    return guide.plan.planted.exercise, guide.plan.planted.slug


def drawn(names: Sequence[str], seed: int | None = None) -> Fault:
    """Return a fault in one of the functions `names`, by chance or by the seed of one.

    Only a mistake that shows in a small case is drawn.

    Raises LookupError where none of them has a known mistake.
    """
    chance = random.Random(seed)
    known = [name for name in names if name in all_exercises()]
    pairs = [(name, each.slug) for name in known for each in known_mistakes(name)]
    chance.shuffle(pairs)
    for name, slug in pairs:
        found = fault(name, slug)
        if symptom(found):
            return found
    raise LookupError("None of the functions of this notebook has a known mistake that shows.")


def symptom(found: Fault) -> str:
    """Return what a fault does in a small case, without its name; "" where nothing small shows."""
    exercise = all_exercises()[found.name]
    for case in exercise.cases:
        if case.raises is not None:
            continue
        right = _answer(exercise, exercise.course, case.arguments)
        wrong = _answer(exercise, found.function, case.arguments)
        if right != wrong and max(len(right), len(wrong)) < 12 * _LARGEST:
            return f"For {case.name} the answer should be\n{right}\nand now it is\n{wrong}"
    return ""


def _answer(exercise: Exercise, function: Callable[..., Any], given: Mapping[str, Any]) -> str:
    arguments = {
        name: np.array(value) if isinstance(value, np.ndarray) else value
        for name, value in given.items()
    }
    try:
        with np.errstate(all="ignore"):
            value = function(**arguments)
    except Exception as error:  # a mistake may raise anything
        return f"an error, {type(error).__name__}"
    values = [value, *(arguments[name] for name in exercise.changes)]
    return "\n".join(_written(each) for each in values if each is not None)


def _written(value: Any) -> str:
    if isinstance(value, tuple | list) and any(isinstance(each, np.ndarray) for each in value):
        return "\n".join(_written(each) for each in value)
    try:
        array = np.asarray(value)
    except ValueError:  # its parts are of different shapes
        return "\n".join(_written(each) for each in value)
    if array.dtype.kind not in "fiu":
        return str(value)
    return np.array2string(np.round(array.astype(float), 2) + 0.0, threshold=_LARGEST)


def banner(words: str, mended: bool = False) -> dict[str, str]:
    """Return a sentence with a bar beside it: orange and hatched for broken, blue for mended."""
    colour = BLUE if mended else ORANGE
    sign = "Mended" if mended else "Broken on purpose"
    stripes = f"repeating-linear-gradient(45deg, {ORANGE} 0 8px, transparent 8px 14px)"
    bar = colour if mended else stripes
    style = f"white-space:pre;font-family:{_LETTERS}"
    text = _NUMBERS.sub(rf'<span style="{style}">\g<0></span>', escape(words, quote=False))
    html = (
        f'<div role="status" style="display:flex;max-width:720px;border:2px solid {colour};'
        f'border-radius:6px;overflow:hidden"><div style="flex:none;width:22px;background:{bar}">'
        f'</div><div style="padding:6px 12px;white-space:pre-wrap;overflow-x:auto"><b>{sign}.</b> '
        f"{text}</div></div>"
    )
    return {"text/plain": f"{sign}. {words}", "text/html": html}


def _close(name: str, names: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, names, n=3)
    return f" Did you mean {' or '.join(close)}?" if close else ""
