"""The pace bar, the poll, and the errors that are planted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from IPython.utils.capture import capture_output
from live_runs import shell_in

from cnnhelpers import check
from cnnhelpers.course.live import typed_blocks
from cnnhelpers.course.live.faults import fault, planted
from cnnhelpers.course.live.pace import Part, compared, plan_of, section_of
from cnnhelpers.course.live.poll import Poll
from cnnhelpers.course.notebooks import course_notebooks, read
from cnnhelpers.course.prediction import Prediction

NOTEBOOKS = course_notebooks()
# Numbers from 90 on are for trying something out; they need no cells for instructors.
TAUGHT = [path for path in NOTEBOOKS if path.name < "90"]
PLAN = [Part("1", "section 1", 20), Part("2", "section 2", 25), Part("", "exit question", 5)]


def text(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source, "id": source[:6]}


@pytest.mark.parametrize("path", TAUGHT, ids=lambda path: path.stem)
def test_the_planted_error_is_diagnosed_by_its_own_check(path: Path) -> None:
    notebook = read(path)
    name, slug = planted(notebook)
    assert name in [block.name for block in typed_blocks(notebook)]
    assert getattr(check, name)(fault(name, slug).function).mistake == slug


@pytest.mark.parametrize("path", TAUGHT, ids=lambda path: path.stem)
def test_each_notebook_has_a_plan_to_keep_to(path: Path) -> None:
    assert sum(part.minutes for part in plan_of(read(path), 75)) == 75


def test_a_notebook_without_a_plan_goes_by_the_minutes_that_it_states() -> None:
    cells = [
        text("## 1 · One\n\n*About 20 minutes.*"),
        text("Words.\n\n## 2 · Two\n\n*About 25 minutes, with two exercises.*"),
        text("## Summary"),
    ]
    assert plan_of({"cells": cells}) == PLAN[:2]
    with pytest.raises(ValueError, match="states no minutes"):
        plan_of({"cells": [text("## Summary")]})


def test_the_parts_come_in_the_order_of_the_hour() -> None:
    names = [part.name for part in plan_of(read(NOTEBOOKS[5]), 75)]
    sections = ["section 1", "section 2", "section 3", "section 4"]
    assert names == ["entry questions", *sections, "exit question"]


def test_a_plan_of_another_length_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="There is no plan of 60 minutes; there are 50, 75, 90."):
        plan_of(read(NOTEBOOKS[9]), 60)


def test_the_plan_is_compared_with_what_is_gone() -> None:
    assert compared(PLAN, 12.4) == "12 of 50 minutes are gone."
    assert compared(PLAN, 12.4, "1") == (
        "12 of 50 minutes are gone. Section 1 is planned to end at 20."
    )
    assert compared(PLAN, 51.2, "2") == (
        "51 of 50 minutes are gone. Section 2 was planned to end at 45: 6 behind."
    )


def test_a_cell_tells_the_section() -> None:
    cells = [text("## 1 · One"), text("middle"), text("## 2 · Two"), text("later"), text("## End")]
    assert [section_of({"cells": cells}, each["id"]) for each in cells] == ["1", "1", "2", "2", ""]
    assert section_of({"cells": cells}, None) == ""


CODE = ("_esm", "_css")


def question() -> Prediction:
    return Prediction("How many?", {"A": ("2 < 3", "No."), "B": "3"}, "B")


def test_hands_are_counted_in_two_rounds_side_by_side() -> None:
    poll = Poll(question())
    assert (poll.sentence, poll.picture["text/html"]) == ("No hands are counted yet.", "")
    poll.count(0, "A", 12)
    poll.count(0, "B", 6)
    assert poll.sentence == "First vote: A 12, B 6."
    assert poll.picture["text/html"].count("width:70%") == 1
    poll.count(1, "B", 17)
    poll.count(1, "A", 1)
    assert poll.sentence == "First vote: A 12, B 6. After the talk: A 1, B 17."
    html = poll.picture["text/html"]
    assert "2 &lt; 3" in html and "first vote, 18 hands" in html and "after the talk, 18" in html
    assert [f"width:{width}%" in html for width in (49, 25, 4, 70)] == [True] * 4


def test_the_fields_write_into_the_poll() -> None:
    poll = Poll(question())
    assert poll.widget.spec["rounds"] == ["first vote", "after the talk"]
    poll.widget.counts = [[4, 0], [0, 0]]
    poll.widget.counts = [[4, 0], [0, 5]]
    assert poll.sentence == "First vote: A 4, B 0. After the talk: A 0, B 5."


def test_a_poll_tells_why_a_choice_is_wrong_and_gives_nothing_away_before() -> None:
    widget = Poll(question()).widget
    state = {key: value for key, value in widget.get_state().items() if key not in CODE}
    assert "No." not in str(state) and widget.told == []
    widget.answered = [0]
    assert widget.told == [{"index": 0, "right": False, "said": "A is not it. No."}]


def test_a_poll_shows_the_words_where_there_is_no_kernel(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "anywidget", None)
    monkeypatch.delitem(sys.modules, "cnnhelpers.course.live.poll_widget", raising=False)
    monkeypatch.delitem(sys.modules, "cnnhelpers.course.prediction_widget", raising=False)
    with shell_in(Path.cwd()), capture_output() as captured:
        poll = Poll(question())
        poll.show()
        poll.count(0, "B", 3)
    assert captured.outputs[0].data["text/plain"] == "Predict: How many?\n  A: 2 < 3\n  B: 3"
    assert set(captured.outputs[0].data) == {"text/plain", "text/markdown"}
    assert captured.outputs[-1].data["text/plain"] == "First vote: A 0, B 3."
