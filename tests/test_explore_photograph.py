"""The photograph explorer: every preset on every photograph against PyTorch, and odd kernels."""

import io
import re
import subprocess
import sys

import numpy as np
import pytest
from explorer_tools import pytorch

from cnnhelpers import check
from cnnhelpers.datasets import photograph, photographs
from cnnhelpers.draw.style import WRONG
from cnnhelpers.explore import PhotographExplorer
from cnnhelpers.explore.kernels import PRESETS, clean, kernel_texts, preset_index, weights_of
from cnnhelpers.explore.photograph import CELLS, SIDE, STRENGTH, STRIDE, photo_png

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def explorer():
    return PhotographExplorer()


def correlate(x, kernel, stride=1):
    torch = pytorch()
    made = torch.nn.functional.conv2d(
        torch.tensor(x)[None, None], torch.tensor(kernel.copy())[None, None], stride=stride
    )
    return made[0, 0].numpy()


def decoded(png: bytes) -> np.ndarray:
    from PIL import Image

    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def fraction(text: str) -> float:
    top, _, bottom = text.partition("/")
    return float(top) / float(bottom or 1)


def test_every_preset_on_every_photograph_and_every_slider_position_shows_pytorchs_numbers(
    explorer,
):
    seen = 0
    for state in explorer.states():
        response = explorer.scene(**state)
        grey = photograph(state["photo"], size=240, gray=True)[0].astype(np.float64)
        assert np.array_equal(response.photo, grey)
        texts = kernel_texts(state["kernel"])
        kernel = np.array([[fraction(text) for text in row] for row in texts])
        kernel = kernel * state["strength"] / 100
        expected = correlate(grey, kernel, state["stride"])
        np.testing.assert_allclose(response.weights, kernel, rtol=1e-12)
        np.testing.assert_allclose(response.output, expected, atol=1e-10)
        assert response.problem == "" and response.heading == "response"

        # What the sentence says: the sizes, the sum, and between which numbers the response lies.
        words = response.sentence
        height, width = expected.shape
        low, high = re.search(r"lies between (−?[\d.]+) and (−?[\d.]+):", words).groups()
        assert f"The response, {height}×{width}, lies" in words, state
        assert abs(float(low.replace("−", "-")) - expected.min()) <= 0.00501, state
        assert abs(float(high.replace("−", "-")) - expected.max()) <= 0.00501, state
        total = float(re.search(r"The weights sum to (−?[\d.]+), so", words)[1].replace("−", "-"))
        assert abs(total - kernel.sum()) <= 0.00501, state
        seen += 1
    amounts = len(photographs()) * len(PRESETS), len(range(*STRENGTH)) + 1, STRIDE[1]
    assert seen == amounts[0] + amounts[1] * amounts[2]


def test_the_picture_has_the_responses_pixels(explorer):
    for kernel, low in (("box blur", 0), ("vertical edges", -1)):
        response = explorer.scene(kernel=kernel)
        pixels = decoded(response.png)
        assert pixels.shape[:2] == response.output.shape
        assert response.signed == (low < 0)
        if low == 0:  # grey: 0 is black, 1 white
            levels = np.clip(response.output, 0, 1) * 255
            assert np.abs(pixels - levels[..., None]).max() <= 2
        else:  # blue below 0, red above, about white at 0
            red, blue = pixels[..., 0], pixels[..., 2]
            assert (red > blue + 20)[response.output > 0.2].all()
            assert (blue > red + 20)[response.output < -0.2].all()
            assert (pixels[np.abs(response.output) < 0.01] > 235).all()


def test_a_kernel_of_one_pixel_copies_and_shifts():
    own = PhotographExplorer(kernel="identity")
    photo = own.scene().photo
    assert np.array_equal(own.scene().output, photo[1:-1, 1:-1])
    assert np.array_equal(own.scene(kernel="shift").output, photo[1:-1, 2:])
    assert "moves the photograph one pixel left" in own.scene(kernel="shift").sentence


# A kernel to edit ------------------------------------------------------------------------------


def test_a_kernel_of_ones_own_is_used_as_it_is_typed(explorer):
    typed = "1/4 0 -0.5 / 2 −1 0,25 / 0 0 1e1"
    response = explorer.scene(kernel=typed)
    kernel = np.array([[0.25, 0, -0.5], [2, -1, 0.25], [0, 0, 10]])
    assert np.array_equal(response.weights, kernel)
    np.testing.assert_allclose(response.output, correlate(response.photo, kernel), atol=1e-10)
    assert response.sentence.startswith("Kernel your own (1/4 0 −0.5 / 2 −1 0.25 / 0 0 1e1) on the")
    own = PhotographExplorer(kernel=kernel)
    assert np.array_equal(own.scene().output, response.output)
    five = PhotographExplorer(kernel=np.eye(5))
    assert five.scene().output.shape == (156, 236)
    assert "sum to 5, so even areas give 5 times theirs" in five.sentence


