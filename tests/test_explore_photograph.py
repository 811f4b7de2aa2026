"""The photograph explorer: every preset on every photograph against PyTorch, and odd kernels."""

import base64
import io
import re
import subprocess
import sys

import numpy as np
import pytest
from explorer_tools import (
    Page,
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    goals_of,
    pytorch,
    region,
    texts,
)

from cnnhelpers import check
from cnnhelpers.datasets import photograph, photographs
from cnnhelpers.draw.filtered import SIDE
from cnnhelpers.draw.style import WRONG
from cnnhelpers.explore import PhotographExplorer
from cnnhelpers.explore.kernels import PRESETS, weights_of
from cnnhelpers.explore.photograph import STRENGTH, STRIDE

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


def shown(explorer, **changes):
    """Return what the present state shows, or one that differs."""
    return explorer.made(**{**explorer.state, **changes})


def test_every_preset_on_every_photograph_and_every_slider_position_shows_pytorchs_numbers(
    explorer,
):
    seen = 0
    for state in explorer.states():
        if state["photo"] == "your own":
            continue
        response = explorer.made(**state)
        assert explorer.scene(**state).sentence == response.sentence
        grey = photograph(state["photo"], size=240, gray=True)[0].astype(np.float64)
        assert np.array_equal(response.photo, grey)
        written = explorer.texts(state["kernel"])
        kernel = np.array([[fraction(text) for text in row] for row in written])
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
    kernels = len(PRESETS) + 2  # and those of one's own
    assert seen == len(photographs()) * kernels + len(range(*STRENGTH)) + 1 + STRIDE[1]


def test_the_picture_has_the_responses_pixels(explorer):
    for kernel, low in (("box blur", 0), ("vertical edges", -1)):
        response = shown(explorer, kernel=kernel)
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
    photo = shown(own).photo
    assert np.array_equal(shown(own).output, photo[1:-1, 1:-1])
    assert np.array_equal(shown(own, kernel="shift").output, photo[1:-1, 2:])
    assert "moves the photograph one pixel left" in own.scene(kernel="shift").sentence


# A kernel to edit ------------------------------------------------------------------------------


def test_a_kernel_of_ones_own_is_used_as_it_is_typed(explorer):
    rows = [["1/4", "0", "-0.5"], ["2", "−1", "0,25"], ["0", "0", "10"]]
    typed = {f"your own[{r},{c}]": rows[r][c] for r in range(3) for c in range(3)}
    response = shown(explorer, kernel="your own", typed=typed)
    kernel = np.array([[0.25, 0, -0.5], [2, -1, 0.25], [0, 0, 10]])
    assert np.array_equal(response.weights, kernel)
    np.testing.assert_allclose(response.output, correlate(response.photo, kernel), atol=1e-10)
    assert response.sentence.startswith("Kernel your own (1/4 0 −0.5 / 2 −1 0,25 / 0 0 10) on the")
    own = PhotographExplorer(kernel=kernel)
    assert own.state["kernel"] == "your own"
    assert np.array_equal(shown(own).output, response.output)
    five = PhotographExplorer(kernel=np.eye(5))
    assert five.state["kernel"] == "your own 5×5" and shown(five).output.shape == (156, 236)
    assert "sum to 5, so even areas give 5 times theirs" in five.sentence


def test_a_preset_into_which_something_was_typed_says_so_and_others_stay(explorer):
    scene = explorer.scene(kernel="sharpen", typed={"sharpen[1,1]": "4"})
    assert scene.sentence.startswith("Kernel sharpen, changed (0 −1 0 / −1 4 −1 / 0 −1 0) on")
    assert "sum to 0" in scene.sentence and PRESETS["sharpen"].effect not in scene.sentence
    assert region(scene, "kernel").texts[4] == "4" and region(scene, "kernel").types == "sharpen"
    other = explorer.scene(kernel="identity", typed={"sharpen[1,1]": "4"})
    assert other.sentence == explorer.scene(kernel="identity").sentence


@pytest.mark.parametrize("text", ["", "abc", "-", "1/0", "1/2/3", "nan", "1e9", "1000", "<b>"])
def test_a_weight_that_is_no_number_is_refused_in_one_sentence(explorer, text):
    with pytest.raises(ValueError, match="write a number such as 2, −0.5 or 1/9."):
        explorer.scene(typed={"sharpen[0,0]": text})


