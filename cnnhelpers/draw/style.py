"""Colour roles: what each colour means in every picture of the course, and how to tell without it.

The colours stay apart for protanopia, deuteranopia and tritanopia; still, no role rests on colour
alone: each has a second cue (a line, a hatch, a slant), and pictures carry a sentence besides.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
INK = "#1a1a1a"
PEN = "currentColor"  # ink of what lies on the card itself: dark themes turn it light
QUIET = "#595959"  # 7:1 on white, for captions
CARD = "#ffffff"  # every picture brings its own background, so dark themes change nothing
DIGIT_WIDTH = 0.63  # of a digit, in ems, in the widest of the fonts above


@dataclass(frozen=True)
class Role:
    """How one kind of array is drawn: fill, text, inner lines, outer line, and its second cue."""

    word: str
    fill: str
    text: str
    line: str
    line_width: float
    edge: str
    edge_width: float
    cue: str
    dash: str = ""
    edge_dash: str = ""
    italic: bool = False
    hatch: str = ""


ROLES: dict[str, Role] = {
    "input": Role("input", "#56B4E9", INK, "#1b5e86", 1, "#1b5e86", 1.5, "thin grid"),
    "kernel": Role("kernel", "#E69F00", INK, "#8a5f00", 1, "#5c3f00", 4, "thick outline"),
    "output": Role("output", "#117733", "#ffffff", "#ffffff", 1, "#0b4f22", 1.5, "white text"),
    "padding": Role(
        "padding", "#D9D9D9", "#333333", "#7a7a7a", 1, "#595959", 1.5, "hatch and dashed edge",
        dash="3 2", edge_dash="5 3", hatch="#b0b0b0",
    ),
    "gradient": Role(
        "gradient", "#AA3377", "#ffffff", "#ffffff", 1.5, "#6b1f4a", 1.5,
        "slanted numbers, dashed grid", dash="2 2", italic=True,
    ),
    "plain": Role("array", "#ffffff", PEN, "#9a9a9a", 1, "#6b6b6b", 1.5, "white cells"),
}  # fmt: skip

WINDOW = "#E69F00"
WINDOW_CASING = "#3d2a00"  # orange on blue differs in hue alone; a dark casing makes it a shape
WRONG = "#D55E00"
WRONG_INK = "#a33c00"  # of words on white, where the colour above is too light to read


def role(name: str) -> Role:
    """Return the role called ``name``.

    Raises:
        ValueError: there is no such role.
    """
    try:
        return ROLES[name]
    except (KeyError, TypeError):
        raise ValueError(
            f"draw: there is no role {name!r}; use one of {', '.join(ROLES)}."
        ) from None
