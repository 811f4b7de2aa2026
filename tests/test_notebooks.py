"""The notebooks keep to the house style: the rules of notebook_rules/, one sentence a complaint.

The second half of this file shows, on a small notebook made for it, that every rule can be red.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from complaining import fail_with, seen_in_lab
from notebook_rules.computed_numbers import COMPUTED
from notebook_rules.numbers import contains, numbers, numbers_agree
from notebook_rules.rule import FOLDER, RULES, Notebook, code_cells, complaints, told, trial

from cnnhelpers.check import EXERCISES
from cnnhelpers.course.cells import tags
from cnnhelpers.course.normalise import WIDGET_VIEW, renew
from cnnhelpers.course.notebooks import read, written

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
NAMES_OF_COURSE = [path.name for path in NOTEBOOKS]
MOST_BYTES = 700_000


# The real notebooks -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", RULES)
def test_the_notebook_keeps_the_rule(path: Path, name: str) -> None:
    notebook = read(path)
    found = RULES[name](notebook, path.name, NAMES_OF_COURSE)
    fail_with(told(notebook, path.name, name, each) for each in found)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_file_is_tidy(path: Path) -> None:
    fail_with(untidy(path))


def untidy(path: Path) -> Iterator[str]:
    """What is wrong with the file of a notebook, whatever stands in its cells."""
    if not re.fullmatch(r"\d\d_[a-z0-9]+(_[a-z0-9]+)*\.ipynb", path.name):
        yield f"{path.name}: it is not named as 09_some_topic.ipynb; rename it"
    data = path.read_bytes()
    if b"\r" in data:
        yield f"{path.name}: its lines end as on Windows; run `make notebooks`"
    if len(data) > MOST_BYTES:
        yield (
            f"{path.name}: it has {len(data):,} bytes, at most {MOST_BYTES:,} are right; "
            "draw fewer or smaller pictures"
        )
    elif renew(path, run=False).encode() != data:
        yield f"{path.name}: it is not as `make notebooks` writes it; run that"


def test_the_readme_states_the_minutes() -> None:
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    found, total = [], 0
    for path in NOTEBOOKS:
        if trial(path.name):
            continue
        title = re.search(r"\bAbout (\d+) minutes\b", read(path)["cells"][0]["source"])
        minutes = int(title[1]) if title else 0
        if not re.search(rf"\(notebooks/{path.name}\) \|[^|]*\| {minutes} \|", readme):
            found.append(
                f"README.md: its table does not give {path.name} {minutes} minutes, as the "
                "notebook's title does; add or correct the row"
            )
        total += minutes
    if f"about {round(total / 60)} hours" not in readme:
        found.append(f"README.md: all together take {total / 60:.1f} hours; say so")
    fail_with(found)


def test_each_exercise_is_asked_for_and_each_check_has_one() -> None:
    fail_with(unasked(set(EXERCISES), {path.name: read(path) for path in NOTEBOOKS}))


def test_an_exercise_that_nobody_asks_for_is_found() -> None:
    notebooks = {"05_example.ipynb": {"cells": [code("f = check.f(f)", "check")]}}
    assert list(unasked({"f"}, notebooks)) == []
    assert list(unasked({"f", "g"}, notebooks)) == [
        "The exercise g stands in no notebook: no cell with the tag 'check' says check.g(g). Ask "
        "for it where it belongs, or remove it with its answers."
    ]
    assert list(unasked(set(), notebooks)) == [
        "05_example.ipynb: check.f has no exercise; `python -m cnnhelpers new exercise f` writes "
        "its frame."
    ]


def unasked(exercises: set[str], notebooks: dict[str, Notebook]) -> Iterator[str]:
    """Yield the exercises that no notebook checks, and the checks that have no exercise."""
    asked = {
        exercise: name
        for name, notebook in notebooks.items()
        for cell in notebook["cells"]
        if "check" in tags(cell)
        for exercise in re.findall(r"\bcheck\.(\w+)\(", cell["source"])
    }
    for exercise in sorted(exercises - asked.keys()):
        yield (
            f"The exercise {exercise} stands in no notebook: no cell with the tag 'check' says "
            f"check.{exercise}({exercise}). Ask for it where it belongs, or remove it with its "
            "answers."
        )
    for exercise in sorted(asked.keys() - exercises):
        yield (
            f"{asked[exercise]}: check.{exercise} has no exercise; "
            f"`python -m cnnhelpers new exercise {exercise}` writes its frame."
        )


def test_the_notebooks_are_numbered_in_order() -> None:
    fail_with(misnumbered(NAMES_OF_COURSE))


def misnumbered(names: list[str]) -> Iterator[str]:
    for number, name in enumerate(each for each in names if not trial(each)):
        if int(name[:2]) != number:
            yield (
                f"{name}: the next free number is {number:02}; rename it to {number:02}{name[2:]}, "
                f"or to {90 + number}{name[2:]} while it is a trial"
            )
            return


def test_the_glossary_has_each_term_once_in_the_order_of_the_notebooks() -> None:
    fail_with(misplaced((FOLDER / "glossary.md").read_text(encoding="utf-8")))


def misplaced(glossary: str) -> Iterator[str]:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \| (\d\d)[\d, ]* \|$", glossary, re.M)
    met, last = set(), ""
    for english, chinese, first in rows:
        if english in met or chinese in met:
            yield f"glossary.md: {english!r} stands there twice; make one row of them"
        if first < last:
            yield f"glossary.md: {english!r} of {first} stands behind a term of {last}; move it up"
        met |= {english, chinese}
        last = first
    if not rows:
        yield "glossary.md: there is no row that ends with a notebook's number"


def test_a_misplaced_term_is_named() -> None:
    row = "| {} | {} | a meaning | {} |"
    good = [row.format("tap", "抽头", "03"), row.format("view", "视图", "10, 11")]
    assert list(misplaced("\n".join(good))) == []
    assert "'tap' of 03 stands behind a term of 10" in "".join(misplaced("\n".join(good[::-1])))
    again = [*good, row.format("views", "视图", "11")]
    assert "'views' stands there twice" in "".join(misplaced("\n".join(again)))
    assert "no row" in "".join(misplaced(""))


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
GRID = '<img alt="A grid of 3 × 3." src="data:image/svg+xml,%3Csvg%2F%3E">'
WRITTEN = 'def f(x):\n    """Return x."""\n    return x'
CAT = '<img alt="A cat." src="data:image/png;base64,">'


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
        code(WRITTEN.replace("f(", f"{name}("), "solution"),
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
        code(WRITTEN, "implement"),
        md(HINTS, "hint"),
        code("f = check.f(f)", "check", outputs=(printed("passed"),)),
        md(f"## 2 · Second\n\n*About 2 minutes.*\n\n{PROSE}"),
        code(
            "draw.grid(x)",
            "explore",
            outputs=(displayed({"text/html": GRID, "text/plain": "A grid of 3 × 3."}),),
        ),
        md(PROSE),
        code(
            "draw.images(x)",
            outputs=(displayed({"text/html": CAT}),),
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
            "## Terms\n\n| bottleneck | 瓶颈层 |\n\n## References\n\n1. [A book](https://d2l.ai)\n\n"
            + LINKS
        ),
    ]
    for number, cell in enumerate([cell for cell in cells if cell["cell_type"] == "code"], 1):
        cell["execution_count"] = number
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
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
    ("frame_is_filled", replace("## 2", "Words", "FRAME: words"), "replace what says FRAME"),
    ("order_of_sections", replace("# 05", "# 05", "# 06"), "'# 05 · Title'"),
    ("order_of_sections", replace("# 05", "**What is a rule?**", ""), "lacks its question"),
    ("order_of_sections", replace("# 05", "minutes", "hours"), "lacks its minutes"),
    ("order_of_sections", replace("# 05", "Before this", "After"), "lacks its prerequisites"),
    (
        "order_of_sections",
        replace("## Terms", "## References", "## Books"),
        "References is missing",
    ),
    ("order_of_sections", replace("## Where", "## Summary", "## In short"), "section In short"),
    ("order_of_sections", replace("## 2", "## 2", "## 3"), "this is round 2 and says 3"),
    ("order_of_sections", replace("## 2", "## 2 · Second", ""), "is 1; 2 to 4 are right"),
    ("order_of_sections", retag("%load_ext"), "'setup') is missing"),
    ("sizes_of_sections", replace("## You", "- **do** c", ""), "2 goals"),
    ("sizes_of_sections", replace("## Where", "5. What?", ""), "quick questions is 4"),
    ("sizes_of_sections", replace("## Where", "5. That.", ""), "have 4 answers"),
    ("sizes_of_sections", replace("## Terms", "瓶颈层", "step"), "Chinese"),
    ("sizes_of_sections", replace("## Terms", "1. ", ""), "references is 0"),
    ("items_of_lists_are_words", replace("## Where", "4. That.", "4. 760."), "'760.' shows"),
    ("minutes_add_up", replace("# 05", "About 5", "About 6"), "take 5 minutes together"),
    ("minutes_add_up", replace("## 2", "*About 2 minutes.*", ""), "'2 · Second' does not state"),
    ("minutes_add_up", replace("## Exercises", "About 1", "About 80"), "no place to stop"),
    ("minutes_add_up", replace("## 2", "*About 2", "*About 90"), "92 minutes without a place"),
    (
        "terms_are_in_the_glossary",
        replace("## Terms", "瓶颈层", "瓶瓶"),
        "not in notebooks/glossary.md",
    ),
    (
        "terms_are_in_the_glossary",
        replace("## Terms", "瓶颈层", "消融实验"),
        "sends its reader to 17",
    ),
    (
        "questions_are_folded",
        insert("1 + 1", code('predict("Which?", {"A": "1", "B": "2"}, answer="B")', "predict")),
        "its answer is in sight",
    ),
    ("rounds_go_round", retag("draw.grid"), "'explore'"),
    ("rounds_go_round", replace("**Predict", "?", "."), "asks nothing"),
    ("rounds_go_round", retag("print(14", "hide-input"), "nothing reveals"),
    ("length_of_code", replace("1 + 1", "1 + 1", "\n".join(["1"] * 21)), "has 21 lines"),
    ("length_of_code", replace("def f", "    return x", LONG), "at most 40"),
    ("length_of_code", replace("%load", "from", "import a\n" * 5 + "from"), "at most 6"),
    ("length_of_code", replace("1 + 1", "1 + 1", "\n"), "empty"),
    (
        "length_of_code",
        lambda notebook: [cell.update(source="1\n" * 6) for _, cell in code_cells(notebook)],
        "half of the cells",
    ),
    ("code_in_a_row", insert("1 + 1", code("2"), code("3")), "3 cells of code stand in a row"),
    ("code_in_a_row", insert("f = check", code("2"), code("3"), code("4")), "at most 3"),
    (
        "code_and_questions_in_a_row",
        insert("1 + 1", code("2"), code("3", "predict"), code("4")),
        "4 cells of code and questions",
    ),
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
    ("exercises_with_stars", replace("**Exercise 2", "★★", ""), "its beginning is no title"),
    ("exercises_with_stars", replace("**Exercise 2", "2", "4"), "'**Exercise 2"),
    ("exercises_with_stars", retag("**Exercise 3"), "is 2; 3 to 6 are right"),
    ("checks_follow", drop("f = check"), "no check of f"),
    ("checks_follow", replace("task2 = ", "check.task2", "check.task1"), "no check of task2"),
    ("checks_follow", replace("def f", WRITTEN, "x = 1"), "no function"),
    ("docstrings_say_what", replace("def f", '    """Return x."""\n', ""), "f has no docstring"),
    ("executed", lambda nb: find(nb, "1 + 1").update(execution_count=None), "never run"),
    ("executed", lambda nb: find(nb, "1 + 1").update(execution_count=99), "in order"),
    ("no_errors", lambda nb: find(nb, "1 + 1")["outputs"].append(ERROR), "an error"),
    ("no_errors", output("print(14", name="stderr"), "a warning"),
    ("pictures_have_words", output("draw.images", data={"image/png": ""}), "picture without words"),
    (
        "pictures_have_words",
        output("draw.images", data={"image/png": "", "text/plain": "<Figure of a b>"}),
        "a picture without words",
    ),
    (
        "pictures_have_words",
        output("draw.grid", data={"image/svg+xml": "<svg><title> </title></svg>"}),
        "without a title",
    ),
    ("pictures_have_words", output("1 + 1", data={"text/html": "<img src='a'>"}), "without alt"),
    ("pictures_have_words", replace("## 2", "Words", "![](a.png)"), "image has no words"),
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
    ("numbers_agree", output("print(14", text="weights: 14,450,689"), "no cell prints that"),
    ("numbers_agree", metadata("It is", numbers=["450"]), "no cell prints that"),
    ("numbers_agree", replace("It is", "14,450,688", "14,450,687"), "not in its text"),
    ("numbers_are_marked", metadata("It is", numbers=[]), '"numbers": ["14450688"]'),
    (
        "words_survive_export",
        output("draw.images", data={"image/png": ""}, metadata={"image/png": {"alt": "A cat."}}),
        "no words in nbconvert's HTML",
    ),
    ("links_resolve", replace("## 2", "Words", "[a](07_none.ipynb)"), "not in notebooks/"),
    ("links_resolve", replace("## 2", "Words", "[a](http://d2l.ai)"), "not https"),
    ("previous_and_next", replace("## Terms", "](06_after", "](04_before"), "the last cell"),
    ("previous_and_next", replace("# 05", "](04_before", "](06_after"), "the first cell"),
    ("instructor_cells", insert("## Terms", md("## For us", "instructor")), "not the heading"),
]


def test_the_example_keeps_every_rule(example: Notebook) -> None:
    assert complaints(example, NAMES[1], NAMES) == []


@pytest.mark.parametrize(("name", "spoil", "sentence"), SPOILT)
def test_a_rule_can_be_red(example: Notebook, name: str, spoil: Callable, sentence: str) -> None:
    spoil(example)
    found = [told(example, NAMES[1], name, each) for each in RULES[name](example, NAMES[1], NAMES)]
    assert any(sentence in each for each in found), found
    for each in found:  # what is wrong, and how to mend it
        assert re.fullmatch(r"05_example\.ipynb: [^;].*; .*\. \(Rule: [a-z ]+\.\)", each, re.S), (
            each
        )


def test_every_rule_is_shown_to_be_red() -> None:
    assert {name for name, *_ in SPOILT} == set(RULES)


def test_a_complaint_says_notebook_place_fault_mend_and_rule(example: Notebook) -> None:
    drop("f = check")(example)
    assert sorted(complaints(example, NAMES[1], NAMES)) == [
        '05_example.ipynb: cell [4] in "1 · First": no check of f follows; add a cell with the '
        "tag 'check' and 'f = check.f(f)'. (Rule: checks follow.)",
        "05_example.ipynb: the cells were not run in order; run `make notebooks`. "
        "(Rule: executed.)",
    ]


def test_each_number_of_the_index_is_wanted_of_its_cell(example: Notebook) -> None:
    name = "03_padding_and_stride.ipynb"
    wanted = (
        "the output of the cell cell-35 does not have '0 8 6 8'; print it there, or write in "
        "tests/notebook_rules/computed_numbers.py which cell does"
    )
    cell = find(example, "1 + 1")
    cell["outputs"].append(printed("[[0 8]\n [6 8]]"))
    assert wanted in [sentence for _, sentence in numbers_agree(example, name, NAMES)]
    cell["id"] = "cell-35"
    assert wanted not in [sentence for _, sentence in numbers_agree(example, name, NAMES)]


def test_the_index_of_numbers_has_each_notebook_but_the_first() -> None:
    assert list(COMPUTED) == indexed(NAMES_OF_COURSE)


def indexed(names: list[str]) -> list[str]:
    """The notebooks whose numbers are in the index: all but the first, and those on trial."""
    return [name.removesuffix(".ipynb") for name in names if not trial(name)][1:]


def test_a_trial_stands_outside_of_the_order() -> None:
    names = ["00_start.ipynb", "01_why.ipynb", "99_mine.ipynb"]
    assert list(misnumbered(names)) == []
    assert indexed(names) == ["01_why"]
    assert list(misnumbered([*names[:2], "03_late.ipynb"])) == [
        "03_late.ipynb: the next free number is 02; rename it to 02_late.ipynb, or to "
        "92_late.ipynb while it is a trial"
    ]


def test_nobody_has_to_link_to_a_trial(example: Notebook) -> None:
    names = ["04_before.ipynb", "05_example.ipynb", "06_after.ipynb", "99_mine.ipynb"]
    assert list(RULES["previous_and_next"](example, "05_example.ipynb", names)) == []
    last = [sentence for _, sentence in RULES["previous_and_next"](example, "99_mine.ipynb", names)]
    assert last == []  # the example links to 06, which is before it


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
    path.write_text(renew(path, run=False), encoding="utf-8", newline="\n")
    assert list(untidy(path)) == []
    tidy = path.read_bytes()
    path.write_text(written({**read(path), "metadata": {"widgets": {}}}), encoding="utf-8")
    assert list(untidy(path)) == [
        "05_example.ipynb: it is not as `make notebooks` writes it; run that"
    ]
    path.write_bytes(b" " * (MOST_BYTES + 1))
    assert list(untidy(path))[0].startswith("05_example.ipynb: it has 700,001 bytes, at most")
    path.write_bytes(tidy.replace(b"\n", b"\r\n"))
    assert list(untidy(path))[0].startswith("05_example.ipynb: its lines end as on Windows")
    other = tmp_path / "05 example.ipynb"
    other.write_bytes(tidy)
    assert list(untidy(other)) == [
        "05 example.ipynb: it is not named as 09_some_topic.ipynb; rename it"
    ]


def test_a_cell_is_named_as_jupyterlab_shows_it() -> None:
    cells = [
        {"cell_type": "markdown", "source": ["## 1 · First\n", "Words."]},
        {"cell_type": "code", "source": "print(1)"},
    ]
    problems = ["cell 2 was not executed", "cell 2 raised KeyError: 1", "console: no such file"]
    see = "the screenshots in test-artifacts/ show it; run the notebook, and correct the cell."
    assert list(seen_in_lab("19_stay.ipynb", problems, cells)) == [
        '19_stay.ipynb, in JupyterLab: cell [1] in "1 · First" was not executed; run `python -m '
        "cnnhelpers notebooks 19`.",
        f'19_stay.ipynb, in JupyterLab: cell [1] in "1 · First" raised KeyError: 1; {see}',
        f"19_stay.ipynb, in JupyterLab: console: no such file; {see}",
    ]
