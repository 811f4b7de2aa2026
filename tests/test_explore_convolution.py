"""The convolution explorer: every slider position against PyTorch, and functions with bugs."""

import re
import time

import numpy as np
import pytest
from explorer_tools import (
    Page,
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
)

from cnnhelpers.draw.style import ROLES, WRONG
from cnnhelpers.explore import ConvExplorer, Goal
from cnnhelpers.explore.convolution import KERNELS


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
    """Return stride, padding and dilation as PyTorch takes them, (rows, columns)."""
    found = {}
    for name, default in (("stride", 1), ("padding", 0), ("dilation", 1)):
        both = state.get(name, default)
        pair = state.get(f"{name}_rows", both), state.get(f"{name}_columns", both)
        found[name] = pair
    return found


def size(state):
    both = state.get("kernel_size", 3)
    return state.get("kernel_size_rows", both), state.get("kernel_size_columns", both)


def check_every_state(explorer):
    """Compare the numbers in every picture and sentence with PyTorch."""
    drawn = impossible = 0
    outputs = {}
    for state in explorer.states():
        window = state["window"]
        setting = tuple(sorted((k, v) for k, v in state.items() if k != "window"))
        kernel = explorer.kernel(size(state))
        scene = explorer.scene(**state)
        assert "our function" not in scene.sentence, "there is none, or it is right"
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
        padded = np.pad(explorer.x, [(pad, pad) for pad in padding])
        layout = explorer.layout
        taps, products = [], []
        for placed in scene.placed:
            words = texts_of(placed)
            if len(words) == 2 and words[1].startswith("×"):
                r = (placed.dy - layout.corner[1]) / layout.cell + padding[0]
                c = (placed.dx - layout.corner[0]) / layout.cell + padding[1]
                taps.append((r, c, value(words[0]), value(words[1][1:])))
            elif len(words) == 1 and f'stroke="{ROLES["plain"].line}"' in placed.svg():
                products += map(value, words)
        places = [(row * stride[0] + i * dilation[0], column * stride[1] + j * dilation[1])
                  for i, j in np.ndindex(kernel.shape)]  # fmt: skip
        under = [(r, c, padded[r, c], w) for (r, c), w in zip(places, kernel.ravel(), strict=True)]
        assert taps == under, state
        multiplied = [v * w for _, _, v, w in taps]
        assert np.allclose(products, multiplied, rtol=0, atol=0.006)
        assert f"sum = {found[8]}" in texts(scene)
    return drawn, impossible


def test_every_slider_position_shows_pytorchs_numbers(explorer):
    drawn, impossible = check_every_state(explorer)
    assert drawn > 2000 and impossible > 5


def test_a_kernel_and_an_input_of_ones_own_that_are_not_square():
    pytest.importorskip("torch")
    x = np.arange(20).reshape(4, 5) / 2
    own = ConvExplorer(x, np.array([[1, 0.5, -1], [0, 2, 1]]), conv2d=correlate)
    drawn, impossible = check_every_state(own)
    assert drawn > 100 and impossible > 0
    assert all("your function" not in own.scene(**state).sentence.lower() for state in own.states())


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)


def test_nothing_leaves_the_card(explorer):
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_and_can_be_pointed_at(explorer):
    assert_it_can_be_read_in_a_low_window(explorer, every=11)
    assert_every_cell_leads_somewhere(explorer, every=101)


@pytest.mark.parametrize("apart", [["stride"], ["kernel_size"], ["padding", "dilation"]])
def test_rows_and_columns_apart_show_pytorchs_numbers(apart):
    pytest.importorskip("torch")
    def given(x, kernel, stride=1, padding=0, dilation=1):
        pairs = dict(stride=stride, padding=padding, dilation=dilation)
        for name, value_ in pairs.items():
            assert isinstance(value_, tuple) == (name in apart), name
        return correlate(x, kernel, **pairs)

    x = np.arange(30).reshape(5, 6) % 7
    weight = None if apart == ["kernel_size"] else [[1, -1, 2], [0, 3, 1]]
    own = ConvExplorer(x, weight, conv2d=given, apart=apart)
    for name in apart:
        assert f"{name}_rows" in own.state and f"{name}_columns" in own.state
    drawn, impossible = check_every_state(own)
    assert drawn > 300


@needs_pytorch
def test_swapped_strides_show():
    """A learner who takes the stride's pair in the wrong order sees another shape."""

    def swapped(x, kernel, stride=1):
        pair = (stride, stride) if isinstance(stride, int) else stride
        return correlate(x, kernel, stride=pair[::-1])

    own = ConvExplorer(conv2d=swapped, apart=["stride"])
    scene = own.scene(stride_rows=2, stride_columns=1)
    assert "stride (2, 1): 7×7 becomes 3×5." in scene.sentence
    assert scene.sentence.endswith("Your function returned 5×3; it should return 3×5.")
    assert "our function" not in own.scene(stride_rows=2, stride_columns=2).sentence
    with pytest.raises(ValueError, match="apart names 'strides'; it can name kernel_size, padding"):
        ConvExplorer(apart=["strides"])


