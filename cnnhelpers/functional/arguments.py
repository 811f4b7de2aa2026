"""What every operation asks of its arguments, and the sentence it says when it does not get it.

Arrays may be lists, non-contiguous, read-only or Fortran-ordered; they are read, never changed.
Whole-number arrays are computed in float64 (exact below 2^53) and float16 in float32.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..shapes import per_axis, shown, whole_number

Size = int | Sequence[int]
LAYOUTS = {
    1: "(L,)",
    2: "(N, features)",
    3: "(N, C, L)",
    4: "(N, C, H, W)",
    5: "(N, C, D, H, W)",
}
_AXES = ("length",), ("height", "width"), ("depth", "height", "width")


def times(sizes: Sequence[int]) -> str:
    """Return sizes as they are read aloud: ``(3, 5)`` is ``"3×5"``."""
    return "×".join(str(size) for size in sizes)


def array(value: object, name: str) -> np.ndarray:
    """Return ``value`` as an array of real numbers; ``name`` opens the sentence of an error.

    Raises:
        TypeError: it is not a regular array of whole or real numbers.
    """
    try:
        result = value if isinstance(value, np.ndarray) else np.asarray(value)
    except ValueError:
        raise TypeError(
            f"{name} must be an array of numbers, but its rows have different lengths; "
            "make them equally long."
        ) from None
    if result.dtype.kind not in "fiu" or result.dtype.itemsize > 8:
        what = type(value).__name__ if result.dtype.kind in "OUSV" else str(result.dtype)
        raise TypeError(
            f"{name} must be an array of real numbers, not {what}; "
            "use for example np.array(..., dtype=np.float32)."
        )
    if not result.dtype.isnative:  # from a file of another machine's byte order
        result = result.astype(result.dtype.newbyteorder("="))
    return result


def images(value: object, function: str, name: str, axes: int) -> np.ndarray:
    """Return ``value`` as an array with a batch, a channel and ``axes`` spatial axes."""
    result = array(value, f"{function}: {name}")
    if result.ndim != axes + 2:
        hint = "add the missing axes with x[None]" if result.ndim < axes + 2 else "index or reshape"
        raise ValueError(
            f"{function}: {name} must have {axes + 2} axes {LAYOUTS[axes + 2]}, "
            f"not shape {result.shape}; {hint}."
        )
    return result


def working_dtypes(*arrays: np.ndarray | None) -> tuple[np.dtype, np.dtype]:
    """Return the dtype of the answer and the dtype to compute in.

    Floating arrays decide the answer's dtype, the widest of them; whole numbers alone stay whole.
    PyTorch refuses a mixture; here the wider dtype holds both.
    """
    dtypes = [item.dtype for item in arrays if item is not None]
    answer = np.result_type(*([d for d in dtypes if d.kind == "f"] or dtypes))
    if answer.kind != "f":
        return answer, np.dtype(np.float64)
    return answer, np.promote_types(answer, np.float32)


def floating(*arrays: np.ndarray | None) -> tuple[np.dtype, np.dtype]:
    """Return :func:`working_dtypes` for answers that are not whole: whole numbers give float64."""
    answer, working = working_dtypes(*arrays)
    return (answer if answer.kind == "f" else working), working


def cast(values: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """Return an answer in its dtype; whole numbers too large for it wrap round, as in PyTorch."""
    if dtype.kind != "f" and values.dtype.kind == "f":
        values = values.astype(np.int64)  # what a float beyond the range becomes, C leaves open
    return values.astype(dtype, copy=False)


def ready(value: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """Return ``value`` contiguous in ``dtype``; a copy only where it is not so already."""
    return np.ascontiguousarray(value, dtype)


def real_number(
    value: object, name: str, minimum: float = -math.inf, maximum: float = math.inf
) -> float:
    """Return ``value`` as a float between ``minimum`` and ``maximum``.

    Raises:
        TypeError: it is not a number.
        ValueError: it is NaN or out of range.
    """
    number = isinstance(value, (int, float, np.integer, np.floating))
    if not number or isinstance(value, bool):
        raise TypeError(f"{name} must be a number, not {shown(value)}.")
    if not minimum <= value <= maximum:
        limits = [f"at least {minimum:g}"] if minimum > -math.inf else []
        limits += [f"at most {maximum:g}"] if maximum < math.inf else []
        raise ValueError(f"{name} must be {' and '.join(limits) or 'a number'}, not {value}.")
    return float(value)


def flag(value: object, name: str) -> bool:
    """Return ``value`` if it is True or False.

    Raises:
        TypeError: it is neither; 1 or "yes" may be a mistake.
    """
    if not isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name} must be True or False, not {shown(value)}.")
    return bool(value)


def choice(value: object, name: str, *choices: str) -> str:
    """Return ``value`` if it is one of ``choices``.

    Raises:
        ValueError: it is not.
    """
    if not isinstance(value, str) or value not in choices:
        names = ", ".join(map(repr, choices[:-1])) + f" or {choices[-1]!r}"
        raise ValueError(f"{name} must be {names}, not {shown(value)}.")
    return value


def same_shape(grad_output: object, shape: tuple[int, ...], function: str) -> np.ndarray:
    """Return ``grad_output`` as an array, which must have the shape of the output."""
    result = array(grad_output, f"{function}: grad_output")
    if result.shape != tuple(shape):
        raise ValueError(
            f"{function}: grad_output has shape {result.shape}, but the output has {tuple(shape)}; "
            "pass one gradient for each output value."
        )
    return result


class Windows(NamedTuple):
    """Where the windows of a convolution or a pooling lie; every field has one entry an axis."""

    input: tuple[int, ...]
    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: tuple[tuple[int, int], ...]  # before and after, which differ for some 'same' sizes
    dilation: tuple[int, ...]
    output: tuple[int, ...]

    @property
    def padded(self) -> tuple[int, ...]:
        """Size of the input with its padding."""
        return tuple(n + low + high for n, (low, high) in zip(self.input, self.padding))

    def with_height(self) -> Windows:
        """Return the same windows over an image of height 1: a 1-D operation seen as a 2-D one."""
        one = (1, 1, 1, (0, 0), 1, 1)
        return Windows(*((first, *field) for first, field in zip(one, self)))


def windows(
    function: str,
    size: Sequence[int],
    kernel: Sequence[int],
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
) -> Windows:
    """Return the windows of a convolution, with PyTorch's floor; see notebook 03.

    Raises:
        TypeError: an option is not a whole number.
        ValueError: an option is out of range, or the kernel is larger than the padded input.
    """
    axes = len(size)
    stride = per_axis(stride, axes, f"{function}: stride", 1)
    dilation = per_axis(dilation, axes, f"{function}: dilation", 1)
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    sides = _padding(function, padding, spans, stride)
    padded = [n + low + high for n, (low, high) in zip(size, sides)]
    if any(span > room for span, room in zip(spans, padded)) or not all(size):
        needed = max(-(-(span - n) // 2) for span, n in zip(spans, size))
        dilated = f" with dilation {times(dilation)} spans {times(spans)} and"
        raise ValueError(
            f"{function}: kernel {times(kernel)}{dilated if max(dilation) > 1 else ''} is larger "
            f"than the padded input {times(padded)}; use a smaller kernel or padding of at least "
            f"{needed}."
            if all(size)
            else f"{function}: the input has no pixels: {_named(size)}; pass at least one."
        )
    output = tuple((room - span) // s + 1 for room, span, s in zip(padded, spans, stride))
    return Windows(tuple(size), tuple(kernel), stride, tuple(sides), dilation, output)


def _named(size: Sequence[int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in zip(_AXES[len(size) - 1], size))


def _padding(
    function: str, padding: Size | str, spans: Sequence[int], stride: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the padding before and after, for numbers as for 'valid' and 'same'."""
    if not isinstance(padding, str):
        return [(p, p) for p in per_axis(padding, len(spans), f"{function}: padding", 0)]
    if padding == "valid":
        return [(0, 0)] * len(spans)
    if padding != "same":
        raise ValueError(
            f"{function}: padding must be a number, a tuple of them, 'valid' or 'same', "
            f"not {padding!r}."
        )
    if max(stride) > 1:
        raise ValueError(
            f"{function}: padding 'same' needs stride 1, not {times(stride)}; "
            "give the padding as a number."
        )
    return [((span - 1) // 2, span // 2) for span in spans]  # an even span: one more after


class Convolution(NamedTuple):
    """The arguments of one convolution, checked: arrays ready to compute with, and geometry."""

    x: np.ndarray
    weight: np.ndarray
    bias: np.ndarray | None
    windows: Windows
    groups: int
    dtype: np.dtype  # of the answer; the arrays have the dtype to compute in


def convolution(
    function: str,
    axes: int,
    x: object,
    weight: object,
    bias: object | None,
    stride: Size,
    padding: Size | str,
    dilation: Size,
    groups: int,
    *,
    gradient: bool = False,
) -> Convolution:
    """Check the arguments of a convolution over ``axes`` spatial axes.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    x, weight = images(x, function, "x", axes), array(weight, f"{function}: weight")
    if weight.ndim != axes + 2:
        layout = {1: "K", 2: "K_H, K_W", 3: "K_D, K_H, K_W"}[axes]
        raise ValueError(
            f"{function}: weight must have {axes + 2} axes (C_out, C_in / groups, {layout}), "
            f"not shape {weight.shape}; a single kernel is weight[None, None]."
        )
    groups = whole_number(groups, f"{function}: groups", 1)
    channels, (filters, depth) = x.shape[1], weight.shape[:2]
    if channels % groups or filters % groups or not filters:
        raise ValueError(
            f"{function}: {groups} groups do not divide {channels} input and {filters} output "
            "channels; use a number of groups that divides both."
        )
    if channels != depth * groups:
        raise ValueError(
            f"{function}: x has {channels} channels, but weight {weight.shape} with "
            f"groups={groups} reads {depth * groups}; x.shape[1] must equal "
            "weight.shape[1] * groups."
        )
    if bias is not None:
        bias = array(bias, f"{function}: bias")
        if bias.shape != (filters,):
            raise ValueError(
                f"{function}: bias has shape {bias.shape}, but there are {filters} output "
                f"channels; pass one number for each, shape ({filters},)."
            )
    if not all(weight.shape[2:]):
        raise ValueError(f"{function}: kernel {times(weight.shape[2:])} is empty; use at least 1.")
    place = windows(function, x.shape[2:], weight.shape[2:], stride, padding, dilation)
    dtype, working = (floating if gradient else working_dtypes)(x, weight, bias)
    bias = None if bias is None else ready(bias, working)
    return Convolution(ready(x, working), ready(weight, working), bias, place, groups, dtype)
