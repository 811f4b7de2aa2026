"""Backward passes as learners write them: the right ones pass, the wrong ones hear which it is.

A wrong one is a right one in which some lines are others.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from cnnhelpers import check

SCATTER = """
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    batch, filters, rows, columns = grad_output.shape
    size_h, size_w = weight.shape[2:]
    height, width = x.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    grad_bias = grad_output.sum(axis=(0, 2, 3))
    for n in range(batch):
        for o in range(filters):
            for i in range(rows):
                for j in range(columns):
                    top, left = i * stride, j * stride
                    down, across = slice(top, top + size_h), slice(left, left + size_w)
                    g = grad_output[n, o, i, j]
                    grad_padded[n, :, down, across] += g * weight[o]
                    grad_weight[o] += g * padded[n, :, down, across]
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_bias
"""

GATHER = """
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    batch, filters, rows, columns = grad_output.shape
    size_h, size_w = weight.shape[2:]
    height, width = x.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    apart = np.zeros((batch, filters, padded.shape[2] - size_h + 1, padded.shape[3] - size_w + 1))
    apart[:, :, :rows * stride:stride, :columns * stride:stride] = grad_output
    grad_weight = correlate(padded.swapaxes(0, 1), apart.swapaxes(0, 1)).swapaxes(0, 1)
    around = np.pad(apart, ((0, 0), (0, 0), (size_h - 1,) * 2, (size_w - 1,) * 2))
    turned = weight[:, :, ::-1, ::-1]
    grad_padded = correlate(around, turned.swapaxes(0, 1))
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
"""

TAPS = """
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    rows, columns = grad_output.shape[2:]
    height, width = x.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            down = slice(u, u + stride * (rows - 1) + 1, stride)
            across = slice(v, v + stride * (columns - 1) + 1, stride)
            met = padded[:, :, down, across]
            grad_weight[:, :, u, v] = np.einsum('nohw,nchw->oc', grad_output, met)
            sent = np.einsum('nohw,oc->nchw', grad_output, weight[:, :, u, v])
            grad_padded[:, :, down, across] += sent
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
"""


def correlate(x, weight):
    """Images (N, C, H, W) with filters (O, C, h, w), stride 1."""
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwuv,ocuv->nohw", windows, weight)


def written(source: str, *changes: tuple[str, str]) -> Callable:
    """Return the function of a source in which some pieces are replaced by others."""
    for old, new in changes:
        assert source.count(old) >= 1, old
        source = source.replace(old, new)
    names: dict = {"np": np, "correlate": correlate}
    exec(source, names)
    ends = ("_backward", "_gradient", "_entropy")
    return next(value for name, value in names.items() if name.endswith(ends))


@pytest.mark.parametrize("source", [SCATTER, GATHER, TAPS])
def test_right_backward_passes_of_a_convolution(source):
    result = check.conv2d_backward(written(source))
    assert result.passed, result


CROP = "[:, :, padding:padding + height, padding:padding + width]"
FORMULA = (
    "    grad_padded = np.zeros(padded.shape)\n",
    "    grad_padded = np.zeros((*padded.shape[:2], (rows - 1) * stride + size_h, "
    "(columns - 1) * stride + size_w))\n",
)
SIXTEEN = [
    ("flip forgotten", "kernel-not-turned", GATHER, [("[:, :, ::-1, ::-1]", "")]),
    ("flipped, too, where it is scattered", "kernel-not-turned", SCATTER,
     [("g * weight[o]", "g * weight[o, :, ::-1, ::-1]")]),
    ("flipped along the wrong axes", "kernel-mirrored", GATHER,
     [("weight[:, :, ::-1, ::-1]", "weight[::-1, ::-1]")]),
    ("kernel transposed", "kernel-transposed", GATHER,
     [("weight[:, :, ::-1, ::-1]", "weight.swapaxes(2, 3)[:, :, ::-1, ::-1]")]),
    ("grad_x ignores the stride", "grad-x-ignores-stride", SCATTER,
     [("grad_padded[n, :, down, across] +=", "grad_padded[n, :, i:i + size_h, j:j + size_w] +=")]),
    ("grad_weight ignores the stride", "grad-weight-ignores-stride", SCATTER,
     [("g * padded[n, :, down, across]", "g * padded[n, :, i:i + size_h, j:j + size_w]")]),
    ("x not padded", "x-not-padded", SCATTER,
     [("g * padded[n, :, down, across]", "g * x[n, :, down, across]")]),
    ("not cropped", "padding-not-cut-off", SCATTER, [(CROP, "")]),
    ("crop p:-p", "crop-to-minus-p", TAPS, [(CROP, "[:, :, padding:-padding, padding:-padding]")]),
    ("left-over rows forgotten", "size-from-formula", SCATTER, [FORMULA]),
    ("grad_weight as large as the rest allows", "size-from-formula", GATHER,
     [("apart = np.zeros((batch, filters, padded.shape[2] - size_h + 1, "
       "padded.shape[3] - size_w + 1))",
       "apart = np.zeros((batch, filters, (rows - 1) * stride + 1, (columns - 1) * stride + 1))")]),
    ("= for +=", "sum-overwritten", SCATTER,
     [("across] += g * weight", "across] = g * weight")]),
    ("= for += in both", "gradients-replaced", SCATTER,
     [("across] += g * weight", "across] = g * weight"),
      ("grad_weight[o] +=", "grad_weight[o] =")]),
    ("= for += over the taps", "sum-overwritten", TAPS, [("across] += sent", "across] = sent")]),
    ("only the first image", "one-image-only", SCATTER, [("range(batch)", "range(1)")]),
    ("only the first filter", "one-filter-only", SCATTER,
     [("+= g * weight[o]", "+= (o == 0) * g * weight[o]")]),
    ("bias summed over the batch only", "bias-summed-wrongly", SCATTER,
     [("axis=(0, 2, 3)", "axis=0")]),
    ("bias averaged", "bias-averaged", SCATTER,
     [("grad_output.sum(axis=(0, 2, 3))", "grad_output.mean(axis=(0, 2, 3))")]),
    ("grad_weight divided by N", "grad-weight-divided-by-batch", TAPS,
     [("return grad_x, grad_weight,", "return grad_x, grad_weight / len(x),")]),
    ("channels not swapped", "channels-not-swapped", GATHER,
     [("turned.swapaxes(0, 1)", "turned")]),
    ("return inside the loop", "loop-left-early", SCATTER,
     [("    grad_x = grad_padded", "                    grad_x = grad_padded"),
      ("    return", "                    return")]),
    ("stride missing in the slices", "stride-ignored", SCATTER,
     [("i * stride, j * stride", "i, j")]),
    ("correlation's arguments exchanged", "grad-weight-turned", GATHER,
     [(".swapaxes(0, 1)).swapaxes(0, 1)\n    around",
       ".swapaxes(0, 1)).swapaxes(0, 1)[:, :, ::-1, ::-1]\n    around")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "source", "changes"),
    [pytest.param(*rest, id=name) for name, *rest in SIXTEEN],
)
def test_wrong_backward_passes_of_a_convolution_are_named(slug, source, changes):
    result = check.conv2d_backward(written(source, *changes))
    assert (result.passed, result.mistake) == (False, slug), result


# Dilation and groups ----------------------------------------------------------------------------

GROUPED = """
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    batch, filters, rows, columns = grad_output.shape
    channels, size_h, size_w = weight.shape[1:]
    height, width = x.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for o in range(filters):
        group = o // (filters // groups)
        first = group * channels
        for i in range(rows):
            for j in range(columns):
                top, left = i * stride, j * stride
                down = slice(top, top + (size_h - 1) * dilation + 1, dilation)
                across = slice(left, left + (size_w - 1) * dilation + 1, dilation)
                g = grad_output[:, o, i, j, None, None, None]
                grad_padded[:, first:first + channels, down, across] += g * weight[o]
                met = padded[:, first:first + channels, down, across]
                grad_weight[o] += (g * met).sum(axis=0)
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
"""
WRONG_GROUPED = [
    ("dilation-ignored", [("(size_h - 1) * dilation + 1, dilation)", "size_h)"),
                          ("(size_w - 1) * dilation + 1, dilation)", "size_w)")]),
    ("groups-ignored", [("first = group * channels", "channels, first = x.shape[1], 0")]),
    ("groups-mixed", [("o // (filters // groups)", "o % groups")]),
    ("first-group-read", [("first = group * channels", "first = 0")]),
    ("stride-ignored", [("i * stride, j * stride", "i, j")]),
    ("grad-weight-replaced", [("grad_weight[o] +=", "grad_weight[o] =")]),
    ("one-filter-only", [("range(filters)", "range(1)")]),
]  # fmt: skip


def test_a_right_backward_pass_with_dilation_and_groups():
    assert check.grouped_conv2d_backward(written(GROUPED)).passed


@pytest.mark.parametrize(("slug", "changes"), WRONG_GROUPED)
def test_wrong_dilation_and_groups_are_named(slug, changes):
    result = check.grouped_conv2d_backward(written(GROUPED, *changes))
    assert (result.passed, result.mistake) == (False, slug), result


# Signals ----------------------------------------------------------------------------------------

SIGNAL = """
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += grad_output[i] * weight[u]
            grad_weight[u] += grad_output[i] * x[i * stride + u]
    return grad_x, grad_weight
