"""The live copy of a notebook: what is typed before a class is blank, what is said is left out.

It follows from the complete notebook alone. Nothing breaks in it, whatever has been typed yet: a
function that is not typed raises NotImplementedError, its check says so and goes on with the
course's, and "Run All" goes on after a cell in which something is half typed.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from cnnhelpers.course.cells import is_code, is_text, tags
from cnnhelpers.course.editions import name_only, teller
from cnnhelpers.course.links import moved_links
from cnnhelpers.course.live.blocks import METADATA, Block, last_of, live_kinds, typed_blocks
from cnnhelpers.course.live.text import before_the_end, shortened, summary
from cnnhelpers.course.questions import questions

EDITION = "live"
REST = "-rest"  # ends the identifier of a cell that holds what is not typed of another
GOES_ON = "raises-exception"  # a cell with this tag does not stop "Run All"


def live_edition(
    notebook: dict[str, Any], name: str, folder: Path, target: Path, solved_to: str = ""
) -> dict[str, Any]:
    """Return the live copy of a complete notebook.

    Args:
        notebook: the complete notebook.
        name: its file's name.
        folder: where it stands.
        target: the folder of the copy; the copy's links lead back from there.
        solved_to: a section such as "3", or a block such as "3.2"; up to it all is filled in.

    Raises ValueError where the notebook has no such section or block.
    """
    blocks = {block.cell: block for block in typed_blocks(notebook)}
    filled = _up_to(list(blocks.values()), solved_to)
    asked = {question.cell: question for question in questions(notebook, name)}
    told = {each.reveal.cell: (each, each.reveal) for each in asked.values() if each.reveal}
    cells: list[dict[str, Any]] = []
    taught = True
    for index, (cell, kind) in enumerate(zip(notebook["cells"], live_kinds(notebook))):
        if not taught or kind == "skip":
            continue
        cell = copy.deepcopy(cell)
        for key in (METADATA, "numbers"):  # for those who write the course
            cell["metadata"].pop(key, None)
        if is_code(cell):
            block = blocks.get(index)
            _make_code(cell, block, index in filled)
            if index in asked:
                name_only(cell, asked[index])
                cell["source"] = f"%poll {asked[index].key}"
        else:
            text = before_the_end(cell["source"]) if cells and index > 1 else cell["source"]
            taught = text == cell["source"]
            if index in told:
                question, reveal = told[index]
                cells.append(teller(cell, question))
                text = reveal.rest
            cell["source"] = shortened(text, name) if index > 1 else text.rstrip()
            if not cell["source"]:
                continue
        cells.append(cell)
        if is_code(cell) and block and block.rest and index not in filled:
            cells.append(_rest(cell, block))
    cells[1:1] = [_words("live-copy", f"*Typed live. [The complete notebook]({name}) has it all.*")]
    texts = [each["source"] for each in notebook["cells"] if is_text(each)]
    cells += _ending(texts, name)
    for cell in cells:
        if is_text(cell):
            cell["source"] = moved_links(cell["source"], folder, target, ())
    metadata = copy.deepcopy(notebook.get("metadata", {}))
    metadata["cnnhelpers"] = {"notebook": name, "edition": EDITION}
    return {**notebook, "cells": cells, "metadata": metadata}


def heading(block: Block) -> str:
    """Return the line that names a block in a live copy."""
    return f"# {block.number}  {block.goal}" if block.kind == "blank" else f"# {block.number}"


def as_a_cell(block: Block) -> str:
    """Return a block as `%next` writes it: whole, below the line that names it."""
    return f"{heading(block)}\n{block.code}"


def _make_code(cell: dict[str, Any], block: Block | None, filled: bool) -> None:
    cell["execution_count"] = None
    cell["outputs"] = []
    kinds = tags(cell)
    if block is not None:
        body = block.code if filled else block.skeleton
        cell["source"] = "\n".join(filter(None, [heading(block), body]))
        cell["metadata"].pop("jupyter", None)  # nobody types into a cell that is folded up
        kinds -= {"hide-input"}
    if block is not None or "check" in kinds:
        kinds |= {GOES_ON}
    if kinds:
        cell["metadata"]["tags"] = sorted(kinds)


def _rest(cell: dict[str, Any], block: Block) -> dict[str, Any]:
    """Return the cell with what is not typed, behind the one in which something is."""
    identifier = f"{cell['id'][:59]}{REST}"
    return {**cell, "id": identifier, "metadata": {"tags": [GOES_ON]}, "source": block.rest}


def _up_to(blocks: list[Block], place: str) -> set[int]:
    """Return the cells of the blocks up to a section or block."""
    if not place:
        return set()
    last = last_of(blocks, place)
    if last is None:
        known = ", ".join(block.number for block in blocks)
        raise ValueError(f"There is no block or section {place!r}; the blocks are {known}.")
    return {block.cell for block in blocks[: last + 1]}


def _ending(texts: list[str], name: str) -> list[dict[str, Any]]:
    after = f"Exercises, questions, terms and references are in [the complete notebook]({name})."
    words = [("live-summary", summary(texts)), ("live-after", f"## After class\n\n{after}")]
    return [_words(identifier, text) for identifier, text in words if text]


def _words(identifier: str, text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": identifier, "metadata": {}, "source": text}
