"""The backward pass of max pooling: which pixel of a window gets the gradient, and ties."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.numbers import written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, message, number, wrapped
from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, with_typed
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.digits import POWERS, as_rows, as_text, digit_cells
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, accepted, ask, submitted
from cnnhelpers.explore.kit.words import listed
from cnnhelpers.shapes import output_size, times

# As after a ReLU: many zeros, and some values that are equal.
INPUT = [
    [0, 0, 3, 1, 0],
    [2, 2, 0, 1, 0],
    [0, 5, 0, 0, 0],
    [1, 0, 4, 4, 0],
    [0, 0, 0, 4, 6],
]
SIDE = 5
RULES = ("first", "share", "all")
SUMS = ("+=", "=")

LEFT, TOP = 8, 22
SMALL = (32, 24)  # a cell of grad_output
WIDE = (38, 30)  # a cell of x and of grad_x
IMAGE = 170  # where x begins
RIGHT = 388  # and grad_x
BELOW = TOP + SIDE * WIDE[1]

Place = tuple[int, int]


class PoolRouterExplorer(Explorer):
    """Send gradients back through max pooling: each goes to the largest value of its window.

    The first four windows have the gradients 1, 10, 100 and 1000, all others 0. Where several
    values are the largest, *first* sends to the first of them, as PyTorch's pooling does; *share*
    divides by how many they are; *all* sends everything to each. Point at a window's gradient to go
    there, or click a value and type another digit.

    Args:
        max_pool2d_backward: a function of your own, called as ``max_pool2d_backward(grad_output, x,
            kernel_size, stride=…)`` with one image and one channel. What it returns is drawn for
            the rule *first* with *+=*; a number that differs from the right one is marked.
        goals: what to try. A goal can ask for kernel_size, stride, rule, sum, step, winners (how
            many values of the last window are the largest), grad_x (a list of rows), sent and
            received (the sums of what was sent and of grad_x), most (how many windows have sent to
            one pixel).

    Raises:
        TypeError: ``max_pool2d_backward`` is no function.
    """

    width = RIGHT + SIDE * WIDE[0] + LEFT
    height = BELOW + 48
    interval = 700
    typing = Typing(r"\d", "a digit from 0 to 9")

    def __init__(
        self, max_pool2d_backward: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        name = "max_pool2d_backward"
        self.function = submitted(max_pool2d_backward, "PoolRouterExplorer", name)
        controls: list[Control] = [
            Slider("kernel_size", "kernel size", 2, 3, 2),
            Slider("stride", "stride", 1, 3, 2),
            Choice("rule", "ties", RULES),
            Choice("sum", "sum", SUMS),
            Slider("step", "step", 0, 4, 4),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def input(self, typed: Mapping[str, str] | None = None) -> np.ndarray:
        """Return the (5, 5) image."""
        return with_typed(np.array(INPUT, dtype=np.float64), "x", typed or {})

    def senders(self, kernel_size: int, stride: int) -> list[Place]:
        """Return the windows whose gradient is not 0: the first two of the first two rows."""
        most = min(2, output_size(SIDE, kernel_size, stride))
        return list(np.ndindex(most, most))

    def winners(self, place: Place, x: np.ndarray, kernel_size: int, stride: int) -> list[Place]:
        """Return the pixels of a window that hold its largest value, row by row."""
        top, left = place[0] * stride, place[1] * stride
        window = x[top : top + kernel_size, left : left + kernel_size]
        return [(top + int(r), left + int(c)) for r, c in np.argwhere(window == window.max())]

    def gradient(
        self, step: int, kernel_size: int, stride: int, rule: str, sum: str, typed: Any = None
    ) -> np.ndarray:
        """Return grad_x after so many windows have sent their gradient."""
        x, found = self.input(typed), np.zeros((SIDE, SIDE))
        for power, place in list(zip(POWERS, self.senders(kernel_size, stride)))[:step]:
            winners = self.winners(place, x, kernel_size, stride)
            if rule == "first":
                winners = winners[:1]
            share = power / len(winners) if rule == "share" else power
            for winner in winners:
                found[winner] = share if sum == "=" else found[winner] + share
        return found

    def answer(self, step: int, **settings: Any) -> Answer:
        """Return what is drawn as grad_x: the learner's answer, or the sum of what was sent."""
        made = self.gradient(step, **settings)
        plain = settings["rule"] == "first" and settings["sum"] == "+="
        if self.function is None or not plain:
            return Answer(made[None, None])
        kernel_size, stride = settings["kernel_size"], settings["stride"]
        side = output_size(SIDE, kernel_size, stride)
        upstream = np.zeros((1, 1, side, side))
        for power, (i, j) in list(zip(POWERS, self.senders(kernel_size, stride)))[:step]:
            upstream[0, 0, i, j] = power
        x = self.input(settings.get("typed"))[None, None]
        options = {"stride": stride} if accepted(self.function, ("stride",)) else {}
        return ask(self.function, upstream, x, kernel_size, shape=x.shape, **options)

    def positions(self, **settings: Any) -> int:
        """Return the number of steps: a window each, and one before them."""
        return 1 + len(self.senders(settings["kernel_size"], settings["stride"]))

    def facts(self, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`PoolRouterExplorer`."""
        step, size, stride = state["step"], state["kernel_size"], state["stride"]
        x, senders = self.input(state.get("typed")), self.senders(size, stride)
        each = [self.winners(place, x, size, stride) for place in senders[:step]]
        to = [
            place for winners in each for place in winners[: 1 if state["rule"] == "first" else 9]
        ]
        grad_x = self.gradient(**state)
        return {
            "winners": len(each[-1]) if each else 0,
            "grad_x": grad_x.tolist(),
            "sent": float(sum(POWERS[:step])),
            "received": float(grad_x.sum()),
            "most": max((to.count(place) for place in to), default=0),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`PoolRouterExplorer`."""
        step, size, stride = state["step"], state["kernel_size"], state["stride"]
        x, senders = self.input(state.get("typed")), self.senders(size, stride)
        placed, regions = self._grids(x, size, stride, step)
        phrases = [
            f"Max pooling {times((size, size))}, stride {stride}, ties: {state['rule']}, "
            f"sum: {state['sum']}. {step} of {len(senders)} windows have sent their gradient."
        ]
        if step:
            placed += self._route(x, senders[step - 1], step, size, stride, state["rule"])
            phrases.append(self._said(x, senders[step - 1], step, size, stride, state["rule"]))
        more, words = self._received(state)
        return Scene(
            self.width, self.height, (*placed, *more), (*phrases, *words), regions=tuple(regions)
        )

    def _grids(
        self, x: np.ndarray, size: int, stride: int, step: int
    ) -> tuple[list[Placed], list[Region]]:
        """Return grad_output and x, and where they can be pointed at."""
        senders, side = self.senders(size, stride), output_size(SIDE, size, stride)
        (wide, tall), texts = SMALL, written(x)
        placed = [
            Placed(pieces.title("grad_output"), LEFT, TOP - 12),
            Placed(pieces.title("x"), IMAGE, TOP - 12),
            Placed(pieces.cached_block(pieces.frozen(texts), "input", *WIDE), IMAGE, TOP),
        ]
        leads = []
        for place in np.ndindex(side, side):
            number_ = senders.index(place) + 1 if place in senders else None
            leads.append(number_)
            sent = number_ is not None and number_ <= step
            content = as_text(float(POWERS[number_ - 1])) if number_ else "0"
            part = cell(content, ROLES["gradient" if sent else "plain"], wide, tall, 12)
            placed.append(Placed(part, LEFT + place[1] * wide, TOP + place[0] * tall))
        return placed, [
            Region("grad_output", LEFT, TOP, wide, tall, side, side, "step", tuple(leads)),
            Region("x", IMAGE, TOP, *WIDE, SIDE, SIDE, types="x",
                   texts=tuple(text for row in texts for text in row)),
        ]  # fmt: skip

    def _route(
        self, x: np.ndarray, place: Place, step: int, size: int, stride: int, rule: str
    ) -> list[Placed]:
        """Return the window, its largest values, and arrows to those that get something."""
        (wide, tall), (width, height) = SMALL, WIDE
        winners = self.winners(place, x, size, stride)
        to = winners[:1] if rule == "first" else winners
        outline = pieces.outline(size * width, size * height)
        here = pieces.outline(wide, tall)
        placed = [
            Placed(
                cell(as_text(float(x[one])), ROLES["kernel"], width, height, 17),
                IMAGE + one[1] * width,
                TOP + one[0] * height,
            )
            for one in winners
        ]
        placed += [
            Placed(outline, IMAGE + place[1] * stride * width, TOP + place[0] * stride * height),
            Placed(here, LEFT + place[1] * wide, TOP + place[0] * tall),
        ]
        start = LEFT + (place[1] + 1) * wide, TOP + (place[0] + 0.5) * tall
        for row, column in to:
            end = IMAGE + column * width + 5, TOP + (row + 0.5) * height
            placed.append(Placed(_arrow(end[0] - start[0], end[1] - start[1]), *start))
        return placed

    def _said(
        self, x: np.ndarray, place: Place, step: int, size: int, stride: int, rule: str
    ) -> str:
        winners = self.winners(place, x, size, stride)
        value, power = as_text(float(x[winners[0]])), POWERS[step - 1]
        where = listed([f"({row}, {column})" for row, column in winners])
        window = f"Window ({place[0]}, {place[1]}): the largest value {value} stands at {where}"
        if len(winners) == 1:
            return f"{window}, which gets {power}."
        if rule == "first":
            row, column = winners[0]
            return f"{window}; the first of them, ({row}, {column}), gets {power}."
        share = as_text(power / len(winners)) if rule == "share" else power
        return f"{window}; each gets {share}."

    def _received(self, state: Mapping[str, Any]) -> tuple[list[Placed], list[str]]:
        """Return grad_x, and what it adds up to."""
        answer, right = self.answer(**state), self.gradient(**state)
        middle = RIGHT + SIDE * WIDE[0] / 2
        placed = [Placed(pieces.title(f"grad_x, by {state['sum']}"), RIGHT, TOP - 12)]
        if answer.problem or answer.array is None:
            lines = wrapped(answer.problem, 26)
            return [*placed, Placed(message(lines, 12), middle, TOP + 70)], [answer.problem]
        given = answer.array[0, 0]
        digit = state["step"] - 1 if state["step"] else None
        cells = digit_cells(given, right, digit, *WIDE)
        sent = float(sum(POWERS[: state["step"]]))
        line = f"sent {as_text(sent)}, received {as_text(float(given.sum()))}"
        placed += [
            Placed(Group(tuple(cells)), RIGHT, TOP),
            Placed(pieces.label(line, 13, bold=True), middle, BELOW + 22),
        ]
        phrases = [f"grad_x reads {as_rows(given)}.", f"{line.capitalize()}."]
        amount = int((given != right).sum())
        if amount:
            phrases.append(f"{amount} of {right.size} numbers of your function are wrong.")
        return placed, phrases


def _arrow(dx: float, dy: float) -> Part:
    """Return an arrow from 0 to (dx, dy)."""
    length = float(np.hypot(dx, dy)) or 1.0
    ux, uy = dx / length, dy / length
    tip = (
        f"M{number(round(dx, 1))} {number(round(dy, 1))}"
        f"L{number(round(dx - 9 * ux - 4 * uy, 1))} {number(round(dy - 9 * uy + 4 * ux, 1))}"
        f"L{number(round(dx - 9 * ux + 4 * uy, 1))} {number(round(dy - 9 * uy - 4 * ux, 1))}z"
    )
    end = f"{number(round(dx - 8 * ux, 1))} {number(round(dy - 8 * uy, 1))}"
    edge, fill = ROLES["gradient"].edge, ROLES["gradient"].fill
    return Part(
        f'<path d="M0 0L{end}" stroke="#ffffff" stroke-width="4.5"/>'
        f'<path d="M0 0L{end}" stroke="{fill}" stroke-width="2"/>'
        f'<path d="{tip}" fill="{fill}" stroke="{edge}" stroke-width="0.5"/>'
    )
