"""Stride and padding of a layer over images, one number each: ignored, halved, misplaced."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.families.arrays import padded
from cnnhelpers.check.families.one_number import (
    amount_mistakes,
    padding_all_axes,
    padding_misfit,
    padding_one_axis,
    step_mistakes,
    stops_where_all_grew,
)
from cnnhelpers.check.mistake import Mistake, Way, given_all, then, where


def _all_axes(a):
    return np.pad(a["x"], a["padding"])


def _size_by(rule):
    """The answer has the size that ``rule(size, kernel, stride, padding)`` says, if less."""

    def change(answer, a):
        kernel = a["weight"].shape[2:]
        rows, columns = (
            max(0, rule(n, k, a["stride"], a["padding"])) for n, k in zip(a["x"].shape[2:], kernel)
        )
        return answer[..., :rows, :columns]

    return then(change)


def stride_mistakes(course):
    """Mistakes with the stride; ``course`` takes x, weight, stride and padding."""

    def size_only(answer, a):
        plain = course(**(a | {"stride": 1}))
        return plain[..., : answer.shape[-2], : answer.shape[-1]]

    def thinned(a):
        p, stride = a["padding"], a["stride"]
        x = padded(a["x"], ((p, p), (p, p)))[..., ::stride, ::stride]
        return {"x": x, "stride": 1, "padding": 0}

    def hanging_over(a):
        p, more = a["padding"], a["stride"] - 1
        return {"x": padded(a["x"], ((p, p + more), (p, p + more))), "padding": 0}

    def fits(a):
        return course(**a).shape == course(**(a | hanging_over(a))).shape

    return (
        *step_mistakes(),
        Mistake(
            "stride-size-only",
            "The size of the answer follows the stride, but the windows still move by 1.",
            "Where does the second window begin? It should begin `stride` places after the first.",
            then(size_only),
        ),
        Mistake(
            "input-thinned",
            "Pixels of the input are left out before the windows are read. The stride should move "
            "the windows; they should still read neighbouring pixels.",
            "The stride should leave out windows (or outputs), not pixels.",
            given_all(thinned),
        ),
        Mistake(
            "ceil",
            "A last window that does not fit whole is counted; it should be left out.",
            "Round the number of steps down.",
            given_all(hanging_over),
            where(fits, then(lambda answer, a: answer)),
        ),
        Mistake(
            "plus-one-inside",
            "With some strides a window is missing, as if the 1 were added before the division.",
            "Count the steps with the division, then add 1 for the first window.",
            _size_by(lambda n, k, s, p: (n + 2 * p - k + 1) // s),
        ),
    )


def padding_mistakes():
    """Mistakes with the padding of a layer that takes x, weight, stride and padding."""

    def around(sides, mode="constant", **how):
        def change(a):
            return {"x": padded(a["x"], sides(a["padding"]), mode, **how), "padding": 0}

        return given_all(change)

    def both(p):
        return (p, p), (p, p)

    def outside(answer, a):
        return padded(answer, both(a["padding"]))

    def stretched(images):
        """A single channel of the weight is laid over all channels, those of the padding, too."""

        def change(a):
            x = _all_axes(a)[: images(a)]
            weight = a["weight"]
            if weight.shape[1] == 1:
                weight = np.repeat(weight, x.shape[1], axis=1)
            return {"x": x, "weight": weight, "padding": 0}

        return given_all(change)

    def from_the_start(a):
        """Every axis is padded, and the loops still run over the images and channels of x."""
        n, c = a["x"].shape[:2]
        return {"x": _all_axes(a)[:n, :c], "padding": 0}

    return (
        *amount_mistakes(around),
        Mistake(
            "padding-nonzero",
            "The padding does not hold zeros.",
            "Which values stand around the input? If you use `np.pad`: what does it put there by "
            "default?",
            around(both, "edge"),
            around(both, "reflect"),
            around(both, "symmetric"),
            around(both, "wrap"),
            around(both, constant_values=1),
            around(both, constant_values=-1),
            around(both, "mean"),
        ),
        padding_one_axis(),
        padding_all_axes(
            stops_where_all_grew(),
            given_all(lambda a: {"x": _all_axes(a), "padding": 0}),
            stretched(lambda a: None),
            stretched(lambda a: len(a["x"])),
            given_all(from_the_start),
            given_all(lambda a: {"x": _all_axes(a)[:, : a["x"].shape[1]], "padding": 0}),
        ),
        Mistake(
            "output-padded",
            "The zeros are put around the answer; they should be put around the input.",
            "The windows should read the zeros: which array has to grow?",
            Way(lambda a: a | {"padding": 0}, outside),
        ),
        Mistake(
            "padding-not-in-size",
            "The size of the answer forgets the padding, so the last windows are missing.",
            "Take the size from the padded input.",
            _size_by(lambda n, k, s, p: (n - k) // s + 1),
        ),
        padding_misfit(),
    )
