"""Exercises of notebook 02: cross-correlation in one and two dimensions, and what to do with it."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.common import (
    averaged,
    cut,
    flipped,
    flipped_kernel,
    half_flipped_kernel,
    integer_dtype,
    off_by_one,
    overwritten,
    pair,
    rectified,
    square,
    standing_still,
    transposed,
    transposed_kernel,
    where,
    windows,
)
from cnnhelpers.check.exercise import Exercise, Mistake, given, given_all, instead, then
from cnnhelpers.functional import conv1d, conv2d


def _correlate(x: np.ndarray, kernel: np.ndarray, **options) -> np.ndarray:
    x, kernel = np.asarray(x), np.asarray(kernel)
    return conv2d(x[None, None], kernel[None, None], **options)[0, 0]


# One dimension ----------------------------------------------------------------------------------


def _correlate1d():
    def correlate1d(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        """Return the cross-correlation of x (L,) with kernel (K,): (L - K + 1,)."""
        x, kernel = np.asarray(x), np.asarray(kernel)
        return conv1d(x[None, None], kernel[None, None])[0, 0]

    def blank_last(answer, a):
        answer = np.array(answer)
        answer[-1] = 0
        return answer

    def same_length(answer, a):
        return np.concatenate([answer, np.zeros(len(a["kernel"]) - 1)])

    def total_never_reset(answer, a):
        return np.cumsum(answer)

    return Exercise(
        correlate1d,
        "array",
        (
            Mistake(
                "flipped-kernel",
                "Your kernel is turned round: that is the true convolution. In a CNN the kernel is "
                "laid on the signal as it is (cross-correlation).",
                "kernel[k] meets x[i + k], not x[i - k]; `np.convolve` flips, `np.correlate` "
                "does not.",
                given(kernel=lambda k: k[::-1]),
            ),
            Mistake(
                "off-by-one",
                "A window at the border is missing: the loop ends one too early, or begins one too "
                "late.",
                "A kernel of 3 fits into a signal of 3 once: len(x) - len(kernel) + 1 positions.",
                then(lambda answer, a: answer[:-1]),
                then(lambda answer, a: answer[1:]),
                then(blank_last),
            ),
            Mistake(
                "padded",
                "The output is longer than it should be: the signal was padded with zeros.",
                'Only where the whole kernel lies on the signal: mode "valid" of `np.correlate`.',
                instead(lambda x, kernel: np.correlate(x, kernel, "same")),
                instead(lambda x, kernel: np.correlate(x, kernel, "full")),
            ),
            Mistake(
                "size-of-input",
                "The output is as long as the input, and its end was never filled.",
                "The output has len(x) - len(kernel) + 1 values.",
                then(same_length),
            ),
            overwritten(
                instead(lambda x, kernel: (x[len(kernel) - 1 :] * kernel[-1]).astype(float)),
            ),
            Mistake(
                "first-product-only",
                "Only the first weight of the kernel is used.",
                "Let k run over the whole kernel before you return: is the `return` inside the "
                "loop?",
                instead(lambda x, kernel: x[: len(x) - len(kernel) + 1] * kernel[0]),
            ),
            averaged(
                then(lambda answer, a: answer / len(a["kernel"])),
            ),
            Mistake(
                "total-kept",
                "The sum is never set back to 0: each output has those before it in it.",
                "Set `total = 0` inside the loop over the positions.",
                then(total_never_reset),
            ),
            Mistake(
                "window-stands-still",
                "Every output is that of the first window: the window does not move.",
                "The window must depend on the loop's variable: `x[i + k]`, not `x[k]`.",
                then(lambda answer, a: np.full_like(answer, answer[0])),
            ),
            Mistake(
                "windows-side-by-side",
                "The windows stand side by side: each begins where the one before it ends.",
                "The next window begins one place further on: `x[i : i + len(kernel)]`.",
                then(lambda answer, a: answer[:: len(a["kernel"])]),
            ),
            rectified(),
            integer_dtype(),
        ),
        symbol="⋆",
    )


correlate1d = _correlate1d()

# Two dimensions ---------------------------------------------------------------------------------


def _same(x, kernel):
    """Return the correlation padded so that the output is as large as the input."""
    extra = [size - 1 for size in kernel.shape]
    full = _correlate(x, kernel, padding=tuple(extra))
    top, left = (size // 2 for size in extra)
    return full[top : top + x.shape[0], left : left + x.shape[1]]


def _full(x, kernel):
    return _correlate(x, kernel, padding=tuple(size - 1 for size in kernel.shape))


def _padded(full=_full, same=_same):
    return Mistake(
        "padded",
        "The output is larger than it should be: the input was padded with zeros.",
        'Only where the whole kernel lies on the image ("valid" positions): H - K_H + 1 rows.',
        instead(same),
        instead(full),
    )


def _height_for_both(a):
    """Return the arguments as code that takes the image's height for its width reads them."""
    x, rows = a["x"], a["x"].shape[0]
    if x.shape[1] < rows:
        raise IndexError
    return {"x": x[:, :rows]}


