"""Speaker pages: when what is taught, what is typed, what the class then sees."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from notebook_rules.rule import FOLDER

from cnnhelpers import load_ipython_extension
from cnnhelpers.__main__ import COMMANDS
from cnnhelpers.course.instructor import instructor_guide, read_guide
from cnnhelpers.course.live import typed_blocks
from cnnhelpers.course.notebooks import read
from cnnhelpers.course.notes.command import main
from cnnhelpers.course.notes.expected import Picture, Text, expected
from cnnhelpers.course.notes.guide import BEGINNING, COMMAND, END, FILE, page, with_pages
from cnnhelpers.course.notes.page import speaker_page, text, without_docstrings
from cnnhelpers.course.notes.timing import minutes_of
from cnnhelpers.course.questions import questions
from cnnhelpers.course.schedule import stretches

NOTEBOOKS = [path for path in sorted(FOLDER.glob("*.ipynb")) if read_guide(read(path))[0]]
PLAN = """### Plan

**Goal** A goal with <b>tags</b> & `code`.

**Entry question** What? — That.

**Entry question** Why? — So.

**50 minutes** must: entry questions 5, section 1 45

**75 minutes** must: entry questions 5, section 1 (`double`) 20, exit question 5;
should: section 2 45

**90 minutes** must: section 2 30, section 1 50; could: break 10

**Board** A line.

**Wrong answer** 1. **Reply** 2?

**Wrong answer** 1. **Reply** 2?

**Wrong answer** 1. **Reply** 2?

**Planted error** double twice — it is four times as large — count.

**Exit question** And? — Yes.

**Homework** None.

**Cut** All."""
LESSON = """### 1 · First

**Minutes** teaching 15, exercise 5

**Say** <script>alert(1)</script> Say "this".

**Draw** A line.

**Asked** What? — That.

**Asked** Why? — So.

**Typical prediction** B — what it shows.

