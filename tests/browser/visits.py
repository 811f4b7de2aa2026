"""One visit to each notebook in JupyterLab: all that there is to see, for the tests to judge.

The complete edition is opened as it is committed, then run, and each of its explorers is moved. The
learner's copy is opened and run in the same page.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import editions
from harness.explorer import Explorer
from harness.lab import Lab
from harness.moves import Step, dead_controls, layout_jumps
from harness.notebook import OpenNotebook

#: SCREENSHOTS=yes photographs everything; without it, what went wrong.
ALWAYS = os.environ.get("SCREENSHOTS") == "yes"


@dataclass
class Stored:
    """What a committed notebook showed before any cell was run."""

    problems: list[str]
    cells: list[dict[str, Any]]
    pictures: dict[int, list[dict[str, Any]]]  #: of each cell of code tagged `explore`, by index


@dataclass
class Ran:
    """What there was to see when every cell had been run."""

    problems: list[str]
    cells: list[dict[str, Any]]
    explorers: int
    source_kept: bool


@dataclass
class Walked:
    """What one explorer did while each of its sliders was moved."""

    name: str
    sliders: int
    tab_order: list[int]
    controls: list[tuple[str, str]]
    steps: list[Step]
    said: dict[str, str]
    leaks: list[str]
    play: list[str] | None  #: None where there is no Play button
    start: str
    reset: str | None
    live: str | None  #: aria-live of the sentence


@dataclass
class Walk:
    """The explorers of one notebook, each moved, and what went wrong in the page meanwhile."""

    explorers: list[Walked] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    broken: Exception | None = None  #: what stopped it


@dataclass
class Visit:
    """What one notebook showed, in the order in which it happened."""

    stored: Stored
    complete: Ran
    walk: Walk
    practice: Ran


def one_visit(nodeid: str) -> str:
    """What the tests with this part of their names in common share: a notebook, or a file.

    The tests of the book share one build of it, so they stay together although they name notebooks.
    """
    test, _, parameters = nodeid.partition("[")
    file = test.partition("::")[0]
    stem = re.search(r"\d\d_\w+", parameters)
    return stem[0] if stem and not file.endswith("test_book.py") else file


_visits: dict[Path, Visit | Exception] = {}


def visit(lab: Lab, source: Path) -> Visit:
    """Go through a notebook once; later calls return what was seen then."""
    if source not in _visits:
        try:
            _visits[source] = _visited(lab, source)
        except Exception as error:  # each test that asks is to say so
            _visits[source] = error
    seen = _visits[source]
    if isinstance(seen, Exception):
        raise seen
    return seen


def _visited(lab: Lab, source: Path) -> Visit:
    before = editions.fingerprint(source)
    path = editions.complete(lab, source)
    lab.trust(path)
    notebook = lab.open(path)
    try:
        stored = look(notebook, source)
        complete = run(notebook, source, before, "complete")
        walk = walk_all(notebook, source)
    finally:
        notebook.close()
    notebook = lab.open(editions.practice(lab, source))
    try:
        practice = run(notebook, source, before, "practice")
    finally:
        notebook.close()
    return Visit(stored, complete, walk, practice)


def look(notebook: OpenNotebook, source: Path) -> Stored:
    """What the notebook shows as it was committed."""
    notebook.wait_still()
    cells = notebook.cells()
    explorers = [
        index
        for index, cell in enumerate(cells)
        if "explore" in cell["metadata"].get("tags", []) and cell["cell_type"] == "code"
    ]
    pictures = {index: notebook.pictures(index) for index in explorers}
    problems = notebook.problems()
    photograph(notebook, source, "reopened", problems or not all(pictures.values()))
    return Stored(problems, cells, pictures)


def run(notebook: OpenNotebook, source: Path, before: str, edition: str) -> Ran:
    """Run every cell."""
    notebook.run_all()
    problems = notebook.problems()
    photograph(notebook, source, edition, problems)
    return Ran(
        problems=problems,
        cells=notebook.cells(),
        explorers=len(notebook.explorers()),
        source_kept=editions.fingerprint(source) == before,
    )


def photograph(notebook: OpenNotebook, source: Path, name: str, wrong: object) -> None:
    """Take screenshots into test-artifacts if something is wrong, or all are wanted."""
    if wrong or ALWAYS:
        notebook.screenshots(editions.artifacts(source.stem, name))


def walk_all(notebook: OpenNotebook, source: Path) -> Walk:
    """Move every slider of every explorer."""
    seen = Walk()
    folder = editions.artifacts(source.stem, "explorers")
    try:
        for number, explorer in enumerate(notebook.explorers(), 1):
            seen.explorers.append(walk(explorer, folder / f"explorer-{number}"))
        seen.problems = notebook.problems()
    except Exception as error:  # the tests of the walk raise it again
        seen.broken = error
        photograph(notebook, source, "explorers", True)
    return seen


def walk(explorer: Explorer, picture: Path) -> Walked:
    """Do to an explorer all that test_sliders.py judges."""
    start = explorer.look().state
    if ALWAYS:
        explorer.screenshot(picture.with_name(f"{picture.name}-before.png"))
    tab_order = explorer.tab_order()
    steps = explorer.walk() + explorer.walk_others()
    if ALWAYS or dead_controls(steps) or layout_jumps(steps):
        explorer.screenshot(picture.with_name(f"{picture.name}-after.png"))
    states = sorted({look.state for step in steps for look in (step.before, step.after)})
    said = dict(zip(states, explorer.python_sentences(states), strict=True))
    # Away from the start, so that Reset has something to do.
    explorer.focus(explorer.slider_count() - 1)
    explorer.press("End")
    leaks = explorer.leaking_keys()
    play = explorer.plays() if explorer.button("Play").count() else None
    reset = None
    if explorer.button("Reset").count():
        explorer.button("Reset").focus()
        reset = explorer.press("Enter").state
    return Walked(
        name=repr(explorer),
        sliders=explorer.slider_count(),
        tab_order=tab_order,
        controls=explorer.accessible_names(),
        steps=steps,
        said=said,
        leaks=leaks,
        play=play,
        start=start,
        reset=reset,
        live=explorer.output.locator(".cnn-sentence").first.get_attribute("aria-live"),
    )
