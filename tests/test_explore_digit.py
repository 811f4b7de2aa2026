"""The digit explorer: every piece of every digit shows the pixels of the data set."""

import re
from types import SimpleNamespace

import numpy as np
import pytest
from explorer_tools import (
    assert_every_cell_leads_somewhere,
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    goals_of,
    region,
    texts,
)

from cnnhelpers.datasets import digits
from cnnhelpers.explore import DigitExplorer
from cnnhelpers.explore.digit import DOT


@pytest.fixture(scope="module")
def explorer():
    return DigitExplorer()


def test_every_slider_position_shows_the_pixels(explorer):
    images, labels = digits("train", 200)
    for state in explorer.states():
        digit, row, column = state["digit"], state["row"], state["column"]
        scene = explorer.scene(**state)
        which = int(re.search(r"training image (\d+)", scene.sentence)[1])
        assert labels[which] == digit
        piece = images[which, 0, row : row + 8, column : column + 8]
        shown = re.findall(r">(\d\.\d\d)<", "".join(p.svg() for p in scene.placed[4:]))
        assert len(shown) == 64
        assert np.allclose([float(text) for text in shown], piece.ravel(), rtol=0, atol=0.0051)
        low, high = map(float, re.search(r"between (\S+) and (\S+)\. Row", scene.sentence).groups())
        assert abs(low - piece.min()) < 0.0051 and abs(high - piece.max()) < 0.0051


def test_the_picture_has_the_greys_of_the_image(explorer):
    for digit in range(10):
        svg = explorer._picture(digit).markup
        seen = np.zeros((28, 28))
        for x, y, grey in re.findall(r'x="(\d+)" y="(\d+)" .*?fill="#(..)', svg):
            seen[int(y) // DOT, int(x) // DOT] = int(grey, 16) / 255
        assert np.allclose(seen, explorer.images[digit], atol=0.003)


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)


def test_it_fits(explorer):
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer, every=97)
    assert_every_cell_leads_somewhere(explorer, every=977)


def test_the_piece_follows_the_pointer_around_its_middle(explorer):
    picture = region(explorer.scene(), "picture")
    assert (picture.rows, picture.columns, len(picture.values)) == (28, 28, 28 * 28)
    for row, column, expected in ((0, 0, (0, 0)), (14, 9, (10, 5)), (27, 27, (20, 20))):
        target = dict(picture.values[28 * row + column])
        assert (target["row"], target["column"]) == expected


def test_the_headings_are_the_slices_that_one_would_write(explorer):
    assert "image[0, 6:14, 10:18]" in texts(explorer.scene())


def test_the_goal_of_00_wants_black_between_two_strokes(explorer):
    (goal,) = goals_of("00", "DigitExplorer")
    bar = np.array([[0.98, 0.72, 0.72, 0.51, 0.38, 0.38, 0.55, 0.85]])  # of a 3
    assert not goal.reached(SimpleNamespace(piece=bar))
    assert any(goal.reached(SimpleNamespace(**explorer.facts(**s))) for s in explorer.states())