**If ten minutes late** Go on."""


def md(source: str, *kinds: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {"tags": [*kinds]}, "source": source}


def code(source: str, *kinds: str, outputs: tuple = ()) -> dict[str, Any]:
    cell = {"cell_type": "code", "metadata": {"tags": [*kinds]}, "source": source}
    return {**cell, "outputs": list(outputs)}


def printed(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": text}


def shown(**data: str) -> dict[str, Any]:
    kinds = {"plain": "text/plain", "html": "text/html", "png": "image/png"}
    return {"output_type": "display_data", "data": {kinds[key]: data[key] for key in data}}


GRID = (
    '<img alt="A &quot;grid&quot;." src="data:image/svg+xml,%3Csvg%2F%3E"><img src="https://a.b/c">'
)


@pytest.fixture
def notebook() -> dict[str, Any]:
    """Two sections, three functions to type, and instructor cells."""
    cells = [
        md("# 05 · Example <i>"),
        md("## 1 · First"),
        code(
            'def double(x):\n    """Twice `x`.\n\n    A number."""\n    return 2 * x', "implement"
        ),
        md("<details>Hint</details>", "hint"),
        code("check", "check", outputs=(shown(plain="double: passed.\nIn all cases.", html="x"),)),
        code("draw", outputs=(printed("<4>\n"), shown(plain="A grid.", html=GRID))),
        md("Words."),
        code("print(5)", outputs=(printed("5\n"),)),
        code("def triple(x):\n    return 3 * x", "implement"),
        md("## 2 · Second"),
        code("def half(x):\n    return x / 2", "implement"),
        md("## For the instructor", "instructor"),
        md(PLAN, "instructor"),
        md(LESSON, "instructor"),
        md(
            LESSON.replace("1 · First", "2 · Second").replace("exercise 5", "exercise 30"),
            "instructor",
        ),
    ]
    return {"cells": [{**cell, "id": f"cell-{n}"} for n, cell in enumerate(cells)]}


def test_sections_follow_one_another_on_the_hour(notebook: dict[str, Any]) -> None:
    guide = instructor_guide(notebook)
    assert guide is not None
    found = [(each.place, each.start, each.end) for each in stretches(notebook, guide)]
    assert found == [
        ("entry questions", 0, 5),
        ("1", 5, 25),
        ("2", 25, 70),
        ("exit question", 70, 75),
    ]
    longest = stretches(notebook, guide, 90)
    assert [(each.place, each.start) for each in longest] == [("1", 0), ("break", 50), ("2", 60)]
    assert longest[1].needs == ("could",)
    with pytest.raises(ValueError, match="no plan of 60 minutes; there are 50, 75, 90"):
        stretches(notebook, guide, 60)


def test_blocks_share_the_time_of_their_section(notebook: dict[str, Any]) -> None:
    guide = instructor_guide(notebook)
    assert guide is not None
    _, first, second, _ = stretches(notebook, guide)
    blocks = typed_blocks(notebook)
    assert [block.number for block in blocks] == ["1.1", "1.2", "1.3", "2.1"]
    # From 5 to 25 in three shares; the plan names `double`, and so not `triple`.
    assert minutes_of(blocks[:3], first) == [11, 18, None]
    assert minutes_of(blocks[3:], second) == [47]
    assert minutes_of(blocks[3:], None) == [None]


def test_the_class_sees_what_the_cells_have_stored(notebook: dict[str, Any]) -> None:
    assert expected(notebook, 2) == [
        Text("double: passed."),
        Text("<4>"),
        Picture("data:image/svg+xml,%3Csvg%2F%3E", 'A "grid".'),
    ]
    assert expected(notebook, 7) == [Text("5")]
    assert expected(notebook, 8) == []  # the next section's outputs are not its own
    notebook["cells"][7]["outputs"] = [printed("1\n" * 20), shown(plain="A dot.", png="iVBO\n")]
    assert expected(notebook, 7) == [
        Text("1\n" * 12 + "…"),
        Picture("data:image/png;base64,iVBO", "A dot."),
    ]


def test_docstrings_are_not_typed() -> None:
    source = 'def f(x):\n    """One.\n\n    Two."""\n    # three\n    return x'
    assert without_docstrings(source, [5]) == ("def f(x):\n    # three\n    return x", [2])


@pytest.mark.parametrize("answer", ["7.", "12) or so", "+ 1 is the first window.", "- 3"])
def test_an_answer_is_no_list(answer: str) -> None:
    assert text(answer) == answer


def test_what_looks_like_html_is_shown_as_it_is_written(notebook: dict[str, Any]) -> None:
    assert text("a <b> & `<c>` [d](javascript:e)") == (
        'a &lt;b&gt; &amp; <code>&lt;c&gt;</code> <a href="#harmful-link">d</a>'
    )
    page = speaker_page(notebook, "05_example.ipynb")
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page
    assert "&lt;4&gt;" in page and "05 · Example &lt;i&gt;" in page


class Page(HTMLParser):
    """The typed lines of a page, and the addresses in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.typed: list[str] = []
        self.addresses: list[str] = []
        self.depth = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.addresses += [str(values[key]) for key in ("src", "href") if key in values]
        if tag == "span" and (self.depth or "typed-line" in (values.get("class") or "")):
            self.typed += [""] if not self.depth else []
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "span" and self.depth > 0

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.typed[-1] += data


def typed(page: str) -> list[str]:
    """The lines that a page marks as typed."""
    return [line.rstrip("\n") for line in Page(page).typed]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_block_is_on_the_page_and_no_network_is_needed(path: Path) -> None:
    notebook = read(path)
    page = speaker_page(notebook, path.name)
    blocks = typed_blocks(notebook)
    assert typed(page) == [line for block in blocks for line in block.to_type.split("\n")]
    assert re.findall(r'id="block-([^"]+)"', page) == [block.number for block in blocks]
    for question in questions(notebook, path.name):
        assert f"%poll {question.key}<" in page
    for address in Page(page).addresses:
        assert address.startswith(("data:image/", "#")), address


