"""Exercise: local_response_norm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, count_factor
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, instead


def local_response_norm(
    x: np.ndarray, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0
) -> np.ndarray:
    """Return x (N, C, H, W), each number divided by (k + alpha / size · sum)**beta.

    The sum is that of the squares at the same pixel, in its own channel and in size // 2 channels
    on either side; ``size`` is odd. Channels beyond the first or the last count as 0,
    and ``alpha`` is divided by ``size`` there, too.
    """
    padded = np.pad(x, ((0, 0), (size // 2, size // 2), (0, 0), (0, 0))) ** 2
    total = sum(padded[:, shift : shift + x.shape[1]] for shift in range(size))
    return x / (k + alpha / size * total) ** beta


SETTINGS: list[Any] = [
    (whole(1, 1, 3, 1, 1), {"size": 3, "alpha": 1.0}),
    (whole(2, 1, 4, 2, 3), {"size": 3, "alpha": 0.5, "beta": 0.5}),
    (halves(3, 2, 5, 3, 2), {"size": 3, "alpha": 2.0, "k": 2.0}),
    (whole(4, 2, 6, 2, 4), {"size": 5, "alpha": 1.0, "beta": 1.0}),
    (whole(5, 3, 7, 3, 2), {"size": 5, "alpha": 0.5, "beta": 0.75, "k": 2.0}),
    (whole(6, 1, 2, 4, 3), {"size": 5, "alpha": 1.0}),
    (whole(7, 2, 3, 2, 4), {"size": 1, "alpha": 0.25, "k": 3.0}),
    (whole(8, 2, 4, 3, 5) * 100, {"size": 3}),
]  # fmt: skip
CASES = tuple(case(x=x, **options) for x, options in SETTINGS)


def by_torch(torch: Any, x: Any, **options: Any) -> Any:
    return torch.nn.functional.local_response_norm(reference.tensors([x])[0], **options)


def across(squares: np.ndarray, size: int) -> np.ndarray:
    """Return sums over neighbouring channels."""
    half, channels = size // 2, squares.shape[1]
    return np.stack(
        [
            squares[:, max(0, c - half) : c + half + 1].sum(axis=1) for c in range(channels)
        ],
        axis=1,
    )  # fmt: skip


def along_the_image(squares: np.ndarray, size: int) -> Any:
    half = size // 2
    padded = np.pad(squares, ((0, 0), (0, 0), (half, half), (half, half)))
    rows, columns = squares.shape[2:]
    return sum(
        padded[:, :, r : r + rows, c : c + columns] for r in range(size) for c in range(size)
    )


def written(
    total: Callable[[np.ndarray, int], Any] = lambda x, size: across(x**2, size),
    divide: Callable[..., Any] = lambda x, amount, beta: x / amount**beta,
) -> Way:
    """The function written out, with a place for each slip."""

    def function(x: np.ndarray, size: int, alpha: float, beta: float, k: float) -> Any:
        return divide(x, k + alpha / size * total(x, size), beta)

    return instead(function)


def negative_start(squares: np.ndarray, size: int) -> np.ndarray:
    """Slices of the channels whose start may be negative: then it counts from the end."""
    half, channels = size // 2, squares.shape[1]
    sums = [squares[:, c - half : c + half + 1].sum(axis=1) for c in range(channels)]
    return np.stack(sums, axis=1)


def without_last(squares: np.ndarray, size: int) -> np.ndarray:
    half, channels = size // 2, squares.shape[1]
    sums = [squares[:, max(0, c - half) : c + half].sum(axis=1) for c in range(channels)]
    return np.stack(sums, axis=1)


def unpadded(squares: np.ndarray, size: int) -> Any:
    """Shifted views of what is there: fewer channels than x has."""
    count = squares.shape[1] - size + 1
    return sum(squares[:, shift : shift + count] for shift in range(size))


def around_the_end(squares: np.ndarray, size: int) -> Any:
    half = size // 2
    return sum(np.roll(squares, shift, axis=1) for shift in range(-half, half + 1))


MISTAKES = (
    Mistake(
        "not-padded",
        "There are fewer sums than channels, so they do not fit x: nothing stands beside the first "
        "and the last channel.",
        "Channels that do not exist should count as 0: put `size // 2` channels of zeros on both "
        "sides of the squares.",
        written(total=lambda x, size: unpadded(x**2, size)),
    ),
    Mistake(
        "around-the-end",
        "The first channels read the last ones, and the other way round. Channels that do not "
        "exist should count as 0.",
        "`np.roll` goes round. Zeros on both sides of the squares do not.",
        written(total=lambda x, size: around_the_end(x**2, size)),
    ),
    Mistake(
        "negative-start",
        "The sums of the first channels are wrong, as if a slice began at a negative number, "
        "which counts from the end.",
        "The window should begin at channel 0 at the earliest.",
        written(total=lambda x, size: negative_start(x**2, size)),
    ),
    Mistake(
        "alpha-not-divided",
        "`alpha` is not divided by `size`. AlexNet's paper does not divide it, but PyTorch does.",
        "Divide `alpha` by `size`.",
        given_all(lambda a: {"alpha": a["alpha"] * a["size"]}),
    ),
    Mistake(
        "square-missing",
        "The numbers are added; their squares should be.",
        "Square before the sum.",
        written(total=across),
        written(total=lambda x, size: across(np.abs(x), size)),
    ),
    Mistake(
        "sum-squared",
        "The sum is squared; it should be the sum of the squares.",
        "Square first, then add.",
        written(total=lambda x, size: across(x, size) ** 2),
    ),
    Mistake(
        "size-as-radius",
        "`size` channels are taken on either side; it should be the number of all of them.",
        "Take `size // 2` on either side, and the channel itself.",
        written(total=lambda x, size: across(x**2, 2 * size + 1)),
    ),
    Mistake(
        "itself-missing",
        "The channel itself is left out of the sum.",
        "The sum should hold the neighbours, and the number that is divided.",
        written(total=lambda x, size: across(x**2, size) - x**2),
    ),
    Mistake(
        "last-channel-missing",
        "The last of the channels c - size // 2 to c + size // 2 is left out of the sum.",
        "A slice leaves its end out by itself: it should end one after the last channel.",
        written(total=lambda x, size: without_last(x**2, size)),
    ),
    Mistake(
        "one-side-only",
        "The neighbours of one side only are summed.",
        "The window should lie around the channel, not on one side of it.",
        written(
            total=lambda x, size: sum(
                np.pad(x**2, ((0, 0), (0, size), (0, 0), (0, 0)))[:, s : s + x.shape[1]]
                for s in range(size)
            )
        ),
        written(
            total=lambda x, size: sum(
                np.pad(x**2, ((0, 0), (size, 0), (0, 0), (0, 0)))[:, size - s :][:, : x.shape[1]]
                for s in range(size)
            )
        ),
    ),
    Mistake(
        "all-channels",
        "All channels are summed; only `size` of them should be.",
        "Take those around the channel.",
        written(total=lambda x, size: (x**2).sum(axis=1, keepdims=True)),
    ),
    Mistake(
        "within-the-image",
        "The sum runs over neighbouring pixels; it should run over neighbouring channels.",
        "The sum should take the same pixel of other channels: axis 1.",
        written(total=lambda x, size: along_the_image(x**2, size)),
    ),
    Mistake(
        "divided-by-channels-there",
        "Near the first and the last channel the sum is divided by fewer than `size`. Channels "
        "that do not exist should count as 0.",
        "It should be `alpha / size` for every channel.",
        written(total=lambda x, size: across(x**2, size) * size / across(np.ones_like(x), size)),
    ),
    Mistake(
        "power-as-factor",
        "`beta` is a factor; it should be the exponent of the bracket.",
        "Raise the whole bracket to the power `beta`.",
        written(divide=lambda x, amount, beta: x / (amount * beta)),
        written(divide=lambda x, amount, beta: x / amount * beta),
    ),
    Mistake(
        "beta-fixed",
        "`beta` is 0.75, whatever was asked for.",
        "Use the argument.",
        given(beta=lambda beta: 0.75),
    ),
    Mistake(
        "power-missing",
        "The power `beta` is missing.",
        "The whole bracket should be raised to `beta`.",
        written(divide=lambda x, amount, beta: x / amount),
    ),
    Mistake(
        "root-for-power",
        "It divides by the root, whatever `beta` is.",
        "The exponent should be `beta`.",
        written(divide=lambda x, amount, beta: x / np.sqrt(amount)),
    ),
    Mistake(
        "power-of-the-quotient",
        "The whole quotient is raised to the power, x with it; only what divides should be.",
        "Raise the bracket first, then divide x by it.",
        written(divide=lambda x, amount, beta: np.sign(x) * np.abs(x / amount) ** beta),
        written(divide=lambda x, amount, beta: (x / amount) ** beta),
    ),
    Mistake(
        "multiplied",
        "It multiplies; it should divide.",
        "A large sum should make the answer smaller.",
        written(divide=lambda x, amount, beta: x * amount**beta),
    ),
    Mistake(
        "k-missing",
        "`k` is not added.",
        "Without it, numbers that are small would be made large.",
        given(k=lambda k: 0.0),
    ),
    Mistake(
        "k-fixed",
        "`k` is 1, whatever was asked for.",
        "Use the argument.",
        given(k=lambda k: 1.0),
    ),
    Mistake(
        "divisor-returned",
        "That is what divides; the quotient is asked for.",
        "Divide x by it.",
        written(divide=lambda x, amount, beta: amount**beta),
    ),
)


def recipe(draw, batch, channels, image, size, alpha, beta, k):
    return {
        "x": draw.array(batch, channels, *image),
        "size": size,
        "alpha": alpha,
        "beta": beta,
        "k": k,
    }


DOMAIN = Domain(
    recipe,
    (
        BATCH,
        count_factor("channels", 4, 1, 2, 7),
        IMAGE,
        count_factor("size", 3, 1, 5, 7),
        factor("alpha", 1.0, "alpha is not 1", (0.5, "alpha is 0.5"), (3.0, "alpha is 3")),
        factor("beta", 0.75, "beta is not 0.75", (0.5, "beta is 0.5"), (1.0, "beta is 1")),
        factor("k", 1.0, "k is not 1", (2.0, "k is 2"), (0.5, "k is 0.5")),
    ),
    values=VALUES_OF_SOME_SIZE,
    integers=("x",),
)

EXERCISE = Exercise(local_response_norm, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)
