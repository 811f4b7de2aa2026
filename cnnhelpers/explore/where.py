"""Where is it? Parameters, products, activations and memory of a network, layer by layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cnnhelpers.draw.scene import Part, Placed, Scene, number, text
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WRONG_INK
from cnnhelpers.explore.kit.controls import Choice, Control
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import guarded, submitted, trouble
from cnnhelpers.explore.kit.pieces import line
from cnnhelpers.shapes import conv_macs, conv_parameters, linear_parameters, output_size

COUNTS = ("parameters", "MACs", "activations", "training memory")
SIZES = ("64", "128", "224", "227", "256", "448")
BATCHES = ("1", "32", "128")

LEFT, TOP = 14, 52
DOWN, ACROSS = 156, 572

Layer = tuple[str, int, int, int, int, int]  # kind, outputs, kernel size, stride, padding, groups
# Kinds: conv and dense with a bias; normed, a convolution with batch norm in its place; shortcut,
# one that reads what the pair of convolutions before it has read; pool; mean, over the whole map.


class Cost(NamedTuple):
    """One layer: its kind, and what it has for one image."""

    kind: str
    parameters: int
    macs: int
    activations: int


def _vgg(blocks: Sequence[int]) -> list[Layer]:
    layers: list[Layer] = []
    for block, count in enumerate(blocks):
        width = min(64 * 2**block, 512)
        layers += [("conv", width, 3, 1, 1, 1)] * count + [("pool", 0, 2, 2, 0, 1)]
    return layers + DENSE


DENSE: list[Layer] = [("dense", outputs, 1, 1, 0, 1) for outputs in (4096, 4096, 1000)]


def _alexnet(first: int, second: int, third: int, padding: int, groups: int) -> list[Layer]:
    return [
        ("conv", first, 11, 4, padding, 1),
        ("pool", 0, 3, 2, 0, 1),
        ("conv", second, 5, 1, 2, groups),
        ("pool", 0, 3, 2, 0, 1),
        ("conv", 384, 3, 1, 1, 1),
        ("conv", third, 3, 1, 1, groups),
        ("conv", 256, 3, 1, 1, groups),
        ("pool", 0, 3, 2, 0, 1),
        *DENSE,
    ]


LENET: list[Layer] = [
    ("conv", 20, 5, 1, 2, 1),
    ("pool", 0, 2, 2, 0, 1),
    ("conv", 50, 5, 1, 2, 1),
    ("pool", 0, 2, 2, 0, 1),
    ("dense", 500, 1, 1, 0, 1),
    ("dense", 10, 1, 1, 0, 1),
]


def _resnet18() -> list[Layer]:
    layers: list[Layer] = [("normed", 64, 7, 2, 3, 1), ("pool", 0, 3, 2, 1, 1)]
    for stage, width in enumerate((64, 128, 256, 512)):
        stride = 2 if stage else 1
        layers += [("normed", width, 3, stride, 1, 1), ("normed", width, 3, 1, 1, 1)]
        layers += [("shortcut", width, 1, 2, 0, 1)] if stage else []
        layers += [("normed", width, 3, 1, 1, 1)] * 2
    return [*layers, ("mean", 0, 0, 1, 0, 1), ("dense", 1000, 1, 1, 0, 1)]


@cache
def networks() -> dict[str, list[Layer]]:
    """Return the networks by name."""
    return {
        "LeNet": LENET,
        "AlexNet 2012": _alexnet(96, 256, 384, 0, 2),
        "AlexNet, no groups": _alexnet(96, 256, 384, 0, 1),
        "AlexNet 2014": _alexnet(64, 192, 256, 2, 1),
        "VGG A (11)": _vgg((1, 1, 2, 2, 2)),
        "VGG B (13)": _vgg((2, 2, 2, 2, 2)),
        "VGG D (16)": _vgg((2, 2, 3, 3, 3)),
        "VGG E (19)": _vgg((2, 2, 4, 4, 4)),
        "ResNet-18": _resnet18(),
    }


@cache
def costs(network: str, size: int) -> list[Cost]:
    """Return what each layer costs for one image of size×size pixels.

    Raises:
        ValueError: a window does not fit.
    """
    channels, found = 3, []
    entered = [(channels, size)] * 2  # channels and size that the last two layers have read
    for kind, outputs, kernel_size, stride, padding, groups in networks()[network]:
        if kind == "shortcut":
            (reads, wide), shape = entered[0], (entered[0][0], outputs, kernel_size)
            macs = conv_macs(*shape, (output_size(wide, kernel_size, stride, padding),) * 2)
            found.append(Cost("conv", _normed_parameters(*shape), macs, outputs * size * size))
            continue
        entered = [entered[1], (channels, size)]
        if kind == "mean":
            size = 1
            found.append(Cost("pool", 0, 0, channels))
            continue
        if kind == "dense":
            reads = channels * size * size
            weights = linear_parameters(reads, outputs, bias=False)
            found.append(Cost(kind, weights + outputs, weights, outputs))
            channels, size = outputs, 1
            continue
        size = output_size(size, kernel_size, stride, padding)
        if kind == "pool":
            found.append(Cost(kind, 0, 0, channels * size * size))
            continue
        shape = channels, outputs, kernel_size
        macs = conv_macs(*shape, (size, size), groups)
        held = (_normed_parameters if kind == "normed" else conv_parameters)(*shape, groups)
        found.append(Cost("conv", held, macs, outputs * size * size))
        channels = outputs
    return found


Row = tuple[int, int, int, int, int]
FIELDS = ("channels", "height", "width", "parameters", "MACs")  # of a row


@cache
def questions(network: str, size: int) -> list[tuple[int, tuple[Any, ...], Row]]:
    """Return what a ``layer_row`` is asked: the layer's place, the arguments, and the right row.

    The right shape comes in everywhere, so that one wrong row makes no other wrong. A convolution
    before a batch norm is asked as one with a bias; the mean over a whole map is not asked.

    Raises:
        ValueError: a window does not fit.
    """
    shape, found = (3, size, size), []
    entered = [shape, shape]  # what the last two layers have read
    for place, layer in enumerate(networks()[network]):
        kind, outputs, kernel_size, stride, padding, groups = layer
        beside = kind == "shortcut"
        reads = entered[0] if beside else shape
        if kind == "dense":
            weights = linear_parameters(reads[0] * reads[1] * reads[2], outputs, bias=False)
            asked: tuple[Any, ...] = (reads, kind, outputs)
            row = (outputs, 1, 1, weights + outputs, weights)
        elif kind == "mean":
            row = (reads[0], 1, 1, 0, 0)
        else:
            side = output_size(reads[1], kernel_size, stride, padding)
            window = kernel_size, stride, padding
            if kind == "pool":
                asked, row = (reads, kind, None, *window), (reads[0], side, side, 0, 0)
            else:
                asked = (reads, "conv", outputs, *window, groups)
                costs_of = reads[0], outputs, kernel_size
                macs = conv_macs(*costs_of, (side, side), groups)
                row = (outputs, side, side, conv_parameters(*costs_of, groups), macs)
        if kind != "mean":
            found.append((place, asked, row))
        if not beside:
            entered, shape = [entered[1], shape], row[:3]
    return found


class Said(NamedTuple):
    """What a learner's ``layer_row`` says: the places of its wrong rows, in short, a sentence."""

    wrong: frozenset[int] = frozenset()
    short: str = ""
    sentence: str = ""