"""
WRONG_SIGNAL = [
    ("kernel-not-turned", [("* weight[u]", "* weight[len(weight) - 1 - u]")]),
    ("grad-weight-turned", [("return grad_x, grad_weight", "return grad_x, grad_weight[::-1]")]),
    ("sum-overwritten", [("grad_x[i * stride + u] +=", "grad_x[i * stride + u] =")]),
    ("grad-weight-replaced", [("grad_weight[u] +=", "grad_weight[u] =")]),
    ("grad-x-ignores-stride", [("grad_x[i * stride + u]", "grad_x[i + u]")]),
    ("grad-weight-ignores-stride", [("x[i * stride + u]\n    return", "x[i + u]\n    return")]),
    ("stride-ignored", [("i * stride", "i")]),
    ("size-from-formula",
     [("np.zeros(len(x))", "np.zeros((len(grad_output) - 1) * stride + len(weight))")]),
    ("order-of-gradients", [("return grad_x, grad_weight", "return grad_weight, grad_x")]),
    ("loop-left-early", [("    return", "        return")]),
    ("integer-dtype", [("np.zeros(len(x))", "np.zeros_like(x)")]),
    ("integer-dtype", [("np.zeros(len(weight))", "np.zeros_like(weight)")]),
    ("integer-dtype", [("np.zeros(len(x)), np.zeros(len(weight))",
                        "np.zeros_like(x), np.zeros_like(weight)")]),
]  # fmt: skip


def test_a_right_backward_pass_of_a_signal():
    assert check.conv1d_backward(written(SIGNAL)).passed


def test_powers_of_ten_name_the_outputs_in_the_gradients_of_a_signal():
    x, weight = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 2.0, 3.0])
    grad_x, grad_weight = written(SIGNAL)(np.array([1.0, 10.0]), x, weight)
    assert grad_x.tolist() == [1, 12, 23, 30]
    assert grad_weight.tolist() == [21, 32, 43]


@pytest.mark.parametrize(("slug", "changes"), WRONG_SIGNAL)
def test_wrong_backward_passes_of_a_signal_are_named(slug, changes):
    result = check.conv1d_backward(written(SIGNAL, *changes))
    assert (result.passed, result.mistake) == (False, slug), result


# Pooling ----------------------------------------------------------------------------------------

MAXIMUM = """
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top:top + kernel_size, left:left + kernel_size]
        row, column = divmod(window.argmax(), kernel_size)
        grad_x[n, c, top + row, left + column] += grad_output[n, c, i, j]
    return grad_x
