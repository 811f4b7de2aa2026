"""The clip explorer: every filter on every clip against PyTorch."""

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
    value,
)

from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore import ClipExplorer
from cnnhelpers.explore.clip import DIGIT, LEFT, PIXEL, SIDE, STEP, WEIGHT

WAYS = {"right": (0, 1), "left": (0, -1), "down": (1, 0), "up": (-1, 0)}
NAMES = ["still", "right 1", "right 2", "left 1", "left 2", "down 1", "down 2", "up 1", "up 2"]


@pytest.fixture(scope="module")
def explorer():
    return ClipExplorer()


def own_clip(motion):
    """Build the clip anew: the digit pasted where it should be in each frame."""
    from cnnhelpers.datasets import digits

    images, labels = digits("train")
    image = images[labels == DIGIT][0, 0].astype(np.float64)
    small = (image[::2, ::2] + image[1::2, ::2] + image[::2, 1::2] + image[1::2, 1::2]) / 4
    small = small[:, small.sum(axis=0) > 0][small.sum(axis=1) > 0]
    assert np.isclose(small.sum() * 4, image.sum())  # nothing but margin is left out
    height, width = small.shape
    frames = np.zeros((5, 16, 16))
    down, across = WAYS[motion]
    for index, frame in enumerate(frames):
        top = (16 - height) // 2 + (index - 2) * down
        left = (16 - width) // 2 + (index - 2) * across
        assert 0 <= top <= 16 - height and 0 <= left <= 16 - width
        frame[top : top + height, left : left + width] = small
    return frames


def own_filter(direction, speed):
    down, across = WAYS[direction]
    weights = np.zeros((3, 7, 7))
    for frame in range(3):
        for r in (-1, 0, 1):
            for c in (-1, 0, 1):
                row = 3 + (frame - 1) * speed * down + r
                column = 3 + (frame - 1) * speed * across + c
                weights[frame, row, column] = 8 if r == c == 0 else -1
    return weights


@cache
def response(motion, direction, speed):
    torch = pytorch()
    x, weight = torch.tensor(own_clip(motion)), torch.tensor(own_filter(direction, speed))
    made = torch.nn.functional.conv3d(x[None, None], weight[None, None], padding=(0, 3, 3))
    return made[0, 0].numpy()


def largest(motion):
    answers = [response(motion, "right", 0).max()]
    return answers + [response(motion, way, speed).max() for way in WAYS for speed in (1, 2)]


def test_every_slider_position_shows_pytorchs_numbers(explorer):
    count = 0
    for state in explorer.states():
        motion, direction, speed, frame = state.values()
        assert np.allclose(explorer.clip(motion), own_clip(motion), rtol=0, atol=1e-7)
        assert (explorer.filter(direction, speed) == own_filter(direction, speed)).all()
        expected = response(motion, direction, speed)[frame - 1]
        assert np.allclose(
            explorer.response(motion, direction, speed)[frame - 1], expected, rtol=0, atol=1e-5
        )
        scene = explorer.scene(**state)
        words = texts(scene)
        found = re.search(
            rf"^A {DIGIT} moves (\w+) by 1 pixel a frame, 5 frames of 16×16\. Filter 3×7×7: a spot "
            r"that (.*?)\. Frames (\d) to (\d): the largest response is (\S+), at row (\d+), "
            r"column (\d+)\. Of the nine filters (.*) answers? most, (\S+)\.$",
            scene.sentence,
        )
        assert found[1] == motion
        moves = f"moves {direction} by {speed}" if speed else "stands still"
        assert found[2] == moves
        assert [int(found[3]), int(found[4])] == [frame, frame + 2]
        assert abs(value(found[5]) - expected.max()) < 0.051
        assert expected[int(found[6]), int(found[7])] > expected.max() - 1e-5
        assert f"largest {found[5]}" in words and f"response {frame} of 3" in words

        answers = largest(motion)
        best = NAMES[int(np.argmax(answers))]
        mine = f"{direction} {speed}" if speed else "still"
        if best == mine:
            assert found[8] == "this one"
        else:
            way, speed_ = best.split()
            assert found[8] == f"the spot that moves {way} by {speed_}"
        assert abs(value(found[9]) - max(answers)) < 0.051

        bars = [placed for placed in scene.placed if 'x="-12"' in placed.svg()]
        shown = [re.findall(r">([^<>]+)</text>", bar.svg()) for bar in bars]
        shown = [(number, " ".join(words).replace("by ", "")) for number, *words in shown]
        assert [name for _, name in shown] == NAMES
        written = [value(number) for number, _ in shown]
        assert np.allclose(written, answers, rtol=0, atol=0.051)
        chosen = [name for (_, name), bar in zip(shown, bars, strict=True) if "600" in bar.svg()]
        assert chosen == [mine]
        count += 1
    assert count == 4 * 4 * 3 * 3


def test_the_motion_of_the_filter_answers_most(explorer):
    for motion in WAYS:
        answers = largest(motion)
        order = np.argsort(answers)
        assert NAMES[order[-1]] == f"{motion} 1"
        assert answers[order[-2]] < 0.9 * answers[order[-1]]