# Pointing and typing ---------------------------------------------------------------------------


def test_each_output_leads_to_its_window_and_each_input_to_the_nearest(explorer):
    scene = explorer.scene(kernel_size=3, padding=1, stride=2, window=6)  # 4×4 outputs
    assert region(scene, "output").values == tuple(range(1, 17))
    # The windows' middles stand on rows and columns 0, 2, 4 and 6 of the input.
    nearest = np.array(region(scene, "input").values).reshape(7, 7)
    assert nearest[0].tolist() == [1, 1, 2, 2, 3, 3, 4] and nearest[6, 6] == 16
    assert nearest[:, 0].tolist() == [1, 1, 5, 5, 9, 9, 13]


@needs_pytorch
def test_a_number_that_was_typed_is_used_and_marks_no_function_wrong(explorer):
    """x[0, 0] = 9 and weight[0, 1] = −2: 9×1 + 0×(−2) + 2×(−1) + 2 + 3 = 12."""
    typed = {"x[0,0]": "9", "weight3×3[0,1]": "−2"}
    own = ConvExplorer(conv2d=correlate)
    for one in (explorer, own):
        scene = one.scene(kernel_size=3, window=1, typed=typed)
        assert scene.sentence.endswith("9×1 + 0×(−2) + … = 12.")
        assert region(scene, "input").texts[0] == "9"
        assert region(scene, "kernel").texts[:2] == ("1", "−2")
    x, kernel = explorer.x.copy(), explorer.kernel(3).copy()
    x[0, 0], kernel[0, 1] = 9, -2
    outputs = own.facts(**{**own.state, "typed": typed})["outputs"]
    assert outputs == correlate(x, kernel).ravel().tolist()
    # The kernel of another size is as it was.
    assert region(explorer.scene(kernel_size=2, typed=typed), "kernel").texts == tuple("0123")


def test_typing_is_refused_where_it_is_no_small_number(explorer):
    for text in ("", "abc", "1.5", "100", "-10", "1e3", "--1"):
        with pytest.raises(ValueError, match="write a whole number from −9 to 99"):
            explorer.scene(typed={"x[0,0]": text})


def test_goals_are_told_from_what_the_picture_shows():
    own = ConvExplorer(
        goals=[
            Goal("Make the output negative.", lambda seen: seen.output < 0),
            Goal("Make it 1×1.", lambda seen: seen.output_shape == (1, 1), times=3),
            Goal("Use a kernel of 2×2.", lambda seen: seen.kernel_shape == (2, 2)),
        ]
    )
    reached = {index for state in own.states() for index in own.reached(**state)}
    assert reached == {0, 1, 2}
    for state in own.states():
        words = own.scene(**state).sentence
        met = own.reached(**state)
        assert (0 in met) == bool(re.search(r" = −\d+\.", words))
        assert (1 in met) == ("becomes 1×1." in words)
        assert (2 in met) == (state["kernel_size"] == 2 and "becomes" in words)
    assert 0 in own.reached(typed={"weight3×3[0,0]": "−9"})


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


@needs_pytorch
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
        setting = own.key(state)
        if setting not in answers:
            kernel = own.kernel(size(state))
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


@needs_pytorch
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
    panel = own.widget
    assert "computed when you get there" in panel.note
    assert len(own._drawn) < 30
    state = dict(kernel_size=5, padding=2, stride=3, dilation=2, window=1)
    key = own.key(state)
    assert key == "[5,2,3,2]" and key not in own._drawn
    panel._handle_custom_msg({"need": key, "state": state}, [])
    assert panel.answered["key"] == key and key in own._drawn
    page = Page(panel.answered["tables"])  # needs no other tables
    assert page.svg(key, 0, own.width, own.height) == own.scene(**state).svg()
    panel._handle_custom_msg({"need": key, "state": {**state, "stride": 9}}, [])
    assert panel.answered == {
        "key": key, "error": "ConvExplorer: stride goes from 1 to 3, not to 9.", "turn": 2,
    }  # fmt: skip


def test_a_function_that_never_ends_is_stopped_and_said(monkeypatch):
    monkeypatch.setattr("cnnhelpers.check.running.SECONDS", 0.05)

    def endless(x, kernel):
        while True:
            pass

    own = ConvExplorer(conv2d=endless)
    assert "Your function did not end in time (line" in own.sentence
    assert "while True:" in own.sentence
    assert "did not end in time" in " ".join(texts(own.scene()))


def test_only_what_the_function_takes_is_named():
    words = ConvExplorer(conv2d=lambda x, k: None).sentence
    assert words.startswith("Kernel 3×3: 7×7 becomes 5×5.") and "dilation" not in words
    words = ConvExplorer(conv2d=lambda x, k, stride=1: None).sentence
    assert words.startswith("Kernel 3×3, stride 1: 7×7")


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
