"""Answers to the exercises of notebook 12 as learners write them, right and wrong."""

from __future__ import annotations

import numpy as np
import pytest
from check_tools import Written

from cnnhelpers import functional, nn

book = Written()
FEWEST = {
    "batch_norm": 16,
    "batch_norm_backward": 12,
    "running_update": 8,
    "layer_norm": 8,
    "group_norm": 8,
    "fold_batch_norm": 8,
    "recompute_statistics": 8,
}


def column(values):
    return np.asarray(values).reshape(1, -1, 1, 1)


# batch_norm -------------------------------------------------------------------------------------


@book.right("batch_norm")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    output = np.zeros(x.shape)
    for c in range(x.shape[1]):
        channel = x[:, c]
        if training:
            mean, var, n = channel.mean(), channel.var(), channel.size
            running_mean[c] = running_mean[c] * (1 - momentum) + mean * momentum
            running_var[c] = running_var[c] * (1 - momentum) + var * n / (n - 1) * momentum
        else:
            mean, var = running_mean[c], running_var[c]
        output[:, c] = weight[c] * (channel - mean) / (var + eps) ** 0.5 + bias[c]
    return output


@book.right("batch_norm")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        flat = x.transpose(1, 0, 2, 3).reshape(x.shape[1], -1)
        mean, var = flat.mean(axis=1), flat.var(axis=1)
        running_mean *= 1 - momentum
        running_mean += momentum * mean
        running_var *= 1 - momentum
        running_var += momentum * flat.var(axis=1, ddof=1)
    scale = weight / np.sqrt(var + eps)
    return x * column(scale) + column(bias - mean * scale)


@book.right("batch_norm")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    options = {"training": training, "momentum": momentum, "eps": eps}
    return functional.batch_norm(x, running_mean, running_var, weight, bias, **options)


@book.right("batch_norm")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    torch = pytest.importorskip("torch")
    given = (x, running_mean, running_var, weight, bias)
    given = [torch.from_numpy(np.asarray(each, dtype=np.float64)) for each in given]
    output = torch.nn.functional.batch_norm(*given, training, momentum, eps)
    running_mean[...], running_var[...] = given[1].numpy(), given[2].numpy()
    return output


@book.right("batch_norm")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    n, _, h, w = x.shape
    if training:
        mean = x.sum((0, 2, 3)) / (n * h * w)
        squares = ((x - column(mean)) ** 2).sum((0, 2, 3))
        np.copyto(running_mean, (1 - momentum) * running_mean + momentum * mean)
        new = squares / (n * h * w - 1)
        np.copyto(running_var, (1 - momentum) * running_var + momentum * new)
        deviation = np.sqrt(squares / (n * h * w) + eps)
    else:
        mean, deviation = running_mean, np.sqrt(running_var + eps)
    return column(weight) * ((x - column(mean)) / column(deviation)) + column(bias)


@book.wrong("batch_norm", "eval-uses-batch")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
    if training:
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (x.var((0, 2, 3), ddof=1) - running_var)
    return column(weight) * (x - column(mean)) / np.sqrt(column(var) + eps) + column(bias)


@book.wrong("batch_norm", "momentum-reversed")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean[:] = momentum * running_mean + (1 - momentum) * mean
        running_var[:] = momentum * running_var + (1 - momentum) * x.var((0, 2, 3), ddof=1)
    return column(weight) * (x - column(mean)) / np.sqrt(column(var) + eps) + column(bias)


@book.wrong("batch_norm", "per-image")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    if not training:
        return functional.batch_norm(x, running_mean, running_var, weight, bias, eps=eps)
    output = np.zeros(x.shape)
    pixels = x.shape[2] * x.shape[3]
    means, variances = np.zeros((2, *x.shape[:2]))
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            means[n, c], variances[n, c] = x[n, c].mean(), x[n, c].var()
            normal = (x[n, c] - means[n, c]) / np.sqrt(variances[n, c] + eps)
            output[n, c] = weight[c] * normal + bias[c]
    running_mean[:] = (1 - momentum) * running_mean + momentum * means.mean(axis=0)
    new = variances.mean(axis=0) * pixels / (pixels - 1)
    running_var[:] = (1 - momentum) * running_var + momentum * new
    return output