@pytest.mark.parametrize(
    ("text", "number"), [("−0.5", -0.5), ("1/9", 1 / 9), ("2,25", 2.25), ("999", 999)]
)
def test_weights_are_read_as_they_are_written(text, number):
    assert weights_of(((text,),))[0, 0] == pytest.approx(number)
    assert PhotographExplorer.typing.checked({"a[0,0]": text}, "") == {"a[0,0]": text}


# A photograph of one's own ---------------------------------------------------------------------


def test_a_photograph_of_ones_own_is_shrunk_and_used():
    own = PhotographExplorer(size=60)
    words = own.scene(photo="your own").sentence
    assert words.startswith("There is no photograph of your own yet.") and "this machine" in words
    pixels = np.random.default_rng(3).integers(0, 256, (121, 90, 4), dtype=np.uint8)
    panel = own.widget
    panel._handle_custom_msg({"upload": [121, 90]}, [memoryview(pixels.tobytes())])
    assert panel.answered["taken"] is True
    photo = own.photo("your own")  # three pixels each way become one
    assert photo.shape == (40, 30)
    tile = pixels[3:6, 6:9, :3] @ np.array([0.299, 0.587, 0.114]) / 255
    assert photo[1, 2] == pytest.approx(tile.mean())
    sentence = own.scene(photo="your own", kernel="identity").sentence
    assert "on your photograph, 40×30." in sentence
    # Another one takes its place.
    panel._handle_custom_msg({"upload": [40, 60]}, [memoryview(pixels[:40, :60].tobytes())])
    assert "on your photograph, 40×60." in own.scene(photo="your own").sentence


def test_a_photograph_that_cannot_be_used_is_refused_in_one_sentence():
    panel = PhotographExplorer().widget
    panel._handle_custom_msg({"upload": [8, 200]}, [memoryview(bytes(8 * 200 * 4))])
    assert panel.answered["error"] == (
        "This photograph has the shape (8, 200, 4); it needs at least 16 pixels along its shorter "
        "side. Choose another one."
    )


def test_zeros_and_very_large_weights_are_drawn(explorer):
    nothing = shown(explorer, kernel="your own")
    assert not nothing.output.any() and "lies between 0 and 0: black is 0" in nothing.sentence
    large = shown(PhotographExplorer(kernel=np.full((5, 5), 999.0)), strength=200)
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
        (dict(padding=1), TypeError, "no control 'padding'; its controls are photo, kernel, stre"),
        (dict(photo="dog"), ValueError, "photo is one of cat, .*, your own, not 'dog'"),
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
        response = own.made(**state)
        assert "our function's" not in response.sentence and response.heading == "response"
    assert "(small, since your function may be made of loops)" in own.sentence
    assert max(shown(own).photo.shape) == 120 and shown(own, stride=3).output.shape == (26, 40)


def test_a_flipped_kernel_shows_in_picture_heading_and_sentence():
    def flipped(x, kernel):
        return windows(x, kernel[::-1, ::-1])

    own, right = PhotographExplorer(flipped), PhotographExplorer(windows)
    response, expected = shown(own), shown(right)
    assert np.array_equal(response.output, flipped(response.photo, response.weights))
    assert response.png != expected.png
    many = int((~np.isclose(response.output, expected.output, rtol=1e-4, atol=1e-4)).sum())
    assert many > 5000 and response.heading == f"response, {many:,} pixels differ"
    total = response.output.size
    assert response.sentence.endswith(
        f"Your function's response differs from the sums of products in {many:,} of "
        f"{total:,} pixels."
    )
    assert response.heading in texts(own.scene())
    # A kernel that is the same when flipped shows nothing, and the explorer does not claim it.
    assert "differs" not in own.scene(kernel="box blur").sentence
    assert own.picture.png != right.picture.png


