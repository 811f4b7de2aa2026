"""The explorer of Winograd's digits: exact results against PyTorch, and the digits marked."""

import re

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    value,
)

from cnnhelpers.draw.style import WRONG_INK
from cnnhelpers.explore import Goal, WinogradExplorer
from cnnhelpers.explore.winograd import COUNT, KERNEL, TILES, trial
from cnnhelpers.functional.fast.winograd import matrices


@pytest.fixture(scope="module")
def explorer():
    return WinogradExplorer()


def arrays(precision, tile, channels):
    """Return pixels and weights as the explorer draws them."""
    size, random = TILES[tile] + 2, np.random.default_rng(TILES[tile])
    x = random.normal(size=(COUNT, channels, size, size)).astype(precision)
    return x, random.normal(size=(channels, KERNEL, KERNEL)).astype(precision)


def test_exact_results_are_pytorchs_in_double_precision(explorer):
    torch = pytorch()
    for state in explorer.states():
        setting = state["precision"], state["tile"], int(state["channels"])
        x, w = (torch.tensor(array.astype(np.float64)) for array in arrays(*setting))
        right = torch.nn.functional.conv2d(x, w[None]).numpy().reshape(COUNT, -1)
        assert np.allclose(trial(*setting).exact, right, rtol=0, atol=1e-12)


def test_both_ways_compute_the_convolution(explorer):
    """In single precision to a thousandth; in half precision the largest tiles do not."""
    for state in explorer.states():
        direct, winograd = explorer.errors(**state)
        if state["precision"] == "float32":
            assert max(direct, winograd) < 1e-3, state
        assert 0 < direct < 1 and 0 < winograd < 10, state
    for channels in ("16", "64"):
        errors = [
            explorer.errors(precision="float32", tile=tile, channels=channels)[1] for tile in TILES
        ]
        assert errors == sorted(errors)


@pytest.mark.parametrize("tile", [2, 4, 6])
def test_the_matrices_of_every_tile_are_right(tile):
    """In double precision Winograd's numbers are those of np.correlate."""
    into, kernels, out = matrices(KERNEL, np.dtype(np.float64), tile)
    assert into.shape == (tile + 2, tile + 2) and out.shape == (tile, tile + 2)
    random = np.random.default_rng(3)
    d, w = random.normal(size=tile + 2), random.normal(size=3)
    found = out @ ((kernels @ w) * (into @ d))
    assert np.allclose(found, np.correlate(d, w, "valid"), rtol=0, atol=1e-12)


def test_every_position_shows_its_numbers_and_marks_wrong_digits(explorer):
    count = 0
    for state in explorer.states():
        setting = state["precision"], state["tile"], int(state["channels"])
        found, (direct, winograd) = trial(*setting), explorer.errors(**state)
        assert direct == pytest.approx(np.abs(found.direct - found.exact).max())
        assert winograd == pytest.approx(np.abs(found.winograd - found.exact).max())
        scene = explorer.scene(**state)
        outputs = TILES[state["tile"]]
        said = re.search(
            r"(\d+) products directly, (\d+) by Winograd: ([\d.]+) times fewer\. Largest error of "
            r"20 tiles: direct ([\d.]+), Winograd ([\d.]+), (.*)\.$",
            scene.sentence,
        )
        assert int(said[1]) == 9 * outputs**2 and int(said[2]) == (outputs + 2) ** 2
        assert float(said[3]) == pytest.approx(int(said[1]) / int(said[2]), rel=3e-3)
        assert float(said[4]) == pytest.approx(direct, rel=0.5)
        assert float(said[5]) == pytest.approx(winograd, rel=0.5)
        times = f"{winograd / direct:.0f} times as much"
        less = "which is less" if winograd < direct else "less than twice as much"
        assert said[6] == (times if winograd >= 2 * direct else less)
        decimals = {"float16": 3, "float32": 7}[state["precision"]]
        for row in range(4):
            cells = [
                one.svg()
                for one in scene.placed
                if 'font-size="13"' in one.svg() and "font-weight" not in one.svg()
            ][3 * row : 3 * row + 3]
            plain = [re.sub(r"<[^>]*>", "", cell) for cell in cells]
            for text, numbers in zip(plain, (found.exact, found.direct, found.winograd)):
                assert value(text) == pytest.approx(numbers[0, row], abs=0.51 * 10**-decimals)
            for text, cell in zip(plain[1:], cells[1:]):
                wrong = re.search(rf'<tspan fill="{WRONG_INK}" text-dec[^>]*>([^<]*)<', cell)
                right = text[: len(text) - len(wrong[1])] if wrong else text
                assert plain[0].startswith(right)
                assert wrong is None or not plain[0].startswith(text[: len(right) + 1])
                assert (wrong is None) == (text == plain[0])
        count += 1
    assert count == 2 * 3 * 3


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)


def test_goals_know_the_errors():
    goals = [
        Goal("Ten times.", lambda seen: seen.winograd_error > 10 * seen.direct_error),
        Goal("One.", lambda seen: seen.winograd_error > 1),
        Goal("Five.", lambda seen: seen.saved > 5),
    ]
    own = WinogradExplorer(goals=goals)
    assert own.reached() == []
    assert own.reached(tile="6×6") == [0, 2]
    assert own.reached(tile="4×4", precision="float16") == [1]
