"""The measurement of latency measures: a slow explorer misses the goals, a quick one meets them."""

from __future__ import annotations

import sys
from pathlib import Path

import broken_notebooks
import pytest
from editions import REPOSITORY
from harness.lab import Lab

sys.path.insert(0, str(REPOSITORY / "benchmarks"))

import latency  # noqa: E402


def result(**changes: object) -> latency.Result:
    values = dict(picture=[1.0] * 60, frame=[2.0] * 60, drawn=42, settles=0.0)
    return latency.Result(name="Some", kind=latency.GRID, **{**values, **changes})


def test_percentile_is_a_value_that_was_measured() -> None:
    values = [float(n) for n in range(1, 61)]
    assert latency.percentile(values, 95) == 57  # 57 of 60 are at most 57
    assert latency.percentile(values, 100) == 60
    assert latency.percentile([3.0], 95) == 3


@pytest.mark.parametrize(
    ("changes", "missed"),
    [
        ({}, []),
        ({"picture": [9.0] * 60}, ["median 9.0 ms, the goal is 8 ms"]),
        ({"picture": [1.0] * 56 + [30.0] * 4}, ["95th percentile 30.0 ms, the goal is 25 ms"]),
        ({"drawn": 20}, ["20 of 42 pictures drawn while a key is held, the goal is 21"]),
        ({"settles": 151.0}, ["time to settle 151.0 ms, the goal is 150 ms"]),
    ],
)
def test_each_goal_can_be_missed(changes: dict[str, object], missed: list[str]) -> None:
    measured = result(**changes)
    assert measured.misses() == [f"Some: {miss}" for miss in missed]
    assert measured.row().endswith("| missed |" if missed else "| met |")


def test_writing_replaces_one_section_and_keeps_the_others(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    latency.write_section("## Latency\n\nfirst\n", path)
    assert path.read_text() == "# Benchmarks\n\n## Latency\n\nfirst\n"
    path.write_text("# Benchmarks\n\n## Latency\n\nold\n\n### more\n\n## Speed\n\nfast\n")
    for _ in range(2):
        latency.write_section("## Latency\n\nnew\n", path)
        assert path.read_text() == "# Benchmarks\n\n## Latency\n\nnew\n\n## Speed\n\nfast\n"


def test_a_slow_picture_is_measured_as_slow(lab: Lab, tmp_path: Path) -> None:
    """The painter of the second explorer is busy for 40 ms at each state."""
    wait = "const end = performance.now() + 40; while (performance.now() < end);"
    quick = broken_notebooks.EXPLORER
    slow = quick.replace("const paint = () => {", "const paint = () => { " + wait)
    times = {}
    for name, source in (("quick", quick), ("slow", slow)):
        path = latency.write_notebook(lab.folder / "latency" / f"{name}.ipynb", source)
        with lab.opened(path) as notebook:
            notebook.run_all()
            notebook.page.evaluate(latency.RECORDER)
            (explorer,) = notebook.explorers()
            measured = latency.measure(explorer, latency.GRID, presses=6)
        assert len(measured.picture) == len(measured.frame) == 6
        assert all(one < two for one, two in zip(measured.picture, measured.frame, strict=True))
        times[name] = measured
    assert min(times["slow"].picture) >= 40 and times["slow"].misses()
    assert sorted(times["quick"].picture)[2] < 40  # the median, also on a busy machine
    assert times["quick"].drawn >= 21