def square_only():
    """Height and width are taken for the same."""
    height = given_all(_height_for_both)
    return Mistake(
        "square-only",
        "It works for square images or kernels only: the height is taken for the width somewhere.",
        "Read both: `height, width = x.shape`, and the same for the kernel.",
        height,
        where(lambda a: square(a["kernel"]), height),
        where(lambda a: square(a["x"]) and square(a["kernel"]), then(lambda answer, a: answer)),
        where(lambda a: square(a["kernel"]), then(lambda answer, a: answer)),
        where(lambda a: square(a["x"]), then(lambda answer, a: answer)),
    )


def transposed_by_broadcast(x, kernel, stride=1, padding=0):
    """Return the sums of window * kernel.T, which NumPy stretches where shapes allow it."""
    found = windows(x, kernel.shape, stride, padding) * kernel.T
    return found.sum(axis=(-2, -1))


def matrix_product(x, kernel, stride=1, padding=0):
    """Return the sums of window @ kernel."""
    return (windows(x, kernel.shape, stride, padding) @ kernel).sum(axis=(-2, -1))


def last_product(x, kernel, stride=1, padding=0):
    """Return the last product of each window."""
    return windows(x, kernel.shape, stride, padding)[..., -1, -1] * kernel[-1, -1]


def last_row(x, kernel, stride=1, padding=0):
    """Return the sum of the last row's products of each window."""
    return (windows(x, kernel.shape, stride, padding)[..., -1, :] * kernel[-1]).sum(axis=-1)


def first_product(x, kernel, stride=1, padding=0):
    """Return the first product of each window."""
    return windows(x, kernel.shape, stride, padding)[..., 0, 0] * kernel[0, 0]


def first_row(x, kernel, stride=1, padding=0):
    """Return the sum of the first row's products of each window."""
    return (windows(x, kernel.shape, stride, padding)[..., 0, :] * kernel[0]).sum(axis=-1)


def sum_mistakes():
    """Return mistakes in multiplying and adding, for correlate2d with and without stride."""

    def windows_summed(x, kernel, stride=1, padding=0):
        return windows(x, kernel.shape, stride, padding).sum(axis=(-2, -1))

    def sums_multiplied(x, kernel, stride=1, padding=0):
        return windows(x, kernel.shape, stride, padding).sum(axis=(-2, -1)) * kernel.sum()

    by_taps = then(lambda answer, a: answer / a["kernel"].size)
    by_height = then(lambda answer, a: answer / a["kernel"].shape[0])
    by_sum = then(lambda answer, a: answer / a["kernel"].sum())
    return (
        overwritten(instead(last_product)),
        Mistake(
            "total-reset",
            "Only the last row of each window counts: the sum is set back to 0 for every row.",
            "Set `total = 0` once for each output, before both inner loops.",
            instead(last_row),
        ),
        Mistake(
            "loop-left-early",
            "Only the first products of each window count.",
            "Is `return`, `break` or the assignment to the output indented too far?",
            instead(first_product),
            instead(first_row),
        ),
        averaged(by_taps, by_height),
        Mistake(
            "kernel-normalised",
            "The answer is divided by the sum of the kernel.",
            "Use the kernel as it is; a sum of 0 would even divide by 0.",
            by_sum,
        ),
        Mistake(
            "matrix-product",
            "Window and kernel are multiplied as matrices (`@`, `np.dot`).",
            "Multiply element by element with `*`, then add all products.",
            instead(matrix_product),
        ),
        Mistake(
            "kernel-ignored",
            "The kernel's weights do not meet their own pixels: the window is summed by itself.",
            "Multiply first, each pixel with its weight; then add.",
            instead(windows_summed),
            instead(sums_multiplied),
        ),
        standing_still(),
        rectified(),
        integer_dtype(),
    )


