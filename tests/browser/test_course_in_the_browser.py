"""The course without installation: JupyterLite runs notebook 03, checks, keeps, and gives back."""

from __future__ import annotations

import base64
import contextlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from harness import pyodide
from harness.lab import Lab

from cnnhelpers.course import library, taking
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.notebooks import course_notebooks
from cnnhelpers.lite.build import build

NAME = "03_padding_and_stride.ipynb"
MINUTES = 4 * 60_000  # a busy machine; on an idle one it takes half a minute
PAD2D = """\
def pad2d(x, padding):
    down, across = pair(padding)
    return np.pad(x, ((down, down), (across, across)))
"""
ENDLESS = """\
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    count = 0
    while count < size:
        size += 0
    return count
"""
RUN = """async (answers) => {
  const panel = jupyterapp.shell.currentWidget;
  await panel.context.ready;
  for (const cell of panel.content.model.cells) {
    const name = /^def (\\w+)/.exec(cell.sharedModel.getSource())?.[1];
    if (answers[name]) cell.sharedModel.setSource(answers[name]);
  }
  await panel.sessionContext.ready;
  await jupyterapp.commands.execute("notebook:run-all-cells");
  await panel.context.save();
  return panel.content.model.toJSON();
}"""
FILE = """async (name) => {
  await jupyterapp.restored;
  const file = await jupyterapp.serviceManager.contents.get(name, {content: true});
  return [file.format, file.format === "json" ? JSON.stringify(file.content) : file.content];
}"""
OPEN = "() => window.jupyterapp && jupyterapp.shell.currentWidget?.content?.model?.cells?.length"


@contextlib.contextmanager
def handed_out(folder: Path) -> Iterator[str]:
    """Python's own web server, as the page for schools has it; gives the address."""
    command = [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--directory", str(folder), "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        port = re.search(r"port (\d+)", process.stdout.readline())
        assert port is not None
        yield f"http://127.0.0.1:{port[1]}/"
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        python = pyodide.pyodide()
    except pyodide.Missing as reason:
        pytest.skip(f"the course in the browser is not tried: {reason}")
    folder = tmp_path_factory.mktemp("site")
    build(folder / "lite", folder / "work", ["00", "03"], str(python))
    settings = folder / "lite" / "jupyter-lite.json"  # the test talks to JupyterLab's own objects
    data = json.loads(settings.read_text())
    data["jupyter-config-data"]["exposeAppInBrowser"] = True
    settings.write_text(json.dumps(data))
    return folder / "lite"


class Seen:
    """What a visit has shown: the notebook after it ran, the learner's files, what went wrong."""

    def __init__(self, page: Any, address: str) -> None:
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.set_default_timeout(MINUTES)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self._asked(request.url, address))
        page.goto(f"{address}lab/index.html?path={NAME}")
        page.wait_for_function(OPEN)
        self.notebook = page.evaluate(RUN, {"pad2d": PAD2D, "output_size": ENDLESS})
        self.moved = self._moved(page)
        page.reload()
        page.wait_for_function("() => window.jupyterapp")
        self.files = {name: self._file(page, name) for name in ("my_progress.json", "my_cnn.py")}
        self.saved = self._file(page, NAME)

    def _failed(self, request: Any) -> None:
        if "ERR_ABORTED" not in (request.failure or ""):  # by the reload
            self.errors.append(f"{request.failure}: {request.url}")

    def _asked(self, url: str, address: str) -> None:
        if url.startswith("http") and not url.startswith(address):
            self.outside.append(url)

    @staticmethod
    def _file(page: Any, name: str) -> str:
        kind, content = page.evaluate(FILE, name)
        return base64.b64decode(content).decode() if kind == "base64" else content

    @staticmethod
    def _moved(page: Any) -> tuple[str, str]:
        """Move the first slider of OutputSizeExplorer; returns the sentence before and after."""
        page.evaluate(
            """async () => {
              const {content} = jupyterapp.shell.currentWidget;
              const index = content.widgets.findIndex(
                (cell) => cell.model.sharedModel.getSource().startsWith("explore.OutputSize"));
              await content.scrollToItem(index, "start");
            }"""
        )
        explorer = page.locator("[data-cnn-explorer=OutputSizeExplorer]")
        sentence = explorer.locator(".cnn-sentence")
        before = sentence.inner_text()
        page.get_by_role("slider", name="input size W").press("ArrowRight")
        page.wait_for_function(
            "([sentence, before]) => sentence.innerText !== before",
            arg=[sentence.element_handle(), before],
        )
        return before, sentence.inner_text()

    def said(self, cell: str) -> str:
        """Return what stands below the cell that begins like this."""
        for each in self.notebook["cells"]:
            if "".join(each["source"]).startswith(cell):
                outputs = each["outputs"]
                return "\n".join(
                    "".join(one.get("text", one.get("data", {}).get("text/plain", "")))
                    for one in outputs
                )
        raise LookupError(cell)


@pytest.fixture(scope="module")
def seen(lab: Lab, site: Path) -> Iterator[Seen]:
    with handed_out(site) as address:
        context = lab.context.browser.new_context(viewport={"width": 1280, "height": 900})
        yield Seen(context.new_page(), address)
        context.close()


def test_every_cell_runs(seen: Seen) -> None:
    outputs = [out for cell in seen.notebook["cells"] for out in cell.get("outputs", [])]
    assert [out for out in outputs if out["output_type"] == "error"] == []
    cells = [cell for cell in seen.notebook["cells"] if cell["cell_type"] == "code"]
    assert len(cells) > 40 and all(cell["execution_count"] for cell in cells)
    assert "(5, 5)" in seen.said("noise = np.random")


def test_a_right_answer_passes_and_is_kept(seen: Seen) -> None:
    said = seen.said("pad2d = check.pad2d(pad2d)")
    assert "pad2d: passed." in said
    assert "compared with values recorded from it" in said
    assert "Your pad2d is kept in my_cnn.py, with pair, which it needs." in said


def test_an_endless_loop_is_stopped_without_threads_and_signals(seen: Seen) -> None:
    said = seen.said("output_size = check.output_size(output_size)")
    assert "The loop in line 3 was running: `while count < size:`." in said


def test_an_explorer_is_moved_by_keyboard(seen: Seen) -> None:
    before, after = seen.moved
    assert "floor((8 + 2×0 − 3) / 2)" in before
    assert "floor((9 + 2×0 − 3) / 2)" in after


def test_nothing_is_asked_of_another_address_and_nothing_fails(seen: Seen) -> None:
    assert seen.outside == []
    assert seen.errors == []


def test_files_outlive_a_reload_and_are_taken_over(seen: Seen, tmp_path: Path) -> None:
    assert PAD2D.splitlines()[1] in seen.saved
    (tmp_path / "downloads").mkdir()
    progress, notebook = (tmp_path / "downloads" / name for name in ("my_progress.json", NAME))
    progress.write_text(seen.files["my_progress.json"])
    notebook.write_text(seen.saved)
    folder = tmp_path / "practice"
    make_practice(course_notebooks(["00", "03"]), folder)
    assert taking.main([str(progress), str(notebook), "--folder", str(folder)]) == 0
    assert (folder / "my_cnn.py").read_text() == seen.files["my_cnn.py"]
    assert library.load(folder).pad2d([[5]], (1, 2)).shape == (3, 5)
