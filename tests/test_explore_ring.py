"""The explorer of the ring: every step against sums by PyTorch, and a wrong step is seen."""

from __future__ import annotations

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
)

from cnnhelpers import check
from cnnhelpers.explore import Goal, RingExplorer
from cnnhelpers.explore.ring import WORKERS, first


@pytest.fixture(scope="module")
def explorer():
    return RingExplorer()


def test_after_each_step_a_chunk_holds_the_sum_of_those_it_has_visited(explorer):
    """After s adding steps worker w's chunk c is the sum of the workers from c to w, around."""
    torch = pytorch()
    for workers in WORKERS:
        count = int(workers)
        start = torch.tensor(first(count))
        for step in range(2 * count - 1):
            held = explorer.stop(workers, step).held
            for worker in range(count):
                for chunk in range(count):
                    visited = (worker - chunk) % count + 1  # workers from the chunk's first one on
                    if visited > min(step, count - 1) + 1:
                        visited = 1  # it has not come here yet
                    if step >= count and (worker - chunk) % count < step - count + 1:
                        visited = count  # handed round
                    passed = [(worker - back) % count for back in range(visited)]
                    expected = start[passed, chunk].sum().item()
                    assert held[worker, chunk] == expected, (workers, step, worker, chunk)


def test_in_the_end_all_hold_what_all_reduce_gives(explorer):
    for workers in WORKERS:
        last = explorer.stop(workers, 2 * int(workers) - 2).held
        np.testing.assert_array_equal(last, check.EXERCISES["all_reduce"].course(first(len(last))))
        ring_step = check.EXERCISES["ring_step"].course
        for step in range(2 * len(last) - 2):
            before, after = (explorer.stop(workers, stop).held for stop in (step, step + 1))
            np.testing.assert_array_equal(after, ring_step(before, step))


def test_the_sentence(explorer):
    assert explorer.scene(workers="3", step=3).sentence == (
        "3 workers, 3 steps of 4 done. In step 2 worker 0 sent chunk 1 to worker 1, which puts it "
        "in the place of its own. Each has sent 3/3 of its numbers; 6 of 9 chunks are whole sums."
    )
    np.testing.assert_array_equal(
        explorer.stop("3", 3).held, [[111, 222, 303], [11, 222, 333], [111, 220, 333]]
    )


def test_a_wrong_step_is_seen():
    def always_adds(held, step):
        n = len(held)
        after = held.copy()
        for w in range(n):
            after[(w + 1) % n, (w - step) % n] += held[w, (w - step) % n]
        return after

    own = RingExplorer(always_adds)
    assert "With your function" not in own.scene(workers="3", step=2).sentence
    assert "With your function 3 numbers differ" in own.scene(workers="3", step=3).sentence
    stopped = RingExplorer(lambda held, step: held[step + 1])
    assert "it should return 3×3" in stopped.scene(workers="3", step=1).sentence
    assert "it should return 3×3" in stopped.scene(workers="3", step=4).sentence
    right = RingExplorer(check.EXERCISES["ring_step"].course)
    assert right.scene(step=6).svg() == RingExplorer().scene(step=6).svg()
    with pytest.raises(TypeError, match="ring_step must be a function, not int"):
        RingExplorer(3)


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_into_a_low_window(explorer):
    assert_it_can_be_read_in_a_low_window(explorer)


def test_a_goal_can_ask_for_what_is_seen():
    goal = Goal("One each.", lambda seen: seen.whole == [1, 1, 1, 1, 1] and seen.sent == 0.8)
    own = RingExplorer(goals=[goal])
    assert own.reached(workers="5", step=4) == [0] and own.reached(workers="5", step=5) == []
