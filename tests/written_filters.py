"""Answers to the exercises of notebook 14 as learners write them, right and wrong."""

from __future__ import annotations

import numpy as np
import pytest
from check_tools import Written

from cnnhelpers.datasets import resized

book = Written()
FEWEST = {
    "class_templates": 8,
    "template_scores": 8,
    "occlusion_map": 8,
    "saliency": 8,
    "centre_digit": 8,
}

# class_templates --------------------------------------------------------------------------------


@book.right("class_templates")
def _(images, labels, classes):
    templates = []
    for label in range(classes):
        chosen = images[labels == label]
        templates.append(chosen.mean(axis=0) if len(chosen) else np.zeros(images.shape[1:]))
    return np.array(templates)


@book.right("class_templates")
def _(images, labels, classes):
    sums = np.zeros((classes, *images.shape[1:]))
    np.add.at(sums, labels, images)
    counts = np.bincount(labels, minlength=classes)
    return sums / np.maximum(counts, 1)[:, None, None]


@book.right("class_templates")
def _(images, labels, classes):
    one_hot = np.eye(classes)[labels]
    count = one_hot.sum(0)
    count[count == 0] = 1
    return np.einsum("nc,nhw->chw", one_hot / count, images)


@book.right("class_templates")
def _(images, labels, classes):
    result = [[[0.0] * images.shape[2] for _ in range(images.shape[1])] for _ in range(classes)]
    for label in range(classes):
        count = sum(1 for each in labels if each == label)
        for image, each in zip(images, labels):
            if each == label:
                for row in range(images.shape[1]):
                    for column in range(images.shape[2]):
                        result[label][row][column] += image[row, column] / count
    return result


@book.right("class_templates")
def _(images, labels, classes):
    torch = pytest.importorskip("torch")
    x, y = torch.tensor(images).double(), torch.tensor(labels)
    sums = torch.zeros(classes, *x.shape[1:], dtype=x.dtype).index_add(0, y, x)
    return sums / torch.bincount(y, minlength=classes).clamp(min=1)[:, None, None]


@book.wrong("class_templates", "wrong-axis")
def _(images, labels, classes):
    templates = np.zeros((classes, *images.shape[1:]))
    for label in range(classes):
        if (labels == label).any():
            templates[label] = np.mean(images[labels == label])
    return templates


@book.wrong("class_templates", "divided-by-all")
def _(images, labels, classes):  # unbalanced sums
    templates = np.zeros((classes, *images.shape[1:]))
    for image, label in zip(images, labels):
        templates[label] += image / len(images)
    return templates


@book.wrong("class_templates", "sum-for-mean")
def _(images, labels, classes):
    return np.stack([images[labels == label].sum(axis=0) for label in range(classes)])


@book.wrong("class_templates", "rounded")
def _(images, labels, classes):
    templates = np.zeros((classes, *images.shape[1:]), dtype=images.dtype)
    for label in range(classes):
        chosen = images[labels == label]
        if len(chosen):
            templates[label] = chosen.mean(axis=0)
    return templates


@book.wrong("class_templates", "empty-class-nan")
def _(images, labels, classes):
    return np.array([images[labels == label].mean(axis=0) for label in range(classes)])


@book.wrong("class_templates", "empty-class-missing")
def _(images, labels, classes):
    return np.array([images[labels == label].mean(axis=0) for label in sorted(set(labels))])


# template_scores --------------------------------------------------------------------------------


@book.right("template_scores")
def _(images, templates):
    scores = np.zeros((len(images), len(templates)))
    for n, image in enumerate(images):
        for k, template in enumerate(templates):
            scores[n, k] = (image * template).sum() - (template**2).sum() / 2
    return scores


@book.right("template_scores")
def _(images, templates):
    return np.einsum("nhw,khw->nk", images, templates) - 0.5 * np.sum(templates**2, axis=(1, 2))