def _turned_kernel():
    own = transposed_kernel()
    return Mistake(own.slug, own.explanation, own.hint, *own.ways, instead(transposed_by_broadcast))


def _correlate2d():
    def correlate2d(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        """Return the cross-correlation of x (H, W) with kernel (K_H, K_W), valid positions only.

        Shape: (H - K_H + 1, W - K_W + 1).
        """
        return _correlate(x, kernel)

    def size_of_input(answer, a):
        output = np.zeros(a["x"].shape)
        output[: answer.shape[0], : answer.shape[1]] = answer
        return output

    return Exercise(
        correlate2d,
        "array",
        (
            flipped_kernel(),
            half_flipped_kernel(),
            _turned_kernel(),
            off_by_one(),
            _padded(),
            Mistake(
                "size-of-input",
                "The output is as large as the input, and its last rows and columns were never "
                "filled.",
                "The output has H - K_H + 1 rows and W - K_W + 1 columns.",
                then(size_of_input),
            ),
            *sum_mistakes(),
            Mistake(
                "windows-side-by-side",
                "The windows stand side by side: each begins where the one before it ends.",
                "The next window begins one pixel further on.",
                then(lambda answer, a: answer[:: a["kernel"].shape[0], :: a["kernel"].shape[1]]),
            ),
            square_only(),
        ),
        symbol="⋆",
    )


correlate2d = _correlate2d()


def _convolve2d():
    def convolve2d(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        """Return the true convolution of x (H, W) with kernel (K_H, K_W), valid positions only."""
        return _correlate(x, flipped(np.asarray(kernel)))

    def rotated(turns):
        return instead(lambda x, kernel: _correlate(x, np.rot90(kernel, turns)))

    return Exercise(
        convolve2d,
        "array",
        (
            Mistake(
                "not-flipped",
                "That is the cross-correlation: the kernel is not turned.",
                "Turn the kernel by 180° first: `kernel[::-1, ::-1]`.",
                given(kernel=flipped),
            ),
            Mistake(
                "flipped-one-axis",
                "The kernel is turned along one axis only.",
                "Both axes: `kernel[::-1, ::-1]`. `kernel[::-1]` turns the order of the rows only.",
                given(kernel=lambda k: k[::-1]),
                given(kernel=lambda k: k[:, ::-1]),
            ),
            Mistake(
                "transposed-for-flipped",
                "The kernel is transposed; that mirrors it at its diagonal and does not turn it.",
                "`kernel.T` exchanges rows and columns; `kernel[::-1, ::-1]` turns by 180°.",
                given(kernel=lambda k: flipped(transposed(k))),
                where(
                    lambda a: square(a["kernel"]), given(kernel=lambda k: flipped(transposed(k)))
                ),
                given(kernel=transposed),
                where(lambda a: square(a["kernel"]), given(kernel=transposed)),
            ),
            Mistake(
                "turned-90",
                "The kernel is turned by 90° instead of 180°.",
                "`np.rot90` turns by 90°: twice is 180°.",
                rotated(1),
                rotated(3),
                where(lambda a: square(a["kernel"]), given(kernel=lambda k: np.rot90(flipped(k)))),
                where(
                    lambda a: square(a["kernel"]), given(kernel=lambda k: np.rot90(flipped(k), 3))
                ),
            ),
            Mistake(
                "input-flipped",
                "The image is turned instead of the kernel, so the answer comes out turned.",
                "Turn the kernel: the image keeps its place.",
                instead(lambda x, kernel: _correlate(flipped(x), kernel)),
            ),
            Mistake(
                "output-flipped",
                "The answer is turned instead of the kernel.",
                "Turn the kernel before, not the answer after.",
                instead(lambda x, kernel: flipped(_correlate(x, kernel))),
            ),
            _padded(
                lambda x, kernel: _full(x, flipped(kernel)),
                lambda x, kernel: _same(x, flipped(kernel)),
            ),
            off_by_one(),
            integer_dtype(),
        ),
        symbol="∗",
    )


convolve2d = _convolve2d()


def _kernel_gradient():
    def kernel_gradient(x: np.ndarray, kernel: np.ndarray, target: np.ndarray) -> np.ndarray:
        """Return the gradient of ``sum((correlate2d(x, kernel) - target) ** 2)`` for the kernel.

        Shape: that of the kernel.
        """
        return _correlate(x, 2 * (_correlate(x, kernel) - np.asarray(target)))

    def error(x, kernel, target):
        return _correlate(x, kernel) - target

    def of_input(x, kernel, target):
        return _full(2 * error(x, kernel, target), flipped(kernel))

    def of_one_sum(x, kernel, target):
        return np.full(kernel.shape, 2 * error(x, kernel, target).sum())

    def loss(x, kernel, target):
        return (error(x, kernel, target) ** 2).sum()

    def last_only(x, kernel, target):
        rows, cols = kernel.shape
        return 2 * error(x, kernel, target)[-1, -1] * x[-rows:, -cols:]

    return Exercise(
        kernel_gradient,
        "array",
        (
            Mistake(
                "factor-two-missing",
                "The factor 2 is missing: the derivative of e² is 2e.",
                "Multiply the error map (or the answer) by 2.",
                then(lambda answer, a: answer / 2),
            ),
            Mistake(
                "wrong-sign",
                "The gradient points the other way.",
                "The error is output minus target, in this order.",
                then(lambda answer, a: -answer),
                then(lambda answer, a: -answer / 2),
            ),
            Mistake(
                "target-ignored",
                "The target is not used.",
                "What is correlated with x is the error: the output minus the target.",
                given_all(lambda a: {"target": np.zeros_like(a["target"])}),
                instead(lambda x, kernel, target: _correlate(x, _correlate(x, kernel))),
            ),
            Mistake(
                "target-for-error",
                "It correlates with the target alone.",
                "What is correlated with x is the error: the output minus the target.",
                instead(lambda x, kernel, target: _correlate(x, target)),
                instead(lambda x, kernel, target: 2 * _correlate(x, target)),
            ),
            Mistake(
                "sum-overwritten",
                "Only the last window counts: each replaces what those before it gave.",
                "Collect the gradient with `+=`; `=` forgets what was there.",
                instead(last_only),
                instead(lambda x, kernel, target: last_only(x, kernel, target) / 2),
            ),
            Mistake(
                "error-squared",
                "The squared errors are correlated with x. The square is gone in the derivative.",
                "The derivative of e² is 2e: correlate with 2e.",
                instead(lambda x, kernel, target: _correlate(x, error(x, kernel, target) ** 2)),
                instead(lambda x, kernel, target: 2 * _correlate(x, error(x, kernel, target) ** 2)),
            ),
            Mistake(
                "flipped-kernel",
                "The gradient comes out turned by 180°.",
                "Weight (u, v) meets x[i + u, j + v]: correlate x with the error map, unturned.",
                instead(
                    lambda x, kernel, target: _correlate(x, 2 * flipped(error(x, kernel, target)))
                ),
                then(lambda answer, a: flipped(answer)),
                instead(
                    lambda x, kernel, target: _correlate(
                        x, 2 * (_correlate(x, flipped(kernel)) - target)
                    )
                ),
            ),
            Mistake(
                "averaged",
                "It is the gradient of the mean of the squared errors; the loss here is their sum.",
                "Don't divide by the number of outputs.",
                then(lambda answer, a: answer / a["target"].size),
                then(lambda answer, a: answer / a["target"].size / 2),
            ),
            Mistake(
                "gradient-of-input",
                "It has the shape of x: that is the gradient for the image.",
                "The answer has one number for each weight of the kernel.",
                instead(of_input),
            ),
            Mistake(
                "error-map-returned",
                "It returns the error map, not yet the gradient.",
                "Each weight collects error × pixel at all positions: correlate x with the error.",
                instead(error),
                instead(lambda x, kernel, target: 2 * error(x, kernel, target)),
                instead(loss),
            ),
            Mistake(
                "pixels-ignored",
                "Every weight gets the same number: the sum of the errors.",
                "Each error counts times the pixel that the weight met there.",
                instead(of_one_sum),
            ),
        ),
    )


kernel_gradient = _kernel_gradient()

_SOBEL = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])


