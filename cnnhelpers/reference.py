"""PyTorch as the reference; the only module of the package that imports it, at its first use.

(:mod:`cnnhelpers.parallel.train` is a script: torchrun starts it, and nothing imports it.)
Arrays go in and come out. Where PyTorch is not installed, :mod:`cnnhelpers.recorded` has values
that it gave: to the cases of the exercises, and to the calls that stand in notebooks.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers import recorded

RELATIVE = {"float16": 1e-2, "float32": 1e-5, "float64": 1e-10}


def _imported() -> Any:
    try:
        import torch
    except (ImportError, OSError):  # OSError: installed, but a library of it is missing
        return None
    return torch


@cache
def _importing() -> Future[Any]:
    """Import PyTorch in a thread of its own.

    An interruption of the reader's ends the waiting and not the import: half imported, PyTorch
    could not be had again in this kernel.
    """
    future: Future[Any] = Future()

    def work() -> None:
        try:
            future.set_result(_imported())
        except BaseException as error:
            future.set_exception(error)

    try:
        threading.Thread(target=work, daemon=True).start()
    except RuntimeError:  # no threads here (Python in a browser)
        work()
    return future


def torch_module() -> Any:
    """Return the module ``torch``, or None where it cannot be had; the first call imports it."""
    return _importing().result()


def available() -> bool:
    """Return whether PyTorch can be imported; the first call imports it."""
    return torch_module() is not None


def needed() -> Any:
    """Return the module, or say in a sentence that it is missing."""
    torch = torch_module()
    if torch is None:
        raise ModuleNotFoundError(
            "PyTorch is not installed, so there is nothing to compare with; install it with "
            "'pip install torch', or go on without: the checks use recorded values.",
            name="torch",
        )
    return torch


# Arrays in, arrays out --------------------------------------------------------------------------


def tensors(arrays: Sequence[Any]) -> list[Any]:
    """Return arrays as tensors of one dtype, the widest; None stays None, numbers stay numbers."""
    torch = needed()
    read = [value if value is None else np.asarray(value) for value in arrays]
    dtypes = [value.dtype for value in read if value is not None]
    floats = [dtype for dtype in dtypes if dtype.kind == "f"]
    widest = np.result_type(*(floats or dtypes)) if dtypes else np.dtype(np.float64)
    return [
        None if value is None else torch.from_numpy(np.array(value, widest, order="C"))
        for value in read
    ]


def run(operation: str, *arrays: Any, **options: Any) -> np.ndarray:
    """Return what PyTorch's function of that name gives, as an array.

    Args:
        operation: a name of ``torch.nn.functional``, such as ``"conv2d"`` or ``"max_pool2d"``, or
            of ``torch``, such as ``"tanh"``.
        arrays: its arrays, in order; different dtypes are brought to the widest.
        options: its options, such as ``stride=2``.

    Raises:
        ModuleNotFoundError: PyTorch is not installed, and this call is not recorded.
        ValueError: there is no such function.
    """
    if not available():
        name = recorded.call(operation, arrays, options)
        if name in recorded.calls():
            return recorded.calls()[name]
    return _function(operation)(*tensors(arrays), **options).detach().numpy()


def _function(operation: str) -> Callable:
    torch = needed()
    for module in (torch.nn.functional, torch):
        if callable(getattr(module, operation, None)):
            return getattr(module, operation)
    raise ValueError(f"reference: PyTorch has no function {operation!r}; look for its name there.")


def conv1d(x: Any, weight: Any, bias: Any = None, **options: Any) -> np.ndarray:
    """Return PyTorch's ``conv1d`` of arrays: x (N, C_in, L), weight (C_out, C_in/groups, K)."""
    return run("conv1d", x, weight, bias, **options)


def conv2d(x: Any, weight: Any, bias: Any = None, **options: Any) -> np.ndarray:
    """Return PyTorch's ``conv2d`` of arrays: x (N, C, H, W), weight (C_out, C_in/groups, K, K)."""
    return run("conv2d", x, weight, bias, **options)


