"""Exercises of notebook 08: convolution in one and three dimensions, filters of signals."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers.check.common import given, instead, integer_dtype, rectified, then
from cnnhelpers.check.exercise import Exercise, Mistake
from cnnhelpers.check.layered import (
    batch_mistakes,
    bias_mistakes,
    column,
    flipped_mistakes,
    input_channel_mistakes,
    off_by_one,
    output_channel_mistakes,
    padded,
    size_of_input,
    square_only,
    standing_still,
    sum_mistakes,
    weight_axes,
)


def _layer_mistakes(course, space):
    """What can go wrong in a layer with batch, channels and bias, of stride 1 without padding."""
    return (
        *flipped_mistakes(space),
        *bias_mistakes(space),
        *input_channel_mistakes(course, space),
        *output_channel_mistakes(space),
        weight_axes(course),
        *batch_mistakes(),
        *sum_mistakes(space),
        off_by_one(space),
        padded(course, space),
        size_of_input(space),
        standing_still(space),
    )


# One dimension ----------------------------------------------------------------------------------


def _conv1d():
    def conv1d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
        """Return the convolution of x (N, C_in, L) with weight (C_out, C_in, K).

        One bias for each output channel; stride 1, no padding. Shape: (N, C_out, L - K + 1).
        """
        windows = sliding_window_view(np.asarray(x), weight.shape[2], axis=2)  # N, C_in, L_out, K
        return np.einsum("nclk,ock->nol", windows, weight) + column(bias, 1)

    return Exercise(
        conv1d,
        "array",
        (*_layer_mistakes(conv1d, 1), rectified(), integer_dtype()),
        symbol="⋆",
    )


conv1d = _conv1d()


def _causal_filter():
    def causal_filter(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
        """Return y with ``y[t] = weight[0] x[t] + weight[1] x[t-1] + ...``, as long as x (L,).

        Before its start the signal is 0.
        """
        x, weight = np.asarray(x), np.asarray(weight)
        before = np.concatenate([np.zeros(len(weight) - 1), x])
        return sliding_window_view(before, len(weight)) @ weight[::-1]

    def way(function):
        return instead(lambda x, weight: function(np.asarray(x, float), weight))

    def shifted(x, weight, move, start=0):
        """The sum of ``weight[k] * move(x, k)``."""
        return sum((w * move(x, k) for k, w in enumerate(weight)), np.zeros(len(x))) + start

    def ahead(x, k):
        return np.concatenate([x[k:], np.zeros(min(k, len(x)))])

    def at_start(x, k):
        """Before the start, the first value again."""
        return np.concatenate([np.full(k, x[0]), x])[: len(x)]

    def first_left(value):
        """The first outputs, for which the signal does not reach back far enough."""

        def change(answer, a):
            answer = np.array(answer, float)
            answer[: len(a["weight"]) - 1] = value(a)[: len(a["weight"]) - 1]
            return answer

        return then(change)

    def recursive(x, weight):
        y = np.zeros(len(x))
        for t in range(len(x)):
            y[t] = weight[0] * x[t]
            for k in range(1, min(t + 1, len(weight))):
                y[t] += weight[k] * y[t - k]
        return y

    def last_product(x, weight):
        """The oldest product for which the signal reaches back far enough."""
        oldest = np.minimum(np.arange(len(x)), len(weight) - 1)
        return weight[oldest] * x[np.arange(len(x)) - oldest]

    def delayed(x):
        return np.concatenate([[0.0], x[:-1]])

    def one(k):
        def change(weight):
            keep = np.zeros(len(weight))
            keep[k] = 1
            return weight * keep

        return given(weight=change)

    return Exercise(
        causal_filter,
        "array",
        (
            Mistake(
                "future-read",
                "It reads the future: `x[t + k]` instead of `x[t - k]`.",
                "At time t only what has come already is known.",
                way(lambda x, w: shifted(x, w, ahead)),
            ),
            Mistake(
                "flipped-kernel",
                "The weights are turned round: weight[0] meets the oldest value.",
                "weight[0] belongs to now, weight[1] to one step before.",
                given(weight=lambda w: w[::-1]),
            ),
            Mistake(
                "start-missing",
                "The answer is shorter than the signal: the first outputs are missing.",
                "At t = 0 there is an output, too: what comes before the start is 0.",
                then(lambda answer, a: answer[len(a["weight"]) - 1 :]),
                way(lambda x, w: np.correlate(x, w, "valid")),
            ),
            Mistake(
                "end-too-long",
                "The answer is longer than the signal.",
                "There is one output for each x[t], and none afterwards.",
                way(lambda x, w: np.convolve(x, w)),
                way(lambda x, w: np.convolve(x, w[::-1])),
            ),
            Mistake(
                "centred",
                "The filter is centred: it reads values before and after t.",
                "The outputs have to be moved: y[t] reads x[t] and what came before.",
                way(lambda x, w: np.convolve(x, w)[(len(w) - 1) // 2 :][: len(x)]),
                way(lambda x, w: np.convolve(x, w)[len(w) // 2 :][: len(x)]),
                way(lambda x, w: np.convolve(x, w[::-1])[(len(w) - 1) // 2 :][: len(x)]),
                way(lambda x, w: np.convolve(x, w[::-1])[len(w) // 2 :][: len(x)]),
            ),
            Mistake(
                "wraps-round",
                "Before the start it reads the end of the signal: negative indices count from the "
                "end.",
                "Look whether t - k is negative, or put zeros in front first.",
                way(lambda x, w: shifted(x, w, np.roll)),
            ),
            Mistake(
                "start-repeated",
                "Before the start it reads the first value again; there are zeros.",
                "The signal is 0 before it begins.",
                way(lambda x, w: shifted(x, w, at_start)),
            ),
            Mistake(
                "start-left-zero",
                "The first outputs are not computed: they stay 0, or are the signal's.",
                "At t = 0 there is weight[0] x[0] already.",
                first_left(lambda a: np.zeros(len(a["x"]))),
                first_left(lambda a: a["x"]),
            ),
            Mistake(
                "delayed",
                "The answer comes one step late: x[t] itself is not read.",
                "k begins at 0.",
                given(x=delayed),
                then(lambda answer, a: delayed(answer)),
            ),
            Mistake(
                "first-value-missing",
                "The signal's first value, or its last, is never read.",
                "Position 0 belongs to the signal: which comparison lets it in?",
                given(x=lambda x: np.concatenate([[0.0], x[1:]])),
                then(lambda answer, a: np.concatenate([answer[:-1], [0.0]])),
                then(lambda answer, a: answer[:-1]),
            ),
            Mistake(
                "recursive",
                "It reads its own earlier outputs instead of earlier inputs.",
                "Every product is one with x.",
                way(recursive),
            ),
            Mistake(
                "one-weight-only",
                "Only one weight counts: each product replaces the one before it, or the loop is "
                "left early.",
                "Collect with `+=`, over all weights.",
                one(0),
                one(-1),
                way(last_product),
                given(weight=lambda w: w[:-1]),
                given(weight=lambda w: np.concatenate([[0.0], w[1:]])),
            ),
            Mistake(
                "total-kept",
                "The sum is never set back to 0: each output has those before it in it.",
                "Each t begins with a sum of 0.",
                then(lambda answer, a: np.cumsum(answer)),
            ),
            Mistake(
                "averaged",
                "The sum is divided.",
                "The weights may do that; here the products are only added.",
                then(lambda answer, a: answer / len(a["weight"])),
                then(lambda answer, a: answer / np.sum(a["weight"])),
            ),
            rectified(),
            integer_dtype(),
        ),
        symbol="∗",
    )


causal_filter = _causal_filter()


def _matched_filter():
    def matched_filter(signal: np.ndarray, template: np.ndarray) -> int:
        """Return where the template, its mean taken away, correlates best with the signal.

        It is the position of the best window's first value.
        """
        template = np.asarray(template) - np.mean(template)
        return int(np.argmax(sliding_window_view(signal, len(template)) @ template))

    def scores(signal, template):
        return np.correlate(signal, template - template.mean(), "valid")

    def way(function):
        return instead(lambda signal, template: function(signal, template))

    def best(score, pick=np.argmax):
        return way(lambda s, t: int(pick(score(s, t))))

    def moved(by):
        return then(lambda answer, a: answer + by(len(a["template"])))

    def closeness(s, t):
        return -((sliding_window_view(s, len(t)) - t) ** 2).sum(axis=1)

    def normalised(s, t, centre):
        found = sliding_window_view(s, len(t))
        found = found - found.mean(axis=1, keepdims=True) if centre else found
        size = np.sqrt((found**2).sum(axis=1))
        return found @ (t - t.mean()) / np.where(size > 0, size, 1)

    def mode(name):
        return best(lambda s, t: np.correlate(s, t - t.mean(), name))

    return Exercise(
        matched_filter,
        "number",
        (
            Mistake(
                "mean-not-subtracted",
                "The template's mean is not taken away, so a high flat place wins.",
                "A constant signal should give 0 everywhere.",
                best(lambda s, t: np.correlate(s, t, "valid")),
                best(lambda s, t: np.correlate(s - s.mean(), t, "valid")),
            ),
            Mistake(
                "flipped-kernel",
                "The template is turned round: `np.convolve` does that.",
                "Lay the template on the signal as it is.",
                best(lambda s, t: scores(s, t[::-1])),
            ),
            Mistake(
                "lowest-score",
                "It returns where the template fits least.",
                "The largest correlation is the best match.",
                best(scores, np.argmin),
            ),
            Mistake(
                "absolute-score",
                "It looks for the largest absolute value, so the template upside down matches, "
                "too.",
                "A large negative score is a bad match.",
                best(lambda s, t: np.abs(scores(s, t))),
            ),
            Mistake(
                "padded",
                "The signal is padded: positions are counted from elsewhere, or the border wins.",
                "Only where the whole template lies on the signal.",
                mode("full"),
                mode("same"),
                best(lambda s, t: np.convolve(s, t - t.mean(), "full")),
                best(lambda s, t: np.convolve(s, t - t.mean(), "same")),
                best(lambda s, t: np.convolve(s, (t - t.mean())[::-1], "same")),
            ),
            Mistake(
                "centre-returned",
                "It returns another point of the window, not its first.",
                "The index of a score is that of the window's first value already.",
                moved(lambda k: k // 2),
                moved(lambda k: (k - 1) // 2),
                moved(lambda k: k - 1),
                moved(lambda k: k),
            ),
            Mistake(
                "one-based",
                "Positions are counted from 1.",
                "Counting starts at 0.",
                moved(lambda k: 1),
            ),
            Mistake(
                "highest-value",
                "It returns where the signal is highest; the template plays no part.",
                "Correlate the signal with the template first.",
                best(lambda s, t: s),
                best(lambda s, t: np.abs(s)),
                best(lambda s, t: sliding_window_view(s, len(t)).sum(axis=1)),
            ),
            Mistake(
                "score-for-position",
                "It returns the best score; its position is asked for.",
                "`max` gives the value, `argmax` its place.",
                best(scores, np.max),
                way(lambda s, t: scores(s, t).max()),
            ),
            Mistake(
                "scores-returned",
                "It returns all scores.",
                "Where is the largest of them?",
                way(scores),
            ),
            Mistake(
                "smallest-difference",
                "It looks for the smallest difference to the template; the largest correlation is "
                "asked for.",
                "Multiply and add; no differences.",
                best(closeness),
                best(lambda s, t: closeness(s, t - t.mean())),
                best(
                    lambda s, t: -np.abs(sliding_window_view(s, len(t)) - t).sum(axis=1)
                ),
            ),
            Mistake(
                "normalised",
                "The scores are divided by the size of each window.",
                "The correlation as it is: a strong match counts more than a weak one.",
                best(lambda s, t: normalised(s, t, False)),
                best(lambda s, t: normalised(s, t, True)),
            ),
            Mistake(
                "off-by-one",
                "The last or the first position is not looked at.",
                "A template of 3 fits into a signal of 3 once.",
                best(lambda s, t: scores(s, t)[:-1]),
                way(lambda s, t: int(np.argmax(scores(s, t)[1:])) + 1),
            ),
            Mistake(
                "last-of-equals",
                "Of equal scores it takes the last one, not the first.",
                "`>` instead of `>=` in the comparison.",
                way(lambda s, t: len(scores(s, t)) - 1 - int(np.argmax(scores(s, t)[::-1]))),
            ),
        ),
        symbol="⋆",
    )


matched_filter = _matched_filter()

# Three dimensions -------------------------------------------------------------------------------


def _conv3d():
    def conv3d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
        """Return the convolution of x (N, C_in, D, H, W) with weight (C_out, C_in, K_D, K_H, K_W).

        One bias for each output channel; stride 1, no padding. Shape: (N, C_out, D - K_D + 1,
        H - K_H + 1, W - K_W + 1).
        """
        windows = sliding_window_view(np.asarray(x), weight.shape[2:], axis=(2, 3, 4))
        return np.einsum("ncdijtuv,octuv->nodij", windows, weight) + column(bias, 3)

    def slices(pick):
        """Only some slices of the kernel's depth count."""

        def change(weight):
            keep = np.zeros(weight.shape)
            pick(keep)
            return weight * keep

        return given(weight=change)

    def each_frame(x, weight, bias):
        """A 2-D convolution of each frame with the kernel's first slice, or with their sum."""
        found = sliding_window_view(x, weight.shape[3:], axis=(3, 4))
        return np.einsum("ncdijuv,ocuv->nodij", found, weight[:, :, 0]) + column(bias, 3)

    def frames_summed(x, weight, bias):
        found = sliding_window_view(x, weight.shape[3:], axis=(3, 4))
        return np.einsum("ncdijuv,octuv->nodij", found, weight) + column(bias, 3)

    return Exercise(
        conv3d,
        "array",
        (
            Mistake(
                "one-frame-only",
                "Only one frame of each window counts.",
                "A window is as deep as the kernel: a third loop over the taps.",
                slices(lambda keep: keep[:, :, :1].fill(1)),
                slices(lambda keep: keep[:, :, -1:].fill(1)),
            ),
            Mistake(
                "frames-apart",
                "Each frame is filtered by itself, in two dimensions.",
                "The window moves along the depth as well, and is deep itself.",
                instead(each_frame),
                instead(frames_summed),
                then(lambda answer, a: answer.sum(axis=2)),
                then(lambda answer, a: answer.sum(axis=2, keepdims=True)),
            ),
            Mistake(
                "frames-averaged",
                "The frames of a window are averaged; their products are summed.",
                "Nothing is divided.",
                given(weight=lambda w: w / w.shape[2]),
            ),
            Mistake(
                "kernel-transposed",
                "The axes of the kernel are exchanged.",
                "The same order in both: depth, height, width.",
                given(weight=lambda w: np.swapaxes(w, 3, 4)),
                given(weight=lambda w: np.swapaxes(w, 2, 3)),
                given(weight=lambda w: np.swapaxes(w, 2, 4)),
            ),
            *_layer_mistakes(conv3d, 3),
            Mistake(
                "axes-swapped",
                "Two of the axes depth, height and width of the answer are exchanged.",
                "The answer keeps their order.",
                then(lambda answer, a: np.swapaxes(answer, 3, 4)),
                then(lambda answer, a: np.swapaxes(answer, 2, 3)),
                then(lambda answer, a: np.swapaxes(answer, 2, 4)),
                then(lambda answer, a: np.moveaxis(answer, 2, 4)),
            ),
            square_only("weight"),
            rectified(),
            integer_dtype(),
        ),
        symbol="⋆",
    )


conv3d = _conv3d()

__all__ = ["causal_filter", "conv1d", "conv3d", "matched_filter"]
