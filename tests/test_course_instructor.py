"""What notebooks say to those who teach: read field by field, and left out for everybody else."""

from __future__ import annotations

from typing import Any

import pytest
from notebook_rules.rule import FOLDER, trial

from cnnhelpers import check
from cnnhelpers.course.cells import tags
from cnnhelpers.course.editions import practice_edition
from cnnhelpers.course.instructor import (
    Halves,
    Item,
    Planted,
    instructor_guide,
    read_guide,
    without_instructor,
)
from cnnhelpers.course.notebooks import read

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
PLAN = """### Plan

**Goal** Say what a group is.

**Entry question** How deep is a filter? — As deep as its input.

**Entry question** How many filters? — As many as maps.

**50 minutes** must: entry questions 5, section 1 40, exit question 5

**75 minutes** must: entry questions 5, section 1 (shapes, then types) 30, exit question 5;
should: section 1 5; could: section 2 10, exercises 20

**90 minutes** must: section 1 80; could: break 10

**Board** Three wires.

**Wrong answer** Four times as many. **Reply** Which shape has one?

**Wrong answer** None. **Reply** Which has it, then?

**Wrong answer** All. **Reply** Count one.

**Planted error** grouped_conv2d groups-mixed — the maps come
in another order — follow one channel.

**Exit question** What do groups cost? — They never meet.

**Homework** Exercise 1.

**Cut** The cat."""
FIRST = """### 1 · Groups

**Minutes** teaching 20, exercise 15

**Say** One. Two? Three.

**Draw** Wires:

```
0 - 0
```

**Asked** Which ones? — Neighbours.

**Asked** Why? — It costs less — a quarter.

**Typical prediction** B — the depth is taken as fixed.

**Planted** After the check.

**If ten minutes late** Leave out the cat."""
SECOND = FIRST.replace("1 · Groups", "2 · Stamps").replace("20, exercise 15", "4, exercise 6")
THIRD = FIRST.replace("1 · Groups", "Exercises").replace("20, exercise 15", "0, exercise 20")


def text(source: str, *kinds: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {"tags": [*kinds]}, "source": source}


def notebook(*sources: str) -> dict[str, Any]:
    """A notebook of two sections with one task, and instructor cells."""
    task = {"cell_type": "code", "metadata": {"tags": ["implement"]}, "source": "def f(x): ..."}
    cells = [text("## 1 · Groups"), task, text("## 2 · Stamps\n\nWords."), text("## Exercises")]
    return {"cells": [*cells, *(text(source, "instructor") for source in sources)]}


def complete(**changed: str) -> dict[str, Any]:
    cells = {"heading": "## For the instructor", "plan": PLAN}
    cells |= {"first": FIRST, "second": SECOND, "third": THIRD} | changed
    return notebook(*(source for source in cells.values() if source))


def test_the_fields_are_read() -> None:
    guide = instructor_guide(complete())
    assert guide is not None
    plan, (first, second, third) = guide.plan, guide.lessons
    assert plan.goal == "Say what a group is."
    assert plan.entry[1] == Halves("How many filters?", "As many as maps.")
    assert plan.schedules[75][1] == Item("must", "1", "shapes, then types", 30)
    assert plan.schedules[75][-1] == Item("could", "exercises", "", 20)
    assert plan.wrong[0] == Halves("Four times as many.", "Which shape has one?")
    assert plan.planted == Planted(
        "grouped_conv2d", "groups-mixed", "the maps come\nin another order", "follow one channel."
    )
    assert (first.section, first.title, first.teaching, first.exercise) == ("1", "Groups", 20, 15)
    assert first.draw == "Wires:\n\n```\n0 - 0\n```"
    assert first.asked[1] == Halves("Why?", "It costs less — a quarter.")
    assert first.planted == "After the check."
    assert (second.minutes, third.section, third.minutes) == (10, "exercises", 20)


def test_a_notebook_without_instructor_cells_has_no_guide() -> None:
    assert read_guide(notebook()) == (None, [])


