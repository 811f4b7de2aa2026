"""Functions for the checks of notebook 17, written as learners write them."""

from __future__ import annotations

import copy

import numpy as np
from check_tools import Written

from cnnhelpers import nn

FEWEST = {"budget": 15, "shift_batch": 10, "pareto_front": 10, "update_bn": 9}  # known mistakes
book = Written()


# budget -----------------------------------------------------------------------------------------


@book.right("budget")
def _(layers, height, width):
    p, m = 0, 0
    for i, o, k, s, pad, g in layers:
        height = 1 + (height - k + 2 * pad) // s
        width = 1 + (width - k + 2 * pad) // s
        p += o * (i // g * k * k + 1)
        m += o * (i // g) * k * k * height * width
    return p, m


@book.right("budget")
def _(layers, height, width):
    size, costs = np.array([height, width]), []
    for inputs, outputs, kernel, stride, padding, groups in layers:
        size = (size + 2 * padding - kernel) // stride + 1
        weights = inputs * outputs * kernel**2 // groups
        costs.append((weights + outputs, weights * size.prod()))
    return tuple(np.sum(costs, axis=0))


@book.right("budget")
def _(layers, height, width):
    (i, o, k, s, p, g), *others = layers
    rows = len(range(0, height + 2 * p - k + 1, s))
    columns = len(range(0, width + 2 * p - k + 1, s))
    weights, rest = o * i * k * k // g, (0, 0)
    if others:
        rest = _rest(others, rows, columns)
    return weights + o + rest[0], weights * rows * columns + rest[1]


def _rest(layers, height, width):
    p = m = 0
    for i, o, k, s, pad, g in layers:
        height, width = ((n + 2 * pad - k) // s + 1 for n in (height, width))
        p, m = p + o * i // g * k * k + o, m + o * i // g * k * k * height * width
    return p, m


@book.right("budget")
def _(layers, height, width):
    import torch

    x, counts = torch.empty(1, layers[0][0], height, width, device="meta"), [0, 0]
    for i, o, k, s, p, g in layers:
        conv = torch.nn.Conv2d(i, o, k, s, p, groups=g, device="meta")
        x = conv(x)
        counts[0] += sum(each.numel() for each in conv.parameters())
        counts[1] += conv.weight.numel() * x.shape[2] * x.shape[3]
    return counts


@book.right("budget")
def _(layers, height, width):
    weights = [la[1] * (la[0] // la[5]) * la[2] ** 2 for la in layers]
    places = []
    for _, _, k, s, p, _ in layers:
        height = int(np.floor((height + 2 * p - k) / s)) + 1
        width = int(np.floor((width + 2 * p - k) / s)) + 1
        places.append(height * width)
    return sum(weights) + sum(la[1] for la in layers), int(np.dot(weights, places))


@book.wrong("budget", "size-not-rounded")
def _(layers, height, width):
    p = m = 0
    for i, o, k, s, pad, g in layers:
        height = (height + 2 * pad - k) / s + 1
        width = (width + 2 * pad - k) / s + 1
        weights = o * (i // g) * k * k
        p, m = p + weights + o, m + weights * height * width
    return p, m


@book.wrong("budget", "norm-counted")
def _(layers, height, width):
    p = m = 0
    for i, o, k, s, pad, g in layers:
        height = (height + 2 * pad - k) // s + 1
        width = (width + 2 * pad - k) // s + 1
        w = o * (i // g) * k * k
        p += w + 2 * o  # gamma and beta; the convolution has no bias
        m += w * height * width
    return p, m


@book.wrong("budget", "bias-missing")
def _(layers, height, width):
    p = m = 0
    for i, o, k, s, pad, g in layers:
        height = (height + 2 * pad - k) // s + 1
        width = (width + 2 * pad - k) // s + 1
        p += o * (i // g) * k * k
        m += o * (i // g) * k * k * height * width
    return p, m


@book.wrong("budget", "size-before-layer")
def _(layers, height, width):
    p = m = 0
    for i, o, k, s, pad, g in layers:
        w = o * (i // g) * k * k
        p += w + o
        m += w * height * width
        height = (height + 2 * pad - k) // s + 1
        width = (width + 2 * pad - k) // s + 1
    return p, m


@book.wrong("budget", "groups-ignored")
def _(layers, height, width):
    p = m = 0
    for i, o, k, s, pad, _ in layers:
        height = (height + 2 * pad - k) // s + 1
        width = (width + 2 * pad - k) // s + 1
        p += o * i * k * k + o
        m += o * i * k * k * height * width
    return p, m


@book.wrong("budget", "size-not-passed-on")
def _(layers, height, width):
    p = m = 0
    for i, o, k, s, pad, g in layers:
        rows, columns = ((n + 2 * pad - k) // s + 1 for n in (height, width))
        p += o * (i // g) * k * k + o
        m += o * (i // g) * k * k * rows * columns
    return p, m


@book.wrong("budget", "padding-on-one-side")
def _(layers, height, width):
    p = m = 0
    for i, o, k, s, pad, g in layers:
        height, width = ((n + pad - k) // s + 1 for n in (height, width))
        p += o * (i // g) * k * k + o
        m += o * (i // g) * k * k * height * width
    return p, m


# shift_batch ------------------------------------------------------------------------------------


@book.right("shift_batch")
def _(images, shifts):
    n, _, h, w = images.shape
    most = int(np.abs(shifts).max())
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    out = np.empty_like(images)
    for k in range(n):
        top, left = most - shifts[k][0], most - shifts[k][1]
        out[k] = padded[k, :, top : top + h, left : left + w]
    return out


@book.right("shift_batch")
def _(images, shifts):
    out = []
    for image, (dy, dx) in zip(images, shifts):
        moved = np.roll(image, (dy, dx), axis=(1, 2))
        if dy > 0:
            moved[:, :dy] = 0
        elif dy < 0:
            moved[:, dy:] = 0
        if dx > 0:
            moved[:, :, :dx] = 0
        elif dx < 0:
            moved[:, :, dx:] = 0
        out.append(moved)
    return np.array(out)


@book.right("shift_batch")
def _(images, shifts):
    n, c, h, w = images.shape
    out = np.zeros((n, c, h, w), dtype=images.dtype)
    for k in range(n):
        for row in range(h):
            for column in range(w):
                y, x = row - shifts[k, 0], column - shifts[k, 1]
                if 0 <= y < h and 0 <= x < w:
                    out[k, :, row, column] = images[k, :, y, x]
    return out


@book.right("shift_batch")
def _(images, shifts):
    _, _, h, w = images.shape
    rows = np.arange(h)[None, :] - shifts[:, :1]
    columns = np.arange(w)[None, :] - shifts[:, 1:]
    inside = ((rows >= 0) & (rows < h))[:, :, None] & ((columns >= 0) & (columns < w))[:, None, :]
    rows, columns = np.clip(rows, 0, h - 1), np.clip(columns, 0, w - 1)
    picked = images[
        np.arange(len(images))[:, None, None], :, rows[:, :, None], columns[:, None, :]
    ]  # (N, H, W, C)
    return np.where(inside[:, None], picked.transpose(0, 3, 1, 2), 0)


@book.right("shift_batch")
def _(images, shifts):
    import torch

    pictures = torch.tensor(images)
    return torch.stack(
        [
            torch.nn.functional.pad(picture, (int(x), -int(x), int(y), -int(y)))
            for picture, (y, x) in zip(pictures, shifts)
        ]
    )


@book.wrong("shift_batch", "rolled")
def _(images, shifts):
    return np.stack(
        [np.roll(image, tuple(shift), axis=(1, 2)) for image, shift in zip(images, shifts)]
    )


@book.wrong("shift_batch", "one-shift-for-all")
def _(images, shifts):
    down, right = shifts[0]
    out = np.zeros_like(images)
    h, w = images.shape[2:]
    for row in range(h):
        for column in range(w):
            if 0 <= row - down < h and 0 <= column - right < w:
                out[:, :, row, column] = images[:, :, row - down, column - right]
    return out


@book.wrong("shift_batch", "other-direction")
def _(images, shifts):
    n, _, h, w = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (4, 4), (4, 4)))
    return np.stack(
        [
            padded[k, :, 4 + shifts[k, 0] : 4 + shifts[k, 0] + h, 4 + shifts[k, 1] :][..., :w]
            for k in range(n)
        ]
    )


@book.wrong("shift_batch", "axes-swapped")
def _(images, shifts):
    n, _, h, w = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (4, 4), (4, 4)))
    return np.stack(
        [
            padded[k, :, 4 - shifts[k, 1] : 4 - shifts[k, 1] + h, 4 - shifts[k, 0] :][..., :w]
            for k in range(n)
        ]
    )


# pareto_front -----------------------------------------------------------------------------------


@book.right("pareto_front")
def _(costs, errors):
    front = []
    for c, e in zip(costs, errors):
        beaten = False
        for d, f in zip(costs, errors):
            if d <= c and f <= e and (d < c or f < e):
                beaten = True
        front.append(not beaten)
    return front


@book.right("pareto_front")
def _(costs, errors):
    order = np.lexsort((errors, costs))
    front, best, last = np.zeros(len(costs), bool), np.inf, None
    for k in order:
        pair = (costs[k], errors[k])
        if errors[k] < best or pair == last:
            front[k], best, last = True, errors[k], pair
    return front


@book.right("pareto_front")
def _(costs, errors):
    return np.array(
        [
            all(d > c or f > e or (d == c and f == e) for d, f in zip(costs, errors))
            for c, e in zip(costs, errors)
        ]
    )


@book.right("pareto_front")
def _(costs, errors):
    points = np.stack([costs, errors], axis=1)
    return [
        not any((points <= p).all(axis=1) & (points < p).any(axis=1)) for p in points
    ]  # one row a network


@book.right("pareto_front")
def _(costs, errors):
    front = np.ones(len(costs))
    for k in range(len(costs)):
        as_good = (costs <= costs[k]) & (errors <= errors[k])
        if np.any(as_good & ((costs != costs[k]) | (errors != errors[k]))):
            front[k] = 0
    return front


@book.wrong("pareto_front", "better-in-both")
def _(costs, errors):
    return [not any((costs < c) & (errors < e)) for c, e in zip(costs, errors)]


@book.wrong("pareto_front", "beats-itself")
def _(costs, errors):
    n = len(costs)
    return [
        not any(costs[j] <= costs[k] and errors[j] <= errors[k] for j in range(n) if j != k)
        for k in range(n)
    ]


@book.wrong("pareto_front", "places-for-truth")
def _(costs, errors):
    return [
        k
        for k in range(len(costs))
        if not np.any(
            (costs <= costs[k])
            & (errors <= errors[k])
            & ((costs < costs[k]) | (errors < errors[k]))
        )
    ]


@book.wrong("pareto_front", "not-sorted")
def _(costs, errors):
    front, best = [], float("inf")
    for e in errors:
        front.append(e < best)
        best = min(best, e)
    return front


@book.wrong("pareto_front", "ties-in-order")
def _(costs, errors):
    front, fewest = np.zeros(len(costs), bool), np.inf
    for i in np.argsort(costs):
        if errors[i] < fewest:
            front[i], fewest = True, errors[i]
    return front


@book.wrong("pareto_front", "first-of-equals")
def _(costs, errors):
    found = [False] * len(costs)
    fewest = float("inf")
    for i in sorted(range(len(costs)), key=lambda i: (costs[i], errors[i])):
        found[i] = bool(errors[i] < fewest)
        fewest = min(fewest, errors[i])
    return np.array(found)


@book.wrong("pareto_front", "tie-in-one")
def _(costs, errors):
    return [not any((costs < c) & (errors <= e)) for c, e in zip(costs, errors)]


# update_bn --------------------------------------------------------------------------------------


def _norms(model):
    return [part for part in model.modules() if isinstance(part, nn.BatchNorm2d)]


@book.right("update_bn")
def _(model, images, batch_size):  # in place
    for part in model.modules():
        if isinstance(part, nn.BatchNorm2d):
            part.momentum, part.num_batches_tracked = None, np.array(0)
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model.eval()


@book.right("update_bn")
def _(model, images, batch_size):  # each batch by its share, the momentum as it was afterwards
    before = [norm.momentum for norm in _norms(model)]
    model.train()
    for number, start in enumerate(range(0, len(images), batch_size), 1):
        for norm in _norms(model):
            norm.momentum = 1 / number
        model(images[start : start + batch_size])
    for norm, momentum in zip(_norms(model), before):
        norm.momentum = momentum
    model.eval()
    return model


@book.right("update_bn")
def _(model, images, batch_size):  # statistics of each batch alone, then their means
    model.train()
    means, variances = [], []
    for norm in _norms(model):
        norm.momentum = 1.0
    for batch in np.split(images, range(batch_size, len(images), batch_size)):
        model(batch)
        means.append([norm.running_mean.copy() for norm in _norms(model)])
        variances.append([norm.running_var.copy() for norm in _norms(model)])
    for n, norm in enumerate(_norms(model)):
        norm.running_mean = np.mean([each[n] for each in means], axis=0)
        norm.running_var = np.mean([each[n] for each in variances], axis=0)
        norm.momentum = 0.1
    return model.eval()


@book.right("update_bn")
def _(model, images, batch_size):  # on a copy
    fresh = copy.deepcopy(model)
    fresh.train()
    for norm in _norms(fresh):
        norm.momentum = None
        norm.num_batches_tracked = 0
        norm.running_mean *= 0
    rest = images
    while len(rest):
        fresh(rest[:batch_size])
        rest = rest[batch_size:]
    return fresh.eval()


@book.right("update_bn")
def _(model, images, batch_size):  # a while loop, the mode set in it
    for norm in _norms(model):
        norm.num_batches_tracked = norm.num_batches_tracked * 0
        norm.momentum = None
    start = 0
    while start < len(images):
        model.train()
        model.forward(images[start : start + batch_size])
        start += batch_size
        model.eval()
    return model


@book.wrong("update_bn", "momentum-kept")
def _(model, images, batch_size):
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model.eval()


@book.wrong("update_bn", "momentum-kept")
def _(model, images, batch_size):
    for norm in _norms(model):
        norm.running_mean = np.zeros(norm.num_features)
        norm.running_var = np.ones(norm.num_features)
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model.eval()


@book.wrong("update_bn", "count-not-reset")
def _(model, images, batch_size):
    for norm in _norms(model):
        norm.momentum = None
    return _through(model, images, batch_size)


def _through(model, images, batch_size):
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model.eval()


@book.wrong("update_bn", "count-not-reset")
def _(model, images, batch_size):  # of the outermost layers, too
    for layer in model.layers.values():
        if isinstance(layer, nn.BatchNorm2d):
            layer.momentum = None
    return _through(model, images, batch_size)


@book.wrong("update_bn", "statistics-stay")
def _(model, images, batch_size):
    model.eval()
    for norm in _norms(model):
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model


@book.wrong("update_bn", "statistics-stay")
def _(model, images, batch_size):
    return model.eval()


@book.wrong("update_bn", "last-batch-alone")
def _(model, images, batch_size):  # as in notebook 12, where all images were one batch
    for norm in _norms(model):
        norm.momentum = 1.0
    return _through(model, images, batch_size)


@book.wrong("update_bn", "first-batch-alone")
def _(model, images, batch_size):
    for norm in _norms(model):
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
        return model.eval()


@book.wrong("update_bn", "all-at-once")
def _(model, images, batch_size):
    for norm in _norms(model):
        norm.momentum = 1.0
    model.train()(images)
    return model.eval()


@book.wrong("update_bn", "one-by-one")
def _(model, images, batch_size):
    for norm in _norms(model):
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    model.train()
    for image in images:
        model(image[None])
    return model.eval()


@book.wrong("update_bn", "smaller-batch-missing")
def _(model, images, batch_size):
    for norm in _norms(model):
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    model.train()
    for number in range(len(images) // batch_size):
        model(images[number * batch_size : (number + 1) * batch_size])
    return model.eval()


@book.wrong("update_bn", "blocks-forgotten")
def _(model, images, batch_size):
    for layer in model:
        if isinstance(layer, nn.BatchNorm2d):
            layer.momentum, layer.num_batches_tracked = None, np.array(0)
    return _through(model, images, batch_size)


@book.wrong("update_bn", "training-mode-left")
def _(model, images, batch_size):
    for norm in _norms(model):
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    _through(model, images, batch_size)
    return model.train()


@book.wrong("update_bn", "not-a-model")
def _(model, images, batch_size):
    for norm in _norms(model):
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    return _through(model, images, batch_size)(images)


@book.wrong("update_bn", "new-norm")
def _(model, images, batch_size):
    for norm in _norms(model):
        new = nn.BatchNorm2d(norm.num_features, momentum=None).astype(float)
        vars(norm).update(vars(new))
    return _through(model, images, batch_size)


@book.wrong("pareto_front", "ties-in-order")
def _(costs, errors):
    best, front = np.inf, np.zeros(len(costs), bool)
    for place in sorted(range(len(costs)), key=lambda place: costs[place]):
        front[place] = errors[place] < best
        best = min(best, errors[place])
    return front
