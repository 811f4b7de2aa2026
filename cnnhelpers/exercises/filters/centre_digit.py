"""Exercise: centre_digit."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import BRIGHTNESS, Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.general import FLAT, TURNED
from cnnhelpers.check.mistake import Mistake, both, given_all, instead, then, where
from cnnhelpers.datasets import centre_digit, resized


def _drawing(text: str) -> np.ndarray:
    """Return rows of digits, such as "010 034", as brightness in eighths."""
    return np.array([[int(digit) for digit in row] for row in text.split()]) / 8


# A stroke with a heavy end, so that box and mass have different centres; none of them is square.
STROKE = "0000000 0812000 0810000 0800000 0400000 0000000"
LYING = "00000000 01111660 00000660 00000000"
SLANTED = "80000 80000 08000 00400 00040 00008"
FAINT = "000000 010000 008000 008200 008800 000000"
HEAVY_TOP = "08800 08800 08800 00000 00000 00000 00000 08000"

CASES = (
    case(drawing=_drawing("0000 0800 0400"), size=2, side=4),
    case(drawing=_drawing("00000 08800 00400"), size=2, side=5),
    case(drawing=_drawing(STROKE), size=7, side=9),
    case(drawing=_drawing(LYING), size=9, side=12),
    case(drawing=_drawing(SLANTED), size=10, side=14),
    case(drawing=_drawing(FAINT), size=5, side=10),
    case(drawing=_drawing(HEAVY_TOP), size=9, side=11),
    case(drawing=_drawing("000 000"), size=4, side=6),
    case(drawing=_drawing("00 08 08 08 08 04 08 08 08"), size=3, side=6),
    case(drawing=_drawing(STROKE)),
)


def by_torch(torch: Any, drawing: np.ndarray, size: int = 20, side: int = 28) -> np.ndarray:
    ink = torch.tensor(np.asarray(drawing), dtype=torch.float64)
    digit = torch.zeros(side, side, dtype=torch.float64)
    places = ink.nonzero()
    if not len(places):
        return digit.numpy()
    (top, left), (bottom, right) = places.amin(0).tolist(), (places.amax(0) + 1).tolist()
    box = ink[top:bottom, left:right]
    longer = max(box.shape)
    height, width = (max(1, round(length * size / longer)) for length in box.shape)
    box = _areas(torch, _areas(torch, box, height).T, width).T
    row, column = (
        (torch.arange(len(sums)).double() * sums).sum().item() / box.sum().item()
        for sums in (box.sum(1), box.sum(0))
    )
    top = int(np.clip(round(side // 2 - row), 0, side - height))
    left = int(np.clip(round(side // 2 - column), 0, side - width))
    digit[top : top + height, left : left + width] = box
    return digit.numpy()


def _areas(torch, rows, count):
    """Average rows to another number of them: differences of the running sum between its rows."""
    running = torch.cat([torch.zeros_like(rows[:1]), rows.cumsum(0)])
    edges = torch.arange(count + 1, dtype=torch.float64) * len(rows) / count
    below = edges.floor().long().clamp(max=len(rows) - 1)
    at = torch.lerp(running[below], running[below + 1], (edges - below)[:, None])
    return at.diff(dim=0) * count / len(rows)


# Ways to go wrong ---------------------------------------------------------------------------------


def box_of(drawing, level=0.0):
    rows, columns = np.nonzero(drawing > level)
    return drawing[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def fitted(box, size):
    height, width = (max(1, round(length * size / max(box.shape))) for length in box.shape)
    return resized(box, height, width)


def mass(box):
    return [np.arange(len(sums)) @ sums / sums.sum() for sums in (box.sum(axis=1), box.sum(axis=0))]


def steps(cut=box_of, scale=fitted, centre=mass, place=None, empty=True):
    """The recipe, step by step, with places to go wrong."""

    def beside(centre, length, side):
        return round(side // 2 - centre)

    def function(drawing, size=20, side=28):
        drawing, digit = np.array(drawing, float), np.zeros((side, side))
        if empty and not drawing.any():
            return digit
        box = scale(cut(drawing), size)
        starts = [
            min(max((place or beside)(middle, length, side), 0), side - length)
            for middle, length in zip(centre(box), box.shape)
        ]
        (top, left), (height, width) = starts, box.shape
        digit[top : top + height, left : left + width] = box
        return digit

    return instead(function)


def by_height(box, size):
    return resized(box, size, max(1, round(box.shape[1] * size / box.shape[0])))


def nearest(box, size):
    """Take pixels instead of averaging over areas."""
    height, width = (max(1, round(length * size / max(box.shape))) for length in box.shape)
    rows, columns = (
        np.arange(new) * old // new for new, old in zip((height, width), box.shape, strict=True)
    )
    return box[np.ix_(rows, columns)]


def floored(box, size):
    height, width = (max(1, int(length * size / max(box.shape))) for length in box.shape)
    return resized(box, height, width)


def middle(box):
    return [(length - 1) / 2 for length in box.shape]


def by_sides(middle, length, side):
    return (side - length) // 2


def by_sides_rounded_up(middle, length, side):
    return (side - length + 1) // 2


def mass_in_the_drawing(drawing, size=20, side=28):
    """Lays the centre of the *drawing's* mass, scaled from its corner, into the middle."""
    if not drawing.any():
        return np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    box = fitted(box_of(drawing), size)
    factor_ = size / max(np.ptp(rows) + 1, np.ptp(columns) + 1)
    digit = np.zeros((side, side))
    starts = [
        min(max(round(side // 2 - factor_ * centre), 0), side - length)
        for centre, length in zip(mass(drawing), box.shape)
    ]
    digit[starts[0] : starts[0] + box.shape[0], starts[1] : starts[1] + box.shape[1]] = box
    return digit


def rolled(drawing, size=20, side=28):
    """Puts the box into the middle and rolls; what leaves comes back at the other side."""
    if not drawing.any():
        return np.zeros((side, side))
    box = fitted(box_of(drawing), size)
    digit = np.zeros((side, side))
    digit[: box.shape[0], : box.shape[1]] = box
    return np.roll(digit, [round(side // 2 - centre) for centre in mass(box)], axis=(0, 1))


def stretched(a):
    """The box of the drawing, as a square."""
    drawing = np.asarray(a["drawing"], float)
    if drawing.any():
        drawing = resized(box_of(drawing), a["size"], a["size"])
    return {"drawing": drawing}


def inside(a):
    """Whether nothing has to be kept from leaving."""
    drawing = np.asarray(a["drawing"], float)
    if not drawing.any():
        return True
    box = fitted(box_of(drawing), a["size"])
    starts = [round(a["side"] // 2 - centre) for centre in mass(box)]
    return all(0 <= s <= a["side"] - length for s, length in zip(starts, box.shape))


MISTAKES = (
    Mistake(
        "box-centre",
        "The middle of the *box* comes into the middle. The centre of mass should come there.",
        "A 7 has most of its ink at the top. Weigh the number of each row by the ink in it: `rows "
        "@ box.sum(axis=1) / box.sum()`.",
        steps(centre=middle),
        steps(centre=middle, place=by_sides),
        steps(centre=middle, place=by_sides_rounded_up),
    ),
    Mistake(
        "mass-by-places",
        "It takes the mean position of all pixels with ink, however faint they are. Each should "
        "count by its ink.",
        "Multiply the row numbers by the ink in each row.",
        steps(centre=lambda box: [float(p.mean()) for p in np.nonzero(box)]),
    ),
    Mistake(
        "scaled-separately",
        "Rows and columns are scaled by different factors: a 1 becomes a square.",
        "Use one factor for both: `size / max(height, width)`.",
        given_all(stretched),
    ),
    Mistake(
        "stretched-into-the-middle",
        "The box is stretched to a square and laid into the middle. Both sides should be scaled by "
        "one factor, and the centre of mass should come into the middle.",
        "Use one factor for both: `size / max(height, width)`. Then weigh the number of each row "
        "by the ink in it, and do the same for the columns.",
        both(given_all(stretched), steps(centre=middle)),
        both(given_all(stretched), steps(centre=middle, place=by_sides)),
        both(given_all(stretched), steps(centre=middle, place=by_sides_rounded_up)),
    ),
    Mistake(
        "always-by-height",
        "The height always becomes `size`. The longer side should become `size`.",
        "The factor is `size` divided by the longer side.",
        steps(scale=by_height),
    ),
    Mistake(
        "not-scaled",
        "The drawing is centred, but not scaled.",
        "Scale the box with `resized(box, height, width)` before you centre it.",
        where(
            lambda a: (
                not np.any(a["drawing"]) or max(box_of(np.asarray(a["drawing"])).shape) <= a["side"]
            ),
            steps(scale=lambda box, size: box),
        ),
    ),
    Mistake(
        "not-cut-out",
        "The whole drawing is scaled, with its empty border. Only the box with the ink should be.",
        "First cut the box out, from the first to the last row and column with ink.",
        steps(cut=lambda drawing: drawing),
    ),
    Mistake(
        "box-too-small",
        "The box is too small: it leaves out faint ink.",
        "Every value above 0 is ink, also a faint one.",
        steps(cut=lambda drawing: box_of(drawing, 0.2 * drawing.max())),
        steps(cut=lambda drawing: box_of(drawing, 0.5 * drawing.max())),
    ),
    Mistake(
        "box-ends-early",
        "The box ends too early: the last row and the last column with ink are left out.",
        "A slice leaves its end out. Where should the slice of rows end, and where that of "
        "columns?",
        where(
            lambda a: not np.any(a["drawing"]) or min(box_of(np.asarray(a["drawing"])).shape) > 1,
            steps(cut=lambda drawing: box_of(drawing)[:-1, :-1]),
        ),
    ),
    Mistake(
        "no-margin",
        "The ink fills the whole picture. The margin is missing.",
        "The longer side should become `size`, not `side`.",
        given_all(lambda a: {"size": a["side"]}),
    ),
    Mistake(
        "pixels-dropped",
        "It takes single pixels of the drawing. Each new pixel should be the average of the area "
        "that it covers.",
        "Use `resized`: picking single pixels skips thin strokes.",
        steps(scale=nearest),
    ),
    Mistake(
        "size-cut-down",
        "The shorter side is cut down to a whole number. It should be rounded.",
        "Use `round(...)`. `int(...)` and `//` cut off the fraction.",
        steps(scale=floored),
    ),
    Mistake(
        "middle-off-by-half",
        "The centre of mass does not come to row and column `side // 2`.",
        "For 28 pixels that is 14, as in the bundled digits.",
        steps(place=lambda centre, length, side: round((side - 1) / 2 - centre)),
        steps(place=lambda centre, length, side: round(side // 2 - 1 - centre)),
        steps(place=lambda centre, length, side: round(side / 2 - centre)),
    ),
    Mistake(
        "shift-cut-down",
        "The shift is cut to a whole number. It should be rounded.",
        "Use `round(...)`: it is at most half a pixel off. Cutting the fraction off can be nearly "
        "a whole pixel off.",
        steps(place=lambda centre, length, side: int(np.floor(side // 2 - centre))),
        steps(place=lambda centre, length, side: int(np.ceil(side // 2 - centre))),
    ),
    Mistake(
        "shift-reversed",
        "The digit is shifted the wrong way.",
        "How far is it from the centre of mass to the middle, and in which direction?",
        steps(
            place=lambda centre, length, side: round(
                (side - length) / 2 - (side // 2 - centre - (side - length) / 2)
            )
        ),
    ),
    Mistake(
        "mass-of-the-drawing",
        "The centre of mass is that of the drawing. It should be that of the scaled box.",
        "Compute the centre of mass after cutting and scaling.",
        instead(mass_in_the_drawing),
    ),
    Mistake(
        "leaves-the-picture",
        "It does not work where ink would leave the picture. The digit should stop at the edge.",
        "Keep the first row between 0 and `side - height`. The same holds for the columns.",
        instead(rolled),
        where(inside),
    ),
    Mistake(
        "empty-fails",
        "It has no answer for a drawing without ink.",
        "`min` and `max` of nothing raise an error, and no ink makes 0 / 0. Return zeros for such "
        "a drawing.",
        steps(empty=False),
    ),
    Mistake(
        "rows-and-columns-swapped",
        "Rows and columns are exchanged when the box is laid down.",
        "The row comes from the sums of the rows: `box.sum(axis=1)`.",
        steps(centre=lambda box: mass(box)[::-1]),
    ),
    TURNED,
    Mistake(
        "inverted",
        "Black and white are exchanged. The background should be 0.",
        "In the data set ink is 1 and paper is 0.",
        then(lambda answer, a: 1 - answer),
    ),
    Mistake(
        "other-range",
        "The brightness has another range. It should stay as it is in the drawing.",
        "Do not scale the values: no division by the maximum, no factor such as 255.",
        then(lambda answer, a: 255 * answer),
        then(lambda answer, a: answer / max(answer.max(), 1e-12)),
        then(lambda answer, a: np.round(255 * answer)),
        then(lambda answer, a: (answer > 0.5).astype(float)),
        then(lambda answer, a: (answer > 0).astype(float)),
    ),
    FLAT,
)


def recipe(draw, drawing, border, size, ink):
    height, width = drawing
    field = np.zeros((height + 2 * border, width + border))
    values = draw.array(height, width)
    if ink == "no ink":
        values = np.zeros_like(values)
    elif ink == "heavy end":
        values[1:-1, 1:] = 0
        values[-1, 1:] = 0
    elif ink == "faint":
        values[0] /= 16
    field[border : border + height, border : border + width] = values
    if ink != "no ink" and _undecided(field, *size):
        raise Impossible
    return {"drawing": field, "size": size[0], "side": size[1]}


def _undecided(drawing: np.ndarray, size: int, side: int) -> bool:
    """Return whether a rounding is so near to a half that it could go either way."""
    if not drawing.any():
        return True
    box = box_of(drawing)
    exact = [length * size / max(box.shape) for length in box.shape]
    box = fitted(box, size)
    return any(abs(number % 1 - 0.5) < 1e-4 for number in (*exact, *mass(box)))


DOMAIN = Domain(
    recipe,
    (
        factor(
            "drawing",
            (6, 4),
            "the ink is not 6×4",
            ((4, 7), "the ink is wider than high"),
            ((9, 3), "the ink is much higher than wide"),
            ((5, 5), "the ink is square"),
            ((12, 1), "the ink is a thin stroke"),
        ),
        factor("border", 1, "the border is not 1", (0, "there is no border"), (3, "it is wide")),
        factor(
            "size",
            (5, 9),
            "size and side are others",
            ((20, 28), "the size is 20 and the side 28"),
            ((7, 10), "the side is even"),
            ((10, 11), "there is hardly a margin"),
        ),
        factor(
            "ink",
            "all over",
            "some pixels of the box hold no ink",
            ("heavy end", "the ink is at one end"),
            ("faint", "the first row is faint"),
            ("no ink", "there is no ink"),
        ),
    ),
    values=BRIGHTNESS,
)

EXERCISE = Exercise(
    centre_digit,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
