"""Where is it, and AlexNet's sizes: every setting against the layers of PyTorch."""

from functools import cache

import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
    texts_of,
)

from cnnhelpers import check
from cnnhelpers.draw.style import PEN
from cnnhelpers.exercises.architectures.layer_row import layer_row
from cnnhelpers.explore import AlexNetSizesExplorer, WhereExplorer
from cnnhelpers.explore.alexnet_sizes import sizes
from cnnhelpers.explore.where import costs, networks


@cache
def by_torch(network, size):
    """Return (kind, parameters, MACs, activations) of PyTorch's layers; nothing is computed."""
    torch = pytorch()
    x, found = torch.empty(1, 3, size, size, device="meta"), []
    read = [x, x]  # by the last two layers
    for kind, outputs, kernel_size, stride, padding, groups in networks()[network]:
        if kind == "shortcut":
            layer = torch.nn.Conv2d(read[0].shape[1], outputs, 1, stride, bias=False, device="meta")
            assert layer(read[0]).shape == x.shape, "it can be added"
            numbers = layer.weight.numel() + 2 * outputs
            found.append(("conv", numbers, x.numel() * layer.weight[0].numel(), x.numel()))
            continue
        read = [read[1], x]
        if kind in ("pool", "mean"):
            pool = torch.nn.functional.max_pool2d
            x = x.mean((2, 3)) if kind == "mean" else pool(x, kernel_size, stride, padding)
            found.append(("pool", 0, 0, x.numel()))
            continue
        if kind == "normed":
            layer = torch.nn.Conv2d(
                x.shape[1], outputs, kernel_size, stride, padding, bias=False, device="meta"
            )
            x = layer(x)
            numbers = layer.weight.numel() + 2 * outputs
            found.append(("conv", numbers, x.numel() * layer.weight[0].numel(), x.numel()))
            continue
        if kind == "dense":
            layer = torch.nn.Linear(x.numel(), outputs, device="meta")
            x = x.flatten(1)
        else:
            window = {"stride": stride, "padding": padding, "groups": groups, "device": "meta"}
            layer = torch.nn.Conv2d(x.shape[1], outputs, kernel_size, **window)
        x = layer(x)
        parameters = sum(each.numel() for each in layer.parameters())
        found.append((kind, parameters, x.numel() * layer.weight[0].numel(), x.numel()))
    return found


def total(state):
    layers = by_torch(state["network"], int(state["size"]))
    batch = int(state["batch"])
    parameters, macs, activations = (sum(layer[n] for layer in layers) for n in (1, 2, 3))
    return {
        "parameters": parameters,
        "MACs": batch * macs,
        "activations": batch * activations,
        "training memory": 4 * (batch * activations + 3 * parameters),
    }[state["count"]]


def test_every_setting_shows_the_counts_of_pytorchs_layers():
    explorer = WhereExplorer()
    count = 0
    for state in explorer.states():
        sentence = explorer.scene(**state).sentence
        if state["size"] == "64" and state["network"] in ("AlexNet 2012", "AlexNet, no groups"):
            with pytest.raises(RuntimeError, match="Output size is too small"):
                total(state)
            assert "a window does not fit any more" in sentence
        else:
            assert f" {total(state):,} " in sentence, state
        count += 1
    assert count == 9 * 4 * 6 * 3


@pytest.mark.parametrize(
    ("network", "size", "parameters", "macs"),
    [
        ("AlexNet 2012", 227, 60_965_224, 724_406_816),
        ("AlexNet, no groups", 227, 62_378_344, 1_135_256_096),
        ("AlexNet 2014", 224, 61_100_840, 714_188_480),
        ("VGG A (11)", 224, 132_863_336, 7_609_090_048),
        ("VGG B (13)", 224, 133_047_848, 11_308_466_176),
        ("VGG D (16)", 224, 138_357_544, 15_470_264_320),
        ("VGG E (19)", 224, 143_667_240, 19_632_062_464),
        ("ResNet-18", 224, 11_689_512, 1_814_073_344),
    ],
)
def test_the_networks_have_their_published_counts(network, size, parameters, macs):
    found = costs(network, size)
    assert sum(each.parameters for each in found) == parameters
    assert sum(each.macs for each in found) == macs


