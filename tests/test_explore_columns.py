"""The im2col explorer: every window against PyTorch's unfold, and functions with bugs."""

import re
from functools import cache

import numpy as np
import pytest
from explorer_tools import (
    assert_every_cell_leads_somewhere,
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    needs_pytorch,
    pytorch,
    region,
    texts,
    texts_of,
    value,
    with_pytorch,
)

from cnnhelpers.draw.style import ROLES, WRONG
from cnnhelpers.explore import Goal, Im2colExplorer

SETTINGS = "channels", "kernel_size", "stride", "padding"


@pytest.fixture(scope="module")
def explorer():
    return Im2colExplorer()


@cache
def unfolded(channels, kernel_size, stride, padding):
    """Return the rows of the matrix, made by PyTorch."""
    torch = pytorch()
    x = torch.arange(12.0).reshape(1, 3, 4)
    x = torch.cat([x + 20 * c for c in range(channels)])[None]
    found = torch.nn.functional.unfold(x, kernel_size, padding=padding, stride=stride)
    return found[0].T.numpy()


def numbers_of(scene):
    """Return the numbers of the matrix, row by row, as they are drawn, and the marked ones."""
    table = region(scene, "matrix")
    cells = [
        one for one in scene.placed
        if one.dx >= table.x and table.y <= one.dy < table.y + table.rows * table.height
        and len(texts_of(one)) == 1
    ]  # fmt: skip
    cells.sort(key=lambda one: (one.dy, one.dx))
    orange = [ROLES["kernel"].fill in one.svg() for one in cells]
    return [value(texts_of(one)[0]) for one in cells], orange


def test_every_slider_position_shows_pytorchs_numbers(explorer):
    count = 0
    for state in explorer.states():
        setting = tuple(state[name] for name in SETTINGS)
        matrix, scene = unfolded(*setting), explorer.scene(**state)
        number = state["window"] - 1
        across = (4 + 2 * setting[3] - setting[1]) // setting[2] + 1
        row, column = divmod(number, across)
        copies, image, bytes_of = (matrix == 5).sum(), 48 * setting[0], 4 * matrix.size
        words = {0: "never", 1: "once"}.get(copies, f"{copies} times")
        rows = "1 row," if len(matrix) == 1 else f"{len(matrix)} rows,"
        for said in (
            f"the matrix has {rows} one for each window, and {matrix.shape[1]} columns",
            f"Window {number + 1} of {len(matrix)} at row {row}, column {column} of the output",
            f"is its row {number}: {' '.join(f'{each:.0f}' for each in matrix[number])}.",
            f"The image has {image} bytes, the matrix {bytes_of}, {bytes_of / image:.1f} times",
            f"Pixel (1, 1) stands in it {words}.",
        ):
            assert said in scene.sentence, state
        shown, orange = numbers_of(scene)
        assert shown == matrix.ravel().tolist(), state
        assert orange == (matrix == 5).ravel().tolist(), state
        assert f"copies of pixel (1, 1): {copies}" in texts(scene)
        count += 1
    assert count == sum(
        len(unfolded(*setting)) for setting in {
            tuple(state[name] for name in SETTINGS) for state in explorer.states()
        }
    )  # fmt: skip
    assert count == 2 * (6 + 20 + 2 + 6 + 2 + 12 + 1 + 4)


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "Kernel 2×2, stride 1, padding 0, 1 channel: the matrix has 6 rows, one for each window, "
        "and 4 columns, one for each number of a filter. Window 1 of 6 at row 0, column 0 of the "
        "output is its row 0: 0 1 4 5. The image has 48 bytes, the matrix 96, 2.0 times as many. "
        "Pixel (1, 1) stands in it 4 times."
    )


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_and_can_be_pointed_at(explorer):
    assert_it_can_be_read_in_a_low_window(explorer)
    assert_every_cell_leads_somewhere(explorer)


def test_pointing_at_a_pixel_brings_the_window_that_begins_there(explorer):
    """Stride 2, padding 1: the window at row 1, column 1 begins at padded pixel (2, 2)."""
    scene = explorer.scene(channels=1, kernel_size=2, stride=2, padding=1)
    field = region(scene, "channel 0")
    assert (field.rows, field.columns) == (5, 6)
    assert field.values[2 * 6 + 2] == 1 * 3 + 1 + 1
    assert field.values[-1] == 6  # beyond the last window: the nearest


@pytest.mark.parametrize(
    ("goal", "state"),
    [
        (lambda seen: seen.copies == 9, dict(kernel_size=3, padding=1)),
        (lambda seen: seen.copies == 1, dict(kernel_size=2, stride=2)),
        (lambda seen: seen.matrix_bytes < seen.image_bytes, dict(kernel_size=3, stride=2)),
        (lambda seen: seen.shape == (4, 18), dict(channels=2, kernel_size=3, stride=2, padding=1)),
    ],
)
def test_goals_know_the_facts(goal, state):
    own = Im2colExplorer(goals=[Goal("Try it.", goal)])
    assert own.reached() == []
    assert own.reached(**state) == [0]


def torch_im2col(x, kernel_size, stride=1, padding=0):
    torch = pytorch()
    found = torch.nn.functional.unfold(torch.tensor(x), kernel_size, stride=stride, padding=padding)
    return found.transpose(1, 2).reshape(-1, found.shape[1]).numpy()


@needs_pytorch
def test_a_right_function_is_drawn_without_remark(explorer):
    own = Im2colExplorer(torch_im2col)
    for state in own.states():
        assert own.scene(**state).svg() == explorer.scene(**state).svg()


def test_a_bug_shows_in_the_cells_that_differ():
    def scrambled(x, kernel_size, stride=1, padding=0):
        right = torch_im2col(x, kernel_size, stride, padding)
        return right.T.reshape(right.shape)

    own = Im2colExplorer(scrambled)
    scene = own.scene()
    right = unfolded(1, 2, 1, 0)
    wrong = (right.T.reshape(right.shape) != right).sum()
    assert f"{wrong} of 24 numbers of your matrix are wrong." in scene.sentence
    assert f"your matrix, {wrong} of 24 wrong" in texts(scene)
    assert sum(WRONG in placed.svg() for placed in scene.placed) == wrong
    assert numbers_of(scene)[0] == right.T.ravel().tolist()


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, k, s, p: None, "Your function returned None; it should return an array"),
        (lambda x, k, s, p: 1 / 0, "Your function raised ZeroDivisionError"),
        with_pytorch(
            lambda x, k, s, p: torch_im2col(x, k, s, p).T, "returned 4×6; it should return 6×4."
        ),
        with_pytorch(
            lambda x, k, s, p: torch_im2col(x, k, s, p) * np.nan, "24 of 24 numbers of your matrix"
        ),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = Im2colExplorer(function)
    assert words in own.sentence
    assert re.search(r"our (function|matrix)", " ".join(texts(own.scene())))
    assert_nothing_leaves_the_card(own)


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="im2col must be a function, not int"):
        Im2colExplorer(2)