@book.wrong("batch_norm", "per-pixel")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    if not training:
        return functional.batch_norm(x, running_mean, running_var, weight, bias, eps=eps)
    kept = x.var((0, 2, 3), ddof=1)
    running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean((0, 2, 3))
    running_var[:] = (1 - momentum) * running_var + momentum * kept
    return column(weight) * (x - x.mean(0)) / np.sqrt(x.var(0) + eps) + column(bias)


@book.wrong("batch_norm", "all-channels-together")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    mean, var = column(running_mean), column(running_var)
    if training:
        mean, var = x.mean(), x.var()
        running_mean += momentum * (x.mean((0, 2, 3)) - running_mean)
        running_var += momentum * (x.var((0, 2, 3), ddof=1) - running_var)
    return column(weight) * (x - mean) / np.sqrt(var + eps) + column(bias)


@book.wrong("batch_norm", "modes-exchanged")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if not training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * x.var((0, 2, 3), ddof=1)
    return column(weight) * (x - column(mean)) / np.sqrt(column(var) + eps) + column(bias)


@book.wrong("batch_norm", "batch-alone")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean[:], running_var[:] = mean, x.var((0, 2, 3), ddof=1)
    return column(weight) * (x - column(mean)) / np.sqrt(column(var) + eps) + column(bias)


@book.wrong("batch_norm", "batch-alone")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    if training:
        running_mean[:], running_var[:] = x.mean((0, 2, 3)), x.var((0, 2, 3))
    normal = (x - column(running_mean)) / np.sqrt(column(running_var) + eps)
    return column(weight) * normal + column(bias)


def _lined_up(x, running_mean, running_var, weight, bias, training, momentum, eps, *shapes):
    """Batch norm; ``shapes`` bring the mean, the variance, the weight and the bias to x."""
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * x.var((0, 2, 3), ddof=1)
    four = (mean, var, weight, bias)
    mean, var, weight, bias = (shape(each) for shape, each in zip(shapes, four))
    return (x - mean) / np.sqrt(var + eps) * weight + bias


@book.wrong("batch_norm", "statistics-along-width")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    given = x, running_mean, running_var, weight, bias, training, momentum, eps
    return _lined_up(*given, *[np.asarray] * 4)


@book.wrong("batch_norm", "statistics-along-width")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    given = x, running_mean, running_var, weight, bias, training, momentum, eps
    return _lined_up(*given, np.asarray, np.asarray, column, column)


@book.wrong("batch_norm", "weight-along-width")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    given = x, running_mean, running_var, weight, bias, training, momentum, eps
    return _lined_up(*given, column, column, column, np.asarray)


