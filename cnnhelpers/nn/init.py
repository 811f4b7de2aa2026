"""Where a network's first weights come from. Notebook 11 shows why it matters.

One generator serves all layers, as in PyTorch: call :func:`manual_seed` before building a model to
build the same one again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import numpy as np

from cnnhelpers.functional.arguments import choice, real_number
from cnnhelpers.shapes import shown, whole_number

Draw = Callable[[np.random.Generator, tuple[int, ...]], np.ndarray]
_generator = np.random.default_rng(0)


def manual_seed(seed: int | Sequence[int]) -> None:
    """Start the generator of initial weights and of dropout from ``seed``.

    Raises:
        TypeError, ValueError: the seed is no whole number from 0 on, nor a list of such.
    """
    global _generator
    _generator = _started(seed, "manual_seed")


def generator() -> np.random.Generator:
    """Return the generator that layers and dropout draw from."""
    return _generator


def use_generator(generator: np.random.Generator) -> None:
    """Let layers and dropout draw from ``generator`` from now on."""
    global _generator
    _generator = generator


@contextmanager
def seeded(seed: int | Sequence[int]) -> Iterator[None]:
    """Draw from ``seed`` within a ``with`` block, and go on as before after it."""
    global _generator
    kept, _generator = _generator, _started(seed, "seeded")
    try:
        yield
    finally:
        _generator = kept


def _started(seed: int | Sequence[int], function: str) -> np.random.Generator:
    several = isinstance(seed, (Sequence, np.ndarray)) and not isinstance(seed, str)
    for number in np.ravel(seed).tolist() if several else [seed]:
        whole_number(number, f"{function}: seed", 0)  # NumPy takes None for a seed of its own
    return np.random.default_rng(seed)


def fans(shape: Sequence[int]) -> tuple[int, int]:
    """Return how many inputs an output has, and how many outputs an input, for a weight's shape.

    A dense weight is (out, in), a convolution's (C_out, C_in/groups, K, ...).
    """
    if len(shape) < 2:
        raise ValueError(f"fans: a weight of shape {tuple(shape)} has no inputs and outputs.")
    taps = math.prod(shape[2:])
    return shape[1] * taps, shape[0] * taps


# A draw is a partial call of a function with a name, so that layers can be pickled.


def _uniform(limit: float, rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    return rng.uniform(-limit, limit, shape).astype(np.float32)


def _normal(
    mean: float, deviation: float, rng: np.random.Generator, shape: tuple[int, ...]
) -> np.ndarray:
    return mean + deviation * rng.standard_normal(shape, np.float32)


def _constant(value: float, rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    return np.full(shape, value, np.float32)


def uniform(limit: float) -> Draw:
    """Draw evenly between ``-limit`` and ``limit``."""
    return partial(_uniform, float(limit))


def normal(deviation: float, mean: float = 0.0) -> Draw:
    """Draw from a normal distribution."""
    # Python's numbers leave float32 what it is; NumPy's would make it float64.
    return partial(_normal, float(mean), float(deviation))


def constant(value: float) -> Draw:
    """Return a draw that is always the same number."""
    return partial(_constant, value)


def default(fan_in: int) -> Draw:
    """PyTorch's default for weights and biases: evenly within ``1 / sqrt(fan_in)``."""
    return uniform(1 / math.sqrt(fan_in) if fan_in else 0.0)


# Each of these draws a parameter anew, as torch.nn.init does.


def kaiming_normal_(parameter, *, nonlinearity: str = "relu") -> None:
    """Deviation ``gain / sqrt(fan_in)``, gain sqrt(2) for ReLU: keeps the variance through layers.

    Source: He, Zhang, Ren and Sun (2015), "Delving deep into rectifiers".
    """
    inputs, _ = _fans_of(parameter, "kaiming_normal_")
    parameter.redraw(normal(_gain(nonlinearity, "kaiming_normal_") / math.sqrt(inputs)))


def kaiming_uniform_(parameter, *, nonlinearity: str = "relu") -> None:
    """Draw from an even distribution of the variance of :func:`kaiming_normal_`."""
    inputs, _ = _fans_of(parameter, "kaiming_uniform_")
    parameter.redraw(uniform(_gain(nonlinearity, "kaiming_uniform_") * math.sqrt(3 / inputs)))


def xavier_normal_(parameter, gain: float = 1.0) -> None:
    """Draw with deviation ``gain * sqrt(2 / (fan_in + fan_out))``: a middle way for both passes.

    Source: Glorot and Bengio (2010), "Understanding the difficulty of training deep feedforward
    neural networks".
    """
    both = sum(_fans_of(parameter, "xavier_normal_"))
    parameter.redraw(normal(real_number(gain, "xavier_normal_: gain", 0) * math.sqrt(2 / both)))


def xavier_uniform_(parameter, gain: float = 1.0) -> None:
    """Draw from an even distribution of the variance of :func:`xavier_normal_`."""
    both = sum(_fans_of(parameter, "xavier_uniform_"))
    parameter.redraw(uniform(real_number(gain, "xavier_uniform_: gain", 0) * math.sqrt(6 / both)))


def normal_(parameter, mean: float = 0.0, std: float = 1.0) -> None:
    """Draw from a normal distribution."""
    mean, std = real_number(mean, "normal_: mean"), real_number(std, "normal_: std", 0)
    _checked(parameter, "normal_").redraw(normal(std, mean))


def constant_(parameter, value: float) -> None:
    """Set every number to ``value``."""
    value = real_number(value, "constant_: value")
    _checked(parameter, "constant_").redraw(constant(value))


def _checked(parameter, function: str):
    """Return ``parameter`` if it is one; its class stands in a module that asks here."""
    if not hasattr(parameter, "redraw"):
        raise TypeError(
            f"{function}: parameter must be one of a layer, such as layer.weight, not "
            f"{shown(parameter)}."
        )
    return parameter


def _fans_of(parameter, function: str) -> tuple[int, int]:
    return fans(_checked(parameter, function).shape)


def _gain(nonlinearity: str, function: str) -> float:
    gains = {"linear": 1.0, "sigmoid": 1.0, "tanh": 5 / 3, "relu": math.sqrt(2)}
    return gains[choice(nonlinearity, f"{function}: nonlinearity", *gains)]