@book.right("template_scores")
def _(images, templates):
    return np.tensordot(images, templates, ((1, 2), (1, 2))) - np.linalg.norm(
        templates, axis=(1, 2)
    )**2 / 2  # fmt: skip


@book.right("template_scores")
def _(images, templates):
    x, m = images.reshape(len(images), -1), templates.reshape(len(templates), -1)
    return [[row @ t - t @ t / 2 for t in m] for row in x]


@book.right("template_scores")
def _(images, templates):
    torch = pytest.importorskip("torch")
    x, m = (torch.tensor(each).double().flatten(1) for each in (images, templates))
    return x @ m.T - (m * m).sum(1) / 2


@book.wrong("template_scores", "bias-missing")
def _(images, templates):  # dot without bias
    return images.reshape(len(images), -1) @ templates.reshape(len(templates), -1).T


@book.wrong("template_scores", "distance-for-score")
def _(images, templates):
    return -((images[:, None] - templates[None]) ** 2).sum(axis=(2, 3))


@book.wrong("template_scores", "class-for-scores")
def _(images, templates):
    scores = np.einsum("nhw,khw->nk", images, templates) - (templates**2).sum((1, 2)) / 2
    return scores.argmax(axis=1)


@book.wrong("template_scores", "norm-not-squared")
def _(images, templates):
    return np.einsum("nhw,khw->nk", images, templates) - np.linalg.norm(templates, axis=(1, 2)) / 2


# occlusion_map ----------------------------------------------------------------------------------


