"""How long cells are, and how many words stand between them."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator

from cnnhelpers.course.cells import is_code, is_question, is_text, tags
from notebook_rules.rule import (
    Cell,
    Complaint,
    Notebook,
    code_cells,
    code_lines,
    rule,
)


@rule
def length_of_code(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, cell in code_cells(notebook):
        lines, kinds = code_lines(cell), tags(cell)
        most = 6 if "setup" in kinds else 40 if kinds & {"implement", "solution"} else 20
        if lines > most:
            yield index, f"it has {lines} lines of code, at most {most} are right; split it"
        if lines == 0:
            yield index, "it is an empty cell of code; delete it"
    lengths = [code_lines(cell) for _, cell in code_cells(notebook) if not is_question(cell)]
    median = statistics.median(lengths) if lengths else 0
    if median > 5:
        yield (
            None,
            f"half of the cells of code have {median:g} lines or more, at most 5 are right; "
            "split some, with words between",
        )


@rule
def code_in_a_row(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    row: list[int] = []
    for index, cell in enumerate([*notebook["cells"], {"cell_type": "end", "source": ""}]):
        if is_code(cell) and not is_question(cell):
            row.append(index)
            continue
        kinds = {tag for each in row for tag in tags(notebook["cells"][each])}
        most = 3 if kinds & {"implement", "check"} else 2
        if len(row) > most:
            yield (
                row[0],
                f"{len(row)} cells of code stand in a row from here on, at most {most} are right; "
                "say between them what comes next",
            )
        row = []


@rule
def code_and_questions_in_a_row(
    notebook: Notebook, name: str, names: list[str]
) -> Iterator[Complaint]:
    """A question interrupts the code, but it does not say what the code around it does."""
    row: list[int] = []
    for index, cell in enumerate([*notebook["cells"], {"cell_type": "end", "source": ""}]):
        if is_code(cell):
            row.append(index)
            continue
        if len(row) > 3:
            yield (
                row[0],
                f"{len(row)} cells of code and questions stand in a row from here on, at most 3 "
                "are right; say between them what comes next",
            )
        row = []


@rule
def words_between_code(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    cells = notebook["cells"]
    code = [index for index, cell in code_cells(notebook) if not is_question(cell)]
    if len(code) < 2:
        return
    between = [
        question_text(cell) if is_question(cell) else cell["source"]
        for cell in cells[code[0] : code[-1]]
        if is_question(cell) or is_text(cell) and not tags(cell) & {"hint", "solution"}
    ]
    average = sum(map(words, between)) / (len(code) - 1)
    if not 20 <= average <= 45:
        yield (
            None,
            f"{average:.0f} words stand between two cells of code on average, 20 to 45 are right; "
            + ("cut the prose" if average > 45 else "say more of what the code shows, and why"),
        )


def question_text(cell: Cell) -> str:
    """What a reader reads of a question: its stored output."""
    texts = [output.get("data", {}).get("text/plain", "") for output in cell["outputs"]]
    return "\n".join(texts)


def words(text: str) -> int:
    """How many words a reader reads: no addresses, HTML or formulas."""
    text = re.sub(r"\]\([^)]*\)|<[^>]*>|\$\$.*?\$\$|\$[^$]+\$", " ", text, flags=re.S)
    return len(re.findall(r"\w+(?:['’.,-]\w+)*", text))
