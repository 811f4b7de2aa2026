"""Every slider of every explorer, moved with the keyboard in JupyterLab."""

from __future__ import annotations

import pytest
from harness.moves import dead_controls, layout_jumps
from visits import Visit, Walk


@pytest.fixture
def walked(seen: Visit) -> Walk:
    """A notebook that has been run, every slider of every explorer in it having been moved."""
    if seen.walk.broken is not None:
        raise seen.walk.broken
    return seen.walk


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
        roles = {role for role, _ in one.controls}
        assert roles & {"slider", "radio", "combobox"}, f"{one.name} has nothing to move"
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
