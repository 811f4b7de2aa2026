"""Number grids: what they show, what they say, and what they refuse."""

import re
import subprocess
import sys
from xml.etree import ElementTree

import numpy as np
import pytest

from cnnhelpers import draw
from cnnhelpers.draw.style import INK, PEN, ROLES

SVG = "{http://www.w3.org/2000/svg}"


def texts(scene):
    return [element.text for element in ElementTree.fromstring(scene.svg()).iter(f"{SVG}text")]


def test_the_numbers_are_drawn_in_reading_order():
    scene = draw.grid(np.arange(6).reshape(2, 3), title="x")
    assert texts(scene) == ["x", "0", "1", "2", "3", "4", "5"]
    assert scene.sentence == "Input x, 2×3 (0 1 2 / 3 4 5)."


def test_a_line_of_numbers_and_its_window():
    scene = draw.grid([1, -2, 3], "output", padding=1, highlight=(1, 2))
    assert texts(scene) == ["0", "0", "1", "−2", "3"]
    assert scene.sentence == "Output of 3 (1 −2 3), with padding 1, window of 2 at 1."


@pytest.mark.parametrize(
    ("array", "decimals", "shown"),
    [
        ([1.0, 2.0], None, ["1", "2"]),
        ([1.5, 2.0], None, ["1.5", "2.0"]),
        ([1 / 3, 2.0], None, ["0.33", "2.00"]),
        ([1 / 3, 2.0], 0, ["0", "2"]),
        ([-0.001, 2.0], 1, ["0.0", "2.0"]),
        ([np.nan, np.inf, -np.inf], None, ["nan", "∞", "−∞"]),
        ([True, False], None, ["1", "0"]),
    ],
)
def test_numbers_are_written_with_as_few_decimals_as_show_them(array, decimals, shown):
    assert texts(draw.grid(array, decimals=decimals)) == shown


def test_padding_is_a_ring_of_zeros_behind_the_array():
    scene = draw.grid(np.full((2, 2), 7), padding=(1, 2))
    shown = texts(scene)
    assert shown.count("0") == 4 * 6 - 4 and shown.count("7") == 4
    assert "with padding 1 and 2" in scene.sentence


def test_the_window_stands_where_it_is_asked_for():
    scene = draw.grid(np.zeros((4, 5)), highlight=(1, 2, 2, 3))
    window = scene.placed[-1]
    assert (window.dx, window.dy) == (10 + 2 * 34, 10 + 1 * 34)
    assert f'width="{3 * 34 + 4}" height="{2 * 34 + 4}"' in window.part.markup


@pytest.mark.parametrize("name", ROLES)
def test_each_role_has_its_colour_and_a_second_cue(name):
    svg = draw.grid(np.ones((2, 2)), name).svg()
    look = ROLES[name]
    assert look.fill in svg and look.cue
    if name == "kernel":
        assert 'stroke-width="4"' in svg
    if name == "gradient":
        assert 'font-style="italic"' in svg and "stroke-dasharray" in svg
    if name == "padding":
        assert look.hatch in svg and "stroke-dasharray" in svg


def contrast(one, other):
    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ROLES)
def test_numbers_are_readable_on_their_fill(name):
    ink = INK if ROLES[name].text == PEN else ROLES[name].text
    assert contrast(ROLES[name].fill, ink) >= 4.5


def test_a_large_grid_is_summed_up_in_words():
    scene = draw.grid(np.linspace(0, 1, 100).reshape(10, 10))
    assert scene.sentence == "Input 10×10 with values from 0.00 to 1.00."


def test_an_empty_cell_is_white_and_has_no_number():
    """A dilated kernel: the gaps between its taps are no taps of 0, which stay what they are."""
    spread = np.array([[1, 0, 2], [0, 0, 0], [0, 0, 3]])
    gaps = np.ones((3, 3), bool)
    gaps[::2, ::2] = False
    scene = draw.grid(spread, "kernel", empty=gaps)
    assert scene.sentence == "Kernel 3×3 (1 empty 2 / empty empty empty / 0 empty 3)."
    root = ElementTree.fromstring(scene.svg())
    assert [text.text for text in root.iter(f"{SVG}text")] == ["1", "2", "0", "3"]
    (hollow,) = [path for path in root.iter(f"{SVG}path") if path.get("fill") == "#ffffff"]
    assert hollow.get("d").count("z") == 5 and hollow.get("d").startswith("M34 0h34v34h-34z")
    line = draw.grid([1, 0, 1], "gradient", empty=[False, True, False])
    assert line.sentence == "Gradient of 3 (1 empty 1)."
    assert draw.grid(spread, empty=spread > 9).svg() == draw.grid(spread).svg()


