"""The V of the numerical gradient: a wide step measures the curve, a small one only rounding."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.scene import Part, Placed, Scene, number, text
from cnnhelpers.draw.style import QUIET, ROLES, WINDOW, WINDOW_CASING
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal

PRECISIONS: dict[str, Any] = {"float64": np.float64, "float32": np.float32}
WAYS = ("central", "one-sided")
PLACE = 1.7  # where the slope of x · x · x is measured
POWERS = range(1, 16)  # of ten: steps from 0.1 down to 1e-15
LEAST = 1e-14  # errors below are drawn there
LOOKS = {  # colour and dashes of a curve
    ("float64", "central"): (ROLES["output"].fill, ""),
    ("float64", "one-sided"): (ROLES["output"].fill, "6 4"),
    ("float32", "central"): (ROLES["gradient"].fill, ""),
    ("float32", "one-sided"): (ROLES["gradient"].fill, "6 4"),
}

LEFT, TOP, WIDE, TALL = 66, 16, 330, 190
RIGHT = LEFT + WIDE + 22


class StepSizeExplorer(Explorer):
    """Measure the slope of x³ at 1.7 with smaller and smaller steps, and look at the error.

    The slope is known: 3x². All is multiplication and subtraction, so that the numbers are the same
    on every machine.

    Args:
        goals: what to try. A goal can ask for precision, way, power (of ten: the step is 10 to
            minus it), error (relative), best (whether no other step of this curve is better) and
            lost (whether x + step is x).
    """

    width = 590
    height = 252
    interval = 500

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("precision", "precision", tuple(PRECISIONS)),
            Choice("way", "differences", WAYS),
            Slider("power", "step 10 to the minus", POWERS[0], POWERS[-1], 3),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def measured(self, precision: str, way: str, power: int) -> float:
        """Return the slope that the differences give."""
        kind = PRECISIONS[precision]
        x, step = kind(PLACE), kind(float(f"1e-{power}"))
        above, below = kind(x + step), kind(x - step) if way == "central" else x
        with np.errstate(all="ignore"):
            rise = kind(kind(kind(above * above) * above) - kind(kind(below * below) * below))
            return float(rise / (kind(2) * step if way == "central" else step))

    def error(self, precision: str, way: str, power: int) -> float:
        """Return the relative error of a measured slope; the right one is known exactly."""
        exact = 3 * Fraction(float(PRECISIONS[precision](PLACE))) ** 2
        return float(abs(Fraction(self.measured(precision, way, power)) - exact) / exact)

    def positions(self, **settings: Any) -> int:
        """Return the number of steps."""
        return len(POWERS)

    def facts(self, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`StepSizeExplorer`."""
        precision, way, power = state["precision"], state["way"], state["power"]
        kind, error = PRECISIONS[precision], self.error(precision, way, power)
        return {
            "error": error,
            "best": error == min(self.error(precision, way, other) for other in POWERS),
            "lost": bool(kind(PLACE) + kind(float(f"1e-{power}")) == kind(PLACE)),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`StepSizeExplorer`."""
        precision, way, power = state["precision"], state["way"], state["power"]
        placed = [Placed(_axes(), 0, 0)]
        for index, (one, other) in enumerate(LOOKS):
            chosen = (one, other) == (precision, way)
            errors = tuple(self.error(one, other, each) for each in POWERS)
            placed.append(Placed(_curve(one, other, errors, chosen), 0, 0))
            placed.append(Placed(_key(one, other, chosen), RIGHT, TOP + 14 + 24 * index))
        error = self.error(precision, way, power)
        placed.append(Placed(_dot(), _across(power), _down(error)))
        measured = self.measured(precision, way, power)
        lines = [f"step {_power(power)}", f"measured {measured:.7g}", f"error {_size(error)}"]
        placed += [
            Placed(pieces.line(line, 13, bold=True), RIGHT, TOP + 132 + 20 * index)
            for index, line in enumerate(lines)
        ]
        return Scene(self.width, self.height, tuple(placed), (
            f"{precision}, {way} differences, step {_power(power)}: the slope of x³ at {PLACE} "
            f"is measured as {measured:.7g}, a relative error of about {_size(error)}.",
            self._reason(state, error),
        ))  # fmt: skip

    def _reason(self, state: dict[str, Any], error: float) -> str:
        """Return which of the two errors is the larger one here."""
        facts = self.facts(**state)
        assert facts is not None
        if facts["lost"]:
            return "The step is lost: x + step is x in this precision."
        if facts["best"]:
            return "No other step of this curve does better."
        better = min(POWERS, key=lambda power: self.error(state["precision"], state["way"], power))
        if state["power"] < better:
            return "The step is too wide: within it the curve bends."
        return "The step is too small: the difference drowns in rounding."


def _power(power: int) -> str:
    return f"1e−{power}"


def _size(error: float) -> str:
    """Return the power of ten nearest to an error; the digits behind it say nothing."""
    if error == 0:
        return "0"
    exponent = round(float(np.log10(error)))
    return "1" if exponent == 0 else f"1e{exponent}".replace("-", "−")


def _across(power: int) -> float:
    """Return where a step stands: the small ones on the left."""
    return LEFT + WIDE * (POWERS[-1] - power) / (POWERS[-1] - POWERS[0])


def _down(error: float) -> float:
    """Return where an error stands: the small ones at the bottom."""
    size = float(np.log10(min(1.0, max(LEAST, error))))
    return round(TOP + TALL * size / float(np.log10(LEAST)), 1)


@lru_cache(maxsize=1)
def _axes() -> Part:
    lines = [
        f'<rect x="{LEFT}" y="{TOP}" width="{WIDE}" height="{TALL}" fill="none" stroke="{QUIET}"/>'
    ]
    for power in (1, 3, 5, 7, 9, 11, 13, 15):
        x = number(round(_across(power), 1))
        words = text(_power(power), 11, colour=QUIET).markup
        lines.append(f'<path d="M{x} {TOP}v{TALL}" stroke="#e3e3e3"/>')
        lines.append(f'<g transform="translate({x},{TOP + TALL + 13})">{words}</g>')
    for exponent in (0, -2, -4, -6, -8, -10, -12):
        y = number(_down(10.0**exponent))
        words = text(_size(10.0**exponent), 11, colour=QUIET, anchor="end").markup
        lines.append(f'<path d="M{LEFT} {y}h{WIDE}" stroke="#e3e3e3"/>')
        lines.append(f'<g transform="translate({LEFT - 6},{y})">{words}</g>')
    below = text("step", 12, bold=True).markup
    above = text("error", 12, bold=True, anchor="start").markup
    lines.append(
        f'<g transform="translate({LEFT + WIDE / 2:.0f},{TOP + TALL + 30})">{below}</g>'
        f'<g transform="translate(6,{TOP + TALL + 13})">{above}</g>'
    )
    return Part("".join(lines))


@lru_cache(maxsize=16)
def _curve(precision: str, way: str, errors: tuple[float, ...], chosen: bool) -> Part:
    colour, dash = LOOKS[precision, way]
    points = " ".join(
        f"{number(round(_across(power), 1))},{number(_down(error))}"
        for power, error in zip(POWERS, errors)
    )
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    width, opacity = ("3", "1") if chosen else ("1.5", "0.45")
    return Part(
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-opacity="{opacity}"{dashes}/>'
    )


@lru_cache(maxsize=16)
def _key(precision: str, way: str, chosen: bool) -> Part:
    colour, dash = LOOKS[precision, way]
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    words = text(f"{precision}, {way}", 12, anchor="start", bold=chosen).markup
    return Part(
        f'<path d="M0 0h28" stroke="{colour}" stroke-width="{3 if chosen else 1.5}"{dashes}/>'
        f'<g transform="translate(34,0)">{words}</g>'
    )


@lru_cache(maxsize=1)
def _dot() -> Part:
    return Part(f'<circle r="6" fill="{WINDOW}" stroke="{WINDOW_CASING}" stroke-width="2.5"/>')
