"""How a verdict looks: as plain text, and as a card with the numbers drawn side by side."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np

from cnnhelpers import draw
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Finding
from cnnhelpers.draw import Scene

BORDERS = {"passed": "#117733", "not started": "#7f7f7f"}
WRONG = "#D55E00"
MOST_NUMBERS = 130  # of one array that is drawn or written out
MOST_PLANES = 6
ROLES = {"kernel": "kernel", "weight": "kernel", "pattern": "kernel", "bias": "plain"}


HEADINGS = {
    "passed": "passed",
    "not started": "not started yet",
    "raised": "it stops with an error",
    "wrong shape": "the shape is not right yet",
    "wrong values": "the values are not right yet",
    "changed its input": "it changes its input",
}


def heading(exercise: Exercise, finding: Finding) -> str:
    """Return the verdict in a few plain words."""
    words = HEADINGS[finding.verdict]
    if finding.mistakes in (("parameters",), ("parameter-order",)):
        words = "its parameters are not those that are asked for"
    elif finding.mistakes == ("endless-loop",):
        words = "it does not come to an end"
    elif finding.located == ("array",):
        words = "the numbers are right, but not yet the array that holds them"
    elif finding.mistakes == ("float-not-int",):
        words = "right, but not whole numbers"
    return f"{exercise.name}: {words}"


def _hints(finding: Finding) -> list[tuple[str, str]]:
    """Return the hints with their labels, numbered where there are several."""
    if len(finding.hints) == 1:
        return [("Hint", finding.hints[0])]
    return [(f"Hint {number}", hint) for number, hint in enumerate(finding.hints, 1)]


def _call(exercise: Exercise, finding: Finding) -> str:
    case = finding.case
    assert case is not None
    shown = [
        name if isinstance(value, np.ndarray) else f"{name}={_argument(value)}"
        for name, value in case.arguments.items()
    ]
    return f"{exercise.name}({', '.join(shown)})"


def _argument(value: Any) -> str:
    return repr(value) if isinstance(value, str) else str(value)


def _shape(value: np.ndarray) -> str:
    return f"shape {tuple(int(length) for length in value.shape)}"


# Text -------------------------------------------------------------------------------------------


def as_text(exercise: Exercise, finding: Finding, fallback: str | None = None) -> str:
    """Return the verdict as plain text."""
    parts = [f"{heading(exercise, finding)}.", finding.explanation]
    parts += [f"{label}: {hint}" for label, hint in _hints(finding)]
    if finding.case is not None:
        parts += ["", f"Smallest case that goes wrong: {_call(exercise, finding)}"]
        for name, value in finding.case.arguments.items():
            if isinstance(value, np.ndarray):
                parts.append(_side_by_side({name: value}))
        parts.append(_side_by_side(_answers(finding)))
    parts += finding.notes
    if fallback:
        parts += ["", fallback]
    return "\n".join(parts)


def _answers(finding: Finding) -> dict[str, np.ndarray | str]:
    """Return what to show: expected, yours, and the difference where there is one."""
    shown: dict[str, np.ndarray | str] = {}
    if finding.expected is not None:
        shown[f"expected {finding.part}".rstrip()] = finding.expected
    if finding.got is not None:
        shown[f"your {finding.part}" if finding.part else "yours"] = finding.got
    first, second = finding.expected, finding.got
    if isinstance(first, np.ndarray) and isinstance(second, np.ndarray) and first.ndim:
        if first.shape == second.shape:
            with np.errstate(all="ignore"):
                difference = second - first
            place = _first_plane(difference)
            if place:
                index = ", ".join(str(i) for i in place)
                return {
                    f"{name}[{index}]": value[place]
                    for name, value in (*shown.items(), ("difference", difference))
                }
            shown["difference"] = difference
    return shown


def _first_plane(difference: np.ndarray) -> tuple[int, ...]:
    """Return the index of the first image and channel that differ, for arrays of many planes."""
    if difference.ndim <= 2:
        return ()
    wrong = np.argwhere(~np.isclose(difference, 0, atol=1e-9))
    return tuple(int(i) for i in wrong[0][:-2]) if len(wrong) else (0,) * (difference.ndim - 2)


def _side_by_side(blocks: dict[str, Any]) -> str:
    columns = [[name, *_lines(value)] for name, value in blocks.items()]
    height = max((len(column) for column in columns), default=0)
    widths = [max(len(line) for line in column) for column in columns]
    rows = []
    for index in range(height):
        line = "    ".join(
            (column[index] if index < len(column) else "").ljust(width)
            for column, width in zip(columns, widths)
        )
        rows.append(f"  {line}".rstrip())
    return "\n".join(rows)


def _lines(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if value.ndim == 0:
        return [_number(value)]
    if value.size > MOST_NUMBERS or value.ndim > 4:
        return [_shape(value)]
    if value.size == 0:
        return ["nothing" if value.ndim == 1 else f"nothing, {_shape(value)}"]
    if value.ndim > 2:
        lines = []
        for place in np.ndindex(value.shape[:-2]):
            lines += [f"[{', '.join(map(str, place))}]", *_lines(value[place])]
        return lines
    cells = [[_number(entry) for entry in row] for row in np.atleast_2d(value)]
    width = max(len(entry) for row in cells for entry in row)
    return [" ".join(entry.rjust(width) for entry in row) for row in cells]


def _number(value: Any) -> str:
    text = f"{float(value):.6g}"
    return "0" if text == "-0" or abs(float(value)) < 5e-10 else text


# Card -------------------------------------------------------------------------------------------


def as_html(exercise: Exercise, finding: Finding, fallback: str | None = None) -> str:
    """Return the verdict as a card: coloured border, words, drawn numbers."""
    border = BORDERS.get(finding.verdict, WRONG)
    inside = [f"<b>{escape(heading(exercise, finding))}</b>", _paragraph(finding.explanation)]
    inside += [
        f"<details><summary>{label}</summary>{_paragraph(hint)}</details>"
        for label, hint in _hints(finding)
    ]
    if finding.case is not None:
        inside.append(_paragraph(f"Smallest case that goes wrong: `{_call(exercise, finding)}`"))
        inside.append(_drawn(exercise, finding))
    inside += [_paragraph(note) for note in finding.notes]
    if fallback:
        inside.append(f"<i>{_paragraph(fallback)}</i>")
    return (
        f'<div style="border-left:6px solid {border};padding:0.2em 0 0.2em 0.9em;margin:0.3em 0;'
        f'overflow-x:auto">{"".join(inside)}</div>'
    )


def _paragraph(text: str) -> str:
    """Return a sentence as HTML; what stands between backticks becomes code."""
    pieces = escape(text, quote=False).split("`")
    if len(pieces) % 2 == 0:  # an odd backtick: leave all of them
        pieces = ["`".join(pieces)]
    written = "".join(
        f"<code>{piece}</code>" if index % 2 else piece for index, piece in enumerate(pieces)
    )
    return f'<div style="margin:0.3em 0">{written}</div>'


def _drawn(exercise: Exercise, finding: Finding) -> str:
    try:
        arguments = _argument_scenes(exercise, finding)
        answers = _answer_scenes(finding)
    except (TypeError, ValueError):  # something that cannot be drawn is written
        arguments = answers = None
    text = _side_by_side(_answers(finding))
    written = f'<pre style="margin:0.3em 0">{escape(text, quote=False)}</pre>' if text else ""
    drawn = [scene.html() for scene in (arguments, answers) if scene is not None]
    return "".join(f'<div style="margin:0.3em 0">{picture}</div>' for picture in drawn) + (
        "" if answers is not None else written
    )


def _argument_scenes(exercise: Exercise, finding: Finding) -> Scene | None:
    assert finding.case is not None
    items: list[Scene | str] = []
    for name, value in finding.case.arguments.items():
        if not isinstance(value, np.ndarray):
            continue
        scenes = _planes(name, value, ROLES.get(name, "input"))
        if scenes is None:
            return None
        if items:
            items.append(exercise.symbol if name in ("kernel", "weight") else ",")
        items += scenes
    return draw.row(*items) if items else None


def _planes(name: str, value: np.ndarray, role: str) -> list[Scene] | None:
    """Return one grid for each image and channel, or None for too many numbers."""
    if value.ndim <= 2:
        return [draw.grid(value, role, title=name)] if value.size <= MOST_NUMBERS else None
    places = list(np.ndindex(value.shape[:-2]))
    if len(places) > MOST_PLANES or value.size > MOST_NUMBERS:
        return None
    return [
        draw.grid(value[place], role, title=f"{name}[{', '.join(map(str, place))}]")
        for place in places
    ]


def _answer_scenes(finding: Finding) -> Scene | None:
    blocks = _answers(finding)
    if not blocks or any(isinstance(value, str) or value.ndim == 0 for value in blocks.values()):
        return None
    items: list[Scene | str] = []
    for name, value in blocks.items():
        scenes = _planes(name, value, "output" if name.startswith("expected") else "plain")
        if scenes is None:
            return None
        items += [" ", *scenes] if items else scenes
    return draw.row(*items)