def test_the_command_writes_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["05", "--target", str(tmp_path / "pages")]) == 0
    assert capsys.readouterr().out == f"Wrote {tmp_path / 'pages' / '05_notes.html'}.\n"
    assert main(["05", "--target", str(tmp_path / "pages"), "--minutes", "50"]) == 0
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "05_notes.html",
        "05_notes_50.html",
    ]


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["55"]) == 1
    assert capsys.readouterr().err.startswith("There is no notebook '55'; there are 00_start_here")
    (tmp_path / "file").write_text("x")
    assert main(["05", "--target", str(tmp_path / "file")]) == 1
    assert "cannot be written: a file of that name stands there. Mend" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "x"


def test_a_notebook_without_instructor_cells_gets_no_page(notebook: dict[str, Any]) -> None:
    notebook["cells"] = notebook["cells"][:-4]
    with pytest.raises(ValueError, match="it has no cells for instructors; CONTRIBUTING.md says"):
        speaker_page(notebook, "05_example.ipynb")


# INSTRUCTORS.md -----------------------------------------------------------------------------------


def stale(text: str) -> str:
    """What is wrong with the pages in the text of INSTRUCTORS.md, or ""."""
    if with_pages(text, NOTEBOOKS) == text:
        return ""
    return f"{FILE} is not what the notebooks' plans say; run `{COMMAND}`"


def test_instructors_md_says_what_the_notebooks_say() -> None:
    text = (FOLDER.parent / FILE).read_text(encoding="utf-8")
    assert not stale(text), stale(text)
    assert stale(text.replace("section 3 22", "section 3 23", 1))  # and can be red


def test_the_commands_that_are_named_exist() -> None:
    text = (FOLDER.parent / FILE).read_text(encoding="utf-8")
    commands = set(re.findall(r"-m cnnhelpers (\w+)", text))
    assert {"notes", "live", "progress", "practice", "doctor"} <= commands <= set(COMMANDS)
    shell = InteractiveShell()
    load_ipython_extension(shell)
    magics = set(re.findall(r"(?<=`)%(\w+)", text))
    known = set(shell.magics_manager.magics["line"])
    assert {"next", "catchup", "mine", "break", "mend"} <= magics <= known


def test_what_is_written_by_hand_stays() -> None:
    text = f"# Mine\n\n{BEGINNING}\n\nold\n\n{END}\n\nMine, too.\n"
    made = f"{BEGINNING}\n\n{page(NOTEBOOKS[5])}\n\n{END}"
    assert with_pages(text, NOTEBOOKS[5:6]) == f"# Mine\n\n{made}\n\nMine, too.\n"


@pytest.mark.parametrize("text", ["", BEGINNING, END + BEGINNING, 2 * BEGINNING + END])
def test_lost_marks_are_told(text: str) -> None:
    with pytest.raises(ValueError, match="has lost the marks between which its pages stand; write"):
        with_pages(text, NOTEBOOKS)


def test_a_page_has_every_field_of_the_plan() -> None:
    [path] = [path for path in NOTEBOOKS if path.name.startswith("05")]
    guide = instructor_guide(read(path))
    assert guide is not None and guide.plan.planted is not None
    plan, found = guide.plan, page(path)
    fields = [plan.goal, plan.board, plan.homework, plan.cut, plan.exit.first, plan.exit.second]
    fields += [half for pair in (*plan.entry, *plan.wrong) for half in (pair.first, pair.second)]
    fields += [f"%break {plan.planted.exercise} {plan.planted.slug}", plan.planted.move]
    assert [field for field in fields if field not in found] == []
    assert "| should | section 2 (prediction and count) 5 | section 4 (`transposed2d`) 16" in found
