"""Exercise: occlusion_map."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import Case, case, halves, whole
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.general import FLAT, NEGATED, TURNED
from cnnhelpers.check.mistake import Mistake, given, given_all, instead, then
from cnnhelpers.exercises.filters.small_net import SmallNet, logits_by_torch
from cnnhelpers.functional import softmax
from cnnhelpers.nn.attribution import occlusion_map
from cnnhelpers.nn.modes import evaluating


def _case(seed: int, image: np.ndarray, label: int, training: bool = False, **options: Any) -> Case:
    model = SmallNet(seed, image.shape, training=training)
    return case(model=model, image=image, label=label, **options)


CASES = (
    _case(1, whole(1, 1, 3, 2), 0, size=2, stride=1),
    _case(2, whole(2, 1, 5, 4), 1, size=2, stride=2),
    _case(3, halves(3, 2, 4, 7), 2, size=3, stride=2, fill=0.5),
    _case(4, whole(4, 3, 6, 5), 1, size=2, stride=3, fill=-1.0),
    _case(5, halves(5, 1, 7, 6), 0),
    _case(6, whole(6, 2, 5, 6), 2, size=3, stride=1, training=True),
    _case(9, whole(7, 1, 6, 8), 1, size=1, stride=2, fill=2.25),
)


def by_torch(torch, model, image, label, size=4, stride=2, fill=0.0):
    logits = logits_by_torch(torch, model)
    x = torch.tensor(np.asarray(image), dtype=torch.float64)
    # Ones where a patch lies: the gradient of its window's sum.
    plane = torch.ones(1, 1, *x.shape[1:], dtype=torch.float64, requires_grad=True)
    sums = torch.nn.functional.unfold(plane, size, stride=stride).sum(1)[0]
    masks = torch.stack([torch.autograd.grad(one, plane, retain_graph=True)[0][0] for one in sums])
    covered = torch.where(masks.bool(), torch.full_like(x, fill), x)
    drops = logits(x[None])[0, label] - logits(covered)[:, label]
    return drops.reshape(-1, (x.shape[2] - size) // stride + 1).numpy()


# Ways to go wrong ---------------------------------------------------------------------------------


def _starts(length: int, size: int, stride: int) -> range:
    return range(0, length - size + 1, stride)


def loops(
    drop=lambda before, after, label: before[label] - after[label],
    cover=None,
    starts=_starts,
    keep_covered=False,
    in_columns=False,
    prepare=lambda model: model.eval(),
):
    """The two loops, with places to go wrong; everything on copies."""

    def plain(image, top, left, size, fill):
        image[:, max(0, top) : top + size, max(0, left) : left + size] = fill

    def function(model, image, label, size=4, stride=2, fill=0.0):
        model, image = copy.deepcopy(model), np.array(image, float)
        prepare(model)
        before = model(image[None])[0]
        rows, columns = (starts(length, size, stride) for length in image.shape[1:])
        found = []
        for first in columns if in_columns else rows:
            for second in rows if in_columns else columns:
                top, left = (second, first) if in_columns else (first, second)
                one = image if keep_covered else image.copy()
                (cover or plain)(one, top, left, size, fill)
                found.append(drop(before, model(one[None])[0], label))
        return np.array(found).reshape(len(rows), len(columns))

    return instead(function)


def first_channel(image, top, left, size, fill):
    image[0, top : top + size, left : left + size] = fill


def last_channel(image, top, left, size, fill):
    image[-1, top : top + size, left : left + size] = fill


def all_but_patch(image, top, left, size, fill):
    kept = image[:, top : top + size, left : left + size].copy()
    image[:] = fill
    image[:, top : top + size, left : left + size] = kept


def centred(image, top, left, size, fill):
    top, left = top - size // 2, left - size // 2
    image[:, max(0, top) : max(0, top + size), max(0, left) : max(0, left + size)] = fill


def added(image, top, left, size, fill):
    image[:, top : top + size, left : left + size] += fill


def times(image, top, left, size, fill):
    image[:, top : top + size, left : left + size] *= fill


def swapped(image, top, left, size, fill):
    image[:, left : left + size, top : top + size] = fill


def too_large(image, top, left, size, fill):
    image[:, top : top + size + 1, left : left + size + 1] = fill


def probability(logits):
    return softmax(logits[None], dim=1)[0]


def log_probability(logits):
    return np.log(np.maximum(probability(logits), 1e-300))


def predicted(a):
    with evaluating(a["model"]):
        return {"label": int(a["model"](np.array(a["image"], float)[None])[0].argmax())}


def together(with_whole):
    """In training mode, all covered images in one batch."""

    def function(model, image, label, size=4, stride=2, fill=0.0):
        model = copy.deepcopy(model).train()
        image = np.array(image, float)
        rows, columns = (_starts(length, size, stride) for length in image.shape[1:])
        covered = np.array([image] * (len(rows) * len(columns)))
        for index, (top, left) in enumerate((r, c) for r in rows for c in columns):
            covered[index, :, top : top + size, left : left + size] = fill
        if with_whole:
            logits = model(np.concatenate([image[None], covered]))[:, label]
            return (logits[0] - logits[1:]).reshape(len(rows), len(columns))
        before = model(image[None])[0, label]
        return (before - model(covered)[:, label]).reshape(len(rows), len(columns))

    return instead(function)


MISTAKES = (
    Mistake(
        "drop-reversed",
        "The sign is wrong: a place that matters should get a positive number.",
        "By how much does the logit *fall*? Take the logit of the whole image minus that of the "
        "covered one.",
        *NEGATED.ways,
    ),
    Mistake(
        "patches-accumulate",
        "What was covered at one position stays covered at the next. Each position should cover "
        "its own patch only.",
        "Cover a fresh copy of the image at every position.",
        loops(keep_covered=True),
    ),
    Mistake(
        "probability-for-logit",
        "It compares probabilities. It should compare logits: the probability of a sure network "
        "hardly moves, whatever is covered.",
        "Leave `softmax` out.",
        loops(lambda b, a, label: probability(b)[label] - probability(a)[label]),
        loops(lambda b, a, label: log_probability(b)[label] - log_probability(a)[label]),
    ),
    Mistake(
        "logit-for-drop",
        "It returns the logit of each covered image. It should return by how much the logit falls.",
        "Subtract it from the logit of the whole image.",
        loops(lambda b, a, label: a[label]),
        loops(lambda b, a, label: -a[label]),
    ),
    Mistake(
        "class-chosen-anew",
        "At every position it looks at the class that wins there. The class should be `label` "
        "everywhere.",
        "Use `label` for the whole image and for every covered one.",
        loops(lambda b, a, label: b[label] - a.max()),
        loops(lambda b, a, label: b.max() - a.max()),
        loops(lambda b, a, label: b[label] - a[b.argmax()]),
    ),
    Mistake(
        "predicted-class",
        "It looks at the class that the network predicts. The class should be `label`.",
        "`label` need not be the winner: index the logits with it.",
        given_all(predicted),
    ),
    Mistake(
        "fill-ignored",
        "`fill` is not used: the patch does not get this value.",
        'Which number stands for "nothing" is the caller\'s choice: set the patch to `fill`.',
        given(fill=lambda fill: 0.0),
        given(fill=lambda fill: 1.0),
        given_all(lambda a: {"fill": float(np.mean(a["image"]))}),
    ),
    Mistake(
        "patch-added",
        "`fill` is added to the pixels of the patch. It should replace them.",
        "Assign `fill` to the pixels of the patch.",
        loops(cover=added),
    ),
    Mistake(
        "patch-multiplied",
        "The pixels of the patch are multiplied by `fill`. It should replace them.",
        "Assign `fill` to the pixels of the patch.",
        loops(cover=times),
    ),
    Mistake(
        "one-channel-covered",
        "Only one channel is covered. What is hidden still shows in the others.",
        "The patch should cover all channels: `image[:, top : top + size, left : left + size]`.",
        loops(cover=first_channel),
        loops(cover=last_channel),
    ),
    Mistake(
        "all-but-the-patch",
        "It covers everything *but* the patch.",
        "Copy the whole image, then cover the patch alone.",
        loops(cover=all_but_patch),
    ),
    Mistake(
        "patch-off-place",
        "The patch does not lie in the right place. Position (i, j) should cover `size` rows from "
        "i · stride on, and `size` columns from j · stride on.",
        "Write down the rows that position (0, 0) covers.",
        loops(cover=centred),
        loops(cover=too_large),
        loops(cover=swapped),
    ),
    Mistake(
        "stride-ignored",
        "The stride that is given is not used.",
        "Position (i, j) begins at row i · stride.",
        given(stride=lambda stride: 1),
        given_all(lambda a: {"stride": a["size"]}),
        given(stride=lambda stride: stride + 1),
    ),
    Mistake(
        "map-too-large",
        "The map has positions where the patch hangs over the edge.",
        "The last possible start is H − size: `range(0, H - size + 1, stride)`.",
        loops(starts=lambda length, size, stride: range(0, length, stride)),
        loops(starts=lambda length, size, stride: range(0, length - size + stride, stride)),
    ),
    Mistake(
        "map-too-small",
        "The last position is missing.",
        "`range` leaves its end out: the last possible start, H − size, must come in.",
        loops(starts=lambda length, size, stride: range(0, length - size, stride)),
        loops(starts=lambda length, size, stride: _starts(length, size, stride)[:-1]),
    ),
    Mistake(
        "order-of-positions",
        "The numbers stand in the wrong places of the map.",
        "The map should be filled row by row: the rows are the outer order.",
        loops(in_columns=True),
    ),
    TURNED,
    FLAT,
    Mistake(
        "size-changed",
        "The patch has another size than `size`.",
        "`top : top + size` are `size` rows.",
        given(size=lambda size: size + 1),
        given(size=lambda size: max(1, size - 1)),
    ),
    Mistake(
        "training-mode",
        "The network runs in training mode: batch norm then uses the statistics of the images that "
        "it is given, not those of all images that it was trained with.",
        "Call `model.eval()` before the first image.",
        together(True),
        together(False),
        loops(prepare=lambda model: model.train()),
        loops(prepare=lambda model: None),
    ),
    Mistake(
        "absolute-drop",
        "It returns absolute values. Where covering *helps* the class, the number should be "
        "negative.",
        "Return the difference as it is, with its sign.",
        then(lambda answer, a: np.abs(answer)),
        then(lambda answer, a: np.maximum(answer, 0)),
    ),
    Mistake(
        "relative-drop",
        "The drop is divided by something. It should be returned as it is.",
        "Return the difference of two logits, nothing else.",
        loops(lambda b, a, label: (b[label] - a[label]) / b[label]),
        then(lambda answer, a: answer / np.abs(answer).max()),
        then(lambda answer, a: (answer - answer.min()) / np.ptp(answer)),
    ),
)


def recipe(draw, image, channels, size, stride, fill, training):
    if size > min(image):
        raise Impossible
    shape = (channels, *image)
    label = draw.whole(0, 2)
    model = SmallNet(draw.whole(0, 10**6), shape, training=training)
    arguments = {"model": model, "image": draw.array(*shape), "label": label}
    return arguments | {"size": size, "stride": stride, "fill": fill}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "image",
            (5, 5),
            "the image is not square",
            ((4, 7), "the image is wider than high"),
            ((6, 4), "the image is higher than wide"),
        ),
        factor(
            "channels",
            1,
            "the image has more than one channel",
            (2, "the image has 2 channels"),
            (3, "the image has 3 channels"),
        ),
        factor("size", 2, "the patch is not 2×2", (1, "it is one pixel"), (3, "the patch is 3×3")),
        factor("stride", 1, "the stride is more than 1", (2, "the stride is 2"), (3, "it is 3")),
        factor("fill", 0.0, "`fill` is not 0", (0.5, "`fill` is 0.5"), (-2.0, "it is negative")),
        factor(
            "training",
            False,
            "the model comes in training mode",
            (True, "the model comes in training mode"),
        ),
    ),
)

EXERCISE = Exercise(
    occlusion_map,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
    input_hints={
        "model.statistics": "In training mode a forward pass moves the running statistics of batch "
        "norm: `model.eval()` comes first."
    },
)
