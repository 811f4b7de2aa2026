"""Learning a kernel by gradient descent, step by step, with a learning rate to choose."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.check import running
from cnnhelpers.datasets import photograph
from cnnhelpers.draw.numbers import format_number, written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, message, number, wrapped
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, numbers, with_typed
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import guarded, submitted, trouble
from cnnhelpers.shapes import times

RATES = ("0.0001", "0.001", "0.003", "0.01", "0.011")
STEPS, EVERY = 300, 10  # how many are taken, and which are shown
AS_LONG = 8  # times as long as one call may all steps take
SIDE = 48  # pixels of the photograph
LARGEST = 64  # of an image of one's own
KERNEL = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
TOO_LARGE = 1e12  # an error beyond which nothing is learned any more

LEFT, TOP = 10, 22
WIDE, TALL = 38, 22  # of a weight's cell
IMAGE = 150  # width of an image
KERNELS = LEFT + 3 * WIDE  # right edge of the kernels
IMAGES = KERNELS + 24
AXIS = IMAGES + IMAGE + 62  # where the curve begins
ACROSS, DOWN = 220, 178  # of the curve
DECADES = 8  # of its axis; two of them above the first error


class LearnKernelExplorer(Explorer):
    """Watch gradient descent find a kernel from an image and what the kernel makes of it.

    It begins with zeros. Each step subtracts the learning rate times the gradient of the error, the
    sum of squared differences between the response and the target. Click a weight of the hidden
    kernel and type another number, and it is learned anew.

    Args:
        x: (H, W) image, at most 64×64; by default the cat, 48 pixels wide, minus its mean.
        weight: (3, 3) the kernel to be found; by default one that answers to vertical edges.
        kernel_gradient: a function of your own, called as ``kernel_gradient(x, kernel, target)``;
            what is learned is learned with it.
        goals: what to try. A goal can ask for learning_rate (a number), step, error, errors (of all
            steps up to this one), kernel and hidden (both (3, 3)), and distance (the largest
            difference between the two).

    Raises:
        TypeError, ValueError: an array is not of small 2-D numbers, or ``kernel_gradient`` is no
            function.
    """

    width = AXIS + ACROSS + 14
    height = TOP + DOWN + 36
    interval = 250
    typing = Typing(r"[\-−]?\d", "a whole number from −9 to 9")

    def __init__(
        self,
        x: Any = None,
        weight: Any = None,
        *,
        kernel_gradient: Callable[..., Any] | None = None,
        goals: Sequence[Goal] = (),
    ) -> None:
        self.kernel_gradient = submitted(kernel_gradient, "LearnKernelExplorer", "kernel_gradient")
        if x is None:
            x = photograph("cat", size=SIDE, gray=True)[0].astype(np.float64)
            x = x - x.mean()
        self.x = numbers(x, "LearnKernelExplorer: x")
        self.weight = numbers(KERNEL if weight is None else weight, "LearnKernelExplorer: weight")
        if self.x.ndim != 2 or not all(8 <= side <= LARGEST for side in self.x.shape):
            raise ValueError(
                f"LearnKernelExplorer: x has the shape {self.x.shape}; it must be one image (H, W) "
                f"of 8×8 to {LARGEST}×{LARGEST} pixels."
            )
        if self.weight.shape != (3, 3):
            raise ValueError(
                f"LearnKernelExplorer: weight has the shape {self.weight.shape}; it must be (3, 3)."
            )
        self._runs: dict[Any, _Run] = {}
        controls: list[Control] = [
            Choice("rate", "learning rate", RATES, "0.001", menu=False),
            Slider("step", "step", 0, STEPS, 0, EVERY),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def hidden(self, typed: Mapping[str, str] | None = None) -> np.ndarray:
        """Return the (3, 3) kernel that is to be found."""
        return with_typed(self.weight, "weight", typed or {})

    def run(self, rate: str, typed: Mapping[str, str] | None = None) -> _Run:
        """Return all steps at a learning rate."""
        key = rate, tuple(sorted((typed or {}).items()))
        if key not in self._runs:
            if typed:  # only the untyped ones are kept: there may be any number of others
                self._runs = {one: run for one, run in self._runs.items() if not one[1]}
            self._runs[key] = _learn(self.x, self.hidden(typed), float(rate), self.kernel_gradient)
        return self._runs[key]

    def positions(self, rate: str, typed: Any = None) -> int:
        """Return how many of the steps are shown: all of them, or those that gave numbers."""
        return (len(self.run(rate, typed).errors) - 1) // EVERY + 1

    def facts(self, rate: str, step: int, typed: Any = None) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`LearnKernelExplorer`."""
        run, hidden = self.run(rate, typed), self.hidden(typed)
        kernel = run.kernels[step]
        return {
            "learning_rate": float(rate),
            "error": run.errors[step],
            "errors": run.errors[: step + 1],
            "kernel": kernel,
            "hidden": hidden,
            "distance": float(np.abs(kernel - hidden).max()),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, rate: str, step: int, typed: Any = None) -> Scene:
        """Return the scene of a state; see :class:`LearnKernelExplorer`."""
        run, hidden = self.run(rate, typed), self.hidden(typed)
        kernel, error = run.kernels[step], run.errors[step]
        response = _correlate(self.x, kernel)
        scale = float(np.abs(run.target).max()) or 1.0
        distance = float(np.abs(kernel - hidden).max())
        middle = LEFT + 1.5 * WIDE
        second = TOP + 3 * TALL + 28
        placed = [
            Placed(pieces.heading("hidden kernel"), middle, TOP - 12),
            _grid(written(hidden), "kernel", TOP),
            Placed(pieces.heading(f"learned, step {step}"), middle, second - 12),
            _grid(_weights(kernel), "plain", second),
            Placed(
                pieces.label(f"up to {_short(distance)} off", 12), middle, second + 3 * TALL + 13
            ),
            *_image("target response", run.target, scale, TOP),
            *_image("its response now", response, scale, TOP + DOWN / 2 + 12),
            *self._curve(run, rate, step),
        ]
        first, before = run.errors[0], run.errors[max(0, step - EVERY)]
        phrases = [
            f"Learning rate {rate}, after {step} of {STEPS} steps:",
            f"the error is {_short(error)}; it was {_short(first)} at the start.",
            f"The learned weights are up to {_short(distance)} away from the hidden ones.",
        ]
        if step and error > before:
            phrases.append(
                "The error grows: each step is so long that it overshoots the bottom of the valley."
            )
        if run.problem:
            phrases.append(run.problem)
            if not step and len(run.errors) == 1:
                words = message(wrapped(run.problem, 30), 12)
                placed.append(Placed(words, AXIS + ACROSS / 2, TOP + DOWN / 2))
        texts = tuple(text for line in written(hidden) for text in line)
        region = Region("hidden kernel", LEFT, TOP, WIDE, TALL, 3, 3, types="weight", texts=texts)
        return Scene(self.width, self.height, tuple(placed), tuple(phrases), regions=(region,))

    def _curve(self, run: _Run, rate: str, step: int) -> list[Placed]:
        """Return the error of all steps up to this one, on a logarithmic axis."""
        top = np.ceil(np.log10(run.errors[0] or 1.0)) + 2  # the first power of ten above, and two
        placed = [
            Placed(pieces.line("error", 12, QUIET, True), AXIS - 46, TOP - 12),
            Placed(_axes(int(top)), AXIS, TOP),
            Placed(
                pieces.heading(f"step, at learning rate {rate}"),
                AXIS + ACROSS / 2,
                TOP + DOWN + 27,
            ),
        ]
        points = [_height(error, top) for error in run.errors[::EVERY]]
        segments = tuple(
            Placed(_segment(before - here, step_ * EVERY), _across(step_ * EVERY), here)
            for step_, (before, here) in enumerate(zip(points, points[1:]), 1)
        )
        curve = Group(segments)
        here = _across(step), points[step // EVERY]
        outside = run.errors[step] > 10**top
        return [
            *placed,
            Placed(curve, AXIS, TOP, step // EVERY),
            Placed(_dot(outside), AXIS + here[0], TOP + here[1]),
        ]


# Learning ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Run:
    """The kernels and errors of all steps at one learning rate, and what went wrong."""

    target: np.ndarray
    kernels: list[np.ndarray]
    errors: list[float]
    problem: str = ""


def _windows(x: np.ndarray) -> np.ndarray:
    """Return the (3, 3) windows of an image as rows, ((H - 2)(W - 2), 9): taken once a run."""
    return np.lib.stride_tricks.sliding_window_view(x, (3, 3)).reshape(-1, 9)


def _respond(windows: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return the response of a (3, 3) kernel to each window."""
    response: np.ndarray = windows @ kernel.ravel()
    return response


def _correlate(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    height, width = x.shape
    return _respond(_windows(x), kernel).reshape(height - 2, width - 2)


def _gradient(windows: np.ndarray, difference: np.ndarray) -> np.ndarray:
    """Return the slopes (3, 3) of the sum of squares of so many differences."""
    slopes: np.ndarray = 2 * (difference @ windows)
    return slopes.reshape(3, 3)


def _learn(
    x: np.ndarray, hidden: np.ndarray, rate: float, function: Callable[..., Any] | None
) -> _Run:
    """Take all steps, with the learner's gradient where there is one, under the guard."""
    target = _correlate(x, hidden)
    windows, wanted = _windows(x), target.ravel()
    kernels = [np.zeros((3, 3))]
    errors = [float(np.sum(target**2))]
    problem = ""
    if function is not None:
        problem = _judged(function, x, target)
        if problem.startswith("!"):
            return _Run(target, kernels, errors, problem[1:])

    def steps(x: np.ndarray, target: np.ndarray) -> None:
        difference = -wanted
        for _ in range(STEPS):
            if function is None:
                gradient = _gradient(windows, difference)
            else:
                guess = kernels[-1].copy()
                gradient = np.asarray(function(x.copy(), guess, target.copy()), dtype=np.float64)
            kernel = kernels[-1] - rate * gradient
            difference = _respond(windows, kernel) - wanted
            error = float(np.sum(difference**2))
            if not error < TOO_LARGE:
                return
            kernels.append(kernel)
            errors.append(error)

    with running.time_allowed(AS_LONG * running.SECONDS):  # one call has ended in time already
        done = guarded(steps, x, target, read=lambda nothing: nothing)
    problem = trouble(done) or problem
    if len(errors) <= STEPS and not problem:
        problem = (
            f"After {len(errors) - 1} steps the error is larger than a million millions: with this "
            "learning rate nothing is learned."
        )
    # Whole tens of steps are shown; what lies beyond the last of them is not.
    kept = (len(errors) - 1) // EVERY * EVERY + 1
    return _Run(target, kernels[:kept], errors[:kept], problem)


def _judged(function: Callable[..., Any], x: np.ndarray, target: np.ndarray) -> str:
    """Compare the learner's first gradient; return a sentence, with "!" where nothing can go on."""
    start = np.full((3, 3), 0.5)
    right = _gradient(_windows(x), (_correlate(x, start) - target).ravel())

    def read(value: Any) -> str:
        if value is None or value is Ellipsis:
            return f"!Your function returned {value}; it should return an array of shape 3×3."
        given = np.asarray(value, dtype=np.float64)
        if given.shape != (3, 3):
            found = times(given.shape) if given.ndim else "a single number"
            return f"!Your function returned {found}; it should return 3×3."
        wrong = ~np.isclose(given, right, rtol=1e-5, atol=1e-5 * np.abs(right).max())
        if not wrong.any():
            return ""
        return f"{int(wrong.sum())} of the 9 slopes of your function differ from the course's."

    done = guarded(function, x, start, target, read=read)
    problem = trouble(done)
    return f"!{problem}" if problem else done.value


# Pieces -----------------------------------------------------------------------------------------


def _short(value: float, digits: int = 1) -> str:
    """Return a number as a picture writes it; a very large or small one with a power of ten."""
    if value and not 1e-3 <= abs(value) < 10 ** (digits + 4):
        front, power = f"{value:.{digits}e}".split("e")
        return f"{front}e{int(power)}".replace("-", "−")
    return format_number(value, 0 if abs(value) >= 100 else 2 if abs(value) >= 0.1 else 4)


def _weights(kernel: np.ndarray) -> list[list[str]]:
    """Return learned weights; large ones with one digit and a power of ten."""
    return [
        [format_number(value, 1) if abs(value) < 100 else _short(float(f"{value:.0e}"), 0)
         for value in line]
        for line in kernel.tolist()
    ]  # fmt: skip


def _grid(cells: list[list[str]], kind: str, top: float) -> Placed:
    return Placed(pieces.cached_block(pieces.frozen(cells), kind, WIDE, TALL), LEFT, top)


def _image(name: str, values: np.ndarray, scale: float, top: float) -> list[Placed]:
    """Return a signed image under its name."""
    zoom = min(IMAGE / values.shape[1], (DOWN / 2 - 12) / values.shape[0])
    height, width = (round(size * zoom, 1) for size in values.shape)
    left = IMAGES + (IMAGE - width) / 2
    return [
        Placed(pieces.heading(name), IMAGES + IMAGE / 2, top - 12),
        Placed(_pixels(values.tobytes(), values.shape, scale, width, height), left, top),
    ]


@lru_cache(maxsize=1024)
def _pixels(data: bytes, shape: tuple[int, int], scale: float, width: float, height: float) -> Part:
    from cnnhelpers.draw.filtered import palette_png  # loads Matplotlib, for its colours

    values = np.frombuffer(data).reshape(shape) / scale
    levels = np.rint((np.clip(np.nan_to_num(values), -1, 1) + 1) / 2 * 254).astype(np.uint8)
    address = base64.b64encode(palette_png(levels, gray=False)).decode("ascii")
    size = f'width="{width}" height="{height}"'
    return Part(
        f'<image href="data:image/png;base64,{address}" {size} preserveAspectRatio="none" '
        f'style="image-rendering:pixelated"/><rect {size} fill="none" stroke="#9a9a9a"/>'
    )


def _across(step: int) -> float:
    return round(step / STEPS * ACROSS, 1)


def _height(error: float, top: float) -> float:
    """Return how far below the top of the axis an error stands; beyond its ends, at the end."""
    share = (top - np.log10(max(error, 1e-300))) / DECADES
    return round(float(np.clip(share, 0, 1)) * DOWN, 1)


@lru_cache(maxsize=8)
def _axes(top: int) -> Part:
    """Return the axes of the curve, with a line and a number for each second power of ten."""
    lines, words = [f"M0 0V{DOWN}H{ACROSS}"], []
    for down in range(0, DECADES + 1, 2):
        y = down / DECADES * DOWN
        lines.append(f"M-4 {number(y)}H{ACROSS}")
        words.append(
            f'<text x="-7" y="{number(y + 4)}" text-anchor="end">{_power(top - down)}</text>'
        )
    for step in range(0, STEPS + 1, 100):
        words.append(f'<text x="{number(_across(step))}" y="{DOWN + 14}">{step}</text>')
    return Part(
        f'<path d="{lines[0]}" fill="none" stroke="{PEN}"/>'
        f'<path d="{"".join(lines[1:])}" stroke="{QUIET}" stroke-width="0.5"/>'
        f'<g font-size="11" fill="{QUIET}">{"".join(words)}</g>'
    )


def _power(power: int) -> str:
    if 0 <= power <= 4:
        return f"{10**power:,}"
    return f"{10.0**power:.{-power}f}" if -3 <= power < 0 else f"1e{power}".replace("-", "−")


@lru_cache(maxsize=4096)
def _segment(rise: float, step: int) -> Part:
    """Return the piece of the curve that ends at (0, 0), one shown step wide."""
    back = round(_across(step) - _across(step - EVERY), 1)
    look = ROLES["gradient"]
    return Part(
        f'<path d="M{number(-back)} {number(round(rise, 1))}L0 0" stroke="{look.fill}" '
        'stroke-width="2.5" stroke-linecap="round"/>'
    )


@lru_cache(maxsize=2)
def _dot(outside: bool) -> Part:
    """Return the mark of the present step: an arrow up where the error is above the axis."""
    look = ROLES["gradient"]
    if outside:
        return Part(
            f'<path d="M0 -14l8 12h-16z" fill="{look.fill}" stroke="{look.edge}"/>'
            f'<text y="12" font-size="11" fill="{WRONG_INK}" font-weight="600">above</text>'
        )
    return Part(f'<circle r="5" fill="{look.fill}" stroke="{look.edge}" stroke-width="1.5"/>')
