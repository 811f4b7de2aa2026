"""Faults planted in a training loop: guess from the curve, then look at the line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from html import escape
from typing import Any

import numpy as np

from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, WINDOW, WRONG, WRONG_INK
from cnnhelpers.explore import planted
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal

SOUND = "sound"
LETTERS = {chr(ord("A") + place): fault for place, fault in enumerate(planted.FAULTS)}
HIDDEN, SHOWN = "hidden", "shown"
LOG10 = float(np.log(10))

TOP = 24
AXIS, ACROSS, DOWN = 34, 214, 150  # of the curve
HIGHEST = 5.0
CODE, LINE = 276, 17  # left edge of the loop, and the height of a line
HUGE = 10.0  # a loss that is only said to be larger


class FaultExplorer(Explorer):
    """Tell from its loss what is wrong with a training loop.

    A small network is trained on 1,000 digits by a loop that is sound, or has one of eight faults
    in it. Its loss stands beside that of the sound loop. Then let the line be shown.

    Args:
        goals: what to try. A goal can ask for loop, line, fault ("" where it is sound), losses (of
            every step), loss (the mean of the last epoch), accuracy, and for the sound loop's
            sound_loss and sound_accuracy.
    """

    width = 630
    height = TOP + len(planted.LINES) * LINE + 14

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls = [
            Choice("loop", "loop", (SOUND, *LETTERS), menu=False),
            Choice("line", "its fault", (HIDDEN, SHOWN)),
        ]
        super().__init__(controls, goals=goals)

    def facts(self, loop: str, line: str) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`FaultExplorer`."""
        run, sound = trained(loop), trained(SOUND)
        return {
            "fault": LETTERS[loop].name if loop in LETTERS else "",
            "losses": run.losses.tolist(),
            "loss": last_epoch(run),
            "accuracy": run.accuracy,
            "sound_loss": last_epoch(sound),
            "sound_accuracy": sound.accuracy,
        }

    def draw(self, loop: str, line: str) -> Scene:
        """Return the scene of a state; see :class:`FaultExplorer`."""
        run, sound = trained(loop), trained(SOUND)
        fault = LETTERS.get(loop) if line == SHOWN else None
        placed = [
            Placed(pieces.heading("loss"), AXIS + 10, TOP - 12),
            Placed(_axes(), AXIS, TOP),
        ]
        if loop != SOUND:
            placed.append(Placed(_curve(tuple(run.losses.round(3).tolist()), False), AXIS, TOP))
        # On top, so that it is seen where both are one.
        placed.append(Placed(_curve(tuple(sound.losses.round(3).tolist()), True), AXIS, TOP))
        heading = "the loop as it should be" if fault is None else f"the loop {loop}"
        if loop == SOUND and line == SHOWN:
            heading += ": it has no fault"
        placed += [
            Placed(pieces.title(heading), CODE, TOP - 12),
            Placed(_code(fault), CODE, TOP),
            Placed(_bars(loop, _rounded(run.accuracy), _rounded(sound.accuracy)), AXIS, TOP + 190),
        ]
        said = [f"Loop {loop}:" if loop in LETTERS else "The sound loop:", _fall(run)]
        said.append(f"It reads about {_rounded(run.accuracy)} % of 500 test digits right")
        said[-1] += "." if loop == SOUND else f", the sound loop {_rounded(sound.accuracy)} %."
        if fault is not None:
            said.append(_told(fault))
        elif line == SHOWN:
            said.append("It has no fault.")
        return Scene(self.width, self.height, tuple(placed), tuple(said))


@cache
def trained(loop: str) -> planted.Trained:
    """Return the run of a loop, "sound" or a letter; each is trained once."""
    return planted.run(LETTERS[loop].name if loop in LETTERS else "")