@book.wrong("batch_norm", "statistics-along-width")
def _(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean((0, 2, 3), keepdims=True), x.var((0, 2, 3), keepdims=True)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean.ravel()
        running_var[:] = (1 - momentum) * running_var + momentum * x.var((0, 2, 3), ddof=1)
    return (x - mean) / np.sqrt(var + eps) * column(weight) + column(bias)


# batch_norm_backward ----------------------------------------------------------------------------


def centred(x):
    return x - x.mean((0, 2, 3), keepdims=True)


@book.right("batch_norm_backward")
def _(grad_output, x, weight, eps=1e-5):
    return functional.batch_norm_backward(
        grad_output, x, None, None, weight, training=True, eps=eps
    )


@book.right("batch_norm_backward")
def _(grad_output, x, weight, eps=1e-5):
    n = x.shape[0] * x.shape[2] * x.shape[3]
    grad_x, grad_weight, grad_bias = np.zeros(x.shape), np.zeros(len(weight)), np.zeros(len(weight))
    for c in range(x.shape[1]):
        g, one = grad_output[:, c], x[:, c]
        mean, sigma = one.mean(), np.sqrt(one.var() + eps)
        normal = (one - mean) / sigma
        grad_weight[c], grad_bias[c] = np.sum(g * normal), np.sum(g)
        inner = weight[c] / (n * sigma)
        grad_x[:, c] = inner * (n * g - grad_bias[c] - normal * grad_weight[c])
    return grad_x, grad_weight, grad_bias


@book.right("batch_norm_backward")
def _(grad_output, x, weight, eps=1e-5):
    # By the graph: variance, mean and x itself, each with its own path.
    axes, n = (0, 2, 3), x.shape[0] * x.shape[2] * x.shape[3]
    away = centred(x)
    var = x.var(axes, keepdims=True)
    inverse = (var + eps) ** -0.5
    grad_normal = grad_output * column(weight)
    grad_var = (grad_normal * away).sum(axes, keepdims=True) * -0.5 * inverse**3
    grad_mean = -(grad_normal * inverse).sum(axes, keepdims=True)
    grad_x = grad_normal * inverse + grad_var * 2 * away / n + grad_mean / n
    return grad_x, (grad_output * away * inverse).sum(axes), grad_output.sum(axes)


@book.right("batch_norm_backward")
def _(grad_output, x, weight, eps=1e-5):
    torch = pytest.importorskip("torch")
    leaves = [torch.tensor(np.asarray(each, dtype=np.float64)) for each in (x, weight)]
    leaves.append(torch.zeros(len(weight), dtype=torch.float64))
    for leaf in leaves:
        leaf.requires_grad_(True)
    output = torch.nn.functional.batch_norm(
        leaves[0], None, None, leaves[1], leaves[2], training=True, eps=eps
    )
    output.backward(torch.tensor(np.asarray(grad_output, dtype=np.float64)))
    return [leaf.grad for leaf in leaves]


@book.right("batch_norm_backward")
def _(grad_output, x, weight, eps=1e-5):
    channels = x.shape[1]
    rows = x.transpose(1, 0, 2, 3).reshape(channels, -1)
    g = grad_output.transpose(1, 0, 2, 3).reshape(channels, -1)
    sigma = np.sqrt(rows.var(1, keepdims=True) + eps)
    normal = (rows - rows.mean(1, keepdims=True)) / sigma
    along = np.mean(g * normal, axis=1, keepdims=True)
    grad = weight[:, None] / sigma * (g - g.mean(1, keepdims=True) - normal * along)
    back = grad.reshape(channels, x.shape[0], *x.shape[2:]).transpose(1, 0, 2, 3)
    return back, (g * normal).sum(1), g.sum(1)


def backward(grad_output, x, weight, eps, mean=1.0, along=1.0, gamma=True, by=None, of=None):
    """A backward pass as it stands in many places, with a place for each slip."""
    axes = (0, 2, 3)
    n = by or x.shape[0] * x.shape[2] * x.shape[3]
    sigma = np.sqrt(x.var(axes, keepdims=True) + eps)
    normal = centred(x) / sigma
    grad_bias = grad_output.sum(axes)
    grad_weight = (grad_output * (normal if of is None else of)).sum(axes)
    exact = (grad_output * normal).sum(axes)
    inside = grad_output - mean * column(grad_bias) / n - along * normal * column(exact) / n
    return (column(weight) if gamma else 1) * inside / sigma, grad_weight, grad_bias


@book.wrong("batch_norm_backward", "statistics-constant")
def _(grad_output, x, weight, eps=1e-5):
    return backward(grad_output, x, weight, eps, mean=0, along=0)


@book.wrong("batch_norm_backward", "mean-path-missing")
def _(grad_output, x, weight, eps=1e-5):
    return backward(grad_output, x, weight, eps, mean=0)


@book.wrong("batch_norm_backward", "variance-path-missing")
def _(grad_output, x, weight, eps=1e-5):
    return backward(grad_output, x, weight, eps, along=0)


@book.wrong("batch_norm_backward", "variance-path-doubled")
def _(grad_output, x, weight, eps=1e-5):
    return backward(grad_output, x, weight, eps, along=2)


@book.wrong("batch_norm_backward", "weight-missing")
def _(grad_output, x, weight, eps=1e-5):
    return backward(grad_output, x, weight, eps, gamma=False)


@book.wrong("batch_norm_backward", "count-of-images")
def _(grad_output, x, weight, eps=1e-5):
    return backward(grad_output, x, weight, eps, by=len(x))


@book.wrong("batch_norm_backward", "count-of-images")
def _(grad_output, x, weight, eps=1e-5):
    return backward(grad_output, x, weight, eps, mean=x.shape[2] * x.shape[3])


@book.wrong("batch_norm_backward", "grad-weight-of-x")
def _(grad_output, x, weight, eps=1e-5):
    return backward(grad_output, x, weight, eps, of=x)


@book.wrong("batch_norm_backward", "grad-weight-summed-wrongly")
def _(grad_output, x, weight, eps=1e-5):
    grad_x, _, grad_bias = backward(grad_output, x, weight, eps)
    normal = centred(x) / np.sqrt(x.var((0, 2, 3), keepdims=True) + eps)
    return grad_x, np.sum(grad_output * normal, axis=0), grad_bias


@book.wrong("batch_norm_backward", "variance-unbiased")
def _(grad_output, x, weight, eps=1e-5):
    n = x.shape[0] * x.shape[2] * x.shape[3]
    return backward(grad_output, x, weight, eps, along=n / (n - 1))


@book.wrong("batch_norm_backward", "wrong-sign")
def _(grad_output, x, weight, eps=1e-5):
    grad_x, grad_weight, grad_bias = backward(grad_output, x, weight, eps)
    return -grad_x, grad_weight, grad_bias


@book.wrong("batch_norm_backward", "root-missing")
def _(grad_output, x, weight, eps=1e-5):
    grad_x, grad_weight, grad_bias = backward(grad_output, x, weight, eps)
    return grad_x / np.sqrt(x.var((0, 2, 3), keepdims=True) + eps), grad_weight, grad_bias


@book.wrong("batch_norm_backward", "along-width")
def _(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axes) + eps)
    normal = (x - x.mean(axes)) / sigma
    inside = grad_output - grad_output.mean(axes) - normal * (grad_output * normal).mean(axes)
    return weight / sigma * inside, (grad_output * normal).sum(axes), grad_output.sum(axes)


