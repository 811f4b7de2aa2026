"""Signal and gradient through many layers: measured layer by layer, beside what was predicted."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers.draw.scene import Group, Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.words import counted

DEPTH = 30
INPUTS = 16  # examples that go through the network
GAINS = {
    "0.58": (1 / math.sqrt(3), "PyTorch's default"),
    "1": (1.0, "Glorot"),
    "1.41": (math.sqrt(2), "He"),
    "1.67": (5 / 3, "PyTorch's for tanh"),
    "2": (2.0, ""),
}
WIDTHS = ("8", "32", "128")
NONLINEARITIES = ("linear", "ReLU", "tanh")

LEFT, TOP = 50, 34
ACROSS, DOWN = 232, 184  # of each plot
SECOND = LEFT + ACROSS + 66
LOWEST, HIGHEST = -13, 10  # powers of ten of the axis
TICKS = (-12, -9, -6, -3, 0, 3, 6, 9)


class Nonlinearity(NamedTuple):
    """A function, and its derivative as a function of the same input."""

    value: Callable[[np.ndarray], np.ndarray]
    slope: Callable[[np.ndarray], np.ndarray]


FUNCTIONS = {
    "linear": Nonlinearity(lambda x: x, np.ones_like),
    "ReLU": Nonlinearity(lambda x: np.maximum(x, 0), lambda x: (x > 0).astype(x.dtype)),
    "tanh": Nonlinearity(np.tanh, lambda x: 1 - np.tanh(x) ** 2),
}


class Sizes(NamedTuple):
    """Root mean squares, from layer 0 (the input) up: of the signal, and of the gradient."""

    signal: list[float]
    gradient: list[float]


class DepthExplorer(Explorer):
    """Send a signal through up to 30 dense layers, and a gradient back, and see both sizes.

    The size is the root mean square over all units and 16 random inputs: the signal's behind each
    layer, and the gradient's at the same places, with size 1 at the top. Weights are drawn from a
    normal distribution with the deviation gain / √width. Dots are measured; the line is predicted
    from gain and nonlinearity alone, for a layer of many units.

    Args:
        goals: what to try. A goal can ask for nonlinearity, gain and width (names), depth, signal
            and gradient (the measured sizes from layer 0 up), and predicted_signal and
            predicted_gradient.
    """

    width = SECOND + ACROSS + 14
    height = TOP + DOWN + 48
    interval = 350

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("nonlinearity", "nonlinearity", NONLINEARITIES, "ReLU"),
            Choice("gain", "gain", tuple(GAINS), "1", menu=False),
            Choice("width", "width", WIDTHS, "128"),
            Slider("depth", "depth", 1, DEPTH, 20),
        ]
        super().__init__(controls, position=True, goals=goals)

    def measured(self, nonlinearity: str, gain: str, width: str, depth: int) -> Sizes:
        """Return the measured sizes at each layer of a network so deep, the input first."""
        signal, gradients = _measured(nonlinearity, gain, width)
        return Sizes(signal[: depth + 1], gradients[depth - 1])

    def predicted(self, nonlinearity: str, gain: str, depth: int) -> Sizes:
        """Return the sizes that gain and nonlinearity predict for layers of many units."""
        signal, factors = _predicted(nonlinearity, gain)
        gradient = [1.0]
        for factor in reversed(factors[:depth]):
            gradient.append(gradient[-1] * factor)
        return Sizes(signal[: depth + 1], gradient[::-1])

    def positions(self, **settings: Any) -> int:
        """Return how deep a network can be."""
        return DEPTH

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`DepthExplorer`."""
        measured = self.measured(**state)
        predicted = self.predicted(state["nonlinearity"], state["gain"], state["depth"])
        return {
            "signal": measured.signal,
            "gradient": measured.gradient,
            "predicted_signal": predicted.signal,
            "predicted_gradient": predicted.gradient,
        }

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`DepthExplorer`."""
        nonlinearity, gain, depth = (state[name] for name in ("nonlinearity", "gain", "depth"))
        measured = self.measured(**state)
        predicted = self.predicted(nonlinearity, gain, depth)
        below = TOP + DOWN + 34
        placed = [
            Placed(_axes("signal, forward →"), LEFT, TOP),
            Placed(_axes("← gradient, backward"), SECOND, TOP),
            Placed(_dots(_points(measured.signal), "input"), LEFT, TOP),
            Placed(_dots(_points(measured.gradient), "gradient"), SECOND, TOP),
            Placed(_line(_points(predicted.signal)), LEFT, TOP),
            Placed(_line(_points(predicted.gradient)), SECOND, TOP),
            Placed(_legend("input"), LEFT, below),
            Placed(_legend("gradient"), SECOND, below),
        ]
        name = f" ({GAINS[gain][1]})" if GAINS[gain][1] else ""
        layers = counted(depth, "layer")
        phrases = (
            f"{layers} of {state['width']} units, {nonlinearity}, gain {gain}{name}.",
            f"The signal has size {power(measured.signal[-1])} at the top "
            f"(predicted {power(predicted.signal[-1])}).",
            f"The gradient, 1 at the top, has size {power(measured.gradient[0])} at the "
            f"input (predicted {power(predicted.gradient[0])}).",
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


# Numbers ----------------------------------------------------------------------------------------


def weights(gain: str, width: str) -> np.ndarray:
    """Return the weights of all layers, (30, width, width): normal, deviation gain / √width."""
    units = int(width)
    noise = np.random.default_rng(0).standard_normal((DEPTH, units, units))
    return noise * (GAINS[gain][0] / math.sqrt(units))


def inputs(width: str) -> np.ndarray:
    """Return the (16, width) inputs, of size 1."""
    return _of_size_1(np.random.default_rng(1).standard_normal((INPUTS, int(width))))


def upstream(width: str) -> np.ndarray:
    """Return the (16, width) gradient that begins at the top, of size 1."""
    return _of_size_1(np.random.default_rng(2).standard_normal((INPUTS, int(width))))


def size(values: np.ndarray) -> float:
    """Return the root mean square."""
    return float(np.sqrt(np.mean(values**2)))


def _of_size_1(values: np.ndarray) -> np.ndarray:
    return values / size(values)


@cache
def _measured(nonlinearity: str, gain: str, width: str) -> tuple[list[float], list[list[float]]]:
    """Return the signal's sizes, and the gradient's for each depth from 1 up."""
    function, layers = FUNCTIONS[nonlinearity], weights(gain, width)
    signal = inputs(width)
    sizes, slopes = [size(signal)], []
    for weight in layers:
        before = signal @ weight.T
        signal = function.value(before)
        sizes.append(size(signal))
        slopes.append(function.slope(before))
    gradients = np.stack([upstream(width)] * DEPTH)  # of networks with 1, 2, … layers
    found = [[1.0] for _ in range(DEPTH)]
    for layer in reversed(range(DEPTH)):  # networks that are less deep have not begun
        gradients[layer:] = (gradients[layer:] * slopes[layer]) @ layers[layer]
        for network in range(layer, DEPTH):
            found[network].append(size(gradients[network]))
    return sizes, [each[::-1] for each in found]


@cache
def _predicted(nonlinearity: str, gain: str) -> tuple[list[float], list[float]]:
    """Return the signal's size at each layer, and by which factor each layer takes the gradient.

    In a layer of many units the sums are normal, with the variance gain² · (size before)². So the
    size behind it is the root of E[f(z)²], and the factor gain times that of E[f'(z)²].
    Source: Poole et al. (2016), "Exponential expressivity in deep neural networks".
    """
    function, grown = FUNCTIONS[nonlinearity], GAINS[gain][0]
    places, shares = np.polynomial.hermite_e.hermegauss(64)  # 0 is none of them: ReLU is exact
    shares = shares / shares.sum()
    sizes, factors = [1.0], []
    for _ in range(DEPTH):
        sums = grown * sizes[-1] * places
        sizes.append(math.sqrt(shares @ function.value(sums) ** 2))
        factors.append(grown * math.sqrt(shares @ function.slope(sums) ** 2))
    return sizes, factors


SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power(value: float) -> str:
    """Return a size as text: 0.71, 130 or 3.2 × 10⁻⁵."""
    if value == 0:
        return "0"
    mantissa, exponent = f"{value:.1e}".split("e")
    if -2 <= int(exponent) <= 2:
        return f"{float(f'{value:.1e}'):.{max(0, 1 - int(exponent))}f}"
    return f"{mantissa} × 10{str(int(exponent)).translate(SUPERSCRIPTS)}"


# Pieces -----------------------------------------------------------------------------------------


def _height(value: float) -> float:
    """Return how far below the top of a plot a size stands."""
    exponent = math.log10(max(value, 1e-300))
    exponent = min(max(exponent, LOWEST), HIGHEST)
    return round((HIGHEST - exponent) / (HIGHEST - LOWEST) * DOWN, 1)


def _across(layer: int) -> float:
    return round(layer / DEPTH * ACROSS, 1)


def _points(sizes: Sequence[float]) -> tuple[tuple[float, float], ...]:
    return tuple((_across(layer), _height(value)) for layer, value in enumerate(sizes))


@lru_cache(maxsize=2)
def _axes(heading: str) -> Part:
    """Return the frame of a plot, its powers of ten, and its layers."""
    parts = [f'<rect width="{ACROSS}" height="{DOWN}" fill="none" stroke="{QUIET}"/>']
    for exponent in TICKS:
        y = number(_height(10.0**exponent))
        heavy = ' stroke-width="1.6"' if exponent == 0 else ' stroke-width="0.5"'
        parts.append(f'<path d="M0 {y}H{ACROSS}" stroke="{QUIET}"{heavy}/>')
        words = "1" if exponent == 0 else f"10{str(exponent).translate(SUPERSCRIPTS)}"
        parts.append(
            f'<text x="-6" y="{number(float(y) + 4)}" font-size="11" fill="{QUIET}" '
            f'text-anchor="end">{words}</text>'
        )
    for layer in range(0, DEPTH + 1, 10):
        words = "input" if layer == 0 else f"layer {layer}" if layer == 10 else str(layer)
        parts.append(
            f'<text x="{number(_across(layer))}" y="{DOWN + 15}" font-size="11" '
            f'fill="{QUIET}">{words}</text>'
        )
    head = f'<text x="{number(ACROSS / 2)}" y="-12" font-size="12" font-weight="600" '
    parts.append(f'{head}fill="{QUIET}">{heading}</text>')
    return Part("".join(parts))


@lru_cache(maxsize=4096)
def _line(points: tuple[tuple[float, float], ...]) -> Part:
    """Return the predicted line."""
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return Part(f'<path d="{path}" fill="none" stroke="{PEN}" stroke-width="1.5"/>')


@lru_cache(maxsize=4096)
def _dot(kind: str) -> Part:
    """Return a measured dot: a circle for the signal, a square on its corner for the gradient."""
    look = ROLES[kind]
    if kind == "input":
        return Part(f'<circle r="3.4" fill="{look.fill}" stroke="{look.edge}"/>')
    return Part(f'<path d="M0 -4L4 0L0 4L-4 0z" fill="{look.fill}" stroke="{look.edge}"/>')


@lru_cache(maxsize=4096)
def _dots(points: tuple[tuple[float, float], ...], kind: str) -> Group:
    return Group(tuple(Placed(_dot(kind), x, y) for x, y in points))


@lru_cache(maxsize=2)
def _legend(kind: str) -> Part:
    dot = _dot(kind).markup
    words = pieces.line("measured", 12).markup
    line = f'<path d="M100 0h22" stroke="{PEN}" stroke-width="1.5"/>'
    return Part(
        f'<g transform="translate(6,0)">{dot}</g><g transform="translate(16,0)">{words}</g>{line}'
        f'<g transform="translate(128,0)">{pieces.line("predicted", 12).markup}</g>'
    )