"""
MASKED = """
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        place = (n, c, slice(top, top + kernel_size), slice(left, left + kernel_size))
        mask = x[place] == x[place].max()
        grad_x[place] += mask * grad_output[n, c, i, j]
    return grad_x
"""
WRONG_MAXIMUM = [
    ("ties-to-all", MASKED, []),
    ("ties-to-all-overwritten", MASKED, [("grad_x[place] +=", "grad_x[place] =")]),
    ("ties-shared", MASKED, [("mask *", "mask / mask.sum() *")]),
    ("ties-to-last", MAXIMUM,
     [("window.argmax()", "kernel_size ** 2 - 1 - window.ravel()[::-1].argmax()")]),
    ("ties-by-columns", MAXIMUM,
     [("divmod(window.argmax(), kernel_size)", "divmod(window.T.argmax(), kernel_size)[::-1]")]),
    ("sum-overwritten", MAXIMUM, [("+= grad", "= grad")]),
    ("argmax-of-the-image", MAXIMUM,
     [("divmod(window.argmax(), kernel_size)", "divmod(x[n, c].argmax(), x.shape[3])"),
      ("top + row, left + column", "row, column")]),
    ("place-in-the-window", MAXIMUM, [("top + row, left + column", "row, column")]),
    ("stride-default-one", MAXIMUM, [("stride = kernel_size if", "stride = 1 if")]),
    ("stride-ignored", MAXIMUM, [("i * stride, j * stride", "i * kernel_size, j * kernel_size")]),
    ("size-from-formula", MAXIMUM,
     [("np.zeros(x.shape)",
       "np.zeros((*x.shape[:2], (grad_output.shape[2] - 1) * stride + kernel_size, "
       "(grad_output.shape[3] - 1) * stride + kernel_size))")]),
    ("divided-by-height", MAXIMUM,
     [("row, column = divmod(window.argmax(), kernel_size)",
       "row, column = divmod(window.argmax(), kernel_size); "
       "row, column = divmod((top + row) * x.shape[3] + left + column, x.shape[2])"),
      ("top + row, left + column", "row, column")]),
    ("average-for-max", MASKED, [("mask *", "1 / kernel_size ** 2 *")]),
    ("wrong-winner", MAXIMUM, [("argmax", "argmin")]),
    ("upstream-ignored", MAXIMUM, [("+= grad_output[n, c, i, j]", "+= 1")]),
    ("loop-left-early", MAXIMUM, [("    return", "        return")]),
]  # fmt: skip


def test_a_right_backward_pass_of_maximum_pooling():
    assert check.max_pool2d_backward(written(MAXIMUM)).passed


@pytest.mark.parametrize(("slug", "source", "changes"), WRONG_MAXIMUM)
def test_wrong_backward_passes_of_maximum_pooling_are_named(slug, source, changes):
    result = check.max_pool2d_backward(written(source, *changes))
    assert (result.passed, result.mistake) == (False, slug), result


def test_a_slice_of_the_gradient_for_the_scalar_is_rejected():
    piece = "grad_output[n, c, i:i + kernel_size, j:j + kernel_size]"
    changes = [("grad_output[n, c, i, j]", piece)]
    assert not check.max_pool2d_backward(written(MASKED, *changes)).passed


REPEATED_MAXIMUM = """
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k = kernel_size
    largest = np.zeros(grad_output.shape)
    for i, j in np.ndindex(grad_output.shape[2:]):
        largest[:, :, i, j] = x[:, :, k * i:k * i + k, k * j:k * j + k].max(axis=(2, 3))
    wide = largest.repeat(k, axis=2).repeat(k, axis=3)
    return (x == wide) * grad_output.repeat(k, axis=2).repeat(k, axis=3)
