"""Tables of benchmarks/README.md: each processor has its own, and keeps it; what they say."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from timing import growth, page, peer, ratios, training  # noqa: E402

OLD = """# Benchmarks

## Speed

What is measured.

### 2 cores of A

old table of A

#### 1 thread

numbers

#### Growth

old curves of A

### 2 cores of B

old table of B

## Latency

others
"""
A, B, C = (f"### {number} cores of {name}" for number, name in ((2, "A"), (2, "B"), (8, "C")))
NOTHING = {"#### Peer": "", "#### Growth": ""}


def test_the_tables_of_this_processor_take_the_place_of_its_old_ones(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(OLD)
    page.write_section(A, f"{A}\n\nnew table of A\n", NOTHING, path)
    expected = OLD.replace("old table of A\n\n#### 1 thread\n\nnumbers\n", "new table of A\n")
    assert path.read_text() == expected  # and the curves stay, which were not measured
    page.write_section(B, f"{B}\n\nnew table of B\n", NOTHING, path)
    assert path.read_text() == expected.replace("old table of B", "new table of B")


def test_a_part_takes_the_place_of_its_old_one_or_is_added(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(OLD)
    parts = {"#### Peer": "#### Peer\n\ntimes\n", "#### Growth": "#### Growth\n\nnew curves\n"}
    page.write_section(A, "", parts, path)
    old = "#### Growth\n\nold curves of A\n"
    assert path.read_text() == OLD.replace(old, "\n".join(parts.values()))
    page.write_section(B, "", NOTHING | {"#### Peer": parts["#### Peer"]}, path)
    assert "old table of B\n\n#### Peer\n\ntimes\n\n## Latency" in path.read_text()


def test_a_new_processor_is_added_and_the_others_stay(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(OLD)
    page.write_section(C, f"{C}\n\ntable of C\n", NOTHING, path)
    added = "old table of B\n\n### 8 cores of C\n\ntable of C\n\n## Latency"
    assert path.read_text() == OLD.replace("old table of B\n\n## Latency", added)


def test_a_file_without_the_section_gets_it(tmp_path):
    path = tmp_path / "README.md"
    page.write_section(A, f"{A}\n\ntable of A\n", NOTHING, path)
    text = path.read_text()
    assert text.startswith("# Benchmarks\n\n## Speed\n\n`python benchmarks/speed.py --write`")
    assert text.endswith("in no mean.\n\n### 2 cores of A\n\ntable of A\n")


def test_what_the_second_thread_gains():
    modes = {"both 1": {"ours": [4.0, 3.0]}, "both 2": {"ours": [2.5, 2.0]}}
    assert ratios.scaling(modes, "ours") == 1.5  # 3 ÷ 2: of the shortest times
    assert ratios.scaling({"both 2": {"ours": [2.0]}}, "ours") is None


def test_the_least_gain_is_of_convolutions_forward_too():
    one, two = {"ours": [4.0]}, {"ours": [2.0]}
    even = {"forward 1": one, "forward 2": two, "both 1": one, "both 2": two}
    uneven = even | {"forward 2": {"ours": [2.5]}}
    first, second, *_ = ratios.MEAN_OF
    cases = {first: even, second: uneven, ratios.LENET: {"both 1": one, "both 2": one}}
    assert ratios.least_scaling({"cases": cases}) == 1.6  # 4 ÷ 2.5; LeNet is no convolution
    assert ratios.least_scaling({"cases": {first: {"forward 2": two, "both 2": two}}}) is None


POINT = {"ours": [0.002, 0.003], "torch": [0.004, 0.004], "disturbed": False}


def test_growth_is_told_in_a_row_a_point_and_in_words():
    pytest.importorskip("torch")
    measured = {
        curve: {str(n): dict(POINT) for n in sizes} for curve, sizes in growth.CURVES.items()
    }
    growth.add_memory(measured, lambda curve, size, side: size * (2 if side == "torch" else 1))
    grown = {"ours": 0.04, "torch": 1.5}
    text = growth.report(measured, grown, Path("somewhere/curves.png"))
    assert "| LeNet SGD step | 8 | 2.00 | 4.00 | 0.50 | 8 | 16 |" in text
    assert "| conv 64→64, 3×3, 4 images | 448² | 2.00 | 4.00 | 0.50 | 448 | 896 |" in text
    assert "](curves.png)" in text and "8 to 512 images in the batch: ours 2.0 to 2 ms" in text
    assert "500 more raised the process's peak by 0.0 MB (PyTorch's: 1.5)" in text


def test_the_training_is_compared_with_what_there_was_before():
    pytest.importorskip("torch")
    seconds = {training.ALONE: 30.0, training.BEFORE: 20.0, training.NOW: 15.0}
    turns = iter(seconds.values())

    def run(way):
        return {"seconds": next(turns), "accuracy": 0.981}

    text = training.report(training.measure(run, 1))
    assert "| two processes | 15.0 | 0.75 | 2.00 | 98.1 % |" in text


def test_a_python_without_the_peer_is_told_how_to_get_it():
    with pytest.raises(SystemExit) as stopped:
        peer.Peer(sys.executable, 1)  # DeZero is no part of the course's environment
    said = str(stopped.value)
    assert "does not run DeZero: ModuleNotFoundError: No module named 'dezero'" in said
    assert 'pip install dezero "numpy<1.24" matplotlib' in said


@pytest.mark.parametrize("name", ["speed", "ladder"])
def test_a_benchmark_says_what_it_takes(name):
    command = [sys.executable, str(BENCHMARKS / f"{name}.py"), "--help"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0 and "--write" in run.stdout, run.stderr
