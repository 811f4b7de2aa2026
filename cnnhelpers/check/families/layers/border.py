"""The size of a layer's answer, and the places where its windows stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import numpy as np

from cnnhelpers.check.families.layers.bias import column
from cnnhelpers.check.mistake import Mistake, Way, given_all, then, where


def off_by_one(space: int, strided: bool = False) -> Mistake:
    """The last or the first windows are left out along some axes, or where they just fit."""
    some = [axes for axes in product((0, 1), repeat=space) if any(axes)]

    def cut(axes: Sequence[int], first: bool) -> Way:
        def change(answer: np.ndarray, a: dict) -> np.ndarray:
            index = [slice(n, None) if first else slice(None, -n or None) for n in axes]
            return answer[(..., *index)]

        return then(change)

    def fitting_exactly(answer: np.ndarray, a: dict) -> np.ndarray:
        """`range(0, n - k, stride)`: the last window is lost where it fits exactly."""
        kernel = a["weight"].shape[-space:] if "weight" in a else (a["kernel_size"],) * space
        stride = a["stride"] or kernel[0]
        rooms = (n + 2 * a["padding"] - k for n, k in zip(a["x"].shape[-space:], kernel))
        index: list[Any] = [slice(-(-room // stride)) for room in rooms]
        return answer[(..., *index)]

    def blank(axes: Sequence[int]) -> Way:
        def change(answer: np.ndarray, a: dict) -> np.ndarray:
            answer = np.array(answer)
            for axis, missing in enumerate(axes):
                if missing:
                    index: list[Any] = [slice(None)] * space
                    index[axis] = -1
                    answer[(..., *index)] = 0
            return answer

        return then(change)

    return Mistake(
        "off-by-one",
        "A window at the border is missing.",
        "Check where each loop or slice begins and ends. A kernel of 3 fits into an input of 3 "
        "once, into an input of 4 twice.",
        *(cut(axes, False) for axes in some),
        *(blank(axes) for axes in some),
        *(cut(axes, True) for axes in some),
        *([then(fitting_exactly)] if strided else []),
    )


def padded(course: Callable, space: int) -> Mistake:
    """Zeros are put around the input where none are asked for, or the answer keeps its size."""

    def extended(sides: Callable[[int], tuple[int, int]]) -> Way:
        def change(a: dict) -> dict:
            kernel = a["weight"].shape[-space:]
            around = [(0, 0)] * (a["x"].ndim - space) + [sides(size) for size in kernel]
            return {"x": np.pad(a["x"], around)}

        return given_all(change)

    return Mistake(
        "padded",
        "The answer is larger than it should be: it is that of an input with zeros around it.",
        "Compute outputs only where the whole kernel lies on the input: the size falls by the "
        "kernel size minus 1.",
        extended(lambda k: ((k - 1) // 2, k // 2)),
        extended(lambda k: (k // 2, (k - 1) // 2)),
        extended(lambda k: (k // 2, k // 2)),
        extended(lambda k: (k - 1, k - 1)),
    )


def size_of_input(space: int) -> Mistake:
    """The answer is as large as the input, its end never filled."""

    def filled(answer: np.ndarray, a: dict, rest: Any) -> np.ndarray:
        lead = answer.shape[: answer.ndim - space]
        output = np.zeros((*lead, *a["x"].shape[-space:])) + rest
        output[(..., *(slice(size) for size in answer.shape[-space:]))] = answer
        return output

    return Mistake(
        "size-of-input",
        "The answer is as large as the input, and its end is not filled.",
        "How many places are there for a kernel of 3 in an input of 5? The answer should have as "
        "many.",
        then(lambda answer, a: filled(answer, a, 0)),
        then(lambda answer, a: filled(answer, a, column(a["bias"], space))),
    )


def standing_still(space: int) -> tuple[Mistake, ...]:
    """Every output is the first window's, or the outputs repeat along some axes."""
    some = [axes for axes in product((False, True), repeat=space) if any(axes)]
    whole = [axes for axes in some if all(axes)]
    partly = [axes for axes in some if not all(axes)]

    def still(axes: Sequence[bool]) -> Way:
        index = (..., *(slice(1) if fixed else slice(None) for fixed in axes))
        return then(lambda answer, a: np.zeros_like(answer) + answer[index])

    mistakes = [
        Mistake(
            "window-stands-still",
            "Every output is that of the first window: the window does not move.",
            "Where a window begins should depend on the loop's variables.",
            *(still(axes) for axes in whole),
        )
    ]
    if partly:
        mistakes.append(
            Mistake(
                "window-moves-along-some-axes",
                "The window moves, but not along every axis: outputs repeat.",
                "Where a window begins should depend on the loop's variables, for every axis.",
                *(still(axes) for axes in partly),
            )
        )
    return tuple(mistakes)


def square_only(*arrays: str) -> Mistake:
    """Height and width are taken for the same, in x or in the weight."""

    def height_for_width(a: dict) -> dict:
        x = a["x"]
        if x.shape[-1] < x.shape[-2]:
            raise IndexError
        return {"x": x[..., : x.shape[-2]]}

    def width_for_height(a: dict) -> dict:
        x = a["x"]
        if x.shape[-2] < x.shape[-1]:
            raise IndexError
        return {"x": x[..., : x.shape[-1], :]}

    def taps(a: dict) -> dict:
        weight = a["weight"]
        if weight.shape[-1] < weight.shape[-2]:
            raise IndexError
        return {"weight": weight[..., : weight.shape[-2]]}

    def rows_for_columns(answer: np.ndarray, a: dict) -> np.ndarray:
        if answer.shape[-1] < answer.shape[-2]:
            raise IndexError
        return answer[..., : answer.shape[-2]]

    def columns_for_rows(answer: np.ndarray, a: dict) -> np.ndarray:
        if answer.shape[-2] < answer.shape[-1]:
            raise IndexError
        return answer[..., : answer.shape[-1], :]

    def flat(*names: str) -> Callable[[dict], bool]:
        return lambda a: all(a[name].shape[-1] == a[name].shape[-2] for name in names)

    height, width = given_all(height_for_width), given_all(width_for_height)
    ways = [height, width, then(rows_for_columns), then(columns_for_rows)]
    if "weight" in arrays:
        kernel = given_all(taps)
        both = kernel.then(height)
        ways += [kernel, *([both] if both else []), where(flat("weight"), height)]
        ways += [where(flat("weight"), width), where(flat("x", "weight"))]
        ways.append(where(flat("weight")))
    ways.append(where(flat("x")))
    return Mistake(
        "square-only",
        "Height and width are taken for one number; they may be two.",
        "Height and width are two numbers: read both from the shape, and keep them apart.",
        *ways,
    )
