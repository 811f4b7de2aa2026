"""Numbers in prose are those that cells print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cnnhelpers.course.notebooks import tags
from cnnhelpers.course.pictures import drawings_in
from notebook_rules.rule import Complaint, Notebook, code_cells, rule, rule_for_all

# What the syllabus says that a notebook computes. A run of numbers stands in one output, in order.
SEED_NUMBERS = {
    "01_why_convolution": ["14,450,688", "450", "3072"],
    "02_cross_correlation": ["19 25 37 43", "4 3 4 2 4 3 2 3 4", "6600", "3600", "2250"],
    "03_padding_and_stride": ["0 8 6 8", "4 4 2 4", "22311 14341 12433 12341 02211", "10 32 32"],
    "04_channels": ["75", "6 28 28", "2 6 28 28", "10 26 26", "76", "760", "768,000"],
    "05_pointwise_grouped": [
        *("2,408,448", "10,035,200", "12,443,648", "120,422,400", "9.68"),
        *("15,872", "153,600"),
    ],
    "06_receptive_field": ["27", "49", "500", "999", "999 1001"],
    "07_pooling": ["2,450", "10,240", "20 14 14"],
    "08_one_and_three_dimensions": ["0 0 2 3 4 2 1"],
    "09_backpropagation": [
        *("1 12 23 30", "21 32 43", "1 12 20 103 1234 2040 300 3400 4000"),
        *("4310 5421 7643 8754", "1 2 13 20 30 0"),
    ],
    "10_making_it_fast": [
        *("115,605,504", "0 1 3 4 1 2 4 5 3 4 6 7 4 5 7 8", "27 37 57 67", "-2 15 1 -6", "14 20"),
        *("-2 -2 2 2", "1 2 2 2 -3 -4", "12.8", "115.6", "3.7", "2.25", "5.0625", "131.89"),
    ],
    "11_nonlinearity_and_depth": ["3 4 4 6", "402,826", "31,370", "1 4 6 4 1", "27", "576"],
    "13_train_lenet": [
        *("1,256,080", "6,522,000", "12.2", "80.05", "2.3026"),
        *("60,000", "61,706", "431,080"),
    ],
    "15_alexnet_and_vgg": [
        *("60,965,224", "724,406,816", "62,378,344", "1,135,256,096", "49,430,888", "643,026,048"),
        *("50,844,008", "61,100,840", "714,188,480", "58,631,144", "2,334,080", "659,272"),
        *("132,863,336", "7,609,090,048", "133,047,848", "11,308,466,176", "138,357,544"),
        *("15,470,264,320", "143,667,240", "19,632,062,464", "133,638,952", "11,770,888,192"),
        *("15,237,608", "61.0", "102,764,544", "235", "975", "27", "49", "81"),
    ],
}


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
    for entry in SEED_NUMBERS.get(name.removesuffix(".ipynb"), []):
        if not any(contains(output, numbers(entry)) for output in outputs):
            yield None, f"no output has {entry!r}, which the syllabus wants; print it in a cell"


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
