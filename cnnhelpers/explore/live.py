"""A training run to watch while it runs: start, stop, a bar of progress, and the loss so far.

It runs in a thread of its own, so that the page answers meanwhile, and the notebook's other cells
can be run. Where there are no threads (in a browser), it lets the page have a turn after each
picture.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from cnnhelpers import nn, system, training
from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, WRONG
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.words import sentence as one_sentence
from cnnhelpers.functional import cross_entropy

RATES = ("0.001", "0.01", "0.05", "0.5")
BATCH, MOMENTUM = 32, 0.9
EVERY = 5  # steps from one picture to the next
WIDTH, HEIGHT = 600, 200
AXIS, TOP, ACROSS, DOWN = 44, 24, 536, 146
HIGHEST = 3.0

Step = Callable[[nn.Module, np.ndarray, np.ndarray, nn.Optimiser], tuple[float, np.ndarray]]


class LiveTraining:
    """Train a network before your eyes, for one epoch: choose a learning rate, start, stop.

    Every start begins with new weights, the same each time. After a stop, and at the end, it says
    how many of the test digits the network reads.

    Args:
        make: makes the network, such as ``models.lenet``.
        images, labels: (N, 1, 28, 28) and (N,), to learn from.
        test, test_labels: to measure the accuracy with.
        step: one step on a batch, called and returning as :func:`cnnhelpers.training.train_step`.
    """

    def __init__(
        self,
        make: Callable[[], nn.Module],
        images: np.ndarray,
        labels: np.ndarray,
        test: np.ndarray,
        test_labels: np.ndarray,
        *,
        step: Step = training.train_step,
    ) -> None:
        if not callable(make):
            raise TypeError(
                f"LiveTraining: make must be a function that makes a network, not "
                f"{type(make).__name__}; pass models.lenet, without brackets."
            )
        if len(images) != len(labels) or len(test) != len(test_labels):
            raise ValueError(
                f"LiveTraining: {len(images)} images have {len(labels)} labels, and {len(test)} "
                f"test images {len(test_labels)}; pass one label for each image."
            )
        self.make, self.step = make, step
        self.images, self.labels = images, labels
        self.test, self.test_labels = test, test_labels
        self.rate = RATES[2]
        self.losses: list[float] = []
        self.accuracy: float | None = None
        self.problem = ""
        self.stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._task: asyncio.Future[None] | None = None  # where there are no threads
        self._widget: Any = None
        self._lock = threading.Lock()

    # The run ------------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """How many steps an epoch has."""
        return -(-len(self.images) // BATCH)

    @property
    def running(self) -> bool:
        """Whether it runs now."""
        if self._task is not None:
            return not self._task.done()
        return self._thread is not None and self._thread.is_alive()

    def start(self, rate: str | None = None) -> None:
        """Begin anew with a learning rate; nothing happens where it runs already.

        Raises:
            ValueError: the rate is not one of those that can be chosen.
        """
        if rate is not None and rate not in RATES:
            raise ValueError(
                f"LiveTraining: rate is one of {', '.join(RATES)} (as text), not {rate!r}."
            )
        with self._lock:
            if self.running:
                return
            self.rate = rate or self.rate
            self.losses, self.accuracy, self.problem = [], None, ""
            self.stopped.clear()
            try:
                with nn.init.seeded(0):  # not in the thread: all networks draw from one generator
                    model = self.make()
            except Exception as error:  # of a button's click nobody else would say it
                self.problem = one_sentence(error)
                self._show(over=True)
                return
            if system.starts_threads():
                self._thread = threading.Thread(target=self._run, args=(model,), daemon=True)
                self._thread.start()
            elif _has_turns():
                self._task = asyncio.ensure_future(self._take_turns(model))
            else:
                self._run(model)

    def stop(self) -> None:
        """Ask the run to stop; it does after its present step."""
        self.stopped.set()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the run is over."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self, model: nn.Module) -> None:
        with self._told():
            for _ in self._epoch(model):
                pass

    async def _take_turns(self, model: nn.Module) -> None:
        with self._told():
            for _ in self._epoch(model):
                await asyncio.sleep(0.01)  # at 0, clicks would not get their turn

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Show how a run ended; an error becomes a sentence, which nobody else would say."""
        try:
            with np.errstate(all="ignore"):
                yield
        except Exception as error:
            self.problem = one_sentence(error)
        self._show(over=True)

    def _epoch(self, model: nn.Module) -> Iterator[None]:
        """Train; yields whenever there is something new to see."""
        optimiser = nn.SGD(model.parameters(), float(self.rate), MOMENTUM)
        order = np.random.default_rng(0).permutation(len(self.images))
        self._show()
        yield
        for start in range(0, len(order), BATCH):
            if self.stopped.is_set():
                break
            part = order[start : start + BATCH]
            loss, _ = self.step(model, self.images[part], self.labels[part], optimiser)
            if not np.isfinite(loss):
                self.problem = (
                    f"After {len(self.losses)} steps the loss is no number any more: the learning "
                    "rate is too large."
                )
                return
            self.losses.append(float(loss))
            if len(self.losses) % EVERY == 0:
                self._show()
                yield
        if self.losses:
            logits = training.predict(model, self.test)
            self.accuracy = float(np.mean(logits.argmax(axis=1) == self.test_labels))
            if not np.isfinite(cross_entropy(logits, self.test_labels)):
                self.problem = "The network's answers are no numbers any more."

    # What is shown ------------------------------------------------------------------------------

    @property
    def sentence(self) -> str:
        """What the picture shows now, in words."""
        return self.scene().sentence

    def scene(self) -> Scene:
        """Return the picture of the loss so far."""
        losses = list(self.losses)
        phrases = [f"A live run at learning rate {self.rate}:"]
        if not losses and not self.problem:
            phrases.append(f"{self.total} steps of {BATCH} digits; press Start.")
        elif losses:
            recent = float(np.mean(losses[-10:]))
            phrases.append(f"{len(losses)} of {self.total} steps, recent loss {recent:.2f}.")
        if self.accuracy is not None:
            phrases.append(f"It reads {self.accuracy:.0%} of the test digits.".replace("%", " %"))
        if self.problem:
            phrases.append(self.problem)
        placed = (
            Placed(pieces.heading("loss"), AXIS + 30, TOP - 10),
            Placed(_axes(self.total), AXIS, TOP),
            Placed(_curve(losses, self.total), AXIS, TOP),
        )
        return Scene(WIDTH, HEIGHT, placed, tuple(phrases))

    def _show(self, over: bool = False) -> None:
        """Bring the page up to date."""
        if self._widget is None:
            return
        scene = self.scene()
        self._widget.bar.value = len(self.losses)
        self._widget.picture.value = scene.html()
        self._widget.words.value = f'<p role="status">{scene.sentence}</p>'
        self._widget.start_button.disabled = not over
        self._widget.stop_button.disabled = over

    @property
    def widget(self) -> Any:
        """The widget that the page shows; made when first asked for."""
        if self._widget is None:
            from cnnhelpers.explore.live_widget import LiveWidget

            self._widget = LiveWidget(RATES, self.rate, self.total, self.start, self.stop)
            self._show(over=not self.running)
        return self._widget

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        # Before a start there is nothing to be seen: a notebook without a kernel keeps the words.
        sentence = self.sentence
        return {
            "text/markdown": f"*{sentence}*",
            "text/plain": sentence,
            "application/vnd.jupyter.widget-view+json": {
                "version_major": 2,
                "version_minor": 0,
                "model_id": self.widget.box.model_id,
            },
        }

    def __repr__(self) -> str:
        return self.sentence


