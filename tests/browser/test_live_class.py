"""A class in JupyterLab: a live copy runs as it is, and its commands do what they say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from harness.lab import Lab
from harness.notebook import OpenNotebook

from cnnhelpers.course.live.command import make_live
from cnnhelpers.course.notebooks import course_notebooks

NINE = course_notebooks(["09"])[0]


@pytest.fixture(scope="module")
def opened(lab: Lab) -> Iterator[OpenNotebook]:
    """The live copy of notebook 09, run untouched."""
    make_live(NINE, lab.folder / "live")
    with lab.opened(lab.folder / "live" / NINE.name) as notebook:
        notebook.run_all()
        yield notebook


def place(notebook: OpenNotebook, beginning: str) -> int:
    """Return the index of the cell that begins so."""
    return next(
        index for index, each in enumerate(notebook.cells()) if each["source"].startswith(beginning)
    )


def run_below(notebook: OpenNotebook, cell: int, source: str) -> str:
    """Run a new cell below another, and return what it says."""
    notebook.page.evaluate(
        "(index) => { jupyterapp.shell.currentWidget.content.activeCellIndex = index; }", cell
    )
    notebook.command("notebook:insert-cell-below")
    notebook.page.evaluate(
        """(source) => {
            const content = jupyterapp.shell.currentWidget.content;
            content.activeCell.model.sharedModel.setSource(source);
        }""",
        source,
    )
    notebook.command("notebook:run-cell")
    notebook.wait_still()
    outputs = notebook.cells()[cell + 1]["outputs"]
    parts = [each.get("text") or each.get("data", {}).get("text/plain", "") for each in outputs]
    return "".join("".join(part) for part in parts).strip()


def test_an_untouched_copy_runs_to_its_end(opened: OpenNotebook) -> None:
    assert opened.problems() == []


def test_next_puts_a_cell_below_and_runs_it(opened: OpenNotebook) -> None:
    here = place(opened, "# 2.1")
    assert run_below(opened, here, "%next 2.1").startswith("Block 2.1 stands in the new cell below")
    assert opened.cells()[here + 2]["source"].startswith("# 2.1\ndef conv1d_backward(")
    assert "raise NotImplementedError" in opened.cells()[here]["source"]
    said = run_below(opened, here + 2, "print(conv1d_backward([1.0], [1.0, 2.0], [3.0, 4.0])[0])")
    assert said == "[3. 4.]"


def test_catchup_break_and_mend(opened: OpenNotebook) -> None:
    here = place(opened, "# 3.2")
    count = len(opened.cells())
    assert run_below(opened, here, "%catchup 3.2").startswith("Caught up to block 3.2; your cells")
    assert len(opened.cells()) == count + 1
    said = run_below(opened, here, "%break planted")
    assert said.startswith("Broken on purpose. conv2d_backward makes the mistake sum-overwritten.")
    banner = opened.page.get_by_role("status").filter(has_text="Broken on purpose").first
    banner.scroll_into_view_if_needed()
    assert banner.is_visible()
    assert run_below(opened, here, "%mend").startswith("Mended. conv2d_backward is as it was")


def test_hands_that_are_counted_stay_in_the_saved_notebook(opened: OpenNotebook) -> None:
    here = place(opened, "%poll 09-cell-31")
    box = opened.page.locator(".jp-Cell").nth(here)
    box.scroll_into_view_if_needed()
    box.get_by_text("Count hands").click()
    for field, hands in enumerate((12, 5, 3, 20, 0, 0)):
        box.locator("input[type=number]").nth(field).fill(str(hands))
        box.locator("input[type=number]").nth(field).press("Tab")
    box.get_by_text("after the talk, 20 hands").wait_for()
    outputs = opened.save()["cells"][here]["outputs"]
    texts = ["".join(each["data"]["text/plain"]) for each in outputs]
    assert texts[-1] == "First vote: A 12, B 5, C 3. After the talk: A 20, B 0, C 0."
