"""A network that computes with the learner's own functions, layer by layer, where they are there.

It says of each layer whose functions it uses. A learner's function may be slow: then there is a
number of images that it can learn from in a given time.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np

from cnnhelpers import functional, nn
from cnnhelpers.check import EXERCISES
from cnnhelpers.course.library import find
from cnnhelpers.course.place import place_of

# What each kind of layer computes with; the others have nothing that an exercise asks for.
OPERATIONS = {
    nn.Conv2d: "conv2d",
    nn.ReLU: "relu",
    nn.MaxPool2d: "max_pool2d",
    nn.Linear: "linear",
}
YOURS, COURSE = "yours", "the course's"
TRIED = 2  # images on which a function is tried
TIMED = 16  # images on which a step is timed, where it is quick on the few
SLOW = 1.0  # seconds for the few from which no more are timed
CLOSE = 1e-3  # of the largest number


@dataclass(frozen=True)
class OwnNetwork:
    """A model whose layers use the learner's functions, and whose functions those are.

    ``rows`` are (layer, forward, backward) with the words that are shown; ``own`` are the names of
    the learner's functions that are used.
    """

    model: nn.Module
    rows: tuple[tuple[str, str, str], ...]
    own: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    def __repr__(self) -> str:
        table = [("layer", "forward", "backward"), *self.rows]
        widths = [max(len(row[column]) for row in table) for column in range(2)]
        lines = [
            "  ".join([row[0].ljust(widths[0]), row[1].ljust(widths[1]), row[2]]).rstrip()
            for row in table
        ]
        return "\n".join([*lines, *self.left_out])

    def share(self, images: np.ndarray, epochs: int, seconds: float) -> int:
        """Return from how many of these images the model can learn in so many seconds, and say so.

        All of them where every function is the course's: then nothing is measured.
        """
        total = len(images)
        if not self.own:
            print(f"Every layer runs on the course's functions: all {total:,} images.")
            return total
        needed = _seconds_an_image(self.model, images) * total * epochs
        if needed <= seconds:
            print(f"Your functions are quick enough for all {total:,} images.")
            return total
        count = max(10, int(total * seconds / needed) // 10 * 10)
        print(
            f"Your functions would need about {needed / 60:.0f} minutes for {epochs} epochs of "
            f"{total:,} images. In about {seconds:.0f} seconds they learn from {count:,} of them."
        )
        return count


def own_network(model: nn.Module, shape: tuple[int, ...]) -> OwnNetwork:
    """Let a model's layers use the learner's functions; ``shape`` is that of one image.

    A function that does not give what the course's gives on the layer's own numbers is left out,
    and it is said.
    """
    place, functions, said = place_of(), SimpleNamespace(), []
    for operation in OPERATIONS.values():
        for name in (operation, f"{operation}_backward"):
            if name in EXERCISES:
                function = find(name, place)[0]
                if function is not EXERCISES[name].course:
                    setattr(functions, name, fitted(name, function))
    _, layers = _calls(model, (TRIED, *shape))
    for name in [*vars(functions)]:
        trouble = _trouble(name, getattr(functions, name), layers)
        if trouble:
            delattr(functions, name)
            said.append(f"{name}: {COURSE}; yours {trouble}.")
    own = tuple(vars(functions))
    if own:
        model.use(functions)
    rows: list[tuple[str, str, str]] = []
    for layer in model.modules():
        operation = OPERATIONS.get(type(layer))  # type: ignore[assignment]
        if operation:
            forward, backward = (
                YOURS if each in own else COURSE for each in (operation, f"{operation}_backward")
            )
            rows.append((repr(layer), forward, backward))
    return OwnNetwork(model, tuple(rows), own, tuple(said))


def fitted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a learner's function as a layer calls it.

    Options that it does not know are left out where they have their usual value, and its answer
    gets the dtype of its first array.
    """
    known = inspect.signature(function).parameters
    takes_all = any(each.kind is each.VAR_KEYWORD for each in known.values())
    usual = inspect.signature(getattr(functional, name)).parameters

    def call(first: np.ndarray, *arrays: Any, **options: Any) -> Any:
        for option in [*options]:
            default = usual[option].default if option in usual else None
            if option not in known and not takes_all and options[option] == default:
                del options[option]
        answer = function(first, *arrays, **options)
        if isinstance(answer, tuple):
            return tuple(np.asarray(part, dtype=first.dtype) for part in answer)
        return np.asarray(answer, dtype=first.dtype)

    return call


class _Watch:
    """The course's functions, noting with which arguments they are called."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...], dict[str, Any], Any]] = []

    def __getattr__(self, name: str) -> Any:
        function = getattr(functional, name)

        def call(*arrays: Any, **options: Any) -> Any:
            answer = function(*arrays, **options)
            self.calls.append((name, arrays, options, answer))
            return answer

        return call


Called = list[tuple[str, tuple[Any, ...], dict[str, Any], Any]]


def _calls(model: nn.Module, shape: tuple[int, ...]) -> tuple[np.ndarray, Called]:
    """Return the model's output, and what its layers call on the way forward and back."""
    watch = _Watch()
    before = [(module, vars(module).get("F")) for module in model.modules()]
    x = np.random.default_rng(0).standard_normal(shape, np.float32)
    state = model.state_dict()  # batch norm's statistics change with every batch
    try:
        for module, _ in before:
            module.F = watch  # type: ignore[assignment]
        output = model(x)
        model.backward(np.ones_like(output))
    finally:
        for module, functions in before:
            del module.F  # the class has the course's; a copy of a model cannot hold a module
            if functions is not None:
                module.F = functions
        model.load_state_dict(state)
        model.zero_grad()
    return output, watch.calls


def _trouble(name: str, function: Callable[..., Any], calls: Called) -> str:
    """Return what is wrong with a learner's function on the layers' own numbers; or ""."""
    for called, arrays, options, right in calls:
        if called != name:
            continue
        try:
            answer = function(*(_copied(each) for each in arrays), **options)
        except Exception as error:  # whatever a learner's function does
            return f"stopped with {type(error).__name__} on this network's numbers"
        parts = answer if isinstance(answer, tuple) else (answer,)
        wanted = right if isinstance(right, tuple) else (right,)
        if len(parts) != len(wanted) or not all(map(_close, parts, wanted)):
            return "gives other numbers on this network's images"
    return ""


def _copied(value: Any) -> Any:
    return value.copy() if isinstance(value, np.ndarray) else value


def _close(answer: np.ndarray, right: np.ndarray | None) -> bool:
    if right is None:
        return True
    if answer.shape != right.shape:
        return False
    return bool(np.abs(answer - right).max(initial=0) <= CLOSE * np.abs(right).max(initial=1e-12))


def _seconds_an_image(model: nn.Module, images: np.ndarray) -> float:
    """Return how long a step takes for each of these images, by a few of them."""
    few = images[:TRIED]
    seconds = _seconds(model, few)
    if seconds < SLOW:  # with few images, what a call costs by itself weighs too much
        few = images[:TIMED]
        seconds = _seconds(model, few)
    return seconds / len(few)


def _seconds(model: nn.Module, images: np.ndarray) -> float:
    """Return how long a step forward and back takes on these images."""
    start = time.perf_counter()
    output = model(images)
    model.backward_parameters(np.ones_like(output) / output.size)
    model.zero_grad()
    return time.perf_counter() - start
