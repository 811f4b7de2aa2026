"""PyTorch as the reference; the only module of the package that imports it, at its first use.

Where PyTorch is not installed, values recorded from it serve the cases of :mod:`cnnhelpers.cases`.
``python -m cnnhelpers.reference record`` writes them; ``check`` says whether they are up to date.
"""

from __future__ import annotations

import hashlib
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers.cases import CASES

RECORDED = Path(__file__).parent / "reference_data" / "recorded.npz"
RELATIVE = {"float16": 1e-2, "float32": 1e-5, "float64": 1e-10}


@cache
def _torch() -> Any:
    """Return the module, or None where it cannot be imported."""
    try:
        import torch
    except (ImportError, OSError):  # OSError: installed, but a library of it is missing
        return None
    return torch


def available() -> bool:
    """Return whether PyTorch can be imported; the first call imports it."""
    return _torch() is not None


def _needed() -> Any:
    torch = _torch()
    if torch is None:
        raise ModuleNotFoundError(
            "PyTorch is not installed, so there is nothing to compare with; install it with "
            "'pip install torch', or go on without: the checks use recorded values.",
            name="torch",
        )
    return torch


# Arrays in, arrays out --------------------------------------------------------------------------


def _tensors(arrays: Sequence[Any]) -> list[Any]:
    """Return arrays as tensors of one dtype, the widest; None stays None, numbers stay numbers."""
    torch = _needed()
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
        ModuleNotFoundError: PyTorch is not installed.
        ValueError: there is no such function.
    """
    return _function(operation)(*_tensors(arrays), **options).detach().numpy()


def _function(operation: str) -> Callable:
    torch = _needed()
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
        ModuleNotFoundError: PyTorch is not installed.
    """
    torch = _needed()
    tensors = _tensors(inputs)
    present = [tensor for tensor in tensors if tensor is not None]
    for tensor in present:
        tensor.requires_grad_(True)
    output = _function(operation)(*tensors, **options)
    upstream = torch.tensor(np.asarray(grad_output), dtype=output.dtype)
    found = iter(torch.autograd.grad(output, present, upstream))
    return tuple(None if tensor is None else next(found).numpy() for tensor in tensors)


# The exercises, by PyTorch ----------------------------------------------------------------------


def _correlate2d(x: Any, kernel: Any, stride: Any = 1, padding: Any = 0) -> np.ndarray:
    return conv2d(x[None, None], kernel[None, None], stride=stride, padding=padding)[0, 0]


def _parameters(layer: Any) -> int:
    return sum(tensor.numel() for tensor in layer.parameters())


def _dense_parameters(in_features: int, out_features: int) -> int:
    return _parameters(_needed().nn.Linear(in_features, out_features, device="meta"))


def _conv_parameters(in_channels: int, out_channels: int, kernel_size: int) -> int:
    conv = _needed().nn.Conv2d(in_channels, out_channels, kernel_size, device="meta")
    return _parameters(conv)


def _local_parameters(in_size: int, kernel_size: int, in_channels: int, out_channels: int) -> int:
    torch = _needed()  # has no such layer; its unfold says how many windows of how many numbers
    image = torch.empty(1, in_channels, in_size, in_size, device="meta")
    taps, windows = torch.nn.functional.unfold(image, kernel_size).shape[1:]
    return out_channels * windows * _parameters(torch.nn.Linear(taps, 1, device="meta"))


def _permute_pixels(images: np.ndarray, permutation: np.ndarray) -> np.ndarray:
    pixels, order = _tensors([images])[0], _needed().tensor(permutation)
    return pixels.flatten(1).index_select(1, order).view_as(pixels).numpy()


def _kernel_gradient(x: np.ndarray, kernel: np.ndarray, target: np.ndarray) -> np.ndarray:
    torch = _needed()
    x, kernel, target = _tensors([x, kernel, target])
    kernel.requires_grad_(True)
    output = torch.nn.functional.conv2d(x[None, None], kernel[None, None])[0, 0]
    return torch.autograd.grad(((output - target) ** 2).sum(), kernel)[0].numpy()


