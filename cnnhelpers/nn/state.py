"""States by name: what of one fits a model, and putting it in, all or nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers.functional.arguments import array
from cnnhelpers.shapes import shown

Change = tuple[object, str, Any]  # of whom, which attribute, to what


class Incompatible(NamedTuple):
    """Names that a state lacks, and names that it has too much; PyTorch's words."""

    missing_keys: list[str]
    unexpected_keys: list[str]


def put(changes: Sequence[Change]) -> None:
    """Set attributes: all of them, also when Ctrl-C comes in the middle."""
    try:
        for owner, key, value in changes:
            setattr(owner, key, value)
    except BaseException:
        for owner, key, value in changes:
            setattr(owner, key, value)
        raise


def compare_names(state: object, wanted: Collection[str], strict: bool) -> Incompatible:
    """Return which names of a state are missing and unexpected; with ``strict`` there may be none.

    Raises:
        TypeError: the state does not map names to arrays.
        ValueError: names differ.
    """
    if not isinstance(state, Mapping):
        raise TypeError(
            f"load_state_dict: state must be a dictionary of arrays by name, not {shown(state)}; "
            "pass what state_dict() returned."
        )
    found = Incompatible(
        [name for name in wanted if name not in state],
        [str(name) for name in state if name not in wanted],
    )
    if strict and any(found):
        said = [("lacks", found.missing_keys), ("has unexpected", found.unexpected_keys)]
        parts = [f"{verb} {_some(names)}" for verb, names in said if names]
        raise ValueError(
            f"load_state_dict: the state {' and '.join(parts)}; load it into a model with the same "
            "layers, or take what fits with strict=False."
        )
    return found


def _some(names: list[str]) -> str:
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return ", ".join(names[:4]) + more


def fitted(value: object, name: str, shape: tuple[int, ...], dtype: np.dtype) -> np.ndarray:
    """Return a copy of ``value`` in the dtype of what it replaces.

    Raises:
        TypeError: it is not an array of real numbers.
        ValueError: its shape differs, or the dtype cannot hold it.
    """
    if hasattr(value, "detach"):  # a tensor
        value = value.detach().cpu()
    given = array(value, f"load_state_dict: {name}")
    if given.shape != shape:
        raise ValueError(f"load_state_dict: {name} has shape {given.shape}, expected {shape}.")
    with np.errstate(over="ignore", invalid="ignore"):
        kept = given.astype(dtype)
    lost = np.isfinite(given) & ~np.isfinite(kept) if dtype.kind == "f" else kept != given
    if np.any(lost):
        raise ValueError(f"load_state_dict: {name} has numbers that {dtype} cannot hold.")
    return kept