"""


def test_a_maximum_blown_up_by_repeat_is_rejected():
    """Wrong in two ways at once: for windows that overlap or leave a row, and for ties."""
    result = check.max_pool2d_backward(written(REPEATED_MAXIMUM))
    assert not result.passed and result.mistakes != ("ties-shared",)


AVERAGE = """
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for i, j in np.ndindex(grad_output.shape[2:]):
        top, left = i * stride, j * stride
        sent = grad_output[:, :, i, j, None, None] / kernel_size ** 2
        grad_x[:, :, top:top + kernel_size, left:left + kernel_size] += sent
    return grad_x
"""
REPEATED = """
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    sent = grad_output.repeat(kernel_size, axis=2).repeat(kernel_size, axis=3)
    return np.zeros(x.shape) + sent / kernel_size ** 2
"""
WRONG_AVERAGE = [
    ("not-divided", AVERAGE, [(" / kernel_size ** 2", "")]),
    ("wrong-count", AVERAGE, [("kernel_size ** 2", "kernel_size")]),
    ("wrong-count", AVERAGE, [("kernel_size ** 2", "stride ** 2")]),
    ("sum-overwritten", AVERAGE, [("+= sent", "= sent")]),
    ("side-by-side-only", REPEATED, []),
    ("stride-default-one", AVERAGE, [("stride = kernel_size if", "stride = 1 if")]),
    ("loop-left-early", AVERAGE, [("    return", "        return")]),
]  # fmt: skip


def test_a_right_backward_pass_of_average_pooling():
    assert check.avg_pool2d_backward(written(AVERAGE)).passed


@pytest.mark.parametrize(("slug", "source", "changes"), WRONG_AVERAGE)
def test_wrong_backward_passes_of_average_pooling_are_named(slug, source, changes):
    result = check.avg_pool2d_backward(written(source, *changes))
    assert (result.passed, result.mistake) == (False, slug), result


# Dense layer, ReLU, loss, measuring --------------------------------------------------------------

LINEAR = """
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(axis=0)
"""
RELU = """
def relu_backward(grad_output, x):
    return grad_output * (x > 0)
