"""The explorers of a trained network: every position against PyTorch, and functions with bugs."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
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

from cnnhelpers import models, nn
from cnnhelpers.datasets import centre_digit, digits
from cnnhelpers.explore import DrawDigitExplorer, FeatureMapExplorer, OcclusionExplorer
from cnnhelpers.explore.activations import arrangement, sheet
from cnnhelpers.explore.drawn import mass, prepared

LAYERS = ("conv1", "relu1", "pool1", "conv2", "relu2", "pool2")


def first_digits() -> np.ndarray:
    images, labels = digits("test", 200)
    return np.stack([images[labels == digit][0] for digit in range(10)])


@cache
def twin(weights: str):
    """Return PyTorch's answers of all layers: a function from images to arrays by name."""
    torch = pytorch()
    model = models.trained_digit_net() if weights == "trained" else models.digit_net()
    state = {name: torch.tensor(array) for name, array in model.state_dict().items()}
    f = torch.nn.functional

    def run(images):
        x, found = torch.tensor(np.asarray(images, np.float32)), {}
        for number in "12":
            weight, bias = state[f"conv{number}.weight"], state[f"conv{number}.bias"]
            x = found[f"conv{number}"] = f.conv2d(x, weight, bias, padding=2)
            x = found[f"relu{number}"] = f.relu(x)
            x = found[f"pool{number}"] = f.max_pool2d(x, 2)
        found["logits"] = f.linear(x.flatten(1), state["dense.weight"], state["dense.bias"])
        return {name: array.numpy() for name, array in found.items()}

    return run


def test_the_stored_network_is_right_about_its_digits():
    images, labels = digits("test")
    logits = twin("trained")(images)["logits"]
    assert np.mean(logits.argmax(axis=1) == labels) >= 0.97
    assert np.allclose(models.trained_digit_net()(images[:50]), logits[:50], atol=1e-3)


def test_the_untrained_network_is_where_its_training_began():
    first, second = models.digit_net(seed=0), models.digit_net(seed=0)
    assert np.array_equal(first.layers["conv1"].weight.data, second.layers["conv1"].weight.data)
    other = models.digit_net(seed=1).layers["conv1"].weight.data
    assert not np.array_equal(first.layers["conv1"].weight.data, other)


# Feature maps -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def feature_maps():
    return FeatureMapExplorer()


def test_every_map_is_pytorchs(feature_maps):
    images, count = first_digits(), 0
    found = {weights: twin(weights)(images) for weights in ("trained", "untrained")}
    for state in feature_maps.states():
        maps = found[state["weights"]][state["layer"]][state["digit"]]
        shown = feature_maps.maps(state["digit"], state["layer"], state["weights"])
        assert np.allclose(shown, maps, atol=1e-4)
        values = maps[state["map"] - 1]
        sentence = feature_maps.scene(**state).sentence
        words = re.search(r"Map (\d+) of (\d+) lies between (\S+) and (\S+); (\d+) % of", sentence)
        assert (int(words[1]), int(words[2])) == (state["map"], len(maps))
        assert abs(value(words[3]) - values.min()) < 0.0051
        assert abs(value(words[4]) - values.max()) < 0.0051
        assert abs(int(words[5]) - 100 * np.mean(values == 0)) < 0.51
        if values.any():
            row, column = map(int, re.search(r"row (\d+), column (\d+)\.", sentence).groups())
            assert abs(values[row, column] - values.max()) < 1e-4
        count += 1
    assert count == 10 * 2 * 3 * (8 + 16)


def test_the_sheet_has_the_levels_of_the_maps():
    """Three maps on two columns: white is the largest of all, black is 0."""
    import base64
    import io

    from PIL import Image

    maps = np.array([[[0.0, 1.0]], [[2.0, 4.0]], [[3.0, 0.0]]])
    address = re.search(r"base64,([^\"]+)", sheet(maps, 2, 10).markup)[1]
    image = Image.open(io.BytesIO(base64.b64decode(address))).convert("L")
    levels = np.asarray(image) / 255
    assert np.allclose(levels, [[0, 0.25, 0.5, 1], [0.75, 0, 0, 0]], atol=0.01)


def test_squares_are_as_large_as_fits():
    assert arrangement(8, 464, 224) == (4, 112)
    assert arrangement(16, 464, 224) == (6, 74)
    assert arrangement(1, 100, 50) == (1, 50)


def test_a_network_of_ones_own_is_shown():
    nn.manual_seed(3)
    own = nn.Sequential(nn.Conv2d(1, 5, 3, stride=2), nn.Tanh(), nn.Flatten(), nn.Linear(845, 10))
    explorer = FeatureMapExplorer(own)
    assert [one.name for one in explorer.controls] == ["digit", "layer", "map"]
    assert "5×13×13" in explorer.sentence
    assert_nothing_leaves_the_card(explorer)
    with pytest.raises(TypeError, match="model must be an nn.Sequential"):
        FeatureMapExplorer(lambda x: x)
    with pytest.raises(ValueError, match=r"it must give \(1, 10\)"):
        FeatureMapExplorer(nn.Sequential(nn.Flatten(), nn.Linear(784, 3)))


