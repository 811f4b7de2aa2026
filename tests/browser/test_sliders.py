"""Every slider of every explorer, moved with the keyboard in JupyterLab."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import editions
import pytest
from harness import Explorer, Lab, Step, dead_controls, layout_jumps


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
    """The explorers of one notebook, and what went wrong in the page meanwhile."""

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


@pytest.fixture(scope="module", params=editions.NOTEBOOKS, ids=lambda path: path.stem)
def walked(lab: Lab, request: pytest.FixtureRequest) -> Iterator[Walk]:
    """Run a notebook, then move every slider of every explorer in it."""
    notebook = editions.run(lab, editions.complete(lab, request.param))
    folder = editions.artifacts(request.param.stem, "explorers")
    found = Walk()
    try:
        for number, explorer in enumerate(notebook.explorers(), 1):
            found.explorers.append(walk(explorer, folder, number))
        found.problems = notebook.problems()
    finally:
        notebook.close()
    yield found


def test_moving_brings_a_new_picture_and_a_new_sentence(walked: Walk) -> None:
    assert {one.name: dead_controls(one.steps) for one in walked.explorers} == {
        one.name: [] for one in walked.explorers
    }
    assert walked.problems == []


def test_the_sentence_says_what_python_says(walked: Walk) -> None:
    for one in walked.explorers:
        for step in one.steps:
            assert step.after.sentence == one.said[step.after.state], f"{one.name}, {step}"


def test_nothing_jumps_while_a_slider_moves(walked: Walk) -> None:
    for one in walked.explorers:
        assert layout_jumps(one.steps) == [], one.name


def test_tab_reaches_every_slider_in_order(walked: Walk) -> None:
    for one in walked.explorers:
        assert one.sliders > 0, f"{one.name} has no slider"
        assert one.tab_order == list(range(one.sliders)), one.name


def test_every_control_has_a_name_of_its_own(walked: Walk) -> None:
    for one in walked.explorers:
        names = [name for role, name in one.controls]
        assert all(names), f"{one.name}: {one.controls}"
        sliders = [name for role, name in one.controls if role == "slider"]
        assert len(sliders) == one.sliders and len(set(sliders)) == one.sliders, one.controls


def test_letters_on_a_slider_stay_away_from_the_notebook(walked: Walk) -> None:
    for one in walked.explorers:
        assert one.leaks == [], one.name


def test_play_and_reset_work_from_the_keyboard(walked: Walk) -> None:
    for one in walked.explorers:
        assert not one.play, f"{one.name}: {one.play}"
        assert one.reset in (None, one.start), one.name


def test_a_screen_reader_hears_the_new_sentence(walked: Walk) -> None:
    for one in walked.explorers:
        assert one.live == "polite", one.name