def test_an_ignored_stride_shows_what_was_returned_and_what_was_expected():
    own = PhotographExplorer(lambda x, kernel, stride=1: windows(x, kernel))
    response = shown(own, stride=2)
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
    response = shown(own)
    assert response.problem.startswith(words.rstrip(": ")) and words in response.sentence
    assert "\n" not in response.sentence and response.output is None
    words_drawn = " ".join(texts(own.scene()))
    assert response.problem[:40] in words_drawn and own.scene().svg().count("<image") == 1
    bundle = own._repr_mimebundle_()
    assert bundle["text/plain"] == response.sentence


def test_values_that_are_not_finite_are_counted_and_orange():
    def patchy(x, kernel):
        made = windows(x, kernel)
        made[:2, :5] = np.nan
        made[2, 0] = np.inf
        return made

    response = shown(PhotographExplorer(patchy))
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
    assert "differs" not in own.sentence and shown(own).photo.any() and shown(own).weights.any()


def test_stride_has_a_slider_only_where_the_function_takes_it():
    assert PhotographExplorer(lambda x, k, stride=1: x).has_stride
    plain = PhotographExplorer(windows_without_stride)
    assert not plain.has_stride and list(plain.state) == ["photo", "kernel", "strength"]
    assert list(PhotographExplorer().state) == ["photo", "kernel", "strength", "stride"]


def windows_without_stride(x, kernel):
    return windows(x, kernel)


def test_a_checked_function_is_drawn_with_its_mistake_and_a_stub_is_not():
    flipped = check.correlate2d(lambda x, kernel: windows(x, kernel[::-1, ::-1]))
    assert not flipped.passed
    assert "pixels differ" in shown(PhotographExplorer(conv2d=flipped)).heading
    stub = check.correlate2d(lambda x, kernel: None)
    assert shown(PhotographExplorer(conv2d=stub)).problem == ""


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
    own.move(photo="your own")
    own.picture  # noqa: B018
    assert "no photograph of your own yet" in " ".join(content for _, content in said)


def test_the_page_moves_the_state_and_is_answered():
    own = PhotographExplorer()
    panel = own.widget
    state = {"photo": photographs()[1], "kernel": "sharpen", "strength": 50, "stride": 2}
    panel.state = {**state, "typed": {"sharpen[0,0]": "1"}}
    assert own.state == {**state, "typed": {"sharpen[0,0]": "1"}}
    own.move(kernel="identity", photo="cat", strength=100, stride=2, typed={})
    assert panel.state == {"photo": "cat", "kernel": "identity", "strength": 100, "stride": 2}
    key = '["cat","identity",100,2]'
    assert own.key(panel.state) == key
    panel._handle_custom_msg({"need": key, "state": panel.state}, [])
    page = Page(panel.answered["tables"])
    scene = own.scene()
    assert page.svg(key, 0, own.width, own.height) == scene.svg()
    left, right = re.findall(r'href="data:image/png;base64,([^"]+)"', scene.svg())
    grey = decoded(base64.b64decode(left))[..., 0]
    assert np.array_equal(grey, np.rint(shown(own).photo * 255))
    assert base64.b64decode(right) == shown(own).png


def test_it_fits(explorer):
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)


def test_a_goal_can_ask_for_weights_and_response():
    from cnnhelpers.explore import Goal

    same = Goal(
        "Leave the photograph unchanged.",
        lambda seen: np.allclose(seen.response, seen.x[1:-1, 1:-1][:: seen.stride, :: seen.stride]),
    )
    own = PhotographExplorer(goals=[same])
    assert own.reached(kernel="identity") == [0] and own.reached() == []
    assert own.reached(photo="your own", kernel="identity") == []


def test_the_goal_of_02_takes_a_kernel_of_any_size():
    first = goals_of("02", "PhotographExplorer")[:1]
    middle = np.zeros((5, 5))
    middle[2, 2] = 1
    assert PhotographExplorer(goals=first).reached(kernel="identity") == [0]
    assert PhotographExplorer(kernel=middle, size=40, goals=first).reached() == [0]
    assert PhotographExplorer(kernel=middle + 1, size=40, goals=first).reached() == []


def test_colours_of_the_weights_keep_their_numbers_readable():
    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))

    own = PhotographExplorer(kernel=np.linspace(-3, 5, 25).reshape(5, 5))
    kernels = [shown(own), *(shown(own, kernel=name) for name in PRESETS)]
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