def _edge_strength(image: np.ndarray) -> np.ndarray:
    sobel = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    across, down = _tensors([_correlate2d(image, sobel), _correlate2d(image, sobel.T)])
    return _needed().hypot(across, down).numpy()


def _best_match(image: np.ndarray, pattern: np.ndarray) -> np.ndarray:
    scores = _correlate2d(image, pattern - pattern.mean())
    return np.array(divmod(int(_needed().tensor(scores).argmax()), scores.shape[1]))


def _output_size(size: int, kernel_size: int, **options: int) -> int:
    return conv1d(np.zeros((1, 1, size)), np.ones((1, 1, kernel_size)), **options).shape[2]


def _same_padding(kernel_size: int) -> int:
    for padding in range(kernel_size):
        if _output_size(2 * kernel_size, kernel_size, padding=padding) == 2 * kernel_size:
            return padding
    raise ValueError("no padding keeps the size")


def _unread_positions(size: int, kernel_size: int, **options: int) -> np.ndarray:
    x, kernel = np.zeros((1, 1, size)), np.ones((1, 1, kernel_size))
    upstream = np.ones_like(conv1d(x, kernel, **options))
    return np.flatnonzero(gradients("conv1d", [x, kernel], upstream, **options)[0][0, 0] == 0)


def _dilate_kernel(kernel: np.ndarray, dilation: int) -> np.ndarray:
    one = np.ones((1, 1, 1, 1))
    return run("conv_transpose2d", kernel[None, None], one, stride=dilation)[0, 0]


def _pad2d(x: np.ndarray, padding: Any) -> np.ndarray:
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    return run("pad", x, pad=(horizontal, horizontal, vertical, vertical))


def _conv_cost(
    in_channels: int, out_channels: int, kernel_size: int, out_height: int, out_width: int
) -> tuple[int, int]:
    torch, edge = _needed(), kernel_size - 1
    image = torch.empty(1, in_channels, out_height + edge, out_width + edge, device="meta")
    taps, windows = torch.nn.functional.unfold(image, kernel_size).shape[1:]
    return _conv_parameters(in_channels, out_channels, kernel_size), out_channels * taps * windows


def _bottleneck_macs(
    height: int,
    width: int,
    in_channels: int,
    middle_channels: int,
    out_channels: int,
    kernel_size: int,
) -> int:
    size = height, width
    down = _conv_cost(in_channels, middle_channels, 1, *size)[1]
    return down + _conv_cost(middle_channels, out_channels, kernel_size, *size)[1]


def _separable_parameters(in_channels: int, out_channels: int, kernel_size: int) -> int:
    nn, free = _needed().nn, {"bias": False, "device": "meta"}
    depthwise = nn.Conv2d(in_channels, in_channels, kernel_size, groups=in_channels, **free)
    return _parameters(depthwise) + _parameters(nn.Conv2d(in_channels, out_channels, 1, **free))


