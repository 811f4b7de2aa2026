"""The practice edition: the complete notebooks with the learner's part left out.

What is left out follows from the tags of the cells alone, so the two editions cannot drift apart:
functions in `implement` and `solution` cells keep their signature and docstring, solutions in prose
become an empty answer, `instructor` cells go, outputs go, everything else stays. A `predict` cell
only names its question, which stands below it as text until the cell is run; the text that tells
the answer becomes a cell that shows it when it is run. So a copy holds no answer.

The copies belong to the learner. None is ever changed or deleted: where the course's notebook has
changed since a copy was made, the new one is written beside it under a new name.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnhelpers.course.cells import LIVE_TAGS, is_code, is_for_instructors, is_text, tags
from cnnhelpers.course.files import free_place, in_words, shown
from cnnhelpers.course.links import moved_links
from cnnhelpers.course.notebooks import (
    beside_the_notebooks,
    course_notebooks,
    parse,
    read,
    tasks,
    written,
)
from cnnhelpers.course.place import is_practice
from cnnhelpers.course.prediction import Prediction
from cnnhelpers.course.questions import Question, questions
from cnnhelpers.course.records import begin
from cnnhelpers.files import write_new

PLACEHOLDER = "# your code here"
ANSWER = "*Your answer:*"


@dataclass(frozen=True)
class Done:
    """What `make_practice` did about one notebook: `action` is "made", "kept" or "updated"."""

    notebook: str
    action: str
    path: Path
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def practice_edition(notebook: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the practice edition of a complete notebook whose file is called `name`."""
    asked = {question.cell: question for question in questions(notebook, name)}
    told = {question.reveal.cell: question for question in asked.values() if question.reveal}
    cells: list[dict[str, Any]] = []
    for index, cell in enumerate(notebook["cells"]):
        kinds = tags(cell)
        if is_for_instructors(cell):
            continue
        cell = copy.deepcopy(cell)
        if is_code(cell):
            cell["execution_count"] = None
            cell["outputs"] = []
            if index in asked:
                name_only(cell, asked[index])
            if kinds & {"implement", "solution"}:
                cell["source"] = stub(cell["source"])
        elif "solution" in kinds:
            cell["source"] = ANSWER
        elif index in told:
            cells.append(teller(cell, told[index]))
            cell["source"] = told[index].reveal.rest
            if not cell["source"]:
                continue
        cells.append(cell)
    metadata = copy.deepcopy(notebook.get("metadata", {}))
    metadata["cnnhelpers"] = {"notebook": name, "source": digest(cells)}
    return {**notebook, "cells": cells, "metadata": metadata}


def name_only(cell: dict[str, Any], question: Question) -> None:
    """Let a cell ask a question by its key, with the question as text below."""
    cell["source"] = f'predict("{question.key}")'
    cell["metadata"].pop("jupyter", None)  # there is nothing to fold up
    cell["metadata"]["tags"] = sorted(tags(cell) - {"hide-input"})
    words = Prediction(question.question, question.choices, question.answer, secret=True).words
    cell["outputs"] = [{"output_type": "display_data", "data": words, "metadata": {}}]


def teller(cell: dict[str, Any], question: Question) -> dict[str, Any]:
    """Return a cell of code that tells the answer which stood in a cell of text."""
    made: dict[str, Any] = {
        "cell_type": "code",
        "metadata": {"tags": ["reveal"]},
        "source": f'predict("{question.key}").reveal()',
        "execution_count": None,
        "outputs": [],
    }
    return {**made, "id": f"{cell['id']}-answer"} if "id" in cell else made


