"""The connection explorer: counts by a layer's own weights and gradients."""

import re

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
)

from cnnhelpers.explore import ConnectionExplorer

SHARED = "shared (convolution)"


@pytest.fixture(scope="module")
def explorer():
    return ConnectionExplorer()


def counted(layer, inputs, kernel_size):
    """Count by building the layer: connections from its matrix, parameters from PyTorch."""
    torch = pytorch()
    conv = torch.nn.Conv1d(1, 1, kernel_size, bias=False)
    torch.nn.init.ones_(conv.weight)
    matrix = conv(torch.eye(inputs)[:, None])[:, 0]  # (inputs, outputs)
    outputs = matrix.shape[1]
    if layer == "dense":
        dense = torch.nn.Linear(inputs, outputs, bias=False)
        return outputs, dense.weight.numel(), dense.weight.numel()
    connections = int((matrix != 0).sum())
    return outputs, connections, connections if layer == "local" else conv.weight.numel()


def test_every_slider_position_counts_what_pytorch_has(explorer):
    for state in explorer.states():
        scene = explorer.scene(**state)
        if state["kernel_size"] > state["inputs"]:
            assert "does not fit" in scene.sentence
            continue
        outputs, connections, parameters = counted(**state)
        words = texts(scene)
        headline = next(text for text in words if "connection" in text)
        assert [int(n) for n in re.findall(r"\d+", headline)] == [connections, parameters]
        assert f"to {outputs} output" in scene.sentence
        assert f"= {connections} connection" in scene.sentence
        if state["layer"] == SHARED:
            assert re.search(rf"only {parameters} parameters?\.", scene.sentence)
        lines = [re.findall(r"M([\d.]+) \d+L([\d.]+) \d+", p.svg()) for p in scene.placed]
        drawn = [line for found in lines for line in found]
        assert len(drawn) == len(set(drawn)) == connections
        if state["layer"] == SHARED:  # one style a weight, each as often as there are outputs
            assert [len(found) for found in lines if found] == [outputs] * parameters


def test_each_line_joins_an_input_of_the_window_to_its_output(explorer):
    scene = explorer.scene(layer="local", inputs=7, kernel_size=3)
    lines = np.array(re.findall(r"M([\d.]+) \d+L([\d.]+) \d+", scene.svg()), dtype=float)
    offsets = np.unique(np.round(lines[:, 0] - lines[:, 1]))  # of the inputs from their output
    assert len(offsets) == 3 and offsets[0] == -offsets[2] and offsets[1] == 0


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)


def test_nothing_leaves_the_card(explorer):
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)


def test_the_sentence(explorer):
    assert explorer.scene(layer=SHARED, inputs=8, kernel_size=3).sentence == (
        "Shared (convolution) layer, 8 inputs to 6 outputs (window 3): each output reads 3, with "
        "the same weights as all others: 6×3 = 18 connections, but only 3 parameters."
    )
