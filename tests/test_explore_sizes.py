"""The output size explorer: every slider position against PyTorch and its gradient."""

import re
from html import unescape

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
    texts_of,
)

from cnnhelpers import shapes
from cnnhelpers.draw.style import WRONG
from cnnhelpers.explore import ConvExplorer, OutputSizeExplorer
from cnnhelpers.explore.sizes import LEFT, PADDING, PIXEL


@pytest.fixture(scope="module")
def explorer():
    return OutputSizeExplorer()


def test_every_slider_position_shows_pytorchs_size_and_what_its_gradient_leaves_out(explorer):
    torch = pytorch()
    drawn = impossible = left_out = 0
    for state in explorer.states():
        scene = explorer.scene(**state)
        x = torch.ones(1, 1, state["size"], requires_grad=True)
        kernel = torch.ones(1, 1, state["kernel_size"])
        try:
            y = torch.nn.functional.conv1d(
                x, kernel, stride=state["stride"], padding=state["padding"],
                dilation=state["dilation"],
            )  # fmt: skip
        except RuntimeError:
            assert "no window fits" in scene.sentence and "does not fit" in texts(scene)
            padding = int(re.search(r"padding of at least (\d+)", scene.sentence)[1])
            span = state["dilation"] * (state["kernel_size"] - 1) + 1
            assert state["size"] + 2 * padding >= span > state["size"] + 2 * (padding - 1)
            impossible += 1
            continue
        size = y.shape[-1]
        span, formula = re.search(
            r"span = (.*?); output = (.*?)\. (?:No|Every)", scene.sentence
        ).groups()
        reach = state["dilation"] * (state["kernel_size"] - 1) + 1
        for sides, expected in ((span, reach), (formula, size)):
            for side in sides.split(" = "):
                code = side.replace("−", "-").replace("×", "*")
                found = eval(code, {"floor": lambda value: int(value // 1)})
                assert found == expected, (sides, state)
        assert f"output = {formula}" in texts(scene)
        assert any(words.startswith(f"span = D×(K − 1) + 1 = {reach},") for words in texts(scene))

        y.sum().backward()
        unread = [pixel for pixel, grad in enumerate(x.grad[0, 0].tolist()) if grad == 0]
        origin = LEFT + PADDING * PIXEL
        crossed = f"M3 3L{PIXEL - 3} {PIXEL - 3}"
        marked = [(p.dx - origin) / PIXEL for p in scene.placed if crossed in p.svg()]
        assert marked == unread, state
        words = re.search(r"No window reads input pixels? ([\d, and]+)\.", scene.sentence)
        assert ([int(n) for n in re.findall(r"\d+", words[1])] if words else []) == unread
        # The green numbers: one output a window, in order.
        outputs = [
            int(texts_of(p)[0])
            for p in scene.placed
            if "#E69F00" in p.svg() and texts_of(p) and texts_of(p)[0].isdigit()
        ]
        assert outputs == list(range(size))
        drawn += 1
        left_out += bool(unread)
    assert drawn > 2000 and impossible > 100 and left_out > 500


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)


def test_nothing_leaves_the_card(explorer):
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(OutputSizeExplorer(by_ceiling))


def test_windows_in_one_line_do_not_touch():
    """Windows stand in as few lines as they need, and beside each lies the box of its output."""
    for state in OutputSizeExplorer().states():
        span = state["dilation"] * (state["kernel_size"] - 1) + 1
        ends: dict[float, float] = {}
        for placed in OutputSizeExplorer.draw(_PLAIN, **state).placed:
            if 'rx="2"' in placed.svg():  # a window, from left to right
                assert placed.dx >= ends.get(placed.dy, 0), state
                ends[placed.dy] = placed.dx + span * PIXEL + 28


_PLAIN = OutputSizeExplorer()


def test_the_sentence(explorer):
    assert explorer.scene(size=8, kernel_size=3, stride=2).sentence == (
        "Input 8, kernel 3, stride 2, padding 0, dilation 1: span = 1×(3 − 1) + 1 = 3; "
        "output = floor((8 + 2×0 − 3) / 2) + 1 = floor(5 / 2) + 1 = 3. "
        "No window reads input pixel 7."
    )


# A learner's function --------------------------------------------------------------------------


def by_formula(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


def by_ceiling(size, kernel_size, stride=1, padding=0, dilation=1):
    return -(-(size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride) + 1


def marked(scene):
    """Whether the scene marks a disagreement: by colour, and by a word that differs."""
    boxes = [placed for placed in scene.placed if WRONG in placed.svg()]
    assert len(boxes) <= 1
    if not boxes:
        return False
    (words,) = map(unescape, texts_of(boxes[0]))
    assert words.startswith("Your function") and words.rstrip("…") in scene.sentence
    assert not words.endswith("too.")
    return True


@pytest.mark.parametrize("right", [by_formula, shapes.output_size])
def test_a_right_function_is_never_marked(right):
    own = OutputSizeExplorer(right)
    for state in own.states():
        scene = own.scene(**state)
        assert not marked(scene), state
        assert "no window" in scene.sentence or re.search(
            r"= (\d+)\. (?:No|Every).* Your function gives \1, too\.", scene.sentence
        )


def test_a_wrong_function_is_marked_exactly_where_it_is_wrong():
    own = OutputSizeExplorer(output_size=by_ceiling)
    wrong = 0
    for state in own.states():
        scene = own.scene(**state)
        true, given = by_formula(**state), by_ceiling(**state)
        assert marked(scene) == (given != true if true > 0 else given > 0), state
        if true > 0 and given != true:
            assert f"+ 1 = {true}. " in scene.sentence
            assert f"Your function gives {given}, not {true}." in texts(scene)
            wrong += 1
    assert wrong > 500
    assert own.scene(size=3, kernel_size=5, stride=4).sentence.endswith(
        "Your function gives 1, but no window fits."
    )


@pytest.mark.parametrize(
    ("function", "words", "wrong"),
    [
        (lambda *a, **o: None, "returned None; the answer above is the course's.", False),
        (lambda *a, **o: ..., "returned Ellipsis; the answer above is the course's.", False),
        (lambda *a, **o: 1 / 0, "raised ZeroDivisionError: division by zero.", True),
        (lambda size, kernel_size: 6, "gives 6, not 3.", True),
        (lambda **o: 3, "raised TypeError: ", True),
        (lambda *a, **o: "3", "returned str, not a number.", True),
        (lambda *a, **o: True, "returned bool, not a number.", True),
        (lambda *a, **o: [3], "returned list, not a number.", True),
        (lambda *a, **o: 3.5, "gives 3.5, not 3.", True),
        (lambda *a, **o: -2, "gives −2, not 3.", True),
        (lambda *a, **o: float("nan"), "gives nan, not 3.", True),
        (lambda *a, **o: 3.0, "gives 3.0, too.", False),
        (lambda *a, **o: np.int64(3), "gives 3, too.", False),
        (lambda *a, **o: {}["x" * 300], "raised KeyError: 'xxx", True),
    ],
)
def test_any_answer_is_shown_and_nothing_raises(function, words, wrong):
    own = OutputSizeExplorer(function)
    assert f"Your function {words}" in own.sentence and "+ 1 = 3. " in own.sentence
    assert marked(OutputSizeExplorer(function).scene()) == wrong
    assert all(len(line) <= 88 for line in texts(own.scene()))
    for size in (3, 12):
        assert "Your function" in own.scene(size=size, kernel_size=5, padding=0).sentence


def test_a_refusal_is_right_only_where_no_window_fits():
    def refuses(*arguments, **options):
        raise ValueError("too large")

    own = OutputSizeExplorer(refuses)
    assert marked(own.scene()) and not marked(own.scene(size=3, kernel_size=5))
    assert "Your function raised ValueError: too large" in own.sentence


def test_a_checked_function_is_drawn_with_its_mistake_and_a_stub_is_not():
    from cnnhelpers import check

    assert OutputSizeExplorer(check.output_size(by_ceiling)).sentence.endswith("gives 4, not 3.")
    assert OutputSizeExplorer(check.output_size(by_formula)).sentence.endswith("gives 3, too.")

    def stub(size, kernel_size, stride=1, padding=0, dilation=1): ...

    assert OutputSizeExplorer(check.output_size(stub)).sentence == OutputSizeExplorer().sentence

    def flipped(x, kernel):
        return shapes_correlate(x, kernel[::-1, ::-1])

    def shapes_correlate(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.einsum("ijkl,kl->ij", windows, kernel)

    checked = check.correlate2d(flipped)
    assert checked.verdict == "wrong values"
    assert "differ from the sum" in ConvExplorer(conv2d=checked).sentence
    checked = check.correlate2d(lambda x, kernel: None)
    assert "our function" not in ConvExplorer(conv2d=checked).sentence


def test_what_is_no_function_is_refused_in_one_sentence():
    with pytest.raises(TypeError, match="output_size must be a function, not int; give it the"):
        OutputSizeExplorer(3)