def last_epoch(run: planted.Trained) -> float:
    """Return the mean loss of the last epoch."""
    return float(run.losses[-planted.COUNT // planted.BATCH :].mean())


def _rounded(share: float) -> int:
    """Return a share in percent, to the nearest five."""
    return 5 * round(20 * share)


def _fall(run: planted.Trained) -> str:
    first, last = float(run.losses[0]), last_epoch(run)
    start = f"{first:.1f}" if first < HUGE else f"more than {HUGE:.0f}"
    end = f"{last:.1f}" if last < HUGE else f"more than {HUGE:.0f}"
    return f"its loss is {start} at the first step and {end} in the last epoch."


def _told(fault: planted.Fault) -> str:
    right = planted.LINES[fault.line].strip()
    name = f"{fault.name} ({fault.because})" if fault.because else fault.name
    if not fault.text:
        return f"Its fault, {name}: the line {right} is missing."
    return f"Its fault, {name}: {fault.text.strip()} where {right} belongs."


# Pieces -----------------------------------------------------------------------------------------


def _height(loss: float) -> float:
    return round((1 - min(loss, HIGHEST) / HIGHEST) * DOWN, 1)


@lru_cache(maxsize=1)
def _axes() -> Part:
    words = [
        f'<text x="-5" y="{number(_height(loss) + 4)}" text-anchor="end">{loss}</text>'
        for loss in range(6)
    ]
    words.append(f'<text y="{DOWN + 14}">0</text>')
    words.append(f'<text x="{ACROSS}" y="{DOWN + 14}" text-anchor="end">step 120</text>')
    middle = number(_height(LOG10))
    return Part(
        f'<path d="M0 0V{DOWN}H{ACROSS}" fill="none" stroke="{PEN}"/>'
        f'<path d="M0 {middle}H{ACROSS}" stroke="{QUIET}" stroke-dasharray="1 3"/>'
        f'<g font-size="11.2" fill="{QUIET}">{"".join(words)}'
        f'<text x="{ACROSS}" y="{number(_height(LOG10) - 4)}" text-anchor="end">log 10</text></g>'
    )


@lru_cache(maxsize=32)
def _curve(losses: tuple[float, ...], sound: bool) -> Part:
    """Return a curve; what is above the axis runs along its upper end."""
    points = [
        f"{number(round(step / (len(losses) - 1) * ACROSS, 1))} {number(_height(loss))}"
        for step, loss in enumerate(losses)
    ]
    look = f'stroke="{PEN}" stroke-dasharray="5 3" stroke-width="1.5"'
    if not sound:
        look = f'stroke="{WRONG}" stroke-width="2.5"'
    return Part(f'<path d="M{"L".join(points)}" fill="none" {look}/>')


@lru_cache(maxsize=16)
def _code(fault: planted.Fault | None) -> Part:
    lines = []
    for place, right in enumerate(planted.LINES):
        y = place * LINE + 12
        text, look = right, f'fill="{PEN}"'
        if fault is not None and place == fault.line:
            text, look = fault.text or right, f'fill="{WRONG_INK}" font-weight="600"'
            if not fault.text:
                look += ' text-decoration="line-through"'
            lines.append(
                f'<rect x="-2" y="{y - 12}" width="346" height="{LINE}" fill="{WINDOW}" '
                f'fill-opacity="0.3"/><text x="-14" y="{y}" fill="{WRONG_INK}">✗</text>'
            )
        lines.append(
            f'<text y="{y}" {look} xml:space="preserve">{escape(text, quote=False)}</text>'
        )
    return Part(
        '<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="11.5" '
        f'text-anchor="start">{"".join(lines)}</g>'
    )


@lru_cache(maxsize=16)
def _bars(loop: str, here: int, sound: int) -> Part:
    """Return how many test digits each loop reads right, as bars from 0 to 100 %."""

    def bar(y: int, name: str, share: int, look: str) -> str:
        wide = number(round(share / 100 * (ACROSS - 100), 1))
        return (
            f'<text x="44" y="{y + 10}" text-anchor="end">{name}</text>'
            f'<rect x="50" y="{y}" width="{wide}" height="12" {look}/>'
            f'<text x="{float(wide) + 54}" y="{y + 10}" text-anchor="start">{share} %</text>'
        )

    drawn = bar(0, SOUND, sound, f'fill="none" stroke="{PEN}" stroke-dasharray="5 3"')
    if loop != SOUND:
        drawn += bar(20, f"loop {loop}", here, f'fill="{WRONG}"')
    return Part(f'<g font-size="11.2" fill="{PEN}">{drawn}</g>')