def _edge_strength():
    def edge_strength(image: np.ndarray) -> np.ndarray:
        """Return the strength of the edges of an image (H, W): (H - 2, W - 2).

        The root of gx² + gy², the correlations with the two Sobel kernels, valid positions only.
        """
        return np.hypot(_correlate(image, _SOBEL), _correlate(image, _SOBEL.T))

    def by(combine, kernel=_SOBEL, correlate=_correlate):
        return instead(lambda image: combine(correlate(image, kernel), correlate(image, kernel.T)))

    prewitt, scharr = np.sign(_SOBEL), np.array([[-3.0, 0, 3], [-10, 0, 10], [-3, 0, 3]])
    return Exercise(
        edge_strength,
        "array",
        (
            Mistake(
                "root-missing",
                "The squares are added, but the root is missing.",
                "`np.sqrt(gx**2 + gy**2)`, or `np.hypot(gx, gy)`.",
                by(lambda gx, gy: gx**2 + gy**2),
            ),
            Mistake(
                "absolute-sum",
                "It adds the absolute values: |gx| + |gy| is a common short cut, but larger.",
                "Square each, add, take the root.",
                by(lambda gx, gy: np.abs(gx) + np.abs(gy)),
            ),
            Mistake(
                "added-before-squared",
                "The two are added first, so that they cancel where their signs differ.",
                "Square each one first, then add.",
                by(lambda gx, gy: np.abs(gx + gy)),
                by(lambda gx, gy: gx + gy),
                by(lambda gx, gy: (gx + gy) ** 2),
            ),
            Mistake(
                "one-direction",
                "Only one of the two directions counts.",
                "Correlate with the Sobel kernel and with its transpose.",
                by(lambda gx, gy: np.abs(gx)),
                by(lambda gx, gy: np.abs(gy)),
                by(lambda gx, gy: gx),
                by(lambda gx, gy: gy),
            ),
            Mistake(
                "same-kernel-twice",
                "Both directions use the same kernel.",
                "The second kernel is the first one's transpose, `sobel.T`.",
                by(lambda gx, gy: np.sqrt(2) * np.abs(gx)),
                by(lambda gx, gy: np.sqrt(2) * np.abs(gy)),
            ),
            Mistake(
                "other-kernel",
                "The kernel is not Sobel's (its middle row is -2, 0, 2).",
                "[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]].",
                by(np.hypot, prewitt),
                by(np.hypot, scharr),
                by(np.hypot, np.array([[0.0, 0, 0], [-1, 0, 1], [0, 0, 0]])),
            ),
            Mistake(
                "larger-of-both",
                "It takes the larger of the two.",
                "Square each, add, take the root.",
                by(lambda gx, gy: np.maximum(np.abs(gx), np.abs(gy))),
                by(np.maximum),
            ),
            Mistake(
                "averaged",
                "The answer is divided: a mean is taken where a sum is asked for.",
                "`np.sqrt(gx**2 + gy**2)`, without a division.",
                by(lambda gx, gy: np.hypot(gx, gy) / np.sqrt(2)),
                by(lambda gx, gy: np.hypot(gx, gy) / 2),
                by(lambda gx, gy: np.hypot(gx, gy) / 4),
                by(lambda gx, gy: np.hypot(gx, gy) / 8),
                by(lambda gx, gy: np.hypot(gx, gy) / 9),
            ),
            Mistake(
                "padded",
                "The output is as large as the image: it was padded.",
                "Valid positions only: two rows and two columns fewer.",
                by(np.hypot, correlate=_same),
            ),
            off_by_one(),
            integer_dtype(),
        ),
    )