# Occlusion --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def occlusion():
    return OcclusionExplorer()


@cache
def covered(digit, size, fill):
    """Return the logits of the digit, and of all its covered images, by PyTorch."""
    image = first_digits()[digit]
    side, level = int(size), {"black": 0.0, "white": 1.0}[fill]
    images = [image]
    for top in range(0, 29 - side, 4):
        for left in range(0, 29 - side, 4):
            one = image.copy()
            one[0, top : top + side, left : left + side] = level
            images.append(one)
    logits = twin("trained")(np.array(images))["logits"]
    return logits[0], logits[1:]


def test_every_place_of_the_patch_shows_pytorchs_logits(occlusion):
    count = 0
    for state in occlusion.states():
        digit, place = state["digit"], state["place"] - 1
        before, logits = covered(digit, state["size"], state["fill"])
        across = int(round(len(logits) ** 0.5))
        scene = occlusion.scene(**state)
        found = re.search(
            r"covers rows (\d+) to \d+, columns (\d+) to \d+ of a (\d)\. Its logit .*? from (\S+) "
            r"to (\S+), and the network says (\d) with (.*?) %\. The largest fall .* is (\S+)\.",
            scene.sentence,
        )
        row, column = divmod(place, across)
        assert [int(found[i]) for i in (1, 2, 3)] == [4 * row, 4 * column, digit]
        assert abs(value(found[4]) - before[digit]) < 0.051
        assert abs(value(found[5]) - logits[place, digit]) < 0.051
        assert int(found[6]) == logits[place].argmax()
        drops = before[digit] - logits[:, digit]
        assert abs(value(found[8]) - drops.max()) < 0.051
        assert np.allclose(occlusion.facts(**state)["drops"].ravel(), drops, atol=1e-3)
        shown = [value(text) for text in texts(scene)[-20:-1:2]]
        assert np.allclose(shown, logits[place], rtol=0, atol=0.051)
        count += 1
    assert count == 10 * 2 * (49 + 36 + 25)


def test_the_patch_follows_the_pointer_around_its_middle(occlusion):
    over = region(occlusion.scene(size="8"), "digit")
    assert len(over.values) == 28 * 28
    assert over.values[0] == 1 and over.values[-1] == 36
    assert over.values[28 * 14 + 14] == 2 * 6 + 2 + 1 or over.values[28 * 14 + 14] == 3 * 6 + 3 + 1


def test_a_map_of_the_learners_is_drawn_and_its_wrong_places_told():
    from cnnhelpers.nn.attribution import occlusion_map

    right = OcclusionExplorer(occlusion_map=occlusion_map)
    plain = OcclusionExplorer()
    state = dict(digit=3, size="4", fill="white", place=5)
    assert right.scene(**state).sentence == plain.scene(**state).sentence
    wrong = OcclusionExplorer(occlusion_map=lambda *a, **o: -occlusion_map(*a, **o))
    assert "49 of 49 places of your map are wrong." in wrong.scene(**state).sentence
    for function, words in (
        (lambda *a, **o: None, "Your function returned None"),
        (lambda *a, **o: occlusion_map(*a, **o)[1:], "returned 6×7; it should return 7×7."),
        (lambda *a, **o: 1 / 0, "Your function raised ZeroDivisionError"),
    ):
        assert words in OcclusionExplorer(occlusion_map=function).scene(**state).sentence
    with pytest.raises(TypeError, match="occlusion_map must be a function, not int"):
        OcclusionExplorer(occlusion_map=2)


# Drawing ----------------------------------------------------------------------------------------


def small_four() -> np.ndarray:
    """Return a digit at half its size in the upper left."""
    drawing = np.zeros((28, 28))
    four = first_digits()[4][0].reshape(14, 2, 14, 2).mean(axis=(1, 3))
    drawing[2:16, 1:15] = four
    return drawing


@pytest.fixture(scope="module")
def drawing():
    return DrawDigitExplorer()


