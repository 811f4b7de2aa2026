"""Each notebook in JupyterLab, as a reader meets it: run from the top, and reopened unrun."""

from __future__ import annotations

from pathlib import Path

import pytest
from complaining import fail_with, seen_in_lab
from visits import Ran, Visit

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(params=["complete", "practice"])
def ran(seen: Visit, request: pytest.FixtureRequest) -> Ran:
    """What one edition of a notebook showed when it was run from the top."""
    return getattr(seen, request.param)


def test_runs_from_top_to_bottom_without_a_problem(ran: Ran, source: Path) -> None:
    fail_with(seen_in_lab(source.name, ran.problems, ran.cells))
    assert ran.source_kept


def test_the_untouched_practice_copy_says_what_is_not_started(seen: Visit, source: Path) -> None:
    checks = [cell for cell in seen.practice.cells if "check" in cell["metadata"].get("tags", [])]
    fail_with(
        f"{source.name}: in the untouched practice copy each check says that its function is not "
        f"started; give the cell before it the tag implement or solution. It says:\n{text}"
        for text in map(said_by, checks)
        if "not started" not in text.lower()
    )


def test_every_explorer_of_the_notebook_is_live(ran: Ran) -> None:
    views = [
        output
        for cell in ran.cells
        for output in cell.get("outputs", [])
        if WIDGET_VIEW in output.get("data", {})
    ]
    for view in views:  # what a save leaves for GitHub, beside the live widget
        assert "text/plain" in view["data"], view
    drawn = [view for view in views if "text/html" in view["data"]]
    assert ran.explorers == len(drawn)
    asked = [cell for cell in ran.cells if "explore" in cell["metadata"].get("tags", [])]
    assert ran.explorers >= sum(cell["cell_type"] == "code" for cell in asked)


def test_a_committed_notebook_shows_its_pictures_before_it_is_run(
    seen: Visit, source: Path
) -> None:
    fail_with(seen_in_lab(source.name, seen.stored.problems, seen.stored.cells))
    for index, pictures in seen.stored.pictures.items():
        # JupyterLab shows a stored PNG without its alternative text; others show it.
        stated = _stated(seen.stored.cells[index])
        assert pictures, f"{source.name}: cell {index + 1} shows no picture before it is run"
        for picture in pictures:
            assert picture["width"] > 0 and picture["height"] > 0, (index, picture)
            assert len((picture["words"] or stated).split()) >= 4, (
                f"{source.name}: cell {index + 1} has no sentence: {picture}"
            )


def _stated(cell: dict) -> str:
    """Return the alternative texts that a cell's stored pictures have in their metadata."""
    outputs = cell["outputs"]
    return " ".join(
        output.get("metadata", {}).get("image/png", {}).get("alt", "") for output in outputs
    )


def said_by(cell: dict) -> str:
    """Return what a cell has shown and printed, as text."""
    said = [one.get("text") or one.get("data", {}).get("text/plain", "") for one in cell["outputs"]]
    return "\n".join("".join(each) for each in said)
