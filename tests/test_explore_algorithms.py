"""The explorer of ways to compute a convolution: counts against PyTorch, and stored times."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
)

from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore import AlgorithmExplorer, Goal
from cnnhelpers.explore.algorithms import FULL, NAMES, WAYS, cost

STORED = Path(__file__).parents[1] / "cnnhelpers" / "reference_data" / "ladder.json"


@pytest.fixture(scope="module")
def explorer():
    return AlgorithmExplorer()


def settings_of(state):
    return tuple(int(state[name]) for name in ("size", "channels", "kernel", "batch"))


def macs_by_torch(size, channels, kernel, batch):
    """Return what PyTorch's own counter says; it counts a multiply-add as two operations."""
    torch = pytorch()
    from torch.utils.flop_counter import FlopCounterMode

    x = torch.empty(batch, channels, size, size, device="meta")
    weight = torch.empty(channels, channels, kernel, kernel, device="meta")
    with FlopCounterMode(display=False) as counter:
        torch.nn.functional.conv2d(x, weight, padding=kernel // 2)
    return counter.get_total_flops() // 2


def test_direct_ways_do_as_many_products_as_pytorch_counts(explorer):
    for setting in {settings_of(state) for state in explorer.states()}:
        macs = macs_by_torch(*setting)
        assert cost("taps", *setting).multiplications == macs, setting
        assert cost("im2col", *setting).multiplications == macs, setting


def test_the_memory_is_that_of_arrays(explorer):
    """Arrays of the sizes that the ways really make, without their numbers."""
    for size, channels, kernel, batch in {settings_of(state) for state in explorer.states()}:
        setting = size, channels, kernel, batch
        x = np.broadcast_to(np.float32(0), (batch, channels, size, size))
        assert cost("taps", *setting).memory == x.size * 4
        assert cost("im2col", *setting).memory == x.size * kernel**2 * 4
        side = size + kernel - 1
        spectrum = np.fft.rfft2(np.zeros((side, side))).size * 8  # complex64
        spectra = 2 * batch * channels + channels**2
        assert cost("FFT", *setting).memory == spectra * spectrum


def test_winograd_counts_what_its_transforms_do():
    """28×28, one channel and image: 196 tiles of 16 products; a kernel: 7 vectors, 2 halves."""
    found = cost("Winograd", 28, 1, 3, 1)
    assert found.multiplications == 196 * 16 + 14
    assert found.additions == 196 * 16 + 196 * (32 + 24) + 21
    assert cost("Winograd", 28, 1, 5, 1) is None
    direct = cost("im2col", 56, 64, 3, 8).multiplications
    assert direct / cost("Winograd", 56, 64, 3, 8).multiplications == pytest.approx(2.25, abs=0.01)


def test_the_fft_counts_its_transforms():
    """14×14 and 3×3, one channel: three transforms of 256 points, and 16 · 9 complex products."""
    found = cost("FFT", 14, 1, 3, 1)
    assert found.multiplications == 3 * 256 * 8 + 4 * 16 * 9
    assert found.additions == 1.5 * 3 * 256 * 8 + 4 * 16 * 9


def test_every_position_shows_its_numbers(explorer):
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    count = 0
    for state in explorer.states():
        size, channels, kernel, batch = settings_of(state)
        values = explorer.values(**state)
        assert set(values) == set(WAYS) - (set() if kernel == 3 else {"Winograd"})
        if state["by"] == "measured time":
            assert values == stored["milliseconds"][f"{size} {channels} {kernel} {batch}"]
        else:
            costs = {way: cost(way, size, channels, kernel, batch) for way in values}
            pick = {
                "multiplications": lambda one: one[0],
                "all operations": lambda one: one[0] + one[1],
                "extra memory": lambda one: one[2],
            }[state["by"]]
            assert values == {way: pick(one) for way, one in costs.items()}
        scene = explorer.scene(**state)
        shown = texts(scene)
        least, most = min(values.values()), max(values.values())
        winners = [way for way, value in values.items() if value == least]
        for way, value in values.items():
            label = shown[shown.index(NAMES[way]) + 1]
            assert read(label) == pytest.approx(value, rel=6e-3), (state, way)
            assert ("least" in label) == (winners == [way]), (state, way)
            assert f"{NAMES[way]} {label.removesuffix(' ← least')}" in scene.sentence
        bars = [one.svg() for one in scene.placed if '<rect width="' in one.svg()]
        wide = [float(bar.split('rect width="')[1].split('"')[0]) for bar in bars]
        expected = [FULL * value / most for value in values.values()]
        assert np.allclose(wide, expected, atol=0.06), state
        green = [ROLES["output"].fill in bar for bar in bars]
        assert green == [winners == [way] for way in values]
        assert ("for 3×3 kernels only" in shown) == (kernel != 3)
        if len(winners) == 1:
            assert f"Least: {NAMES[winners[0]]}." in scene.sentence
        else:
            assert "The least is shared." in scene.sentence
        if state["by"] == "measured time":
            assert stored["machine"].partition(";")[0] in scene.sentence
        count += 1
    assert count == 4 * 4 * 3 * 3 * 2


def read(label):
    """Return the number that a label writes."""
    words = label.split()
    factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9}.get(words[1:2] and words[1], 1)
    return float(words[0]) * (factor or 1)


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)


def test_goals_know_the_winner():
    goals = [
        Goal("FFT.", lambda seen: seen.winner == "FFT"),
        Goal("Half.", lambda seen: 2 * seen.values["FFT"] < seen.values["im2col"]),
    ]
    own = AlgorithmExplorer(goals=goals)
    assert own.reached() == []
    assert own.reached(kernel="11", size="56", channels="64", batch="8") == [0, 1]


def test_stored_times_are_sane():
    """All configurations, positive times, a processor, and a date."""
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    assert len(stored["milliseconds"]) == 3 * 3 * 4 * 2
    assert all(
        math.isfinite(time) and time > 0
        for row in stored["milliseconds"].values()
        for time in row.values()
    )
    assert " cores of " in stored["machine"] and stored["date"].startswith("20")