def gradients(
    operation: str, inputs: Sequence[Any], grad_output: Any, **options: Any
) -> tuple[np.ndarray | None, ...]:
    """Return the gradient of each input, by autograd, given that of the output.

    Args:
        operation: as for :func:`run`.
        inputs: the arrays, in order; None for one left out, whose gradient is then None.
        grad_output: the gradient of the output, of the output's shape.
        options: the operation's options.

    Raises:
        ModuleNotFoundError: PyTorch is not installed, and this call is not recorded.
    """
    if not available():
        kept = recorded.calls()
        name = recorded.call(f"gradients of {operation}", (*inputs, grad_output), options)
        places = [f"{name}.{number}" for number in range(len(inputs))]
        if any(place in kept for place in places):
            return tuple(kept.get(place) for place in places)
    torch = needed()
    leaves = tensors(inputs)
    present = [tensor for tensor in leaves if tensor is not None]
    for tensor in present:
        tensor.requires_grad_(True)
    output = _function(operation)(*leaves, **options)
    upstream = torch.tensor(np.asarray(grad_output), dtype=output.dtype)
    # Of one number: to compare an upstream gradient's shape, PyTorch imports its compiler, 2 s.
    found = iter(torch.autograd.grad((output * upstream).sum(), present))
    return tuple(None if tensor is None else next(found).numpy() for tensor in leaves)


def count_parameters(layer: Any) -> int:
    """Return how many numbers a layer or a model of PyTorch learns."""
    return sum(parameter.numel() for parameter in layer.parameters())


def count_windows(image: Any, kernel_size: int) -> tuple[int, int]:
    """Return how many numbers a window of an image (1, channels, height, width) holds, and how many
    windows there are at stride 1.

    ``torch.nn.functional.unfold`` would say it, too; but of a tensor without data, on the device
    "meta", only after PyTorch has imported its compiler, which takes as long as PyTorch itself.
    """
    views = image.unfold(2, kernel_size, 1).unfold(3, kernel_size, 1)
    return views[0, :, 0, 0].numel(), views[0, 0, :, :, 0, 0].numel()


# Comparing in a notebook ------------------------------------------------------------------------


class Comparison(NamedTuple):
    """What a comparison with PyTorch found; ``same`` is None where PyTorch is missing."""

    same: bool | None
    text: str

    def __repr__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.same)


def compare(ours: Any, operation: str, *arrays: Any, **options: Any) -> Comparison:
    """Compare an answer with PyTorch's function of that name; never raises for a wrong answer.

    The bound that it prints depends on the size of the numbers and on their dtype, not on the
    rounding of this machine, so the sentence is the same everywhere.

    Args:
        ours: the answer to compare.
        operation, arrays, options: as for :func:`run`.
    """
    if not available():
        return Comparison(None, f"PyTorch is not installed: not compared with its {operation}.")
    theirs = run(operation, *arrays, **options)
    ours = _read(ours)
    if ours is None:
        return Comparison(False, f"Different from PyTorch's {operation}: yours is not an array.")
    if ours.shape != theirs.shape:
        return Comparison(
            False,
            f"Different from PyTorch's {operation}: yours has shape {ours.shape}, "
            f"PyTorch's has {theirs.shape}.",
        )
    bound = _bound(theirs, arrays)
    far = ~np.isclose(ours, theirs, rtol=0, atol=bound, equal_nan=True)
    if not far.any():
        within = f"largest difference within {bound:.0e}" if bound else "no difference"
        return Comparison(True, f"Same as PyTorch's {operation}: {within}.")
    place = tuple(int(index) for index in np.argwhere(far)[0])
    return Comparison(
        False,
        f"Different from PyTorch's {operation} in {int(far.sum())} of {far.size} values: "
        f"at {list(place)} yours is {float(ours[place]):.4g}, "
        f"PyTorch's is {float(theirs[place]):.4g}.",
    )


def _read(ours: Any) -> np.ndarray | None:
    try:
        ours = ours.detach().cpu().numpy() if hasattr(ours, "detach") else np.asarray(ours)
        return ours if ours.dtype.kind in "biuf" else None
    except (TypeError, ValueError, RuntimeError):
        return None


def _bound(theirs: np.ndarray, arrays: Sequence[Any]) -> float:
    """Return a power of ten: the dtype's precision times the largest number's power of ten."""
    if theirs.dtype.kind != "f":
        return 0.0
    largest = [np.max(np.abs(a), initial=0.0) for a in (*arrays, theirs) if a is not None]
    scale = max((float(size) for size in largest if math.isfinite(size)), default=0.0)
    power = math.floor(math.log10(scale)) if scale > 0 else 0
    return float(f"1e{round(math.log10(RELATIVE[theirs.dtype.name])) + power}")