@book.right("occlusion_map")
def _(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    before = model(image[None])[0, label]
    rows = (image.shape[1] - size) // stride + 1
    columns = (image.shape[2] - size) // stride + 1
    output = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            covered = image.copy()
            covered[:, i * stride : i * stride + size, j * stride : j * stride + size] = fill
            output[i, j] = before - model(covered[None])[0, label]
    return output


@book.right("occlusion_map")
def _(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    output = []
    for top in range(0, image.shape[1] - size + 1, stride):
        line = []
        for left in range(0, image.shape[2] - size + 1, stride):
            mask = np.ones(image.shape)
            mask[:, top : top + size, left : left + size] = 0
            both = np.stack([image, image * mask + fill * (1 - mask)])
            logits = model(both)
            line.append(logits[0, label] - logits[1, label])
        output.append(line)
    return output


@book.right("occlusion_map")
def _(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    channels, height, width = image.shape
    places = [
        (top, left)
        for top in range(0, height - size + 1, stride)
        for left in range(0, width - size + 1, stride)
    ]
    batch = np.repeat(image[None], len(places), axis=0)
    for one, (top, left) in zip(batch, places):
        one[:, top : top + size, left : left + size] = fill
    drops = model(image[None])[0, label] - model(batch)[:, label]
    return drops.reshape(-1, (width - size) // stride + 1)


@book.right("occlusion_map")
def _(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    output = {}
    for top in range(0, image.shape[1] - size + 1, stride):
        for left in range(0, image.shape[2] - size + 1, stride):
            kept = image[:, top : top + size, left : left + size].copy()
            before = model(image[None])[0, label]
            image[:, top : top + size, left : left + size] = fill
            output[top, left] = before - model(image[None])[0, label]
            image[:, top : top + size, left : left + size] = kept  # and put back
    rows = len({top for top, _ in output})
    return np.array(list(output.values())).reshape(rows, -1)


@book.right("occlusion_map")
def _(model, image, label, size=4, stride=2, fill=0.0):
    for module in model.modules():
        module.training = False
    windows = np.lib.stride_tricks.sliding_window_view
    indices = windows(np.arange(image[0].size).reshape(image.shape[1:]), (size, size))
    indices = indices[::stride, ::stride]
    output = np.zeros(indices.shape[:2])
    for place in np.ndindex(*output.shape):
        flat = image.reshape(len(image), -1).copy()
        flat[:, indices[place].ravel()] = fill
        output[place] = model(np.stack([image, flat.reshape(image.shape)]))[:, label] @ [1, -1]
    return output


def _occlusion(drop, starts=None, copies=True, mode=lambda model: model.eval()):
    """Loops as a learner writes them, with places to go wrong."""

    def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
        mode(model)
        height, width = image.shape[1:]
        rows = starts(height, size, stride) if starts else range(0, height - size + 1, stride)
        columns = starts(width, size, stride) if starts else range(0, width - size + 1, stride)
        output = np.zeros((len(rows), len(columns)))
        logits = model(image[None])[0]
        for i, top in enumerate(rows):
            for j, left in enumerate(columns):
                covered = image.copy() if copies else image
                covered[:, top : top + size, left : left + size] = fill
                output[i, j] = drop(logits, model(covered[None])[0], label)
        return output

    return occlusion_map


def _softmax(logits):
    exponentials = np.exp(logits - logits.max())
    return exponentials / exponentials.sum()


def _dropped(before, after, label):
    return before[label] - after[label]


for slug, function in [
    ("drop-reversed", _occlusion(lambda b, a, label: a[label] - b[label])),
    ("patches-accumulate", _occlusion(_dropped, copies=False)),
    ("probability-for-logit", _occlusion(
        lambda b, a, label: _softmax(b)[label] - _softmax(a)[label])),
    ("class-chosen-anew", _occlusion(lambda b, a, label: b[label] - np.max(a))),
    ("map-too-large", _occlusion(_dropped, starts=lambda n, size, step: range(0, n, step))),
    ("map-too-small", _occlusion(_dropped, starts=lambda n, size, step: range(0, n - size, step))),
    ("training-mode", _occlusion(_dropped, mode=lambda model: model.train())),
    ("training-mode", _occlusion(_dropped, mode=lambda model: None)),
]:  # fmt: skip
    book.wrong("occlusion_map", slug)(function)


@book.wrong("occlusion_map", "fill-ignored")
def _(model, image, label, size=4, stride=2, fill=0.0):  # "nothing" after a normalisation
    return _occlusion(_dropped)(model, image, label, size, stride, 0.0)


@book.wrong("occlusion_map", "order-of-positions")
def _(model, image, label, size=4, stride=2, fill=0.0):  # a batch of patches in wrong order
    model.eval()
    batch = []
    for left in range(0, image.shape[2] - size + 1, stride):
        for top in range(0, image.shape[1] - size + 1, stride):
            one = image.copy()
            one[:, top : top + size, left : left + size] = fill
            batch.append(one)
    drops = model(image[None])[0, label] - model(np.array(batch))[:, label]
    return drops.reshape((image.shape[1] - size) // stride + 1, -1)


@book.wrong("occlusion_map", "one-channel-covered")
def _(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    rows, columns = ((length - size) // stride + 1 for length in image.shape[1:])
    output = np.zeros((rows, columns))
    for i, j in np.ndindex(rows, columns):
        covered = image.copy()
        covered[0, i * stride : i * stride + size, j * stride : j * stride + size] = fill
        output[i, j] = model(image[None])[0, label] - model(covered[None])[0, label]
    return output


# saliency ---------------------------------------------------------------------------------------


@book.right("saliency")
def _(model, image, label):
    model.eval()
    logits = model(image[None])
    grad = model.backward(np.eye(logits.shape[1])[[label]])
    model.zero_grad()
    return np.abs(grad[0]).max(axis=0)


@book.right("saliency")
def _(model, image, label):
    model.eval()
    upstream = np.zeros(model(image[None]).shape)
    upstream[:, label] = 1.0
    slopes = model.backward(upstream)[0]
    for parameter in model.parameters():
        parameter.grad = None
    return np.maximum(slopes, -slopes).max(axis=0)


@book.right("saliency")
def _(model, image, label):
    model.eval()
    logits = model(np.stack([image, image]))  # a batch; only its first counts
    upstream = np.zeros_like(logits)
    upstream[0, label] = 1
    output = np.zeros(image.shape[1:])
    for channel in model.backward(upstream)[0]:
        output = np.maximum(output, abs(channel))
    model.zero_grad()
    return output


@book.right("saliency")
def _(model, image, label):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    upstream = np.zeros_like(model(image[None].astype(float)))
    upstream[0, label] = 1
    result = np.abs(model.backward(upstream)).max(axis=1)[0]
    model.zero_grad()
    for module, mode in modes:
        module.training = mode
    return result.tolist()


@book.right("saliency")
def _(model, image, label):
    model.eval()
    torch = pytest.importorskip("torch")
    upstream = np.zeros_like(model(image[None]))
    upstream[0, label] = 1
    grad = torch.tensor(model.backward(upstream)[0])
    model.zero_grad()
    return grad.abs().amax(0)


def _slopes(upstream, summary=None, mode=lambda model: model.eval(), after=None):
    """A backward pass as a learner writes it, with places to go wrong."""

    def saliency(model, image, label):
        mode(model)
        logits = model(image[None])
        grad = model.backward(upstream(logits, label))[0]
        (after or (lambda model: model.zero_grad()))(model)
        return summary(grad) if summary else np.abs(grad).max(axis=0)

    return saliency


def _one(logits, label):
    return np.eye(logits.shape[1])[[label]]


for slug, function in [
    ("probability-for-logit", _slopes(
        lambda z, label: _softmax(z[0])[label] * (_one(z, label) - _softmax(z[0])))),
    ("loss-for-logit", _slopes(lambda z, label: _softmax(z[0]) - _one(z, label))),
    ("all-classes", _slopes(lambda z, label: np.ones_like(z))),
    ("sign-kept", _slopes(_one, lambda grad: grad.max(axis=0))),
    ("channels-added", _slopes(_one, lambda grad: np.abs(grad).sum(axis=0))),
    ("channel-axis-kept", _slopes(_one, np.abs)),
    ("training-mode", _slopes(_one, mode=lambda model: model.train())),
    ("training-mode", _slopes(_one, mode=lambda model: None)),
    ("input-changed", _slopes(_one, after=lambda model: None)),  # gradients are left behind
    ("predicted-class", _slopes(lambda z, label: _one(z, z.argmax()))),
]:  # fmt: skip
    book.wrong("saliency", slug)(function)


# centre_digit -----------------------------------------------------------------------------------


@book.right("centre_digit")
def _(drawing, size=20, side=28):
    digit = np.zeros((side, side))
    if not drawing.any():
        return digit
    rows, columns = np.where(drawing.any(axis=1))[0], np.where(drawing.any(axis=0))[0]
    box = drawing[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = size / max(box.shape)
    box = resized(box, max(1, round(scale * box.shape[0])), max(1, round(scale * box.shape[1])))
    height, width = box.shape
    i, j = np.indices(box.shape)
    top = round(side // 2 - (i * box).sum() / box.sum())
    left = round(side // 2 - (j * box).sum() / box.sum())
    top, left = np.clip(top, 0, side - height), np.clip(left, 0, side - width)
    digit[top : top + height, left : left + width] = box
    return digit


@book.right("centre_digit")
def _(drawing, size=20, side=28):
    ink = np.argwhere(drawing > 0)
    if ink.size == 0:
        return np.zeros((side, side))
    (top, left), (bottom, right) = ink.min(axis=0), ink.max(axis=0)
    box = drawing[top : bottom + 1, left : right + 1]
    longer = max(box.shape)
    box = resized(box, *(max(1, int(length * size / longer + 0.5)) for length in box.shape))
    pad = []
    for axis in (0, 1):
        sums = box.sum(axis=1 - axis)
        before = int(np.floor(side // 2 - np.average(np.arange(len(sums)), weights=sums) + 0.5))
        before = max(0, min(before, side - len(sums)))
        pad.append((before, side - len(sums) - before))
    return np.pad(box, pad)


@book.right("centre_digit")
def _(drawing, size=20, side=28):
    output = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return output
    box = drawing[min(rows) : max(rows) + 1, min(columns) : max(columns) + 1].astype(float)
    if box.shape[0] >= box.shape[1]:
        shape = size, max(1, round(box.shape[1] * size / box.shape[0]))
    else:
        shape = max(1, round(box.shape[0] * size / box.shape[1])), size
    box = resized(box, *shape)
    total = row = column = 0.0
    for (i, j), value in np.ndenumerate(box):
        total, row, column = total + value, row + i * value, column + j * value
    top, left = round(side // 2 - row / total), round(side // 2 - column / total)
    top, left = max(0, min(top, side - shape[0])), max(0, min(left, side - shape[1]))
    for (i, j), value in np.ndenumerate(box):
        output[top + i, left + j] = value
    return output


@book.right("centre_digit")
def _(drawing, size=20, side=28):
    if np.sum(drawing) == 0:
        return [[0] * side] * side
    while not drawing[0].any():
        drawing = drawing[1:]
    while not drawing[-1].any():
        drawing = drawing[:-1]
    while not drawing[:, 0].any():
        drawing = drawing[:, 1:]
    while not drawing[:, -1].any():
        drawing = drawing[:, :-1]
    h, w = drawing.shape
    box = resized(drawing, max(1, round(h * size / max(h, w))), max(1, round(w * size / max(h, w))))
    h, w = box.shape
    y = min(max(round(side // 2 - box.sum(1) @ np.arange(h) / box.sum()), 0), side - h)
    x = min(max(round(side // 2 - box.sum(0) @ np.arange(w) / box.sum()), 0), side - w)
    return np.pad(box, ((y, side - h - y), (x, side - w - x))).tolist()


@book.right("centre_digit")
def _(drawing, size=20, side=28):
    torch = pytest.importorskip("torch")
    if not drawing.any():
        return torch.zeros(side, side)
    rows, columns = np.nonzero(drawing)
    box = drawing[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    ratio = size / max(box.shape)
    box = resized(box, max(1, round(box.shape[0] * ratio)), max(1, round(box.shape[1] * ratio)))
    places = []
    for sums in (box.sum(1), box.sum(0)):
        start = round(side // 2 - sums @ np.arange(len(sums)) / sums.sum())
        places.append(min(max(start, 0), side - len(sums)))
    top, left = places
    output = torch.zeros(side, side, dtype=torch.float64)
    output[top : top + box.shape[0], left : left + box.shape[1]] = torch.tensor(box)
    return output


def _centred(cut=True, shape=None, centre="mass", digit_of=lambda x: x, shift=round):
    """The recipe as a learner writes it, with places to go wrong."""

    def centre_digit(drawing, size=20, side=28):
        digit = np.zeros((side, side))
        if not np.any(drawing):
            return digit_of(digit)
        rows, columns = np.nonzero(drawing)
        box = drawing
        if cut:
            box = drawing[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
        h, w = box.shape
        scale = size / max(h, w)
        box = resized(
            box, *(shape(size) if shape else (max(1, round(h * scale)), max(1, round(w * scale))))
        )
        h, w = box.shape
        row, column = (h - 1) / 2, (w - 1) / 2
        if centre == "mass":
            row = np.average(np.arange(h), weights=box.sum(1))
            column = np.average(np.arange(w), weights=box.sum(0))
        top = min(max(shift(side // 2 - row), 0), side - h)
        left = min(max(shift(side // 2 - column), 0), side - w)
        digit[top : top + h, left : left + w] = box
        return digit_of(digit)

    return centre_digit


for slug, function in [
    ("box-centre", _centred(centre="box")),
    ("scaled-separately", _centred(shape=lambda size: (size, size))),
    ("not-cut-out", _centred(cut=False)),
    ("shift-cut-down", _centred(shift=lambda shift: int(np.floor(shift)))),
    ("inverted", _centred(digit_of=lambda digit: 1 - digit)),
    ("other-range", _centred(digit_of=lambda digit: digit * 255)),
]:
    book.wrong("centre_digit", slug)(function)