def test_a_typed_preset_is_known_by_its_name(explorer):
    for index, (name, preset) in enumerate(PRESETS.items()):
        line = " / ".join(" ".join(row) for row in preset.texts)
        assert kernel_texts(line) == preset.texts and preset_index(preset.texts) == index
        assert explorer.scene(kernel=line).sentence.startswith(f"Kernel {name}")
    assert preset_index(kernel_texts(np.zeros((3, 3)))) == len(PRESETS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "row 2, column 3 is empty; write a number such as 0."),
        ("abc", "row 2, column 3 is abc; write a number from −1000 to 1000"),
        ("-", "row 2, column 3 is -; write a number"),
        ("1/0", "row 2, column 3 is 1/0; write"),
        ("1/2/3", "row 2, column 3 is 1/2/3; write"),
        ("nan", "row 2, column 3 is nan; write"),
        ("inf", "row 2, column 3 is inf; write"),
        ("1001", "row 2, column 3 is 1001; write"),
        ("9" * 50, "row 2, column 3 is 999999999999; write"),
        ("1e999", "row 2, column 3 is 1e999; write"),
        ("<b>", "row 2, column 3 is <b>; write"),
    ],
)
def test_a_weight_that_is_no_number_shows_a_sentence_in_place_of_a_response(explorer, text, words):
    rows = [["0", "0", "0"], ["0", "1", text], ["0", "0", "0"]]
    response = explorer.scene(kernel=rows)
    assert words in response.sentence and words in response.problem
    assert response.output is None and response.weights is None
    data, pictures = explorer.reply({"kernel": rows})
    assert data["problem"] == response.problem and data["output"] == [0, 0]
    assert len(data["colours"]) == 9 and len(pictures) == 2
    explorer.move(kernel=rows)
    assert explorer.picture.alt == response.sentence
    explorer.move(kernel="vertical edges")


def test_zeros_and_very_large_weights_are_drawn(explorer):
    nothing = explorer.scene(kernel=np.zeros((3, 3)))
    assert not nothing.output.any() and "lies between 0 and 0: black is 0" in nothing.sentence
    large = explorer.scene(kernel=np.full((5, 5), 1000.0), strength=200)
    assert "and colours stop at 0 and 1" in large.sentence
    assert (decoded(large.png) == 255).all()


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (dict(conv2d=3), TypeError, "conv2d must be a function, not int; give it the function"),
        (dict(photo="dog"), ValueError, "there is no photograph 'dog'; use one of cat"),
        (dict(photo=["cat"]), ValueError, r"there is no photograph \['cat'\]"),
        (dict(kernel="blurry"), ValueError, "kernel must be 3×3 or 5×5 numbers, or one of iden"),
        (dict(kernel=np.ones((2, 2))), ValueError, "kernel must be 3×3 or 5×5"),
        (dict(kernel=np.ones((3, 5))), ValueError, "kernel must be 3×3 or 5×5"),
        (dict(kernel=[[1, 2, 3], [4]]), ValueError, "kernel must be 3×3 or 5×5"),
        (dict(kernel=5), ValueError, "kernel must be 3×3 or 5×5"),
        (dict(kernel=None), ValueError, "kernel must be 3×3 or 5×5"),
        (dict(size=4), ValueError, "size must be at least 16"),
        (dict(size="large"), TypeError, "size must be a whole number"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(arguments, error, words):
    with pytest.raises(error, match=words):
        PhotographExplorer(**arguments)


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        (dict(strength=0), ValueError, "strength goes from 5 to 200, not to 0"),
        (dict(stride=5), ValueError, "stride goes from 1 to 4, not to 5"),
        (dict(stride=1.5), TypeError, "stride must be a whole number"),
        (dict(padding=1), TypeError, "no 'padding' to choose; there are photo, kernel, strength"),
    ],
)
def test_a_choice_that_there_is_not_is_refused(explorer, changes, error, words):
    with pytest.raises(error, match=words):
        explorer.scene(**changes)
    with pytest.raises(error, match=words):
        explorer.move(**changes)


# A learner's function --------------------------------------------------------------------------


def windows(x, kernel, stride=1):
    seen = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::stride, ::stride]
    return np.einsum("ijkl,kl->ij", seen, kernel)


