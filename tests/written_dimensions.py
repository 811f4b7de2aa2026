"""Answers to the exercises of notebook 08 as learners write them, right and wrong."""

from __future__ import annotations

import numpy as np
import pytest
from check_tools import Written
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import functional

book = Written()
FEWEST = dict.fromkeys(["conv1d", "causal_filter", "matched_filter", "conv3d", "echo_weight"], 4)

# conv1d -----------------------------------------------------------------------------------------


def _signal_loops(x, weight, bias, one, extra=0):
    filters, _, taps = weight.shape
    output = np.zeros((len(x), filters, x.shape[2] - taps + 1 + extra))
    for n in range(len(x)):
        for o in range(filters):
            for i in range(output.shape[2]):
                output[n, o, i] = one(x[n, :, i : i + taps], weight[o], bias, o)
    return output


@book.right("conv1d")
def _(x, weight, bias):
    return _signal_loops(x, weight, bias, lambda window, w, b, o: (window * w).sum() + b[o])


@book.right("conv1d")
def _(x, weight, bias):
    output = []
    for signal in x:
        maps = []
        for kernels, b in zip(weight, bias):
            channels = zip(signal, kernels)
            maps.append(sum(np.correlate(s, k, "valid") for s, k in channels) + b)
        output.append(maps)
    return output


@book.right("conv1d")
def _(x, weight, bias):
    windows = sliding_window_view(x, weight.shape[2], axis=-1).transpose(0, 2, 1, 3)
    rows = windows.reshape(*windows.shape[:2], -1)
    return (rows @ weight.reshape(len(weight), -1).T + bias).transpose(0, 2, 1)


@book.right("conv1d")
def _(x, weight, bias):
    length = x.shape[2] - weight.shape[2] + 1
    taps = range(weight.shape[2])
    return sum(weight[:, :, k] @ x[:, :, k : k + length] for k in taps) + bias[:, None]


@book.right("conv1d")
def _(x, weight, bias):
    torch = pytest.importorskip("torch")
    x, weight, bias = (torch.tensor(a, dtype=torch.float32) for a in (x, weight, bias))
    return torch.nn.functional.conv1d(x, weight, bias).numpy()


@book.right("conv1d")
def _(x, weight, bias):
    return functional.conv2d(x[:, :, None], weight[:, :, None], bias)[:, :, 0]


@book.wrong("conv1d", "flipped-kernel")
def _(x, weight, bias):
    output = []
    for signal in x:
        maps = []
        for kernels, b in zip(weight, bias):
            channels = zip(signal, kernels)
            maps.append(sum(np.convolve(s, k, "valid") for s, k in channels) + b)
        output.append(maps)
    return output


@book.wrong("conv1d", "off-by-one")
def _(x, weight, bias):
    return _signal_loops(x, weight, bias, lambda win, w, b, o: (win * w).sum() + b[o], extra=-1)


@book.wrong("conv1d", "bias-along-width")
def _(x, weight, bias):
    return _signal_loops(x, weight, bias, lambda window, w, b, o: (window * w).sum()) + bias


@book.wrong("conv1d", "first-channel-only")
def _(x, weight, bias):
    return _signal_loops(x, weight, bias, lambda win, w, b, o: (win[0] * w[0]).sum() + b[o])


@book.wrong("conv1d", "channels-last")
def _(x, weight, bias):
    windows = sliding_window_view(x, weight.shape[2], axis=-1)
    return np.einsum("nclk,ock->nlo", windows, weight) + bias


@book.wrong("conv1d", "bias-missing")
def _(x, weight, bias):
    return np.einsum("nclk,ock->nol", sliding_window_view(x, weight.shape[2], axis=2), weight)


# causal_filter ----------------------------------------------------------------------------------


