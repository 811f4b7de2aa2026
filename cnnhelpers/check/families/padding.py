"""Mistakes with an argument ``padding``."""

from __future__ import annotations

from collections.abc import Callable

from cnnhelpers.check.families.arrays import Pair, padded, pair
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, then


def padding_mistakes(x: str = "x") -> tuple[Mistake, ...]:
    """Mistakes with an argument ``padding`` around ``x``."""

    def padded_by(sides: Callable[[int, int], tuple[Pair, Pair]], mode="constant", **how) -> Way:
        return given_all(
            lambda a: {
                x: padded(a[x], sides(*pair(a["padding"])), mode, **how),
                "padding": 0,
            }
        )

    def both(p: int, q: int) -> tuple[Pair, Pair]:
        return (p, p), (q, q)

    return (
        Mistake(
            "padding-ignored",
            "The padding is not used.",
            "Put zeros around the input first, then go on as without padding.",
            given(padding=lambda p: 0),
        ),
        Mistake(
            "padding-one-side",
            "The padding is added on one side of each axis only; it should be added on both.",
            "Padding is per side: top and bottom, left and right.",
            padded_by(lambda p, q: ((p, 0), (q, 0))),
            padded_by(lambda p, q: ((0, p), (0, q))),
        ),
        Mistake(
            "input-in-corner",
            "All of the padding is on one side of each axis, so the input lies in a corner. It "
            "should lie in the middle.",
            "Padding is per side: as many rows above as below, as many columns left as right.",
            padded_by(lambda p, q: ((2 * p, 0), (2 * q, 0))),
            padded_by(lambda p, q: ((0, 2 * p), (0, 2 * q))),
        ),
        Mistake(
            "padding-total",
            "The padding is taken for the total of both sides; it should be for each side.",
            "With padding 1 an input of 5 should become 7: 5 + 2 * padding.",
            padded_by(lambda p, q: ((p // 2, p - p // 2), (q // 2, q - q // 2))),
            padded_by(lambda p, q: ((p - p // 2, p // 2), (q - q // 2, q // 2))),
            given(padding=lambda p: tuple(side // 2 for side in pair(p))),
        ),
        Mistake(
            "padding-doubled",
            "Twice as much padding as asked for is added on each side.",
            "Padding is per side already: with padding 1 an input of 5 should become 7.",
            given(padding=lambda p: tuple(2 * side for side in pair(p))),
        ),
        Mistake(
            "padding-nonzero",
            "The padding does not hold zeros.",
            "Which values stand around the input? If you use `np.pad`: by default it pads with "
            "zeros.",
            padded_by(both, "edge"),
            padded_by(both, "constant", constant_values=1),
            padded_by(both, "reflect"),
            padded_by(both, "symmetric"),
            padded_by(both, "wrap"),
            padded_by(both, "mean"),
        ),
        Mistake(
            "paddings-swapped",
            "The two paddings are exchanged.",
            "A pair is (vertical, horizontal): the first number is for the rows above and below.",
            given(padding=lambda p: pair(p)[::-1]),
        ),
        Mistake(
            "padding-one-axis",
            "Along one axis the padding is not what it should be.",
            "Add padding[0] rows above and below, and padding[1] columns left and right.",
            given(padding=lambda p: (pair(p)[0], 0)),
            given(padding=lambda p: (0, pair(p)[1])),
            given(padding=lambda p: pair(p)[0]),
            given(padding=lambda p: pair(p)[1]),
        ),
    )


def padding_of_output():
    """Mistakes: the zeros stand around the answer, or the answer's size forgets them."""

    def around(a):
        return a | {"padding": 0}

    return (
        Mistake(
            "output-padded",
            "The zeros are put around the answer; they should be put around the input.",
            "Pad `x` first; the windows then read the zeros.",
            then_with(around, lambda answer, p, q: padded(answer, ((p, p), (q, q)))),
        ),
        Mistake(
            "padding-not-in-size",
            "The size of the answer forgets the padding, so the last windows are missing.",
            "The size should be (size + 2 * padding - kernel) // stride + 1.",
            then(_size_without_padding),
        ),
    )


def then_with(change, finish):
    """A mistake that changes arguments, then the answer, knowing the padding asked for."""
    return given_all(change).then(then(lambda answer, a: finish(answer, *pair(a["padding"]))))


def _size_without_padding(answer, a):
    weight = a.get("kernel", a.get("weight"))
    rows, columns = (
        max(0, (n - k) // s + 1)
        for n, k, s in zip(a["x"].shape[-2:], weight.shape[-2:], pair(a["stride"]))
    )
    return answer[..., :rows, :columns]
