"""What a reader does with the explorers of a trained network in JupyterLab: draw, switch, cover."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorers_shown import Shown, shown
from harness.lab import Lab

SOURCES = ("explore.DrawDigitExplorer()", "explore.OcclusionExplorer()")


@pytest.fixture(scope="module")
def both(lab: Lab) -> Iterator[list[Shown]]:
    with shown(lab, *SOURCES) as found:
        yield found


def test_the_switches_make_the_small_digit_legible(both: list[Shown]) -> None:
    pad = both[0]
    assert "as it is: the network says 7" in pad.sentence
    for label in ("scale to 20", "centre by mass"):
        pad.root.get_by_role("group", name=label).get_by_role("radio", name="yes").click()
    assert "scaled to 20 and centred by mass: the network says 4" in pad.sentence
    pad.button("Reset").click()
    assert "the network says 7" in pad.sentence


def test_a_digit_drawn_with_the_mouse_is_read(both: list[Shown]) -> None:
    """A vertical stroke at the left; scaled and centred it is a 1."""
    pad = both[0]
    pad.region("your digit").focus()
    pad.press("Delete")
    assert pad.sentence.startswith("Nothing is drawn yet.")
    box = pad.region("your digit").bounding_box()
    mouse = pad.page.mouse
    mouse.move(box["x"] + 0.25 * box["width"], box["y"] + 0.2 * box["height"])
    mouse.down()
    mouse.move(box["x"] + 0.25 * box["width"], box["y"] + 0.6 * box["height"], steps=6)
    mouse.up()
    for label in ("scale to 20", "centre by mass"):
        pad.root.get_by_role("group", name=label).get_by_role("radio", name="yes").click()
    assert "the network says 1 with" in pad.sentence


def test_a_digit_drawn_with_the_keyboard_is_read(both: list[Shown]) -> None:
    pad = both[0]
    pad.button("Reset").click()
    pad.region("your digit").focus()
    pad.press("Delete", *["ArrowUp"] * 8)
    pad.press(*["Shift+ArrowDown"] * 16)
    assert "The drawing, as it is: the network says 1 with" in pad.sentence
    pad.button("Reset").click()


def test_the_patch_is_dragged_and_the_map_clicked(both: list[Shown]) -> None:
    cover = both[1]
    cover.root.scroll_into_view_if_needed()
    cover.point("digit", 14, 14, 28, 28)
    cover.page.mouse.down()
    cover.page.mouse.up()
    place = cover.state["place"]
    assert "covers rows 8 to 15" in cover.sentence or "covers rows 12 to 19" in cover.sentence
    cover.point("map", 0, 5, 6, 6)
    cover.page.mouse.down()
    cover.page.mouse.up()
    assert cover.state["place"] == 6 != place
    assert "covers rows 0 to 7, columns 20 to 27" in cover.sentence


def test_nothing_went_wrong(both: list[Shown]) -> None:
    assert both[0].notebook.problems() == []
