"""Two kernels in a row and the one kernel that replaces them, and what breaks that equality."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.numbers import written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, message, wrapped
from cnnhelpers.draw.style import ROLES, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, with_typed
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, ask, submitted
from cnnhelpers.explore.kit.words import counted, listed, terms
from cnnhelpers.functional import conv1d

SIGNAL = [1, 0, 0, 0, 1, 0, 0, 0, 0]
KERNELS = {
    "blur, blur": ([1, 2, 1], [1, 2, 1]),
    "edge, blur": ([-1, 0, 1], [1, 2, 1]),
    "edge, edge": ([-1, 0, 1], [-1, 0, 1]),
}
ZEROS = ("none", "around each layer")
BETWEEN = ("nothing", "ReLU")
SIZE = 3  # of both kernels
JOINT = 2 * SIZE - 1

WIDE, TALL = 32, 24
LEFT = 10
TABLE = LEFT + WIDE + 8, 30 + TALL + 8  # where the products begin
KERNEL = 182  # top of the joint kernel
FIRST = 288  # where x[0] stands
ROWS = (30, 86, 142, 198)  # tops of the four rows at the right
MIDDLE = FIRST + len(SIGNAL) * WIDE / 2


class JointKernelExplorer(Explorer):
    """Put two convolutions of 3 in a row, and replace them by one of 5.

    At the left, each weight of one kernel meets each of the other; the products of a diagonal add
    up to one weight of the joint kernel. At the right, a signal of 9 goes through both layers, and
    below through the one. Outputs that differ are marked. Click a weight or a value and type
    another number; point at a weight of the joint kernel to see its sum.

    Args:
        collapse_conv: a function of your own, called as ``collapse_conv(weight1, weight2)`` with
            weights (1, 1, 1, 3). What it returns is drawn as the joint kernel, and used.
        goals: what to try. A goal can ask for kernels, zeros and between (names), place, first,
            second, joint (the kernels), signal, two and one (the outputs of two layers and of one),
            and differ (the places where they differ, as an index of the signal).

    Raises:
        TypeError: ``collapse_conv`` is no function.
    """

    width = 620
    height = 268
    interval = 700
    typing = Typing(r"[\-−]?\d", "a whole number from −9 to 9")

    def __init__(
        self, collapse_conv: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.collapse_conv = submitted(collapse_conv, "JointKernelExplorer", "collapse_conv")
        controls: list[Control] = [
            Choice("kernels", "kernels", tuple(KERNELS)),
            Choice("zeros", "zeros", ZEROS),
            Choice("between", "between", BETWEEN),
            Slider("place", "place", 0, JOINT - 1, 2),
        ]
        super().__init__(controls, position=True, goals=goals)

    def spec(self) -> dict[str, Any]:
        """Return what the page has to know beforehand: the longest sentence has room, too."""
        return {**super().spec(), "room": 280}

    # Numbers ------------------------------------------------------------------------------------

    def signal(self, typed: Mapping[str, str] | None = None) -> np.ndarray:
        """Return the (9,) values of the signal."""
        return with_typed(np.array(SIGNAL, dtype=np.float64), "x", typed or {})

    def pair(
        self, kernels: str, typed: Mapping[str, str] | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the two kernels, (3,) each."""
        first, second = (np.array(kernel, dtype=np.float64) for kernel in KERNELS[kernels])
        return (
            with_typed(first[:, None], f"{kernels}, first", typed or {})[:, 0],  # a column
            with_typed(second, f"{kernels}, second", typed or {}),
        )

    def joint(self, kernels: str, typed: Mapping[str, str] | None = None) -> np.ndarray:
        """Return the (5,) joint kernel."""
        return np.convolve(*self.pair(kernels, typed))

    def answer(self, kernels: str, typed: Mapping[str, str] | None = None) -> Answer:
        """Return what is drawn as the joint kernel: the learner's answer, or the joint kernel."""
        if self.collapse_conv is None:
            return Answer(self.joint(kernels, typed)[None, None, None])
        first, second = (kernel[None, None, None] for kernel in self.pair(kernels, typed))
        return ask(self.collapse_conv, first, second, shape=(1, 1, 1, JOINT))

    def layers(
        self, kernels: str, zeros: str, between: str, typed: Mapping[str, str] | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return what the first layer gives, behind the ReLU if there is one, and the second."""
        first, second = self.pair(kernels, typed)
        made = _convolved(self.signal(typed), first, zeros)
        if between == "ReLU":
            made = np.maximum(made, 0)
        return made, _convolved(made, second, zeros)

    def facts(self, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`JointKernelExplorer`."""
        settings = {name: value for name, value in state.items() if name != "place"}
        frame = _Frame(self, **settings)
        if frame.one is None:
            return None
        first, second = self.pair(settings["kernels"], settings["typed"])
        return {
            "first": first.tolist(),
            "second": second.tolist(),
            "joint": frame.kernel.tolist(),
            "signal": self.signal(settings["typed"]).tolist(),
            "two": frame.two.tolist(),
            "one": frame.one.tolist(),
            "differ": frame.differ,
        }

    def positions(self, **settings: Any) -> int:
        """Return the number of weights of the joint kernel."""
        return JOINT

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`JointKernelExplorer`."""
        settings = {name: value for name, value in state.items() if name != "place"}
        return _Frame(self, **settings).scene(state["place"])


def _convolved(x: np.ndarray, kernel: np.ndarray, zeros: str) -> np.ndarray:
    padding = 0 if zeros == "none" else len(kernel) // 2
    return conv1d(x[None, None], kernel[None, None], padding=padding)[0, 0]


class _Frame:
    """What all places of one setting share."""

    def __init__(
        self, e: JointKernelExplorer, kernels: str, zeros: str, between: str, typed: Any
    ) -> None:
        self.kernels, self.zeros, self.between = kernels, zeros, between
        self.size = e.width, e.height
        self.x = e.signal(typed)
        self.first, self.second = e.pair(kernels, typed)
        self.right = e.joint(kernels, typed)
        self.middle, self.two = e.layers(kernels, zeros, between, typed)
        answer = e.answer(kernels, typed)
        self.problem, self.kernel = answer.problem, self.right
        if answer.array is not None and not answer.problem:
            self.kernel = answer.array[0, 0, 0]
        self.wrong = (~np.isclose(self.kernel, self.right)).tolist()
        self.one: np.ndarray | None = None
        self.differ: list[int] = []
        self.start = (len(self.x) - len(self.two)) // 2  # the place of the first output
        if not answer.problem:
            self.one = _convolved(self.x, self.kernel, zeros)
            apart = ~np.isclose(self.one, self.two)
            self.differ = [self.start + int(index) for index in np.flatnonzero(apart)]

    def scene(self, place: int) -> Scene:
        """Return the scene of one place of the joint kernel."""
        placed = [*self._table(place), *self._joint(place), *self._rows()]
        return Scene(
            *self.size, tuple(placed), tuple(self._phrases(place)), regions=self._regions()
        )

    def _pairs(self, place: int) -> list[tuple[int, int]]:
        """Return which weights of the two kernels meet at a place of the joint kernel."""
        return [(u, place - u) for u in range(SIZE) if 0 <= place - u < SIZE]

    def _table(self, place: int) -> list[Placed]:
        """Return both kernels and all products; those of the place are outlined."""
        first, second = written(self.first[None])[0], written(self.second[None])[0]
        left, top = TABLE
        products = written(np.outer(self.first, self.second))
        column = pieces.cached_block(tuple((word,) for word in first), "kernel", WIDE, TALL)
        row = pieces.cached_block((tuple(second),), "kernel", WIDE, TALL)
        table = pieces.cached_block(pieces.frozen(products), "plain", WIDE, TALL)
        placed = [
            Placed(pieces.title("first"), LEFT, top - 14),
            Placed(pieces.title("second kernel"), left, 14),
            Placed(column, LEFT, top),
            Placed(row, left, 30),
            Placed(table, left, top),
            Placed(pieces.title("products"), left + SIZE * WIDE + 10, top + SIZE * TALL / 2),
        ]
        frame = pieces.outline(WIDE - 4, TALL - 4)
        placed += [
            Placed(frame, left + v * WIDE + 2, top + u * TALL + 2) for u, v in self._pairs(place)
        ]
        return placed

    def _joint(self, place: int) -> list[Placed]:
        amount = sum(self.wrong)
        heading, colour = "joint kernel: a diagonal's sum", ""
        if amount:
            heading, colour = f"your joint kernel, {amount} of {JOINT} wrong", WRONG_INK
        words = pieces.line(heading, pieces.HEAD, colour, True) if colour else pieces.title(heading)
        placed = [Placed(words, LEFT, KERNEL - 14)]
        if self.problem:
            lines = message(wrapped(self.problem, 34), 12)
            return [*placed, Placed(lines, LEFT + 110, KERNEL + 30)]
        texts = written(self.kernel[None])[0]
        cells = Group(
            tuple(
                Placed(_weight(text, wrong), index * WIDE, 0)
                for index, (text, wrong) in enumerate(zip(texts, self.wrong, strict=True))
            )
        )
        equation = pieces.line(f"{self._sum(place)}", 12, bold=True)
        return [
            *placed,
            Placed(cells, LEFT, KERNEL),
            Placed(pieces.outline(WIDE, TALL), LEFT + place * WIDE, KERNEL),
            Placed(equation, LEFT, KERNEL + TALL + 20),
        ]

    def _sum(self, place: int) -> str:
        first, second = written(self.first[None])[0], written(self.second[None])[0]
        pairs = self._pairs(place)
        products = terms([first[u] for u, _ in pairs], [second[v] for _, v in pairs])
        total = written(self.right[None])[0][place]
        return f"{' + '.join(products)} = {total}"

    def _rows(self) -> list[Placed]:
        """Return the signal, what each layer makes of it, and what the one layer does."""
        relu = self.between == "ReLU"
        titles = (
            "input",
            "after the first kernel" + (" and ReLU" if relu else ""),
            "after the second: two layers",
            "joint kernel: one layer",
        )
        placed = [
            Placed(pieces.title(title), FIRST, top - 14)
            for title, top in zip(titles, ROWS, strict=True)
        ]
        middle = (len(self.x) - len(self.middle)) // 2
        for values, top, start, kind in (
            (self.x, ROWS[0], 0, "input"),
            (self.middle, ROWS[1], middle, "plain"),
        ):
            texts = pieces.frozen(written(values[None]))
            x = FIRST + start * WIDE
            placed.append(Placed(pieces.cached_block(texts, kind, WIDE, TALL), x, top))
            if self.zeros != "none":
                placed += [
                    Placed(_zero(), FIRST - WIDE, top),
                    Placed(_zero(), FIRST + len(self.x) * WIDE, top),
                ]
        x = FIRST + self.start * WIDE
        two = pieces.answer_cells(written(self.two[None]), [[False] * len(self.two)], WIDE, TALL)
        placed.append(Placed(two, x, ROWS[2]))
        if self.one is not None:
            marks = [[self.start + index in self.differ for index in range(len(self.one))]]
            one = pieces.answer_cells(written(self.one[None]), marks, WIDE, TALL)
            placed.append(Placed(one, x, ROWS[3]))
            colour = WRONG_INK if self.differ else ""
            words = pieces.heading(self._verdict(), colour)
            placed.append(Placed(words, MIDDLE, ROWS[3] + TALL + 18))
        return placed

    def _verdict(self) -> str:
        assert self.one is not None
        if not self.differ:
            return f"all {len(self.two)} are equal"
        return f"{len(self.differ)} of {len(self.two)} differ"

    def _phrases(self, place: int) -> list[str]:
        def said(values: np.ndarray) -> str:
            return " ".join(written(values[None])[0])

        zeros = "no zeros" if self.zeros == "none" else "zeros around each layer"
        between = "ReLU" if self.between == "ReLU" else "nothing"
        phrases = [
            f"Kernels {said(self.first)} and {said(self.second)}, {zeros}, {between} between the "
            f"layers: the joint kernel is {said(self.right)}.",
            f"Its place {place}: {self._sum(place)}.",
            f"Two layers give {said(self.two)}.",
        ]
        if self.one is None:
            return [*phrases, self.problem]
        if any(self.wrong):
            phrases.append(
                f"Your joint kernel is {said(self.kernel)}, {sum(self.wrong)} of {JOINT} wrong."
            )
        if not self.differ:
            return [*phrases, f"One layer gives the same: all {len(self.two)} are equal."]
        verb = "differs" if len(self.differ) == 1 else "differ"
        which = listed([str(index - self.start) for index in self.differ])
        noun = counted(len(self.differ), "output").split()[1]
        phrases.append(
            f"One layer gives {said(self.one)}: {noun} {which} of 0 to {len(self.one) - 1} {verb}."
        )
        return phrases

    def _regions(self) -> tuple[Region, ...]:
        left, top = TABLE
        first, second = written(self.first[None])[0], written(self.second[None])[0]
        signal = written(self.x[None])[0]
        places = tuple(range(JOINT))
        shape = WIDE, TALL
        regions = [
            Region("first kernel", LEFT, top, *shape, SIZE, 1, types=f"{self.kernels}, first",
                   texts=tuple(first)),
            Region("second kernel", left, 30, *shape, 1, SIZE, types=f"{self.kernels}, second",
                   texts=tuple(second)),
            Region("products", left, top, *shape, SIZE, SIZE, "place",
                   tuple(u + v for u in range(SIZE) for v in range(SIZE))),
            Region("input", FIRST, ROWS[0], *shape, 1, len(signal), types="x",
                   texts=tuple(signal)),
        ]  # fmt: skip
        if not self.problem:
            regions.append(Region("joint kernel", LEFT, KERNEL, *shape, 1, JOINT, "place", places))
        return tuple(regions)


@lru_cache(maxsize=4096)
def _weight(content: str, wrong: bool) -> Part:
    if wrong:
        return pieces.answer_cell(content, True, WIDE, TALL)
    return cell(content, ROLES["kernel"], WIDE, TALL, pieces.letters(content, WIDE, TALL))


@lru_cache(maxsize=1)
def _zero() -> Part:
    return cell("0", ROLES["padding"], WIDE, TALL, pieces.letters("0", WIDE, TALL))