def asked(layer_row: Callable[..., Any], network: str, size: int) -> Said:
    """Ask a learner's function for every layer of a network."""
    names, wrong, first = _names(costs(network, size)), set(), ""
    all_asked = questions(network, size)
    for place, arguments, right in all_asked:
        done = guarded(layer_row, *arguments, read=_row)
        problem = trouble(done)
        if not problem and done.value is None:
            problem = "Your layer_row should return five numbers."
        if problem:
            name = names[place]
            return Said(frozenset([place]), f"✗ your layer_row stops at {name}", problem)
        if done.value != right:
            wrong.add(place)
            differ = [n for n in range(len(right)) if done.value[n] != right[n]]
            first = first or (
                f"{names[place]}: {_short(done.value[differ[0]])} {FIELDS[differ[0]]}, "
                f"not {right[differ[0]]:,}"
            )
    if not wrong:
        words = f"your layer_row agrees in all {len(all_asked)} layers"
        return Said(frozenset(), f"✓ {words}", f"{words[0].upper()}{words[1:]}.")
    count = f"{len(wrong)} of {len(all_asked)} rows"
    sentence = f"Your layer_row says of {first}; {count} differ."
    return Said(frozenset(wrong), f"✗ your {first}", sentence)


def _short(number: int) -> str:
    return f"{number:,}" if abs(number) < 10**11 else f"{number:.1e}"


def _row(value: Any) -> Row | None:
    """Return five whole numbers, or None where a value is none."""
    try:
        row = tuple(float(each) for each in value)
    except (TypeError, ValueError):
        return None
    whole = len(row) == len(FIELDS) and all(each.is_integer() for each in row)
    return tuple(int(each) for each in row) if whole else None  # type: ignore[return-value]


def _normed_parameters(reads: int, outputs: int, kernel_size: int, groups: int = 1) -> int:
    """Return the weights of a convolution, and batch norm's two numbers for each channel."""
    return conv_parameters(reads, outputs, kernel_size, groups, bias=False) + 2 * outputs


def amounts(found: Sequence[Cost], count: str, batch: int) -> list[int]:
    """Return the amount of each layer: numbers, multiply-adds, or bytes of training.

    Training keeps the activations of each image, and three arrays of the parameters' size:
    themselves, their gradients and their momentum; 4 bytes a number.
    """
    if count == "parameters":
        return [each.parameters for each in found]
    if count == "MACs":
        return [batch * each.macs for each in found]
    if count == "activations":
        return [batch * each.activations for each in found]
    return [4 * (batch * each.activations + 3 * each.parameters) for each in found]


