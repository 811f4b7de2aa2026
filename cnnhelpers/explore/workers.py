"""The time of a step on 1 to 1,024 workers: bars of computing and of sending."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from cnnhelpers.draw.scene import Part, Placed, Scene, number, text
from cnnhelpers.draw.style import QUIET, ROLES, WINDOW, WINDOW_CASING
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.words import counted

POWERS = range(11)  # of 2: 1 to 1,024 workers
OPERATIONS = 1e13  # a second, of one worker: a graphics processor of some years ago
PASSES = 3  # a step is about three forward passes: one forward, two backward


class Network(NamedTuple):
    """What a network costs: its parameters, and its multiply-adds for one image."""

    parameters: int
    macs: int


NETWORKS = {
    "LeNet": Network(1_256_080, 6_522_000),
    "ResNet-18": Network(11_689_512, 1_814_073_344),
    "ResNet-50": Network(25_557_032, 4_089_184_256),
    "VGG-16": Network(138_357_544, 15_470_264_320),
}
LINKS = {"1 Gbit/s": 1e9, "10 Gbit/s": 1e10, "100 Gbit/s": 1e11, "400 Gbit/s": 4e11}
BATCHES = {"32 each": (32, True), "256 each": (256, True), "256 shared": (256, False)}
ORDERS = ("one after the other", "overlapping")

LEFT, TOP, STEP, BAR = 68, 22, 33, 24
ACROSS, DOWN = STEP * len(POWERS), 176
SIDE = LEFT + ACROSS + 14


class Step(NamedTuple):
    """Seconds of one step: of computing, of sending, and of the whole."""

    computing: float
    sending: float
    whole: float


class WorkersExplorer(Explorer):
    """See how long a step takes on 1 to 1,024 workers, and what of it is sending.

    A worker does 10¹³ operations a second, an assumption, and a step costs three forward passes.
    The gradients, 4 bytes each, go round a ring. "256 shared" is one batch for all workers, the
    others are a batch for each of them. Overlapping, sending is hidden behind computing as far as
    it goes.

    Args:
        goals: what to try. A goal can ask for network, link, batch and order (names), workers,
            speed_up (images a second, beside one worker), busy (the share of the time that a worker
            computes), computing and sending (seconds); the last five are None where a worker has
            no image.
    """

    width = SIDE + 178
    height = TOP + DOWN + 42
    interval = 500

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("network", "network", tuple(NETWORKS), "ResNet-50"),
            Choice("link", "link", tuple(LINKS), "10 Gbit/s"),
            Choice("batch", "images", tuple(BATCHES)),
            Choice("order", "computing and sending", ORDERS),
            Slider("power", "workers: 2 to the", POWERS[0], POWERS[-1], 3),
        ]
        super().__init__(controls, position=True, goals=goals)

    def positions(self, **settings: Any) -> int:
        """Return in how many sizes the workers come."""
        return len(POWERS)

    def step(self, network: str, link: str, batch: str, order: str, power: int) -> Step | None:
        """Return the times of one step; None where some workers would have no image."""
        workers = 2**power
        images, each = BATCHES[batch]
        if not each and workers > images:
            return None
        share = images if each else images / workers
        cost = NETWORKS[network]
        computing = PASSES * 2 * cost.macs * share / OPERATIONS
        sending = 2 * (workers - 1) / workers * cost.parameters * 32 / LINKS[link]
        longer = max(computing, sending)
        whole = longer if order == "overlapping" else computing + sending
        return Step(computing, sending, whole)

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`WorkersExplorer`."""
        step, alone = self.step(**state), self.step(**{**state, "power": 0})
        if step is None or alone is None:
            names = ("speed_up", "busy", "computing", "sending")
            return {"workers": 2 ** state["power"], **dict.fromkeys(names)}
        gain = 2 ** state["power"] if BATCHES[state["batch"]][1] else 1
        return {
            "workers": 2 ** state["power"],
            "speed_up": gain * alone.whole / step.whole,
            "busy": step.computing / step.whole,
            "computing": step.computing,
            "sending": step.sending,
        }

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`WorkersExplorer`."""
        steps = [self.step(**{**state, "power": power}) for power in POWERS]
        top = _round_up(max(step.whole for step in steps if step))
        overlapping = state["order"] == "overlapping"
        placed = [Placed(_axes(top), 0, 0)]
        for power, step in zip(POWERS, steps):
            across = LEFT + power * STEP + (STEP - BAR) / 2
            heights = (0, 0) if step is None else (
                _high(step.computing, top), _high(step.sending, top)
            )  # fmt: skip
            part = _nobody() if step is None else _bars(*heights, overlapping)
            placed.append(Placed(part, across, TOP + DOWN))
        chosen = LEFT + state["power"] * STEP
        placed.append(Placed(_frame(), chosen, TOP - 4))
        placed.append(Placed(_legend(), SIDE, TOP + 4))
        facts = self.facts(**state)
        placed += [
            Placed(pieces.line(words, 12, bold=not index), SIDE, TOP + 66 + 19 * index)
            for index, words in enumerate(_lines(facts))
        ]
        return Scene(self.width, self.height, tuple(placed), self._phrases(state, facts))

    def _phrases(self, state: dict[str, Any], facts: dict[str, Any]) -> tuple[str, ...]:
        workers = counted(facts["workers"], "worker").replace("1024", "1,024")
        settings = ", ".join(state[name] for name in ("network", "link", "batch", "order"))
        start = f"{settings}; {workers}"
        if facts["speed_up"] is None:
            return (
                f"{start}: 256 images cannot be shared by so many workers; some would have none.",
                "The gradient of nothing is no number. Take fewer workers, or a batch for each.",
            )
        return (
            f"{start}: computing takes {seconds(facts['computing'])}, sending "
            f"{seconds(facts['sending'])}.",
            f"{_times(facts['speed_up'])} as many images a second as one worker; "
            f"computing {_percent(facts['busy'])} of the time.",
        )


# Words ------------------------------------------------------------------------------------------


def seconds(value: float) -> str:
    """Return a time as text, with two digits: 3.2 s, 0.047 s."""
    if value == 0:
        return "0 s"
    rounded = float(f"{value:.1e}")
    decimals = max(0, 1 - math.floor(math.log10(rounded)))
    return f"{rounded:.{decimals}f} s"


def _times(value: float) -> str:
    decimals = 0 if value >= 9.95 else 1
    return f"{value:,.{decimals}f} times"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share > 0.0095 else "under 1 %"


def _lines(facts: dict[str, Any]) -> list[str]:
    workers = counted(facts["workers"], "worker").replace("1024", "1,024")
    if facts["speed_up"] is None:
        return [workers, "some have no image"]
    return [
        workers,
        f"computing {seconds(facts['computing'])}",
        f"sending {seconds(facts['sending'])}",
        f"images a second: {_times(facts['speed_up']).removesuffix(' times')} ×",
        f"{_percent(facts['busy'])} computing",
    ]


# Pieces -----------------------------------------------------------------------------------------


def _round_up(value: float) -> float:
    """Return the next of 1, 2, 3, 4, 6, 8, 10, 20, … above a value."""
    power = 10.0 ** (len(f"{int(value * 1e6)}") - 1) / 1e6
    return next(power * step for step in (1, 2, 3, 4, 6, 8, 10) if power * step >= value)


def _high(value: float, top: float) -> float:
    return round(value / top * DOWN, 1)


@lru_cache(maxsize=64)
def _axes(top: float) -> Part:
    """Return the frame with four heights, and the numbers of workers below."""
    parts = []
    for quarter in range(5):
        y = number(TOP + DOWN * (1 - quarter / 4))
        parts.append(f'<path d="M{LEFT} {y}h{ACROSS}" stroke="{QUIET}" stroke-width="0.5"/>')
        words = text(_tick(top * quarter / 4), 11, colour=QUIET, anchor="end").markup
        parts.append(f'<g transform="translate({LEFT - 5},{y})">{words}</g>')
    for power in POWERS:
        x = number(LEFT + (power + 0.5) * STEP)
        words = text(str(2**power), 11, colour=QUIET).markup
        parts.append(f'<g transform="translate({x},{TOP + DOWN + 14})">{words}</g>')
    below = text("workers", 12, colour=QUIET, bold=True).markup
    above = text("a step takes", 12, colour=QUIET, bold=True, anchor="start").markup
    parts.append(f'<g transform="translate({LEFT + ACROSS // 2},{TOP + DOWN + 31})">{below}</g>')
    parts.append(f'<g transform="translate(6,{TOP - 14})">{above}</g>')
    return Part("".join(parts))


def _tick(value: float) -> str:
    if value == 0:
        return "0"
    return f"{float(f'{value:.4g}'):g} s"


def _box(kind: str, x: float, y: float, width: float, height: float) -> str:
    """Return a bar: computing is green and plain, sending is magenta with slanting lines."""
    look = ROLES[kind]
    box = (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
        f'height="{number(height)}" fill="{look.fill}" stroke="{look.edge}"/>'
    )
    if kind == "gradient":
        lines = "".join(
            f"M{number(x)} {number(round(y + start, 1))}l{number(width)} -5"
            for start in range(8, int(height), 7)
        )
        box += f'<path d="{lines}" stroke="#ffffff"/>' if lines else ""
    return box


@lru_cache(maxsize=8192)
def _bars(computing: float, sending: float, overlapping: bool) -> Part:
    """Return the bars of one number of workers, above 0: on each other, or side by side."""
    if overlapping:
        half = BAR / 2
        return Part(
            _box("output", 0, -computing, half, computing)
            + _box("gradient", half, -sending, half, sending)
        )
    lower = _box("output", 0, -computing, BAR, computing)
    return Part(lower + _box("gradient", 0, -computing - sending, BAR, sending))


@lru_cache(maxsize=1)
def _nobody() -> Part:
    """Return what stands where there are more workers than images."""
    return Part(
        f'<path d="M4 -4L{BAR - 4} {-BAR + 4}M4 {-BAR + 4}L{BAR - 4} -4" stroke="{QUIET}" '
        'stroke-width="1.5"/>'
    )


@lru_cache(maxsize=1)
def _frame() -> Part:
    """Return the thick frame around the chosen number of workers."""
    box = f'<rect x="1" width="{STEP - 2}" height="{DOWN + 26}" rx="3" fill="none"'
    return Part(
        f'{box} stroke="{WINDOW_CASING}" stroke-width="4"/>'
        f'{box} stroke="{WINDOW}" stroke-width="2"/>'
    )


@lru_cache(maxsize=1)
def _legend() -> Part:
    parts = []
    for index, (kind, words) in enumerate((("output", "computing"), ("gradient", "sending"))):
        row = _box(kind, 0, -7, 22, 14)
        parts.append(
            f'<g transform="translate(0,{22 * index})">{row}'
            f'<g transform="translate(30,0)">{pieces.line(words, 12).markup}</g></g>'
        )
    return Part("".join(parts))
