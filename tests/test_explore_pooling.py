"""The pooling explorer: every window and every shift against PyTorch, and functions with bugs."""

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
    texts,
    texts_of,
    value,
    with_pytorch,
)

from cnnhelpers.draw.style import ROLES, WRONG
from cnnhelpers.explore import PoolExplorer
from cnnhelpers.explore.pooling import INPUT, WHOLE


@pytest.fixture(scope="module")
def explorer():
    return PoolExplorer()


@cache
def pooled(kernel_size, stride, shift, type):
    """Return the shifted input and the output, made by PyTorch."""
    torch = pytorch()
    x = torch.tensor(INPUT, dtype=torch.float64)
    if shift:
        x = torch.nn.functional.pad(x, (shift, 0))[:, :-shift]
    pool = torch.nn.functional.max_pool2d if type == "max" else torch.nn.functional.avg_pool2d
    return x.numpy(), pool(x[None, None], kernel_size, stride)[0, 0].numpy()


def change(before, after):
    return 100 * np.linalg.norm(after - before) / np.linalg.norm(before)


def test_every_slider_position_shows_pytorchs_numbers(explorer):
    count, seen = 0, {}
    for state in explorer.states():
        setting = tuple(state[name] for name in ("kernel_size", "stride", "shift", "type"))
        kernel_size, stride, shift, type = setting
        x, output = pooled(*setting)
        x0, before = pooled(kernel_size, stride, 0, type)
        scene = explorer.scene(**state)
        side = len(output)
        row, column = divmod(state["window"] - 1, side)
        found = re.search(
            r"^(Max|Average) pooling (\d)×\d, stride (\d), input (.*?): 8×8 becomes (\d)×\d\. "
            r"Window (\d+) of (\d+) at row (\d+), column (\d+): (.*?)\. (?:The|Without)",
            scene.sentence,
        )
        assert found[1] == type.capitalize()
        assert found[4] == (f"shifted by {shift}" if shift else "not shifted")
        numbers = [kernel_size, stride, side, state["window"], side**2, row, column]
        assert [int(found[i]) for i in (2, 3, 5, 6, 7, 8, 9)] == numbers
        window = x[row * stride :, column * stride :][:kernel_size, :kernel_size]
        result = value(re.search(r" (?:is|=) ([\d.]+)$", found[10])[1])
        assert abs(result - output[row, column]) < 0.006, state
        if kernel_size == 2:
            listed = re.match(r"the (?:largest|mean) of (.*) is", found[10])[1]
            assert [value(word) for word in re.split(", | and ", listed)] == list(window.ravel())
        if type == "average" and kernel_size > 1:
            assert f"is {window.sum():.0f} / {kernel_size**2} = " in found[10]
            assert any(text.startswith(f"{window.sum():.0f} / ") for text in texts(scene))

        if setting not in seen:  # what all windows of a setting share
            grids = [texts_of(placed) for placed in scene.placed]
            grids = [[value(text) for text in grid] for grid in grids if len(grid) == 64]
            assert np.allclose(grids[0], x.ravel())
            grids = [placed for placed in scene.placed if hasattr(placed.part, "children")]
            shown = [[value(text) for text in texts_of(placed)] for placed in grids]
            assert np.allclose(shown, [before.ravel(), output.ravel()], rtol=0, atol=0.006)
            stays = [ROLES["output"].fill in cell.svg() for cell in grids[0].part.children]
            assert stays == list((before == output).ravel())
            percent = [change(x0, x), change(before, output)]
            if shift:
                words = re.search(r"input by (\d+) % and the output by (\d+) %; (\d+) of (\d+)",
                                  scene.sentence)  # fmt: skip
                written = [int(words[i]) for i in (1, 2)]
                assert np.allclose(written, percent, rtol=0, atol=0.501)
                assert [int(words[3]), int(words[4])] == [sum(stays), side**2]
            else:
                assert "Without a shift, input and output stay as they are." in scene.sentence
            for kind, expected in zip(("input", "output"), percent, strict=True):
                (line,) = [t for t in texts(scene) if t.startswith(f"{kind} changes by ")]
                assert abs(int(line.split()[-2]) - expected) <= 0.501
                look = f'fill="{ROLES[kind].fill}"'
                (bar,) = [p.svg() for p in scene.placed if look in p.svg() and 'y="-7"' in p.svg()]
                width = float(re.search(r'width="([\d.]+)"', bar)[1])
                assert abs(width - expected / 100 * WHOLE) < 0.1
            seen[setting] = True
        if type == "max":  # the marked cell is the window's largest
            (mark,) = [p for p in scene.placed if ROLES["kernel"].fill in p.svg()
                       and "<text" in p.svg()]  # fmt: skip
            assert value(texts_of(mark)[0]) == window.max()
        count += 1
    assert (count, len(seen)) == (2128, 4 * 4 * 4 * 2)


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "Max pooling 2×2, stride 2, input shifted by 1: 8×8 becomes 4×4. "
        "Window 6 of 16 at row 1, column 1: the largest of 0, 1, 0 and 2 is 2. "
        "The shift changes the input by 87 % and the output by 60 %; "
        "7 of 16 outputs stay as they are."
    )


