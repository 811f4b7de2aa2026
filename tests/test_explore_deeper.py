"""Stored runs of several depths: what is said is what is stored, and it was so at the start."""

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
)

from cnnhelpers import models, nn
from cnnhelpers.datasets import digits
from cnnhelpers.explore import DeeperExplorer
from cnnhelpers.explore.depth import power
from cnnhelpers.training.depth_runs import DEPTHS, depth_runs


@pytest.fixture(scope="module")
def explorer():
    return DeeperExplorer()


def test_every_position_says_what_is_stored(explorer):
    for state in explorer.states():
        runs = depth_runs(
            int(state["depth"]),
            batch_norm=state["norm"] == "batch norm",
            shortcuts=state["shortcuts"] == "shortcuts",
        )
        last = float(np.mean(runs.loss[0, -20:]))
        sizes = (runs.gradient_first if "first" in state["when"] else runs.gradient_last)[0]
        sentence = explorer.scene(**state).sentence
        said = "no number any more" if np.isnan(last) else f"{last:.2f}"
        assert f"last 20 steps is {said} (" in sentence, state
        if np.isfinite(sizes).all() and sizes[-1] > 0:
            words = f"is {power(sizes[0])} in the first convolution and {power(sizes[-1])} in the"
            assert words in sentence


def test_the_first_loss_is_that_of_pytorch_from_the_same_weights():
    """The network of 8 layers, residual, with batch norm: 7 convolutions and a dense layer."""
    torch = pytorch()
    images, labels = digits("train", 2000)
    small = images.reshape(-1, 1, 14, 2, 14, 2).mean(axis=(3, 5))
    x = ((small - small.mean()) / small.std()).astype(np.float32)
    batch = np.random.default_rng(0).permutation(2000)[:64]
    with nn.init.seeded(0):
        state = models.deep_net(8).state_dict()
    weights = [torch.tensor(value) for name, value in state.items() if value.ndim == 4]
    norm = torch.nn.functional.batch_norm

    def conv(signal, weight, stride=1):
        signal = torch.nn.functional.conv2d(signal, weight, stride=stride, padding=1)
        return norm(signal, None, None, training=True)

    signal = conv(torch.tensor(x[batch]), weights[0], 2).relu()
    for first, second in zip(weights[1::2], weights[2::2]):
        signal = (conv(conv(signal, first).relu(), second) + signal).relu()
    dense = torch.tensor(state["head.2.weight"]), torch.tensor(state["head.2.bias"])
    logits = torch.nn.functional.linear(signal.mean((2, 3)), *dense)
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor(labels[batch].astype(int)))
    assert depth_runs(8).loss[0, 0] == pytest.approx(loss.item(), rel=1e-4)


def test_deeper_is_worse_plain_and_better_with_shortcuts():
    plain = {depth: depth_runs(depth, shortcuts=False).final[0] for depth in DEPTHS}
    residual = {depth: depth_runs(depth).final[0] for depth in DEPTHS}
    assert plain[8] < plain[20] < plain[32] < plain[56]
    assert all(residual[depth] < residual[8] for depth in (20, 32))
    assert all(residual[depth] < plain[depth] for depth in DEPTHS)


def test_another_depth_is_refused():
    with pytest.raises(ValueError, match="use 8, 20, 32, 56"):
        depth_runs(10)
    for depth in (8.0, [8], True):
        with pytest.raises(TypeError, match="depth_runs: depth must be a whole number"):
            depth_runs(depth)
    with pytest.raises(TypeError, match="depth_runs: shortcuts must be True or False, not 'no'"):
        depth_runs(8, shortcuts="no")


def test_nobody_changes_the_stored_numbers_of_others():
    with pytest.raises(ValueError, match="read-only"):
        depth_runs(8).loss[0, 0] = 0


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)