@book.right("causal_filter")
def _(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            if t - k >= 0:
                y[t] += weight[k] * x[t - k]
    return y


@book.right("causal_filter")
def _(x, weight):
    return np.convolve(x, weight)[: len(x)]


@book.right("causal_filter")
def _(x, weight):
    y = weight[0] * x
    y = y.astype(float)
    for k in range(1, len(weight)):
        y[k:] += weight[k] * x[:-k]
    return y


@book.right("causal_filter")
def _(x, weight):
    matrix = np.zeros((len(x), len(x)))
    for k, w in enumerate(weight):
        matrix += w * np.eye(len(x), k=-k)
    return matrix @ x


@book.right("causal_filter")
def _(x, weight):
    before = np.pad(x, (len(weight) - 1, 0))
    return [float(np.dot(before[t : t + len(weight)], weight[::-1])) for t in range(len(x))]


@book.right("causal_filter")
def _(x, weight):
    torch = pytest.importorskip("torch")
    x, weight = torch.tensor(x, dtype=torch.float64), torch.tensor(weight, dtype=torch.float64)
    before = torch.nn.functional.pad(x, (len(weight) - 1, 0))
    return torch.nn.functional.conv1d(before[None, None], weight.flip(0)[None, None])[0, 0]


@book.right("causal_filter")
def _(x, weight):
    size = len(x) + len(weight)
    return np.fft.ifft(np.fft.fft(x, size) * np.fft.fft(weight, size))[: len(x)]


@book.wrong("causal_filter", "wraps-round")
def _(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            y[t] += weight[k] * x[t - k]
    return y


@book.wrong("causal_filter", "start-left-zero")
def _(x, weight):
    y = np.zeros(len(x))
    for t in range(len(weight) - 1, len(x)):
        for k in range(len(weight)):
            y[t] += weight[k] * x[t - k]
    return y


@book.wrong("causal_filter", "flipped-kernel")
def _(x, weight):
    before = np.concatenate([np.zeros(len(weight) - 1), x])
    return sliding_window_view(before, len(weight)) @ weight


@book.wrong("causal_filter", "future-read")
def _(x, weight):
    after = np.concatenate([x, np.zeros(len(weight) - 1)])
    return np.correlate(after, weight, "valid")


@book.wrong("causal_filter", "start-missing")
def _(x, weight):
    return np.convolve(x, weight, "valid")


@book.wrong("causal_filter", "centred")
def _(x, weight):
    return np.convolve(x, weight, "same")


# matched_filter ---------------------------------------------------------------------------------


@book.right("matched_filter")
def _(signal, template):
    return np.argmax(np.correlate(signal, template - template.mean(), "valid"))


@book.right("matched_filter")
def _(signal, template):
    mean = sum(template) / len(template)
    best, place = None, 0
    for i in range(len(signal) - len(template) + 1):
        score = sum(signal[i + k] * (template[k] - mean) for k in range(len(template)))
        if best is None or score > best + 1e-12:
            best, place = score, i
    return place


@book.right("matched_filter")
def _(signal, template):
    scores = np.convolve(signal, (template - template.mean())[::-1], mode="valid")
    return int(scores.argmax())


@book.right("matched_filter")
def _(signal, template):
    windows = sliding_window_view(signal, len(template))
    windows = windows - windows.mean(axis=1, keepdims=True)  # the same scores
    return int((windows * (template - template.mean())).sum(axis=1).round(9).argmax())


@book.right("matched_filter")
def _(signal, template):
    torch = pytest.importorskip("torch")
    kernel = torch.tensor(template) - template.mean()
    scores = torch.nn.functional.conv1d(torch.tensor(signal)[None, None], kernel[None, None])
    return scores.flatten().argmax()


@book.right("matched_filter")
def _(signal, template):
    shape = template - np.average(template)
    places = range(len(signal) - len(shape) + 1)
    return max(places, key=lambda i: round(float(signal[i : i + len(shape)] @ shape), 9))


@book.wrong("matched_filter", "mean-not-subtracted")
def _(signal, template):
    return np.argmax(np.correlate(signal, template, "valid"))


@book.wrong("matched_filter", "flipped-kernel")
def _(signal, template):
    return int(np.argmax(np.convolve(signal, template - template.mean(), "valid")))


@book.wrong("matched_filter", "full-correlation")
def _(signal, template):
    return int(np.argmax(np.correlate(signal, template - template.mean(), "full")))


@book.wrong("matched_filter", "score-for-position")
def _(signal, template):
    return np.max(np.correlate(signal, template - template.mean(), "valid"))


@book.wrong("matched_filter", "smallest-difference")
def _(signal, template):
    size = len(template)
    gaps = [((signal[i : i + size] - template) ** 2).sum() for i in range(len(signal) - size + 1)]
    return int(np.argmin(gaps))


# conv3d -----------------------------------------------------------------------------------------


@book.right("conv3d")
def _(x, weight, bias):
    depth, height, width = (n - k + 1 for n, k in zip(x.shape[2:], weight.shape[2:]))
    t, u, v = weight.shape[2:]
    output = np.zeros((len(x), len(weight), depth, height, width))
    for o in range(len(weight)):
        for d in range(depth):
            for i in range(height):
                for j in range(width):
                    window = x[:, :, d : d + t, i : i + u, j : j + v]
                    output[:, o, d, i, j] = (window * weight[o]).sum((1, 2, 3, 4)) + bias[o]
    return output


@book.right("conv3d")
def _(x, weight, bias):
    windows = sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    made = np.tensordot(windows, weight, axes=([1, 5, 6, 7], [1, 2, 3, 4])) + bias
    return np.moveaxis(made, -1, 1)


@book.right("conv3d")
def _(x, weight, bias):
    frames = x.shape[2] - weight.shape[2] + 1
    output = 0
    for t in range(weight.shape[2]):
        made = [functional.conv2d(x[:, :, d + t], weight[:, :, t]) for d in range(frames)]
        output = output + np.stack(made, axis=2)
    return output + bias[:, None, None, None]


@book.right("conv3d")
def _(x, weight, bias):
    depth, height, width = (n - k + 1 for n, k in zip(x.shape[2:], weight.shape[2:]))
    output = 0
    for t, u, v in np.ndindex(weight.shape[2:]):
        moved = x[:, :, t : t + depth, u : u + height, v : v + width]
        output = output + np.einsum("ncdhw,oc->nodhw", moved, weight[:, :, t, u, v])
    return output + bias.reshape(1, -1, 1, 1, 1)


@book.right("conv3d")
def _(x, weight, bias):
    torch = pytest.importorskip("torch")
    x, weight, bias = (torch.tensor(a, dtype=torch.float64) for a in (x, weight, bias))
    return torch.nn.functional.conv3d(x, weight, bias)


@book.right("conv3d")
def _(x, weight, bias):
    return functional.conv3d(x, weight, bias)


@book.wrong("conv3d", "flipped-kernel")
def _(x, weight, bias):
    return functional.conv3d(x, np.flip(weight, (2, 3, 4)), bias)


@book.wrong("conv3d", "kernel-mirrored")
def _(x, weight, bias):
    return functional.conv3d(x, weight[:, :, ::-1], bias)  # time runs backwards


@book.wrong("conv3d", "bias-missing")
def _(x, weight, bias):
    return functional.conv3d(x, weight)


@book.wrong("conv3d", "one-frame-only")
def _(x, weight, bias):
    frames = x.shape[2] - weight.shape[2] + 1
    made = [functional.conv2d(x[:, :, d], weight[:, :, 0], bias) for d in range(frames)]
    return np.stack(made, axis=2)


@book.wrong("conv3d", "frames-apart")
def _(x, weight, bias):
    made = [functional.conv2d(x[:, :, d], weight[:, :, 0], bias) for d in range(x.shape[2])]
    return np.stack(made, axis=2)


@book.wrong("conv3d", "off-by-one")
def _(x, weight, bias):
    return functional.conv3d(x, weight, bias)[:, :, :-1]


@book.wrong("conv3d", "bias-per-tap")
def _(x, weight, bias):
    depth, height, width = (n - k + 1 for n, k in zip(x.shape[2:], weight.shape[2:]))
    t, u, v = weight.shape[2:]
    output = np.zeros((len(x), len(weight), depth, height, width))
    for o in range(len(weight)):
        for d, i, j in np.ndindex(depth, height, width):
            window = x[:, :, d : d + t, i : i + u, j : j + v]
            output[:, o, d, i, j] = (window * weight[o] + bias[o]).sum((1, 2, 3, 4))
    return output


# echo_weight ------------------------------------------------------------------------------------


@book.right("echo_weight")
def _(delay, loudness):
    return [1] + [0] * (delay - 1) + [loudness]


@book.right("echo_weight")
def _(delay, loudness):
    return np.concatenate([[1.0], np.zeros(delay - 1), [loudness]])


@book.right("echo_weight")
def _(delay, loudness):
    moments = np.arange(delay + 1)
    return (moments == 0) + loudness * (moments == delay)


@book.right("echo_weight")
def _(delay, loudness):
    return np.array([1 if k == 0 else loudness if k == delay else 0 for k in range(delay + 1)])


@book.right("echo_weight")
def _(delay, loudness):
    weight = np.eye(delay + 1)[0]
    weight[-1] += loudness
    return weight


@book.wrong("echo_weight", "delay-off-by-one")
def _(delay, loudness):
    return [1] + [0] * delay + [loudness]


@book.wrong("echo_weight", "echo-too-early")
def _(delay, loudness):
    weight = np.zeros(delay)
    weight[0] = 1
    weight[delay - 1] = loudness
    return weight


@book.wrong("echo_weight", "reversed")
def _(delay, loudness):  # as PyTorch's conv1d would want it
    weight = np.zeros(delay + 1)
    weight[0], weight[-1] = loudness, 1
    return weight


@book.wrong("echo_weight", "sound-missing")
def _(delay, loudness):
    weight = np.zeros(delay + 1)
    weight[delay] = loudness
    return weight


@book.wrong("echo_weight", "loudness-changed")
def _(delay, loudness):
    weight = np.zeros(delay + 1)
    weight[0], weight[delay] = 1 - loudness, loudness
    return weight


@book.wrong("echo_weight", "as-loud")
def _(delay, loudness):
    weight = np.zeros(delay + 1)
    weight[[0, delay]] = 1
    return weight


@book.wrong("echo_weight", "sound-all-the-time")
def _(delay, loudness):
    weight = np.full(delay + 1, loudness)
    weight[0] = 1
    return weight
