"""A complete notebook as the source of a page: the notebook that Sphinx is given to read."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from cnnhelpers.book.answers import END, begin, question
from cnnhelpers.book.explorers import Shown
from cnnhelpers.book.pictures import as_files
from cnnhelpers.course.cells import is_code, is_for_instructors, tags
from cnnhelpers.course.editions import stub
from cnnhelpers.course.notebooks import tasks
from cnnhelpers.course.questions import Question, questions

PICTURES = "_static/pictures"
STILL = (
    "This is a picture: the explorer computes while it is used. It comes alive in the notebook, "
    "when you run its cell."
)

Cells = list[dict[str, Any]]


def page(
    notebook: dict[str, Any], name: str, shown: Iterable[Shown], static: Path
) -> dict[str, Any]:
    """Return the notebook that becomes a page, without what is the instructor's.

    Args:
        notebook, name: the complete notebook, and the name of its file.
        shown: its explorers.
        static: the folder for pictures, which the site calls ``_static``.
    """
    asked = questions(notebook, name)
    explorers = {one.cell: one for one in shown}
    solved = {task.index: task.name for task in tasks(notebook) if task.index is not None}
    cells = [_copied(cell, static) for cell in notebook["cells"]]
    for index, cell in enumerate(cells):
        if index in explorers:
            _explorer(cell, explorers[index])
        if index in solved:
            _fold(cell, f"One way to write {solved[index]}")
        elif tags(cell) & {"explore", "hide-input"}:
            _fold(cell, "The code of this cell")
    for one in reversed(asked):
        _ask(cells, one)
    kept: Cells = []
    for cell in cells:
        if "implement" in tags(cell):
            kept.append(_task(cell))
        if not is_for_instructors(cell):
            kept.append(cell)
    kernel = {"kernelspec": notebook["metadata"]["kernelspec"]}
    return {**notebook, "cells": kept, "metadata": kernel}


def _text_cell(source: str, name: str) -> dict[str, Any]:
    """Return a cell of text; its name is different from those of all others."""
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _copied(cell: dict[str, Any], static: Path) -> dict[str, Any]:
    """Return a copy of a cell whose pictures are files."""
    copy = {**cell, "metadata": dict(cell["metadata"])}
    if "outputs" in cell:
        copy["outputs"] = [_output(output, static) for output in cell["outputs"]]
    return copy


def _output(output: dict[str, Any], static: Path) -> dict[str, Any]:
    data = output.get("data", {})
    if "text/html" not in data:
        return output
    html = as_files(data["text/html"], static / "pictures", PICTURES)
    return {**output, "data": {**data, "text/html": html}}


def _explorer(cell: dict[str, Any], shown: Shown) -> None:
    """Put the place of an explorer where its picture was; the picture stays in it."""
    data = cell["outputs"][-1]["data"]
    if shown.live:
        picture = f'<div class="cnn-live" data-key="{escape(shown.key)}">{data["text/html"]}</div>'
    else:
        picture = f'{data["text/html"]}<p class="cnn-still">{STILL}</p>'
    data["text/html"] = picture


def _fold(cell: dict[str, Any], summary: str) -> None:
    """Fold a cell up; the outputs of code stay."""
    if is_code(cell):
        cell["metadata"]["tags"] = sorted(tags(cell) | {"hide-input"})
        cell["metadata"]["mystnb"] = {"code_prompt_show": summary, "code_prompt_hide": summary}
    else:
        cell["source"] = (
            f"<details><summary>{escape(summary)}</summary>\n\n{cell['source']}\n\n</details>"
        )


def _task(cell: dict[str, Any]) -> dict[str, Any]:
    """Return what a learner is given in the place of a cell: signature and docstring."""
    given = {"source": stub(cell["source"]), "id": f"{cell['id']}-task"}
    return {**cell, **given, "metadata": {}, "outputs": []}


def _ask(cells: Cells, asked: Question) -> None:
    """Put a question in the place of its cell, and marks around what reveals its answer."""
    last = _last(cells, asked)
    told = asked.reveal
    first = next(
        (index for index in range(asked.cell + 1, last + 1) if "reveal" in tags(cells[index])), last
    )
    if last > asked.cell:
        end: Cells = [_text_cell(f"</div>{END}", f"{asked.key}-end")]
        if told is not None:
            cells[told.cell] = {**cells[told.cell], "source": told.text}
            if told.rest:
                end.append(_text_cell(told.rest, f"{asked.key}-rest"))
        cells[last + 1 : last + 1] = end
        cells.insert(first, _text_cell(begin(asked.key), f"{asked.key}-begin"))
    cells[asked.cell] = _text_cell(question(asked), f"{asked.key}-asked")


def _last(cells: Cells, asked: Question) -> int:
    """Return the place of the last cell that reveals an answer; the question's, where none does."""
    if asked.reveal is not None:
        return asked.reveal.cell
    last = asked.cell
    for index in range(asked.cell + 1, len(cells)):
        kinds = tags(cells[index])
        if "predict" in kinds or (last > asked.cell and "reveal" not in kinds):
            break
        if "reveal" in kinds:
            last = index
    return last