def test_max_pooling_tolerates_a_small_shift_better_than_a_large_one(explorer):
    for kernel_size, stride in ((2, 1), (2, 2), (3, 1), (3, 2), (4, 2)):
        shifts = [explorer.changes(kernel_size, stride, shift, "max") for shift in (1, 2, 3)]
        outputs = [output for _, output in shifts]
        assert outputs == sorted(outputs)
        assert all(output < input for input, output in shifts)


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_and_can_be_pointed_at(explorer):
    assert_it_can_be_read_in_a_low_window(explorer, every=17)
    assert_every_cell_leads_somewhere(explorer, every=97)


def test_a_number_that_was_typed_is_pooled():
    """Cell (1, 3) holds the 9 of the stroke; shifted by 1 it stands in the window at column 4."""
    own = PoolExplorer()
    state = dict(kernel_size=2, stride=2, shift=1, type="max", window=3)
    assert own.scene(**state).sentence.count("is 9.") == 1
    typed = own.scene(**state, typed={"x[1,3]": "−3"})
    assert "the largest of 0, 0, −3 and 6 is 6." in typed.sentence
    right = pooled(2, 2, 1, "max")[0].copy()
    right[1, 4] = -3
    assert np.array_equal(own.input(1, {"x[1,3]": "−3"}), right)
    # What is typed stands where it was typed, also when the image is shifted.
    (field,) = [one for one in typed.regions if one.name == "input"]
    assert field.texts[1 * 7 + 3] == "−3" and field.x > own.scene(shift=0).regions[0].x


# A learner's function --------------------------------------------------------------------------


def torch_pool(x, kernel_size, stride=None):
    torch = pytorch()
    return torch.nn.functional.max_pool2d(torch.tensor(x), kernel_size, stride).numpy()


def torch_average(x, kernel_size, stride=None):
    torch = pytorch()
    return torch.nn.functional.avg_pool2d(torch.tensor(x), kernel_size, stride).numpy()


@needs_pytorch
def test_right_functions_are_drawn_without_remark():
    own = PoolExplorer(torch_pool, average=torch_average)
    plain = PoolExplorer()
    for state in own.states():
        assert own.scene(**state).svg() == plain.scene(**state).svg()


@needs_pytorch
def test_each_function_is_drawn_for_its_type():
    own = PoolExplorer(lambda x, k, stride: torch_average(x, k, stride))
    assert "of your function are wrong" in own.scene(type="max").sentence
    assert "our function" not in own.scene(type="average").sentence
    own = PoolExplorer(average=torch_pool)
    assert "our function" not in own.scene(type="max").sentence
    assert "of your function are wrong" in own.scene(type="average").sentence


def test_a_bug_shows_in_the_cells_that_differ():
    def minimum(x, kernel_size, stride=None):
        return -torch_pool(-x, kernel_size, stride)

    own = PoolExplorer(minimum)
    for state in own.states():
        if state["type"] == "average":
            continue
        setting = [state[name] for name in ("kernel_size", "stride", "shift", "type")]
        x, right = pooled(*setting)
        wrong = minimum(x[None, None], *setting[:2])[0, 0]
        differ = (wrong != right).ravel()
        scene = own.scene(**state)
        if not differ.any():
            assert "our function" not in scene.sentence
            continue
        amount = f"{differ.sum()} of {right.size} outputs of your function"
        assert re.search(rf"{amount} (is|are) wrong\.", scene.sentence)
        assert f"output, {differ.sum()} of {right.size} wrong" in texts(scene)
        (*_, output) = [placed for placed in scene.placed if hasattr(placed.part, "children")]
        assert [WRONG in cell.svg() for cell in output.part.children] == list(differ)
        index = state["window"] - 1
        words = f"Your function gives {wrong.flat[index]:.0f} here, not {right.flat[index]:.0f}."
        assert (words in scene.sentence) == differ[index]


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, k: None, "Your function returned None; it should return an array of shape"),
        (lambda x, k: 1 / 0, "Your function raised ZeroDivisionError: division by zero"),
        with_pytorch(
            lambda x, k: torch_pool(x, k, 1), "returned 1×1×7×7; it should return 1×1×4×4."
        ),
        with_pytorch(lambda x, k: torch_pool(x, k)[0], "returned 1×4×4; it should return 1×1×4×4."),
        (lambda x, k: x[:, :, 0] * np.nan, "returned 1×1×8; it should return 1×1×4×4."),
        with_pytorch(
            lambda x, k: torch_pool(x, k) * np.nan, "16 of 16 outputs of your function are wrong."
        ),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = PoolExplorer(function)
    assert words in own.sentence
    assert len(list(own.states())) > 100
    shown = " ".join(texts(own.scene()))
    assert "Your function" in shown or "16 of 16 wrong" in shown
    assert_nothing_leaves_the_card(own)


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="pool must be a function, not int"):
        PoolExplorer(2)
    with pytest.raises(TypeError, match="average must be a function, not str"):
        PoolExplorer(average="mean")
