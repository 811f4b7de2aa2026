"""The receptive field: which inputs one output sees through a stack of layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WINDOW, WINDOW_CASING
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, with_typed
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.judged import ask_number
from cnnhelpers.explore.kit.learner import submitted
from cnnhelpers.explore.kit.words import counted
from cnnhelpers.functional import conv1d_backward
from cnnhelpers.shapes import ReceptiveField, Window, effective_kernel_size, receptive_field

KERNEL, STRIDE, DILATION, DEPTH = 5, 3, 3, 5
OUTPUTS = 3  # drawn in the last layer
FORMULA = "field = 1 + sum over the layers of (K − 1) × D × the product of the strides before"

LEFT, NAMES = 8, 180  # where the names of the rows begin, and where the rows do
NUMBERS = LEFT + 52  # where a layer's K, S and D stand
CELL, TALL = 21, 17  # width and height of one of these numbers
UNIT = 22  # a unit's largest width
ROWS = 104  # from the middle of the input row up to the middle of the output row
BARS = 22
SMALLEST = 4.0  # pixels from unit to unit that still show one beside the other
CONE, CONE_EDGE = "#fdf0d5", "#b07a00"
PALE, PALE_EDGE = "#f4f4f4", "#9a9a9a"

Layer = tuple[int, int, int]  # kernel size, stride, dilation


class ReceptiveFieldExplorer(Explorer):
    """See which inputs one output depends on, through a stack of 1-D layers.

    The sliders set all layers alike; click one of a layer's numbers, K, S or D, to change that
    layer alone. The field is computed twice: by the formula, and measured as the extent of the
    gradient of the chosen output with respect to the input, all weights being one. The gradient,
    drawn below the input, then counts the paths from each input to the output. No padding.

    Args:
        receptive_field: a function of your own, called with a list of (kernel_size, stride,
            dilation), the first layer first. Its answer is judged below the two others.
        goals: what to try. A goal can ask for depth, layers (a list of (kernel_size, stride,
            dilation)), field, read (how many pixels of the field are read), holes (how many are
            not) and jump (how far apart the fields of neighbouring outputs are).

    Raises:
        TypeError: ``receptive_field`` is no function.
    """

    width = 600
    typing = Typing(r"[1-5]", "a whole number from 1 to 5")

    def __init__(
        self, receptive_field: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.receptive_field = submitted(
            receptive_field, "ReceptiveFieldExplorer", "receptive_field"
        )
        self._input = 78 + ROWS + (0 if self.receptive_field is None else 20)
        self.height = self._input + BARS + 32
        self._gradients: dict[tuple[Layer, ...], list[np.ndarray]] = {}
        sliders = [
            Slider("kernel_size", "kernel size K", 1, KERNEL, 3),
            Slider("stride", "stride S", 1, STRIDE, 1),
            Slider("dilation", "dilation D", 1, DILATION, 1),
            Slider("depth", "layers", 1, DEPTH, 3),
            Slider("output", "output", 0, OUTPUTS - 1, 1),
        ]
        super().__init__(sliders, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def layers(
        self, kernel_size: int, stride: int, dilation: int, depth: int, typed: Any = None, **_: int
    ) -> tuple[Layer, ...]:
        """Return kernel size, stride and dilation of each layer, the first layer first."""
        alike = np.array([kernel_size, stride, dilation], dtype=np.float64)
        own = [with_typed(alike, f"layer{index + 1}", typed or {}) for index in range(depth)]
        return tuple((int(k), int(s), int(d)) for k, s, d in own)

    def gradients(self, layers: tuple[Layer, ...]) -> list[np.ndarray]:
        """Return the gradients of the three outputs with respect to each row, the input's first.

        Each is (3, units of the row); the input is just large enough for three outputs.
        """
        if layers not in self._gradients:
            if not layers:
                return [np.eye(OUTPUTS)]
            (kernel_size, stride, dilation), *deeper = layers
            rows = self.gradients(tuple(deeper))
            units = (rows[0].shape[1] - 1) * stride + effective_kernel_size(kernel_size, dilation)
            grad = conv1d_backward(
                rows[0][:, None],
                np.zeros((OUTPUTS, 1, units)),
                np.ones((1, 1, kernel_size)),
                stride=stride,
                dilation=dilation,
            )[0]
            self._gradients[layers] = [grad[:, 0], *rows]
        return self._gradients[layers]

    def facts(self, output: int, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`ReceptiveFieldExplorer`."""
        layers = self.layers(**state)
        field = _fields(layers)[-1]
        read = int(np.count_nonzero(self.gradients(layers)[0][output]))
        return {
            "layers": list(layers),
            "field": field.size,
            "read": read,
            "holes": field.size - read,
            "jump": field.jump,
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, output: int, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`ReceptiveFieldExplorer`."""
        layers = self.layers(**state)
        fields, gradients = _fields(layers), self.gradients(layers)
        seen = [np.flatnonzero(gradient[output]) for gradient in gradients]
        first, last = int(seen[0][0]), int(seen[0][-1])
        cone = _Cone(fields, gradients, seen, self.width - NAMES - LEFT, self._input)
        placed = [*cone.placed(layers)]
        for row, (field, y) in enumerate(zip(fields, cone.heights)):
            placed += _name(row, field, layers[row - 1] if row else None, y)
        paths = gradients[0][output]
        base = self._input + 14 + BARS
        bars = _bars(tuple(paths[first : last + 1].tolist()), cone.pixel)
        placed += [
            *(
                Placed(pieces.heading(word), NUMBERS + (place + 0.5) * CELL, cone.heights[-1] - 17)
                for place, word in enumerate("KSD")
            ),
            Placed(bars, cone.origin, base),
            Placed(pieces.title("gradient"), LEFT, base - 15),
            Placed(pieces.line(f"up to {int(paths.max())}", 11, QUIET), LEFT + 62, base - 15),
            *_ends(first, last, cone.origin, cone.pixel, base + 11),
        ]
        sum_ = f"{_formula(layers)} = {fields[-1].size}"
        measured, read = last - first + 1, len(seen[0])
        where = f"pixel {first}" if measured == 1 else f"pixels {first} to {last}"
        extent = counted(measured, "pixel")
        extent += f", {read} of them read" if read < measured else ""
        measure = f"measured: not zero at input {where}: {extent}"
        placed += [
            Placed(pieces.line(FORMULA, 11, QUIET), LEFT, 11),
            Placed(pieces.line(f"formula: {sum_}", 13, bold=True), LEFT, 29),
            Placed(pieces.line(measure, 12), LEFT, 47),
        ]
        phrases: tuple[str, ...] = (
            f"{_stack(layers)}.",
            f"Formula: {sum_}.",
            f"Measured: the gradient of output {output} is not zero at input {where}: {extent}.",
            f"Neighbouring outputs see fields {counted(fields[-1].jump, 'pixel')} apart.",
        )
        if self.receptive_field is not None:
            judged = ask_number(self.receptive_field, list(layers), true=fields[-1].size)
            placed.append(Placed(judged.line(self.width - 2 * LEFT), LEFT + 6, 67))
            phrases += (judged.words,)
        regions = _regions(layers, tuple(cone.heights))
        return Scene(self.width, self.height, tuple(placed), phrases, regions=regions)


@lru_cache(maxsize=256)
def _fields(layers: tuple[Layer, ...]) -> tuple[ReceptiveField, ...]:
    """Return the field of a unit of each row, the input's first."""
    windows = [Window(kernel, stride, 0, dilation) for kernel, stride, dilation in layers]
    return tuple(receptive_field(windows[:count]) for count in range(len(layers) + 1))


def _formula(layers: tuple[Layer, ...]) -> str:
    """Return the field as the formula's sum, short where all layers are alike."""
    jumps = np.cumprod([1, *(stride for _, stride, _ in layers[:-1])]).tolist()
    if len(set(layers)) == 1:
        kernel, _, dilation = layers[0]
        earlier = " + ".join(map(str, jumps))
        earlier = f"({earlier})" if len(jumps) > 1 else earlier
        return f"1 + ({kernel} − 1)×{dilation}×{earlier}"
    terms = [f"{kernel - 1}×{d}×{jump}" for (kernel, _, d), jump in zip(layers, jumps)]
    return f"1 + {' + '.join(terms)}"


def _stack(layers: tuple[Layer, ...]) -> str:
    """Say which layers there are."""
    if len(set(layers)) == 1:
        kernel, stride, dilation = layers[0]
        return (
            f"{counted(len(layers), 'layer')} with kernel {kernel}, stride {stride}, "
            f"dilation {dilation}"
        )
    each = "; ".join(f"kernel {k}, stride {s}, dilation {d}" for k, s, d in layers)
    return f"{len(layers)} layers: {each}"


# Pieces -----------------------------------------------------------------------------------------

Row = tuple[tuple[float, ...], float, float]  # middles of the units, from one to the next, height


class _Cone:
    """Where the units of each row stand, and which of them take part."""

    def __init__(
        self,
        fields: Sequence[ReceptiveField],
        gradients: Sequence[np.ndarray],
        seen: Sequence[np.ndarray],
        room: float,
        low: float,
    ) -> None:
        inputs = gradients[0].shape[1]
        self.pixel = min(float(UNIT), room / inputs)
        left = NAMES + (room - inputs * self.pixel) / 2
        self.origin = left + int(seen[0][0]) * self.pixel  # the cone is drawn from here
        step = min(ROWS / (len(fields) - 1), 80)
        self.heights = [low - row * step for row in range(len(fields))]
        self.tall = min(16.0, step - 5)
        self.counts = [gradient.shape[1] for gradient in gradients]
        self.starts = [left + ((field.size - 1) / 2 + 0.5) * self.pixel for field in fields]
        self.rows: tuple[Row, ...] = tuple(
            (
                tuple(
                    round(start + unit * field.jump * self.pixel - self.origin, 2)
                    for unit in units.tolist()
                ),
                field.jump * self.pixel,
                y,
            )
            for start, field, units, y in zip(self.starts, fields, seen, self.heights)
        )

    def placed(self, layers: tuple[Layer, ...]) -> list[Placed]:
        """Return the cone, its connections and the units of all rows."""
        taps = tuple((kernel, dilation) for kernel, _, dilation in layers)
        found = [Placed(_cone(self.rows), self.origin, 0)]
        if self.rows[0][1] >= SMALLEST:
            found.append(Placed(_wires(self.rows, taps), self.origin, 0))
        last = len(self.rows) - 1
        for row, (units, pitch, y) in enumerate(self.rows):
            kind = "input" if row == 0 else "output" if row == last else "hidden"
            every = _row(self.counts[row], pitch, self.tall)
            found.append(Placed(every, self.starts[row], y))
            found.append(Placed(_seen(units, pitch, kind, self.tall), self.origin, y))
        return found


def _name(row: int, field: ReceptiveField, layer: Layer | None, y: float) -> list[Placed]:
    """Return what stands before a row: its name, its layer's numbers, and what a unit sees."""
    if layer is None:
        return [Placed(pieces.line("input", 12, bold=True), LEFT, y)]
    cells = pieces.cached_block((tuple(map(str, layer)),), "plain", CELL, TALL)
    return [
        Placed(pieces.line(f"layer {row}", 12, bold=True), LEFT, y),
        Placed(cells, NUMBERS, y - TALL / 2),
        Placed(pieces.line(f"sees {field.size}", 11, QUIET), NUMBERS + 3 * CELL + 7, y),
    ]


@lru_cache(maxsize=256)
def _regions(layers: tuple[Layer, ...], heights: tuple[float, ...]) -> tuple[Region, ...]:
    """Return the numbers of each layer, which can be typed."""
    return tuple(
        Region(
            f"layer {row}: kernel size, stride, dilation", NUMBERS, y - TALL / 2, CELL, TALL, 1, 3,
            types=f"layer{row}", texts=tuple(map(str, layer)),
        )
        for row, (layer, y) in enumerate(zip(layers, heights[1:]), 1)
    )  # fmt: skip


@lru_cache(maxsize=512)
def _cone(rows: tuple[Row, ...]) -> Part:
    """Return the shape behind all units that take part."""
    right, left = [], []
    for units, pitch, y in rows:
        half = min(pitch, UNIT) / 2
        right.append(f"{number(units[-1] + half)} {number(y)}")
        left.append(f"{number(units[0] - half)} {number(y)}")
    path = "M" + "L".join([*right, *reversed(left)]) + "Z"
    return Part(f'<path d="{path}" fill="{CONE}" stroke="{CONE_EDGE}" stroke-dasharray="4 3"/>')


@lru_cache(maxsize=512)
def _wires(rows: tuple[Row, ...], taps: tuple[tuple[int, int], ...]) -> Part:
    """Return the connections inside the cone; each unit reads its taps in the row below."""
    path = []
    for (_, pitch, low), (above, _, high), (count, dilation) in zip(rows, rows[1:], taps):
        for unit in above:
            for tap in range(count):  # a window is centred below its unit
                end = unit + (tap - (count - 1) / 2) * dilation * pitch
                path.append(f"M{number(round(unit, 1))} {number(high)}")
                path.append(f"L{number(round(end, 1))} {number(low)}")
    return Part(f'<path d="{"".join(path)}" stroke="{CONE_EDGE}"/>')


def _boxes(units: tuple[float, ...], pitch: float, tall: float) -> str:
    """Return the outlines of units as one path, or of their whole extent if they are too narrow."""
    wide = min(pitch, UNIT)
    if pitch < SMALLEST:
        units, wide = ((units[0] + units[-1]) / 2,), units[-1] - units[0] + wide
    else:
        wide = wide - (2 if wide >= 8 else 1)
    half, top = wide / 2, number(-tall / 2)
    return "".join(
        f"M{number(round(unit - half, 2))} {top}h{number(round(wide, 2))}v{number(tall)}"
        f"h{number(-round(wide, 2))}z"
        for unit in units
    )


@lru_cache(maxsize=1024)
def _row(units: int, pitch: float, tall: float) -> Part:
    """Return all units of a row, pale."""
    boxes = _boxes(tuple(index * pitch for index in range(units)), pitch, tall)
    return Part(f'<path d="{boxes}" fill="{PALE}" stroke="{PALE_EDGE}"/>')


@lru_cache(maxsize=2048)
def _seen(units: tuple[float, ...], pitch: float, kind: str, tall: float) -> Part:
    """Return the units of a row that take part."""
    if kind == "hidden":
        look = f'fill="{WINDOW}" stroke="{WINDOW_CASING}"'
    else:
        look = f'fill="{ROLES[kind].fill}" stroke="{ROLES[kind].edge}"'
    width = 1.6 if pitch >= 8 else 1
    return Part(f'<path d="{_boxes(units, pitch, tall)}" {look} stroke-width="{width}"/>')


@lru_cache(maxsize=512)
def _bars(values: tuple[float, ...], pixel: float) -> Part:
    """Return a bar for each input; where they are too narrow, one for a few (the highest)."""
    together = max(1, int(np.ceil(2 / pixel)))
    padded = np.pad(values, (0, -len(values) % together)).reshape(-1, together)
    heights = padded.max(axis=1) / max(values) * BARS
    wide = pixel * together
    bar = max(1.0, wide - (4 if wide >= 12 else 1 if wide >= 4 else 0))
    path = "".join(
        f"M{number(round((index + 0.5) * wide - bar / 2, 1))} 0v{number(-round(height, 1))}"
        f"h{number(round(bar, 1))}V0z"
        for index, height in enumerate(heights.tolist())
        if height
    )
    look = ROLES["gradient"]
    full = number(round(len(values) * pixel, 1))
    return Part(f'<path d="{path}" fill="{look.fill}"/><path d="M0 0h{full}" stroke="{PEN}"/>')


def _ends(first: int, last: int, origin: float, pixel: float, y: float) -> list[Placed]:
    """Return the numbers of the first and last pixel of the field, as one if they are close."""
    width = (last - first + 1) * pixel
    if first == last or width < 70:
        words = str(first) if first == last else f"{first} to {last}"
        return [Placed(pieces.label(words, 11, QUIET), origin + width / 2, y)]
    return [
        Placed(pieces.label(str(first), 11, QUIET), origin + max(pixel / 2, 6), y),
        Placed(pieces.label(str(last), 11, QUIET), origin + width - max(pixel / 2, 6), y),
    ]