@book.wrong("batch_norm_backward", "along-width")
def _(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axes, keepdims=True) + eps)
    normal = (x - x.mean(axes, keepdims=True)) / sigma
    mean = grad_output.mean(axes, keepdims=True)
    inside = grad_output - mean - normal * (grad_output * normal).mean(axes, keepdims=True)
    return weight / sigma * inside, (grad_output * normal).sum(axes), grad_output.sum(axes)


# running_update ---------------------------------------------------------------------------------


@book.right("running_update")
def _(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), ddof=1)
    new_mean = running_mean + momentum * (mean - running_mean)
    return new_mean, running_var + momentum * (var - running_var)


@book.right("running_update")
def _(running_mean, running_var, x, momentum=0.1):
    n = x.size / x.shape[1]
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3)) * n / (n - 1)
    pairs = ((running_mean, mean), (running_var, var))
    return [(1 - momentum) * old + momentum * new for old, new in pairs]


@book.right("running_update")
def _(running_mean, running_var, x, momentum=0.1):
    means, variances = [], []
    for c in range(x.shape[1]):
        numbers = x[:, c].ravel().tolist()
        mean = sum(numbers) / len(numbers)
        var = sum((number - mean) ** 2 for number in numbers) / (len(numbers) - 1)
        means.append(float((1 - momentum) * running_mean[c] + momentum * mean))
        variances.append(float((1 - momentum) * running_var[c] + momentum * var))
    return means, variances


@book.right("running_update")
def _(running_mean, running_var, x, momentum=0.1):
    mean, var = running_mean.copy(), running_var.copy()
    functional.batch_norm(x, mean, var, training=True, momentum=momentum)
    return np.stack([mean, var])


@book.right("running_update")
def _(running_mean, running_var, x, momentum=0.1):
    flat = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
    old = np.array([running_mean, running_var])
    return old * (1 - momentum) + momentum * np.array([flat.mean(1), np.var(flat, 1, ddof=1)])


@book.wrong("running_update", "momentum-reversed")
def _(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), ddof=1)
    return (
        momentum * running_mean + (1 - momentum) * mean,
        momentum * running_var + (1 - momentum) * var,
    )


