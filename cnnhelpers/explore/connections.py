"""The connections of one layer, drawn: dense, local, and local with shared weights."""

from __future__ import annotations

from functools import lru_cache

from cnnhelpers.draw.scene import Part, Placed, Scene, caption, number, text
from cnnhelpers.draw.style import INK, QUIET, ROLES
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.words import counted

LAYERS = ("dense", "local", "shared (convolution)")
INPUTS = (3, 12)
TAPS = 5
# One colour a weight of the shared kernel, apart for colour-blind eyes; the dash is the second cue.
COLOURS = ("#E69F00", "#0072B2", "#AA3377", "#117733", "#000000")
DASHES = ("", "7 3", "2 3", "10 3 2 3", "1 2")
HIGH, LOW = 136, 308


class ConnectionExplorer(Explorer):
    """Count what a layer costs: connections and parameters, without bias.

    Dense: each output reads each input. Local: each output reads a window of K inputs, with
    weights of its own. Shared: every window uses the same K weights, which leaves the connections
    and cuts the parameters. Equal weights have equal colour and dash.
    """

    width = 780
    height = 396

    def __init__(self) -> None:
        super().__init__(
            [
                Slider("layer", "layer type", 1, 3, 1),
                Slider("inputs", "inputs", *INPUTS, 8),
                Slider("kernel_size", "window K", 1, TAPS, 3),
            ]
        )

    def counts(self, layer: int, inputs: int, kernel_size: int) -> tuple[int, int, int]:
        """Return outputs, connections and parameters (no bias); the outputs are W − K + 1."""
        outputs = inputs - kernel_size + 1
        if outputs < 1:
            return 0, 0, 0
        connections = inputs * outputs if layer == 1 else outputs * kernel_size
        return outputs, connections, kernel_size if layer == 3 else connections

    def draw(self, layer: int, inputs: int, kernel_size: int) -> Scene:
        """Return the scene of a state; see :class:`ConnectionExplorer`."""
        outputs, connections, parameters = self.counts(layer, inputs, kernel_size)
        if outputs < 1:
            return self.blank(
                f"A window of {kernel_size} does not fit into {inputs} inputs: there is no output.",
                "Use a smaller window or more inputs.",
            )
        step = min(62.0, (self.width - 80) / INPUTS[1])
        first_in = self.width / 2 - (inputs - 1) * step / 2
        first_out = self.width / 2 - (outputs - 1) * step / 2
        lines = {}
        for output in range(outputs):
            reads = range(inputs) if layer == 1 else range(output, output + kernel_size)
            for tap, source in enumerate(reads):
                start, end = first_in + source * step, first_out + output * step
                style = tap if layer == 3 else -1
                lines.setdefault(style, []).append((start, end))
        placed = [Placed(_wires(tuple(ends), style), 0, 0) for style, ends in lines.items()]
        for index in range(inputs):
            placed.append(Placed(_unit("input", str(index)), first_in + index * step, LOW))
        for index in range(outputs):
            placed.append(Placed(_unit("output", str(index)), first_out + index * step, HIGH))
        if layer == 3:
            for tap in range(kernel_size):
                x = self.width / 2 + (tap - (kernel_size - 1) / 2) * 90
                placed.append(Placed(_key(tap), x, LOW + 54))
        for index in range(len(LAYERS)):
            part = _tab(index, index == layer - 1)
            placed.append(Placed(part, self.width / 2 + (index - 1) * 190, 26))
        headline = f"{counted(connections, 'connection')}, {counted(parameters, 'parameter')}"
        placed.append(Placed(_bold(headline), self.width / 2, 66))
        placed.append(Placed(_quiet(counted(outputs, "output")), self.width / 2, HIGH - 34))
        placed.append(Placed(_quiet(counted(inputs, "input")), self.width / 2, LOW + 30))
        made = f"{outputs}×{inputs if layer == 1 else kernel_size}"
        made += f" = {counted(connections, 'connection')}"
        phrases = (
            f"{LAYERS[layer - 1].capitalize()} layer, {counted(inputs, 'input')} to "
            f"{counted(outputs, 'output')} (window {kernel_size}):",
            {
                1: "each output reads all inputs, with a weight for each connection:",
                2: f"each output reads {kernel_size}, with weights of its own:",
                3: f"each output reads {kernel_size}, with the same weights as all the others:",
            }[layer],
            f"{made}, but only {counted(parameters, 'parameter')}."
            if layer == 3
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
        f'<path d="M-38 0h36" stroke="{COLOURS[tap]}" stroke-width="2.6"{dash}/>'
        f'<text x="16" y="4.5" font-size="13" fill="{INK}">w{chr(0x2080 + tap)}</text>'
    )


@lru_cache(maxsize=64)
def _unit(kind: str, content: str) -> Part:
    look = ROLES[kind]
    return Part(
        f'<rect x="-17" y="-17" width="34" height="34" rx="4" fill="{look.fill}" '
        f'stroke="{look.edge}" stroke-width="1.5"/>'
        f'<text y="5" font-size="14" fill="{look.text}">{content}</text>'
    )


@lru_cache(maxsize=1024)
def _bold(content: str) -> Part:
    return text(content, 17, bold=True)


@lru_cache(maxsize=8)
def _tab(index: int, chosen: bool) -> Part:
    look = f'fill="{INK}"' if chosen else f'fill="#ffffff" stroke="{QUIET}"'
    return Part(
        f'<rect x="-91" y="-14" width="182" height="28" rx="14" {look}/>'
        f'<text y="4.6" font-size="13" fill="{"#ffffff" if chosen else INK}">'
        f"{index + 1}  {LAYERS[index]}</text>"
    )


@lru_cache(maxsize=64)
def _quiet(content: str) -> Part:
    return caption(content)