edge_strength = _edge_strength()


def _best_match():
    def best_match(image: np.ndarray, pattern: np.ndarray) -> tuple[int, int]:
        """Return (row, column) of the window of image (H, W) that looks most like the pattern.

        It is where the correlation with the pattern, its mean taken away, is largest; row and
        column are those of the window's top left corner.
        """
        pattern = np.asarray(pattern)
        scores = _correlate(image, pattern - pattern.mean())
        row, column = np.unravel_index(np.argmax(scores), scores.shape)
        return int(row), int(column)

    def scores(image, pattern):
        return _correlate(image, pattern - pattern.mean())

    def place(array, pick=np.argmax):
        return np.unravel_index(pick(array), array.shape)

    def shifted(down, across):
        return then(
            lambda answer, a: (
                answer[0] + down(a["pattern"].shape[0]),
                answer[1] + across(a["pattern"].shape[1]),
            )
        )

    return Exercise(
        best_match,
        "pair",
        (
            Mistake(
                "mean-not-subtracted",
                "The pattern's mean is not taken away, so a bright flat place wins.",
                "Correlate with `pattern - pattern.mean()`: flat places then give 0.",
                instead(lambda image, pattern: place(_correlate(image, pattern))),
            ),
            Mistake(
                "pair-swapped",
                "Row and column are exchanged.",
                "Arrays are indexed by row first; `np.unravel_index` gives (row, column).",
                then(lambda answer, a: answer[::-1]),
            ),
            Mistake(
                "flat-index",
                "It returns one number, counted through the flattened scores.",
                "`np.unravel_index(index, scores.shape)` turns it into row and column.",
                instead(lambda image, pattern: int(np.argmax(scores(image, pattern)))),
            ),
            Mistake(
                "wrong-width",
                "The flat index is divided by the wrong width.",
                "It counts through the scores, which are narrower than the image: use "
                "`scores.shape`.",
                instead(
                    lambda image, pattern: divmod(
                        int(np.argmax(scores(image, pattern))), image.shape[1]
                    )
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
                "The largest correlation is the best match: `np.argmax`.",
                instead(lambda image, pattern: place(scores(image, pattern), np.argmin)),
            ),
            Mistake(
                "absolute-score",
                "It looks for the largest absolute value, so the pattern's negative matches too.",
                "Leave `abs` (or the square) out: a large negative score is a bad match.",
                instead(lambda image, pattern: place(np.abs(scores(image, pattern)))),
            ),
            Mistake(
                "flipped-kernel",
                "The pattern is turned by 180°: that is convolution, and finds the turned pattern.",
                "Lay the pattern on the image as it is.",
                instead(lambda image, pattern: place(scores(image, flipped(pattern)))),
            ),
            Mistake(
                "centre-returned",
                "It returns another point of the window, not its top left corner.",
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
        ),
    )


best_match = _best_match()

__all__ = [
    "best_match", "convolve2d", "correlate1d", "correlate2d", "edge_strength", "kernel_gradient",
    "cut", "pair",
]  # fmt: skip
