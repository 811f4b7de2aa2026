"""Images, curves and bars: what is drawn where, what comes with it, and what is refused.

The baselines are compared under ``pytest --mpl``; ``pytest --mpl-generate-path=tests/baseline
tests/test_draw_pictures.py`` writes them anew.
"""

import io
import re
import subprocess
import sys

import matplotlib
import numpy as np
import pytest
from PIL import Image

from cnnhelpers import draw
from cnnhelpers.datasets import digits, photograph
from cnnhelpers.draw import figure, plots

ALT = "What the picture shows."


def pixels(picture):
    return np.asarray(Image.open(io.BytesIO(picture.png)).convert("RGB"), dtype=np.int64)


def found(picture, colour):
    """Return top, bottom, left and right of the pixels of a colour, and how many there are."""
    rows, columns = np.nonzero((pixels(picture) == colour).all(axis=2))
    assert len(rows), f"no pixel is {colour}"
    return rows.min(), rows.max() + 1, columns.min(), columns.max() + 1, len(rows)


def assert_nothing_is_cut_off(picture):
    drawn = pixels(picture)
    for edge in (drawn[:2], drawn[-2:], drawn[:, :2], drawn[:, -2:]):
        assert (edge == 255).all()


# Baselines --------------------------------------------------------------------------------------


class Saved:
    """A picture as pytest-mpl wants it."""

    def __init__(self, picture):
        self.picture = picture

    def savefig(self, file, **_options):
        with open(file, "wb") as out:
            out.write(self.picture.png)


# Letters may shift by a fraction of a pixel from one Matplotlib to the next; a wrong colour map,
# a missing label or a moved bar is far above this (tests below turn them red).
baseline = pytest.mark.mpl_image_compare(baseline_dir="baseline", tolerance=2.5)


def edges():
    photo = photograph("cat", size=96, gray=True)[0].astype(np.float64)
    return photo, photo[:, 2:] - photo[:, :-2]


def scores():
    x = np.arange(1, 21)
    return {"dense": 1 - 0.5 * np.exp(-x / 5), "conv": 1 - 0.6 * np.exp(-x / 3)}


@baseline
def test_photograph_and_edges_baseline():
    shown = [photograph("cat", size=96), *edges()]
    return Saved(
        draw.images(shown, ["photo", "gray", "edges"], alt=ALT, signed=[False, False, True])
    )


@baseline
def test_templates_baseline():
    images, labels = digits("train", 200)
    means = [images[labels == digit].mean(axis=0) - images.mean(axis=0) for digit in range(10)]
    names = [str(digit) for digit in range(10)]
    return Saved(draw.images(means, names, alt=ALT, signed=True, same_scale=True, columns=5))


@baseline
def test_beyond_zero_to_one_baseline():
    return Saved(
        draw.images(
            [[[1, 2], [3, np.nan]], photograph("coffee", size=24) * 1.5, [[-1, 0], [0, 0.5]]],
            ["numbers", "too bright", "signed, with a title that is long"],
            alt=ALT,
            signed=[False, False, True],
        )
    )


@baseline
def test_curves_baseline():
    return Saved(draw.curves(scores(), xlabel="epoch", ylabel="accuracy", alt=ALT))


@baseline
def test_log_curves_baseline():
    x = np.arange(0, 50, 5)
    series = {f"rate {i}": np.exp(-x / (5 + 8 * i)) for i in range(1, 6)}
    return Saved(
        draw.curves(
            series, x=x, xlabel="step", ylabel="loss", alt=ALT, log=True, title="Five rates"
        )
    )


@baseline
def test_log_bars_baseline():
    values = {"dense": 14450688, "conv": 456}
    return Saved(draw.bars(values, ylabel="parameters", alt=ALT, log=True))


@baseline
def test_signed_bars_baseline():
    return Saved(draw.bars({"a": -3, "b": 4.125, "c": 0}, ylabel="value", alt=ALT, title="Bars"))


def test_baselines_are_compared(request):
    if not request.config.getoption("--mpl"):
        pytest.skip("baselines are compared under pytest --mpl only")


# What comes with a picture ----------------------------------------------------------------------

EACH = {
    "images": lambda **more: draw.images([np.eye(3)], ["eye"], **{"alt": ALT, **more}),
    "curves": lambda **more: draw.curves(
        {"a": [1, 2], "b": [3, 1]}, xlabel="x", ylabel="y", **{"alt": ALT, **more}
    ),
    "bars": lambda **more: draw.bars({"a": 1, "b": 2}, ylabel="y", **{"alt": ALT, **more}),
}


