"""AlexNet's sizes, layer by layer, by the size of the input and the padding of the first layer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from cnnhelpers.draw.scene import Part, Placed, Scene
from cnnhelpers.draw.style import INK, QUIET, ROLES, WRONG
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.pieces import line

# name, kernel size, stride, padding (None: the slider's)
LAYERS: tuple[tuple[str, int, int, int | None], ...] = (
    ("conv1", 11, 4, None),
    ("pool1", 3, 2, 0),
    ("conv2", 5, 1, 2),
    ("pool2", 3, 2, 0),
    ("conv3–5", 3, 1, 1),
    ("pool5", 3, 2, 0),
)
LEFT, TOP, STEP = 14, 50, 31


class Size(NamedTuple):
    """One layer: name, the division of its formula, the size after it, and the rows left over."""

    name: str
    division: str
    size: int
    left: int


def sizes(size: int, padding: int) -> list[Size]:
    """Return the sizes along one axis through AlexNet's windows."""
    found = []
    for name, kernel_size, stride, own in LAYERS:
        pad = padding if own is None else own
        room = size + 2 * pad - kernel_size
        division = f"({size} + 2·{pad} − {kernel_size}) / {stride} + 1 = {room / stride + 1:g}"
        size = room // stride + 1
        found.append(Size(name, division, size, room % stride))
    return found


class AlexNetSizesExplorer(Explorer):
    """Follow the size of an image through AlexNet's windows; rows left over are marked.

    Args:
        goals: what to try. A goal can ask for size, padding, sizes (after each of the six windows),
            left (rows left over, summed) and reads (numbers that the first dense layer reads).
    """

    width = 600
    height = TOP + 6 * STEP + 30

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        sliders = [
            Slider("size", "input size", 220, 230, 224),
            Slider("padding", "padding of conv1", 0, 3, 0),
        ]
        super().__init__(sliders, goals=goals)

    def facts(self, **state: int) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`AlexNetSizesExplorer`."""
        found = sizes(**state)
        return {
            "sizes": [each.size for each in found],
            "left": sum(each.left for each in found),
            "reads": 256 * found[-1].size ** 2,
        }

    def draw(self, **state: int) -> Scene:
        """Return the scene of a state; see :class:`AlexNetSizesExplorer`."""
        found, reads = sizes(**state), self.facts(**state)["reads"]
        heading = f"Input {state['size']}, padding {state['padding']}"
        placed = [
            Placed(line(heading, 14, bold=True), LEFT, 16),
            Placed(line("size after each window, rounded down", 12, QUIET), LEFT, 35),
        ]
        for index, each in enumerate(found):
            y = TOP + index * STEP
            placed += [
                Placed(line(each.name, 13, bold=True), LEFT, y + 13),
                Placed(line(each.division, 13), LEFT + 74, y + 13),
                Placed(_box(each.size, bool(each.left)), 340, y),
            ]
            if each.left:
                rows = "row" if each.left == 1 else "rows"
                placed.append(
                    Placed(line(f"✗ {each.left} {rows} left over", 13, bold=True), 405, y + 13)
                )
        last = found[-1].size
        words = f"fc6 reads 256 · {last} · {last} = {reads:,} numbers"
        placed.append(Placed(line(words, 13, bold=True), LEFT, TOP + 6 * STEP + 12))
        over = [f"{each.name} {each.left}" for each in found if each.left]
        phrases = (
            f"{heading}: sizes {' '.join(str(each.size) for each in found)}.",
            f"Rows left over: {', '.join(over) if over else 'none'}.",
            f"The first dense layer reads {reads:,} numbers.",
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


@lru_cache(maxsize=256)
def _box(size: int, wrong: bool) -> Part:
    """Return a size in a box; pale with a dark corner where rows are left over."""
    look = ROLES["output"]
    fill, edge, ink = ("#fbe9df", WRONG, INK) if wrong else (look.fill, look.edge, look.text)
    corner = f'<path d="M0 0h10L0 10z" fill="{WRONG}"/>' if wrong else ""
    return Part(
        f'<rect width="50" height="25" fill="{fill}" stroke="{edge}" stroke-width="1.5"/>{corner}'
        f'<text x="25" y="17.5" font-size="14" fill="{ink}">{size}</text>'
    )