def test_every_size_of_alexnet_is_pytorchs():
    torch = pytorch()
    explorer = AlexNetSizesExplorer()
    windows = [(11, 4, None), (3, 2, 0), (5, 1, 2), (3, 2, 0), (3, 1, 1), (3, 2, 0)]
    for state in explorer.states():
        n, expected = state["size"], []
        for kernel_size, stride, padding in windows:
            padding = state["padding"] if padding is None else padding
            x = torch.empty(1, 1, n, 1, device="meta")
            n = torch.nn.functional.conv2d(
                x, torch.empty(1, 1, kernel_size, 1, device="meta"),
                stride=(stride, 1), padding=(padding, 0),
            ).shape[2]  # fmt: skip
            expected.append(n)
        assert [each.size for each in sizes(**state)] == expected, state
        sentence = explorer.scene(**state).sentence
        assert f"sizes {' '.join(map(str, expected))}." in sentence
        assert f"{256 * n * n:,} numbers" in sentence


def test_224_leaves_a_row_over_and_227_does_not():
    assert [each.left for each in sizes(224, 0)] == [1, 1, 0, 1, 0, 1]
    assert [each.left for each in sizes(227, 0)] == [0, 0, 0, 0, 0, 0]
    assert "224 + 2·0 − 11) / 4 + 1 = 54.25" in sizes(224, 0)[0].division


@pytest.mark.parametrize("make", [WhereExplorer, AlexNetSizesExplorer])
def test_the_page_draws_what_python_draws(make):
    explorer = make()
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer, every=7)


# A learner's own function ----------------------------------------------------------------------

ALEXNET = {"network": "AlexNet 2012", "count": "parameters", "size": "227", "batch": "1"}


def groups_forgotten(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    return layer_row(shape, kind, outputs, kernel_size, stride, padding)


def test_a_right_layer_row_agrees_in_every_layer_of_every_network():
    plain, explorer = WhereExplorer(), WhereExplorer(layer_row=layer_row)
    for network in networks():
        state = {**ALEXNET, "network": network, "size": "224"}
        count = sum(kind != "mean" for kind, *_ in networks()[network])
        scene = explorer.scene(**state)
        assert f"Your layer_row agrees in all {count} layers." in scene.sentence
        assert f"✓ your layer_row agrees in all {count} layers" in texts(scene)
        # It lies on the page itself: in the ink that a dark theme turns light.
        assert f'fill="{PEN}" text-anchor="start" font-weight="600">✓ your' in scene.svg()
        assert scene.sentence.startswith(plain.scene(**state).sentence)
        assert explorer.facts(**state) == plain.facts(**state)


def test_wrong_rows_have_a_cross_and_the_first_is_told():
    scene = WhereExplorer(layer_row=groups_forgotten).scene(**ALEXNET)
    assert "Your layer_row says of c2: 614,656 parameters, not 307,456" in scene.sentence
    assert "3 of 11 rows differ." in scene.sentence
    assert "✗ your c2: 614,656 parameters, not 307,456" in texts(scene)
    below = [texts_of(each)[0] for each in scene.placed if texts_of(each)]
    crossed = [below[index - 1] for index, each in enumerate(below) if each == "✗"]
    assert crossed == ["c2", "c4", "c5"]


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (lambda shape, kind: None, "takes 2 positional arguments but 7 were given"),
        (lambda *layer: None, "Your layer_row should return five numbers."),
        (lambda *layer: (1, 2, 3), "Your layer_row should return five numbers."),
        (lambda *layer: (1, 2, 3, 4, 0.5), "Your layer_row should return five numbers."),
        (lambda *layer: (10**300, 1, 1, 1, 1), "c1: 1.0e+300 channels, not 96"),
    ],
)
def test_what_is_no_row_is_said_in_a_sentence(function, sentence):
    scene = WhereExplorer(layer_row=function).scene(**ALEXNET)
    assert sentence in scene.sentence


def test_a_checks_result_brings_the_learners_own_function():
    result = check.layer_row(groups_forgotten)
    assert "3 of 11 rows differ" in WhereExplorer(layer_row=result).scene(**ALEXNET).sentence
    stub = check.layer_row(lambda shape, kind, *window: ...)
    assert "layer_row" not in WhereExplorer(layer_row=stub).scene(**ALEXNET).sentence
    with pytest.raises(TypeError, match="layer_row must be a function, not int"):
        WhereExplorer(layer_row=3)


def test_the_page_draws_what_a_learners_function_says():
    explorer = WhereExplorer(layer_row=groups_forgotten)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer, every=7)
