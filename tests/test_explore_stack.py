"""The stack of small layers: every state against PyTorch's layers and the library's field."""

import re
from functools import cache

import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
)

from cnnhelpers import models, nn
from cnnhelpers.explore import Goal, StackExplorer

KERNELS = {
    "3×3": [3, 3, 3, 3, 3],
    "5×5": [5, 5, 5, 5, 5],
    "5×5, then 3×3": [5, 3, 3, 3, 3],
    "3×3, then 1×1": [3, 1, 1, 1, 1],
}


def both(state):
    """Return kernel sizes and strides of the one layer, and those of the stack."""
    kernels = KERNELS[state["kernels"]][: state["depth"]]
    strides = [1] * len(kernels)
    if state["stride"] == "2 in the first":
        strides[0] = 2
    if state["stride"] == "2 in the last":
        strides[-1] = 2
    one = (state["kernel_size"],), (1 if state["stride"] == "1" else 2,)
    return one, (tuple(kernels), tuple(strides))


@cache
def by_torch(kernels, strides, channels):
    """Return weights, MACs and the size of the last map; nothing is computed."""
    torch = pytorch()
    x, weights, macs = torch.empty(1, channels, 56, 56, device="meta"), 0, 0
    for kernel, stride in zip(kernels, strides, strict=True):
        window = {"stride": stride, "padding": kernel // 2, "bias": False, "device": "meta"}
        layer = torch.nn.Conv2d(channels, channels, kernel, **window)
        x = layer(x)
        weights += layer.weight.numel()
        macs += x.numel() * layer.weight[0].numel()
    assert x.shape[2] == x.shape[3]
    return weights, macs, x.shape[2]


@cache
def field(kernels, strides):
    layers = [nn.Conv2d(2, 2, k, s, k // 2) for k, s in zip(kernels, strides, strict=True)]
    return models.receptive_field(nn.Sequential(*layers), (1, 2, 56, 56))[0].size


def test_every_state_has_the_counts_of_pytorchs_layers_and_the_field_of_the_library():
    explorer = StackExplorer()
    count = 0
    for state in explorer.states():
        one, stack = both(state)
        channels = int(state["channels"])
        one_weights, one_macs, size = by_torch(*one, channels)
        weights, macs, same_size = by_torch(*stack, channels)
        assert size == same_size == (56 if state["stride"] == "1" else 28)
        scene = explorer.scene(**state)
        assert explorer.facts(**state) == {
            "field": field(*stack), "size": size, "weights": weights, "macs": macs,
            "one_weights": one_weights, "one_macs": one_macs,
        }, state  # fmt: skip
        assert f": {weights:,} in place of {one_weights:,} for {channels} " in scene.sentence
        assert f" {macs:,} MACs in place of {one_macs:,}; " in scene.sentence
        assert f" become {size}×{size}, " in scene.sentence
        seen = [each for each in texts(scene) if re.match("sees? ", each)]
        fields, relus = (field(*one), field(*stack)), (1, state["depth"])
        for words, wide, count_of in zip(seen, fields, relus, strict=True):
            start = f"see{'s' if count_of == 1 else ''} {wide}×{wide}, {count_of} ReLU"
            assert words.startswith(start) and words.endswith(f" output {size}×{size}"), state
        count += 1
    assert count == 5 * 5 * 4 * 3 * 3


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"depth": 3},
            "Three 3×3 layers see 7×7, as one 7×7 layer does. 27 C² weights in place of 49 C²: "
            "110,592 in place of 200,704 for 64 channels. 346,816,512 MACs in place of "
            "629,407,744; maps of 56×56 become 56×56, with stride 1. ReLUs: 3 in place of 1.",
        ),
        (
            {"kernel_size": 9, "depth": 3, "kernels": "5×5, then 3×3", "channels": "16"},
            "One 5×5 and two 3×3 layers see 9×9, as one 9×9 layer does. 43 C² weights in place "
            "of 81 C²: 11,008 in place of 20,736 for 16 channels. 34,521,088 MACs in place of "
            "65,028,096; maps of 56×56 become 56×56, with stride 1. ReLUs: 3 in place of 1.",
        ),
        (
            {"depth": 1, "stride": "2 in the last"},
            "One 3×3 layer sees 3×3; one 7×7 layer sees 7×7. 9 C² weights in place of 49 C²: "
            "36,864 in place of 200,704 for 64 channels. 28,901,376 MACs in place of "
            "157,351,936; maps of 56×56 become 28×28, with stride 2 in the last. ReLUs: 1 in "
            "place of 1.",
        ),
    ],
)
def test_the_sentence_has_all_numbers(changes, sentence):
    assert StackExplorer().scene(**changes).sentence == sentence


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ({"depth": 3}, [7, 1, 7, 5, 3, 1]),
        ({"depth": 3, "stride": "2 in the first"}, [7, 1, 11, 5, 3, 1]),
        ({"kernels": "5×5", "stride": "2 in the last"}, [7, 1, 9, 5, 1]),
        ({"kernels": "3×3, then 1×1"}, [7, 1, 3, 1, 1]),
    ],
)
def test_a_row_has_as_many_places_as_one_output_sees(changes, rows):
    placed = StackExplorer().scene(**changes).placed
    drawn = [one.svg().count("<rect") for one in placed if 'stroke-width="0.8"' in one.svg()]
    assert drawn == rows


def test_goals_can_be_reached_but_not_from_the_start():
    same = "Let the stack see what the one layer sees, with "
    goals = [
        Goal(same + "less than half of the weights.",
             lambda seen: seen.field == seen.kernel_size and 2 * seen.weights < seen.one_weights),
        Goal(same + "more weights.",
             lambda seen: seen.field == seen.kernel_size and seen.weights > seen.one_weights),
        Goal(same + "fewer weights, but more MACs.",
             lambda seen: seen.field == seen.kernel_size and seen.weights < seen.one_weights
             and seen.macs > seen.one_macs),
    ]  # fmt: skip
    own = StackExplorer(goals=goals)
    assert own.reached() == [] and own.reached(depth=3) == []
    assert own.reached(kernel_size=9, depth=4) == [0]  # 36 C² for 81
    assert own.reached(stride="2 in the first") == [0]  # 18 C² for 49: 3 + 2 · 2 = 7
    assert own.reached(kernel_size=3, kernels="3×3, then 1×1") == [1]  # 10 C² for 9
    assert own.reached(depth=3, stride="2 in the last") == [2]  # 4 · 9 + 4 · 9 + 9 MACs for 49


def test_the_page_draws_what_python_draws():
    explorer = StackExplorer()
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer, every=7)
