"""A notebook in JupyterLab, run once: what the tests of several modules judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import editions
from harness import Explorer, Lab, Step


@dataclass
class Visit:
    """What there was to see when a notebook had been opened and run."""

    problems: list[str]
    cells: list[dict[str, Any]]
    explorers: int
    source_kept: bool
    walk: Walk
    broken: Exception | None  #: what stopped the walk through the explorers


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


def walk(explorer: Explorer, folder: Path, number: int) -> Walked:
    """Do to an explorer all that the tests below judge."""
    explorer.screenshot(folder / f"explorer-{number}-before.png")
    start = explorer.look().state
    tab_order = explorer.tab_order()
    steps = explorer.walk() + explorer.walk_others()
    states = sorted({look.state for step in steps for look in (step.before, step.after)})
    said = dict(zip(states, explorer.python_sentences(states), strict=True))
    # Once more to where it was farthest from the start, for the eye.
    explorer.focus(explorer.slider_count() - 1)
    explorer.press("End")
    explorer.screenshot(folder / f"explorer-{number}-after.png")
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


_complete: dict[Path, Visit] = {}


def complete(lab: Lab, source: Path) -> Visit:
    """Run the notebook as it is committed, photograph it, and move every slider; once a session."""
    if source not in _complete:
        before = editions.fingerprint(source)
        notebook = editions.run(lab, editions.complete(lab, source))
        try:
            notebook.screenshots(editions.artifacts(source.stem, "complete"))
            seen = Visit(
                problems=notebook.problems(),
                cells=notebook.cells(),
                explorers=len(notebook.explorers()),
                source_kept=editions.fingerprint(source) == before,
                walk=Walk(),
                broken=None,
            )
            folder = editions.artifacts(source.stem, "explorers")
            try:
                for number, explorer in enumerate(notebook.explorers(), 1):
                    seen.walk.explorers.append(walk(explorer, folder, number))
                seen.walk.problems = notebook.problems()
            except Exception as error:  # the tests of the walk raise it again
                seen.broken = error
        finally:
            notebook.close()
        _complete[source] = seen
    return _complete[source]


def practice(lab: Lab, source: Path) -> Visit:
    """Run the learner's copy, untouched; photograph it if something is wrong."""
    before = editions.fingerprint(source)
    notebook = editions.run(lab, editions.practice(lab, source))
    try:
        problems = notebook.problems()
        if problems:
            notebook.screenshots(editions.artifacts(source.stem, "practice"))
        return Visit(
            problems=problems,
            cells=notebook.cells(),
            explorers=len(notebook.explorers()),
            source_kept=editions.fingerprint(source) == before,
            walk=Walk(),
            broken=None,
        )
    finally:
        notebook.close()
