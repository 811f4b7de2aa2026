"""The joint-kernel explorer: every state against PyTorch, typed numbers, a learner's function."""

from __future__ import annotations

import re

import pytest
from explorer_tools import (
    assert_every_cell_leads_somewhere,
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    region,
    texts,
    value,
)

from cnnhelpers import explore
from cnnhelpers.draw.style import WRONG
from cnnhelpers.exercises.depth.collapse_conv import collapse_conv
from cnnhelpers.explore import JointKernelExplorer
from cnnhelpers.explore.joint import KERNELS, SIGNAL

SENTENCE = re.compile(
    r"Kernels (.+) and (.+), (no zeros|zeros around each layer), (ReLU|nothing) between the layers:"
    r" the joint kernel is (.+)\. Its place (\d): (.+) = (.+)\. Two layers give (.+?)\. One layer "
    r"gives (?:the same: all (\d) are equal|(.+): outputs? (.+) of 0 to (\d) differs?)\."
)


@pytest.fixture(scope="module")
def explorer():
    return JointKernelExplorer()


def numbers(words: str) -> list[float]:
    return [value(word) for word in re.split(r",? and |, | ", words)]


def by_pytorch(first, second, zeros, relu, signal=SIGNAL):
    """Return the outputs of two layers, and of one with the joint kernel."""
    torch = pytorch()
    x, one, two = (torch.tensor(row, dtype=torch.float64)[None, None] for row in
                   (signal, first, second))  # fmt: skip
    conv1d, pad = torch.nn.functional.conv1d, 1 if zeros else 0
    joint = conv1d(one, two.flip(2), padding=2)
    middle = conv1d(x, one, padding=pad)
    if relu:
        middle = torch.relu(middle)
    return (
        joint.flatten().tolist(),
        conv1d(middle, two, padding=pad).flatten().tolist(),
        conv1d(x, joint, padding=2 * pad).flatten().tolist(),
    )


def test_every_state_shows_pytorchs_numbers(explorer):
    seen = 0
    for state in explorer.states():
        found = SENTENCE.fullmatch(explorer.scene(**state).sentence)
        assert found, state
        first, second = KERNELS[state["kernels"]]
        zeros, relu = state["zeros"] != "none", state["between"] == "ReLU"
        joint, two, one = by_pytorch(first, second, zeros, relu)
        assert [numbers(found[i]) for i in (1, 2, 5, 9)] == [first, second, joint, two]
        place = state["place"]
        assert int(found[6]) == place and value(found[8]) == joint[place]
        products = [term.split("×") for term in found[7].split(" + ")]
        assert sum(value(a) * value(b) for a, b in products) == joint[place]
        assert len(products) == [1, 2, 3, 2, 1][place]
        start = 0 if zeros else 2
        differ = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
        if differ:
            assert numbers(found[11]) == one and numbers(found[12]) == differ
            assert int(found[13]) == len(one) - 1
            asked = explorer.facts(**state, typed={})["differ"]
            assert asked == [start + i for i in differ]
        else:
            assert int(found[10]) == len(two)
        svg = explorer.scene(**state).svg()
        assert svg.count(f'stroke="{WRONG}"') == len(differ)
        seen += 1
    assert seen == 3 * 2 * 2 * 5


def test_inside_the_border_both_are_equal_and_at_it_they_are_not(explorer):
    """1 2 1 twice, with ones at 0 and 4: 5 and 6 at the border, the rest alike."""
    scene = explorer.scene(zeros="around each layer")
    assert "Two layers give 5 4 2 4 6 4 1 0 0." in scene.sentence
    assert "One layer gives 6 4 2 4 6 4 1 0 0: output 0 of 0 to 8 differs." in scene.sentence
    assert "1 of 9 differ" in texts(scene)


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "Kernels 1 2 1 and 1 2 1, no zeros, nothing between the layers: the joint kernel is "
        "1 4 6 4 1. Its place 2: 1×1 + 2×2 + 1×1 = 6. Two layers give 2 4 6 4 1. One layer gives "
        "the same: all 5 are equal."
    )


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_and_can_be_pointed_at(explorer):
    assert_it_can_be_read_in_a_low_window(explorer)
    assert_every_cell_leads_somewhere(explorer)
    assert region(explorer.scene(), "products").values == (0, 1, 2, 1, 2, 3, 2, 3, 4)


def test_numbers_that_were_typed_are_joined(explorer):
    """First kernel 1 2 3, second 1 2 1: 1 4 8 8 3; and x[4] = 5."""
    scene = explorer.scene(typed={"blur, blur, first[2,0]": "3", "x[4]": "5"})
    assert "the joint kernel is 1 4 8 8 3." in scene.sentence
    right = by_pytorch([1, 2, 3], [1, 2, 1], False, False, [1, 0, 0, 0, 5, 0, 0, 0, 0])[1]
    assert f"Two layers give {' '.join(f'{each:.0f}' for each in right)}." in scene.sentence
    assert "all 5 are equal" in scene.sentence


# A learner's function ---------------------------------------------------------------------------


def test_a_right_function_is_drawn_without_remark():
    own = JointKernelExplorer(collapse_conv)
    plain = JointKernelExplorer()
    for state in own.states():
        assert own.scene(**state).svg() == plain.scene(**state).svg()


def test_correlated_kernels_show_where_they_are_wrong():
    own = JointKernelExplorer(lambda one, two: collapse_conv(one, two[..., ::-1]))
    assert "our joint kernel" not in own.sentence  # 1 2 1 is its own mirror image
    sentence = own.scene(kernels="edge, edge").sentence
    assert "Your joint kernel is −1 0 2 0 −1, 3 of 5 wrong." in sentence
    assert "your joint kernel, 3 of 5 wrong" in texts(own.scene(kernels="edge, edge"))


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda one, two: None, "Your function returned None; it should return an array"),
        (lambda one, two: 1 / 0, "Your function raised ZeroDivisionError: division by zero"),
        (lambda one, two: one, "Your function returned 1×1×1×3; it should return 1×1×1×5."),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = JointKernelExplorer(function)
    assert words in own.sentence
    assert len(list(own.states())) == 60
    assert_nothing_leaves_the_card(own)


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="collapse_conv must be a function, not int"):
        JointKernelExplorer(2)


def test_a_goal_can_ask_for_what_is_seen():
    goal = explore.Goal("Border only.", lambda seen: seen.differ == [0] and seen.one[0] == 6)
    own = JointKernelExplorer(goals=[goal])
    assert own.reached(zeros="around each layer") == [0] and own.reached() == []