def by_hand(x, scale, centre):
    """Return a drawing as the switches make it, by PyTorch's and NumPy's own functions."""
    if scale and centre:
        return centre_digit(x)  # tested by itself
    rows, columns = np.nonzero(x)
    box = x[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    if not scale and not centre:
        return x
    if centre:
        middle = [np.average(np.nonzero(x)[axis], weights=x[np.nonzero(x)]) for axis in (0, 1)]
        return np.roll(x, [round(14 - one) for one in middle], axis=(0, 1))
    assert box.shape[0] > box.shape[1]
    torch = pytorch()
    width = round(20 * box.shape[1] / box.shape[0])
    many = torch.tensor(box).repeat_interleave(20, 0).repeat_interleave(width, 1)
    pool = torch.nn.functional.avg_pool2d
    scaled = pool(many[None], tuple(box.shape))[0].numpy()
    made = np.zeros((28, 28))
    top = round((rows.min() + rows.max()) / 2 - 9.5)
    left = round((columns.min() + columns.max()) / 2 - (width - 1) / 2)
    made[max(0, top) : max(0, top) + 20, max(0, left) : max(0, left) + width] = scaled
    return made


def test_every_switch_shows_what_the_network_sees_and_pytorchs_answer(drawing):
    torch, count = pytorch(), 0
    for state in drawing.states():
        x = drawing.pad.pixels(state["pad"])
        assert np.abs(x - small_four()).max() < 0.034  # sixteen levels
        made = by_hand(x, state["scale"] == "yes", state["centre"] == "yes")
        made = np.pad(made, ((0, 0), (state["shift"], 0)))[:, :28]
        made = 1 - made if state["invert"] == "yes" else made
        assert np.allclose(drawing.facts(**state)["seen"], made, atol=1e-9), state
        logits = twin("trained")(made[None, None])["logits"][0]
        shares = torch.tensor(logits).double().softmax(0).numpy()
        order = np.argsort(-shares)
        sentence = drawing.scene(**state).sentence
        words = re.search(r"network says (\d) with (.*?) %, then (\d) with (.*?) %\.", sentence)
        assert [int(words[1]), int(words[3])] == order[:2].tolist()
        for text, share in ((words[2], shares[order[0]]), (words[4], shares[order[1]])):
            assert text == "over 99" and share > 0.994 or abs(int(text) - 100 * share) < 0.51
        row, column = map(float, re.search(r"row (\S+), column ([\d.]+);", sentence).groups())
        assert np.allclose((row, column), mass(made), atol=0.051)
        assert ("shifted by" in sentence) == (state["shift"] > 0)
        count += 1
    assert count == 8 * 7


def test_a_drawing_of_ones_own_is_told_from_the_one_that_was_there(drawing):
    stroke = "".join("0" * 13 + ("ff" if 4 <= row < 24 else "00") + "0" * 13 for row in range(28))
    assert not any(drawing.facts(**state)["drawn"] for state in drawing.states())
    found = drawing.facts(**{**drawing.state, "pad": stroke})
    assert found["drawn"] and found["answer"] == 1 and found["ink"] == 40 / 784


def test_both_switches_make_the_right_answer_of_a_small_digit(drawing):
    assert drawing.facts(**drawing.state)["answer"] != 4
    assert drawing.facts(**{**drawing.state, "scale": "yes", "centre": "yes"})["answer"] == 4


def test_a_sure_answer_ends_within_the_picture(drawing):
    scene = drawing.scene(**{**drawing.state, "scale": "yes", "centre": "yes", "invert": "yes"})
    assert "with over 99 %" in scene.sentence
    [beside] = [one for one in scene.placed if "> 99 %" in one.svg() or "&gt; 99 %" in one.svg()]
    assert beside.dx + 0.65 * 11 * len("> 99 %") <= drawing.width  # bold letters of 11 pixels


def test_the_maps_are_those_of_pytorch(drawing):
    seen = prepared(small_four(), True, True)
    found = twin("trained")(seen[None, None])
    _, layers = drawing._answers(seen)
    assert list(layers) == ["relu1", "pool1", "relu2", "pool2"]
    for name, maps in layers.items():
        assert np.allclose(maps, found[name][0], atol=1e-4)


def test_an_empty_pad_says_so_and_a_wrong_drawing_is_refused():
    empty = DrawDigitExplorer(drawing=np.zeros((28, 28)))
    assert empty.sentence == "Nothing is drawn yet. Draw a digit from 0 to 9 on the pad."
    dot = "0" * 400 + "f" + "0" * 383
    for scale, centre, invert in np.ndindex(2, 2, 2):
        switches = [("no", "yes")[one] for one in (scale, centre, invert)]
        scene = empty.scene(**dict(zip(("scale", "centre", "invert"), switches)), pad=dot)
        assert "the network says" in scene.sentence
    with pytest.raises(ValueError, match=r"drawing has the shape \(3, 3\)"):
        DrawDigitExplorer(drawing=np.zeros((3, 3)))


def test_a_function_of_the_learners_prepares_the_drawing():
    both = {"scale": "yes", "centre": "yes"}
    own = DrawDigitExplorer(drawing=small_four(), centre_digit=centre_digit)
    plain = DrawDigitExplorer(drawing=small_four())
    assert own.scene(**both).svg() == plain.scene(**both).svg()
    own = DrawDigitExplorer(drawing=small_four(), centre_digit=lambda x: np.roll(x, 5, 0))
    assert own.scene(**both).svg() != plain.scene(**both).svg()
    assert own.scene().svg() == plain.scene().svg()
    for function, words in (
        (lambda x: None, "Your function returned None"),
        (lambda x: x[1:], "returned 27×28; it should return 28×28."),
        (lambda x: 1 / 0, "Your function raised ZeroDivisionError"),
    ):
        scene = DrawDigitExplorer(drawing=small_four(), centre_digit=function).scene(**both)
        assert words in scene.sentence


# All of them ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["feature_maps", "occlusion", "drawing"])
def test_the_page_draws_what_python_draws_and_it_fits(name, request):
    explorer = request.getfixturevalue(name)
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer, every=7)
    if name != "drawing":  # a pad's cells lead nowhere that is known in advance
        assert_every_cell_leads_somewhere(explorer, every=43)
