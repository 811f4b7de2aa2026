"""A training run to go through: its loss, first filters, confusion matrix, and five digits."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.datasets import digits
from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import INK, PEN, QUIET, ROLES, WINDOW, WRONG, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.training.stored import StoredRun, stored_run

PLAIN, SHIFTED = "as they are", "shifted"
NAMES = {PLAIN: "plain", SHIFTED: "shifted"}

TOP = 22
AXIS, ACROSS, DOWN = 34, 158, 84  # of the loss curve
HIGHEST = 2.5  # of its axis
FILTERS, COLUMNS, DOT = 214, 5, 5  # left edge of the filters; in a row; pixels a weight
MATRIX, CELL = 412, 20  # left edge and cell of the confusion matrix
SAMPLES, SAMPLE, BARS = 10, 74, 44  # of the five digits: left edge, width of one, height of bars


class TrainingPlayer(Explorer):
    """Go through a stored training run of LeNet, stop by stop.

    Two runs are kept: on the digits as they are, and on digits moved by up to two pixels. Shown are
    the loss until here, on training and on test digits; the 20 filters of the first layer; how
    often each test digit was taken for which; and what the network says of five of them. The runs
    were made by ``python tools/train_lenet.py``.

    Args:
        goals: what to try. A goal can ask for run, stop, step, loss, test_loss, accuracy,
            confusion (10, 10), steps and accuracies (of all stops of this run).
    """

    width = MATRIX + 10 * CELL + 10
    height = 268
    interval = 500

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        stops = max(len(self.run(name).steps) for name in NAMES)
        controls: list[Control] = [
            Choice("run", "trained on digits", tuple(NAMES)),
            Slider("stop", "stop", 0, stops - 1, 0),
        ]
        self.images, self.labels = digits("test")
        super().__init__(controls, position=True, goals=goals)

    @staticmethod
    def run(name: str) -> StoredRun:
        """Return the stored run of that choice."""
        return stored_run(NAMES[name])

    def positions(self, run: str) -> int:
        """Return at how many steps a run was kept."""
        return len(self.run(run).steps)

    def facts(self, run: str, stop: int) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`TrainingPlayer`."""
        kept = self.run(run)
        return {
            "step": int(kept.steps[stop]),
            "loss": float(kept.loss[stop]),
            "test_loss": float(kept.test_loss[stop]),
            "accuracy": float(kept.accuracy[stop]),
            "confusion": kept.confusion[stop],
            "steps": kept.steps.tolist(),
            "accuracies": kept.accuracy.tolist(),
        }

    def draw(self, run: str, stop: int) -> Scene:
        """Return the scene of a state; see :class:`TrainingPlayer`."""
        kept = self.run(run)
        step, last = int(kept.steps[stop]), int(kept.steps[-1])
        placed = [
            *_curves(kept, stop),
            Placed(pieces.heading("first filters"), FILTERS + 75, TOP - 10),
            Placed(_filters(kept.filters[stop].tobytes()), FILTERS, TOP),
            *_matrix(kept.confusion[stop]),
        ]
        taken = kept.chances[stop].argmax(axis=1)
        for place, sample in enumerate(kept.samples):
            image, label = self.images[sample, 0], int(self.labels[sample])
            left = SAMPLES + place * SAMPLE
            placed += _sample(image, label, kept.chances[stop, place], left)
        phrases = (
            f"Digits {run}, after {step:,} of {last:,} steps:",
            f"loss {kept.loss[stop]:.2f} in training, {kept.test_loss[stop]:.2f} on test digits;",
            f"{kept.accuracy[stop]:.2%} of 2,000 test digits are read right.".replace("%", " %"),
            _worst(kept.confusion[stop]),
            "The five samples are taken for " + _listed(taken) + "; they are "
            f"{_listed(self.labels[kept.samples])}.",
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


def _worst(confusion: np.ndarray) -> str:
    """Say which confusion is the most frequent one."""
    wrong = confusion - np.diag(confusion.diagonal())
    label, taken = (int(each) for each in np.unravel_index(wrong.argmax(), wrong.shape))
    count = _times(int(wrong[label, taken]))
    return f"Most often {_a(label)} is taken for {_a(taken)}: {count}."


def _a(digit: int) -> str:
    return f"an {digit}" if digit == 8 else f"a {digit}"


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _listed(values: Any) -> str:
    *before, last = (str(int(value)) for value in values)
    return f"{', '.join(before)} and {last}"


# Loss -------------------------------------------------------------------------------------------


def _curves(kept: StoredRun, stop: int) -> list[Placed]:
    steps = tuple(kept.steps.tolist())
    training = _line(steps, tuple(kept.loss[: stop + 1].round(3).tolist()), False)
    test = _line(steps, tuple(kept.test_loss[: stop + 1].round(3).tolist()), True)
    here = AXIS + steps[stop] / steps[-1] * ACROSS
    return [
        Placed(pieces.heading("loss"), AXIS + 20, TOP - 10),
        Placed(_axes(steps[-1]), AXIS, TOP),
        Placed(test, AXIS, TOP),
        Placed(training, AXIS, TOP),
        Placed(_dot(), here, TOP + _height(kept.loss[stop])),
    ]


def _height(loss: float) -> float:
    return round((1 - min(loss, HIGHEST) / HIGHEST) * DOWN, 1)


@lru_cache(maxsize=8)
def _axes(last: int) -> Part:
    words = [
        f'<text x="-5" y="{number(_height(loss) + 4)}" text-anchor="end">{loss}</text>'
        for loss in (0, 1, 2)
    ]
    words.append(f'<text y="{DOWN + 14}">0</text>')
    words.append(f'<text x="{ACROSS}" y="{DOWN + 14}" text-anchor="end">step {last:,}</text>')
    lines = "".join(f"M0 {number(_height(loss))}H{ACROSS}" for loss in (1, 2))
    key = (
        f'<path d="M70 8h18" stroke="{WRONG}" stroke-width="2.5"/>'
        f'<text x="92" y="12" text-anchor="start">training</text>'
        f'<path d="M70 22h18" stroke="{PEN}" stroke-width="2.5" '
        'stroke-dasharray="4 3"/><text x="92" y="26" text-anchor="start">test</text>'
    )
    return Part(
        f'<path d="M0 0V{DOWN}H{ACROSS}" fill="none" stroke="{PEN}"/>'
        f'<path d="{lines}" stroke="{QUIET}" stroke-width="0.5"/>'
        f'<g font-size="11" fill="{QUIET}">{"".join(words)}{key}</g>'
    )


@lru_cache(maxsize=256)
def _line(steps: tuple[int, ...], losses: tuple[float, ...], test: bool) -> Part:
    points = [
        f"{number(round(step / steps[-1] * ACROSS, 1))} {number(_height(loss))}"
        for step, loss in zip(steps, losses)
    ]
    look = f'stroke="{PEN}" stroke-dasharray="4 3"' if test else f'stroke="{WRONG}"'
    return Part(f'<path d="M{"L".join(points)}" fill="none" {look} stroke-width="2.5"/>')


@lru_cache(maxsize=1)
def _dot() -> Part:
    return Part(f'<circle r="4.5" fill="{WRONG}" stroke="{INK}"/>')


# Filters and digits -----------------------------------------------------------------------------


def _picture(levels: np.ndarray, gray: bool, width: float, height: float) -> Part:
    from cnnhelpers.draw.filtered import palette_png  # loads Matplotlib, for its colours

    address = base64.b64encode(palette_png(levels, gray)).decode("ascii")
    size = f'width="{number(width)}" height="{number(height)}"'
    return Part(
        f'<image href="data:image/png;base64,{address}" {size} preserveAspectRatio="none" '
        f'style="image-rendering:pixelated"/>'
    )


@lru_cache(maxsize=256)
def _filters(data: bytes) -> Part:
    """Return 20 filters in rows of five, blue to red around 0, all on one scale."""
    filters = np.frombuffer(data).reshape(-1, 5, 5)
    levels = np.rint((filters / np.abs(filters).max() + 1) / 2 * 254).astype(np.uint8)
    rows = len(filters) // COLUMNS
    sheet = np.full((6 * rows - 1, 6 * COLUMNS - 1), 127, np.uint8)  # white between them
    for place, each in enumerate(levels):
        row, column = divmod(place, COLUMNS)
        sheet[6 * row : 6 * row + 5, 6 * column : 6 * column + 5] = each
    picture = _picture(sheet, False, sheet.shape[1] * DOT, sheet.shape[0] * DOT)
    edges = "".join(
        f'<rect x="{place % COLUMNS * 6 * DOT}" y="{place // COLUMNS * 6 * DOT}" '
        f'width="{5 * DOT}" height="{5 * DOT}"/>'
        for place in range(len(filters))
    )
    return Part(f'{picture.markup}<g fill="none" stroke="#9a9a9a">{edges}</g>')


@lru_cache(maxsize=16)
def _digit(data: bytes) -> Part:
    image = np.frombuffer(data, np.float32).reshape(28, 28)
    return _picture(np.rint(image * 254).astype(np.uint8), True, 42, 42)


def _sample(image: np.ndarray, label: int, chances: np.ndarray, left: float) -> list[Placed]:
    """Return a digit, its ten probabilities as bars, and what the network takes it for."""
    taken = int(chances.argmax())
    foot = 246
    return [
        Placed(_digit(image.tobytes()), left, 145),
        Placed(_verdict(taken, taken == label), left + 56, 171),
        *(
            Placed(_bar(round(float(chance), 2), place == label), left + 7 * place, foot)
            for place, chance in enumerate(chances)
        ),
        Placed(_numerals(), left, foot),
    ]


@lru_cache(maxsize=32)
def _verdict(taken: int, right: bool) -> Part:
    colour, mark = (PEN, "✓") if right else (WRONG_INK, "✗")
    return Part(
        f'<g fill="{colour}" font-weight="600"><text font-size="16">{taken}</text>'
        f'<text y="16" font-size="13">{mark}</text></g>'
    )


@lru_cache(maxsize=256)
def _bar(chance: float, right: bool) -> Part:
    """Return the bar of a class, from 0 to 1 upwards; that of the right class has an outline."""
    height = number(round(chance * BARS, 1))
    fill = ROLES["output"].fill if right else WRONG
    frame = f'<rect y="{-BARS}" width="6" height="{BARS}" fill="none" stroke="{QUIET}"/>'
    return Part(
        f'<rect y="-{height}" width="6" height="{height}" fill="{fill}"/>{frame if right else ""}'
    )


@lru_cache(maxsize=1)
def _numerals() -> Part:
    words = "".join(
        f'<text class="fine" x="{7 * digit + 3}" y="10" font-size="8.5">{digit}</text>'
        for digit in range(10)
    )
    return Part(f'<path d="M0 0h69" stroke="{PEN}"/><g fill="{QUIET}">{words}</g>')


# Confusion matrix -------------------------------------------------------------------------------


def _matrix(confusion: np.ndarray) -> list[Placed]:
    top = TOP + 18
    placed = [
        Placed(pieces.heading("taken for"), MATRIX + 5 * CELL, TOP - 10),
        Placed(_frame(), MATRIX, top),
    ]
    for (row, column), count in np.ndenumerate(confusion):
        if count:
            cell = _cell(int(count), bool(row == column))
            placed.append(Placed(cell, MATRIX + column * CELL, top + row * CELL))
    return placed


@lru_cache(maxsize=1)
def _frame() -> Part:
    words = "".join(
        f'<text x="{(digit + 0.5) * CELL}" y="-4">{digit}</text>'
        f'<text x="-8" y="{(digit + 0.5) * CELL + 4}">{digit}</text>'
        for digit in range(10)
    )
    lines = "".join(
        f"M0 {line * CELL}H{10 * CELL}M{line * CELL} 0V{10 * CELL}" for line in range(11)
    )
    return Part(
        f'<path d="{lines}" stroke="#d0d0d0"/><g font-size="11" fill="{PEN}">{words}</g>'
        f'<text font-size="12" font-weight="600" fill="{PEN}" '
        f'transform="translate(-22,{5 * CELL}) rotate(-90)">the digit</text>'
    )


def _orange(strength: float) -> str:
    """Return the window's orange, mixed with white: readable under black on any page."""
    parts = (int(WINDOW[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 + strength * (part - 255)):02x}" for part in parts)


@lru_cache(maxsize=512)
def _cell(count: int, right: bool) -> Part:
    """Return a cell; the right answers are green with white numbers, the others orange."""
    if right:
        look, ink = f'fill="{ROLES["output"].fill}"', "#ffffff"
    else:
        look, ink = f'fill="{_orange(min(1.0, 0.15 + count / 15))}"', INK
    return Part(
        f'<rect width="{CELL}" height="{CELL}" {look}/><text class="fine" x="{CELL / 2}" y="14" '
        f'font-size="{9.5 if count > 99 else 10.5}" fill="{ink}">{count}</text>'
    )
