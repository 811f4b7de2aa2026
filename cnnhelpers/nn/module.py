"""What every layer is: parameters with their gradients, forward, backward, train and eval."""

from __future__ import annotations

import importlib
import inspect
import math
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers import functional
from cnnhelpers.functional.arguments import affordable, array, flag
from cnnhelpers.nn import init
from cnnhelpers.nn.memory import Memory, now
from cnnhelpers.nn.state import Change, Incompatible, compare_names, fitted, put
from cnnhelpers.nn.trial import trial
from cnnhelpers.shapes import Window, shown

Shape = tuple[int, ...]
EVERYTHING = None  # a step of windows(): every output reads every position


class NoReceptiveFieldError(TypeError):
    """A layer's outputs see fields of different sizes, so that no single one describes them."""


class NotSaidError(NoReceptiveFieldError):
    """A learner's module does not say what it costs, or what its outputs read."""


class Parts(NamedTuple):
    """Windows that cut an axis into ``count`` nearly equal parts, as adaptive pooling does."""

    count: int


Step = Window | Parts


class Parameter:
    """An array that training changes: ``data``, its gradient ``grad`` (or None), ``shape``.

    ``data`` may be set to an array or a list of that shape; whole numbers become float32.

    The first numbers are drawn when they are first asked for, from a seed taken now: so the table
    of a network with 138 million parameters needs no memory, and the order of asking is no matter.
    """

    def __init__(self, shape: Shape, draw: init.Draw) -> None:
        self.shape = tuple(shape)
        self.grad: np.ndarray | None = None
        self._seed = int(init.generator().integers(2**63))
        self._draw = draw
        self._data: np.ndarray | None = None

    @property
    def data(self) -> np.ndarray:
        if self._data is None:
            affordable("Parameter", "it", self.shape)
            try:
                self._data = self._draw(np.random.default_rng(self._seed), self.shape)
            except MemoryError:
                raise MemoryError(
                    f"A parameter of shape {self.shape} does not fit into this computer's memory; "
                    "use a smaller layer."
                ) from None
        return self._data

    @data.setter
    def data(self, value: np.ndarray) -> None:
        given = array(value, "Parameter: data")
        if given.shape != self.shape:
            raise ValueError(f"A parameter of shape {self.shape} cannot hold {given.shape}.")
        if given.dtype.kind != "f":  # steps of training are fractions
            given = given.astype(np.float32)
        self._data = given if given.flags.writeable else given.copy()

    @property
    def dtype(self) -> np.dtype:
        """The dtype of the numbers, also before they are drawn."""
        return np.dtype(np.float32) if self._data is None else self._data.dtype

    def redraw(self, draw: init.Draw) -> None:
        """Draw the numbers anew, also when they are first asked for."""
        self._seed = int(init.generator().integers(2**63))
        self._draw, self._data = draw, None

    @property
    def size(self) -> int:
        """How many numbers it holds."""
        return math.prod(self.shape)

    def add_grad(self, grad: np.ndarray) -> None:
        """Add to the gradient, as backward passes do in PyTorch until it is zeroed."""
        self.grad = grad if self.grad is None else self.grad + grad

    def __repr__(self) -> str:
        return f"Parameter{self.shape}"


