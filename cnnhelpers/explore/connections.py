"""The connections of one layer, drawn: dense, local, and local with shared weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.pieces import heading, label
from cnnhelpers.explore.kit.words import counted

LAYERS = ("dense", "local", "shared (convolution)")
DENSE, LOCAL, SHARED = LAYERS
INPUTS = (3, 12)
TAPS = 5
# One colour a weight of the shared kernel, apart for colour-blind eyes; the dash is the second cue.
COLOURS = ("#E69F00", "#0072B2", "#AA3377", "#117733", PEN)
DASHES = ("", "7 3", "2 3", "10 3 2 3", "1 2")
HIGH, LOW = 62, 184
STEP = 48


class ConnectionExplorer(Explorer):
    """Count what a layer costs: connections and parameters, without bias.

    Dense: each output reads each input. Local: each output reads a window of K inputs, with
    weights of its own. Shared: every window uses the same K weights, which leaves the connections
    and cuts the parameters. Equal weights have equal colour and dash.

    Args:
        goals: what to try. A goal can ask for layer ("dense", "local" or "shared (convolution)"),
            inputs, kernel_size, outputs, connections and parameters.
    """

    width = 600
    height = 240

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("layer", "layer", LAYERS),
            Slider("inputs", "inputs", *INPUTS, 8),
            Slider("kernel_size", "window K", 1, TAPS, 3),
        ]
        super().__init__(controls, goals=goals)

    def counts(self, layer: str, inputs: int, kernel_size: int) -> tuple[int, int, int]:
        """Return outputs, connections and parameters (no bias); the outputs are W − K + 1."""
        outputs = inputs - kernel_size + 1
        if outputs < 1:
            return 0, 0, 0
        connections = outputs * (inputs if layer == DENSE else kernel_size)
        return outputs, connections, kernel_size if layer == SHARED else connections

    def facts(self, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`ConnectionExplorer`."""
        counts = self.counts(**state)
        names = ("outputs", "connections", "parameters")
        return dict(zip(names, counts, strict=True)) if counts[0] else None

    def draw(self, layer: str, inputs: int, kernel_size: int) -> Scene:
        """Return the scene of a state; see :class:`ConnectionExplorer`."""
        outputs, connections, parameters = self.counts(layer, inputs, kernel_size)
        if outputs < 1:
            return self.blank(
                f"A window of {kernel_size} does not fit into {inputs} inputs: there is no output.",
                "Use a smaller window or more inputs.",
            )
        first_in = self.width / 2 - (inputs - 1) * STEP / 2
        first_out = self.width / 2 - (outputs - 1) * STEP / 2
        lines: dict[int, list[tuple[float, float]]] = {}
        for output in range(outputs):
            reads = range(inputs) if layer == DENSE else range(output, output + kernel_size)
            for tap, source in enumerate(reads):
                ends = first_in + source * STEP, first_out + output * STEP
                lines.setdefault(tap if layer == SHARED else -1, []).append(ends)
        placed = [Placed(_wires(tuple(ends), style), 0, 0) for style, ends in lines.items()]
        for index in range(inputs):
            placed.append(Placed(_unit("input", str(index)), first_in + index * STEP, LOW))
        for index in range(outputs):
            placed.append(Placed(_unit("output", str(index)), first_out + index * STEP, HIGH))
        if layer == SHARED:
            for tap in range(kernel_size):
                x = self.width / 2 + (tap - (kernel_size - 1) / 2) * 80
                placed.append(Placed(_key(tap), x, LOW + 46))
        headline = f"{counted(connections, 'connection')}, {counted(parameters, 'parameter')}"
        placed += [
            Placed(label(headline, 15, bold=True), self.width / 2, 14),
            Placed(heading(counted(outputs, "output")), self.width / 2, HIGH - 24),
            Placed(heading(counted(inputs, "input")), self.width / 2, LOW + 24),
        ]
        made = f"{outputs}×{inputs if layer == DENSE else kernel_size}"
        made += f" = {counted(connections, 'connection')}"
        phrases = (
            f"{layer.capitalize()} layer, {counted(inputs, 'input')} to "
            f"{counted(outputs, 'output')} (window {kernel_size}):",
            {
                DENSE: "each output reads all inputs, with a weight for each connection:",
                LOCAL: f"each output reads {kernel_size}, with weights of its own:",
                SHARED: f"each output reads {kernel_size}, with the same weights as all others:",
            }[layer],
            f"{made}, but only {counted(parameters, 'parameter')}."
            if layer == SHARED
            else f"{made} and as many parameters.",
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


@lru_cache(maxsize=512)
def _wires(ends: tuple[tuple[float, float], ...], style: int) -> Part:
    path = "".join(f"M{number(start)} {LOW}L{number(end)} {HIGH}" for start, end in ends)
    if style < 0:
        return Part(f'<path d="{path}" stroke="{QUIET}" stroke-width="1.2"/>')
    dash = f' stroke-dasharray="{DASHES[style]}"' if DASHES[style] else ""
    return Part(f'<path d="{path}" stroke="{COLOURS[style]}" stroke-width="2.6"{dash}/>')


@lru_cache(maxsize=64)
def _key(tap: int) -> Part:
    dash = f' stroke-dasharray="{DASHES[tap]}"' if DASHES[tap] else ""
    return Part(
        f'<path d="M-34 0h32" stroke="{COLOURS[tap]}" stroke-width="2.6"{dash}/>'
        f'<text x="14" y="4" font-size="12" fill="{PEN}">w{chr(0x2080 + tap)}</text>'
    )


@lru_cache(maxsize=64)
def _unit(kind: str, content: str) -> Part:
    look = ROLES[kind]
    return Part(
        f'<rect x="-14" y="-13" width="28" height="26" rx="4" fill="{look.fill}" '
        f'stroke="{look.edge}" stroke-width="1.5"/>'
        f'<text y="4.5" font-size="12.5" fill="{look.text}">{content}</text>'
    )
