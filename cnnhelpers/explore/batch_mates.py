"""Batch mates: what a network says about a digit while its batch norms are in training mode."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np

from cnnhelpers import functional, nn
from cnnhelpers.datasets import digits
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene, message, number, wrapped
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal

MATES = ("mixed digits", "sevens", "ones", "its own kind", "negatives")
COUNTS = ("0", "1", "3", "7", "15")
MOST = 15
REFUSED = "one number has no variance, so this batch is refused"
CLASSES = 10

LEFT, TOP = 10, 30
DOT = 4  # pixels a pixel of the digit, which is drawn in 28 / 2 pixels
SIDE = 14 * DOT
MATE = 14 * 2
ACROSS = 5
BARS = 250  # where the bars begin
STEP = 36  # a class
BAR = 15
TALL = 150  # of a bar for 100 %


class BatchMatesExplorer(Explorer):
    """Ask a network with batch norm about a digit, in evaluation and in training mode.

    In evaluation mode the answer depends on the digit alone. In training mode, which is what a
    forgotten ``eval()`` leaves, it depends on the images beside it in the batch. A copy of the
    model is asked, as training mode moves its running statistics.

    Args:
        model: a network from digits (N, 1, 28, 28) to 10 numbers each; by default a small one of
            the course's, which is trained in about a second.
        goals: what to try. A goal can ask for digit, mates, count (as it is written), right (the
            evaluation mode's answer is the digit), evaluated and trained (the answers in the two
            modes; trained is None where the batch is refused), and certainty (how sure it is in
            training mode).

    Raises:
        TypeError: ``model`` is no network.
    """

    width = BARS + CLASSES * STEP + 10
    height = 262

    def __init__(self, model: nn.Module | None = None, *, goals: Sequence[Goal] = ()) -> None:
        if model is not None and not isinstance(model, nn.Module):
            raise TypeError(
                f"BatchMatesExplorer: model must be a network, not {type(model).__name__}."
            )
        self.model = copy.deepcopy(small_network() if model is None else model)
        images, labels = digits("test", 500)
        self._images, self._labels = images.astype(np.float64), labels
        self._answers: dict[tuple[int, str, str], Any] = {}
        controls: list[Control] = [
            Slider("digit", "digit", 0, 9, 4),
            Choice("mates", "batch mates", MATES),
            Choice("count", "how many", COUNTS, "7", menu=False),
        ]
        super().__init__(controls, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def batch(self, digit: int, mates: str, count: str) -> np.ndarray:
        """Return the images (N, 1, 28, 28), the digit first."""
        own = self._of(digit)
        others = {
            "mixed digits": np.arange(100, 100 + MOST),
            "sevens": self._of(7)[1 : MOST + 1],
            "ones": self._of(1)[1 : MOST + 1],
            "its own kind": own[1 : MOST + 1],
            "negatives": np.arange(100, 100 + MOST),
        }[mates]
        chosen = self._images[others[: int(count)]]
        chosen = 1 - chosen if mates == "negatives" else chosen
        return np.concatenate([self._images[own[:1]], chosen])

    def answers(self, digit: int, mates: str, count: str) -> tuple[np.ndarray, Any]:
        """Return the digit's class probabilities in evaluation and in training mode.

        The second is a sentence where the network refuses the batch.
        """
        key = digit, mates, count
        if key not in self._answers:
            x = self.batch(digit, mates, count)
            evaluated = copy.deepcopy(self.model).eval()(x[:1])
            asked = copy.deepcopy(self.model).train()
            if len(x) == 1:  # the course's functions refuse it as PyTorch's do; a learner's may not
                asked.use(functional)
            try:
                trained: Any = functional.softmax(asked(x))[0]
            except ValueError:  # batch norm asks for more than one number in each channel
                trained = REFUSED
            self._answers[key] = functional.softmax(evaluated)[0], trained
        return self._answers[key]

    def facts(self, digit: int, mates: str, count: str) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`BatchMatesExplorer`."""
        evaluated, trained = self.answers(digit, mates, count)
        refused = isinstance(trained, str)
        return {
            "right": int(evaluated.argmax()) == digit,
            "evaluated": int(evaluated.argmax()),
            "trained": None if refused else int(trained.argmax()),
            "certainty": 0.0 if refused else float(trained.max()),
        }

    def _of(self, digit: int) -> np.ndarray:
        return np.flatnonzero(self._labels == digit)

    # Picture ------------------------------------------------------------------------------------

    def draw(self, digit: int, mates: str, count: str) -> Scene:
        """Return the scene of a state; see :class:`BatchMatesExplorer`."""
        evaluated, trained = self.answers(digit, mates, count)
        batch = self.batch(digit, mates, count)
        beside = "in one batch with" if len(batch) > 1 else "in a batch of one"
        placed = [
            Placed(pieces.title(f"a {digit}"), LEFT, TOP - 14),
            Placed(_picture(batch[0, 0].tobytes(), DOT), LEFT, TOP),
            Placed(pieces.title(beside), LEFT + SIDE + 14, TOP - 14),
        ]
        for place, image in enumerate(batch[1:, 0]):
            row, column = divmod(place, ACROSS)
            x = LEFT + SIDE + 14 + column * (MATE + 3)
            placed.append(Placed(_picture(image.tobytes(), 2), x, TOP + row * (MATE + 3)))
        placed.append(Placed(_legend(), LEFT, 160))
        for name, shares, shift in (("eval", evaluated, 0), ("train", trained, BAR + 1)):
            if isinstance(shares, str):
                words = message(wrapped(f"{shares[0].upper()}{shares[1:]}.", 20), 12)
                placed.append(Placed(words, LEFT + SIDE + 14 + 75, TOP + 28))
                continue
            best = int(shares.argmax())
            for k, share in enumerate(shares.tolist()):
                x = BARS + k * STEP + shift
                placed.append(Placed(_bar(name, round(100 * share), k == best), x, 30 + TALL))
        placed.append(Placed(_classes(), BARS, 30 + TALL))
        first = f"eval(): {_said(evaluated)}"
        placed.append(Placed(pieces.line(first, 13, bold=True), BARS, 226))
        who = "nobody" if count == "0" else "1 image" if count == "1" else f"{count} images"
        phrases = [f"A {digit} in one batch with {who}"]
        phrases[0] += "." if count == "0" else f" ({mates})."
        phrases.append(f"Evaluation mode says {_said(evaluated)}.")
        if isinstance(trained, str):
            phrases.append(f"With eval() forgotten, {trained}.")
        else:
            same = trained.argmax() == evaluated.argmax()
            second = f"eval() forgotten: {_said(trained)}"
            colour = PEN if same else WRONG_INK
            placed.append(Placed(pieces.line(second, 13, colour, bold=True), BARS, 248))
            phrases.append(f"With eval() forgotten it says {_said(trained)}.")
        size = self.width, self.height
        return Scene(*size, tuple(placed), tuple(phrases), regions=(_class_region(),))


