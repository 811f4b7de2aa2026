"""The convolution explorer: every slider position against PyTorch, and functions with bugs."""

import re
import time

import numpy as np
import pytest
from explorer_tools import (
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
    texts_of,
    value,
)

from cnnhelpers.draw.style import ROLES, WRONG
from cnnhelpers.explore import ConvExplorer
from cnnhelpers.explore.convolution import KERNELS, MIDDLE_CELL


@pytest.fixture(scope="module")
def explorer():
    return ConvExplorer()


def correlate(x, kernel, *, stride=1, padding=0, dilation=1):
    torch = pytorch()
    made = torch.nn.functional.conv2d(
        torch.tensor(x)[None, None],
        torch.tensor(kernel.copy())[None, None],
        stride=stride,
        padding=padding,
        dilation=dilation,
    )
    return made[0, 0].numpy()


def options(state):
    return {name: state.get(name, default) for name, default in
            (("stride", 1), ("padding", 0), ("dilation", 1))}  # fmt: skip


def check_every_state(explorer):
    """Compare the numbers in every picture and sentence with PyTorch."""
    drawn = impossible = 0
    outputs = {}
    for state in explorer.states():
        window = state["window"]
        setting = tuple(sorted((k, v) for k, v in state.items() if k != "window"))
        kernel = explorer.kernel(state.get("kernel_size"))
        scene = explorer.scene(**state)
        if setting not in outputs:
            try:
                outputs[setting] = correlate(explorer.x, kernel, **options(state))
            except RuntimeError:  # PyTorch refuses it too
                outputs[setting] = None
        expected = outputs[setting]
        if expected is None:
            assert "no window and no output" in scene.sentence
            assert window == 1
            impossible += 1
            continue
        drawn += 1
        rows, columns = expected.shape
        row, column = divmod(window - 1, columns)
        total = expected[row, column]

        found = re.search(
            r"becomes (\d+)×(\d+)\. Window (\d+) of (\d+) at row (\d+), column (\d+): "
            r"(.*?) = (\S+)\.",
            scene.sentence,
        )
        assert [int(found[i]) for i in (1, 2, 3, 4)] == [rows, columns, window, rows * columns]
        assert (int(found[5]), int(found[6])) == (row, column)
        assert abs(value(found[8]) - total) < 0.006, state

        (output,) = [placed for placed in scene.placed if placed.first is not None]
        shown = [value(text) for text in texts_of(output)]
        assert np.allclose(shown, expected.ravel()[:window], rtol=0, atol=0.006), state

        # The taps: where they stand, what they hold, and what they add up to.
        padding, stride, dilation = (options(state)[k] for k in ("padding", "stride", "dilation"))
        padded = np.pad(explorer.x, padding)
        size = explorer._cell
        taps, products = [], []
        for placed in scene.placed:
            words = texts_of(placed)
            if len(words) == 2 and words[1].startswith("×"):
                r = (placed.dy - explorer._input[1]) / size + padding
                c = (placed.dx - explorer._input[0]) / size + padding
                taps.append((r, c, value(words[0]), value(words[1][1:])))
            elif placed.first is None and f'height="{MIDDLE_CELL}"' in placed.svg():
                products += map(value, words)
        places = [(row * stride + i * dilation, column * stride + j * dilation)
                  for i, j in np.ndindex(kernel.shape)]  # fmt: skip
        under = [(r, c, padded[r, c], w) for (r, c), w in zip(places, kernel.ravel(), strict=True)]
        assert taps == under, state
        # A 1×1 kernel makes its own cell look like a product.
        multiplied = [v * w for _, _, v, w in taps]
        assert np.allclose(products[-kernel.size :], multiplied, rtol=0, atol=0.006)
        assert f"sum = {found[8]}" in texts(scene)
    return drawn, impossible


def test_every_slider_position_shows_pytorchs_numbers(explorer):
    drawn, impossible = check_every_state(explorer)
    assert drawn > 2000 and impossible > 5


