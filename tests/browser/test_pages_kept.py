"""What a reader sees of a notebook that was run before: pictures, live explorers, or a sentence.

Complete or practice, half run or finished, with its kernel, a restarted one, or none; seen in a
new view, after a reload, or opened again. Never "Error displaying widget", never a bare line.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from harness.lab import Lab
from harness.notebook import OpenNotebook

from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.normalise import execute, normalise
from cnnhelpers.course.notebooks import WIDGET_VIEW, read, written

# Identifier, tag and source of each cell. Half a run ends before "later".
CELLS = [
    (
        "setup",
        "setup",
        "%load_ext cnnhelpers\nfrom pathlib import Path\n"
        "from cnnhelpers import check, draw, explore\n"
        "from cnnhelpers.course import notebooks, predict\n"
        # The questions stand in no notebook of the course: here it is the folder beside.
        "notebooks.notebooks_folder = lambda: Path.cwd().parent / 'kept'",
    ),
    ("grid", "check", 'draw.row(draw.grid([1, 2, 3]), "→", draw.grid([3, 5], "output"))'),
    ("bars", "check", 'draw.bars({"A": 1, "B": 2}, ylabel="share", alt="Two bars, B is taller.")'),
    ("card", "check", "result = check.correlate2d(lambda x, kernel: x[1:, 1:])"),
    ("ask", "predict", 'predict("Which?", {"A": ("1", "Too few."), "B": "2"}, answer="B")'),
    ("conv", "explore", "explore.ConvExplorer()"),
    ("photo", "explore", "explore.PhotographExplorer()"),
    ("later", "predict", 'predict("And now?", {"A": ("1", "Too few."), "B": "2"}, answer="B")'),
    ("size", "explore", "explore.OutputSizeExplorer()"),
]
ALL = [name for name, *_ in CELLS[1:]]
HALF = ALL[: ALL.index("later")]
VIEWED = ("card", "ask", "conv")  # in a new view

# What a reader sees of a cell's outputs, in a word; anything else is what stands there instead.
LOOK = r"""
(area) => {
  const text = area.textContent.trim();
  if (/Error displaying|Error creating|model not found|Loading widget/.test(text)) return text;
  const explorer = area.querySelector('[data-cnn-explorer]');
  if (explorer) {
    const shown = [...explorer.querySelectorAll('svg, img')].some(
      (one) => one.getBoundingClientRect().width > 100 && (one.naturalWidth ?? 1) > 0);
    if (explorer.dataset.state && shown) return 'live';
    return /[Rr]un (this|the) cell again/.test(text) ? 'sentence' : 'an empty explorer: ' + text;
  }
  if (area.querySelector('.cnn-predict input[type=radio]')) return 'question';
  const images = [...area.querySelectorAll('img')];
  if (images.length) {
    const bad = images.find((one) => !(one.complete && one.naturalWidth > 0 && one.alt));
    return bad ? 'a broken picture: ' + bad.outerHTML.slice(0, 99) : 'picture';
  }
  if (/Predict\./.test(text) && area.querySelector('li')) return 'question';
  return text || 'nothing';
}
"""
CELL = "(id) => cnnTest.node().querySelectorAll('.jp-Cell')[cnnTest.notebook().content.model"
CELL += ".sharedModel.cells.findIndex((cell) => cell.id === id)].querySelector('.jp-OutputArea')"
GOOD = {"live", "picture", "question", "sentence"}


@dataclass
class Seen:
    """What was seen of each cell, by the way it was looked at; and what was wrong."""

    cells: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    path: Path | None = None
    half: bool = False  #: whether its last cells were not run

    def note(self, way: str, notebook: OpenNotebook, names: list[str]) -> None:
        self.cells[way] = {
            name: notebook.page.evaluate(f"(id) => ({LOOK})(({CELL})(id))", name) for name in names
        }
        self.problems += [f"{way}: {each}" for each in notebook.problems(executed=False)]


def new_views(notebook: OpenNotebook) -> dict[str, str]:
    """What "Create New View for Cell Output" shows of some cells."""
    return notebook.page.evaluate(
        f"""async (names) => {{
            const panel = cnnTest.notebook(), shell = jupyterapp.shell, seen = {{}};
            const cells = panel.content.model.sharedModel.cells;
            cnnTest.makeRoom();
            for (const name of names) {{
                shell.activateById(panel.id);
                panel.content.activeCellIndex = cells.findIndex((cell) => cell.id === name);
                await jupyterapp.commands.execute('notebook:create-output-view');
                const view = [...shell.widgets('main')].find(
                    (one) => one.content?.id.startsWith('LinkedOutputView-'));
                const end = performance.now() + 5000;
                while (performance.now() < end) {{
                    seen[name] = ({LOOK})(view.node);
                    if ({json.dumps(sorted(GOOD))}.includes(seen[name])) break;
                    await new Promise((done) => setTimeout(done, 50));
                }}
                view.dispose();
            }}
            shell.mode = 'single-document';
            const end = performance.now() + 20000;
            while (shell.currentWidget !== panel) {{
                if (performance.now() > end) {{
                    const state = {{
                        disposed: panel.isDisposed, attached: panel.isAttached, id: panel.id,
                        current: shell.currentWidget?.id, focus: document.hasFocus(),
                        main: [...shell.widgets('main')].map((one) => [one.id, one.isVisible]),
                    }};
                    throw new Error('The notebook stays behind: ' + JSON.stringify(state));
                }}
                // What has the keyboard already is told nothing when it gets it.
                if (panel.node.contains(document.activeElement)) document.activeElement.blur();
                shell.activateById(panel.id);
                await new Promise((done) => setTimeout(done, 100));
            }}
            return seen;
        }}""",
        VIEWED,
    )


def look_again(lab: Lab, notebook: OpenNotebook, kernel: str, seen: Seen, names: list[str]) -> Any:
    """Look at a notebook in a new view, after a reload, and opened again; return it."""
    seen.cells[f"{kernel}, new view"] = new_views(notebook)
    seen.files[kernel] = notebook.save()
    notebook.page.reload()
    notebook.wait_open()
    notebook.wait_still()
    seen.note(f"{kernel}, reload", notebook, names)
    notebook.page.evaluate("() => { cnnTest.notebook().dispose(); }")
    notebook.closing = True
    again = lab.open(notebook.path)
    again.wait_still()
    seen.note(f"{kernel}, opened again", again, names)
    return again


def run(notebook: OpenNotebook, half: bool) -> None:
    if not half:
        notebook.run_all()
        return
    notebook.page.evaluate(
        """async () => {
            const panel = cnnTest.notebook(), cells = panel.content.model.sharedModel.cells;
            panel.content.activeCellIndex = cells.findIndex((cell) => cell.id === 'later');
            await jupyterapp.commands.execute('notebook:run-all-above');
        }"""
    )
    notebook.wait_still()


@pytest.fixture(scope="module")
def editions(lab: Lab) -> dict[str, Path]:
    """The two editions of a notebook with everything that the course's notebooks show."""
    cells = [
        {"cell_type": "code", "id": name, "metadata": {"tags": [tag]}, "source": source}
        for name, tag, source in CELLS
    ]
    plain = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    complete = lab.folder / "kept" / "02_kept.ipynb"
    complete.parent.mkdir()
    complete.write_text(written(normalise(execute(plain, lab.folder))), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_DATA_DIR", str(lab.server.root / "data"))
        (done,) = make_practice([complete], lab.folder / "keeping")
    return {"complete": complete, "practice": done.path}


def visit(lab: Lab, path: Path, half: bool, kernels: dict[str, bool], unrun: list[str]) -> Seen:
    """Look at a notebook as it is, then run, for each kind of kernel, in every way.

    `kernels` says of each whether the notebook is saved before that becomes of the kernel.
    """
    seen, names = Seen(path=path, half=half), HALF if half else ALL
    notebook = lab.open(path)
    notebook.wait_still()
    seen.note("unrun", notebook, unrun)
    for kernel, saved in kernels.items():
        run(notebook, half)
        if saved:
            notebook.save()
        if kernel == "restarted":
            notebook.page.evaluate("async () => { await cnnTest.restartKernel(); }")
        if kernel == "gone":
            notebook.stop_kernel()
        notebook = look_again(lab, notebook, kernel, seen, names)
    notebook.close()
    return seen


@pytest.fixture(scope="module", params=["half", "whole"])
def practice(lab: Lab, request: pytest.FixtureRequest, editions: dict[str, Path]) -> Seen:
    half = request.param == "half"
    # As a copy of the file, with the signature of the one that was made.
    path = lab.copy(editions["practice"], "keeping", f"{request.param}.ipynb")
    # The whole one is not saved before its kernel is restarted, and never was.
    kernels = {"restarted": half, "running": True, "gone": True}
    return visit(lab, path, half, kernels, unrun=["ask", "later"])


@pytest.fixture(scope="module", params=["half", "whole"])
def complete(lab: Lab, request: pytest.FixtureRequest, editions: dict[str, Path]) -> Seen:
    path = lab.copy(editions["complete"], "kept", f"{request.param}.ipynb")
    kernels = {"restarted": True, "running": True, "gone": True}
    return visit(lab, path, request.param == "half", kernels, unrun=ALL)


KERNELS = ("running", "restarted", "gone")
WAYS = ("reload", "opened again", "new view")


def assert_all_was_looked_at(seen: Seen) -> None:
    """With each kernel and in each way; the fixtures are half run and finished."""
    assert {f"{kernel}, {way}" for kernel in KERNELS for way in WAYS} <= set(seen.cells)
    for way, cells in seen.cells.items():
        if "reload" in way or "again" in way:
            assert set(cells) == set(HALF if seen.half else ALL), way


def wrong(seen: Seen) -> dict[str, str]:
    """What is neither a picture nor alive nor a sentence."""
    return {
        f"{way}: {name}": what
        for way, cells in seen.cells.items()
        for name, what in cells.items()
        if what not in GOOD
    }


def test_a_practice_copy_shows_pictures_live_explorers_or_a_sentence(practice: Seen) -> None:
    assert_all_was_looked_at(practice)
    assert wrong(practice) == {}
    assert practice.problems == []


def test_a_practice_copy_that_was_saved_stays_alive_without_its_kernel(practice: Seen) -> None:
    """Also half run, with questions that nobody has asked yet: the copy is trusted."""
    for kernel, file in practice.files.items():
        for way in ("reload", "opened again"):
            seen = practice.cells[f"{kernel}, {way}"]
            known = "widgets" in file["metadata"]
            assert seen["conv"] == ("live" if known else "picture"), (kernel, way)
            assert seen["card"] == seen["grid"] == seen["bars"] == "picture"
    lost = [kernel for kernel, file in practice.files.items() if "widgets" not in file["metadata"]]
    assert lost == ([] if practice.half else ["restarted"]), "never saved before"


def test_the_complete_edition_shows_pictures(complete: Seen) -> None:
    """In a fresh clone, which no one trusts, and after a run; live only where it has just run."""
    assert_all_was_looked_at(complete)
    assert wrong(complete) == {}
    assert complete.problems == []
    for way, cells in complete.cells.items():
        for name in ("grid", "bars", "card"):
            assert cells.get(name, "picture") == "picture", way
        assert cells.get("conv") == ("live" if "new view" in way else "picture"), way


def test_the_complete_edition_stores_no_widgets(complete: Seen) -> None:
    for kernel, file in complete.files.items():
        assert "widgets" not in file["metadata"], kernel
        assert WIDGET_VIEW not in json.dumps(file), kernel


# Settings that are computed on demand -------------------------------------------------------------

SLOW = """\
from cnnhelpers import explore
from cnnhelpers.explore.kit import explorer
explorer.AHEAD_SECONDS = 0  # as if the function were slow: nothing but the start is known
slow = explore.OutputSizeExplorer()
slow"""


def test_a_new_view_shows_what_python_says_of_a_setting_computed_on_demand(lab: Lab) -> None:
    """And after the kernel is gone the page says so, and shows no wrong picture."""
    cell = {"cell_type": "code", "id": "slow", "metadata": {"tags": ["explore"]}, "source": SLOW}
    cell.update(execution_count=None, outputs=[])
    kernel = {"name": "python3", "display_name": "Python 3"}
    mark = {"notebook": "03_slow.ipynb", "source": "0"}
    metadata = {"cnnhelpers": mark, "kernelspec": kernel, "language_info": {"name": "python"}}
    made = {"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    # In a folder of its own: it makes its folder a practice folder, with all that lies in it.
    path = lab.folder / "slow" / "slow.ipynb"
    path.parent.mkdir()
    path.write_text(written(made), encoding="utf-8")
    notebook = lab.open(path)
    notebook.run_all()
    said = notebook.evaluate("slow.move(size=11, kernel_size=5, stride=3)", "slow.sentence")
    assert said.startswith("Input 11, kernel 5, stride 3")

    def sentence() -> str:
        notebook.wait_still()
        found = notebook.page.locator(".cnn-sentence").filter(has_text="Input")
        found.wait_for()  # a busy machine draws the page later
        return found.inner_text()

    assert sentence() == said
    notebook.page.evaluate(
        """async () => { const panel = cnnTest.notebook();
                         cnnTest.makeRoom();
                         panel.content.activeCellIndex = 0;
                         await jupyterapp.commands.execute('notebook:create-output-view'); }"""
    )
    view = notebook.page.locator(".jp-LinkedOutputView .cnn-sentence")
    view.filter(has_text="Input 11").wait_for()
    assert view.inner_text() == said
    notebook.save()
    notebook.page.reload()
    notebook.wait_open()
    assert sentence() == said
    notebook.page.evaluate("async () => { await cnnTest.restartKernel(); }")
    notebook.page.reload()
    notebook.wait_open()
    assert sentence() == said, "the answer of Python is part of what is stored"
    notebook.page.locator("input[type=range]").first.focus()
    notebook.page.keyboard.press("ArrowRight")
    notebook.page.get_by_text("Run this cell again").wait_for()
    notebook.close()


# Exports --------------------------------------------------------------------------------------


def by_the_menu(lab: Lab, path: Path) -> str:
    """What "Save and Export Notebook As", "HTML" gives."""
    place = path.relative_to(lab.folder).as_posix()
    server = lab.server
    answer = lab.context.request.get(f"{server.url}nbconvert/html/{place}?token={server.token}")
    assert answer.ok, answer.status_text
    return answer.text()


def by_the_command(lab: Lab, path: Path) -> str:
    """What `jupyter nbconvert --to html` gives, with its default template."""
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "--stdout", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("export", [by_the_menu, by_the_command])
def test_an_export_shows_pictures_with_words_and_gives_no_answer_away(
    lab: Lab, practice: Seen, export: Callable[[Lab, Path], str]
) -> None:
    page = export(lab, practice.path)
    shown = set(practice.cells["restarted, reload"])
    images = re.findall(r"<img[^>]*>", page)
    assert len(images) >= len(shown - {"ask", "later"})
    for image in images:
        assert re.search(r'alt="[^"]{10,}"', image), image[:200]
    assert "No description has been provided" not in page
    assert "Predict." in page and "Too few" not in page
    assert "IPY_MODEL" not in page and "jupyter.widget-view" not in page


# What opening alone does ------------------------------------------------------------------------


@pytest.mark.parametrize("version", [None, "3.99.0"])
def test_opening_the_complete_edition_changes_no_byte(
    lab: Lab, editions: dict[str, Path], version: str | None
) -> None:
    """Also where its outputs were made with another Python."""
    path = lab.copy(editions["complete"], "opened", f"opened-{version}.ipynb")
    if version:
        notebook = read(path)
        notebook["metadata"]["language_info"]["version"] = version
        path.write_text(written(notebook), encoding="utf-8")
    before = path.read_bytes()
    with lab.opened(path) as opened:
        opened.page.wait_for_function(
            "() => cnnTest.notebook().content.model.getMetadata('language_info').version.length"
        )
        opened.settle()
        dirty = opened.page.evaluate("() => cnnTest.notebook().context.model.dirty")
        assert dirty == (version is not None), "JupyterLab writes its own version"
        opened.save()
    assert path.read_bytes() == before
