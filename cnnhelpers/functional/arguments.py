"""What an operation asks of one argument, and the sentence it says when it does not get it.

Arrays may be lists, non-contiguous, read-only or Fortran-ordered; they are read, never changed.
Whole-number arrays are computed in float64 (exact below 2^53) and float16 in float32.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from cnnhelpers.shapes import shown, whole_number

Size = int | Sequence[int]
LAYOUTS = {
    1: "(L,)",
    2: "(N, features)",
    3: "(N, C, L)",
    4: "(N, C, H, W)",
    5: "(N, C, D, H, W)",
}


LARGEST = 2**31 - 1  # of a size
MANY = 2**30  # numbers in an array: 4 GB and more


def affordable(function: str, what: str, shape: Sequence[int]) -> None:
    """Refuse an array that no computer of a reader's can hold.

    Raises:
        ValueError: an array of ``shape`` has more than 2^30 numbers.
    """
    if math.prod(shape) > MANY:
        raise ValueError(
            f"{function}: {what} would have shape {in_short(shape)}, more than {MANY:,} "
            "numbers; use smaller sizes."
        )


def in_short(sizes: Sequence[int]) -> str:
    """Return sizes as a tuple is written, those of more than 20 digits by their magnitude."""
    texts = [str(n) if abs(n) < 10**20 else f"about 2^{abs(n).bit_length()}" for n in sizes]
    return f"({', '.join(texts)}{',' if len(texts) == 1 else ''})"


def plain(value: object, name: str) -> np.ndarray:
    """Return ``value`` as an array without a will of its own: no matrix, no mask.

    Raises:
        TypeError: it is masked, or does not become an array.
    """
    if type(value) is np.ndarray:
        return value
    kind = type(value).__name__
    if isinstance(value, np.ma.MaskedArray):
        raise TypeError(
            f"{name} is a masked array, and no operation here knows masks; "
            "say what stands in the gaps, for example x.filled(0)."
        )
    try:
        return np.asarray(value)
    except ValueError:
        raise TypeError(
            f"{name} must be an array of numbers, but its rows have different lengths; "
            "make them equally long."
        ) from None
    except Exception:  # whatever another library says
        advice = "pass an array or a list of numbers"
        if hasattr(value, "detach"):
            advice = "pass x.detach().cpu().float().numpy(), for gradients end here"
        raise TypeError(f"{name} of type {kind} does not become a NumPy array; {advice}.") from None


def array(value: object, name: str) -> np.ndarray:
    """Return ``value`` as an array of real numbers; ``name`` opens the sentence of an error.

    Raises:
        TypeError: it is not a regular array of whole or real numbers.
    """
    result = plain(value, name)
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
        ValueError: it is NaN, infinite or out of range.
    """
    number = isinstance(value, (int, float, np.integer, np.floating))
    if not number or isinstance(value, bool):
        raise TypeError(f"{name} must be a number, not {shown(value)}.")
    try:
        float(value)
    except OverflowError:
        raise ValueError(f"{name} must be a number below 1e308, not a larger one.") from None
    if not minimum <= value <= maximum:
        limits = [f"at least {minimum:g}"] if minimum > -math.inf else []
        limits += [f"at most {maximum:g}"] if maximum < math.inf else []
        raise ValueError(f"{name} must be {' and '.join(limits) or 'a number'}, not {value}.")
    if math.isinf(value):
        raise ValueError(f"{name} must be a finite number, not {value}.")
    return float(value)


def flag(value: object, name: str) -> bool:
    """Return ``value`` if it is True or False.

    Raises:
        TypeError: it is neither; 1 or "yes" may be a mistake.
    """
    if not isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name} must be True or False, not {shown(value)}.")
    return bool(value)


def generator(value: object, name: str) -> np.random.Generator:
    """Return ``value`` if it is a source of chance.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, np.random.Generator):
        raise TypeError(
            f"{name} must be a NumPy generator, such as np.random.default_rng(0), not "
            f"{shown(value)}."
        )
    return value


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


def existing_dim(function: str, axes: int, dim: int) -> int:
    """Return ``dim`` if it is one of so many ``axes``; negative ones count from the end."""
    dim = whole_number(dim, f"{function}: dim")
    if not axes:
        raise ValueError(f"{function}: a single number has no axis; pass an array that has one.")
    if not -axes <= dim < axes:
        raise ValueError(
            f"{function}: dim {dim} does not exist in an array of {axes} axes; "
            f"use {-axes} to {axes - 1}."
        )
    return dim


def per_channel(
    function: str, name: str, value: object, channels: int, default: float, dtype: np.dtype
) -> np.ndarray:
    """Return one number a channel in ``dtype``, all ``default`` for None."""
    if value is None:
        return np.full(channels, default, dtype)
    return ready(one_each(function, name, value, channels, "channels"), dtype)


def one_each(function: str, name: str, value: object, count: int, what: str) -> np.ndarray:
    """Return ``value`` as an array of one number for each of ``count`` channels or features."""
    result = array(value, f"{function}: {name}")
    if result.shape != (count,):
        raise ValueError(
            f"{function}: {name} has shape {result.shape}, but there are {count} {what}; "
            f"pass one number for each, shape ({count},)."
        )
    return result


def class_numbers(labels: np.ndarray, name: str) -> None:
    """Refuse labels that are not whole numbers; an empty list of them says nothing.

    Raises:
        TypeError: they are not.
    """
    if labels.dtype.kind not in "iu" and labels.size:
        true_false = labels.dtype.kind == "b"
        advice = "use labels.astype(int)" if true_false else "pass the number of each image's class"
        raise TypeError(f"{name} must be whole numbers, not {labels.dtype}; {advice}.")
