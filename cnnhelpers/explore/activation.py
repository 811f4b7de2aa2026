"""Nonlinear functions: value, slope, and what they make of sums that are normally distributed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from statistics import NormalDist
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers import functional
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WRONG, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import ask, submitted


class Activation(NamedTuple):
    """A function, and its backward: ``backward(grad_output, x)``."""

    value: Callable[[np.ndarray], np.ndarray]
    backward: Callable[[np.ndarray, np.ndarray], np.ndarray]


FUNCTIONS = {
    "ReLU": Activation(functional.relu, functional.relu_backward),
    "leaky ReLU": Activation(
        lambda x: functional.leaky_relu(x, LEAK),
        lambda grad_output, x: functional.leaky_relu_backward(grad_output, x, LEAK),
    ),
    "tanh": Activation(functional.tanh, functional.tanh_backward),
    "sigmoid": Activation(functional.sigmoid, functional.sigmoid_backward),
    "GELU": Activation(functional.gelu, functional.gelu_backward),
}
LEAK = 0.1
MEAN = 4  # the sums' mean goes from -4 to 4
DEVIATIONS = ("0.25", "0.5", "1", "2", "4")
SAMPLES = 2000  # of a normal distribution, at equal shares
FLAT = 0.05  # a slope below this lets hardly anything through

END = 5.0  # the inputs drawn go from -5 to 5
LOW, HIGH = -1.5, 3.5  # and the outputs
BIN = 0.25
LEFT, TOP = 44, 30
ACROSS, DOWN = 300, 160  # of the curves
BELOW = TOP + DOWN + 6  # where the inputs' bars hang
RIGHT = LEFT + ACROSS + 12  # where the outputs' bars begin
LONGEST = 190  # of an outputs' bar, for all of them
TALLEST = 40.0  # of an inputs' bar, for a fifth of them
POINTS = 401


class ActivationExplorer(Explorer):
    """See a nonlinear function, its slope, and what it makes of normally distributed sums.

    Below the curves hang the sums that go in; beside them, on the same axis, stand the outputs.
    What lies beyond the picture is counted in its last bar.

    Args:
        tanh_backward: a function of your own, called as ``tanh_backward(grad_output, x)`` with ones
            from above. Its answer is drawn as the slope of tanh, and marked where it is wrong.
        goals: what to try. A goal can ask for function and deviation (names), mean (of the sums),
            outputs_mean, mean_square (of the outputs), zeros (the share that is exactly 0), flat
            (the share whose slope is below 0.05) and slope (the mean square of the slopes).

    Raises:
        TypeError: ``tanh_backward`` is no function.
    """

    width = RIGHT + LONGEST + 56
    height = BELOW + TALLEST + 26

    def __init__(
        self, tanh_backward: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.tanh_backward = submitted(tanh_backward, "ActivationExplorer", "tanh_backward")
        controls: list[Control] = [
            Choice("function", "function", tuple(FUNCTIONS), menu=False),
            Choice("deviation", "deviation of the sums", DEVIATIONS, "1", menu=False),
            Slider("mean", "mean of the sums", -MEAN, MEAN, 0),
        ]
        super().__init__(controls, position=True, goals=goals)

    def positions(self, **settings: Any) -> int:
        """Return the number of means."""
        return 2 * MEAN + 1

    def sums(self, deviation: str, mean: int) -> np.ndarray:
        """Return (2000,) sums, normally distributed."""
        return mean + float(deviation) * _normal()

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`ActivationExplorer`."""
        sums, function = self.sums(state["deviation"], state["mean"]), FUNCTIONS[state["function"]]
        outputs, slopes = function.value(sums), function.backward(np.ones(SAMPLES), sums)
        return {
            "outputs_mean": float(outputs.mean()),
            "mean_square": float(np.mean(outputs**2)),
            "zeros": float(np.mean(outputs == 0)),
            "flat": float(np.mean(np.abs(slopes) < FLAT)),
            "slope": float(np.mean(slopes**2)),
        }

    def slope(self, function: str) -> tuple[np.ndarray, str]:
        """Return the slopes to draw, and what is wrong with them, in a sentence."""
        x = _axis()
        right = FUNCTIONS[function].backward(np.ones(POINTS), x)
        if function != "tanh" or self.tanh_backward is None:
            return right, ""
        answer = ask(self.tanh_backward, np.ones(POINTS), x, shape=(POINTS,))
        if answer.array is None or answer.problem:
            return right, answer.problem
        if np.allclose(answer.array, right, atol=1e-6):
            return right, ""
        worst = int(np.nan_to_num(np.abs(answer.array - right), nan=np.inf).argmax())
        return answer.array, (
            f"Your slope is {format_number(answer.array[worst], 2)} at "
            f"{format_number(x[worst], 1)}, not {format_number(right[worst], 2)}."
        )

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`ActivationExplorer`."""
        function, mean = state["function"], state["mean"]
        sums = self.sums(state["deviation"], mean)
        outputs = FUNCTIONS[function].value(sums)
        facts = self.facts(**state)
        slopes, problem = self.slope(function)
        slope_colour = WRONG if problem else ROLES["gradient"].fill
        placed = [
            Placed(_axes(), LEFT, TOP),
            Placed(_curve(_points(FUNCTIONS[function].value(_axis())), ROLES["output"].fill, ""),
                   LEFT, TOP),
            Placed(_curve(_points(slopes), slope_colour, "6 3"), LEFT, TOP),
            Placed(_hanging(_shares(sums, -END, END, 0.5)), LEFT, BELOW),
            Placed(_lying(_shares(outputs, LOW, HIGH, BIN)), RIGHT, TOP),
        ]  # fmt: skip
        phrases = [
            f"{function} of sums with mean {format_number(mean)} and deviation "
            f"{state['deviation']}.",
            f"Outputs: mean {format_number(facts['outputs_mean'], 2)}, mean square "
            f"{format_number(facts['mean_square'], 2)}, exactly 0 for "
            f"{format_number(100 * facts['zeros'])} %.",
            f"Slope: below {FLAT} for {format_number(100 * facts['flat'])} %, mean square "
            f"{format_number(facts['slope'], 2)}.",
        ]
        if problem:
            phrases.append(problem)
            placed.append(Placed(pieces.line(problem, 12, WRONG_INK, True), LEFT, 10))
        return Scene(self.width, self.height, tuple(placed), tuple(phrases))


# Numbers ----------------------------------------------------------------------------------------


@cache
def _normal() -> np.ndarray:
    """Return numbers that divide the normal distribution into equal shares: no luck in it."""
    normal = NormalDist()
    return np.array([normal.inv_cdf((index + 0.5) / SAMPLES) for index in range(SAMPLES)])


def _axis() -> np.ndarray:
    return np.linspace(-END, END, POINTS)


def _shares(values: np.ndarray, low: float, high: float, width: float) -> tuple[float, ...]:
    """Return which share of the values lies in each bin; the last ones hold what is beyond."""
    places = np.floor((values - low) / width + 1e-9).astype(int)
    bins = round((high - low) / width)
    counts = np.bincount(np.clip(places, 0, bins - 1), minlength=bins)
    return tuple((counts / len(values)).round(4).tolist())


# Pieces -----------------------------------------------------------------------------------------


def _height(value: float) -> float:
    return round((HIGH - min(max(value, LOW), HIGH)) / (HIGH - LOW) * DOWN, 1)


def _points(values: np.ndarray) -> tuple[tuple[float, float], ...]:
    """Return where a curve runs, as far as it is inside."""
    return tuple(
        (round(index / (POINTS - 1) * ACROSS, 1), _height(value))
        for index, value in enumerate(values.tolist())
        if LOW <= value <= HIGH
    )


@lru_cache(maxsize=64)
def _curve(points: tuple[tuple[float, float], ...], colour: str, dash: str) -> Part:
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) if points else "M0 0"
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return Part(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2.5"{dashes}/>')


@lru_cache(maxsize=1)
def _axes() -> Part:
    parts = [f'<rect width="{ACROSS}" height="{DOWN}" fill="none" stroke="{QUIET}"/>']
    for value in range(-1, 4):
        y = number(_height(value))
        heavy = "1.5" if value == 0 else "0.5"
        far = ACROSS if value else ACROSS + 12 + LONGEST
        parts.append(f'<path d="M0 {y}H{far}" stroke="{QUIET}" stroke-width="{heavy}"/>')
        parts.append(_word(format_number(value), -6, float(y) + 4, "end"))
    for x in range(-4, 5, 2):
        place = (x + END) / (2 * END) * ACROSS
        parts.append(f'<path d="M{number(place)} 0v{DOWN}" stroke="{QUIET}" stroke-width="0.5"/>')
        parts.append(_word(format_number(x), place, DOWN + 6 + TALLEST + 16, "middle"))
    legend = (
        f'<path d="M6 12h22" stroke="{ROLES["output"].fill}" stroke-width="2.5"/>'
        f'<path d="M6 28h22" stroke="{ROLES["gradient"].fill}" stroke-width="2.5" '
        'stroke-dasharray="6 3"/>'
    )
    parts += [
        legend,
        _word("value", 34, 16, "start", PEN),
        _word("slope", 34, 32, "start", PEN),
        _word("sums", -6, DOWN + 20, "end", PEN),
        _word("outputs", ACROSS + 12, -8, "start", PEN),
    ]
    return Part("".join(parts))


def _word(content: str, x: float, y: float, anchor: str, colour: str = QUIET) -> str:
    return (
        f'<text x="{number(round(x, 1))}" y="{number(round(y, 1))}" font-size="11" '
        f'fill="{colour}" text-anchor="{anchor}">{content}</text>'
    )


@lru_cache(maxsize=512)
def _hanging(shares: tuple[float, ...]) -> Part:
    """Return the sums as bars that hang from the curves' axis."""
    look, wide = ROLES["input"], ACROSS / len(shares)
    return Part(
        "".join(
            f'<rect x="{number(round(index * wide, 1))}" width="{number(wide)}" '
            f'height="{number(round(min(1.0, 5 * share) * TALLEST, 1))}" fill="{look.fill}" '
            f'stroke="{look.line}"/>'
            for index, share in enumerate(shares)
            if share
        )
    )


@lru_cache(maxsize=512)
def _lying(shares: tuple[float, ...]) -> Part:
    """Return the outputs as bars beside the curves; the longest says its share."""
    look, tall = ROLES["output"], DOWN / len(shares)
    bars = []
    for index, share in enumerate(shares):
        if not share:
            continue
        y = DOWN - (index + 1) * tall
        bars.append(
            f'<rect y="{number(round(y, 1))}" width="{number(round(share * LONGEST, 1))}" '
            f'height="{number(tall)}" fill="{look.fill}" stroke="{look.line}"/>'
        )
        if share == max(shares):
            bars.append(
                _word(f"{format_number(100 * share)} %", share * LONGEST + 5, y + tall / 2 + 4,
                      "start", PEN)
            )  # fmt: skip
    return Part("".join(bars))