def test_a_row_reads_as_one_sentence_and_lines_up():
    x, k = np.arange(9).reshape(3, 3), np.arange(4).reshape(2, 2)
    y = np.array([[19, 25], [37, 43]])
    scene = draw.row(
        draw.grid(x, title="x"), "⋆", draw.grid(k, "kernel"), "=", draw.grid(y, "output")
    )
    assert scene.sentence == (
        "Input x, 3×3 (0 1 2 / 3 4 5 / 6 7 8) cross-correlated with kernel 2×2 (0 1 / 2 3) "
        "gives output 2×2 (19 25 / 37 43)."
    )
    heights = [placed.dy for placed in scene.placed if "fill" in placed.part.markup]
    words = texts(scene)
    assert words[words.index("⋆") :][:3] == ["⋆", "correlated", "with"]  # no star of difficulty
    assert words[words.index("=") + 1] not in ("correlated", "with")
    operators = [p.dy for p in scene.placed if ">⋆<" in p.part.markup or ">=<" in p.part.markup]
    assert operators[0] == operators[1] == scene.axis and max(heights) < scene.height
    assert draw.row(draw.grid(x), draw.grid(y), alt="Two arrays.").sentence == "Two arrays."


def test_the_same_array_gives_the_same_picture_without_ids():
    first = draw.grid(np.arange(4).reshape(2, 2), "kernel", title="k", padding=1).svg()
    again = draw.grid(np.arange(4).reshape(2, 2), "kernel", title="k", padding=1).svg()
    assert first == again
    assert not re.search(r'\bid="|url\(|href', first)


def test_a_notebook_gets_the_picture_and_the_sentence():
    scene = draw.grid([1, 2])
    bundle = scene._repr_mimebundle_()
    assert bundle == {"text/html": scene.html(), "text/plain": scene.sentence}
    root = ElementTree.fromstring(scene.svg())
    assert root.get("role") == "img" and root.find(f"{SVG}title").text == bundle["text/plain"]


def test_odd_characters_do_not_break_the_picture():
    scene = draw.grid([1], title='a<b & "c"', alt="x < y & z")
    assert ElementTree.fromstring(scene.svg()).find(f"{SVG}title").text == "x < y & z"


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (dict(array=np.zeros((2, 2, 2))), ValueError, "1-D and 2-D"),
        (dict(array=3), ValueError, "1-D and 2-D"),
        (dict(array=np.zeros((0, 2))), ValueError, "nothing to draw"),
        (dict(array=["a"]), TypeError, "numbers"),
        (dict(array=[1], role="weights"), ValueError, "no role 'weights'"),
        (dict(array=[1], padding=-1), ValueError, "at least 0"),
        (dict(array=[1], padding=1.5), TypeError, "whole number"),
        (dict(array=np.zeros((3, 3)), highlight=(2, 0, 2, 2)), ValueError, "leaves the 3×3 grid"),
        (dict(array=np.zeros((3, 3)), highlight=(1, 2)), ValueError, "takes four"),
        (dict(array=np.zeros((2, 3)), empty=[[True]]), ValueError, "empty has the shape"),
        (dict(array=np.zeros((3, 3)), highlight=3), TypeError, "highlight must be .row, column, h"),
        (dict(array=[1], decimals=-1), ValueError, "draw.grid: decimals must be at least 0"),
        (dict(array=[1], decimals=0.5), TypeError, "draw.grid: decimals must be a whole number"),
        (dict(array=[[1, 2], [3]]), TypeError, "draw.grid: array .* rows have different lengths"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(arguments, error, words):
    with pytest.raises(error, match=words):
        draw.grid(**arguments)


def test_a_title_may_be_a_number():
    assert draw.grid([1], title=3).sentence == draw.grid([1], title="3").sentence


def test_a_row_refuses_arrays():
    with pytest.raises(TypeError, match="draw.grid first"):
        draw.row(np.zeros(3))
    with pytest.raises(ValueError, match="nothing to draw"):
        draw.row()


def test_importing_draw_is_light():
    code = (
        "import sys, cnnhelpers.draw; "
        "print([m for m in ('matplotlib', 'torch', 'ipywidgets') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_numbers_beyond_all_cells_have_an_exponent():
    from cnnhelpers.draw.numbers import written

    assert written(np.array([[-2e12, 1.5e9, 0.0]])) == [["−2e12", "1.5e9", "0"]]
    assert written(np.array([[3e-12, -2.6e-9, np.inf]])) == [["3e−12", "−2.6e−9", "∞"]]
    assert written(np.array([[0.001, 1e-9]])) == [["0.00", "0.00"]]  # beside others: nothing
