"""Tables of benchmarks/README.md: each processor has its own, and keeps it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

import speed

OLD = """# Benchmarks

## Speed

What is measured.

### 2 cores of A

old table of A

#### 1 thread

numbers

### 2 cores of B

old table of B

## Latency

others
"""


def test_the_tables_of_this_processor_take_the_place_of_its_old_ones(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(OLD)
    speed.write_section("### 2 cores of A\n\nnew table of A\n", path)
    expected = OLD.replace("old table of A\n\n#### 1 thread\n\nnumbers\n", "new table of A\n")
    assert path.read_text() == expected
    speed.write_section("### 2 cores of B\n\nnew table of B\n", path)
    assert path.read_text() == expected.replace("old table of B", "new table of B")


def test_a_new_processor_is_added_and_the_others_stay(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(OLD)
    speed.write_section("### 8 cores of C\n\ntable of C\n", path)
    added = "old table of B\n\n### 8 cores of C\n\ntable of C\n\n## Latency"
    assert path.read_text() == OLD.replace("old table of B\n\n## Latency", added)


def test_a_file_without_the_section_gets_it(tmp_path):
    path = tmp_path / "README.md"
    speed.write_section("### 2 cores of A\n\ntable of A\n", path)
    text = path.read_text()
    assert text.startswith("# Benchmarks\n\n## Speed\n\n`python benchmarks/speed.py --write`")
    assert text.endswith("in no mean.\n\n### 2 cores of A\n\ntable of A\n")


def test_what_the_second_thread_gains():
    modes = {"both 1": {"ours": [4.0, 3.0]}, "both 2": {"ours": [2.5, 2.0]}}
    assert speed.scaling(modes, "ours") == "1.50"  # 3 ÷ 2: of the shortest times
    assert speed.scaling({"both 2": {"ours": [2.0]}}, "ours") == ""
