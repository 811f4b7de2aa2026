"""Which cells are typed before a class, and the skeleton that stands there until then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cnnhelpers.course.live import typed_blocks
from cnnhelpers.course.live.blocks import MOST_LINES
from cnnhelpers.course.live.skeleton import skeleton, typed_lines
from cnnhelpers.course.notebooks import course_notebooks, read

NOTEBOOKS = course_notebooks()


def text(source: str, *tags: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {"tags": [*tags]}, "source": source}


def code(source: str, *tags: str, **metadata: Any) -> dict[str, Any]:
    return {**text(source, *tags), "cell_type": "code", "outputs": []} | {
        "metadata": {"tags": [*tags], **metadata}
    }


def test_blocks_are_numbered_by_their_sections() -> None:
    cells = [
        text("## You will be able to"),
        code("import numpy as np", "setup"),
        text("## 1 · First"),
        code("def f(x):\n    '''Double.'''\n    return 2 * x", "implement"),
        code("f = check.f(f)", "check"),
        text("Look at it.\n\n## 2 · Second\n\nNow type this:"),
        code("print(f(2))"),
        code("rows = f(3)"),
        code("print(rows)", "live-run"),
        code("def g(x):\n    return x", "implement"),
        text("## Exercises"),
        code("def h(x):\n    return x", "solution"),
    ]
    found = [(b.number, b.section, b.kind, b.cell, b.goal) for b in typed_blocks({"cells": cells})]
    assert found == [
        ("1.1", "First", "type", 3, "f: Double."),
        ("2.1", "Second", "blank", 6, "Now type this"),
        ("2.2", "Second", "type", 9, "g"),
    ]


def test_a_skeleton_says_what_comes_next_and_not_how() -> None:
    source = (
        "def total(x, start=0):\n"
        '    """Sum of x."""\n'
        "    result = start\n"
        "    # every value counts once\n"
        "    for value in x:\n"
        "        result += value\n"
        "\n"
        "    return result\n"
    ).strip()
    assert skeleton(source) == (
        "def total(x, start=0):\n"
        '    """Sum of x."""\n'
        "    # 1. work out result\n"
        "    # 2. every value counts once\n"
        "    # 3.     add to result\n"
        "\n"
        "    # 4. return result\n"
        "    raise NotImplementedError  # type here"
    )


def test_chosen_lines_are_typed_and_the_others_stay() -> None:
    source = (
        "def move(x, by):\n    y = x.copy()\n"
        "    for i in range(3):\n        y[i] += by\n    return y"
    )
    assert skeleton(source, ["y[i] +="]) == (
        "def move(x, by):\n    y = x.copy()\n    for i in range(3):\n        # 1. add to y\n"
        "        raise NotImplementedError  # type here\n    return y"
    )
    assert typed_lines(source, ["y[i] +="]) == [3]


def test_chosen_lines_that_are_not_there_are_complained_about() -> None:
    with pytest.raises(ValueError, match="no statement of the cell begins with 'z'"):
        typed_lines("def f(x):\n    y = x", ["z"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_block_is_long(path: Path) -> None:
    lengths = {block.number: len(block.typed) for block in typed_blocks(read(path))}
    assert {number: lines for number, lines in lengths.items() if lines > MOST_LINES} == {}
