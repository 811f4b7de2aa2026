"""Which cells are typed before a class, and the skeleton that stands there until then."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from complaining import fail_with

from cnnhelpers.course.cells import place
from cnnhelpers.course.live import typed_blocks
from cnnhelpers.course.live.blocks import MOST_LINES
from cnnhelpers.course.live.names import given, needed
from cnnhelpers.course.live.skeleton import skeleton, typed_lines
from cnnhelpers.course.notebooks import course_notebooks, parse, read

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


# A session has room for 40 to 70 lines that are typed. 00 is an hour of looking and of first steps:
# its point is what a check says.
FULL = range(40, 71)
TYPED = {"00": range(5, 40)}


def unfit(path: Path, notebook: dict[str, Any]) -> Iterator[str]:
    """Yield what a notebook has to mend before a class can type along.

    Numbers from 90 on are for trying something out: no session is taught with them.
    """
    blocks = typed_blocks(notebook)
    for block in blocks:
        if len(block.typed) > MOST_LINES:
            yield (
                f"{path.name}, {place(notebook['cells'], block.cell)}: {len(block.typed)} lines of "
                f"it are typed in the live copy, and {MOST_LINES} are the most; shorten the cell, "
                'or name the lines to type in its metadata, "live": {"type": ["…"]}.'
            )
    if path.name >= "90":
        return
    lines, room = sum(len(block.typed) for block in blocks), TYPED.get(path.stem[:2], FULL)
    if lines not in room:
        yield (
            f"{path.name}: {lines} lines are typed in its live copy, and a session has room for "
            f"{room.start} to {room.stop - 1}; give cells of code the tag live-type or live-blank "
            "for more, live-run for fewer."
        )
    for block in blocks:
        cell = notebook["cells"][block.cell]
        if block.kind == "blank" and not cell["metadata"].get("live", {}).get("goal"):
            yield (
                f"{path.name}, {place(notebook['cells'], block.cell)}: block {block.number} of the "
                "live copy is blank, and nothing says what to type; add the metadata "
                '"live": {"goal": "…"} to the cell, or give it the tag live-run.'
            )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_class_can_type_along(path: Path) -> None:
    fail_with(unfit(path, read(path)))


def test_what_a_class_cannot_type_is_named_with_its_mend() -> None:
    cells = [text("## 1 · First"), code("print(1)")]
    assert list(unfit(Path("99_try.ipynb"), {"cells": cells})) == []
    assert list(unfit(Path("19_stay.ipynb"), {"cells": cells})) == [
        "19_stay.ipynb: 1 lines are typed in its live copy, and a session has room for 40 to 70; "
        "give cells of code the tag live-type or live-blank for more, live-run for fewer.",
        '19_stay.ipynb, cell [1] in "1 · First": block 1.1 of the live copy is blank, and nothing '
        'says what to type; add the metadata "live": {"goal": "…"} to the cell, or give it the '
        "tag live-run.",
    ]
    long = [text("## 1 · First"), code("def f(x):" + 13 * "\n    x += 1", "implement")]
    assert list(unfit(Path("99_try.ipynb"), {"cells": long})) == [
        '99_try.ipynb, cell [1] in "1 · First": 13 lines of it are typed in the live copy, and 12 '
        "are the most; shorten the cell, or name the lines to type in its metadata, "
        '"live": {"type": ["…"]}.'
    ]


def test_what_follows_the_typed_lines_has_a_cell_of_its_own() -> None:
    source = "x = [1, 2]\ny = sum(x)\nfor z in x:\n    y += z\n\ndraw.grid(y)\nprint(y)"
    cells = [text("## 1 · A"), code(source, "live-blank", live={"type": ["y =", "for z"]})]
    [block] = typed_blocks({"cells": cells})
    assert (block.skeleton, block.rest) == ("x = [1, 2]", "draw.grid(y)\nprint(y)")
    assert (block.typed, block.leaves) == ((1, 2, 3), frozenset({"y"}))


def test_a_function_that_is_needed_needs_what_it_calls() -> None:
    cells = [
        text("## 1 · A"),
        code("def part(x):\n    return x\n\ndef build():\n    return part(1)", "live-type"),
        code("net = build()"),
    ]
    [block] = typed_blocks({"cells": cells})
    assert block.leaves == {"part", "build"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_stays_of_a_block_needs_nothing_that_is_typed(path: Path) -> None:
    for block in typed_blocks(read(path)):
        if block.kind == "blank":
            stays = parse(block.skeleton)
            typed = given(parse(block.to_type)) - given(stays)
            assert not needed([stays]) & typed, f"{path.name}, {block.number}: type more of it"


def test_names_are_needed_that_are_read_before_they_are_given() -> None:
    first = (
        "x = a + 1\nfor i in range(b):\n    c += i\ndef f(d, e=g):\n    h = d\n    return h + x + k"
    )
    second = (
        "y = [l for l in x if l]\nif y:\n    m = 1\nprint(m)\nwith p as q:\n    q(lambda r: r + y)"
    )
    assert needed(map(ast.parse, [first, second])) == {*"abcgkmp", "range", "print"}
