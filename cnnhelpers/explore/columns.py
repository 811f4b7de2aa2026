"""The im2col matrix: each window of an image is one of its rows, and pixels stand in it often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.numbers import written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene, message, number, wrapped
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WINDOW, WINDOW_CASING, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, ask, submitted
from cnnhelpers.explore.kit.words import counted
from cnnhelpers.shapes import output_size, times

HEIGHT, WIDTH = 3, 4  # of the image
KERNEL, STRIDE, PADDING, CHANNELS = 3, 2, 1, 2
PIXEL = 1, 1  # whose copies are marked, in channel 0
BYTES = 4  # of a number in float32

CELL, TAP = 20, 18  # a pixel; a number of the matrix
ROWS = 12, 18  # a row of the matrix, where there are many and where there are few
TALL = 240  # height of all rows
LEFT, TOP = 8, 24
MATRIX = 272  # left edge of the matrix


class Im2colExplorer(Explorer):
    """Slide a window over a small image and see which row of the im2col matrix it is.

    Image pixels hold 0 to 11 in the first channel, 20 to 31 in the second, so that each number says
    where it comes from. Copies of pixel (1, 1) are orange in image and matrix. Point at a row of
    the matrix, or drag the window over the image.

    Args:
        im2col: a function of your own, called as ``im2col(x, (K, K), stride, padding)`` with x
            (1, C, 3, 4). Its matrix is drawn, and numbers that stand where others should are
            marked.
        goals: what to try. A goal can ask for channels, kernel_size, stride, padding, window, shape
            (of the matrix), copies (of the marked pixel), image_bytes and matrix_bytes.

    Raises:
        TypeError: ``im2col`` is no function.
    """

    width = MATRIX + KERNEL * KERNEL * CHANNELS * TAP + 12
    height = TOP + TALL + 6
    interval = 600

    def __init__(
        self, im2col: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.function = submitted(im2col, "Im2colExplorer", "im2col")
        most = (HEIGHT + 2 * PADDING - 1) * (WIDTH + 2 * PADDING - 1)
        controls = [
            Slider("channels", "channels", 1, CHANNELS, 1),
            Slider("kernel_size", "kernel size", 2, KERNEL, 2),
            Slider("stride", "stride", 1, STRIDE, 1),
            Slider("padding", "padding", 0, PADDING, 0),
            Slider("window", "window", 1, most, 1),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def image(self, channels: int) -> np.ndarray:
        """Return the image (1, C, 3, 4)."""
        first = np.arange(HEIGHT * WIDTH, dtype=np.float64).reshape(HEIGHT, WIDTH)
        return np.stack([first + 20 * c for c in range(channels)])[None]

    def places(self, kernel_size: int, stride: int, padding: int) -> tuple[int, int]:
        """Return how many windows fit down and across."""
        down, across = (output_size(size, kernel_size, stride, padding) for size in (HEIGHT, WIDTH))
        return down, across

    def matrix(self, channels: int, kernel_size: int, stride: int, padding: int) -> np.ndarray:
        """Return the matrix, a row for each window."""
        p = padding
        x = np.pad(self.image(channels)[0], ((0, 0), (p, p), (p, p)))
        down, across = self.places(kernel_size, stride, padding)
        rows = [
            x[:, i * stride :, j * stride :][:, :kernel_size, :kernel_size].ravel()
            for i in range(down)
            for j in range(across)
        ]
        return np.array(rows)

    def copies(self, channels: int, kernel_size: int, stride: int, padding: int) -> np.ndarray:
        """Return where in the matrix the marked pixel stands."""
        marked = self.image(channels)[0, 0][PIXEL]
        return self.matrix(channels, kernel_size, stride, padding) == marked

    def positions(self, kernel_size: int, stride: int, padding: int, **more: Any) -> int:
        """Return the number of windows."""
        down, across = self.places(kernel_size, stride, padding)
        return down * across

    def facts(self, window: int, **settings: int) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`Im2colExplorer`."""
        matrix = self.matrix(**settings)
        return {
            "shape": matrix.shape,
            "copies": int(self.copies(**settings).sum()),
            "image_bytes": BYTES * HEIGHT * WIDTH * settings["channels"],
            "matrix_bytes": BYTES * matrix.size,
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(
        self, channels: int, kernel_size: int, stride: int, padding: int, window: int
    ) -> Scene:
        """Return the scene of a state; see :class:`Im2colExplorer`."""
        settings = channels, kernel_size, stride, padding
        matrix, copies = self.matrix(*settings), self.copies(*settings)
        down, across = self.places(kernel_size, stride, padding)
        row, column = divmod(window - 1, across)
        image_bytes, matrix_bytes = 12 * BYTES * channels, BYTES * matrix.size
        amount = int(copies.sum())
        ratio = f"{matrix_bytes / image_bytes:.1f}"

        placed, regions = self._images(*settings, row, column)
        answer = self._answer(*settings, matrix.shape)
        below = TOP + (HEIGHT + 2 * PADDING) * CELL + 20
        lines = (
            f"image {times((channels, HEIGHT, WIDTH))}: {image_bytes} bytes",
            f"matrix {times(matrix.shape)}: {matrix_bytes} bytes",
            f"{ratio} times as many",
            f"copies of pixel (1, 1): {amount}",
        )
        placed += [
            Placed(pieces.line(words, 12, bold=index == 2), LEFT, below + 18 * index)
            for index, words in enumerate(lines)
        ]
        phrases = [
            f"Kernel {kernel_size}×{kernel_size}, stride {stride}, padding {padding}, "
            f"{counted(channels, 'channel')}:",
            f"the matrix has {counted(len(matrix), 'row')}, one for each window, and "
            f"{matrix.shape[1]} columns, one for each number of a filter.",
            f"Window {window} of {len(matrix)} at row {row}, column {column} of the output is its "
            f"row {window - 1}: {' '.join(_words(matrix[window - 1]))}.",
            f"The image has {image_bytes} bytes, the matrix {matrix_bytes}, {ratio} times as many.",
            f"Pixel (1, 1) stands in it {_times(amount)}.",
        ]
        if answer.problem:
            words = message(wrapped(answer.problem, 44), 12)
            placed.append(Placed(words, (MATRIX + self.width) / 2, TOP + 80))
            phrases.append(answer.problem)
            return Scene(self.width, self.height, tuple(placed), tuple(phrases), regions=regions)

        given = matrix if answer.array is None else answer.array
        wrong = ~np.isclose(given, matrix, rtol=1e-5, atol=1e-5)
        title, colour = f"matrix {times(matrix.shape)}", ""
        if wrong.any():
            bad = int(wrong.sum())
            title, colour = f"your matrix, {bad} of {wrong.size} wrong", WRONG_INK
            verb = "is" if bad == 1 else "are"
            phrases.append(f"{bad} of {wrong.size} numbers of your matrix {verb} wrong.")
        wide = matrix.shape[1] * TAP
        heading = pieces.line(title, 12, colour or QUIET, bold=True)
        placed.append(Placed(heading, MATRIX, 11))
        cells, tall = written(given), min(max(ROWS[0], TALL // len(matrix)), ROWS[1])
        for r, c in np.ndindex(*matrix.shape):
            kind = "kernel" if copies[r, c] else "plain"
            part = (
                pieces.answer_cell(cells[r][c], True, TAP, tall)
                if wrong[r, c]
                else _number(cells[r][c], kind, tall)
            )
            placed.append(Placed(part, MATRIX + c * TAP, TOP + r * tall))
        placed.append(Placed(_row(wide, tall), MATRIX, TOP + (window - 1) * tall))
        values = tuple(range(1, len(matrix) + 1))
        table = Region("matrix", MATRIX, TOP, wide, tall, len(matrix), 1, "window", values)
        return Scene(
            self.width, self.height, tuple(placed), tuple(phrases), regions=(*regions, table)
        )

    def _images(
        self, channels: int, kernel_size: int, stride: int, padding: int, row: int, column: int
    ) -> tuple[list[Placed], tuple[Region, ...]]:
        """Return the channels side by side, each with its padding and the window on it."""
        placed, regions = [], []
        down, across = self.places(kernel_size, stride, padding)
        inset = (PADDING - padding) * CELL
        for c, channel in enumerate(self.image(channels)[0]):
            left = LEFT + c * ((WIDTH + 2 * PADDING) * CELL + 8)
            x, y = left + inset, TOP + inset
            middle = left + (WIDTH + 2 * PADDING) * CELL / 2
            placed.append(Placed(pieces.heading(f"channel {c}"), middle, 11))
            if padding:
                ring = pieces.ring((HEIGHT, WIDTH), (padding, padding), CELL, CELL)
                placed.append(Placed(ring, x, y))
            cells = pieces.frozen(written(channel))
            block = pieces.cached_block(cells, "input", CELL, CELL)
            placed.append(Placed(block, left + PADDING * CELL, TOP + PADDING * CELL))
            if c == 0:
                (i, j), size = PIXEL, pieces.letters("00", CELL, CELL)
                mark = cell(cells[i][j], ROLES["kernel"], CELL, CELL, size)
                placed.append(Placed(mark, left + (PADDING + j) * CELL, TOP + (PADDING + i) * CELL))
            outline = pieces.outline(kernel_size * CELL, kernel_size * CELL)
            placed.append(Placed(outline, x + column * stride * CELL, y + row * stride * CELL))
            tall, wide = HEIGHT + 2 * padding, WIDTH + 2 * padding
            windows = tuple(
                min(r // stride, down - 1) * across + min(s // stride, across - 1) + 1
                for r in range(tall)
                for s in range(wide)
            )
            regions.append(Region(f"channel {c}", x, y, CELL, CELL, tall, wide, "window", windows))
        return placed, tuple(regions)

    def _answer(
        self,
        channels: int,
        kernel_size: int,
        stride: int,
        padding: int,
        shape: tuple[int, ...],
    ) -> Answer:
        """Return the learner's matrix, or nothing where there is no function."""
        if self.function is None:
            return Answer(None)
        arguments = self.image(channels), (kernel_size, kernel_size), stride, padding
        return ask(self.function, *arguments, shape=shape)


def _times(amount: int) -> str:
    return {0: "never", 1: "once"}.get(amount, f"{amount} times")


def _words(values: np.ndarray) -> list[str]:
    return [f"{value:g}" for value in values.tolist()]


@lru_cache(maxsize=256)
def _number(content: str, kind: str, tall: int) -> Part:
    return cell(content, ROLES[kind], TAP, tall, pieces.LETTERS)


@lru_cache(maxsize=64)
def _row(wide: int, tall: int) -> Part:
    """Return the outline of a row, thin so that it covers no number, and an arrow that points."""
    size = f'x="-1" y="-0.5" width="{wide + 2}" height="{tall + 1}" fill="none"'
    return Part(
        f'<rect {size} stroke="{WINDOW_CASING}" stroke-width="3.5"/>'
        f'<rect {size} stroke="{WINDOW}" stroke-width="2"/>'
        f'<path d="M-4 {number(tall / 2)}l-8 -5v10z" fill="{PEN}"/>'
    )
