"""The receptive field: which inputs one output sees through a stack of layers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.scene import Part, Placed, Scene, number, text
from cnnhelpers.draw.style import INK, QUIET, ROLES, WINDOW, WINDOW_CASING
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.judged import judged, verdict
from cnnhelpers.explore.kit.learner import submitted
from cnnhelpers.explore.kit.words import counted, one_line
from cnnhelpers.functional import conv1d_backward
from cnnhelpers.shapes import ReceptiveField, Window, effective_kernel_size, receptive_field

KERNEL, STRIDE, DILATION, DEPTH = 5, 3, 3, 5
OUTPUTS = 3  # drawn in the last layer
FORMULA = "field = 1 + sum over the layers of (K − 1) × D × the product of the strides before"

LEFT, NAMES = 16, 92  # where the names of the rows begin, and where the rows do
UNIT, TALL = 26, 22  # a unit's largest width, and its height
ROWS = 212  # from the middle of the input row up to the middle of the output row
BARS = 48
SMALLEST = 4.0  # pixels from unit to unit that still show one beside the other
CONE, CONE_EDGE = "#fdf0d5", "#b07a00"
PALE, PALE_EDGE = "#f4f4f4", "#9a9a9a"


class ReceptiveFieldExplorer(Explorer):
    """See which inputs one output depends on, through a stack of equal 1-D layers.

    The field is computed twice: by the formula, and measured as the extent of the gradient of the
    chosen output with respect to the input, all weights being one. The gradient, drawn below the
    input, then counts the paths from each input to the output. No padding.

    Args:
        receptive_field: a function of your own, called with a list of (kernel_size, stride,
            dilation), the first layer first. Its answer is judged below the two others.

    Raises:
        TypeError: ``receptive_field`` is no function.
    """

    width = 780

    def __init__(self, receptive_field: Callable[..., Any] | None = None) -> None:
        if receptive_field is not None and not callable(receptive_field):
            raise TypeError(
                "ReceptiveFieldExplorer: receptive_field must be a function, not "
                f"{type(receptive_field).__name__}; give it the function itself, without brackets."
            )
        self.receptive_field = submitted(receptive_field)
        self._input = 124 + ROWS + (0 if self.receptive_field is None else 28)
        self.height = self._input + BARS + 54
        self._gradients: dict[tuple[int, ...], list[np.ndarray]] = {}
        super().__init__(
            [
                Slider("kernel_size", "kernel size K", 1, KERNEL, 3),
                Slider("stride", "stride S", 1, STRIDE, 1),
                Slider("dilation", "dilation D", 1, DILATION, 1),
                Slider("depth", "layers", 1, DEPTH, 3),
                Slider("output", "output", 0, OUTPUTS - 1, 1),
            ]
        )

    # Numbers ------------------------------------------------------------------------------------

    def gradients(
        self, kernel_size: int, stride: int, dilation: int, depth: int
    ) -> list[np.ndarray]:
        """Return the gradients of the three outputs with respect to each row, the input's first.

        Each is (3, units of the row); the input is just large enough for three outputs.
        """
        key = kernel_size, stride, dilation
        rows = self._gradients.setdefault(key, [np.eye(OUTPUTS)])  # of the deepest stack so far
        span = effective_kernel_size(kernel_size, dilation)
        while len(rows) <= depth:
            units = (rows[0].shape[1] - 1) * stride + span
            grad = conv1d_backward(
                rows[0][:, None],
                np.zeros((OUTPUTS, 1, units)),
                np.ones((1, 1, kernel_size)),
                stride=stride,
                dilation=dilation,
            )[0]
            rows.insert(0, grad[:, 0])
        return rows[-depth - 1 :]

    # Picture ------------------------------------------------------------------------------------

    def draw(self, kernel_size: int, stride: int, dilation: int, depth: int, output: int) -> Scene:
        """Return the scene of a state; see :class:`ReceptiveFieldExplorer`."""
        fields = _fields(Window(kernel_size, stride, 0, dilation), depth)
        gradients = self.gradients(kernel_size, stride, dilation, depth)
        seen = [np.flatnonzero(gradient[output]) for gradient in gradients]
        first, last = int(seen[0][0]), int(seen[0][-1])
        measured = last - first + 1

        inputs = gradients[0].shape[1]
        pixel = min(float(UNIT), (self.width - NAMES - LEFT) / inputs)
        left = NAMES + (self.width - NAMES - LEFT - inputs * pixel) / 2
        origin = left + first * pixel  # all that belongs to the cone is drawn from here
        step = min(ROWS / depth, 170)
        places = []
        for row, field in enumerate(fields):
            start, pitch = (field.size - 1) / 2, field.jump
            places.append(((start + 0.5) * pixel, pitch * pixel, self._input - row * step))

        cone = tuple(
            (
                tuple(round(centre + unit * pitch + left - origin, 2) for unit in units.tolist()),
                pitch,
                y,
            )
            for (centre, pitch, y), units in zip(places, seen, strict=True)
        )
        placed = [Placed(_cone(cone), origin, 0)]
        if places[0][1] >= SMALLEST:
            placed.append(Placed(_wires(cone, kernel_size), origin, 0))
        for row, ((centre, pitch, y), gradient) in enumerate(zip(places, gradients, strict=True)):
            placed.append(Placed(_row(gradient.shape[1], pitch), left + centre, y))
            kind = "input" if row == 0 else "output" if row == depth else "hidden"
            placed.append(Placed(_seen(cone[row][0], pitch, kind), origin, y))
            name = "input" if row == 0 else f"layer {row}"
            placed.append(Placed(_line(name, 13, INK, True), LEFT, y - (8 if row else 0)))
            if row:
                placed.append(Placed(_line(f"sees {fields[row].size}", 12, QUIET), LEFT, y + 9))
        paths = gradients[0][output]
        base = self._input + 22 + BARS
        placed.append(Placed(_bars(tuple(paths[first : last + 1].tolist()), pixel), origin, base))
        placed.append(Placed(_line("gradient", 13, INK, True), LEFT, base - 30))
        most = f"up to {int(paths.max())}"
        placed.append(Placed(_line(most, 12, QUIET), LEFT, base - 13))
        placed += _ends(first, last, origin, pixel, base + 15)

        earlier = " + ".join(str(stride**index) for index in range(depth))
        earlier = f"({earlier})" if depth > 1 else earlier
        sum_ = f"1 + ({kernel_size} − 1)×{dilation}×{earlier} = {fields[-1].size}"
        read = len(seen[0])
        where = f"pixel {first}" if measured == 1 else f"pixels {first} to {last}"
        extent = counted(measured, "pixel")
        extent += f", {read} of them read" if read < measured else ""
        measure = f"measured: gradient not zero at input {where}: {extent}"
        placed += [
            Placed(_line(FORMULA, 13, QUIET), LEFT, 22),
            Placed(_line(f"formula: {sum_}", 16, INK, True), LEFT, 48),
            Placed(_line(measure, 14, INK), LEFT, 74),
        ]
        phrases = (
            f"{counted(depth, 'layer')} with kernel {kernel_size}, stride {stride}, "
            f"dilation {dilation}.",
            f"Formula: {sum_}.",
            f"Measured: the gradient of output {output} is not zero at input {where}: {extent}.",
            f"Neighbouring outputs see fields {counted(fields[-1].jump, 'pixel')} apart.",
            *self._said(fields[-1].size, (kernel_size, stride, dilation), depth, placed),
        )
        return Scene(self.width, self.height, tuple(placed), phrases)

    def _said(
        self, true: int, layer: tuple[int, ...], depth: int, placed: list[Placed]
    ) -> tuple[str, ...]:
        """Ask the learner's function, place its answer, and return it as a sentence."""
        if self.receptive_field is None:
            return ()
        try:
            value = self.receptive_field([layer] * depth)
        except Exception as error:  # shown, never swallowed
            right, words = False, f"Your function raised {one_line(error)}"
        else:
            right, words = judged(value, true)
        placed.append(Placed(verdict(right, words), LEFT + 8, 102))
        return (words if words[-1] in ".…" else f"{words}.",)