def _has_turns() -> bool:
    """Return whether an event loop runs that gives its tasks turns, as a notebook's kernel does."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _height(loss: float) -> float:
    return round((1 - min(loss, HIGHEST) / HIGHEST) * DOWN, 1)


def _axes(total: int) -> Part:
    words = "".join(
        f'<text x="-6" y="{number(_height(loss) + 4)}" text-anchor="end">{loss}</text>'
        for loss in range(4)
    )
    lines = "".join(f"M0 {number(_height(loss))}H{ACROSS}" for loss in range(1, 4))
    return Part(
        f'<path d="M0 0V{DOWN}H{ACROSS}" fill="none" stroke="{PEN}"/>'
        f'<path d="{lines}" stroke="{QUIET}" stroke-width="0.5"/>'
        f'<g font-size="12" fill="{QUIET}">{words}<text y="{DOWN + 16}">0</text>'
        f'<text x="{ACROSS}" y="{DOWN + 16}" text-anchor="end">step {total:,}</text></g>'
    )


def _curve(losses: list[float], total: int) -> Part:
    """Return the losses as dots, joined; those above the axis lie on its upper end."""
    points = [
        f"{number(round((step + 1) / total * ACROSS, 1))} {number(_height(loss))}"
        for step, loss in enumerate(losses)
    ]
    if not points:
        return Part("")
    return Part(
        f'<path d="M{"L".join(points)}" fill="none" stroke="{WRONG}" stroke-width="2" '
        'stroke-linejoin="round"/>'
    )