def _transposed2d(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    return run("conv_transpose2d", x[None, None], kernel[None, None], stride=stride)[0, 0]


def _seen(position: int, layers: Sequence[Mapping[str, int]]) -> tuple[int, int]:
    """Return the first and last input, of many, that an output of a stack of layers reads."""
    torch = _needed()
    x = torch.zeros(1, 1, 2000, dtype=torch.float64, requires_grad=True)
    y = x
    for layer in layers:
        options = dict(layer)
        kernel = torch.ones(1, 1, options.pop("kernel_size"), dtype=torch.float64)
        y = torch.nn.functional.conv1d(y, kernel, **options)
    read = torch.autograd.grad(y[0, 0, position], x)[0].flatten().nonzero()
    return int(read.min()), int(read.max())


def _receptive_field(layers: Sequence[tuple[int, int, int]]) -> int:
    names = "kernel_size", "stride", "dilation"
    first, last = _seen(0, [dict(zip(names, layer)) for layer in layers])
    return last - first + 1


def _window_of(position: int, layers: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    names, away = ("kernel_size", "stride", "padding"), 30  # so far from the border, all is read
    stack = [dict(zip(names, layer)) for layer in layers]
    near, far = _seen(away, stack), _seen(2 * away, stack)
    jump = (far[0] - near[0]) // away
    return tuple(end + (position - away) * jump for end in near)


def _layers_needed(field: int, kernel_size: int) -> int:
    torch, layers = _needed(), 0
    x, kernel = torch.empty(1, 1, field), torch.empty(1, 1, kernel_size)
    while x.shape[2] > 1:  # valid: what is left are the outputs that see different inputs
        missing = max(0, kernel_size - x.shape[2])
        x = torch.nn.functional.conv1d(torch.nn.functional.pad(x, (0, missing)), kernel)
        layers += 1
    return layers


def _measured_field(gradient: np.ndarray) -> tuple[int, int]:
    places = _tensors([gradient])[0].nonzero()
    if not len(places):
        return 0, 0
    height, width = (places.amax(0) - places.amin(0) + 1).tolist()
    return height, width


def _stack_parameters(depth: int, kernel_size: int, channels: int) -> int:
    conv = _needed().nn.Conv2d(channels, channels, kernel_size, bias=False, device="meta")
    return sum(_parameters(conv) for _ in range(depth))


def _max_pool_shape(
    shape: Sequence[int], kernel_size: int, stride: int | None = None
) -> tuple[int, ...]:
    torch = _needed()
    x = torch.empty(*shape, device="meta")
    return tuple(torch.nn.functional.max_pool2d(x, kernel_size, stride).shape)


def _feature_change(features: np.ndarray, shifted: np.ndarray) -> float:
    before, after = (tensor.flatten() for tensor in _tensors([features, shifted]))
    return (_needed().linalg.vector_norm(before - after) / before.norm()).item()


def _causal_filter(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    before = np.concatenate([np.zeros(len(weight) - 1), x])
    return conv1d(before[None, None], weight[None, None, ::-1])[0, 0]


def _matched_filter(signal: np.ndarray, template: np.ndarray) -> int:
    scores = conv1d(signal[None, None], (template - template.mean())[None, None])
    return int(_needed().tensor(scores).argmax())


EXERCISES: Mapping[str, Callable] = {
    "invert": lambda image: (1 - _tensors([image])[0]).numpy(),
    "dense_parameters": _dense_parameters,
    "conv_parameters": _conv_parameters,
    "permute_pixels": _permute_pixels,
    "local_parameters": _local_parameters,
    "correlate1d": lambda x, kernel: conv1d(x[None, None], kernel[None, None])[0, 0],
    "correlate2d": _correlate2d,
    "kernel_gradient": _kernel_gradient,
    "convolve2d": lambda x, kernel: _correlate2d(x, kernel[::-1, ::-1]),
    "edge_strength": _edge_strength,
    "best_match": _best_match,
    "output_size": _output_size,
    "pad2d": _pad2d,
    "correlate2d_strided": _correlate2d,
    "same_padding": _same_padding,
    "unread_positions": _unread_positions,
    "dilate_kernel": _dilate_kernel,
    "filter_response": lambda window, weight, bias: (
        conv2d(window[None], weight[None], np.array([bias])).item()
    ),
    "conv2d_image": lambda x, weight, bias: conv2d(x[None], weight, bias)[0],
    "conv2d_batch": conv2d,
    "hwc_to_chw": lambda image: _tensors([image])[0].permute(2, 0, 1).numpy(),
    "conv_cost": _conv_cost,
    "conv1x1": lambda x, weight, bias: conv2d(x, weight[:, :, None, None], bias),
    "bottleneck_macs": _bottleneck_macs,
    "grouped_conv2d": lambda x, weight, bias, groups: conv2d(x, weight, bias, groups=groups),
    "separable_parameters": _separable_parameters,
    "transposed2d": _transposed2d,
    "receptive_field": _receptive_field,
    "layers_needed": _layers_needed,
    "window_of": _window_of,
    "measured_field": _measured_field,
    "stack_parameters": _stack_parameters,
    "max_pool2d": lambda x, kernel_size, **options: run(
        "max_pool2d", x, kernel_size=kernel_size, **options
    ),
    "avg_pool2d": lambda x, kernel_size, **options: run(
        "avg_pool2d", x, kernel_size=kernel_size, **options
    ),
    "global_avg_pool": lambda x: run("adaptive_avg_pool2d", x, output_size=1)[..., 0, 0],
    "max_pool_shape": _max_pool_shape,
    "feature_change": _feature_change,
    "conv1d": conv1d,
    "causal_filter": _causal_filter,
    "matched_filter": _matched_filter,
    "conv3d": lambda x, weight, bias: run("conv3d", x, weight, bias),
    "conv2d": conv2d,
}


# Recorded values --------------------------------------------------------------------------------


class Expected(NamedTuple):
    """A right answer, or the type of error that is right, and whether PyTorch gave it just now."""

    value: np.ndarray | None
    live: bool


def key(operation: str, arguments: Mapping[str, Any]) -> str:
    """Return the name under which the answer is recorded; it follows from the numbers alone."""
    digest = hashlib.sha256(operation.encode())
    for name, value in arguments.items():
        digest.update(name.encode())
        if value is not None:
            numbers = np.asarray(value, dtype="<f8")
            digest.update(repr(numbers.shape).encode() + numbers.tobytes())
    return f"{operation}-{digest.hexdigest()[:16]}"


@cache
def _recorded() -> Mapping[str, np.ndarray]:
    if not RECORDED.exists():
        return {}
    with np.load(RECORDED) as file:
        return {name: file[name] for name in file.files}


def expected(exercise: str, arguments: Mapping[str, Any]) -> Expected:
    """Return the answer of PyTorch to an exercise, or the one recorded where PyTorch is missing.

    Raises:
        LookupError: PyTorch is missing and these arguments were never recorded.
    """
    if available():
        return Expected(np.asarray(EXERCISES[exercise](**arguments)), True)
    name = key(exercise, arguments)
    if name not in _recorded():
        raise LookupError(f"reference: no value of {exercise} is recorded for these arguments.")
    return Expected(_recorded()[name], False)


def _to_record() -> dict[str, np.ndarray]:
    return {
        key(exercise, case.arguments): np.asarray(EXERCISES[exercise](**case.arguments))
        for exercise, cases in CASES.items()
        for case in cases
        if case.raises is None
    }


def stale() -> list[str]:
    """Return what the recorded file has too much, too little or different; nothing if up to date.

    Raises:
        ModuleNotFoundError: PyTorch is not installed.
    """
    now, before = _to_record(), _recorded()
    return sorted(now.keys() ^ before.keys()) + [
        name
        for name in sorted(now.keys() & before.keys())
        if now[name].shape != before[name].shape or not np.allclose(now[name], before[name])
    ]


def record(path: Path = RECORDED) -> int:
    """Write the answers of PyTorch to all cases; return how many."""
    values = _to_record()
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, **values)
    _recorded.cache_clear()
    return len(values)


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Record the values, or say whether they are up to date; return the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments not in (["record"], ["check"]):
        print("Usage: python -m cnnhelpers.reference record|check")
        return 2
    if not available():
        print("PyTorch is not installed; the recorded values come from it. Install it first.")
        return 1
    if arguments == ["record"]:
        print(f"Recorded {record()} values.")
        return 0
    outdated = stale()
    for name in outdated:
        print(f"Not up to date: {name}")
    print("Up to date." if not outdated else "Run: python -m cnnhelpers.reference record")
    return bool(outdated)


if __name__ == "__main__":
    raise SystemExit(main())
