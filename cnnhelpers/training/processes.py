"""Training on several processes: each computes the gradients of its share of every batch.

Threads of one interpreter hand its lock to and fro, and wait for each other in every operation.
Processes meet once a step. Here they have in common, in one piece of shared memory:

    weights       changed by the optimiser, which runs in the process that called ``fit``
    images, labels    of the batch
    gradients     a place for each process; they are added up in the order of the processes

A step goes like this. The caller puts the batch down and tells each process which rows are its own.
Each runs the network forward and backward over them, with one thread, and puts its gradients down.
The caller adds them up and takes the step. The loss is a mean over the batch, that is the mean over
the shares, weighted by their sizes; so the sum is the gradient of one process, up to rounding.

The shared memory has no name (its file is removed as soon as it is made), so nothing is left of it
however a process ends. When the caller dies, the others notice it and leave.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from cnnhelpers import nn, system
from cnnhelpers.functional import cross_entropy, cross_entropy_backward
from cnnhelpers.functional.fast import workers
from cnnhelpers.training.interrupts import interrupts_later
from cnnhelpers.training.shared import Arrays, Layout
from cnnhelpers.training.step import APART, along_batch, step_with, train_step

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# Dropout can be divided, too: each process draws for the whole batch, and uses its rows.
DIVISIBLE = APART | {nn.Dropout}

Step = Callable[..., tuple[float, np.ndarray]]


class Task(NamedTuple):
    """What a process is told: its rows of the batch, and where chance stands."""

    start: int
    stop: int
    batch: int
    generator: np.random.Generator


class Answer(NamedTuple):
    """What it answers: its rows' logits, which parameters have a gradient, where chance stands."""

    logits: np.ndarray
    with_grad: list[bool]
    generator: np.random.Generator


class RowsOf(np.random.Generator):
    """Draws numbers for a whole batch and returns some rows: those that one process would use."""

    def __init__(self, task: Task) -> None:
        super().__init__(task.generator.bit_generator)
        self.task = task

    def random(self, size: Any = None, dtype: Any = np.float64, out: Any = None) -> Any:
        start, stop, batch, generator = self.task
        return generator.random((batch, *size[1:]), dtype)[start:stop]


def _say_alone(reason: str) -> None:
    warnings.warn(f"fit: one process trains, because {reason}.", stacklevel=4)


def why_not(model: nn.Module) -> str:
    """Return why a batch of this model cannot be divided among processes, "" if it can."""
    for module in model.modules():
        name = type(module).__name__
        if getattr(module, "couples_images", False) or along_batch(module):
            return f"{name} looks at the batch as a whole"
        if type(module) not in DIVISIBLE:
            return f"nobody knows whether {name} looks at each image by itself"
        if module.F is not nn.Module.F:
            return f"nobody knows whether {name}'s functions look at each image by itself"
    import multiprocessing

    if multiprocessing.current_process().daemon:
        return "this process may not start others"
    return ""


# The processes -----------------------------------------------------------------------------------


def serve(
    caller: Connection,
    mine: Connection,
    number: int,
    model: nn.Module,
    memory: Any,
    layout: Layout,
    errors: dict[str, Any],
) -> None:
    """Be process ``number``: compute gradients as long as the caller lives and has tasks."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's to handle
    caller.close()  # the caller's end: whoever holds it too never sees that the caller is gone
    np.seterr(**errors)
    workers.set_threads(1)
    arrays = layout.arrays(memory)
    for parameter, weight in zip(model.parameters(), arrays.weights):
        parameter.data = weight

    def work() -> None:
        while True:
            task = mine.recv()
            try:
                answer: Any = gradients(model, arrays, number, task)
            except Exception as error:  # for the caller, who raises it
                answer = error
            mine.send(answer)

    try:
        workers.alone(work)
    except (EOFError, ConnectionError):
        pass  # the caller let go, or is dead


def gradients(model: nn.Module, arrays: Arrays, number: int, task: Task) -> Answer:
    """Put the gradients of the task's rows down, weighted by their share of the batch."""
    rows, generator = slice(task.start, task.stop), RowsOf(task)
    nn.init.use_generator(generator)
    model.zero_grad()
    logits = model(arrays.images[rows])
    weight = (task.stop - task.start) / task.batch
    upstream = cross_entropy_backward(logits, arrays.labels[rows], grad_output=weight)
    model.backward_parameters(upstream)
    grads = [parameter.grad for parameter in model.parameters()]
    for place, grad in zip(arrays.gradients[number], grads):
        if grad is not None:
            place[...] = grad
    return Answer(logits, [grad is not None for grad in grads], task.generator)


# Their caller ------------------------------------------------------------------------------------


