"""The book's parts, without a browser: which cells run, what is hidden, what a script may hold."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from cnnhelpers.book import __main__ as command
from cnnhelpers.book.answers import END, begin, out_of_sight, question
from cnnhelpers.book.explorers import Shown, explorers, script
from cnnhelpers.book.formulas import mathml
from cnnhelpers.book.front import front_page
from cnnhelpers.book.pages import page
from cnnhelpers.book.pictures import as_files
from cnnhelpers.book.scripts import classic
from cnnhelpers.book.slices import needed, value
from cnnhelpers.course.questions import questions
from cnnhelpers.explore import ConvExplorer
from cnnhelpers.explore.kit.tables import unpack


def code(source: str, *tags: str, name: str = "one", outputs: object = ()) -> dict:
    metadata = {"tags": list(tags)} if tags else {}
    return {
        "cell_type": "code", "id": name, "metadata": metadata, "source": source,
        "outputs": list(outputs), "execution_count": 1,
    }  # fmt: skip


def text(source: str, *tags: str) -> dict:
    metadata = {"tags": list(tags)} if tags else {}
    return {"cell_type": "markdown", "id": "text", "metadata": metadata, "source": source}


CELLS = [
    code("%load_ext cnnhelpers\nimport numpy as np", "setup"),  # 0
    code("x = np.arange(3)\nraise RuntimeError('another x comes later')"),  # 1
    code("def twice(x):\n    y = 2 * x\n    return y + shift", "implement"),  # 2
    code("twice = check.twice(twice)", "check"),  # 3: no check is run
    code("y = np.zeros(3)\nraise RuntimeError('the y in twice is its own')"),  # 4
    code("x = np.arange(2, 5)\nshift = 1"),  # 5
    code("print(x)\ntwice(x) * 10"),  # 6
]


def test_only_the_cells_that_define_something_needed_run(capsys: pytest.CaptureFixture) -> None:
    assert needed(CELLS, 6) == [0, 2, 5]
    assert value(CELLS, 6).tolist() == [50, 70, 90]
    assert capsys.readouterr().out == ""


def explored(stored: str) -> dict:
    output = {"output_type": "execute_result", "data": {"text/plain": stored, "text/html": "<img>"}}
    source = "explore.ConvExplorer(np.arange(12).reshape(3, 4))"
    return {
        "metadata": {"kernelspec": {}},
        "cells": [
            code("import numpy as np\nfrom cnnhelpers import explore", "setup"),
            code(source, "explore", name="conv", outputs=[output]),
        ],
    }


def test_an_explorer_has_to_say_what_its_notebook_has_stored() -> None:
    said = ConvExplorer([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]).sentence
    (found,) = explorers(explored(said), "07_x.ipynb")
    assert (found.key, found.cell, found.live) == ("07-conv", 1, True)
    with pytest.raises(ValueError, match="stored 'Something else.'; `make notebooks` stores it"):
        explorers(explored("Something else."), "07_x.ipynb")


def test_a_script_has_all_states_and_no_cell_that_takes_numbers() -> None:
    explorer = ConvExplorer([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]])
    before, _ = explorer.tables_ahead()
    made = script(Shown("07-conv", 1, explorer))
    given = json.loads(made.removeprefix('cnnBook.explorer("07-conv", ').removesuffix(");\n"))
    tables = unpack(base64.b64decode(given["tables"]))
    assert tables["settings"].keys() == unpack(before.packed())["settings"].keys()
    assert not any({"types", "texts"} & region.keys() for region in tables["regions"])
    for states in tables["settings"].values():
        for _placed, _phrases, regions, _goals in states:
            assert all(tables["regions"][one]["values"] for one in regions)
    assert given["spec"]["typing"] is None


ASKED = 'predict("How many?", {"A": ("2", "Windows may overlap."), "B": "3"}, answer="B")'


def asking(*between: dict) -> dict:
    cells = [
        code(ASKED, "predict", name="ask"),
        *between,
        code("print('three')", "reveal", name="shows"),
        text("**B.** It is three.\n\nNow to something else."),
        code("print('for the teacher')", "instructor", name="told"),
    ]
    return {"metadata": {"kernelspec": {}}, "cells": cells}


def test_question_answer_and_rest_come_apart(tmp_path: Path) -> None:
    made = page(asking(code("x = 1", name="between")), "05_x.ipynb", [], tmp_path)
    sources = [cell["source"] for cell in made["cells"]]
    assert sources[0].startswith('<div class="cnn-asked" data-key="05-ask"')
    assert sources[1:] == [
        "x = 1",
        begin("05-ask"),
        "print('three')",
        "**B.** It is three.",
        f"</div>{END}",
        "Now to something else.",
    ]


def test_what_is_said_to_an_answer_cannot_be_read() -> None:
    (asked,) = questions(asking(), "05_x.ipynb")
    made = question(asked)
    assert "How many?" in made and "<b>A</b> 2" in made
    assert "overlap" not in made and "right" not in made
    told = made.split('data-told="')[1].split('"')[0]
    assert [one["said"] for one in json.loads(base64.b64decode(told))] == [
        "A is not it. Windows may overlap.",
        "B is right.",
    ]
    hidden = out_of_sight(f"<p>before</p>{begin('05-ask')}\n<p>It is three.</p></div>{END}<p>x</p>")
    assert "three" not in hidden
    assert hidden.startswith("<p>before</p>") and hidden.endswith("</div><p>x</p>")


def test_tasks_stand_open_and_solutions_are_folded(tmp_path: Path) -> None:
    notebook = {
        "metadata": {"kernelspec": {}},
        "cells": [
            code("def twice(x):\n    return 2 * x", "implement"),
            text("**Exercise 1 ★ Why.** Say why.", "exercise"),
            text("Because.", "solution"),
            code("print(1)"),
        ],
    }
    task, first, exercise, why, last = page(notebook, "05_x.ipynb", [], tmp_path)["cells"]
    assert task["source"] == "def twice(x):\n    ...  # your code here"
    assert first["source"] == "def twice(x):\n    return 2 * x"
    assert first["metadata"]["tags"] == ["hide-input", "implement"]
    assert first["metadata"]["mystnb"]["code_prompt_show"] == "One way to write twice"
    assert exercise["source"] == "**Exercise 1 ★ Why.** Say why."
    assert why["source"].startswith("<details><summary>") and "\n\nBecause.\n\n" in why["source"]
    assert last["metadata"] == {}


def test_pictures_become_files(tmp_path: Path) -> None:
    html = '<b>x</b><img alt="A." src="data:image/svg+xml,%3Csvg/%3E"/>'
    made = as_files(html, tmp_path, "_static/pictures")
    (file,) = tmp_path.iterdir()
    assert file.read_text("utf-8") == "<svg/>"
    assert made == f'<b>x</b><img alt="A." loading="lazy" src="_static/pictures/{file.name}"/>'


def test_modules_become_one_script() -> None:
    made = classic(
        {
            "a.js": "export const A = 1;\nexport async function b() {}\n",
            "c.js": 'import { A, b } from "./a.js";\nclass C {}\nexport default { C };\n',
        },
        "all",
    )
    assert "const { A, b } = all;" in made
    assert "Object.assign(all, { A, b });" in made and "Object.assign(all, { C });" in made
    assert "import" not in made and "export" not in made
    with pytest.raises(ValueError, match="a.js: it should import { names }"):
        classic({"a.js": 'import all from "elsewhere";\nexport const A = 1;\n'}, "all")


def test_formulas() -> None:
    made = mathml(r"\text{grad\_x} = \frac{W}{S}", "block")
    assert "<mfrac>" in made and "<mtext>grad_x</mtext>" in made


def test_the_first_page_lists_notebooks_by_part() -> None:
    block = "# 03 · Padding\n\n**How big?**\n\nAbout 90 minutes, with a place to stop"
    made = front_page({"03_padding": {"cells": [text(block)]}})
    assert "| [03 · Padding](03_padding.ipynb) | How big? | 90 |" in made
    assert "Part I · Convolution" in made and "Part II" not in made


def test_the_first_page_leads_to_every_notebook_there_can_be() -> None:
    """Sphinx refuses a page that no list of contents names."""
    names = [f"{number:02}_topic" for number in range(100)]
    made = front_page({name: {"cells": [text("# A title")]} for name in names})
    assert [name for name in names if made.count(f"\n{name}\n") != 1] == []


def test_what_was_not_built_here_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    pytest.importorskip("sphinx")
    mine, site = tmp_path / "mine", tmp_path / "site"
    mine.mkdir()
    (mine / "letter.txt").touch()
    for folders in ([mine, "03", "--work", site], [site, "03", "--work", mine]):
        assert command.main([str(each) for each in folders]) == 1
        told = capsys.readouterr().err
        assert told.startswith(f"{mine} has no mark of a build") and told.count("\n") == 1
    assert [each.name for each in mine.iterdir()] == ["letter.txt"] and not site.exists()
