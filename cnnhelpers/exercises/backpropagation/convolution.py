"""The backward pass of a convolution in pieces, and the mistakes that are made with them.

A gradient of the padded input is collected tap by tap: the tap (u, v) has met the same places for
all outputs, ``u, u + stride, u + 2 * stride …``. Each mistake changes one of the pieces.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.families.arrays import padded, windows
from cnnhelpers.check.mistake import Way, then
from cnnhelpers.exercises.backpropagation.gradients import of

Gradients = tuple[np.ndarray, np.ndarray, np.ndarray]


def backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
    groups: int = 1,
) -> Gradients:
    """Return the gradients of x, weight and bias of a convolution with these options."""
    a = {"grad_output": grad_output, "x": x, "weight": weight, "stride": stride}
    a |= {"padding": padding, "dilation": dilation, "groups": groups}
    grad_bias = np.asarray(grad_output, float).sum(axis=(0, 2, 3))
    return cropped(spread(a), a), collected(a), grad_bias


def around(a: dict, **how: Any) -> np.ndarray:
    """Return x with its padding."""
    p = a["padding"]
    return padded(np.asarray(a["x"], float), ((p, p), (p, p)), **how)


def _tap(a: dict, tap: tuple[int, int], places: tuple[int, int]) -> tuple:
    """Return the index of all pixels that a tap has met."""
    step, apart = a["stride"], a.get("dilation", 1)
    ends = (n * apart + step * (count - 1) + 1 for n, count in zip(tap, places))
    return (..., *(slice(n * apart, end, step) for n, end in zip(tap, ends)))


def _grouped(array: np.ndarray, axis: int, a: dict) -> np.ndarray:
    groups = a.get("groups", 1)
    shape = array.shape
    return array.reshape(*shape[:axis], groups, shape[axis] // groups, *shape[axis + 1 :])


def spread(a: dict, add: bool = True) -> np.ndarray:
    """Return the gradient of the padded input: each output sends its kernel back, times its own.

    Without ``add``, a tap replaces what the taps before it have sent.
    """
    grad = _grouped(np.asarray(a["grad_output"], float), 1, a)
    weight = _grouped(np.asarray(a["weight"], float), 0, a)
    found = _grouped(np.zeros_like(around(a)), 1, a)
    for tap in np.ndindex(*weight.shape[-2:]):
        sent = np.einsum("ngohw,goc->ngchw", grad, weight[(..., *tap)])
        place = _tap(a, tap, grad.shape[-2:])
        found[place] = found[place] + sent if add else sent
    return found.reshape(len(found), -1, *found.shape[-2:])


def collected(a: dict, x: np.ndarray | None = None) -> np.ndarray:
    """Return the gradient of the weight: what comes from above times what each tap has met."""
    grad = _grouped(np.asarray(a["grad_output"], float), 1, a)
    x = _grouped(around(a) if x is None else x, 1, a)
    found = _grouped(np.zeros(a["weight"].shape), 0, a)
    for tap in np.ndindex(*found.shape[-2:]):
        met = x[_tap(a, tap, grad.shape[-2:])]
        found[(..., *tap)] = np.einsum("ngohw,ngchw->goc", grad, met)
    return found.reshape(a["weight"].shape)


def cropped(grad: np.ndarray, a: dict) -> np.ndarray:
    """Return the part of the padded input's gradient that belongs to the input."""
    p, (height, width) = a["padding"], a["x"].shape[-2:]
    return grad[..., p : p + height, p : p + width]


def input_from(change: Callable[[dict], dict]) -> Way:
    """``grad_x`` from changed arguments, in the padded input's own shape."""
    return of(0, lambda array, a: cropped(spread(a | change(a)), a))


def weight_from(change: Callable[[dict], dict]) -> Way:
    """``grad_weight`` from changed arguments, from the padded input."""
    return of(1, lambda array, a: collected(a | change(a), around(a)))


def one_after_another(*ways: Way) -> Way:
    """Several changes of the answer, one after another."""

    def spoil(answer: tuple, a: dict) -> tuple:
        for way in ways:
            assert way.after is not None
            answer = way.after(answer, a)
        return answer

    return then(spoil)