def test_a_right_function_is_drawn_without_remark():
    own = PhotographExplorer(windows)
    for state in own.states():
        response = own.scene(**state)
        assert "our function's" not in response.sentence and response.heading == "response"
    assert "(small, since your function may be made of loops)" in own.sentence
    assert max(own.scene().photo.shape) == 120 and own.scene(stride=3).output.shape == (26, 40)


def test_a_flipped_kernel_shows_in_picture_heading_and_sentence():
    def flipped(x, kernel):
        return windows(x, kernel[::-1, ::-1])

    own, right = PhotographExplorer(flipped), PhotographExplorer(windows)
    response, expected = own.scene(), right.scene()
    assert np.array_equal(response.output, flipped(response.photo, response.weights))
    assert response.png != expected.png
    many = int((~np.isclose(response.output, expected.output, rtol=1e-4, atol=1e-4)).sum())
    assert many > 5000 and response.heading == f"response, {many:,} pixels differ"
    total = response.output.size
    assert response.sentence.endswith(
        f"Your function's response differs from the sums of products in {many:,} of "
        f"{total:,} pixels."
    )
    assert own.reply({})[0]["heading"] == response.heading
    # A kernel that is the same when flipped shows nothing, and the explorer does not claim it.
    assert "differs" not in own.scene(kernel="box blur").sentence
    assert own.picture.png != right.picture.png


def test_an_ignored_stride_shows_what_was_returned_and_what_was_expected():
    own = PhotographExplorer(lambda x, kernel, stride=1: windows(x, kernel))
    response = own.scene(stride=2)
    assert "Your function returned 78×118; it should return 39×59." in response.sentence
    assert response.heading == "response, of a wrong shape"
    assert response.output.shape == (78, 118)


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, k: None, "Your function returned None; it should return an array of shape"),
        (lambda x, k: ..., "Your function returned Ellipsis"),
        (lambda x, k: 1 / 0, "Your function raised ZeroDivisionError: division by zero"),
        (lambda x: x, "Your function raised TypeError: "),
        (lambda x, k: "abc", "Your function returned str, not numbers"),
        (lambda x, k: 3.0, "Your function returned a single number; it should return 78×118."),
        (lambda x, k: x[None], "Your function returned 1×80×120; it should return 78×118."),
    ],
)
def test_a_function_that_gives_no_response_is_shown_and_never_raises(function, words):
    own = PhotographExplorer(function)
    response = own.scene()
    assert response.problem.startswith(words.rstrip(": ")) and words in response.sentence
    assert "\n" not in response.sentence and response.output is None
    data, pictures = own.reply({})
    assert data["problem"] == response.problem and data["output"] == [0, 0]
    bundle = own._repr_mimebundle_()
    assert bundle["text/plain"] == response.sentence


def test_values_that_are_not_finite_are_counted_and_orange():
    def patchy(x, kernel):
        made = windows(x, kernel)
        made[:2, :5] = np.nan
        made[2, 0] = np.inf
        return made

    response = PhotographExplorer(patchy).scene()
    assert "and 11 values are not finite (orange)" in response.sentence
    assert "differs from the sums of products in 11 of" in response.sentence
    orange = [int(WRONG[i : i + 2], 16) for i in (1, 3, 5)]
    assert (decoded(response.png) == orange).all(axis=2).sum() == 11


def test_a_function_cannot_change_the_explorers_arrays():
    def rude(x, kernel):
        made = windows(x, kernel)
        x[:] = 0
        kernel[:] = 0
        return made

    own = PhotographExplorer(rude)
    assert "differs" not in own.sentence and own.scene().photo.any() and own.scene().weights.any()


def test_stride_has_a_slider_only_where_the_function_takes_it():
    assert PhotographExplorer(lambda x, k, stride=1: x).has_stride
    plain = PhotographExplorer(windows_without_stride)
    assert not plain.has_stride and len(plain.widget.children[0].children) == 3
    assert len(PhotographExplorer().widget.children[0].children) == 4


def windows_without_stride(x, kernel):
    return windows(x, kernel)


def test_a_checked_function_is_drawn_with_its_mistake_and_a_stub_is_not():
    flipped = check.correlate2d(lambda x, kernel: windows(x, kernel[::-1, ::-1]))
    assert not flipped.passed
    assert "pixels differ" in PhotographExplorer(conv2d=flipped).scene().heading
    stub = check.correlate2d(lambda x, kernel: None)
    assert PhotographExplorer(conv2d=stub).scene().problem == ""


# Widgets and what is saved ----------------------------------------------------------------------


