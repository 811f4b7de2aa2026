"""The comparison of notebooks is red when it should be.

One notebook is executed and stored. `pytest --nbval` with the project's conftest.py must pass it as
it is; in a second copy each cell is spoiled in a way of its own, and each must be found.
"""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("nbval")
pytest.importorskip("ipywidgets")

from cnnhelpers.course.normalise import execute, normalise
from cnnhelpers.course.notebooks import written

ROOT = Path(__file__).resolve().parents[2]

DRAW = """\
image = Image.new("RGB", (120, 24), "white")
ImageDraw.Draw(image).text((4, 4), "loss 0.{digits}", fill="black")
image"""

WIDGET = """\
slider = ipywidgets.IntSlider(min=1, max=5, description="stride")
slider.observe(lambda change: 1 / (change.new {comparison}), "value")
slider"""

BUTTON = """\
button = ipywidgets.Button(description="go")
button.on_click(lambda _: {action})
button"""

EMBEDDED = """\
draw.bars({{"A": {share}, "B": 2}}, ylabel="share", alt="Two bars.")"""

SHOW = "text, html = {'text/plain': 'one'}, {'text/html': 'two'}\n"

CAUGHT = """\
other, shown = ipywidgets.IntSlider(min=1, max=5, description="padding"), ipywidgets.HTML()
def show(change):
    shown.value = "<p class={name}>no</p>"
other.observe(show, "value")
other"""

# In the second column what the cell says when it is stored, in the third what stands there when it
# is compared: the spoiled copies keep the outputs of the first.
CELLS = [
    (
        "setup",
        "import sys\nimport ipywidgets\nfrom IPython.display import display\n"
        "from PIL import Image, ImageDraw\nfrom cnnhelpers import draw",
        None,
    ),
    ("stale output", "print(6 * 7)", "print(6 * 8)"),
    ("changed picture", DRAW.format(digits=43), DRAW.format(digits=48)),
    ("changed picture in HTML", EMBEDDED.format(share=1), EMBEDDED.format(share=1.5)),
    ("widget raises", WIDGET.format(comparison="+ 1"), WIDGET.format(comparison="- 5")),
    ("widget says it failed", CAUGHT.format(name="fine"), CAUGHT.format(name="cnn-error")),
    ("button raises", BUTTON.format(action="None"), BUTTON.format(action="1 / 0")),
    ("gained a form", SHOW + "display(text, raw=True)", SHOW + "display(text | html, raw=True)"),
    (
        "order of outputs",
        SHOW + "display(text, raw=True); display(html, raw=True)",
        SHOW + "display(html, raw=True); display(text, raw=True)",
    ),
    ("warning", "pass", "print('careful', file=sys.stderr)"),
    ("raises", "1 + 1", "1 / 0"),
    # These four are spoiled in their outputs, not in their source.
    ("changed number", "print(14_450_688)", None),
    ("stored picture lost", DRAW.format(digits=11), None),
    ("never run", "pass ", None),
    ("never run, with output", "print('run me')", None),
]