def _said(shares: np.ndarray) -> str:
    return f"{int(shares.argmax())} ({round(100 * float(shares.max()))} %)"


@cache
def small_network() -> nn.Module:
    """Return a small network with two batch norms, trained on 1,000 digits for four epochs."""
    from cnnhelpers.nn.init import seeded
    from cnnhelpers.training import fit

    with seeded(0):
        model = nn.Sequential(
            nn.Conv2d(1, 8, 5, stride=2, bias=False),
            nn.BatchNorm2d(8),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(8, 32, 6, bias=False),
            nn.BatchNorm2d(32),
            nn.ReLU(),
            nn.Flatten(),
            nn.Linear(32, 10),
        ).astype(np.float64)
    images, labels = digits("train", 1000)
    fit(
        model,
        images.astype(np.float64),
        labels,
        epochs=4,
        batch_size=50,
        learning_rate=0.02,
        progress=False,
    )
    return model.eval()


# Pieces -----------------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _picture(pixels: bytes, dot: int) -> Part:
    """Return an image in half its rows and columns and in six greys, dark to light."""
    image = np.frombuffer(pixels).reshape(14, 2, 14, 2).mean(axis=(1, 3))
    greys = np.round(5 * np.clip(image, 0, 1)).astype(int)
    side = 14 * dot
    drawn = [f'<g shape-rendering="crispEdges"><rect width="{side}" height="{side}"/>']
    for level in range(1, 6):
        path = "".join(
            f"M{c * dot} {r * dot}h{dot}v{dot}h-{dot}z" for r, c in np.argwhere(greys == level)
        )
        if path:
            shade = f"{51 * level:02x}"
            drawn.append(f'<path d="{path}" fill="#{shade * 3}"/>')
    return Part("".join(drawn) + "</g>")


@lru_cache(maxsize=1024)
def _bar(name: str, percent: int, best: bool) -> Part:
    """Return a bar that stands on its place; training mode is hatched, the highest has a number."""
    look = ROLES["output" if name == "eval" else "kernel"]
    tall = max(1, round(TALL * percent / 100))
    hatch = ""
    if name == "train":
        lines = "".join(f"M0 {-y}l{BAR} -6" for y in range(2, tall - 6, 6))
        hatch = f'<path d="{lines}" stroke="{look.line}" stroke-width="0.9"/>'
    words = (
        f'<text x="{BAR / 2}" y="{-tall - 5}" font-size="11" fill="{PEN}">{percent}</text>'
        if best
        else ""
    )
    return Part(
        f'<rect y="{-tall}" width="{BAR}" height="{tall}" fill="{look.fill}"/>{hatch}'
        f'<rect y="{-tall}" width="{BAR}" height="{tall}" fill="none" stroke="{look.edge}"/>{words}'
    )


@lru_cache(maxsize=1)
def _classes() -> Part:
    names = "".join(
        f'<text x="{number(k * STEP + BAR + 0.5)}" y="16" font-size="13" fill="{PEN}">{k}</text>'
        for k in range(CLASSES)
    )
    return Part(f'<path d="M-4 0h{CLASSES * STEP}" stroke="{QUIET}"/>{names}')


@lru_cache(maxsize=1)
def _class_region() -> Region:
    """Return the classes below the bars; pointing at one asks about such a digit."""
    classes = tuple(range(CLASSES))
    return Region("class", BARS, 30 + TALL, STEP, 22, 1, CLASSES, "digit", classes)


@lru_cache(maxsize=1)
def _legend() -> Part:
    rows = (("output", "evaluation mode", False), ("kernel", "eval() forgotten", True))
    drawn = []
    for index, (kind, words, hatched) in enumerate(rows):
        look, y = ROLES[kind], 18 * index
        lines = f'<path d="M0 {y + 10}l14 -6M0 {y + 5}l11 -5" stroke="{look.line}"/>'
        drawn.append(
            f'<rect y="{y}" width="14" height="12" fill="{look.fill}" stroke="{look.edge}"/>'
            f"{lines if hatched else ''}"
            f'<text x="22" y="{y + 10}" font-size="12" fill="{PEN}" text-anchor="start">'
            f"{words}</text>"
        )
    return Part("".join(drawn))