class Team:
    """``processes`` processes that share the work of training ``model``.

    Between :meth:`start` and :meth:`end` the model's weights lie in the shared memory. A team of
    one has no processes: its step is ``train_step``.
    """

    def __init__(
        self, model: nn.Module, images: np.ndarray, batch_size: int, processes: int
    ) -> None:
        self.parameters = list(model.parameters())
        self.model = model
        batch_size = min(batch_size, len(images))
        if not system.starts_processes():  # in a browser nobody can have more
            processes = 1
        if processes > 1 and (reason := why_not(model)):
            _say_alone(reason)
            processes = 1
        weights = [(parameter.shape, parameter.data.dtype) for parameter in self.parameters]
        # Gradients have the wider dtype of the weights' and the images', as in one process.
        wide = images.dtype if images.dtype.kind == "f" else np.dtype(np.float16)
        self.layout = Layout(
            weights=weights,
            images=((batch_size, *images.shape[1:]), images.dtype),
            labels=((batch_size,), np.dtype(np.int64)),
            gradients=[(shape, np.promote_types(dtype, wide)) for shape, dtype in weights],
            processes=min(processes, batch_size),
        )
        self.own: list[np.ndarray] = []  # the model's arrays, while others take their place
        self.connections: list[Connection] = []
        self.processes: list[Any] = []

    def start(self) -> Step:
        """Start the processes; returns what takes a step with them."""
        if self.layout.processes == 1:
            return train_step
        try:
            self._start()
        except OSError as error:  # too many processes
            self.end()
            _say_alone(f"the system does not start more ({error})")
            return train_step
        return self.step

    def _start(self) -> None:
        import multiprocessing

        context: Any = multiprocessing.get_context()  # fork, forkserver or spawn
        memory = context.RawArray("b", self.layout.bytes())
        self.arrays = self.layout.arrays(memory)
        self.own = [parameter.data for parameter in self.parameters]
        self._put_weights_down()
        for number in range(self.layout.processes):
            ours, theirs = context.Pipe()
            self.connections.append(ours)
            arguments = ours, theirs, number, self.model, memory, self.layout, np.geterr()
            process = context.Process(target=serve, args=arguments, daemon=True)
            self.processes.append(process)
            with interrupts_later():  # they could fall into what Python does around a fork
                process.start()
            theirs.close()

    def end(self) -> None:
        """End the processes, and give the model its own arrays back. Twice does no harm."""
        for parameter, own in zip(self.parameters, self.own):
            if parameter.data is not own:
                own[...] = parameter.data
                parameter.data = own
        for connection in self.connections:
            connection.close()
        for process in self.processes:
            if process.pid is not None:
                process.kill()  # it holds nothing that would have to be tidied up
        for process in self.processes:
            if process.pid is not None:
                process.join()

    def step(
        self, model: nn.Module, images: np.ndarray, labels: np.ndarray, optimiser: nn.Optimiser
    ) -> tuple[float, np.ndarray]:
        """Take one step on one batch, as ``train_step`` does; returns the loss and the logits."""
        optimiser.zero_grad()
        self._put_weights_down()
        self.arrays.images[: len(images)] = images
        self.arrays.labels[: len(images)] = labels
        answers = self._ask(len(images))
        for place, parameter in enumerate(self.parameters):
            if answers[0].with_grad[place]:
                first, *others = self.arrays.gradients[: len(answers)]
                parameter.grad = first[place].copy()
                for other in others:
                    parameter.grad += other[place]
        nn.init.use_generator(answers[0].generator)
        logits = np.concatenate([answer.logits for answer in answers])
        loss = float(cross_entropy(logits, labels))
        step_with(optimiser)
        return loss, logits

    def _put_weights_down(self) -> None:
        """See to it that the weights lie in the shared memory, also if somebody replaced one."""
        for parameter, shared in zip(self.parameters, self.arrays.weights):
            if parameter.data is not shared:
                shared[...] = parameter.data
                parameter.data = shared

    def _ask(self, batch: int) -> list[Answer]:
        """Give each process its share of the batch, and return what they answer, in order."""
        parts = min(self.layout.processes, batch)
        cuts = [batch * part // parts for part in range(parts + 1)]
        answers = []
        try:
            for connection, start, stop in zip(self.connections, cuts, cuts[1:]):
                connection.send(Task(start, stop, batch, nn.init.generator()))
            for connection in self.connections[:parts]:
                answers.append(connection.recv())
        except (EOFError, ConnectionError):
            raise RuntimeError(
                "fit: one of the processes ended by itself, for lack of memory perhaps; use fewer, "
                "or processes=1. A script has to call fit under `if __name__ == '__main__':`."
            ) from None
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
        return answers
