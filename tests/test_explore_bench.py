"""The budget bench: every state against the layers of PyTorch."""

from __future__ import annotations

import re

import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
)

from cnnhelpers import capstone, models, nn
from cnnhelpers.explore import BudgetBench, Goal


@pytest.fixture(scope="module")
def explorer():
    return BudgetBench()


def layers(torch, first, second, third, strides, kind, head, norm, **_):
    """The same network of PyTorch, on no numbers."""
    folded, steps, found, before = norm == "folded", list(map(int, strides.split())), [], 1
    for place, (channels, kernel, stride) in enumerate(
        zip((first, second, third), (5, 3, 3), steps)
    ):
        parts = [(before, channels, kernel, stride, 1)]
        if place and kind == "depthwise":
            parts = [(before, before, kernel, stride, before), (before, channels, 1, 1, 1)]
        for inputs, outputs, size, step, groups in parts:
            found.append(torch.nn.Conv2d(inputs, outputs, size, step, size // 2, groups=groups,
                                         bias=folded, device="meta"))  # fmt: skip
            if not folded:
                found.append(torch.nn.BatchNorm2d(outputs, device="meta"))
        before = channels
    if head == "global average":
        found.append(torch.nn.AdaptiveAvgPool2d(1))
    found.append(torch.nn.Flatten())
    side = 1 if head == "global average" else 28 // 2 ** sum(step == 2 for step in steps)
    side = 4 if side == 3 else side  # 7 -> 4 with padding
    found.append(torch.nn.Linear(before * side * side, 10, device="meta"))
    return found


def test_every_state_shows_the_costs_of_pytorchs_layers(explorer):
    torch = pytorch()
    fits = 0
    known = {}
    for state in explorer.states():
        key = tuple(value for name, value in state.items() if name != "level")
        if key not in known:
            x, macs, parameters, memory = torch.empty(1, 1, 28, 28, device="meta"), 0, 0, 0
            for layer in layers(torch, **state):
                before = x.numel()
                x = layer(x)
                parameters += sum(p.numel() for p in layer.parameters())
                parameters += sum(b.numel() for b in layer.buffers() if b.ndim)
                if hasattr(layer, "weight") and layer.weight.ndim > 1:
                    macs += x.numel() * layer.weight[0].numel()
                if hasattr(layer, "weight"):
                    memory = max(memory, 4 * (before + x.numel()))
            known[key] = parameters, macs, memory
        parameters, macs, memory = known[key]
        scene = explorer.scene(**state)
        assert f" {parameters:,} parameters and {macs:,} MACs. " in scene.sentence, state
        if state["head"] == "dense":
            assert f"at most {memory / 1000:.1f} kB of maps" in scene.sentence, state
        assert f"{parameters:,}" in texts(scene) and f"{macs:,}" in texts(scene)
        level = capstone.LEVELS[state["level"]]
        right = parameters <= level.parameters and (level.macs is None or macs <= level.macs)
        assert scene.sentence.endswith("it fits." if right else "it does not fit."), state
        fits += right
    assert 0 < fits < len(known) * 3


@pytest.mark.parametrize(("strides", "field"), [("1 1 1", 9), ("2 1 1", 13), ("2 2 2", 17)])
def test_the_field_is_that_of_the_library(explorer, strides, field):
    steps = list(map(int, strides.split()))
    model = nn.Sequential(
        nn.Conv2d(1, 2, 5, steps[0], 2), nn.Conv2d(2, 2, 3, steps[1], 1),
        nn.Conv2d(2, 2, 3, steps[2], 1),
    )  # fmt: skip
    assert models.receptive_field(model, (1, 1, 28, 28))[0].size == field
    assert (
        explorer.facts(**explorer._whole(explorer.state | {"strides": strides}))["field"] == field
    )


def test_the_reference_networks_stand_on_the_bench(explorer):
    for level, channels in (("Silver", (8, 16, 16)), ("Gold", (4, 8, 8))):
        first, second, third = channels
        sentence = explorer.scene(
            level=level, first=first, second=second, third=third, strides="2 2 2"
        ).sentence
        cost = capstone.cost(capstone.DESIGNS[level].build())
        assert f"{cost.parameters:,} parameters and {cost.macs:,} MACs" in sentence
        assert sentence.endswith("it fits.")


def test_a_bar_crosses_the_red_line_only_over_the_budget(explorer):
    for strides, over in (("1 1 1", True), ("2 2 2", False)):
        bar = explorer.scene(strides=strides).placed[-1].svg()
        assert (float(re.search(r'<rect width="([\d.]+)"', bar)[1]) > 260) == over
        assert ("✗" in bar) == over


def test_goals_can_be_reached_but_not_from_the_start():
    goal = Goal("Fit.", lambda seen: seen.fits)
    own = BudgetBench(goals=[goal])
    assert own.reached() == [] and own.reached(strides="2 2 2") == [0]


def test_the_page_draws_what_python_draws(explorer, monkeypatch):
    monkeypatch.setattr("cnnhelpers.explore.kit.explorer.AHEAD_SECONDS", 1e9)
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer, every=37)
