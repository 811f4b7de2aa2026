"""Exercise: conv1d_backward."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import LENGTH, STRIDE, TAPS
from cnnhelpers.check.mistake import Mistake, Way
from cnnhelpers.check.several import arrays
from cnnhelpers.exercises.backpropagation.convolution import thinned
from cnnhelpers.exercises.backpropagation.convolution_mistakes import (
    kernel_mistakes,
    stride_mistakes,
    sum_mistakes,
)
from cnnhelpers.exercises.backpropagation.gradients import (
    GRADIENTS,
    VALUES_OF_LIKE_SIZE,
    negated,
    of,
    order_mistake,
    powers,
    upstream_ignored,
)


def conv1d_backward(
    grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray, stride: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """Return (grad_x, grad_weight) of the correlation of a signal with one kernel.

    ``x`` (L,) and ``weight`` (K,) are plain rows of numbers, without images and channels.
    ``grad_output`` (L_out,) is the gradient that comes from above, one number for each window;
    window i begins at ``i * stride``.
    """
    grad_output = np.asarray(grad_output, float)
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for tap in range(len(weight)):
        met = slice(tap, tap + stride * (len(grad_output) - 1) + 1, stride)
        grad_weight[tap] = grad_output @ x[met]
        grad_x[met] += grad_output * weight[tap]
    return grad_x, grad_weight


CASES = (
    case(grad_output=powers(2), x=floats(1.0, 2.0, 3.0, 4.0), weight=floats(1.0, 2.0, 3.0)),
    case(grad_output=powers(2), x=floats(3.0, 1.0, 4.0, 2.0, 5.0, 2.0),
         weight=floats(1.0, 2.0, 3.0), stride=2),
    case(grad_output=whole(1, 5), x=whole(2, 6), weight=floats(2.0, -3.0)),
    case(grad_output=whole(3, 4), x=halves(4, 7), weight=halves(5, 4)),
    case(grad_output=whole(6, 3), x=whole(7, 10), weight=whole(8, 2), stride=3),
    case(grad_output=whole(9, 3), x=whole(10, 7), weight=floats(1.0, 4.0, -2.0), stride=2),
    case(grad_output=halves(11, 4), x=halves(12, 9), weight=halves(13, 3), stride=2),
)  # fmt: skip


def by_torch(
    torch: Any, grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray, stride: int = 1
) -> tuple:
    inputs, upstream = [x[None, None], weight[None, None]], grad_output[None, None]
    found = reference.gradients("conv1d", inputs, upstream, stride=stride)
    return tuple(gradient[0, 0] for gradient in found if gradient is not None)


def as_planes(a: dict) -> dict:
    """Return the arguments as those of an image of one row."""
    names = ("grad_output", "x", "weight")
    return a | {"padding": 0} | {n: np.asarray(a[n])[None, None, None] for n in names}


def of_signals(way: Way) -> Way:
    """A mistake with images, made with signals: images of one row."""
    if way.before is not None:  # an error that depends on the arguments, or another argument
        before = way.before

        def changed(a: dict) -> dict:
            planes = before(as_planes(a))
            rows = {name: np.asarray(planes[name])[0, 0, 0] for name in ("grad_output", "x")}
            return a | rows | {"weight": planes["weight"][0, 0, 0], "stride": planes["stride"]}

        return Way(changed)
    assert way.after is not None
    after = way.after

    def spoil(answer: tuple, a: dict) -> tuple:
        planes = as_planes(a)
        bias = planes["grad_output"].sum(axis=(0, 2, 3))
        parts = (*(np.asarray(part)[None, None, None] for part in answer), bias)
        return tuple(np.asarray(part)[0, 0, 0] for part in after(parts, planes)[:2])

    return Way(after=spoil)


def in_signals(mistakes: tuple[Mistake, ...], *slugs: str) -> list[Mistake]:
    """Return some mistakes as they are made with signals."""
    found = [mistake for mistake in mistakes if mistake.slug in slugs]
    return [Mistake(m.slug, m.explanation, m.hint, *map(of_signals, m.ways)) for m in found]


def convolved(array, a):
    """``np.convolve`` of what is sent back: right for stride 1, whatever the stride."""
    return np.convolve(a["grad_output"], a["weight"])


TURNED = Mistake(
    "kernel-not-turned",
    "`grad_x` is computed with the taps of the kernel in reverse order.",
    "Send 1 and 10 back through the kernel 1 2 3: `grad_x` should be 1 12 23 30. Look at the 12: "
    "which output has met the second number, and with which tap?",
    *(
        of_signals(way)
        for m in kernel_mistakes()
        for way in m.ways
        if m.slug == "kernel-not-turned"
    ),
)
MISTAKES = (
    TURNED,
    *in_signals(kernel_mistakes(), "grad-weight-turned"),
    *in_signals(
        stride_mistakes(),
        "grad-x-ignores-stride",
        "grad-weight-ignores-stride",
        "stride-ignored",
    ),
    Mistake(
        "size-from-formula",
        "The length is computed backwards from the output, so numbers at the end that no window "
        "has read are missing.",
        "A gradient has the shape of what it belongs to: take the lengths from `x` and `weight`. "
        "Numbers that are left over at the end get 0.",
        *(
            of_signals(way)
            for mistake in stride_mistakes()
            if mistake.slug == "size-from-formula"
            for way in mistake.ways
        ),
        of(0, convolved),
    ),
    *in_signals(
        sum_mistakes(), "sum-overwritten", "grad-weight-replaced", "gradients-replaced", "averaged"
    ),
    Mistake(
        "loop-left-early",
        "Only the first window counts.",
        "Does the loop reach all windows? Perhaps the `return` is indented too far.",
        *(of_signals(way) for way in thinned((slice(None), slice(None), slice(None), slice(1)))),
    ),
    order_mistake(2),
    upstream_ignored(conv1d_backward),
    negated(),
)


def recipe(draw: Any, length: int, taps: int, stride: int) -> dict[str, Any]:
    if taps > length:
        raise Impossible
    return {
        "grad_output": draw.array((length - taps) // stride + 1),
        "x": draw.array(length),
        "weight": draw.array(taps),
        "stride": stride,
    }


DOMAIN = Domain(
    recipe,
    (LENGTH, TAPS, STRIDE),
    values=VALUES_OF_LIKE_SIZE,
    integers=("grad_output", "x", "weight"),
)

EXERCISE = Exercise(
    conv1d_backward,
    arrays(*GRADIENTS[:2]),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
)
