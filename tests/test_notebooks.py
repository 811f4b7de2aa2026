"""The notebooks keep to the house style.

Each rule is a function from a notebook to its complaints, one sentence each. The second half of
this file shows, on a small notebook made for it, that every rule can be red.
"""

from __future__ import annotations

import copy
import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from cnnhelpers.course.normalise import WIDGET_VIEW, renew
from cnnhelpers.course.notebooks import NBVAL_TAGS, TAGS, defined_name, read, tags, tasks, written
from cnnhelpers.course.pictures import KINDS, drawings_in

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
MOST_BYTES = 700_000

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
}

Notebook = dict[str, Any]
Rule = Callable[[Notebook, str, list[str]], Iterator[str]]
RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    RULES[function.__name__] = function
    return function


def code_cells(notebook: Notebook) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def is_question(cell: dict[str, Any]) -> bool:
    """Whether a cell is code that only asks something: `predict(...)`, which is read, not run."""
    return cell["cell_type"] == "code" and "predict" in cell["metadata"].get("tags", [])


def code_lines(cell: dict[str, Any]) -> int:
    return sum(bool(line.strip()) for line in cell["source"].split("\n"))


def shown(cell: dict[str, Any]) -> str:
    """Enough of a cell to find it by."""
    return repr(cell["source"].strip().split("\n")[0][:50])


def section(notebook: Notebook, heading: str) -> str:
    """The text under a heading of the second level."""
    text = "\n\n".join(
        cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown"
    )
    match = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.M | re.S)
    return match[1] if match else ""


def introduction(name: str) -> bool:
    """Notebook 00 explains the course; it has no rounds and no exercises of its own."""
    return name.startswith("00_")


# Cells and sections -------------------------------------------------------------------------------


