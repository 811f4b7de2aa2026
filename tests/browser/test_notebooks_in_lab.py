"""Each notebook in JupyterLab, as a reader meets it: run from the top, and reopened unrun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import editions
import pytest
from harness import Lab
from visits import Visit, complete, practice

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


VISITS: dict[str, Callable[[Lab, Path], Visit]] = {"complete": complete, "practice": practice}


@pytest.fixture(
    scope="module",
    params=[(edition, path) for path in editions.NOTEBOOKS for edition in VISITS],
    ids=lambda param: f"{param[1].stem}-{param[0]}",
)
def visit(lab: Lab, request: pytest.FixtureRequest) -> Visit:
    """What one edition of a notebook showed when it was run from the top."""
    edition, source = request.param
    return VISITS[edition](lab, source)


def test_runs_from_top_to_bottom_without_a_problem(visit: Visit) -> None:
    assert visit.problems == []
    assert visit.source_kept


def test_every_explorer_of_the_notebook_is_live(visit: Visit) -> None:
    views = [
        output
        for cell in visit.cells
        for output in cell.get("outputs", [])
        if WIDGET_VIEW in output.get("data", {})
    ]
    for view in views:  # what a save leaves for GitHub, beside the live widget
        assert "text/plain" in view["data"], view
    drawn = [view for view in views if "text/html" in view["data"]]
    assert visit.explorers == len(drawn)
    asked = [cell for cell in visit.cells if "explore" in cell["metadata"].get("tags", [])]
    assert visit.explorers >= sum(cell["cell_type"] == "code" for cell in asked)


@pytest.mark.parametrize("source", editions.NOTEBOOKS, ids=lambda path: path.stem)
def test_a_committed_notebook_shows_its_pictures_without_a_kernel(lab: Lab, source: Path) -> None:
    path = editions.complete(lab, source)
    lab.trust(path)
    notebook = lab.open(path)
    try:
        notebook.stop_kernel()
        notebook.wait_still()
        notebook.screenshots(editions.artifacts(source.stem, "reopened"))
        assert notebook.problems() == []
        stored = [
            index
            for index, cell in enumerate(notebook.cells())
            if "explore" in cell["metadata"].get("tags", []) and cell["cell_type"] == "code"
        ]
        shown = {index: notebook.pictures(index) for index in stored}
        # JupyterLab shows a stored PNG without its alternative text; others show it.
        stated = {index: _stated(notebook.cells()[index]) for index in stored}
    finally:
        notebook.close()
    for index, pictures in shown.items():
        assert pictures, f"cell {index + 1} shows no picture without a kernel"
        for picture in pictures:
            assert picture["width"] > 0 and picture["height"] > 0, (index, picture)
            assert len((picture["words"] or stated[index]).split()) >= 4, (
                f"cell {index + 1} has no sentence: {picture}"
            )


def _stated(cell: dict) -> str:
    """Return the alternative texts that a cell's stored pictures have in their metadata."""
    outputs = cell["outputs"]
    return " ".join(
        output.get("metadata", {}).get("image/png", {}).get("alt", "") for output in outputs
    )
