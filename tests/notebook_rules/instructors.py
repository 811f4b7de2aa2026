"""The cells for those who teach can be read, and their minutes add up."""

from __future__ import annotations

from collections.abc import Iterator

from cnnhelpers.course.instructor import read_guide
from notebook_rules.rule import Complaint, Notebook, rule_for_all


@rule_for_all
def instructor_cells(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, sentence in read_guide(notebook)[1]:
        yield index, sentence.removesuffix(".")