class WhereExplorer(Explorer):
    """See in which layers a network has its parameters, products, activations and memory.

    The first dense layer is built for the size of the input, so its parameters grow with it. The
    input itself is no bar.

    Args:
        layer_row: a function of your own, or what its check returned. It is asked for each layer,
            as ``layer_row(shape, kind, outputs, kernel_size, stride, padding, groups)``; where it
            gives another row than is right, the layer's name has a cross.
        goals: what to try. A goal can ask for network, count, size and batch (names), total,
            dense and conv (shares of dense layers and of convolutions, from 0 to 1).

    Raises:
        TypeError: ``layer_row`` is no function.
    """

    width = 600
    height = 250

    def __init__(
        self, layer_row: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.layer_row = submitted(layer_row, "WhereExplorer", "layer_row")
        self._said: dict[tuple[str, int], Said] = {}
        controls: list[Control] = [
            Choice("network", "network", tuple(networks()), "AlexNet 2012", menu=True),
            Choice("count", "count", COUNTS, "activations", menu=True),
            Choice("size", "input size", SIZES, "227"),
            Choice("batch", "batch", BATCHES, "1"),
        ]
        super().__init__(controls, goals=goals)

    def facts(self, **state: str) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`WhereExplorer`."""
        try:
            found = costs(state["network"], int(state["size"]))
        except ValueError:
            return None
        each = amounts(found, state["count"], int(state["batch"]))
        total = sum(each)
        shares = {
            kind: sum(a for a, cost in zip(each, found) if cost.kind == kind) / total
            for kind in ("conv", "dense")
        }
        return {"total": total, **shares}

    def said(self, network: str, size: int) -> Said:
        """Return what the learner's function says of a network; it is asked once."""
        if self.layer_row is None:
            return Said()
        if (network, size) not in self._said:
            self._said[network, size] = asked(self.layer_row, network, size)
        return self._said[network, size]

    def draw(self, **state: str) -> Scene:
        """Return the scene of a state; see :class:`WhereExplorer`."""
        network, count, size, batch = (state[n] for n in ("network", "count", "size", "batch"))
        facts = self.facts(**state)
        if facts is None:
            return self.blank(
                f"{network} with an input of {size}×{size}: a window does not fit any more.",
                "Use a larger input.",
            )
        found = costs(network, int(size))
        each = amounts(found, count, int(batch))
        unit = " bytes" if count == "training memory" else ""
        images = "1 image" if batch == "1" else f"{batch} images"
        largest = max(range(len(each)), key=each.__getitem__)
        names = _names(found)
        shares = f"{100 * facts['conv']:.1f} % in convolutions, {100 * facts['dense']:.1f} % in "
        said = self.said(network, int(size))
        phrases = (
            f"{network}, input {size}×{size}, {images}: {facts['total']:,}{unit} of {count}."
            if unit
            else f"{network}, input {size}×{size}, {images}: {facts['total']:,} {count}.",
            f"{shares}dense layers.",
            f"The most, {each[largest]:,}, in {names[largest]}.",
            *filter(None, [said.sentence]),
        )
        step = ACROSS / len(each)
        placed = [
            Placed(line(f"{network} · {count}: {facts['total']:,}{unit}", 14, bold=True), LEFT, 16),
            Placed(line("number above a bar: its share in %", 12, QUIET), LEFT, 36),
        ]
        if said.short:
            ink = WRONG_INK if said.wrong else PEN
            placed.append(Placed(line(said.short, 11, ink, bold=True), LEFT + 226, 36))
        for index, (cost, amount, name) in enumerate(zip(found, each, names)):
            x = round(LEFT + index * step, 1)
            tall = round(amount / max(each) * (DOWN - 24), 1)
            share = 100 * amount / facts["total"]
            middle = round(x + step / 2, 1)
            placed.append(Placed(_bar(cost.kind, round(step - 4, 1), tall), x, TOP + DOWN - tall))
            if share >= 0.5:
                words = text(f"{share:.0f}", 11, colour=PEN)
                placed.append(Placed(words, middle, TOP + DOWN - tall - 9))
            placed.append(Placed(text(name, 11, colour=QUIET), middle, TOP + DOWN + 12))
            if index in said.wrong:
                cross = text("✗", 11, colour=WRONG_INK, bold=True)
                placed.append(Placed(cross, middle, TOP + DOWN + 25))
        placed.append(
            Placed(line("c convolution (blue) · p pooling · d dense (green)", 11, QUIET), LEFT, 240)
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


def _names(found: Sequence[Cost]) -> list[str]:
    """Return c1, c2, p, c3 …, d1: short enough to stand below 24 bars."""
    counted, names = {"conv": 0, "pool": 0, "dense": 0}, []
    for cost in found:
        counted[cost.kind] += 1
        names.append("p" if cost.kind == "pool" else f"{cost.kind[0]}{counted[cost.kind]}")
    return names


@lru_cache(maxsize=8192)
def _bar(kind: str, wide: float, tall: float) -> Part:
    look = ROLES[{"conv": "input", "pool": "padding", "dense": "output"}[kind]]
    return Part(
        f'<rect width="{number(wide)}" height="{number(max(tall, 0.8))}" fill="{look.fill}" '
        f'stroke="{look.edge}"/>'
    )
