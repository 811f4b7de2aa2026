"""What turns gradients into steps. PyTorch's names, defaults and arithmetic. Notebook 13."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from cnnhelpers.functional.arguments import array, flag, real_number
from cnnhelpers.nn.module import Parameter
from cnnhelpers.nn.state import Change, fitted, put
from cnnhelpers.shapes import shown, whole_number


class Optimiser:
    """A list of parameters and a learning rate ``lr``; subclasses write ``update``.

    ``remembers`` names what ``update`` keeps of each parameter, from one step to the next: arrays
    of its shape, and ``steps``, how many it took itself.
    """

    remembers: tuple[str, ...] | None = None  # whatever it puts there

    def __init__(self, parameters: Iterable[Parameter], lr: float) -> None:
        if not isinstance(parameters, Iterable):  # such as model.parameters without its brackets
            raise TypeError(
                f"{type(self).__name__}: parameters must be those of a model, not "
                f"{shown(parameters)}; pass model.parameters()."
            )
        given = list(parameters)
        for parameter in given:
            if not isinstance(parameter, Parameter):
                raise TypeError(
                    f"{type(self).__name__}: parameters must be those of a model, not "
                    f"{shown(parameter)}; pass model.parameters()."
                )
        self.parameters = list({id(parameter): parameter for parameter in given}.values())
        if not self.parameters:
            raise ValueError("An optimiser needs parameters; pass model.parameters().")
        self.lr = real_number(lr, f"{type(self).__name__}: lr", 0)
        self.initial_lr = self.lr  # what a schedule starts from, also after resuming
        self.state: list[dict[str, np.ndarray]] = [{} for _ in self.parameters]
        self.steps = 0

    def zero_grad(self) -> None:
        """Forget the gradients, before the next backward pass."""
        for parameter in self.parameters:
            parameter.grad = None

    def step(self) -> None:
        """Change every parameter that has a gradient."""
        self.steps += 1
        for parameter, state in zip(self.parameters, self.state):
            if parameter.grad is not None:
                self.update(parameter, state)

    def update(self, parameter: Parameter, state: dict[str, np.ndarray]) -> None:
        raise NotImplementedError

    def state_dict(self) -> dict[str, np.ndarray]:
        """Return the number of steps, the rate, and what is remembered of each parameter."""
        kept = {name: np.array(getattr(self, name)) for name in ("steps", "lr", "initial_lr")}
        for number, state in enumerate(self.state):
            kept.update({f"{number}.{name}": value.copy() for name, value in state.items()})
        return kept

    def load_state_dict(self, kept: Mapping[str, object]) -> None:
        """Go on from what :meth:`state_dict` returned. All is taken, or nothing is changed.

        Raises:
            TypeError: what is given does not hold real numbers.
            ValueError: it is the state of other parameters, or of another optimiser.
        """
        put(self.fitting(kept))

    def fitting(self, kept: Mapping[str, object]) -> list[Change]:
        """Return what :meth:`load_state_dict` would change, without changing it."""
        name = type(self).__name__
        wanted = ("steps", "lr", "initial_lr")
        if not isinstance(kept, Mapping) or not all(key in kept for key in wanted):
            raise ValueError(
                "load_state_dict: an optimiser's state has steps, lr and initial_lr; pass what its "
                "state_dict() returned."
            )
        state: list[dict[str, np.ndarray]] = [{} for _ in self.parameters]
        for place, value in kept.items():
            number, _, key = str(place).partition(".")
            if not key:
                continue
            if not number.isdecimal() or int(number) >= len(state):
                raise ValueError(
                    f"load_state_dict: {place} belongs to none of these {len(state)} parameters; "
                    "make the optimiser with the same model's."
                )
            if self.remembers is not None and key not in self.remembers:
                raise ValueError(
                    f"load_state_dict: {place} is nothing that {name} remembers; make the same "
                    "optimiser as before."
                )
            parameter = self.parameters[int(number)]
            if key == "steps" and self.remembers is not None:
                state[int(number)][key] = np.array(_count(value, place))
                continue
            state[int(number)][key] = fitted(value, place, parameter.shape, parameter.dtype)
        steps = _count(kept["steps"], "steps")
        for number, values in enumerate(state):
            if values and "steps" in (self.remembers or ()):  # files of old have one count for all
                values.setdefault("steps", np.array(steps))
            missing = [key for key in self.remembers or () if values and key not in values]
            if missing:
                raise ValueError(
                    f"load_state_dict: parameter {number} lacks {' and '.join(missing)}, which "
                    f"{name} remembers; pass what its state_dict() returned."
                )
        rates = [
            real_number(_scalar(kept[key], key), f"load_state_dict: {key}", 0) for key in wanted[1:]
        ]
        values = (state, steps, *rates)
        return [(self, *one) for one in zip(("state", "steps", "lr", "initial_lr"), values)]


def _scalar(value: object, name: str) -> float:
    given = array(value, f"load_state_dict: {name}")
    if given.size != 1:
        raise ValueError(f"load_state_dict: {name} must be one number, not {given.size}.")
    return float(given.reshape(()))


def _count(value: object, name: str) -> int:
    steps = _scalar(value, name)
    if steps < 0 or steps % 1:
        raise ValueError(f"load_state_dict: {name} must be a whole number, not {steps:g}.")
    return int(steps)


class SGD(Optimiser):
    """Stochastic gradient descent, with momentum, Nesterov's variant, and weight decay.

    ``v = momentum * v + grad + weight_decay * w``; ``w -= lr * v`` (Nesterov:
    ``w -= lr * (grad + weight_decay * w + momentum * v)``). The rate stands outside v, as in
    PyTorch and unlike in Sutskever et al. (2013).
    """

    remembers = ("velocity",)

    def __init__(
        self,
        parameters: Iterable[Parameter],
        lr: float,
        momentum: float = 0.0,
        *,  # PyTorch has one between
        weight_decay: float = 0.0,
        nesterov: bool = False,
    ) -> None:
        super().__init__(parameters, lr)
        self.momentum = real_number(momentum, "SGD: momentum", 0)
        self.weight_decay = real_number(weight_decay, "SGD: weight_decay", 0)
        self.nesterov = flag(nesterov, "SGD: nesterov")
        if nesterov and not momentum:
            raise ValueError("SGD: nesterov needs a momentum above 0, for example 0.9.")

    def update(self, parameter: Parameter, state: dict[str, np.ndarray]) -> None:
        step = parameter.grad
        if self.weight_decay:
            step = step + self.weight_decay * parameter.data
        if self.momentum:
            if "velocity" in state:
                state["velocity"] *= self.momentum
                state["velocity"] += step
            else:
                state["velocity"] = step.copy()
            velocity = state["velocity"]
            step = step + self.momentum * velocity if self.nesterov else velocity
        parameter.data -= self.lr * step


class Adam(Optimiser):
    """Steps scaled by running means of the gradient and of its square, corrected at the start.

    The start of a parameter is its first gradient, which may come late.
    Source: Kingma and Ba (2015), "Adam: a method for stochastic optimization"; ``weight_decay`` is
    added to the gradient, as in PyTorch's Adam.
    """

    remembers = ("mean", "square", "steps")

    def __init__(
        self,
        parameters: Iterable[Parameter],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
    ) -> None:
        super().__init__(parameters, lr)
        if not isinstance(betas, Sequence) or len(betas) != 2:
            raise TypeError(f"Adam: betas must be two numbers, not {shown(betas)}.")
        self.betas = tuple(real_number(beta, "Adam: betas", 0, 1) for beta in betas)
        if 1 in self.betas:
            raise ValueError("Adam: betas must be below 1: a mean with 1 takes nothing new in.")
        self.eps = real_number(eps, "Adam: eps", 0)
        self.weight_decay = real_number(weight_decay, "Adam: weight_decay", 0)

    def update(self, parameter: Parameter, state: dict[str, np.ndarray]) -> None:
        grad = parameter.grad
        if self.weight_decay:
            grad = grad + self.weight_decay * parameter.data
        if not state:
            zeros = np.zeros_like(parameter.data)
            state.update(mean=zeros, square=zeros.copy(), steps=np.array(0))
        state["steps"] += 1
        for name, beta, new in zip(("mean", "square"), self.betas, (grad, grad * grad)):
            state[name] *= beta
            state[name] += (1 - beta) * new
        mean, square = (1 - beta ** int(state["steps"]) for beta in self.betas)
        root = np.sqrt(state["square"]) / math.sqrt(square) + self.eps
        parameter.data -= self.lr / mean * state["mean"] / root


# Learning-rate schedules ------------------------------------------------------------------------


class Schedule:
    """Sets ``optimiser.lr`` from the number of epochs done; call ``step()`` after each epoch."""

    def __init__(self, optimiser: Optimiser) -> None:
        if not isinstance(optimiser, Optimiser):
            raise TypeError(
                f"{type(self).__name__}: optimiser must be one, such as nn.SGD(...), not "
                f"{shown(optimiser)}."
            )
        self.optimiser = optimiser
        self.set_epoch(0)

    @property
    def base(self) -> float:
        """The rate that the optimiser was made with."""
        return self.optimiser.initial_lr

    def rate(self, epoch: int) -> float:
        """Return the learning rate after ``epoch`` epochs."""
        raise NotImplementedError

    def step(self) -> None:
        """Count one epoch."""
        self.set_epoch(self.epoch + 1)

    def set_epoch(self, epoch: int) -> None:
        """Set the rate for after ``epoch`` epochs, for example when resuming."""
        self.epoch = epoch
        self.optimiser.lr = self.rate(epoch)


class StepLR(Schedule):
    """Times ``gamma`` every ``step_size`` epochs."""

    def __init__(self, optimiser: Optimiser, step_size: int, gamma: float = 0.1) -> None:
        self.step_size = whole_number(step_size, "StepLR: step_size", 1)
        self.gamma = real_number(gamma, "StepLR: gamma", 0)
        super().__init__(optimiser)

    def rate(self, epoch: int) -> float:
        return self.base * self.gamma ** (epoch // self.step_size)


class MultiStepLR(Schedule):
    """Times ``gamma`` at each of the epochs in ``milestones``."""

    def __init__(self, optimiser: Optimiser, milestones: Sequence[int], gamma: float = 0.1) -> None:
        self.milestones = _milestones(milestones)
        self.gamma = real_number(gamma, "MultiStepLR: gamma", 0)
        super().__init__(optimiser)

    def rate(self, epoch: int) -> float:
        return self.base * self.gamma ** sum(mark <= epoch for mark in self.milestones)


def _milestones(given: object) -> list[int]:
    if not isinstance(given, Iterable) or isinstance(given, str):
        raise TypeError(
            f"MultiStepLR: milestones must be epochs such as [3, 6], not {shown(given)}."
        )
    return sorted(whole_number(mark, "MultiStepLR: a milestone", 0) for mark in given)


class ExponentialLR(Schedule):
    """Times ``gamma`` every epoch."""

    def __init__(self, optimiser: Optimiser, gamma: float) -> None:
        self.gamma = real_number(gamma, "ExponentialLR: gamma", 0)
        super().__init__(optimiser)

    def rate(self, epoch: int) -> float:
        return self.base * self.gamma**epoch


class CosineAnnealingLR(Schedule):
    """Half a cosine wave from the base rate down to ``eta_min`` in ``T_max`` epochs.

    Source: Loshchilov and Hutter (2017), "SGDR: stochastic gradient descent with warm restarts".
    """

    def __init__(self, optimiser: Optimiser, T_max: int, eta_min: float = 0.0) -> None:
        self.T_max = whole_number(T_max, "CosineAnnealingLR: T_max", 1)
        self.eta_min = real_number(eta_min, "CosineAnnealingLR: eta_min", 0)
        super().__init__(optimiser)

    def rate(self, epoch: int) -> float:
        wave = (1 + math.cos(math.pi * epoch / self.T_max)) / 2
        return self.eta_min + (self.base - self.eta_min) * wave