def test_a_kernel_and_an_input_of_ones_own_that_are_not_square():
    x = np.arange(20).reshape(4, 5) / 2
    own = ConvExplorer(x, np.array([[1, 0.5, -1], [0, 2, 1]]), conv2d=correlate)
    drawn, impossible = check_every_state(own)
    assert drawn > 100 and impossible > 0
    assert all("your function" not in own.scene(**state).sentence.lower() for state in own.states())


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)


def test_nothing_leaves_the_card(explorer):
    assert_nothing_leaves_the_card(explorer)


def test_no_kernel_looks_the_same_flipped_or_transposed():
    for size, numbers in KERNELS.items():
        kernel = np.array(numbers)
        assert kernel.shape == (size, size)
        if size > 1:
            assert (kernel != kernel[::-1, ::-1]).any() and (kernel != kernel.T).any()


def test_the_sentence_of_the_brief_state(explorer):
    scene = explorer.scene(kernel_size=3, padding=1, stride=2, window=6)
    assert scene.sentence == (
        "Kernel 3×3, padding 1, stride 2, dilation 1: 7×7 becomes 4×4. "
        "Window 6 of 16 at row 1, column 1: 2×1 + 1×0 + … = 4."
    )


# A learner's function --------------------------------------------------------------------------


def sentence(function, **state):
    return ConvExplorer(conv2d=function).scene(**state).sentence


def test_a_correct_function_is_drawn_without_remark():
    own = ConvExplorer(conv2d=correlate)
    for state in own.states():
        assert "our function" not in own.scene(**state).sentence


def test_a_flipped_kernel_shows_in_the_cells_that_differ():
    def flipped(x, kernel, stride=1, padding=0, dilation=1):
        return correlate(x, kernel[::-1, ::-1], stride=stride, padding=padding, dilation=dilation)

    own = ConvExplorer(conv2d=flipped)
    seen = 0
    answers = {}
    for state in own.states():
        setting = own._setting(state)
        if setting not in answers:
            kernel = own.kernel(state["kernel_size"])
            try:
                right = correlate(own.x, kernel, **options(state))
            except RuntimeError:
                answers[setting] = None
                continue
            wrong = flipped(own.x, kernel, **options(state))
            answers[setting] = right.ravel(), wrong.ravel()
            (output,) = [placed for placed in own.scene(**state).placed if placed.first is not None]
            marked = [WRONG in child.svg() for child in output.part.children]
            assert marked == list((right != wrong).ravel())
        if answers[setting] is None:
            continue
        right, wrong = (answer[state["window"] - 1] for answer in answers[setting])
        words = f"Your function gives {wrong:.0f} here instead of {right:.0f}.".replace("-", "−")
        assert (words in own.scene(**state).sentence) == (right != wrong), state
        seen += right != wrong
    assert seen > 1000


def test_an_ignored_stride_shows_what_was_returned_and_what_was_expected():
    def ignores(x, kernel, stride=1, padding=0, dilation=1):
        return correlate(x, kernel, padding=padding, dilation=dilation)

    scene = ConvExplorer(conv2d=ignores).scene(stride=2)
    assert scene.sentence.endswith("Your function returned 5×5; it should return 3×3.")
    assert "output 5×5, expected 3×3" in texts(scene)
    assert "our function" not in sentence(ignores, stride=1)


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, k: None, "Your function returned None; it should return an array of shape 5×5."),
        (lambda x, k: ..., "Your function returned Ellipsis; it should"),
        (lambda x, k: 1 / 0, "Your function raised ZeroDivisionError: division by zero"),
        (lambda x, k: "abc", "Your function returned str, not numbers"),
        (lambda x, k: [[1], [2, 3]], "Your function returned list, not numbers"),
        (lambda x, k: 3.0, "Your function returned a single number; it should return 5×5."),
        (
            lambda x, k: np.ones((1, 1, 5, 5)),
            "Your function returned 1×1×5×5; it should return 5×5",
        ),
        (lambda x, k: np.ones((99, 99)), "Your function returned 99×99; it should return 5×5."),
        (lambda x, k: np.ones((0, 5)), "Your function returned 0×5; it should return 5×5."),
        (lambda x, k: np.full((5, 5), np.nan), "25 of 25 outputs of your function differ"),
        (lambda x, k: np.full((5, 5), 10**6), "Your function gives 1000000 here instead of 4."),
    ],
)
def test_a_function_with_a_bug_is_shown_and_never_raises(function, words):
    own = ConvExplorer(conv2d=function)
    assert words in own.sentence
    assert list(own.states()) and own._repr_mimebundle_()["text/plain"] == own.sentence
    assert_nothing_leaves_the_card(own)