WRONG = [
    ({"heading": "## For you"}, "is not the heading; write '## For the instructor' alone"),
    ({"plan": ""}, "there is no plan; add a cell that begins with '### Plan'"),
    ({"third": PLAN}, "there are two plans; one is right"),
    ({"third": FIRST}, "1 · Groups: this section has two cells; one is right"),
    ({"third": "Words."}, "a cell begins with 'Words.'; begin it with '### Plan'"),
    ({"first": FIRST.replace("Groups", "Group")}, "it has 1 · Groups, 2 · Stamps, Exercises"),
    ({"plan": PLAN.replace("**Goal** Say", "Say")}, "'Say what a group is.' stands before"),
    ({"plan": PLAN.replace("**Goal** Say", "**Gaol** Say")}, "nobody knows the field **Gaol**"),
    ({"plan": PLAN.replace("Say what a group is.", "")}, "Plan: **Goal** is empty; say something"),
    ({"plan": PLAN.replace("**Cut** The cat.", "")}, "**Cut** stands there not at all; 1 is right"),
    ({"first": FIRST.replace("Why? —", "Why? -", 1).replace("less —", "less -")}, "'Why? - It"),
    ({"first": FIRST.replace("**Asked** Why", "Why")}, "**Asked** stands there once; 2 to 3"),
    ({"plan": PLAN.replace("**Reply** Count one.", "")}, "**Wrong answer** cannot be read at 'All"),
    ({"plan": PLAN.replace("order — follow", "order, follow")}, "**Planted error** cannot be read"),
    ({"plan": PLAN.replace("must: section 1 80", "section 1 80")}, "**90 minutes** cannot be read"),
    ({"plan": PLAN.replace("break 10", "sleep 10")}, "**90 minutes** cannot be read at 'sleep 10'"),
    ({"plan": PLAN.replace("break 10", "section 9 10")}, "names section 9; the notebook has"),
    ({"plan": PLAN.replace("break 10", "break 15")}, "**90 minutes** add up to 95; change"),
    ({"first": FIRST.replace("exercise 15", "15")}, "**Minutes** cannot be read at 'teaching 20"),
    ({"first": FIRST.replace("20, exercise 15", "0, exercise 0")}, "**Minutes** are none; give"),
    ({"first": FIRST.replace("20, exercise 15", "8, exercise 7")}, "gives section 1 35 minutes"),
    ({"third": ""}, "gives the exercises 20 minutes, and its cell 0; make them agree"),
    ({"first": FIRST.replace("Three.", "Three. Four.")}, "**Say** has 4 sentences; say at"),
    (
        {"first": FIRST.replace("**Draw** Wires:", "").replace("**Say**", "**Draw** X\n\n**Say**")},
        "1 · Groups: the fields are not in their order, which is Minutes, Say, Draw",
    ),
]


@pytest.mark.parametrize(("changed", "sentence"), WRONG)
def test_what_is_wrong_is_told_in_a_sentence(changed: dict[str, str], sentence: str) -> None:
    guide, found = read_guide(complete(**changed))
    assert guide is None
    assert any(sentence in each for _, each in found), found
    assert len(found) <= 2, found
    with pytest.raises(ValueError, match=r"\.$"):
        instructor_guide(complete(**changed))


def test_instructor_cells_are_text_and_stand_last() -> None:
    before = complete()
    before["cells"].append(text("More."))
    assert "a cell without the tag 'instructor' follows" in read_guide(before)[1][0][1]
    code = complete()
    code["cells"][-1]["cell_type"] = "code"
    assert "one of these cells is code; they are text" in read_guide(code)[1][0][1]


def test_where_nothing_is_written_nothing_need_be_planted() -> None:
    nothing = complete(plan=PLAN.replace("**Planted error**", "**Cut**").split("**Cut**")[0])
    sentence = "Plan: **Planted error** stands there not at all; 1 is right."
    assert sentence in [each for _, each in read_guide(nothing)[1]]
    del nothing["cells"][1]
    assert sentence not in [each for _, each in read_guide(nothing)[1]]


# The real notebooks -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_planted_error_is_a_known_mistake(path: Any) -> None:
    guide = instructor_guide(read(path))
    if trial(path.name) and guide is None:
        return
    assert guide is not None, f"{path.name} has no instructor cells; CONTRIBUTING.md says which"
    planted = guide.plan.planted
    assert planted is not None
    assert planted.slug in [mistake.slug for mistake in check.mistakes(planted.exercise)]
    written = "\n".join(cell["source"] for cell in without_instructor(read(path))["cells"])
    assert f"check.{planted.exercise}(" in written, "the exercise is one of this notebook"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_learners_never_see_what_is_for_instructors(path: Any) -> None:
    complete = read(path)
    copy = practice_edition(complete, path.name)
    assert not [cell for cell in copy["cells"] if "instructor" in tags(cell)]
    assert "For the instructor" not in "".join(cell["source"] for cell in copy["cells"])
