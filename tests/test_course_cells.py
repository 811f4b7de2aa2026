"""What a cell is, asked in one place."""

from __future__ import annotations

import pytest

from cnnhelpers.course.cells import (
    is_code,
    is_for_instructors,
    is_question,
    is_text,
    is_to_write,
    place,
    tags,
)


def cell(kind: str, *names: str, source: str = "") -> dict:
    return {"cell_type": kind, "metadata": {"tags": [*names]}, "source": source}


def test_a_cell_without_metadata_has_no_tags():
    assert tags({"cell_type": "code"}) == frozenset()
    assert tags(cell("code", "check", "slow")) == {"check", "slow"}


@pytest.mark.parametrize(
    ("asked", "yes", "no"),
    [
        (is_code, cell("code"), cell("markdown")),
        (is_text, cell("markdown", "hint"), cell("raw")),
        (is_question, cell("code", "predict", "hide-input"), cell("markdown", "predict")),
        (is_for_instructors, cell("markdown", "instructor"), cell("markdown", "solution")),
        (is_to_write, cell("markdown", "solution"), cell("code", "check")),
        (is_to_write, cell("code", "implement"), cell("code")),
    ],
)
def test_the_answer_is_true_or_false(asked, yes, no):
    assert asked(yes) is True
    assert asked(no) is False


def test_a_place_is_said_as_jupyterlab_shows_it():
    cells = [cell("markdown", source="## 2 · Padding"), cell("code"), cell("markdown", source="So")]
    assert place(cells, 1) == 'cell [1] in "2 · Padding"'
    assert place(cells, 2) == 'the text "So" after cell [1] in "2 · Padding"'