def test_the_words_are_in_the_picture_too():
    scene = ConvExplorer(conv2d=lambda x, k: None).scene()
    assert "returned None" in " ".join(texts(scene))


def test_a_function_cannot_change_the_explorers_arrays():
    def rude(x, kernel):
        x[:] = 0
        kernel[:] = 0
        return np.zeros((5, 5))

    own = ConvExplorer(conv2d=rude)
    assert own.scene().sentence.count("= 4.") == 1 and own.x.any()


def test_only_the_keywords_that_a_function_takes_have_sliders():
    def names(function):
        return list(ConvExplorer(conv2d=function).state)

    assert names(lambda x, k: None) == ["kernel_size", "window"]
    assert names(lambda x, k, stride=1: None) == ["kernel_size", "stride", "window"]
    assert names(lambda x, k, **rest: None) == list(ConvExplorer().state)
    assert list(ConvExplorer(weight=np.eye(2), conv2d=lambda x, k: None).state) == ["window"]
    given = []
    ConvExplorer(conv2d=lambda x, k, padding=0, stride=1: given.append((padding, stride))).scene(
        padding=2, stride=3
    )
    assert (2, 3) in given


def test_a_slow_function_is_asked_for_what_is_looked_at(monkeypatch):
    monkeypatch.setattr("cnnhelpers.explore.kit.explorer.AHEAD_SECONDS", 0.05)

    def slow(x, kernel, stride=1, padding=0, dilation=1):
        time.sleep(0.01)
        return correlate(x, kernel, stride=stride, padding=padding, dilation=dilation)

    own = ConvExplorer(conv2d=slow)
    painter = own.widget.children[1]
    assert "computed when a slider gets there" in painter.note
    assert len(own._drawn) < 30
    sent = []
    painter.send = lambda content, buffers=None: sent.append((content, buffers))
    setting = own._setting(dict(kernel_size=5, padding=2, stride=3, dilation=2))
    assert setting not in own._drawn
    painter._handle_custom_msg({"need": setting}, [])
    assert sent[0][0] == {"added": setting} and setting in own._drawn
    painter._handle_custom_msg({"need": "nonsense"}, [])
    assert "ValueError" in sent[1][0]["error"]


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (dict(x=np.zeros(5)), ValueError, "x must be a 2-D array"),
        (dict(x=np.zeros((1, 1, 5, 5))), ValueError, r"such as x\[0, 0\]"),
        (dict(x=np.zeros((28, 28))), ValueError, "28×28, too large to read"),
        (dict(x=[["a"]]), TypeError, "x must hold numbers"),
        (dict(x=[[1], [2, 3]]), ValueError, "not a regular array"),
        (dict(x=[[np.nan]]), ValueError, "NaN or infinity"),
        (dict(weight=np.zeros((7, 7))), ValueError, "weight is 7×7, too large"),
        (dict(weight=np.zeros((0, 3))), ValueError, "weight must be a 2-D array"),
        (dict(conv2d=np.zeros((5, 5))), TypeError, "conv2d must be a function"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(arguments, error, words):
    with pytest.raises(error, match=words):
        ConvExplorer(**arguments)


def test_a_kernel_larger_than_the_input_shows_a_sentence():
    own = ConvExplorer(np.ones((2, 2)), np.ones((3, 3)))
    assert "3×3 spans 3×3 and does not fit into the padded input of 2×2" in own.sentence
    assert own.scene(padding=1).sentence.startswith("Kernel 3×3, padding 1")


def test_roles_are_kept():
    svg = ConvExplorer().scene(padding=1, window=9).svg()
    for name in ("input", "kernel", "output", "padding"):
        assert ROLES[name].fill in svg
