"""A convolution, window by window, over small numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from cnnhelpers.draw.scene import Scene
from cnnhelpers.explore.convolution_picture import LARGEST_KERNEL, Frame, Layout
from cnnhelpers.explore.convolution_setting import Pair, Setting
from cnnhelpers.explore.kit.arrays import Typing, numbers, with_typed
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import OPTIONS, Answer, accepted, ask, submitted
from cnnhelpers.shapes import times

ENDS = {"kernel_size": (1, 5, 3), "padding": (0, 2, 0), "stride": (1, 3, 1), "dilation": (1, 3, 1)}
LARGEST = 12  # pixels along an axis of the input that still leave readable cells
# Small numbers that a reader can add up. No kernel looks the same flipped or transposed, so that
# a picture shows at once when a function flips or transposes.
INPUT = [
    [1, 0, 2, 1, 0, 3, 1],
    [0, 2, 1, 3, 1, 0, 2],
    [2, 1, 0, 1, 2, 1, 0],
    [1, 3, 1, 0, 2, 0, 1],
    [0, 1, 2, 2, 0, 1, 3],
    [3, 0, 1, 1, 2, 1, 0],
    [1, 2, 0, 3, 1, 0, 2],
]
KERNELS = {
    1: [[2]],
    2: [[0, 1], [2, 3]],
    3: [[1, 0, -1], [2, 1, 0], [0, 3, 1]],
    4: [[1, 0, 0, 2], [0, 1, -1, 0], [0, 2, 0, 0], [1, 0, 0, 3]],
    5: [[1, 0, 0, 0, 2], [0, 1, 0, -1, 0], [0, 2, 1, 0, 0], [0, 0, 0, 0, 1], [1, 0, 3, 0, 0]],
}


class ConvExplorer(Explorer):
    """Slide a kernel over an input: window, products, sum, and the output as it fills up.

    Point at an output to see its window, drag the window over the input, or click a cell of the
    input or the kernel and type another number.

    Args:
        x: (H, W) numbers, at most 12×12; by default a 7×7 input of small numbers.
        weight: (K_H, K_W) numbers, at most 5×5, fixed; without it a slider picks a kernel of
            1×1 to 5×5.
        conv2d: a function of your own. It is called as ``conv2d(x, kernel, stride=…, padding=…,
            dilation=…)`` with (H, W) and (K_H, K_W) arrays and those of the keywords that it takes;
            a keyword that it does not take has no slider. What it returns is what is drawn; a cell
            that differs from the sum of the products is marked.
        apart: which of kernel_size, stride, padding and dilation have a slider for rows and one for
            columns, such as ``["stride"]``. The function then gets a pair (rows, columns).
        goals: what to try. A goal can ask for input_shape, kernel_shape, output_shape (pairs),
            output (the number at this window), outputs (all of them, as a list), stride, padding
            and dilation, as one number or, where they are apart, as a pair.

    Raises:
        TypeError, ValueError: an array is not of small 2-D numbers, ``conv2d`` is no function, or
            ``apart`` names something else.
    """

    interval = 450
    typing = Typing(r"[\-−]?\d|\d\d", "a whole number from −9 to 99")

    def __init__(
        self,
        x: Any = None,
        weight: Any = None,
        *,
        conv2d: Callable[..., Any] | None = None,
        apart: Sequence[str] = (),
        goals: Sequence[Goal] = (),
    ) -> None:
        own = submitted(conv2d, "ConvExplorer", "conv2d")
        self.conv2d = conv2d if own is None else own
        self.x = _plane(INPUT if x is None else x, "x", LARGEST)
        self.weight = None if weight is None else _plane(weight, "weight", LARGEST_KERNEL)
        self.apart = _apart(apart)
        self._answers: dict[Setting, Answer] = {}
        self._last_frame: tuple[Setting, Frame] | None = None
        taken = OPTIONS if self.conv2d is None else accepted(self.conv2d)
        self.options = [name for name in ("padding", "stride", "dilation") if name in taken]
        names = [*(["kernel_size"] if self.weight is None else []), *self.options]
        most = ENDS["padding"][1] if "padding" in self.options else 0
        self.layout = Layout.of(self.x, self.weight, most)
        self.width, self.height = self.layout.width, self.layout.height
        sliders = [slider for name in names for slider in self._sliders(name)]
        stops = max(2, self.layout.rows * self.layout.columns)
        sliders.append(Slider("window", "window", 1, stops, 1))
        super().__init__(sliders, position=True, goals=goals)

    def _sliders(self, name: str) -> list[Slider]:
        label = name.replace("_", " ")
        if name not in self.apart:
            return [Slider(name, label, *ENDS[name])]
        return [
            Slider(f"{name}_{axis}", f"{label}, {axis}", *ENDS[name])
            for axis in ("rows", "columns")
        ]

    # Numbers ------------------------------------------------------------------------------------

    def kernel(self, size: int | Pair = 3) -> np.ndarray:
        """Return the (K_H, K_W) weights of a size, before anything is typed."""
        if self.weight is not None:
            return self.weight
        rows, columns = (size, size) if isinstance(size, int) else size
        return np.array(KERNELS[max(rows, columns)], dtype=np.float64)[:rows, :columns]

    def setting(self, typed: Mapping[str, str] | None = None, **state: int) -> Setting:
        """Return the numbers of a setting; the window does not count."""
        kernel = self.kernel(_pair("kernel_size", state))
        x, name = self.x, f"weight{times(kernel.shape)}"
        if typed:
            x, kernel = with_typed(x, "x", typed), with_typed(kernel, name, typed)
        return Setting(
            times(kernel.shape),
            tuple(map(tuple, x.tolist())),
            tuple(map(tuple, kernel.tolist())),
            *(_pair(option, state) for option in OPTIONS),
        )

    def positions(self, **settings: Any) -> int:
        """Return the number of windows, 0 where the kernel does not fit."""
        return self.setting(**settings).windows

    def answer(self, setting: Setting) -> Answer:
        """Return what is drawn as the output: the learner's answer, or the sums."""
        if setting not in self._answers:
            if self.conv2d is None:
                answer = Answer(setting.sums)
            else:
                x, kernel = np.array(setting.x), np.array(setting.kernel)
                options = {
                    name: getattr(setting, name)
                    if name in self.apart
                    else getattr(setting, name)[0]
                    for name in accepted(self.conv2d)
                }
                answer = ask(self.conv2d, x, kernel, shape=setting.output_shape, **options)
            self._answers[setting] = answer
        return self._answers[setting]

    def facts(self, window: int, **settings: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`ConvExplorer`."""
        setting = self.setting(**settings)
        if setting.shape is None:
            return None
        options = {
            name: getattr(setting, name) if name in self.apart else getattr(setting, name)[0]
            for name in OPTIONS
        }
        return {
            "input_shape": self.x.shape,
            "kernel_shape": setting.kernel_shape,
            "output_shape": setting.shape,
            "output": float(setting.sums.flat[window - 1]),
            "outputs": setting.sums.ravel().tolist(),
            **options,
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, window: int = 1, **settings: Any) -> Scene:
        """Return the scene of a state; see :class:`ConvExplorer`."""
        setting = self.setting(**settings)
        if self._last_frame is None or self._last_frame[0] != setting:
            frame = Frame(self.layout, setting, self.options, self.apart)
            if setting.shape is not None:
                frame.add_answer(self.answer(setting))
            self._last_frame = setting, frame
        return self._last_frame[1].scene(window)


def _apart(names: Sequence[str]) -> tuple[str, ...]:
    names = (names,) if isinstance(names, str) else tuple(names)
    for name in names:
        if name not in ENDS:
            raise ValueError(f"ConvExplorer: apart names {name!r}; it can name {', '.join(ENDS)}.")
    return names


def _pair(name: str, state: Mapping[str, int]) -> Pair:
    """Return an option for rows and columns, whether it has one slider, two or none."""
    if f"{name}_rows" in state:
        return state[f"{name}_rows"], state[f"{name}_columns"]
    value = state.get(name, ENDS[name][2])
    return value, value


def _plane(array: Any, name: str, largest: int) -> np.ndarray:
    """Return a small 2-D array as float64, or raise in one sentence."""
    values = numbers(array, f"ConvExplorer: {name}")
    if values.ndim != 2 or values.size == 0:
        raise ValueError(
            f"ConvExplorer: {name} must be a 2-D array, not one of shape {values.shape}; "
            "pick one image and one channel, such as x[0, 0]."
        )
    if max(values.shape) > largest:
        raise ValueError(
            f"ConvExplorer: {name} is {times(values.shape)}, too large to read; "
            f"use at most {largest}×{largest}, such as {name}[:{largest}, :{largest}]."
        )
    return values