def digest(cells: Iterable[dict[str, Any]]) -> str:
    """Return a short digest of what the cells say, whatever their outputs and identifiers.

    Tags for the live edition change nothing in a practice copy, so they do not count.
    """
    content = [
        [cell["cell_type"], cell["source"], sorted(tags(cell) - LIVE_TAGS)] for cell in cells
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def stub(source: str) -> str:
    """Leave of each top-level function or class its signature and docstring; other lines stay.

    Methods of a class are treated like functions. Code that defines nothing is left out as a whole.
    """
    nodes = [
        node
        for node in parse(source).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    ]
    if not nodes:
        return PLACEHOLDER
    lines = source.split("\n")
    # From the last to the first, so that the line numbers of the tree stay right.
    for node in reversed(nodes):
        end = node.end_lineno or node.lineno
        # A comment at the end of a body is no part of the tree, but it belongs to the solution.
        while end < len(lines) and re.match(r"\s+#", lines[end]):
            end += 1
        lines[_first_line(node) - 1 : end] = _stub_lines(node, lines)
    return "\n".join(lines)


def fill_in(practice: dict[str, Any], solutions: Mapping[str, str]) -> dict[str, Any]:
    """Return a copy of a practice notebook with the solutions of the named tasks written in.

    Raises ValueError for a name that is no task of the notebook.
    """
    filled = copy.deepcopy(practice)
    places = {task.name: task.index for task in tasks(practice) if task.index is not None}
    for name, solution in solutions.items():
        if name not in places:
            raise ValueError(f"fill_in: no task is called {name!r}; there are {', '.join(places)}.")
        filled["cells"][places[name]]["source"] = solution
    return filled


def make_practice(notebooks: Iterable[Path], target: Path) -> list[Done]:
    """Write the practice edition of each notebook into the folder `target`, overwriting nothing.

    A copy made earlier is left alone. Where the course's notebook has changed since, the new
    edition is written beside it as `NN_topic_updated_2.ipynb`, then `_3`, and so on. Returns what
    was done.

    Raises ValueError for the folder of the complete notebooks, and OSError where nothing can be
    written; each copy is whole or not there.
    """
    return list(_make_each([Path(path) for path in notebooks], Path(target)))


def _make_each(paths: list[Path], target: Path) -> Iterator[Done]:
    if any(os.path.realpath(path.parent) == os.path.realpath(target) for path in paths):
        raise ValueError(
            f"{shown(target)} holds the complete notebooks; practice copies need another folder."
        )
    target.mkdir(parents=True, exist_ok=True)
    if not is_practice(target):  # a notebook that lies around above it may not claim its answers
        begin(target)
    names = {path.name for path in paths}
    for path in paths:
        yield _make_one(path, target, names)


def default_target() -> Path:
    """Return where practice copies go."""
    return beside_the_notebooks("practice")


def main(argv: list[str] | None = None) -> int:
    """`python -m cnnhelpers practice [--target FOLDER] [NOTEBOOK ...]`; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers practice",
        description="Make your practice copies of the notebooks. Nothing of yours is overwritten.",
    )
    parser.add_argument("notebooks", nargs="*", help="such as 02; all of them when left out")
    parser.add_argument("--target", type=Path, help="folder for the copies, instead of practice")
    options = parser.parse_args(argv)
    try:
        paths = course_notebooks(options.notebooks)
        target = options.target or default_target()
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    try:
        for entry in _make_each(paths, target):
            print(entry)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"{shown(target)} cannot be written to: {in_words(error)}. The copies that are there "
            "are whole; when that is mended, run this again for the others.",
            file=sys.stderr,
        )
        return 1
    return 0


def _make_one(path: Path, target: Path, names: set[str]) -> Done:
    edition = practice_edition(read(path), path.name)
    for cell in edition["cells"]:
        if is_text(cell):
            cell["source"] = moved_links(cell["source"], path.parent, target, names)
    current = edition["metadata"]["cnnhelpers"]["source"]
    # Several copies may stand there; the one that was made from the present notebook is looked for.
    copies = [
        file for file in [target / path.name, *_updates(path, target)] if os.path.lexists(file)
    ]
    for existing in reversed(copies):
        if _made_from(existing) == current:
            sentence = f"{shown(existing)} is there already; it was left as it is."
            return Done(path.name, "kept", existing, sentence)
    if not copies:
        place = target / path.name
        write_copy(place, written(edition))
        return Done(path.name, "made", place, f"Made {shown(place)}.")
    place = free_place(target / f"{path.stem}_updated.ipynb")
    write_copy(place, written(edition))
    if _made_from(copies[-1]) is None:
        why = f"{shown(copies[-1])} is no practice copy that can be read: a whole one is"
    else:
        why = f"The course's {path.name} has changed since your copy was made: the new one is"
    sentence = f"{why} {shown(place)}, and {shown(copies[-1])} was left as it is."
    return Done(path.name, "updated", place, sentence)


def _updates(path: Path, target: Path) -> list[Path]:
    pattern = re.compile(re.escape(path.stem) + r"_updated_(\d+)\.ipynb")
    found = [(pattern.fullmatch(file.name), file) for file in target.iterdir()]
    return [file for _, file in sorted((int(match[1]), file) for match, file in found if match)]


def _made_from(path: Path) -> str | None:
    """Return the digest in a practice copy, or None where the file cannot tell."""
    try:
        return read(path)["metadata"]["cnnhelpers"]["source"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_copy(path: Path, text: str) -> None:
    """Write a copy, and tell Jupyter that it can be trusted: it came from here.

    JupyterLab shows the widgets of a notebook only where all of its stored outputs are trusted;
    one question that was not asked yet would keep all explorers away. Without a signature there are
    their pictures, so whatever happens to Jupyter's database is no reason to stop.
    """
    write_new(path, text)
    with contextlib.suppress(Exception):
        import nbformat
        from jupyter_core.paths import jupyter_data_dir
        from nbformat.sign import NotebookNotary

        data = jupyter_data_dir()
        os.makedirs(data, exist_ok=True)
        notary = NotebookNotary(data_dir=data)
        try:
            notary.sign(nbformat.reads(text, as_version=4))
        finally:
            notary.store.close()


def _first_line(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])


def _stub_lines(
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, lines: list[str]
) -> list[str]:
    first = node.body[0]
    start = _first_line(first) if hasattr(first, "decorator_list") else first.lineno
    before = lines[start - 1].encode()[: first.col_offset].decode()
    if before.strip():  # def f(x): return x
        kept = [*lines[_first_line(node) - 1 : start - 1], before.rstrip()]
        indent = " " * (node.col_offset + 4)
    else:
        kept = lines[_first_line(node) - 1 : start - 1]
        # Comments and empty lines between the signature and the body belong to the solution.
        while not kept[-1].strip() or kept[-1].lstrip().startswith("#"):
            kept = kept[:-1]
        indent = before
    if ast.get_docstring(node, clean=False) is not None:
        if before.strip():
            kept.append(indent + ast.get_source_segment("\n".join(lines), first))
        else:
            kept += lines[start - 1 : first.end_lineno]
    methods = []
    if isinstance(node, ast.ClassDef):
        functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        methods = [part for part in node.body if isinstance(part, functions)]
    for method in methods:
        kept += ["", *_stub_lines(method, lines)]
    return kept if methods else [*kept, f"{indent}...  {PLACEHOLDER}"]
