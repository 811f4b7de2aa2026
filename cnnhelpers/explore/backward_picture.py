"""The picture of the backward explorer: gradients that are scattered, or gathered, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.numbers import written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, message, wrapped
from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.digits import POWERS, as_rows, as_text, digit_cells
from cnnhelpers.explore.sending import Gradients, Setting
from cnnhelpers.shapes import effective_kernel_size, times

LEFT, TOP = 6, 20
TAP = (32, 20)  # a cell of the kernel and of grad_weight
# By image: a cell of grad_output, of x and of grad_x.
SIZES = {"3×3": ((30, 20), (24, 20), (40, 34)), "4×4": ((30, 17), (24, 17), (34, 30))}
LOWER = 142  # where the lower row of grids begins
MIDDLE = 166  # the column of the kernel, in the scatter view
RIGHT = 274  # and of grad_x
BELOW = 238  # the line below it


class Frame:
    """What all steps of one setting share.

    Args:
        size: width and height of the picture, in pixels.
        setting: the numbers.
        found: the gradients to draw after 0, 1, 2 … outputs have sent theirs.
        mistake: the mistake that made them, in the words of the menu; empty for none.
        own: whether a learner's function has made them.
    """

    def __init__(
        self,
        size: tuple[int, int],
        setting: Setting,
        found: Sequence[Gradients],
        *,
        mistake: str = "",
        own: bool = False,
    ) -> None:
        self.size = size
        self.small, self.pixel, self.wide = SIZES[setting.image]
        self.setting, self.mistake, self.own = setting, mistake, own
        self.found = found
        s = setting
        self.name = (
            f"image {s.image}, kernel {times(s.weight.shape)}, stride {s.stride}, "
            f"padding {s.padding}, dilation {s.dilation}"
        )
        grad = setting.upstream(len(setting.senders)).ravel()
        self.sent = [(value, as_text(value)) for value in grad.tolist()]
        self.image = pieces.frozen(written(setting.x))
        self.kernel = pieces.frozen(written(setting.weight))
        self.turned = pieces.frozen(written(setting.weight[::-1, ::-1]))
        self._cells: dict[tuple[int, int | None], tuple[list[Placed], list[Placed]]] = {}

    # Words --------------------------------------------------------------------------------------

    def _results(self, count: int) -> list[str]:
        """Return what the gradients read now, and what is wrong with them."""
        found = self.found[count]
        if found.grad_x is None or found.grad_weight is None:
            return [found.problem]
        right = self.setting.right(count)
        phrases = [
            f"grad_x reads {as_rows(found.grad_x)}.",
            f"grad_weight reads {as_rows(found.grad_weight)}.",
        ]
        wrong = [int((mine != theirs).sum()) for mine, theirs in zip(both(found), right)]
        if self.mistake:
            phrases.append(f"Mistake: {self.mistake}.")
        if sum(wrong):
            phrases.append(
                f"{wrong[0]} of {right[0].size} numbers of grad_x and {wrong[1]} of "
                f"{right[1].size} of grad_weight are wrong."
            )
        elif self.mistake:
            phrases.append("It does no harm here.")
        return phrases

    # Grids --------------------------------------------------------------------------------------

    def _gradient_cells(self, count: int, digit: int | None) -> tuple[list[Placed], list[Placed]]:
        """Return the cells of grad_x and grad_weight; the digit of one output is marked."""
        if (count, digit) not in self._cells:
            mine, right = both(self.found[count]), self.setting.right(count)
            self._cells[count, digit] = (
                digit_cells(mine[0], right[0], digit, *self.wide),
                digit_cells(mine[1], right[1], digit, *TAP),
            )
        return self._cells[count, digit]

    def _problem(self, x: float) -> list[Placed]:
        lines = wrapped(self.found[-1].problem, 34)
        return [Placed(message(lines, 12), x, TOP + 90)]

    # Scatter ------------------------------------------------------------------------------------

    def scatter(self, step: int) -> Scene:
        """Return the scene after so many outputs have sent their gradient."""
        s = self.setting
        place = s.senders[step - 1] if step else None
        placed, regions = self._upstream(step)
        placed += self._input(place)
        kernel = pieces.cached_block(self.kernel, "kernel", *TAP)
        column = MIDDLE + 3 * TAP[0] / 2
        across = column - len(s.weight) * TAP[0] / 2
        placed += [
            Placed(pieces.heading("kernel"), column, TOP - 10),
            Placed(kernel, across, TOP),
        ]
        middle = (RIGHT + self.size[0] - LEFT) / 2
        if self.found[step].grad_x is None:
            placed += self._problem(middle)
        else:
            placed += self._sent(step, place, across, middle)
        if place is None:
            said = "Nothing is sent yet."
        else:
            power = POWERS[step - 1]
            said = (
                f"Output ({place[0]}, {place[1]}) sends {power} × kernel to its window, and "
                f"{power} × its window to grad_weight."
            )
            line = f"({place[0]}, {place[1]}) sends {power} × kernel"
            placed.append(Placed(pieces.label(line, 13, bold=True), middle, BELOW + 6))
        many = f"{step} of {len(s.senders)} outputs have sent their gradient."
        phrases = [f"Scatter, {self.name}. {many}", said, *self._results(step)]
        return Scene(*self.size, tuple(placed), tuple(phrases), regions=tuple(regions))

    def _upstream(self, step: int) -> tuple[list[Placed], list[Region]]:
        """Return grad_output, the senders so far in colour, and where it can be pointed at."""
        s, (wide, tall) = self.setting, self.small
        assert s.shape is not None
        placed = [Placed(pieces.title("grad_output"), LEFT, TOP - 10)]
        for place, (_, content) in zip(np.ndindex(s.shape), self.sent):
            kind = "gradient" if place in s.senders[:step] else "plain"
            part = _small(content, kind, wide, tall)
            placed.append(Placed(part, LEFT + place[1] * wide, TOP + place[0] * tall))
        if step:
            row, column = s.senders[step - 1]
            here = pieces.outline(wide, tall)
            placed.append(Placed(here, LEFT + column * wide, TOP + row * tall))
        leads = tuple(
            s.senders.index(place) + 1 if place in s.senders else None
            for place in np.ndindex(s.shape)
        )
        region = Region("grad_output", LEFT, TOP, wide, tall, *s.shape, "step", leads)
        return placed, [region]

    def _input(self, place: tuple[int, int] | None) -> list[Placed]:
        """Return x with its padding, and the window of an output."""
        s, (wide, tall) = self.setting, self.pixel
        p, (rows, columns) = s.padding, s.x.shape
        placed = [Placed(pieces.title("x"), LEFT, LOWER - 10)]
        if p:
            placed.append(Placed(pieces.ring((rows, columns), (p, p), wide, tall), LEFT, LOWER))
        cells = pieces.cached_block(self.image, "input", wide, tall)
        placed.append(Placed(cells, LEFT + p * wide, LOWER + p * tall))
        if place is not None:
            placed += self._taps(place, LEFT, LOWER, wide, tall)
        return placed

    def _taps(
        self, place: tuple[int, int], x: float, y: float, wide: float, tall: float
    ) -> list[Placed]:
        """Return outlines of the pixels that an output has read."""
        s = self.setting
        top, left = s.window(place)
        if s.dilation == 1:
            outline = pieces.outline(s.kernel_size * wide, s.kernel_size * tall)
            return [Placed(outline, x + left * wide, y + top * tall)]
        one = pieces.outline(wide, tall)
        return [
            Placed(one, x + (left + v * s.dilation) * wide, y + (top + u * s.dilation) * tall)
            for u, v in np.ndindex(s.weight.shape)
        ]

    def _sent(
        self, step: int, place: tuple[int, int] | None, across: float, middle: float
    ) -> list[Placed]:
        """Return grad_weight, and grad_x with its margin."""
        s, (wide, tall) = self.setting, self.wide
        digit = step - 1 if step else None
        grad_x, grad_weight = self._gradient_cells(step, digit)
        column = MIDDLE + 3 * TAP[0] / 2
        p, (rows, columns) = s.padding, s.x.shape
        x = middle - (columns / 2 + p) * wide
        placed = [
            Placed(pieces.heading("grad_weight"), column, LOWER - 10),
            Placed(Group(tuple(grad_weight)), across, LOWER),
            Placed(pieces.heading("grad_x" + (", with its margin" if p else "")), middle, TOP - 10),
        ]
        if p:
            margin = s.spread(step) if not self.mistake and not self.own else None
            for r, c in np.ndindex(rows + 2 * p, columns + 2 * p):
                if p <= r < p + rows and p <= c < p + columns:
                    continue
                content = "" if margin is None else as_text(float(margin[r, c]))
                part = _small(content, "padding", wide, tall)
                placed.append(Placed(part, x + c * wide, TOP + r * tall))
        placed.append(Placed(Group(tuple(grad_x)), x + p * wide, TOP + p * tall))
        if place is not None:
            placed += self._taps(place, x, TOP, wide, tall)
        return placed

    # Gather -------------------------------------------------------------------------------------

    def gather(self, step: int) -> Scene:
        """Return the scene after so many pixels have collected theirs."""
        s, (wide, tall) = self.setting, self.wide
        rows, columns = s.x.shape
        pixel = divmod(step - 1, columns) if step else None
        placed = list(self._field)
        said, line = "No pixel has collected yet.", ""
        if pixel is not None:
            placed += self._collecting(pixel)
            said, line = self._collected(pixel)
        kernel = pieces.cached_block(self.turned, "kernel", 24, TAP[1])
        x = self.size[0] - LEFT - columns * wide
        placed += [
            Placed(pieces.title("turned kernel"), x, TOP - 10),
            Placed(kernel, x, TOP),
            Placed(pieces.heading("grad_x"), x + columns * wide / 2, TOP + 88),
        ]
        regions = []
        if self.found[-1].grad_x is None:
            placed += self._problem(x + columns * wide / 2)
        else:
            y = TOP + 100
            cells, _ = self._gradient_cells(len(s.senders), None)
            placed.append(Placed(pieces.empty(rows, columns, wide, tall), x, y))
            placed.append(Placed(Group(tuple(cells)), x, y, step))
            if pixel is not None:
                here = pieces.outline(wide, tall)
                placed.append(Placed(here, x + pixel[1] * wide, y + pixel[0] * tall))
            leads = tuple(range(1, s.x.size + 1))
            regions = [Region("grad_x", x, y, wide, tall, rows, columns, "step", leads)]
        if line:
            placed.append(Placed(pieces.line(line, 13, bold=True), LEFT, BELOW + 16))
        phrases = [f"Gather, {self.name}.", said]
        if step == s.x.size or self.mistake or self.own:
            phrases += self._results(len(s.senders))
        return Scene(*self.size, tuple(placed), tuple(phrases), regions=tuple(regions))

    @cached_property
    def _field(self) -> tuple[Placed, ...]:
        """The gradients among their zeros."""
        s, (wide, tall) = self.setting, self.small
        rows, columns = s.field
        zeros = pieces.cached_block((("",) * columns,) * rows, "padding", wide, tall)
        placed = [
            Placed(pieces.title("grad_output, zeros between and around"), LEFT, TOP - 10),
            Placed(zeros, LEFT, TOP),
        ]
        for (row, column), index in s.apart.items():
            value, content = self.sent[index]
            part = _small(content, "gradient" if value else "plain", wide, tall)
            placed.append(Placed(part, LEFT + column * wide, TOP + row * tall))
        return tuple(placed)

    def _met(self, pixel: tuple[int, int]) -> list[tuple[int, int, int, float]]:
        """Return what the turned kernel lies on: place, index of an output or -1, weight."""
        s = self.setting
        turned, found = s.weight[::-1, ::-1], []
        for u, v in np.ndindex(turned.shape):
            row = pixel[0] + s.padding + u * s.dilation
            column = pixel[1] + s.padding + v * s.dilation
            found.append((row, column, s.apart.get((row, column), -1), float(turned[u, v])))
        return found

    def _collecting(self, pixel: tuple[int, int]) -> list[Placed]:
        s, (wide, tall) = self.setting, self.small
        placed = []
        for row, column, index, weight in self._met(pixel):
            value, content = (0.0, "") if index < 0 else self.sent[index]
            kind = "padding" if index < 0 else "gradient" if value else "plain"
            part = pieces.tap(content, as_text(weight), kind, wide, tall)
            placed.append(Placed(part, LEFT + column * wide, TOP + row * tall))
        reach = effective_kernel_size(s.kernel_size, s.dilation)
        top, left = pixel[0] + s.padding, pixel[1] + s.padding
        outline = pieces.outline(reach * wide, reach * tall)
        return [*placed, Placed(outline, LEFT + left * wide, TOP + top * tall)]

    def _collected(self, pixel: tuple[int, int]) -> tuple[str, str]:
        """Return the sum of a pixel, as it is said and as it is drawn."""
        met = [
            (self.sent[index][0], weight) for *_, index, weight in self._met(pixel) if index >= 0
        ]
        named = f"Pixel ({pixel[0]}, {pixel[1]})"
        if not met:
            return f"{named} was read by no output and gets 0.", f"{named}: no output has read it"
        sums = [f"{as_text(g)}×{as_text(w)}" for g, w in met if g]
        if not sums:
            return f"{named} collects only zeros: 0.", "only zeros: 0"
        total = as_text(sum(g * w for g, w in met))
        return f"{named} collects {' + '.join(sums)} = {total}.", f"{' + '.join(sums)} = {total}"


def both(found: Gradients) -> tuple[np.ndarray, np.ndarray]:
    """Return grad_x and grad_weight, where there is no problem."""
    assert found.grad_x is not None and found.grad_weight is not None
    return found.grad_x, found.grad_weight


@lru_cache(maxsize=256)
def _small(content: str, kind: str, width: float, height: float) -> Part:
    return cell(content, ROLES[kind], width, height, 11)