@lru_cache(maxsize=256)
def _fields(layer: Window, depth: int) -> tuple[ReceptiveField, ...]:
    """Return the field of a unit of each row, the input's first."""
    return tuple(receptive_field([layer] * count) for count in range(depth + 1))


# Pieces -----------------------------------------------------------------------------------------

Row = tuple[tuple[float, ...], float, float]  # middles of the units, from one to the next, height


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
def _wires(rows: tuple[Row, ...], taps: int) -> Part:
    """Return the connections inside the cone; each unit reads ``taps`` units below."""
    path = []
    for (below, _, low), (above, _, high) in zip(rows, rows[1:], strict=False):
        # A window is centred below its unit, and its taps are equally far apart.
        reach = 0.0 if taps == 1 else (below[-1] - below[0] - (above[-1] - above[0])) / 2
        for unit in above:
            for tap in range(taps):
                end = unit + (0 if taps == 1 else reach * (2 * tap / (taps - 1) - 1))
                path.append(f"M{number(round(unit, 1))} {number(high)}")
                path.append(f"L{number(round(end, 1))} {number(low)}")
    return Part(f'<path d="{"".join(path)}" stroke="{CONE_EDGE}"/>')


def _boxes(units: tuple[float, ...], pitch: float) -> str:
    """Return the outlines of units as one path, or of their whole extent if they are too narrow."""
    wide = min(pitch, UNIT)
    if pitch < SMALLEST:
        units, wide = ((units[0] + units[-1]) / 2,), units[-1] - units[0] + wide
    else:
        wide = wide - (2 if wide >= 8 else 1)
    half, top = wide / 2, -TALL // 2
    return "".join(
        f"M{number(round(unit - half, 2))} {top}h{number(round(wide, 2))}v{TALL}"
        f"h{number(-round(wide, 2))}z"
        for unit in units
    )


