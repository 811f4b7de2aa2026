"""Exercise: best_match."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers.check.answers import PAIR
from cnnhelpers.check.case import case, floats, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.families.arrays import flipped, windows
from cnnhelpers.check.mistake import Mistake, instead, then
from cnnhelpers.exercises.correlation.plane import correlate, correlate_by_torch


def best_match(image: np.ndarray, pattern: np.ndarray) -> tuple[int, int]:
    """Return (row, column) of the window of image (H, W) that looks most like the pattern.

    It is where the correlation with the pattern, its mean taken away, is largest; row and
    column are those of the window's top left corner.
    """
    pattern = np.asarray(pattern)
    scores = correlate(image, pattern - pattern.mean())
    row, column = np.unravel_index(np.argmax(scores), scores.shape)
    return int(row), int(column)


def hidden(seed: int, row: int, column: int, *shape: int, pattern: np.ndarray) -> np.ndarray:
    """Return an image that holds the pattern at (row, column), and brighter, flatter places."""
    image = np.random.default_rng(seed).integers(0, 3, shape).astype(np.float64)
    height, width = pattern.shape
    image[row : row + height, column : column + width] = pattern
    return image


CORNER = floats([0.0, 6.0], [9.0, 1.0])
STEPS = floats([0.0, 1.0, 5.0], [7.0, 0.0, 2.0])
BRIGHT = hidden(3, 1, 4, 5, 8, pattern=STEPS)
BRIGHT[3:5, 0:3] = 8.0  # flat and bright: wins unless the pattern's mean is taken away
NEGATIVE = hidden(4, 0, 0, 4, 6, pattern=9.0 - CORNER * 1.5)
NEGATIVE[2:4, 3:5] = CORNER / 2  # the negative is stronger than the pattern itself

CASES = (
    case(image=floats([0.0, 1.0, 0.0], [0.0, 0.0, 9.0]), pattern=floats([1.0, 3.0])),
    case(image=hidden(1, 0, 2, 3, 4, pattern=CORNER), pattern=CORNER),
    case(image=NEGATIVE, pattern=CORNER),
    case(image=hidden(2, 3, 0, 6, 4, pattern=STEPS), pattern=STEPS),
    case(image=BRIGHT, pattern=STEPS),
    case(image=whole(5, 7, 6), pattern=whole(6, 2, 3)),
    case(
        image=floats([0.0, 4.0, 7.0, 9.0], [1.0, 6.0, 10.0, 13.0]),
        pattern=floats([3.0, 1.0], [3.0, 1.0]),
    ),
    case(image=whole(12, 6, 9), pattern=whole(13, 3, 2)),
)


def by_torch(torch: Any, image: np.ndarray, pattern: np.ndarray) -> np.ndarray:
    scores = correlate_by_torch(image, pattern - pattern.mean())
    return np.array(divmod(int(torch.tensor(scores).argmax()), scores.shape[1]))


def scores(image, pattern):
    return correlate(image, pattern - pattern.mean())


def place(array, pick=np.argmax):
    return np.unravel_index(pick(array), array.shape)


def differences(image, pattern, size):
    found = windows(np.asarray(image, float), np.shape(pattern))
    return size(found - pattern).sum(axis=(-2, -1))


def centred(image, pattern, size):
    return differences(image, pattern - pattern.mean(), size)


def shifted(down, across):
    return then(
        lambda answer, a: (
            answer[0] + down(a["pattern"].shape[0]),
            answer[1] + across(a["pattern"].shape[1]),
        )
    )


def normalised(image, pattern, least):
    windows = np.lib.stride_tricks.sliding_window_view(image.astype(float), pattern.shape)
    sums = np.sum(windows * (pattern - pattern.mean()), axis=(2, 3))
    sizes = np.sqrt(np.sum(windows**2, axis=(2, 3)))
    best = np.argmax(sums / (sizes + least))
    return tuple(int(i) for i in np.unravel_index(best, sums.shape))


MISTAKES = (
    Mistake(
        "mean-not-subtracted",
        "The pattern's mean is not taken away, so a bright flat place can win.",
        "Correlate with the pattern less its mean: flat places then give 0.",
        instead(lambda image, pattern: place(correlate(image, pattern))),
    ),
    Mistake(
        "pair-swapped",
        "Row and column are exchanged. The row should come first.",
        "Arrays are indexed by row first. If you use `np.unravel_index`: it gives (row, column).",
        then(lambda answer, a: answer[::-1]),
    ),
    Mistake(
        "flat-index",
        "It returns one number, counted through the flattened scores; a row and a column are "
        "asked for.",
        "`np.unravel_index` turns such a number into row and column: give it the shape of the "
        "scores.",
        instead(lambda image, pattern: int(np.argmax(scores(image, pattern)))),
    ),
    Mistake(
        "wrong-width",
        "The number of the best score is turned into row and column with the wrong width.",
        "It counts through the scores, which have fewer columns than the image: how many?",
        instead(
            lambda image, pattern: divmod(int(np.argmax(scores(image, pattern))), image.shape[1])
        ),
        instead(
            lambda image, pattern: divmod(
                int(np.argmax(scores(image, pattern))), scores(image, pattern).shape[0]
            )
        ),
    ),
    Mistake(
        "lowest-score",
        "It returns the place that looks least like the pattern.",
        "The best match is where the correlation is largest.",
        instead(lambda image, pattern: place(scores(image, pattern), np.argmin)),
    ),
    Mistake(
        "absolute-score",
        "It looks for the largest absolute value, so the pattern's negative matches too.",
        "Leave `abs` (or the square) out: a large negative score is a bad match.",
        instead(lambda image, pattern: place(np.abs(scores(image, pattern)))),
    ),
    Mistake(
        "smallest-difference",
        "It looks for the smallest difference to the pattern; it should look for the largest "
        "correlation.",
        "Multiply and add; take no differences.",
        instead(lambda image, pattern: place(differences(image, pattern, np.square), np.argmin)),
        instead(lambda image, pattern: place(differences(image, pattern, np.abs), np.argmin)),
        instead(lambda image, pattern: place(centred(image, pattern, np.square), np.argmin)),
        instead(lambda image, pattern: place(centred(image, pattern, np.abs), np.argmin)),
    ),
    Mistake(
        "begins-at-zero",
        "Where all scores are negative, none of them is found: the search begins with a best "
        "score of 0.",
        "Begin with `-np.inf`, or with the first score.",
        instead(
            lambda image, pattern: (
                place(scores(image, pattern)) if scores(image, pattern).max() > 0 else (0, 0)
            )
        ),
    ),
    Mistake(
        "columns-counted-first",
        "The number of the best score is turned into row and column as if it counted down the "
        "columns. It counts along the rows.",
        "If you use `np.unravel_index`: it counts along the rows unless you name another order.",
        instead(
            lambda image, pattern: np.unravel_index(
                np.argmax(scores(image, pattern)), scores(image, pattern).shape, order="F"
            )
        ),
    ),
    Mistake(
        "flipped-kernel",
        "The pattern is turned by 180°: that is the true convolution, and it finds the turned "
        "pattern.",
        "Lay the pattern on the image as it is.",
        instead(lambda image, pattern: place(scores(image, flipped(pattern)))),
    ),
    Mistake(
        "centre-returned",
        "It returns another point of the window; it should return its top left corner.",
        "The index of a score is the window's top left corner already: add nothing.",
        shifted(lambda h: h // 2, lambda w: w // 2),
        shifted(lambda h: (h - 1) // 2, lambda w: (w - 1) // 2),
        shifted(lambda h: h - 1, lambda w: w - 1),
        shifted(lambda h: h, lambda w: w),
    ),
    Mistake(
        "one-based",
        "Row and column are counted from 1.",
        "Counting starts at 0.",
        shifted(lambda h: 1, lambda w: 1),
    ),
    Mistake(
        "brightest-pixel",
        "It returns the brightest pixel of the image; the pattern plays no part.",
        "Correlate the image with the pattern first.",
        instead(lambda image, pattern: place(image)),
    ),
    Mistake(
        "normalised",
        "Each sum is divided by the size of its window: a faint patch of the same shape can win.",
        "The largest sum is asked for: leave the division out.",
        instead(lambda image, pattern: normalised(image, pattern, 1e-9)),
        instead(lambda image, pattern: normalised(image, pattern, 0)),
    ),
)


def recipe(draw, image, pattern, scores_are):
    scene, found = draw.array(*image), draw.array(*pattern)
    if scores_are == "negative":
        scene = against(found - found.mean(), image) + 0.01 * scene
    return {"image": scene, "pattern": found}


def one_is_best(arguments):
    """Return whether there is a best window, and it is clearly the best."""
    pattern = arguments["pattern"]
    scores = np.sort(correlate(arguments["image"], pattern - pattern.mean()).ravel())
    return np.ptp(pattern) > 0 and scores[-1] - scores[-2] > 0.01 * np.abs(scores).max()


def against(weights, image):
    """Return a slope on which every window correlates with the weights negatively."""
    rows, columns = np.indices(weights.shape)
    i, j = np.indices(image)
    return -((weights * rows).sum() * i + (weights * columns).sum() * j)


DOMAIN = Domain(
    recipe,
    (
        IMAGE,
        factor(
            "scores_are", "any", "all scores are negative", ("negative", "all scores are negative")
        ),
        factor(
            "pattern",
            (2, 2),
            "the pattern is not 2×2",
            ((3, 3), "the pattern is 3×3"),
            ((1, 3), "the pattern is wider than high"),
            ((3, 2), "the pattern is higher than wide"),
        ),
    ),
    integers=("image", "pattern"),
    accepts=one_is_best,
    values=VALUES_OF_SOME_SIZE,
)

EXERCISE = Exercise(
    best_match,
    PAIR,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