def notebook(sources: list[str]) -> dict:
    cells = [
        {
            "cell_type": "code",
            "id": f"cell{number}",
            "metadata": {},
            "source": source,
            "execution_count": None,
            "outputs": [],
        }
        for number, source in enumerate(sources)
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def spoiled(stored: dict) -> dict:
    changed = copy.deepcopy(stored)
    cells = {name: cell for (name, *_), cell in zip(CELLS, changed["cells"])}
    for name, _, source in CELLS:
        if source is not None:
            cells[name]["source"] = source
    output = cells["changed number"]["outputs"][0]
    output["text"] = output["text"].replace("688", "689")
    del cells["stored picture lost"]["outputs"][0]["data"]["image/png"]
    cells["never run"]["execution_count"] = None
    cells["never run, with output"].update(execution_count=None, outputs=[])
    return changed


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str | None]]:
    """What nbval says of each cell, by notebook: None if it passed, otherwise its message."""
    folder = tmp_path_factory.mktemp("notebooks")
    stored = normalise(execute(notebook([source for _, source, _ in CELLS]), folder))
    (folder / "untouched.ipynb").write_text(written(stored), encoding="utf-8")
    (folder / "spoiled.ipynb").write_text(written(spoiled(stored)), encoding="utf-8")
    (folder / "practice").mkdir()
    (folder / "practice" / "mine.ipynb").write_text(written(spoiled(stored)), encoding="utf-8")
    report = folder / "report.xml"
    # Workers of a run around this one are no concern of the run inside.
    environment = {key: value for key, value in os.environ.items() if "PYTEST" not in key}
    command = [sys.executable, "-m", "pytest", "-p", "conftest", "-p", "no:cacheprovider"]
    command += [
        "--rootdir",
        str(folder),
        "--nbval",
        "-n",
        "2",
        "--color",
        "no",
        "--junitxml",
        str(report),
    ]
    # From the project's folder, so that "conftest" is the project's.
    run = subprocess.run(
        [*command, str(folder)], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert run.returncode == 1, run.stdout + run.stderr
    found: dict[str, dict[str, str | None]] = {"practice": {}, "untouched": {}, "spoiled": {}}
    for case in ElementTree.parse(report).iter("testcase"):
        failure = case.find("failure")
        number = int(re.match(r"cell \[(\d+)\]", case.get("name"))[1])
        file = next(key for key in found if key in case.get("classname"))
        found[file][CELLS[number - 1][0]] = None if failure is None else failure.text
    return found


def test_an_untouched_notebook_passes(results: dict) -> None:
    assert results["untouched"] == {name: None for name, *_ in CELLS}


def test_the_learners_copies_are_not_tested(results: dict) -> None:
    assert results["practice"] == {}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("stale output", "  stdout:\n  -42\n  +48"),
        (
            "changed picture",
            "pixels differ by more than 32 grey levels; see stored-1.png, new-1.png",
        ),
        ("changed picture in HTML", "  picture 1, image/png: "),
        ("widget raises", "The widget 'stride' failed at {'value': 5}"),
        ("widget says it failed", "The widget 'padding' failed at"),
        ("button raises", "The widget 'go' failed at a click"),
        ("gained a form", "  -display_data text/plain\n  +display_data text/html text/plain"),
        ("order of outputs", "  +display_data text/html\n   display_data text/plain"),
        ("warning", "  +stream stderr"),
        ("raises", "ZeroDivisionError"),
        ("changed number", "  -14450689\n  +14450688"),
        ("stored picture lost", "  +execute_result image/jpeg image/png text/plain"),
        ("never run", "The cell was never run; run `make notebooks`."),
        ("never run, with output", "The cell was never run"),
    ],
)
def test_a_spoiled_cell_is_found(results: dict, name: str, message: str) -> None:
    text = results["spoiled"][name]
    assert text is not None, f"nbval passed the cell with: {name}"
    number = [each for each, *_ in CELLS].index(name) + 1
    assert text.startswith(f"spoiled.ipynb, cell [{number}]: ")
    assert message in text


def test_pictures_that_differ_are_put_down(results: dict) -> None:
    number = [name for name, *_ in CELLS].index("changed picture") + 1
    folder = ROOT / "test-artifacts" / "notebooks" / "spoiled" / f"cell-{number:02}"
    sizes = {Image.open(folder / name).size for name in ("stored-1.png", "new-1.png")}
    assert sizes == {(120, 24)}
    apart = np.asarray(Image.open(folder / "difference-1.png"))
    assert apart.shape == (24, 120, 3)
    assert apart[:, :30].min() == 255 and apart.min() < 128  # "loss" is the same, a digit is not


def test_a_cell_that_is_not_spoiled_passes_beside_spoiled_ones(results: dict) -> None:
    assert results["spoiled"]["setup"] is None