@pytest.mark.parametrize("kind", EACH)
def test_a_picture_shows_itself_and_its_sentence(kind):
    picture = EACH[kind]()
    data = picture._repr_mimebundle_()
    assert data == {"text/html": picture.html(), "text/plain": ALT}
    assert repr(picture) == picture.alt == picture.sentence == ALT
    height, width, _ = pixels(picture).shape
    assert (picture.width, picture.height) == (width // 2, height // 2)
    assert width % 2 == height % 2 == 0 and picture.width <= 720


@pytest.mark.parametrize("kind", EACH)
def test_the_same_numbers_give_the_same_bytes(kind):
    first = EACH[kind]()
    with matplotlib.rc_context({"axes.facecolor": "black", "font.size": 30, "savefig.dpi": 10}):
        again = EACH[kind]()
        assert matplotlib.rcParams["font.size"] == 30
    assert first.png == again.png
    assert set(re.findall(rb"tEXt|zTXt|iTXt|eXIf|iCCP|tIME", first.png)) == set()


def test_pyplot_stays_out_of_it():
    code = (
        "import sys\nfrom cnnhelpers import draw\nassert 'matplotlib' not in sys.modules\n"
        "draw.images([[0, 1]], alt='a'), draw.bars({'a': 1}, ylabel='y', alt='a')\n"
        "draw.curves({'a': [1]}, xlabel='x', ylabel='y', alt='a')\n"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("kind", EACH)
@pytest.mark.parametrize("alt", ["", "  ", 3])
def test_a_picture_without_a_sentence_is_refused(kind, alt):
    with pytest.raises(ValueError, match=f"^{kind}: alt must be a sentence that says what"):
        EACH[kind](alt=alt)


def test_a_picture_that_nobody_described_says_what_it_can():
    """A natural call, without alt, ends in no traceback; a screen reader has something to say."""
    colour, grey = np.zeros((3, 4, 6)), [[0.25, 0.5]]
    assert draw.images([colour, grey], ["colour", "grey"]).alt == (
        "2 images: colour, 4×6 pixels from 0 to 0; grey, 1×2 pixels from 0.25 to 0.5."
    )
    assert draw.images([grey]).alt == "An image: 1×2 pixels from 0.25 to 0.5."
    assert draw.images([[[np.nan, np.inf]]]).alt == "An image: 1×2 pixels."
    lines = {"loss": [3, 2.5, 1], "other": ([0, 2], [np.nan, 7])}
    assert draw.curves(lines, xlabel="step", ylabel="value").alt == (
        "value over step: loss, from 3 at 1 to 1 at 3; other, from 7 at 2 to 7 at 2."
    )
    assert draw.bars({"dense": 14450688, "conv": 0.5}, ylabel="weights").alt == (
        "weights: dense 14,450,688, conv 0.5."
    )


# Images -----------------------------------------------------------------------------------------


def test_every_pixel_becomes_a_square_of_drawn_pixels():
    picture = draw.images([[0.2, 0.4], [0.6, 0.8]], alt=ALT, height=50)
    for row, column, value in [(0, 0, 51), (0, 1, 102), (1, 0, 153), (1, 1, 204)]:
        top, bottom, left, right, count = found(picture, (value,) * 3)
        # the frame covers a pixel at the outside; squares are 50 drawn pixels wide
        assert 48 <= bottom - top <= 50 and 48 <= right - left <= 50
        assert count == (bottom - top) * (right - left)
        assert (top > 60, left > pixels(picture).shape[1] // 2 - 5) == (bool(row), bool(column))


@pytest.mark.parametrize(
    "image",
    [
        np.eye(4),
        np.eye(4)[None],
        np.eye(4)[:, :, None],
        np.eye(4, dtype=bool),
        np.eye(4, dtype=np.int64),
        np.eye(4, dtype=np.uint8) * 255,
        np.eye(4).tolist(),
        np.stack([np.eye(4)] * 3),
        np.stack([np.eye(4)] * 3, axis=-1),
        np.eye(4, dtype=np.float16),
    ],
)
def test_one_image_in_every_form_is_the_same_picture(image):
    same = draw.images([np.eye(4)], alt=ALT)
    assert (pixels(draw.images(image, alt=ALT)) == pixels(same)).all()
    assert (pixels(draw.images([image], alt=ALT)) == pixels(same)).all()


def test_a_batch_is_drawn_as_its_images():
    batch = np.random.default_rng(0).random((5, 3, 4, 6))
    assert draw.images(batch, alt=ALT).png == draw.images(list(batch), alt=ALT).png


def test_colours_are_red_green_blue_in_both_layouts():
    photo = np.zeros((3, 5, 5))
    photo[0], photo[1] = 1, 0.4
    for image in (photo, photo.transpose(1, 2, 0)):
        *_, count = found(draw.images([image], alt=ALT, height=20), (255, 102, 0))
        assert count >= 38 * 38


def test_signed_colours_are_centred_on_zero():
    picture = draw.images([[-4.0, 0, 1, 2]], alt=ALT, signed=True)
    low, zero, one, two = (pixels(picture)[90, 180 + 350 * i] for i in range(4))
    assert low[2] > 1.5 * low[0] and min(zero) >= 245
    for positive in (one, two):
        assert positive[0] > positive[2]
    assert two[1] < one[1]


def test_one_scale_for_all_or_each_its_own():
    def darkest(**more):
        drawn = pixels(
            draw.images([[[1.0, 1]], [[4.0, 4]]], alt=ALT, signed=True, height=40, **more)
        )
        middle = drawn.shape[1] // 2
        return drawn[60, 30, 1], drawn[60, middle + 40, 1]

    own, shared = darkest(), darkest(same_scale=True)
    assert own[0] == own[1] == shared[1] < 20
    assert shared[0] > 150


def test_an_image_of_zeros_does_not_set_the_scale_of_the_others():
    small, nothing = [[0.25, 0.25]], [[0.0, 0.0]]
    alone = pixels(draw.images([small], alt=ALT, signed=True, height=40))
    beside = draw.images([small, nothing], alt=ALT, signed=True, same_scale=True, height=40)
    assert (pixels(beside)[60, 30] == alone[60, alone.shape[1] // 2 - 20]).all()
    both = draw.images([nothing, nothing], alt=ALT, signed=True, same_scale=True, height=40)
    assert min(pixels(both)[60, 30]) >= 245


def test_grey_is_black_to_white_unless_values_go_beyond():
    inside = pixels(draw.images([[0.25, 0.5]], alt=ALT, height=40))
    assert {64, 128} <= set(inside[40:60].ravel()) or {63, 127} <= set(inside[40:60].ravel())
    beyond = draw.images([[-1, 3]], alt=ALT, height=40)
    assert found(beyond, (0, 0, 0))[4] > 1000
    assert beyond.height == inside.shape[0] // 2 + figure.BAR_AND_NUMBERS


@pytest.mark.parametrize(
    "image",
    [np.zeros((2, 2)), np.full((2, 2), 7.0), np.full((2, 2), -7), np.full((2, 2), np.nan),
     np.full((3, 2, 2), np.inf), [[np.inf, 1.0]], np.ones((1, 1)), np.ones((1, 300)),
     np.ones((300, 1)), np.random.default_rng(0).random((500, 900))],
)  # fmt: skip
@pytest.mark.parametrize("signed", [False, True])
def test_odd_images_are_drawn_without_a_warning(image, signed):
    if np.ndim(image) == 3 and signed:
        pytest.skip("colour cannot be signed")
    picture = draw.images([image], ["odd"], alt=ALT, signed=signed)
    assert picture.width <= 720
    assert_nothing_is_cut_off(picture)


def test_numbers_that_are_not_finite_are_orange():
    picture = draw.images([[[0.5, np.nan]], [[np.inf, 1]]], alt=ALT, height=40)
    assert found(picture, (0xD5, 0x5E, 0x00))[4] > 2 * 70 * 70


@pytest.mark.parametrize("count", [1, 3, 4, 5, 7, 10, 11, 23, 60])
@pytest.mark.parametrize("size", [5, 28, 96])
def test_any_number_of_images_fits_the_page(count, size):
    names = [f"a long title of image {i}" for i in range(count)]
    picture = draw.images([np.eye(size)] * count, names, alt=ALT, signed=count == 3)
    assert picture.width <= 720
    assert_nothing_is_cut_off(picture)


@pytest.mark.parametrize("labels", [np.array([7, 2]), [7, 2], (7, "2")])
def test_labels_are_titles(labels):
    drawn = draw.images(np.zeros((2, 1, 3, 3)), labels)
    assert drawn.alt == draw.images(np.zeros((2, 1, 3, 3)), ["7", "2"]).alt
    assert draw.images(np.eye(2), 5).alt == draw.images(np.eye(2), "5").alt


def test_columns_and_height_are_kept():
    wide = draw.images([np.eye(4)] * 6, alt=ALT, columns=6, height=40)
    tall = draw.images([np.eye(4)] * 6, alt=ALT, columns=2, height=40)
    assert (wide.width, wide.height) == (6 * 40 + 5 * 16 + 20, 40 + 20)
    assert (tall.width, tall.height) == (120, 3 * 40 + 2 * 16 + 20)


@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        ({"images": []}, ValueError, "images: there is no image to draw; give at least one."),
        (
            {"images": [np.ones((2, 3, 4))]},
            ValueError,
            "images: image 0 has shape 2×3×4; use (H, W), (1, H, W), (3, H, W) or (H, W, 3), "
            "with at least one pixel.",
        ),
        (
            {"images": [np.eye(2), np.ones((0, 3))]},
            ValueError,
            "images: image 1 has shape 0×3; use (H, W), (1, H, W), (3, H, W) or (H, W, 3), "
            "with at least one pixel.",
        ),
        (
            {"images": "photo"},
            TypeError,
            "images: image 0 must be an array of numbers, not str; "
            "use for example np.array(..., dtype=np.float32).",
        ),
        (
            {"images": [None]},
            TypeError,
            "images: image 0 must be an array of numbers, not NoneType; "
            "use for example np.array(..., dtype=np.float32).",
        ),
        (
            {"images": [np.eye(2)] * 2, "titles": ["one"]},
            ValueError,
            "images: there are 2 images but 1 titles; give one for each image.",
        ),
        (
            {"images": [np.eye(2)] * 2, "signed": [True]},
            ValueError,
            "images: there are 2 images but 1 signed; give one for each image.",
        ),
        (
            {"images": [np.ones((3, 2, 2))], "signed": True},
            ValueError,
            "images: image 0 has 3 colour channels, so it cannot be signed; "
            "draw its channels one by one.",
        ),
        (
            {"images": np.eye(2), "signed": 1},
            TypeError,
            "images: signed must be True or False, not 1 (int).",
        ),
        (
            {"images": [np.eye(2)] * 2, "titles": 5},
            ValueError,
            "images: there are 2 images but 1 titles; give one for each image.",
        ),
        (
            {"images": np.eye(2), "columns": 0},
            ValueError,
            "images: columns must be at least 1, not 0.",
        ),
        (
            {"images": np.eye(2), "height": 0},
            ValueError,
            "images: height must be at least 1, not 0.",
        ),
    ],
)
def test_images_refuse_in_one_sentence(arguments, error, sentence):
    with pytest.raises(error) as raised:
        draw.images(**arguments, alt=ALT)
    assert str(raised.value) == sentence


# Curves and bars --------------------------------------------------------------------------------


def test_lines_differ_in_more_than_colour():
    roles, dashes, markers = zip(*plots.LINES)
    for cue in (roles, map(str, dashes), markers):
        assert len(set(cue)) == len(plots.LINES)


@pytest.mark.parametrize(
    "series",
    [
        {"one": [3.0]},
        {"flat": [2, 2, 2]},
        {"gap": [1, np.nan, np.inf, 2], "other": [1, 2, 3, 4]},
        {"ends in a gap": [1.0, 2.0, np.nan]},
        {"large": [1e6, 14450688], "small": [0.001, 1e-7]},
        {"own places": ([0.5, 1.5], [3, 4]), "a $name_ with {odd} \\letters": [1, 2, 3]},
        {
            "a name that is far too long to stand beside any line of the picture": [1, 2],
            "b": [2, 1],
        },
        {str(i): [1, 2, 3] for i in range(5)},
    ],
)
@pytest.mark.parametrize("log", [False, True])
def test_odd_curves_are_drawn_without_a_warning(series, log):
    picture = draw.curves(series, xlabel="x", ylabel="y", alt=ALT, log=log)
    assert_nothing_is_cut_off(picture)


def test_a_curve_stands_where_its_numbers_say():
    """The marker of the highest number is above that of the lowest, and right of the first."""
    picture = draw.curves({"a": [0.0, 10.0]}, xlabel="x", ylabel="y", alt=ALT)
    line = (pixels(picture) == (0x56, 0xB4, 0xE9)).all(axis=2)
    rows, columns = np.nonzero(line)
    first, last = (
        rows[columns < columns.min() + 12].mean(),
        rows[columns > columns.max() - 12].mean(),
    )
    assert first - last > 400


@pytest.mark.parametrize(("count", "most"), [(20, 20), (21, 0)])
def test_a_marker_stands_on_every_number_or_on_none(monkeypatch, count, most):
    drawn = []
    monkeypatch.setattr(plots, "as_picture", lambda figure, alt: drawn.append(figure))
    draw.curves({"a": np.arange(count)}, xlabel="x", ylabel="y", alt=ALT)
    (line,) = drawn[0].axes[1].get_lines()
    assert len(line.get_markevery()) == most


def test_a_power_law_is_straight_where_both_axes_are_logarithmic(monkeypatch):
    drawn = []
    monkeypatch.setattr(plots, "as_picture", lambda figure, alt: drawn.append(figure))
    sizes = np.array([4, 8, 16, 64])
    draw.curves({"a": 7.0 * sizes**2}, x=sizes, xlabel="x", ylabel="y", log=True, log_x=True)
    axes = drawn[0].axes[1]
    points = axes.transData.transform(axes.get_lines()[0].get_xydata())
    slopes = np.diff(points[:, 1]) / np.diff(points[:, 0])
    assert np.allclose(slopes, slopes[0])
    assert [label.get_text() for label in axes.get_xticklabels()] == ["4", "8", "16", "64"]


@pytest.mark.parametrize(
    ("places", "labels"),
    [
        ([0.1, 0.5, 2.25, 15.8, 20.0, 1000.0], ["0.1", "0.5", "2.25", "20", "1,000"]),
        (np.logspace(-1, 3, 25), ["0.1", "1", "10", "100", "1,000"]),
        ([0.5, np.nan, 2.25, np.nan, 15.84, np.nan], ["0.5", "2.25", "15.8"]),
        (2.0 ** np.arange(1, 11), ["2", "4", "16", "32", "64", "128", "512", "1,024"]),
    ],
)
def test_labels_of_a_logarithmic_axis_stand_apart(monkeypatch, places, labels):
    drawn = []
    monkeypatch.setattr(plots, "as_picture", lambda figure, alt: drawn.append(figure))
    draw.curves({"a": np.sqrt(places)}, x=places, xlabel="x", ylabel="y", log_x=True)
    axes = drawn[0].axes[1]
    assert [label.get_text() for label in axes.get_xticklabels()] == labels
    boxes = [label.get_window_extent() for label in axes.get_xticklabels()]
    assert all(one.x1 + 4 < other.x0 for one, other in zip(boxes, boxes[1:]))


@pytest.mark.parametrize(
    "numbers", [[3.0, 4.0], [-4.0, -3.0], [-1.0, 5.0], [1.0, 80.0], [0.0, 2.0], [-9.0, 0.0]]
)
def test_an_axis_from_zero_holds_zero_and_all_numbers(monkeypatch, numbers):
    drawn = []
    monkeypatch.setattr(plots, "as_picture", lambda figure, alt: drawn.append(figure))
    draw.curves({"a": numbers}, xlabel="x", ylabel="y", from_zero=True)
    low, high = drawn[0].axes[1].get_ylim()
    assert low <= min(0, *numbers) and high >= max(0, *numbers)
    assert (low == 0) == (min(numbers) >= 0) and (high == 0) == (max(numbers) <= 0)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (dict(log=True, from_zero=True), "curves: a logarithmic axis has no 0"),
        (dict(log_x=True, x=[0, 1]), "curves: some places are not positive"),
    ],
)
def test_axes_that_cannot_be_are_refused(more, words):
    with pytest.raises(ValueError, match=words):
        draw.curves({"a": [1, 2]}, xlabel="x", ylabel="y", **more)


def test_labels_are_pushed_apart_and_stay_on_the_card():
    rng = np.random.default_rng(0)
    for _ in range(200):
        places = sorted(rng.uniform(0, 300, rng.integers(1, 6)))
        placed = plots._apart(places, 16, 290)
        assert placed[-1] <= 290 + 1e-6
        assert all(b - a >= 16 - 0.1 for a, b in zip(placed, placed[1:]))
    assert plots._apart([10, 100], 16, 290) == [10, 100]


@pytest.mark.parametrize(
    ("value", "written"),
    [(14450688, "14,450,688"), (456.0, "456"), (-1200, "−1,200"), (0.91234, "0.912"),
     (3.14159, "3.14"), (0, "0"), (1e-5, "1e−5"), (-0.00123, "−0.00123"), (0.1 + 0.2, "0.3"),
     (-0.0, "0")],
)  # fmt: skip
def test_numbers_on_bars(value, written):
    assert plots._count(value) == written


@pytest.mark.parametrize(
    "values",
    [
        {"one": 1},
        {"zero": 0},
        {"a": -1, "b": -5},
        {"a": np.float32(0.5), "b": np.int64(3)},
        {f"a name of several words {i}": 10.0**i for i in range(8)},
    ],
)
@pytest.mark.parametrize("log", [False, True])
def test_odd_bars_are_drawn_without_a_warning(values, log):
    if log and min(values.values()) <= 0:
        pytest.skip("no place on a logarithmic axis")
    picture = draw.bars(values, ylabel="y", alt=ALT, log=log)
    assert_nothing_is_cut_off(picture)


def test_bars_are_as_high_as_their_numbers():
    picture = draw.bars({"a": 1, "b": 2, "c": 4}, ylabel="y", alt=ALT)
    filled = (pixels(picture) == (0x56, 0xB4, 0xE9)).all(axis=2).sum(axis=0)
    runs = [run for run in np.split(filled, np.flatnonzero(filled == 0)) if run.max(initial=0) > 20]
    heights = [int(np.median(run[run > 0])) for run in runs]
    assert len(heights) == 3
    assert heights[1] / heights[0] == pytest.approx(2, rel=0.05)
    assert heights[2] / heights[0] == pytest.approx(4, rel=0.05)


@pytest.mark.parametrize(
    ("call", "error", "sentence"),
    [
        (
            lambda: draw.curves([1, 2], xlabel="x", ylabel="y", alt=ALT),
            TypeError,
            "curves: series must be a dict of names and numbers, not list; "
            'write for example {"loss": losses}.',
        ),
        (
            lambda: draw.curves({}, xlabel="x", ylabel="y", alt=ALT),
            ValueError,
            "curves: 0 series; give 1 to 5, more cannot be told apart.",
        ),
        (
            lambda: draw.curves({"a": [1, 2]}, x=[1], xlabel="x", ylabel="y", alt=ALT),
            ValueError,
            "curves: series 'a' has 2 numbers but x has 1; give one place for each number.",
        ),
        (
            lambda: draw.curves({"a": [[1, 2]]}, xlabel="x", ylabel="y", alt=ALT),
            TypeError,
            "curves: series 'a' must be a line of numbers, at least one of them finite.",
        ),
        (
            lambda: draw.curves({"a": ["x"]}, xlabel="x", ylabel="y", alt=ALT),
            TypeError,
            "curves: series 'a' must be a line of numbers, at least one of them finite.",
        ),
        (
            lambda: draw.curves({"a": [np.nan]}, xlabel="x", ylabel="y", alt=ALT),
            TypeError,
            "curves: series 'a' must be a line of numbers, at least one of them finite.",
        ),
        (
            lambda: draw.curves({"a": [1, 0]}, xlabel="x", ylabel="y", alt=ALT, log=True),
            ValueError,
            "curves: series 'a' has numbers that are not positive, which have no place on a "
            "logarithmic axis; use log=False.",
        ),
        (
            lambda: draw.bars({}, ylabel="y", alt=ALT),
            TypeError,
            "bars: values must be a dict with at least one name and number; "
            'write for example {"dense": 450, "conv": 60}.',
        ),
        (
            lambda: draw.bars({"a": "3"}, ylabel="y", alt=ALT),
            TypeError,
            "bars: the value of 'a' must be a number, not '3'.",
        ),
        (
            lambda: draw.bars({"a": [1]}, ylabel="y", alt=ALT),
            TypeError,
            "bars: the value of 'a' must be a number, not [1].",
        ),
        (
            lambda: draw.bars({"a": None}, ylabel="y", alt=ALT),
            TypeError,
            "bars: the value of 'a' must be a number, not None.",
        ),
        (
            lambda: draw.bars({"a": 0}, ylabel="y", alt=ALT, log=True),
            ValueError,
            "bars: the value of 'a' is 0, which has no place on a logarithmic axis; use log=False.",
        ),
        (
            lambda: draw.bars({"a": np.nan}, ylabel="y", alt=ALT),
            ValueError,
            "bars: the value of 'a' is nan, which has no place on a finite axis; leave it out.",
        ),
    ],
)
def test_curves_and_bars_refuse_in_one_sentence(call, error, sentence):
    with pytest.raises(error) as raised:
        call()
    assert str(raised.value) == sentence