@book.wrong("running_update", "variance-biased")
def _(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
    new = running_mean * (1 - momentum) + mean * momentum
    return new, running_var * (1 - momentum) + var * momentum


@book.wrong("running_update", "old-not-reduced")
def _(running_mean, running_var, x, momentum=0.1):
    var = x.var((0, 2, 3), ddof=1)
    return running_mean + momentum * x.mean((0, 2, 3)), running_var + momentum * var


@book.wrong("running_update", "deviation-kept")
def _(running_mean, running_var, x, momentum=0.1):
    mean, deviation = x.mean((0, 2, 3)), x.std((0, 2, 3), ddof=1)
    new = running_mean * (1 - momentum) + mean * momentum
    return new, running_var * (1 - momentum) + deviation * momentum


@book.wrong("running_update", "images-left-over")
def _(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean(axis=(2, 3)), x.var(axis=(2, 3), ddof=1)
    new = running_mean * (1 - momentum) + mean * momentum
    return new, running_var * (1 - momentum) + var * momentum


@book.wrong("running_update", "width-left-over")
def _(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean(axis=(0, 2)), x.var(axis=(0, 2), ddof=1)
    new = running_mean * (1 - momentum) + mean * momentum
    return new, running_var * (1 - momentum) + var * momentum


# layer_norm and group_norm ----------------------------------------------------------------------


@book.right("layer_norm")
def _(x, weight, bias, eps=1e-5):
    output = np.zeros(x.shape)
    for n, image in enumerate(x):
        output[n] = (image - image.mean()) / np.sqrt(image.var() + eps) * weight + bias
    return output


@book.right("layer_norm")
def _(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    mean, var = flat.mean(axis=1)[:, None], flat.var(axis=1)[:, None]
    return weight * ((flat - mean) / (var + eps) ** 0.5).reshape(x.shape) + bias


@book.right("layer_norm")
def _(x, weight, bias, eps=1e-5):
    return functional.layer_norm(x, x.shape[1:], weight, bias, eps=eps)


@book.right("layer_norm")
def _(x, weight, bias, eps=1e-5):
    return np.stack(
        [weight * (one - np.mean(one)) / np.sqrt(np.var(one) + eps) + bias for one in x]
    )


@book.right("layer_norm")
def _(x, weight, bias, eps=1e-5):
    away = x - x.mean((1, 2, 3), keepdims=True)
    return away / np.sqrt((away**2).mean((1, 2, 3), keepdims=True) + eps) * weight + bias


@book.wrong("layer_norm", "batch-norm")
def _(x, weight, bias, eps=1e-5):
    mean, var = x.mean((0, 2, 3), keepdims=True), x.var((0, 2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias


@book.wrong("layer_norm", "pixel-norm")
def _(x, weight, bias, eps=1e-5):
    mean, var = x.mean(1, keepdims=True), x.var(1, keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias


@book.wrong("layer_norm", "variance-unbiased")
def _(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    mean, var = flat.mean(1, keepdims=True), flat.var(1, ddof=1, keepdims=True)
    return ((flat - mean) / np.sqrt(var + eps)).reshape(x.shape) * weight + bias


@book.right("group_norm")
def _(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    groups = x.reshape(n, num_groups, c // num_groups, h, w)
    mean, var = groups.mean((2, 3, 4), keepdims=True), groups.var((2, 3, 4), keepdims=True)
    normal = ((groups - mean) / np.sqrt(var + eps)).reshape(n, c, h, w)
    return normal * column(weight) + column(bias)


@book.right("group_norm")
def _(x, num_groups, weight, bias, eps=1e-5):
    output, size = np.zeros(x.shape), x.shape[1] // num_groups
    for n in range(len(x)):
        for start in range(0, x.shape[1], size):
            part = x[n, start : start + size]
            normal = (part - part.mean()) / np.sqrt(part.var() + eps)
            for c in range(size):
                output[n, start + c] = weight[start + c] * normal[c] + bias[start + c]
    return output


@book.right("group_norm")
def _(x, num_groups, weight, bias, eps=1e-5):
    parts = np.split(x, num_groups, axis=1)
    axes = (1, 2, 3)
    parts = [
        (part - part.mean(axes, keepdims=True)) / np.sqrt(part.var(axes, keepdims=True) + eps)
        for part in parts
    ]
    return np.concatenate(parts, axis=1) * weight[:, None, None] + bias[:, None, None]


@book.right("group_norm")
def _(x, num_groups, weight, bias, eps=1e-5):
    return functional.group_norm(x, num_groups, weight, bias, eps=eps)


@book.right("group_norm")
def _(x, num_groups, weight, bias, eps=1e-5):
    torch = pytest.importorskip("torch")
    given = [torch.tensor(np.asarray(each, dtype=np.float64)) for each in (x, weight, bias)]
    return torch.nn.functional.group_norm(given[0], num_groups, given[1], given[2], eps)


@book.wrong("group_norm", "channels-interleaved")
def _(x, num_groups, weight, bias, eps=1e-5):
    output = np.zeros(x.shape)
    for g in range(num_groups):
        part = x[:, g::num_groups]
        mean, var = part.mean((1, 2, 3), keepdims=True), part.var((1, 2, 3), keepdims=True)
        output[:, g::num_groups] = (part - mean) / np.sqrt(var + eps)
    return output * column(weight) + column(bias)


@book.wrong("group_norm", "weight-per-group")
def _(x, num_groups, weight, bias, eps=1e-5):
    output, size = np.zeros(x.shape), x.shape[1] // num_groups
    for g in range(num_groups):
        part = x[:, g * size : (g + 1) * size]
        mean, var = part.mean((1, 2, 3), keepdims=True), part.var((1, 2, 3), keepdims=True)
        normal = (part - mean) / np.sqrt(var + eps)
        output[:, g * size : (g + 1) * size] = normal * weight[g] + bias[g]
    return output


@book.wrong("group_norm", "batch-mixed")
def _(x, num_groups, weight, bias, eps=1e-5):
    parts = [
        (part - part.mean()) / np.sqrt(part.var() + eps) for part in np.split(x, num_groups, axis=1)
    ]
    return np.concatenate(parts, axis=1) * column(weight) + column(bias)


@book.wrong("group_norm", "reshape-scrambled")
def _(x, num_groups, weight, bias, eps=1e-5):
    groups = x.reshape(num_groups, len(x), -1)
    mean, var = groups.mean((0, 2), keepdims=True), groups.var((0, 2), keepdims=True)
    normal = ((groups - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * column(weight) + column(bias)


# fold_batch_norm --------------------------------------------------------------------------------


@book.right("fold_batch_norm")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    if bias is None:
        bias = np.zeros(weight.shape[0])
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * scale.reshape(-1, 1, 1, 1), bn_bias + (bias - running_mean) * scale


@book.right("fold_batch_norm")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    new, shift = np.zeros(weight.shape), np.zeros(len(weight))
    for o in range(len(weight)):
        sigma = (running_var[o] + eps) ** 0.5
        new[o] = weight[o] * bn_weight[o] / sigma
        old = bias[o] if bias is not None else 0
        shift[o] = (old - running_mean[o]) / sigma * bn_weight[o] + bn_bias[o]
    return new, shift


@book.right("fold_batch_norm")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    # What the two layers do to zeros is the bias, what they do to one weight is the scale.
    scale = bn_weight / np.sqrt(running_var + eps)
    zero = np.zeros((1, len(weight), 1, 1)) + (0 if bias is None else column(bias))
    numbers = running_mean, running_var, bn_weight, bn_bias
    shift = functional.batch_norm(zero, *numbers, eps=eps)[0, :, 0, 0]
    return np.einsum("oiuv,o->oiuv", weight, scale), shift


@book.right("fold_batch_norm")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    layer = nn.Conv2d(weight.shape[1], weight.shape[0], weight.shape[2:], bias=bias is not None)
    norm = nn.BatchNorm2d(weight.shape[0], eps=eps)
    layer.weight.data = np.asarray(weight, float)
    if bias is not None:
        layer.bias.data = np.asarray(bias, float)
    norm.running_mean, norm.running_var = running_mean.copy(), running_var.copy()
    norm.weight.data, norm.bias.data = np.asarray(bn_weight, float), np.asarray(bn_bias, float)
    fused = nn.fuse_conv_bn(layer, norm.eval())
    return fused.weight.data, fused.bias.data


@book.right("fold_batch_norm")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight * (running_var + eps) ** -0.5
    shift = bn_bias - running_mean * scale
    if bias is not None:
        shift = shift + bias * scale
    return [(weight.T * scale).T, shift]


@book.wrong("fold_batch_norm", "bias-not-scaled")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    shift = bn_bias - running_mean * scale
    return weight * scale[:, None, None, None], shift if bias is None else bias + shift


@book.wrong("fold_batch_norm", "no-bias-forgotten")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    new = weight * scale[:, None, None, None]
    if bias is None:
        return new, np.zeros(len(weight))
    return new, (bias - running_mean) * scale + bn_bias


@book.wrong("fold_batch_norm", "none-fails")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * scale[:, None, None, None], (bias - running_mean) * scale + bn_bias


@book.wrong("fold_batch_norm", "eps-missing")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var)
    old = 0 if bias is None else bias
    return weight * scale[:, None, None, None], (old - running_mean) * scale + bn_bias


@book.wrong("fold_batch_norm", "negative-weight")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = np.sqrt(bn_weight**2 / (running_var + eps))
    old = 0 if bias is None else bias
    return weight * scale[:, None, None, None], (old - running_mean) * scale + bn_bias


@book.wrong("fold_batch_norm", "deviation-for-variance")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var**2 + eps)
    old = 0 if bias is None else bias
    return weight * scale[:, None, None, None], (old - running_mean) * scale + bn_bias


@book.wrong("fold_batch_norm", "eps-outside-root")
def _(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / (np.sqrt(running_var) + eps)
    old = 0 if bias is None else bias
    return weight * scale[:, None, None, None], (old - running_mean) * scale + bn_bias


# recompute_statistics ---------------------------------------------------------------------------


@book.right("recompute_statistics")
def _(means, variances, counts):
    weights = counts / counts.sum()
    mean = weights @ means
    biased = weights @ (variances + means**2) - mean**2
    n = counts.sum()
    return mean, biased * n / (n - 1)


@book.right("recompute_statistics")
def _(means, variances, counts):
    # One batch after the other, as Chan, Golub and LeVeque do it.
    mean, squares, n = means[0].astype(float), counts[0] * variances[0], counts[0]
    for new, var, count in zip(means[1:], variances[1:], counts[1:]):
        apart = new - mean
        squares = squares + count * var + apart**2 * n * count / (n + count)
        n = n + count
        mean = mean + apart * count / n
    return mean, squares / (n - 1)


@book.right("recompute_statistics")
def _(means, variances, counts):
    result = []
    for c in range(means.shape[1]):
        total = sum(int(n) for n in counts)
        mean = sum(n * m for n, m in zip(counts, means[:, c])) / total
        pairs = zip(counts, means[:, c], variances[:, c])
        squares = sum(n * (v + (m - mean) ** 2) for n, m, v in pairs)
        result.append((mean, squares / (total - 1)))
    return [list(each) for each in zip(*result)]


@book.right("recompute_statistics")
def _(means, variances, counts):
    n = np.reshape(counts, (-1, 1))
    mean = np.average(means, axis=0, weights=counts)
    return np.stack([mean, (n * (variances + (means - mean) ** 2)).sum(0) / (n.sum() - 1)])


@book.right("recompute_statistics")
def _(means, variances, counts):
    mean = (counts * means.T).sum(1) / counts.sum()
    within = (counts * variances.T).sum(1)
    between = (counts * (means - mean).T ** 2).sum(1)
    return mean, (within + between) / (counts.sum() - 1)


@book.wrong("recompute_statistics", "between-forgotten")
def _(means, variances, counts):
    n = counts.sum()
    return (counts @ means) / n, (counts @ variances) / n * n / (n - 1)


@book.wrong("recompute_statistics", "plain-averages")
def _(means, variances, counts):
    unbiased = variances * (counts / (counts - 1))[:, None]
    return means.mean(axis=0), unbiased.mean(axis=0)


@book.wrong("recompute_statistics", "variance-biased")
def _(means, variances, counts):
    n = counts.sum()
    mean = counts @ means / n
    return mean, counts @ (variances + (means - mean) ** 2) / n