def test_the_notebook_gets_controls_picture_and_sentence():
    own = PhotographExplorer()
    bundle = own._repr_mimebundle_()
    assert set(bundle) == {VIEW, "text/html", "text/plain"}
    assert bundle["text/plain"] == own.sentence == repr(own)
    assert bundle["text/html"] == own.picture.html()
    assert bundle[VIEW]["model_id"] == own.widget.model_id
    assert own._repr_mimebundle_() == bundle
    assert len(own.picture.png) < 300_000


def test_the_saved_picture_holds_the_sentence_below(monkeypatch):
    from cnnhelpers.draw import figure

    said = []

    def say(axes, x, y, content, size=13, **more):
        said.append((y, content))
        return original(axes, x, y, content, size, **more)

    original = figure.say
    monkeypatch.setattr(figure, "say", say)
    own = PhotographExplorer(kernel="sharpen")
    own.picture  # noqa: B018
    words = own.sentence.split(" ")
    lines = [content for y, content in said if y > SIDE]
    assert " ".join(lines).split(" ") == words
    said.clear()
    own.move(kernel="a 0 0 / 0 0 0 / 0 0 0")
    own.picture  # noqa: B018
    assert "row 1, column 1 is a; write a" in " ".join(content for _, content in said)


def test_controls_move_the_state_and_states_the_controls():
    own = PhotographExplorer()
    grid, painter = own.widget.children
    photo, preset, strength, stride = grid.children
    photo.index, strength.value, stride.value = 1, 50, 2
    painter.weights = [["1", "0", "0"], ["0", " 2 ", "0"], ["0", "0", ""]]
    assert own.state == {
        "photo": photographs()[1], "kernel": "1 0 0 / 0 2 0 / 0 0 ?", "strength": 50, "stride": 2,
    }  # fmt: skip
    own.move(kernel="sharpen", photo="cat", strength=100, stride=1)
    assert painter.weights == [list(row) for row in PRESETS["sharpen"].texts]
    assert (photo.index, preset.index, strength.value, stride.value) == (0, 4, 100, 1)
    assert painter.preset == 4


def test_the_page_is_answered_and_a_bad_question_too():
    own = PhotographExplorer()
    painter = own.widget.children[1]
    sent = []
    painter.send = lambda content, buffers=None: sent.append((content, buffers))
    key = "photo=cat,kernel=0 0 0 / 0 1 0 / 0 0 0,strength=100,stride=2"
    painter._handle_custom_msg({"need": key, "photo": True}, [])
    content, buffers = sent.pop()
    response = own.scene(kernel="identity", stride=2)
    assert content["state"] == key and content["sentence"] == response.sentence
    assert content["input"] == [240, 160] and content["output"] == [119, 79]
    assert buffers == [response.png, photo_png(response.photo)]
    assert np.array_equal(decoded(buffers[1])[..., 0], np.rint(response.photo * 255))
    painter._handle_custom_msg({"need": key}, [])
    assert len(sent.pop()[1]) == 1
    for bad in ("nonsense", "photo=cat,strength=5", "photo=dog,kernel=?,strength=100,stride=1"):
        painter._handle_custom_msg({"need": bad}, [])
        content, _ = sent.pop()
        assert content["state"] == bad and re.match(r"\w+Error: ", content["error"])


def test_the_page_cleans_what_is_typed_as_python_does():
    assert [clean(t) for t in (" −1,5 ", "", " ", "1 / 9", "a=b", "x" * 20)] == [
        "-1.5", "?", "?", "1/9", "ab", "x" * 12,
    ]  # fmt: skip
    assert (
        weights_of((("1", "?"), ("0", "0")))[1]
        == "row 1, column 2 is empty; write a number such as 0."
    )


def test_colours_of_the_weights_keep_their_numbers_readable():
    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))

    own = PhotographExplorer(kernel=np.linspace(-3, 5, 25).reshape(5, 5))
    kernels = [own.scene(), *(own.scene(kernel=name) for name in PRESETS)]
    for response in kernels:
        for background, ink in response.colours():
            dark, light = sorted([luminance(background), luminance(ink)])
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (background, ink)


def test_without_ipywidgets_the_picture_is_shown_alone():
    code = """
import sys, warnings
sys.modules["ipywidgets"] = None
from cnnhelpers.explore import PhotographExplorer
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    bundle = PhotographExplorer()._repr_mimebundle_()
print(sorted(bundle), "ipywidgets and anywidget" in str(caught[0].message))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['text/html', 'text/plain'] True"


def test_pictures_and_kernel_fit_beside_each_other():
    assert 2 * SIDE + CELLS + 2 * 16 + 2 * 10 <= PhotographExplorer.width <= 780