@rule
def known_tags(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    for cell in notebook["cells"]:
        for tag in tags(cell) - TAGS - NBVAL_TAGS:
            yield f"{shown(cell)} has the tag {tag!r}, which nobody knows"
        if "NBVAL_" in cell["source"]:
            yield f"{shown(cell)} speaks to nbval in a comment; use a tag"


@rule
def order_of_sections(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    cells = notebook["cells"]
    if not re.match(rf"# {name[:2]} · \S", cells[0]["source"]):
        yield f"the first cell does not begin with '# {name[:2]} · ' and the title"
    for what, pattern in [
        ("a question in bold", r"^\*\*[^*]+\?\*\*$"),
        ("minutes", r"\b\d+ minutes\b"),
        ("prerequisites", r"\bBefore this: \S"),
    ]:
        if not re.search(pattern, cells[0]["source"], re.M):
            yield f"the title block lacks {what}"
    found, rounds = [], []
    for cell in cells:
        if cell["cell_type"] == "code":
            found += ["(setup)"] if "setup" in tags(cell) else []
            continue
        for heading in re.findall(r"^## (.+)$", cell["source"], re.M):
            if re.match(r"\d+ · ", heading):
                rounds.append(int(heading.split()[0]))
                found += ["(rounds)"] if found[-1:] != ["(rounds)"] else []
            else:
                found.append(heading)
    wanted = ["You will be able to", "(setup)", "(rounds)", "Exercises", "Where sources disagree"]
    wanted += ["Summary", "Quick questions", "Terms", "References"]
    if "Where sources disagree" not in found:
        wanted.remove("Where sources disagree")
    if found != wanted:
        yield f"the sections are {found} and should be {wanted}"
    if rounds != list(range(1, len(rounds) + 1)):
        yield f"the rounds are numbered {rounds}"
    most = 5 if introduction(name) else 4
    if not 2 <= len(rounds) <= most:
        yield f"there are {len(rounds)} rounds and should be 2 to {most}"


@rule
def sizes_of_sections(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    goals = re.findall(r"^- \*\*\w+", section(notebook, "You will be able to"), re.M)
    if not 3 <= len(goals) <= 5:
        yield f"there are {len(goals)} goals that begin with a verb in bold, and should be 3 to 5"
    questions, _, answers = section(notebook, "Quick questions").partition("<details>")
    count, answered = (len(re.findall(r"^\d+\. ", text, re.M)) for text in (questions, answers))
    if not 5 <= count <= 10:
        yield f"there are {count} quick questions and should be 5 to 10"
    if count != answered:
        yield f"{count} quick questions have {answered} answers"
    if not re.search(r"[\u4e00-\u9fff]", section(notebook, "Terms")):
        yield "the terms are not given in Chinese"
    references = len(re.findall(r"^\d+\. ", section(notebook, "References"), re.M))
    if not 1 <= references <= 5:
        yield f"there are {references} references and should be 1 to 5"


@rule
def minutes_add_up(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    """Where sections state their minutes, all rounds do, and the title states the sum.

    A notebook of more than one sitting, 75 minutes, marks a place to stop.
    """
    text = "\n\n".join(
        cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown"
    )
    stated = re.findall(r"^## (.+)\n\n\*About (\d+) minutes\b", text, re.M)
    if not stated:
        return
    title = re.search(r"\bAbout (\d+) minutes\b", notebook["cells"][0]["source"])
    total = sum(int(minutes) for _, minutes in stated)
    if title is None or int(title[1]) != total:
        yield f"the sections take {total} minutes together, and the title says something else"
    for heading in re.findall(r"^## (\d+ · .+|Exercises)$", text, re.M):
        if heading not in dict(stated):
            yield f"the section {heading!r} does not state its minutes"
    if total > 75 and "**A good place to stop.**" not in text:
        yield f"{total} minutes are no sitting, and no place to stop is marked"


@rule
def terms_are_in_the_glossary(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    row = r"^\| ([^|]+) \| ([^|]*[\u4e00-\u9fff][^|]*) \|"
    terms = re.findall(row, section(notebook, "Terms"), re.M)
    glossary = (FOLDER / "glossary.md").read_text(encoding="utf-8")
    for english, chinese in terms:
        if f"| {chinese} |" not in glossary:
            yield f"{english!r}, {chinese}, is not in glossary.md"


@rule
def rounds_go_round(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    cells = notebook["cells"]
    for tag in ("predict", "reveal", "implement", "check", "explore"):
        if not any(tag in tags(cell) for cell in cells):
            yield f"no cell has the tag {tag!r}"
    for index, cell in enumerate(cells):
        if "predict" in tags(cell):
            if not re.search(r"\?", cell["source"]):
                yield f"{shown(cell)} predicts without a question"
            after = [other for other in cells[index + 1 :] if tags(other) & {"predict", "reveal"}]
            if not after or "reveal" not in tags(after[0]):
                yield f"{shown(cell)} is a prediction that nothing reveals"


# Length -------------------------------------------------------------------------------------------


@rule
def length_of_code(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    for cell in code_cells(notebook):
        lines, kinds = code_lines(cell), tags(cell)
        most = 6 if "setup" in kinds else 40 if kinds & {"implement", "solution"} else 20
        if lines > most:
            yield f"{shown(cell)} has {lines} lines; at most {most}"
        if lines == 0:
            yield "a code cell is empty"
    lengths = [code_lines(cell) for cell in code_cells(notebook) if not is_question(cell)]
    median = statistics.median(lengths)
    if median > 5:
        yield f"the median of the code cells' lengths is {median}; at most 5"


@rule
def code_in_a_row(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    row: list[dict[str, Any]] = []
    for cell in [*notebook["cells"], {"cell_type": "end", "source": ""}]:
        if cell["cell_type"] == "code" and not is_question(cell):
            row.append(cell)
            continue
        most = 3 if any(tags(each) & {"implement", "check"} for each in row) else 2
        if len(row) > most:
            yield f"{len(row)} code cells stand in a row from {shown(row[0])} on; at most {most}"
        row = []


@rule
def words_between_code(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    cells = notebook["cells"]
    code = [
        index
        for index, cell in enumerate(cells)
        if cell["cell_type"] == "code" and not is_question(cell)
    ]
    between = [
        cell["outputs"][0]["data"]["text/plain"] if is_question(cell) else cell["source"]
        for cell in cells[code[0] : code[-1]]
        if is_question(cell)
        or cell["cell_type"] == "markdown"
        and not tags(cell) & {"hint", "solution"}
    ]
    average = sum(map(words, between)) / (len(code) - 1)
    if not 20 <= average <= 45:
        yield f"{average:.0f} words stand between two code cells on average; 20 to 45 are right"


def words(text: str) -> int:
    """How many words a reader reads: no addresses, HTML or formulas."""
    text = re.sub(r"\]\([^)]*\)|<[^>]*>|\$\$.*?\$\$|\$[^$]+\$", " ", text, flags=re.S)
    return len(re.findall(r"\w+(?:['’.,-]\w+)*", text))


# Tasks and hints ----------------------------------------------------------------------------------


@rule
def hints_and_solutions(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    found = tasks(notebook)
    for task in found:
        if len(task.hints) != 2:
            yield f"{task.name} has {len(task.hints)} hints; 2 are right"
        if task.index is None:
            yield f"{task.name} has no solution"
    solved = {task.index for task in found}
    for index, cell in enumerate(notebook["cells"]):
        if "solution" in tags(cell) and index not in solved:
            yield f"{shown(cell)} is a solution without an exercise, or a second one"
    repeated = [task.name for task in found]
    for each in sorted({each for each in repeated if repeated.count(each) > 1}):
        yield f"two tasks are called {each}"


@rule
def exercises_with_stars(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    exercises = [cell for cell in notebook["cells"] if "exercise" in tags(cell)]
    if not introduction(name) and not 3 <= len(exercises) <= 6:
        yield f"there are {len(exercises)} exercises and should be 3 to 6"
    for number, cell in enumerate(exercises, 1):
        if not re.match(rf"\*\*Exercise {number} ★{{1,3}} \S[^*]*\*\*", cell["source"]):
            yield f"{shown(cell)} should begin with '**Exercise {number} ★ Title.**'"


@rule
def checks_follow(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    cells = notebook["cells"]
    for task in tasks(notebook):
        if task.index is None or task.cell_type != "code":
            continue
        function = defined_name(task.solution)
        if task.kind == "implement" and function is None:
            yield f"{shown(cells[task.index])} implements no function"
        if function is None:
            continue
        nearby = cells[task.index + 1 : task.index + 4]
        if not any(
            "check" in tags(cell) and f"check.{function}(" in cell["source"] for cell in nearby
        ):
            yield f"no check of {function} follows its cell"


# Outputs ------------------------------------------------------------------------------------------


@rule
def executed(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    counts = [cell.get("execution_count") for cell in code_cells(notebook)]
    for cell, count in zip(code_cells(notebook), counts):
        if count is None:
            yield f"{shown(cell)} was never run"
    if None not in counts and counts != list(range(1, len(counts) + 1)):
        yield f"the cells were not run in order: {counts}"


@rule
def no_errors(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    for cell in code_cells(notebook):
        for output in cell["outputs"]:
            raised = output["output_type"] == "error"
            if raised and not tags(cell) & {"raises-exception", "nbval-raises-exception"}:
                yield f"{shown(cell)} stores an error"
            if output.get("name") == "stderr":
                yield f"{shown(cell)} stores a warning: {output['text'][:60]!r}"


@rule
def pictures_have_words(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            sentence = data.get("text/plain", "")
            described = len(sentence.split()) > 2 and not sentence.startswith("<")
            for kind in KINDS:
                alt = output.get("metadata", {}).get(kind, {}).get("alt", "")
                if kind in data and not (alt.strip() or described):
                    yield f"{shown(cell)} shows a picture without words"
            for svg in re.findall(r"<svg\b.*?</svg>", str(data), re.S):
                if not re.search(r"<title\b[^>]*>\s*[^<\s]", svg):
                    yield f"{shown(cell)} shows an SVG without a title"
            if re.search(r"<img\b(?![^>]*\balt=.[^\"'])", data.get("text/html", "")):
                yield f"{shown(cell)} shows an <img> without alt"
        if cell["cell_type"] == "markdown":
            if re.search(r"!\[\s*\]\(|<img\b(?![^>]*\balt=.[^\"'])", cell["source"]):
                yield f"{shown(cell)} has an image without words"


@rule
def no_widgets_stored(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    if "widgets" in notebook["metadata"]:
        yield "the state of widgets is stored"
    for cell in code_cells(notebook):
        for output in cell["outputs"]:
            if WIDGET_VIEW in output.get("data", {}):
                yield f"{shown(cell)} stores a widget view"


LEAKS = {
    "a path of a machine": r"(?<![\w.])/(?:home|Users|root|tmp|work|opt|usr|private|mnt|var)/\w",
    "a path on Windows": r"\b[A-Z]:\\\\?\w",
    "an installed package's path": r"site-packages",
    "the address of an object": r"\bat 0x[0-9a-fA-F]+|<[\w.]+ object at ",
    "a figure without a picture": r"<Figure size",
}

TIMING = r"\b\d+(?:\.\d+)? ?(?:ns|µs|ms)\b|\bit/s\b|\bper loop\b|Wall time"


@rule
def no_leaks(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    for cell in notebook["cells"]:
        for text in [cell["source"], *map(output_text, cell.get("outputs", []))]:
            for what, pattern in LEAKS.items():
                match = re.search(pattern, text)
                if match:
                    yield f"{shown(cell)} has {what}: {match[0]!r}"
    for cell in code_cells(notebook):
        for text in map(output_text, cell["outputs"]):
            if match := re.search(TIMING, text):
                yield f"{shown(cell)} prints a timing: {match[0]!r}"
        for line in cell["source"].split("\n"):
            if re.match(r"\s*%%?time", line):
                yield f"{shown(cell)} measures time, which differs at every run"
            if line.rstrip().endswith(";"):
                yield f"{shown(cell)} hides its value with ';', which nbval does not know"
            if re.search(r"\binteract\b|clear_output|widgets\.Output\b|import \*", line):
                yield f"{shown(cell)} uses what the course does not: {line.strip()!r}"


# Numbers ------------------------------------------------------------------------------------------


@rule
def numbers_agree(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    """A prose cell may list in its metadata the numbers that code computes.

    Each entry of `"numbers": ["14,450,688", "19 25 37 43"]` stands in the cell and in an output.
    """
    outputs = [numbers(text) for text in output_texts(notebook)]
    for cell in notebook["cells"]:
        for entry in cell["metadata"].get("numbers", []):
            if not contains(numbers(cell["source"]), numbers(entry)):
                yield f"{entry!r} is marked in {shown(cell)} and does not stand there"
            if not any(contains(output, numbers(entry)) for output in outputs):
                yield f"{entry!r} is said in {shown(cell)}, but no cell computes it"
    for entry in SEED_NUMBERS.get(name.removesuffix(".ipynb"), []):
        if not any(contains(output, numbers(entry)) for output in outputs):
            yield f"the syllabus wants {entry!r} computed, and no output has it"


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
    return [output_text(output) for cell in code_cells(notebook) for output in cell["outputs"]]


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


# Links --------------------------------------------------------------------------------------------


@rule
def links_resolve(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    for cell in notebook["cells"]:
        if cell["cell_type"] != "markdown":
            continue
        for link in re.findall(r"\]\(([^)\s]+)", cell["source"]):
            target = unquote(link.partition("#")[0])
            if re.match(r"[a-z]+:", target):
                if not target.startswith(("https://", "mailto:")):
                    yield f"{shown(cell)} links to {link}, which is not https"
            elif target and target not in names and not (FOLDER / target).exists():
                yield f"{shown(cell)} links to {link}, which does not exist"


@rule
def previous_and_next(notebook: Notebook, name: str, names: list[str]) -> Iterator[str]:
    place = names.index(name)
    neighbours = names[max(place - 1, 0) : place] + names[place + 1 : place + 2]
    for neighbour in neighbours:
        for where, cell in [("first", notebook["cells"][0]), ("last", notebook["cells"][-1])]:
            if f"]({neighbour})" not in cell["source"]:
                yield f"the {where} cell does not link to {neighbour}"


def complaints(notebook: Notebook, name: str, names: list[str]) -> dict[str, list[str]]:
    """What each rule has to say, by rule."""
    found = {key: list(each(notebook, name, names)) for key, each in RULES.items()}
    return {key: sentences for key, sentences in found.items() if sentences}


# The real notebooks -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", RULES)
def test_the_notebook_keeps_the_rule(path: Path, name: str) -> None:
    found = list(RULES[name](read(path), path.name, [each.name for each in NOTEBOOKS]))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_file_is_tidy(path: Path) -> None:
    assert re.fullmatch(r"\d\d_[a-z0-9]+(_[a-z0-9]+)*\.ipynb", path.name), "named NN_topic.ipynb"
    data = path.read_bytes()
    assert b"\r" not in data, "the lines end as on Unix"
    assert len(data) <= MOST_BYTES, f"{len(data):,} bytes; at most {MOST_BYTES:,}"
    assert renew(path, run=False).encode() == data, "`make notebooks` has not written this file"


def test_the_readme_states_the_minutes() -> None:
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    total = 0
    for path in NOTEBOOKS:
        title = re.search(r"\bAbout (\d+) minutes\b", read(path)["cells"][0]["source"])
        minutes = int(title[1])
        row = rf"\(notebooks/{re.escape(path.name)}\) \|[^|]*\| {minutes} \|"
        assert re.search(row, readme), f"README.md should give {path.name} {minutes} minutes"
        total += minutes
    assert f"about {round(total / 60)} hours" in readme, f"they are {total / 60:.1f} hours"


def test_the_notebooks_are_numbered_in_order() -> None:
    numbers_of_files = [int(path.name[:2]) for path in NOTEBOOKS]
    assert numbers_of_files == list(range(len(NOTEBOOKS)))


# And that each rule can be red --------------------------------------------------------------------


NAMES = ["04_before.ipynb", "05_example.ipynb", "06_after.ipynb"]
LINKS = "[04 · Before](04_before.ipynb) · **05** · [06 · After](06_after.ipynb)"
HINTS = (
    "<details><summary>Hint 1</summary>\n\nOne.\n\n</details>\n"
    "<details><summary>Hint 2</summary>\n\nTwo.\n\n</details>"
)
PROSE = (
    "Words that say what comes next, and why, in so many words that the rule about words is "
    "content: not a single one too few, and certainly not far too many of them either."
)
SVG = '<svg role="img"><title>A grid of 3 × 3.</title><text>7</text></svg>'


def md(source: str, *kinds: str, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {"tags": [*kinds], **metadata}, "source": source}


def code(source: str, *kinds: str, outputs: tuple = ()) -> dict[str, Any]:
    cell = {"cell_type": "code", "metadata": {"tags": [*kinds]}, "source": source}
    return {**cell, "execution_count": 0, "outputs": list(outputs)}


def printed(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def displayed(data: dict[str, str], **metadata: Any) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data, "metadata": metadata}


def exercise(number: int) -> list[dict[str, Any]]:
    name = f"task{number}"
    return [
        md(f"**Exercise {number} ★★ Do it.** {PROSE}", "exercise"),
        md(HINTS, "hint"),
        code(f"def {name}(x):\n    return x", "solution"),
        code(f"{name} = check.{name}({name})", "check", outputs=(printed("passed"),)),
    ]


@pytest.fixture
def example() -> Notebook:
    """A notebook that keeps every rule."""
    title = "# 05 · Example\n\n**What is a rule?**\n\nAbout 5 minutes · Before this: 04\n\n" + LINKS
    cells = [
        md(title),
        md("## You will be able to\n\n- **do** a\n- **do** b\n- **do** c"),
        code("%load_ext cnnhelpers\nfrom cnnhelpers import check", "setup"),
        md(f"## 1 · First\n\n*About 2 minutes.*\n\n{PROSE}"),
        code("1 + 1", outputs=(displayed({"text/plain": "2"}),)),
        md(f"**Predict.** Which one is it? {PROSE}", "predict"),
        code("print(14_450_688)", "reveal", outputs=(printed("weights: 14,450,688\n"),)),
        md(f"It is 14,450,688. {PROSE}", numbers=["14,450,688"]),
        code("def f(x):\n    return x", "implement"),
        md(HINTS, "hint"),
        code("f = check.f(f)", "check", outputs=(printed("passed"),)),
        md(f"## 2 · Second\n\n*About 2 minutes.*\n\n{PROSE}"),
        code(
            "draw.grid(x)",
            "explore",
            outputs=(displayed({"image/svg+xml": SVG, "text/plain": "A grid of 3 × 3."}),),
        ),
        md(PROSE),
        code(
            "draw.images(x)",
            outputs=(displayed({"image/png": ""}, **{"image/png": {"alt": "A cat."}}),),
        ),
        md("## Exercises\n\n*About 1 minutes; choose.*"),
        *exercise(1),
        *exercise(2),
        *exercise(3),
        md(
            "## Where sources disagree\n\nHere.\n\n## Summary\n\n- So.\n\n## Quick questions\n\n"
            + "".join(f"{number}. What?\n" for number in range(1, 6))
            + "\n<details><summary>Answers</summary>\n\n"
            + "".join(f"{number}. That.\n" for number in range(1, 6))
            + "\n</details>"
        ),
        md(
            "## Terms\n\n| stride | 步幅 |\n\n## References\n\n1. [A book](https://d2l.ai)\n\n"
            + LINKS
        ),
    ]
    for number, cell in enumerate([cell for cell in cells if cell["cell_type"] == "code"], 1):
        cell["execution_count"] = number
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def find(notebook: Notebook, beginning: str) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell["source"].startswith(beginning))


def replace(beginning: str, old: str, new: str) -> Callable[[Notebook], None]:
    """Spoil the source of the first cell that begins so."""

    def spoil(notebook: Notebook) -> None:
        cell = find(notebook, beginning)
        assert old in cell["source"]
        cell["source"] = cell["source"].replace(old, new)

    return spoil


def output(beginning: str, **changes: Any) -> Callable[[Notebook], None]:
    """Spoil the first output of a cell."""
    return lambda notebook: find(notebook, beginning)["outputs"][0].update(changes)


def drop(beginning: str) -> Callable[[Notebook], None]:
    return lambda notebook: notebook["cells"].remove(find(notebook, beginning))


def insert(after: str, *cells: dict[str, Any]) -> Callable[[Notebook], None]:
    def spoil(notebook: Notebook) -> None:
        place = notebook["cells"].index(find(notebook, after)) + 1
        notebook["cells"][place:place] = copy.deepcopy(cells)

    return spoil


def retag(beginning: str, *kinds: str) -> Callable[[Notebook], None]:
    return lambda notebook: find(notebook, beginning)["metadata"].update(tags=[*kinds])


def metadata(beginning: str, **changes: Any) -> Callable[[Notebook], None]:
    return lambda notebook: find(notebook, beginning)["metadata"].update(changes)


ERROR = {"output_type": "error", "ename": "E", "evalue": "e", "traceback": []}
LONG = "\n".join(f"x{number} = 1" for number in range(41))

SPOILT = [
    ("known_tags", retag("1 + 1", "serendipity"), "'serendipity'"),
    ("known_tags", replace("1 + 1", "1", "# NBVAL_SKIP\n1"), "speaks to nbval"),
    ("order_of_sections", replace("# 05", "# 05", "# 06"), "'# 05 · '"),
    ("order_of_sections", replace("# 05", "**What is a rule?**", ""), "a question"),
    ("order_of_sections", replace("# 05", "minutes", "hours"), "lacks minutes"),
    ("order_of_sections", replace("# 05", "Before this", "After"), "lacks prerequisites"),
    ("order_of_sections", replace("## Terms", "## References", "## Books"), "sections are"),
    ("order_of_sections", replace("## Where", "## Summary", "## In short"), "sections are"),
    ("order_of_sections", replace("## 2", "## 2", "## 3"), "numbered [1, 3]"),
    ("order_of_sections", replace("## 2", "## 2 · Second", ""), "there are 1 rounds"),
    ("order_of_sections", retag("%load_ext"), "sections are"),
    ("sizes_of_sections", replace("## You", "- **do** c", ""), "2 goals"),
    ("sizes_of_sections", replace("## Where", "5. What?", ""), "4 quick questions"),
    ("sizes_of_sections", replace("## Where", "5. That.", ""), "have 4 answers"),
    ("sizes_of_sections", replace("## Terms", "步幅", "step"), "Chinese"),
    ("sizes_of_sections", replace("## Terms", "1. ", ""), "0 references"),
    ("minutes_add_up", replace("# 05", "About 5", "About 6"), "take 5 minutes together"),
    ("minutes_add_up", replace("## 2", "*About 2 minutes.*", ""), "'2 · Second' does not state"),
    ("minutes_add_up", replace("## Exercises", "About 1", "About 80"), "no place to stop"),
    ("terms_are_in_the_glossary", replace("## Terms", "步幅", "步步"), "not in glossary.md"),
    ("rounds_go_round", retag("draw.grid"), "'explore'"),
    ("rounds_go_round", replace("**Predict", "?", "."), "without a question"),
    ("rounds_go_round", retag("print(14", "hide-input"), "nothing reveals"),
    ("length_of_code", replace("1 + 1", "1 + 1", "\n".join(["1"] * 21)), "has 21 lines"),
    ("length_of_code", replace("def f", "    return x", LONG), "at most 40"),
    ("length_of_code", replace("%load", "from", "import a\n" * 5 + "from"), "at most 6"),
    ("length_of_code", replace("1 + 1", "1 + 1", "\n"), "empty"),
    (
        "length_of_code",
        lambda notebook: [cell.update(source="1\n" * 6) for cell in code_cells(notebook)],
        "median",
    ),
    ("code_in_a_row", insert("1 + 1", code("2"), code("3")), "3 code cells stand in a row"),
    ("code_in_a_row", insert("f = check", code("2"), code("3"), code("4")), "at most 3"),
    ("words_between_code", lambda nb: find(nb, PROSE).update(source=PROSE * 20), "words"),
    (
        "words_between_code",
        lambda notebook: [
            cell.update(source=cell["source"].replace(PROSE, "")) for cell in notebook["cells"]
        ],
        "words",
    ),
    ("hints_and_solutions", replace("<details>", "Two.\n\n</details>", "</p>"), "has 1 hints"),
    ("hints_and_solutions", drop("def task2"), "exercise_2 has no solution"),
    ("hints_and_solutions", insert("def task2", code("1", "solution")), "a second one"),
    ("hints_and_solutions", replace("def task2", "task2", "task1"), "called task1"),
    ("exercises_with_stars", replace("**Exercise 2", "★★", ""), "should begin with"),
    ("exercises_with_stars", replace("**Exercise 2", "2", "4"), "'**Exercise 2"),
    ("exercises_with_stars", retag("**Exercise 3"), "there are 2 exercises"),
    ("checks_follow", drop("f = check"), "no check of f"),
    ("checks_follow", replace("task2 = ", "check.task2", "check.task1"), "no check of task2"),
    ("checks_follow", replace("def f", "def f(x):\n    return x", "x = 1"), "no function"),
    ("executed", lambda nb: find(nb, "1 + 1").update(execution_count=None), "never run"),
    ("executed", lambda nb: find(nb, "1 + 1").update(execution_count=99), "in order"),
    ("no_errors", lambda nb: find(nb, "1 + 1")["outputs"].append(ERROR), "an error"),
    ("no_errors", output("print(14", name="stderr"), "a warning"),
    ("pictures_have_words", output("draw.images", metadata={}), "a picture without words"),
    (
        "pictures_have_words",
        output("draw.images", metadata={}, data={"image/png": "", "text/plain": "<Figure of a b>"}),
        "a picture without words",
    ),
    (
        "pictures_have_words",
        output("draw.grid", data={"image/svg+xml": "<svg><title> </title></svg>"}),
        "without a title",
    ),
    ("pictures_have_words", output("1 + 1", data={"text/html": "<img src='a'>"}), "without alt"),
    ("pictures_have_words", replace("## 2", "Words", "![](a.png)"), "image without words"),
    ("no_widgets_stored", lambda nb: nb["metadata"].update(widgets={}), "state of widgets"),
    ("no_widgets_stored", output("1 + 1", data={WIDGET_VIEW: {}}), "widget view"),
    ("no_leaks", output("print(14", text="File /" + "home/ada/x.py"), "path of a machine"),
    ("no_leaks", output("print(14", text=r"D:\data\x.py"), "Windows"),
    ("no_leaks", replace("## 2", "Words", "lib/site-packages"), "installed package"),
    ("no_leaks", output("1 + 1", data={"text/plain": "<a.B object at 0x7f>"}), "address"),
    ("no_leaks", output("1 + 1", data={"text/plain": "<Figure size 2x1>"}), "a figure"),
    ("no_leaks", output("print(14", text="took 12 ms"), "a timing"),
    ("no_leaks", replace("1 + 1", "1 + 1", "%timeit 1"), "measures time"),
    ("no_leaks", replace("1 + 1", "1 + 1", "1 + 1;"), "hides its value"),
    ("no_leaks", replace("%load", "import check", "import *"), "does not"),
    ("numbers_agree", output("print(14", text="weights: 14,450,689"), "no cell computes it"),
    ("numbers_agree", metadata("It is", numbers=["450"]), "no cell computes it"),
    ("numbers_agree", replace("It is", "14,450,688", "14,450,687"), "does not stand there"),
    ("links_resolve", replace("## 2", "Words", "[a](07_none.ipynb)"), "does not exist"),
    ("links_resolve", replace("## 2", "Words", "[a](http://d2l.ai)"), "not https"),
    ("previous_and_next", replace("## Terms", "](06_after", "](04_before"), "the last cell"),
    ("previous_and_next", replace("# 05", "](04_before", "](06_after"), "the first cell"),
]


def test_the_example_keeps_every_rule(example: Notebook) -> None:
    assert complaints(example, NAMES[1], NAMES) == {}


@pytest.mark.parametrize(("name", "spoil", "sentence"), SPOILT)
def test_a_rule_can_be_red(example: Notebook, name: str, spoil: Callable, sentence: str) -> None:
    spoil(example)
    found = list(RULES[name](example, NAMES[1], NAMES))
    assert any(sentence in each for each in found), found


def test_every_rule_is_shown_to_be_red() -> None:
    assert {name for name, *_ in SPOILT} == set(RULES)


def test_the_seed_numbers_are_wanted(example: Notebook) -> None:
    found = list(numbers_agree(example, "03_padding_and_stride.ipynb", NAMES))
    assert any("'22311 14341 12433 12341 02211'" in each for each in found)
    result = printed("[[0 8]\n [6 8]]")
    find(example, "1 + 1")["outputs"].append(result)
    found = list(numbers_agree(example, "03_padding_and_stride.ipynb", NAMES))
    assert not any("'0 8 6 8'" in each for each in found)


@pytest.mark.parametrize(
    ("text", "entry", "same"),
    [
        ("[[19. 25.]\n [37. 43.]]", "19 25 37 43", True),
        ("[[19. 25.]\n [37. 44.]]", "19, 25, 37, 43", False),
        ("weights: 14,450,688", "14450688", True),
        ("weights: 14,450,688", "450", False),
        ("0.50 and -1", "0.5", True),
        ("0.50 and −1", "-1", True),
        ("0.50 and 1", "-1", False),
        ("5-3", "3", True),
        ("x2 and 3d", "2", False),
        ("22311 02211", "22311/02211", True),
        ("no numbers", "none", False),
    ],
)
def test_numbers_are_compared_as_a_reader_would(text: str, entry: str, same: bool) -> None:
    assert contains(numbers(text), numbers(entry)) is same


def test_a_file_that_was_saved_by_hand_is_not_tidy(example: Notebook, tmp_path: Path) -> None:
    path = tmp_path / NAMES[1]
    path.write_text(written(example), encoding="utf-8")
    path.write_text(renew(path, run=False), encoding="utf-8")
    test_the_file_is_tidy(path)
    path.write_text(written({**read(path), "metadata": {"widgets": {}}}), encoding="utf-8")
    with pytest.raises(AssertionError, match="make notebooks"):
        test_the_file_is_tidy(path)
    path.write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(AssertionError, match="at most"):
        test_the_file_is_tidy(path)
    for name in ("Example.ipynb", "05 example.ipynb"):
        with pytest.raises(AssertionError, match="named NN_topic"):
            test_the_file_is_tidy(tmp_path / name)