def exchanged(a: dict) -> np.ndarray:
    """The weight with filters and input channels exchanged."""
    return np.swapaxes(a["weight"], 0, 1)


def last_window_wins(a: dict, filters: slice = slice(None)) -> np.ndarray:
    """The padded input's gradient where each window replaces what stood there."""
    grad, weight = np.asarray(a["grad_output"], float)[:, filters], a["weight"][filters]
    rows, columns = weight.shape[-2:]
    step, apart = a["stride"], a.get("dilation", 1)
    if a.get("groups", 1) > 1:
        raise ValueError
    found = np.zeros_like(around(a))
    for i, j in np.ndindex(*grad.shape[-2:]):
        down = slice(i * step, i * step + (rows - 1) * apart + 1, apart)
        across = slice(j * step, j * step + (columns - 1) * apart + 1, apart)
        found[..., down, across] = np.einsum("no,ochw->nchw", grad[..., i, j], weight)
    return found


def gathered(a: dict, kernel: np.ndarray) -> np.ndarray:
    """The padded input's gradient as a full correlation with a kernel (C_in, C_out, K_H, K_W)."""
    grad = np.asarray(a["grad_output"], float)
    sizes, x, step = a["weight"].shape[-2:], around(a), a["stride"]
    if a.get("groups", 1) > 1 or a.get("dilation", 1) > 1:
        raise ValueError
    places = [n - k + 1 for n, k in zip(x.shape[-2:], sizes)]
    apart = np.zeros((*grad.shape[:2], *places))
    rows, columns = grad.shape[-2:]
    apart[..., : rows * step : step, : columns * step : step] = grad
    (height, width) = (n - 1 for n in sizes)
    found = windows(apart, kernel.shape[-2:], padding=(height, width))
    return cropped(np.einsum("nchwuv,ocuv->nohw", found, kernel), a)


def only(a: dict, index: tuple) -> dict:
    """Arguments with all of ``grad_output`` set to 0 but a part."""
    kept = np.zeros_like(np.asarray(a["grad_output"], float))
    kept[index] = np.asarray(a["grad_output"])[index]
    return {"grad_output": kept}


def thinned(index: tuple) -> tuple[Way, ...]:
    """Ways to lose all of ``grad_output`` but a part: in both gradients, or in one."""
    first = of(0, lambda array, a: cropped(spread(a | only(a, index)), a))
    second = weight_from(lambda a: only(a, index))
    bias = of(2, lambda array, a: only(a, index)["grad_output"].sum(axis=(0, 2, 3)))
    return one_after_another(first, second, bias), one_after_another(first, second), first, second


def smallest(a: dict) -> tuple[int, int]:
    """The size that the outputs have read: (places - 1) * stride + the kernel's extent."""
    apart = a.get("dilation", 1)
    rows, columns = (
        (count - 1) * a["stride"] + (size - 1) * apart + 1
        for count, size in zip(a["grad_output"].shape[-2:], a["weight"].shape[-2:])
    )
    return rows, columns


def from_formula(array: np.ndarray, a: dict) -> np.ndarray:
    (rows, columns), p = smallest(a), a["padding"]
    return spread(a)[..., p : rows - p, p : columns - p]


def cut_off(array: np.ndarray, a: dict) -> np.ndarray:
    rows, columns = smallest(a)
    return cropped(spread(a)[..., :rows, :columns], a)


def correlated(x: np.ndarray, a: dict) -> np.ndarray:
    """The correlation of x with the spread gradients, however large it comes out."""
    rows, columns = a["grad_output"].shape[-2:]
    step = a["stride"]
    height, width = (
        size - (count - 1) * step for size, count in zip(x.shape[-2:], (rows, columns))
    )
    outputs, inputs = a["weight"].shape[:2]
    if min(height, width) < 1 or a.get("groups", 1) > 1:
        raise ValueError
    bare = a | {"weight": np.zeros((outputs, inputs, height, width)), "dilation": 1}
    return collected(bare, x)
