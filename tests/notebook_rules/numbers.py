"""Numbers in prose are those that cells print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cnnhelpers.course.cells import tags
from cnnhelpers.course.pictures import drawings_in
from notebook_rules.computed_numbers import COMPUTED
from notebook_rules.rule import Complaint, Notebook, code_cells, rule, rule_for_all


@rule_for_all
def numbers_agree(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    """A prose cell may list in its metadata the numbers that code computes.

    Each entry of `"numbers": ["14,450,688", "19 25 37 43"]` stands in the cell and in an output.
    """
    outputs = [numbers(text) for text in output_texts(notebook)]
    for index, cell in enumerate(notebook["cells"]):
        for entry in cell["metadata"].get("numbers", []):
            if not contains(numbers(cell["source"]), numbers(entry)):
                yield (
                    index,
                    f"{entry!r} stands in its metadata 'numbers' and not in its text; "
                    "make them agree",
                )
            if not any(contains(output, numbers(entry)) for output in outputs):
                yield (
                    index,
                    f"it says {entry!r}, and no cell prints that; compute it, or correct it",
                )
    for identifier, wanted in COMPUTED.get(name.removesuffix(".ipynb"), {}).items():
        index, said = next(
            (
                (index, [numbers(output_text(each)) for each in cell.get("outputs", [])])
                for index, cell in enumerate(notebook["cells"])
                if cell["id"] == identifier
            ),
            (None, []),
        )
        for entry in wanted:
            if not any(contains(output, numbers(entry)) for output in said):
                yield (
                    index,
                    f"the output of the cell {identifier} does not have {entry!r}; print it "
                    "there, or write in tests/notebook_rules/computed_numbers.py which cell does",
                )


@rule
def numbers_are_marked(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    """A number in prose that a cell also prints is marked, so that both stay the same.

    Small whole numbers are left out: they are sizes and counts that stand everywhere. So are
    angles, and the titles and years of references.
    """
    computed = {
        value
        for text in output_texts(notebook)
        for _, value in numbers(text)
        if "." in value or len(value) >= LARGE
    }
    for index, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "markdown" or tags(cell) & {"hint", "solution"}:
            continue
        entries = cell["metadata"].get("numbers", [])
        marked = {value for entry in entries for _, value in numbers(entry)}
        text = re.sub(r"^## References$.*", "", without_code(cell["source"]), flags=re.M | re.S)
        said = [value for _, value in numbers(re.sub(r"\d+°", "", text))]
        unmarked = [each for each in dict.fromkeys(said) if each in computed - marked]
        if unmarked:
            yield (
                index,
                f"it says {', '.join(unmarked)}, and a cell prints that too; add to its metadata "
                f'"numbers": {list_of(unmarked)}',
            )


LARGE = 3  # digits of a whole number that is no mere size or count


def without_code(text: str) -> str:
    """Prose without code, formulas, addresses and links."""
    pattern = r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]+\$|\]\([^)]*\)|<[^>]*>"
    return re.sub(pattern, " ", text, flags=re.S)


def list_of(entries: list[str]) -> str:
    return "[" + ", ".join(f'"{entry}"' for entry in entries) + "]"


def output_text(output: dict[str, Any]) -> str:
    """What can be read in an output, in all its forms."""
    data = output.get("data", {})
    texts = [output.get("text", ""), output.get("evalue", "")]
    texts += [data.get("text/plain", ""), data.get("text/markdown", "")]
    html = data.get("text/html", "")
    for marked in (html, *drawings_in(html), data.get("image/svg+xml", "")):
        texts.append(re.sub(r"<style.*?</style>|<[^>]*>", " ", marked, flags=re.S))
    return "\n".join(texts)


def output_texts(notebook: Notebook) -> list[str]:
    return [output_text(output) for _, cell in code_cells(notebook) for output in cell["outputs"]]


def numbers(text: str) -> list[tuple[str, str]]:
    """The numbers in a text, with their signs; "14,450,688" is one, "37." and "37.0" are 37."""
    text = re.sub(r"(?<=\d)[,_\u2009\u202f](?=\d{3}(?!\d))", "", text)
    found = []
    for match in re.finditer(r"((?<![\w.)])[-−])?(?<![\w.])(\d+)(?:\.(\d*))?(?![\w])", text):
        fraction = (match[3] or "").rstrip("0")
        found.append(("-" if match[1] else "", match[2] + ("." + fraction if fraction else "")))
    return found


def contains(row: list[tuple[str, str]], entry: list[tuple[str, str]]) -> bool:
    """Whether the numbers of `entry` follow one another in `row`. No sign fits any sign."""
    return bool(entry) and any(
        all(
            value == wanted and (sign == wanted_sign or not wanted_sign)
            for (sign, value), (wanted_sign, wanted) in zip(row[start:], entry)
        )
        for start in range(len(row) - len(entry) + 1)
    )