@lru_cache(maxsize=1024)
def _row(units: int, pitch: float) -> Part:
    """Return all units of a row, pale."""
    boxes = _boxes(tuple(index * pitch for index in range(units)), pitch)
    return Part(f'<path d="{boxes}" fill="{PALE}" stroke="{PALE_EDGE}"/>')


@lru_cache(maxsize=2048)
def _seen(units: tuple[float, ...], pitch: float, kind: str) -> Part:
    """Return the units of a row that take part."""
    if kind == "hidden":
        look = f'fill="{WINDOW}" stroke="{WINDOW_CASING}"'
    else:
        look = f'fill="{ROLES[kind].fill}" stroke="{ROLES[kind].edge}"'
    width = 1.8 if pitch >= 8 else 1
    return Part(f'<path d="{_boxes(units, pitch)}" {look} stroke-width="{width}"/>')


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
    return Part(f'<path d="{path}" fill="{look.fill}"/><path d="M0 0h{full}" stroke="{INK}"/>')


def _ends(first: int, last: int, origin: float, pixel: float, y: float) -> list[Placed]:
    """Return the numbers of the first and last pixel of the field, as one if they are close."""
    width = (last - first + 1) * pixel
    if first == last or width < 80:
        words = str(first) if first == last else f"{first} to {last}"
        return [Placed(_label(words), origin + width / 2, y)]
    return [
        Placed(_label(str(first)), origin + max(pixel / 2, 6), y),
        Placed(_label(str(last)), origin + width - max(pixel / 2, 6), y),
    ]


@lru_cache(maxsize=4096)
def _label(content: str) -> Part:
    return text(content, 12, colour=QUIET)


@lru_cache(maxsize=4096)
def _line(content: str, size: float, colour: str, bold: bool = False) -> Part:
    return text(content, size, colour=colour, anchor="start", bold=bold)