"""
LOSS = """
def cross_entropy_backward(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
    y = np.zeros(p.shape)
    y[np.arange(len(labels)), labels] = 1
    return (p - y) / len(labels)
"""
ENTROPY = """
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    sums = powers.sum(axis=1)
    return (np.log(sums) - shifted[np.arange(len(labels)), labels]).mean()
"""
SHARES = """
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(p)), labels]).mean()
"""
MARKED = """
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -(np.eye(p.shape[1])[labels] * np.log(p)).sum(axis=1).mean()
"""
MEASURED = """
def numerical_gradient_backward(function, x, step=1e-5):
    x = np.array(x, float)
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        old = x[place]
        x[place] = old + step
        above = function(x)
        x[place] = old - step
        below = function(x)
        x[place] = old
        gradient[place] = (above - below) / (2 * step)
    return gradient
""".replace("gradient_backward", "gradient")
COPIES = """
def numerical_gradient(function, x, step=1e-5):
    gradient = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[place] += step
        down[place] -= step
        gradient[place] = (function(up) - function(down)) / (2 * step)
    return gradient
"""
OTHERS = [
    ("linear_backward", "grad-weight-transposed", LINEAR,
     [("grad_output.T @ x", "x.T @ grad_output")]),
    ("linear_backward", "weight-transposed", LINEAR, [("@ weight", "@ weight.T")]),
    ("linear_backward", "bias-averaged", LINEAR, [("sum(axis=0)", "mean(axis=0)")]),
    ("linear_backward", "bias-summed-wrongly", LINEAR, [(".sum(axis=0)", "")]),
    ("linear_backward", "grad-weight-divided-by-batch", LINEAR,
     [("grad_output.T @ x", "grad_output.T @ x / len(x)")]),
    ("linear_backward", "order-of-gradients", LINEAR,
     [("grad_output @ weight, grad_output.T @ x", "grad_output.T @ x, grad_output @ weight")]),
    ("relu_backward", "upstream-ignored", RELU, [("grad_output * (x > 0)", "1.0 * (x > 0)")]),
    ("relu_backward", "gated-by-gradient", RELU, [("(x > 0)", "(grad_output > 0)")]),
    ("relu_backward", "gated-by-both", RELU, [("(x > 0)", "(x > 0) * (grad_output > 0)")]),
    ("relu_backward", "zero-lets-through", RELU, [("x > 0", "x >= 0")]),
    ("relu_backward", "input-changed", RELU,
     [("return grad_output * (x > 0)", "grad_output[x <= 0] = 0; return grad_output")]),
    ("cross_entropy_backward", "not-divided-by-batch", LOSS, [(" / len(labels)", "")]),
    ("cross_entropy_backward", "wrong-sign", LOSS, [("p - y", "y - p")]),
    ("cross_entropy_backward", "softmax-over-the-batch", LOSS, [("axis=1", "axis=0")]),
    ("cross_entropy_backward", "overflow", LOSS,
     [("logits - logits.max(axis=1, keepdims=True)", "logits")]),
    ("cross_entropy_backward", "shifted-by-one-number", LOSS,
     [("logits.max(axis=1, keepdims=True)", "logits.max()")]),
    ("cross_entropy_backward", "labels-along-the-wrong-axis", LOSS,
     [("y[np.arange(len(labels)), labels]", "y[labels]")]),
    ("cross_entropy_backward", "gradient-of-probabilities", LOSS, [("(p - y)", "(-y / p)")]),
    ("cross_entropy_backward", "label-column-only", LOSS, [("(p - y)", "(p - y) * y")]),
    ("cross_entropy_backward", "sum-over-everything", LOSS,
     [("np.exp(shifted).sum(axis=1, keepdims=True)", "np.exp(shifted).sum()")]),
    ("cross_entropy_backward", "keepdims-forgotten", LOSS,
     [("logits.max(axis=1, keepdims=True)", "logits.max(axis=1)")]),
    ("cross_entropy_backward", "keepdims-forgotten", LOSS,
     [("sum(axis=1, keepdims=True)", "sum(axis=1)")]),
    ("cross_entropy_backward", "keepdims-forgotten", LOSS, [(", keepdims=True", "")]),
    ("cross_entropy_backward", "label-itself-subtracted", LOSS, [("p - y", "p - labels")]),
    ("cross_entropy_backward", "label-itself-subtracted", LOSS,
     [("p - y", "p - labels[:, None]")]),
    ("cross_entropy", "log-of-zero", SHARES, []),
    ("cross_entropy", "log-of-zero", MARKED, []),
    ("cross_entropy", "small-number-added", SHARES, [("labels])", "labels] + 1e-12)")]),
    ("cross_entropy", "shares-limited", SHARES, [("labels])", "labels].clip(1e-12))")]),
    ("cross_entropy", "labels-as-rows", SHARES, [("p[np.arange(len(p)), labels]", "p[labels]")]),
    ("cross_entropy", "overflow", SHARES,
     [("logits - logits.max(axis=1, keepdims=True)", "logits")]),
    ("cross_entropy", "overflow", MARKED,
     [("logits - logits.max(axis=1, keepdims=True)", "logits")]),
    ("cross_entropy", "sum-over-everything", SHARES, [("e.sum(axis=1, keepdims=True)", "e.sum()")]),
    ("cross_entropy", "sum-over-everything", ENTROPY, [("powers.sum(axis=1)", "powers.sum()")]),
    ("cross_entropy", "keepdims-forgotten", SHARES,
     [(".max(axis=1, keepdims=True)", ".max(axis=1)")]),
    ("cross_entropy", "keepdims-forgotten", SHARES,
     [(".sum(axis=1, keepdims=True)", ".sum(axis=1)")]),
    ("cross_entropy", "keepdims-forgotten", ENTROPY,
     [("max(axis=1, keepdims=True)", "max(axis=1)")]),
    ("relu_backward", "integer-dtype", RELU,
     [("return grad_output * (x > 0)",
       "g = np.zeros_like(x); g[x > 0] = grad_output[x > 0]; return g")]),
    ("max_pool2d_backward", "integer-dtype", MAXIMUM, [("np.zeros(x.shape)", "np.zeros_like(x)")]),
    ("avg_pool2d_backward", "integer-dtype", AVERAGE, [("np.zeros(x.shape)", "np.zeros_like(x)")]),
    ("conv2d_backward", "integer-dtype", SCATTER,
     [("np.zeros(padded.shape)", "np.zeros_like(padded)")]),
    ("conv2d_backward", "integer-dtype", TAPS,
     [("np.zeros(weight.shape)", "np.zeros_like(weight)")]),
    ("numerical_gradient", "step-lost-in-dtype", COPIES, []),
    ("numerical_gradient", "nothing-moved", COPIES,
     [("up, down = x.copy(), x.copy()", "up = down = np.array(x, float)")]),
    ("numerical_gradient", "gradient-in-dtype-of-x", COPIES,
     [("up, down = x.copy(), x.copy()", "up, down = np.array(x, float), np.array(x, float)")]),
    ("numerical_gradient", "x-not-put-back", MEASURED,
     [("np.array(x, float)", "np.array(x)"), ("np.zeros(x.shape)", "np.zeros_like(x)"),
      ("        x[place] = old\n", ""), ("x[place] = old - step", "x[place] -= 2 * step")]),
    ("numerical_gradient", "one-sided", MEASURED,
     [("x[place] = old - step", "x[place] = old"), ("2 * step", "step")]),
    ("numerical_gradient", "divided-by-one-step", MEASURED, [("(2 * step)", "step")]),
    ("numerical_gradient", "x-not-put-back", MEASURED, [("        x[place] = old\n", "")]),
    ("numerical_gradient", "step-lost-in-dtype", MEASURED, [("np.array(x, float)", "np.array(x)")]),
    ("numerical_gradient", "nothing-moved", MEASURED, [("function(x)", "function(np.array(start))"),
     ("    gradient = ", "    start = x.copy()\n    gradient = ")]),
    ("numerical_gradient", "all-at-once", MEASURED,
     [("x[place] = old + step", "x += step"), ("x[place] = old - step", "x -= 2 * step"),
      ("x[place] = old", "x += step")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "source"),
    [("linear_backward", LINEAR), ("relu_backward", RELU), ("cross_entropy_backward", LOSS),
     ("cross_entropy", ENTROPY), ("numerical_gradient", MEASURED)],
)  # fmt: skip
def test_right_gradients_of_other_layers(name, source):
    assert getattr(check, name)(written(source)).passed


@pytest.mark.parametrize(("name", "slug", "source", "changes"), OTHERS)
def test_wrong_gradients_of_other_layers_are_named(name, slug, source, changes):
    result = getattr(check, name)(written(source, *changes))
    assert (result.passed, result.mistake) == (False, slug), result


def test_a_step_that_is_undone_by_arithmetic_leaves_x_changed():
    """x + h - 2h + h is not x: the answers are right, but x has drifted by some rounding."""
    changes = [
        ("x = np.array(x, float)\n", "pass\n"),
        ("x[place] = old + step", "x[place] += step"),
        ("x[place] = old - step", "x[place] -= 2 * step"),
        ("x[place] = old\n", "x[place] += step\n"),
    ]
    result = check.numerical_gradient(written(MEASURED, *changes))
    assert not result.passed


def test_fractions_that_numpy_refuses_are_told():
    changes = [("np.zeros(padded.shape)", "np.zeros_like(padded)")]
    result = check.conv2d_backward(written(SCATTER, *changes))
    assert result.explanation.startswith("Fractions are refused")
    assert "np.zeros_like(x)" in result.hint


def test_the_window_that_shows_an_overwritten_maximum_is_small():
    changes = [("top + row, left + column] +=", "top + row, left + column] =")]
    result = check.max_pool2d_backward(written(MAXIMUM, *changes))
    assert result.case.arguments["x"].shape == (1, 1, 2, 3)


def test_logits_that_were_changed_in_place_are_told():
    most = "logits.max(axis=1, keepdims=True)"
    moved = f"logits = np.asarray(logits, float); logits -= {most}"
    changes = [(f"shifted = logits - {most}", moved), ("shifted", "logits")]
    result = check.cross_entropy_backward(written(LOSS, *changes))
    assert (result.passed, result.mistake) == (False, "input-changed"), result