class Module:
    """A layer or a network. Subclasses write ``forward(x)`` and ``backward(grad_output)``.

    ``forward`` remembers what ``backward`` needs; ``backward`` adds to ``grad`` of the parameters
    and returns the gradient of x. Parameters and modules that are attributes are found by name, in
    the order in which they were set, also in lists and dicts, so keep what is no part of the module
    with ``remember``; ``buffers`` names attributes that belong to the state without being trained.
    ``self.F`` is where layers find their operations (see :meth:`use`).
    """

    training = True
    buffers: tuple[str, ...] = ()
    F = functional
    _memory: Memory | None = None

    def __call__(self, x: np.ndarray) -> np.ndarray:
        if now.notes is not None:
            return now.notes.call(self, x)
        if now.current is not None:  # inside another module's call
            return self.forward(x)
        try:
            now.current = object()
            return self.forward(x)
        finally:
            now.current = None

    def forward(self, x: np.ndarray) -> np.ndarray:
        raise NotImplementedError(f"{type(self).__name__} needs a method forward(self, x).")

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        raise NotImplementedError(f"{type(self).__name__} needs a method backward(self, grad).")

    def backward_parameters(self, grad_output: np.ndarray) -> None:
        """Like ``backward``, without the gradient of x, which the first layer need not know."""
        self.backward(grad_output)

    def remember(self, value: Any) -> None:
        """Keep what ``backward`` will need of this call of ``forward``, usually its input."""
        if self._memory is None:
            self._memory = Memory()
        self._memory.add(value)

    def remembered(self) -> Any:
        """Return what forward remembered: of its last call first, then of those before it.

        So a layer may have several places in a network; each call of ``backward`` asks once.

        Raises:
            RuntimeError: forward has not run, or less often than backward.
        """
        return (self._memory or Memory()).take(type(self).__name__)

    # What it is made of

    def members(self) -> Iterator[tuple[str, Any]]:
        """Yield parameters and modules that are attributes, or stand in lists or dicts that are."""
        for name, value in vars(self).items():
            if isinstance(value, (Parameter, Module)):
                yield name, value
            elif isinstance(value, (list, tuple, dict)):
                yield from _parts(name, value)

    def named_children(self) -> Iterator[tuple[str, Module]]:
        """Yield the modules directly inside, with their names."""
        for name, value in self.members():
            if isinstance(value, Module):
                yield name, value

    def modules(self) -> Iterator[Module]:
        """Yield this module and all inside it, each once."""
        met: dict[int, Module] = {}
        yield from self._modules(met)

    def _modules(self, met: dict[int, Module]) -> Iterator[Module]:
        if id(self) in met:
            return
        met[id(self)] = self
        yield self
        for _, child in self.named_children():
            yield from child._modules(met)

    def named_parameters(self, prefix: str = "") -> Iterator[tuple[str, Parameter]]:
        """Yield all parameters, with names such as ``features.0.weight``.

        One that has several places in the network comes once, by the name of the first.
        """
        places = [place for place in self.places(prefix) if isinstance(place[1], Parameter)]
        first = {id(owner): name for name, owner, _ in reversed(places)}
        for name, owner, _ in places:
            if first[id(owner)] == name:
                yield name, owner

    def parameters(self) -> Iterator[Parameter]:
        """Yield all parameters, each once."""
        for _, parameter in self.named_parameters():
            yield parameter

    def parameter_count(self) -> int:
        """Return how many numbers training changes."""
        return sum(parameter.size for parameter in self.parameters())

    def zero_grad(self) -> None:
        """Forget all gradients."""
        for parameter in self.parameters():
            parameter.grad = None

    # Modes

    def train(self, mode: bool = True) -> Module:
        """Switch dropout and batch statistics on; returns the module."""
        for module in self.modules():
            module.training = mode
        return self

    def eval(self) -> Module:
        """Switch to evaluation: no dropout, running statistics; returns the module."""
        return self.train(False)

    def use(self, functions: object) -> Module:
        """Compute with ``functions``, for example a learner's module; returns the module.

        What it lacks is taken from :mod:`cnnhelpers.functional`. What it has is used, whatever it
        is: a check's result that failed is called, and goes on with the course's function as it
        says.
        """
        for module in self.modules():
            module.F = _Chosen(functions)
        return self

    # State

    def places(
        self, prefix: str = "", within: tuple[Module, ...] = ()
    ) -> Iterator[tuple[str, Any, str]]:
        """Yield (name, owner, attribute) of all that a state_dict holds, in PyTorch's order.

        ``within`` are the modules that this one was found in.

        Raises:
            ValueError: one of these is it.
        """
        if any(self is outer for outer in within):
            raise ValueError(
                f"{type(self).__name__} holds itself, as {prefix.removesuffix('.')}; keep no "
                "module in an attribute, list or dict of a part of it."
            )
        for name, value in self.members():
            if isinstance(value, Parameter):
                yield prefix + name, value, "data"
        for name in self.buffers:
            if getattr(self, name) is not None:
                yield prefix + name, self, name
        for name, child in self.named_children():
            yield from child.places(f"{prefix}{name}.", (*within, self))

    def state_dict(self) -> dict[str, np.ndarray]:
        """Return copies of all parameters and buffers by name, as the PyTorch twin names them.

        ``twin.load_state_dict({name: torch.tensor(value) for name, value in state.items()})``
        gives the twin the same state.

        Raises:
            ValueError: two parts have one name, or a module holds itself.
        """
        state: dict[str, np.ndarray] = {}
        for name, owner, key in self.places():
            if name in state:
                raise ValueError(
                    f"{name} stands for two parts of {type(self).__name__}; rename one of them."
                )
            state[name] = np.array(getattr(owner, key))
        return state

    def load_state_dict(self, state: Mapping[str, object], *, strict: bool = True) -> Incompatible:
        """Copy a state in: arrays, or the tensors of the PyTorch twin's ``state_dict()``.

        Each parameter and buffer keeps its own dtype. All is copied, or nothing is changed.
        ``strict=False`` takes the names that fit; returned are those that are missing and those
        that are unexpected, ``.missing_keys`` and ``.unexpected_keys``.

        Raises:
            TypeError: what is given does not hold real numbers.
            ValueError: names differ (``strict``), a shape does, or a dtype cannot hold a number.
        """
        names = [name for name, _, _ in self.places()]
        found = compare_names(state, names, flag(strict, "load_state_dict: strict"))
        put(self.fitting(state, strict=strict))
        return found

    def fitting(self, state: Mapping[str, object], *, strict: bool = True) -> list[Change]:
        """Return what :meth:`load_state_dict` would change, without changing it."""
        places = {name: (owner, key) for name, owner, key in self.places()}
        compare_names(state, places, strict)
        changes: list[Change] = []
        for name, (owner, key) in places.items():
            if name in state:
                old = owner if isinstance(owner, Parameter) else np.asarray(getattr(owner, key))
                changes.append((owner, key, fitted(state[name], name, old.shape, old.dtype)))
        return changes

    def astype(self, dtype: np.dtype | type) -> Module:
        """Convert parameters and floating buffers, for example to float64; returns the module.

        Raises:
            TypeError: ``dtype`` has no fractions: weights would become 0.
        """
        try:
            kind = np.dtype(dtype).kind
        except TypeError:  # no dtype at all
            kind = ""
        if kind != "f":
            raise TypeError(
                f"astype: dtype must be one of real numbers, such as np.float32, not "
                f"{shown(dtype)}."
            )
        for _, owner, key in self.places():
            value = np.asarray(getattr(owner, key))
            if value.dtype.kind == "f":
                setattr(owner, key, value.astype(dtype))
        return self

    # Sizes, for models.summary

    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape of the output for an input of ``shape``.

        A module that does not say it is tried on numbers.

        Raises:
            ValueError: the input does not fit.
        """
        return trial(self, shape).output

    def macs(self, shape: Shape) -> int:
        """Return the multiply-adds for an input of ``shape``: those of the modules inside.

        Raises:
            NotSaidError: it has parameters of its own, and no method that says what they cost.
        """
        if any(isinstance(value, Parameter) for _, value in self.members()):
            name = type(self).__name__
            raise NotSaidError(
                f"{name} has parameters but no method macs(self, shape), so nobody knows what it "
                "costs; write one that returns the multiply-adds."
            )
        if not any(True for _ in self.named_children()):
            return 0
        return sum(call.layer.macs(call.shape) for call in trial(self, shape).calls)

    def windows(self, shape: Shape) -> tuple[tuple[Step, ...] | None, ...]:
        """Return what a receptive field needs: for each step, one window an axis.

        No step: an output reads its own position only. A window of stride 0 reads the whole axis;
        the step ``EVERYTHING`` the whole image, also one that was flattened.

        Raises:
            NoReceptiveFieldError: its windows are not regular.
            NotSaidError: the module does not say.
        """
        name = type(self).__name__
        raise NotSaidError(
            f"receptive_field: {name} has no method windows(self, shape) that says what an output "
            "reads; write one, or use measured_receptive_field."
        )

    def expect(self, shape: Sequence[int], axes: int, channels: int | None = None) -> None:
        """Refuse an input that is not (N, C, ...) with ``axes`` axes after the channels.

        Raises:
            ValueError: one sentence that says what the layer reads.
        """
        if len(shape) != axes + 2 or channels not in (None, shape[1]):
            reads = "" if channels is None else f"{channels} channels over "
            raise ValueError(
                f"{type(self).__name__}: the input has shape {tuple(shape)}, but the layer reads "
                f"{reads}{axes} {'axis' if axes == 1 else 'axes'}."
            )


class Elementwise(Module):
    """Each output is made of the number at its own place, or of the channels there."""

    def output_shape(self, shape: Shape) -> Shape:
        return shape

    def macs(self, shape: Shape) -> int:
        return 0

    def windows(self, shape: Shape) -> tuple[tuple[Step, ...] | None, ...]:
        return ()


def _parts(
    name: str, values: list | tuple | dict, within: tuple[int, ...] = ()
) -> Iterator[tuple[str, Any]]:
    """Yield the parameters and modules in a list or dict, however deep; ``within`` are those that
    it lies in.
    """
    within = (*within, id(values))
    for key, value in values.items() if isinstance(values, dict) else enumerate(values):
        if isinstance(value, (Parameter, Module)):
            yield f"{name}.{key}", value
        elif isinstance(value, (list, tuple, dict)) and id(value) not in within:
            yield from _parts(f"{name}.{key}", value, within)


def checked_module(value: object, name: str) -> Module:
    """Return ``value`` if it is a layer or a network; ``name`` opens the sentence of an error.

    Raises:
        TypeError: it is none.
    """
    if isinstance(value, type):
        raise TypeError(
            f"{name} is the class {value.__name__}; make one: {value.__name__}(...)."
        )
    if not isinstance(value, Module):
        raise TypeError(f"{name} must be a layer or a network, not {shown(value)}.")
    return value


def written(layer: Module, *arguments: object, **options: object) -> str:
    """Return the call that makes such a layer; options with their default values are left out.

    ``(3, 3)`` is written as ``3``.
    """
    usual = inspect.signature(type(layer)).parameters
    texts = [repr(_one(value)) for value in arguments]
    for name, value in options.items():
        if name not in usual or _one(value) != usual[name].default:
            texts.append(f"{name}={_one(value)!r}")
    return f"{type(layer).__name__}({', '.join(texts)})"


def _one(value: object) -> object:
    """Return the single number of a tuple that repeats it, and anything else as it is."""
    same = isinstance(value, tuple) and len(value) > 1 and len(set(value)) == 1
    return value[0] if same else value


class _Chosen:
    """The functions of the first namespace that has them; the course's come second."""

    def __init__(self, functions: object) -> None:
        self._functions = functions

    def __reduce__(self) -> tuple[Any, ...]:
        if isinstance(self._functions, ModuleType):  # which itself is neither copied nor pickled
            return _chosen_module, (self._functions.__name__,)
        return _Chosen, (self._functions,)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_functions":  # what copy and pickle look for
            raise AttributeError(name)
        chosen = self._functions if hasattr(self._functions, name) else functional
        return getattr(chosen, name)


def _chosen_module(name: str) -> _Chosen:
    return _Chosen(importlib.import_module(name))