def test_a_filter_that_stands_still_answers_a_spot_that_stands_still():
    """What the explorer leaves out: without motion, the filter without motion is the best one."""
    torch = pytorch()
    still = torch.tensor(np.stack([own_clip("right")[2]] * 3))[None, None]
    answers = []
    for direction, speed in [("right", 0), *((way, speed) for way in WAYS for speed in (1, 2))]:
        weight = torch.tensor(own_filter(direction, speed))[None, None]
        answers.append(float(torch.nn.functional.conv3d(still, weight, padding=(0, 3, 3)).max()))
    assert answers[0] == max(answers)


def drawn_levels(svg):
    """Return a (16, 16) picture's shades as they are drawn, 0 for the ground."""
    picture = np.zeros((SIDE, SIDE))
    fills = re.findall(r'<path d="([^"]*)" fill="#(\w\w)\w\w\w\w"/>', svg)
    for path, red in fills:
        for x, y in re.findall(r"M(\d+) (\d+)h", path):
            picture[int(y) // PIXEL, int(x) // PIXEL] = int(red, 16)
    return picture


def test_the_pictures_show_the_frames_and_the_response(explorer):
    state = dict(motion="down", direction="down", speed=1, frame=2)
    pictures = [p.svg() for p in explorer.scene(**state).placed if "crispEdges" in p.svg()]
    assert len(pictures) == 6
    for frame, svg in zip(own_clip("down"), pictures[:5], strict=True):
        assert np.abs(drawn_levels(svg) - 255 * frame).max() <= 255 / 30 + 1
    heat = drawn_levels(pictures[5])  # from white to green: the red part falls
    expected = np.clip(response("down", "down", 1)[1], 0, None)
    assert ((heat > 0) == (expected / max(map(max, map(largest, WAYS))) > 1 / 30)).all()
    assert heat[heat > 0].min() == heat.flat[expected.argmax()]


def test_the_filter_shows_its_spot_in_each_of_its_frames(explorer):
    for frame in (1, 2, 3):
        scene = explorer.scene(frame=frame, direction="left", speed=2)
        planes = [p for p in scene.placed if ">−1<" in p.svg()]
        numbers = [re.findall(r'x="([\d.]+)" y="([\d.]+)">8<', p.svg()) for p in planes]
        columns = [float(places[0][0]) for places in numbers]
        assert columns == [(column + 0.5) * WEIGHT for column in (5, 3, 1)]
        assert [p.dx for p in planes] == [LEFT + index * STEP for index in range(3)]


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "A 7 moves right by 1 pixel a frame, 5 frames of 16×16. Filter 3×7×7: a spot that moves "
        "right by 1. Frames 1 to 3: the largest response is 18.1, at row 11, column 4. "
        "Of the nine filters this one answers most, 18.1."
    )


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_text_is_large_enough_and_the_roles_are_kept(explorer):
    assert_it_can_be_read_in_a_low_window(explorer)
    assert_every_cell_leads_somewhere(explorer, every=5)
    assert all(ROLES[name].fill in explorer.scene().svg() for name in ("kernel", "output"))


# A learner's function --------------------------------------------------------------------------


def torch_conv3d(x, weight, bias):
    torch = pytorch()
    x, weight, bias = (torch.tensor(array) for array in (x, weight, bias))
    return torch.nn.functional.conv3d(x, weight, bias).numpy()


@needs_pytorch
def test_a_right_function_is_drawn_without_remark(explorer):
    own = ClipExplorer(torch_conv3d)
    for state in own.states():
        assert own.scene(**state).svg() == explorer.scene(**state).svg()


def test_a_bug_shows_in_the_pixels_that_differ():
    own = ClipExplorer(lambda x, w, b: torch_conv3d(x, w[:, :, ::-1].copy(), b))  # time reversed
    for state in own.states():
        motion, direction, speed, frame = state.values()
        opposite = {"right": "left", "left": "right", "down": "up", "up": "down"}[direction]
        right = response(motion, direction, speed)[frame - 1]
        wrong = response(motion, opposite, speed)[frame - 1]
        amount = int((~np.isclose(right, wrong, rtol=1e-5, atol=1e-4)).sum())
        scene = own.scene(**state)
        words = f"{amount} of 256 pixels of your function's response are wrong."
        assert scene.sentence.endswith(words) == (amount > 0)
        assert (f"{amount} pixels wrong" in texts(scene)) == (amount > 0)
        (shown,) = [text for text in texts(scene) if re.fullmatch(r"largest [\d.]+", text)]
        assert abs(value(shown.split()[1]) - wrong.max()) < 0.051
        assert (amount > 0) == (speed > 0)


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, w, b: None, "Your function returned None; it should return an array of shape"),
        (lambda x, w, b: 1 / 0, "Your function raised ZeroDivisionError: division by zero"),
        (lambda x, w: x, "Your function raised TypeError: "),
        (lambda x, w, b: x, "returned 1×1×5×22×22; it should return 1×1×3×16×16."),
        (lambda x, w, b: np.full((1, 1, 3, 16, 16), np.nan), "256 of 256 pixels"),
        (lambda x, w, b: np.full((1, 1, 3, 16, 16), np.inf), "256 of 256 pixels"),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = ClipExplorer(function)
    assert words in own.sentence
    assert len(list(own.states())) == 144
    shown = " ".join(texts(own.scene()))
    assert "Your function" in shown or "256 pixels wrong" in shown
    assert_nothing_leaves_the_card(own)


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="conv3d must be a function, not dict"):
        ClipExplorer({})
