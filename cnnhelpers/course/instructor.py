"""What a notebook says to those who teach it: its `instructor` cells, read field by field.

They stand at the very end of a complete notebook: a heading, one cell with the plan, and one cell
for each section that is taught. A field begins a line with its name in bold and goes on to the next
one; ` — ` parts the two halves of a field, such as a question and its answer. The speaker page and
INSTRUCTORS.md are made from these cells; whoever only learns never sees them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cnnhelpers.course.cells import is_for_instructors, is_text, is_to_write

HEADING = "## For the instructor"
LENGTHS = (50, 75, 90)  # minutes of the three plans
TAUGHT = 75  # the plan that the minutes of the sections add up to
EXERCISES = "exercises"

Complaint = tuple[int, str]  # the index of a cell, and what is wrong in it


@dataclass(frozen=True)
class Halves:
    """The two halves of a field: a question and its answer, a prediction and what it shows."""

    first: str
    second: str


@dataclass(frozen=True)
class Planted:
    """An error that the instructor makes on purpose: a known mistake of an exercise."""

    exercise: str
    slug: str
    seen: str
    move: str


@dataclass(frozen=True)
class Item:
    """A part of a plan: `need` is "must", "should" or "could"; `place` the number of a section or
    another of `PLACES`; `part` says which part of it, where it is not the whole.
    """

    need: str
    place: str
    part: str
    minutes: int


@dataclass(frozen=True)
class Plan:
    """How a notebook is taught; `schedules` gives the items of the plan of each length."""

    goal: str
    entry: tuple[Halves, ...]
    schedules: dict[int, tuple[Item, ...]]
    board: str
    wrong: tuple[Halves, ...]
    planted: Planted | None
    exit: Halves
    homework: str
    cut: str


@dataclass(frozen=True)
class Lesson:
    """How a section is taught: minutes of talk and of work, what is said, drawn, asked."""

    section: str
    title: str
    teaching: int
    exercise: int
    say: str
    draw: str
    asked: tuple[Halves, ...]
    prediction: Halves
    planted: str
    late: str

    @property
    def minutes(self) -> int:
        """Talk and work together."""
        return self.teaching + self.exercise


@dataclass(frozen=True)
class Guide:
    """All that the instructor cells of a notebook say."""

    plan: Plan
    lessons: tuple[Lesson, ...]


NEEDS = ("must", "should", "could")
PLACES = ("entry questions", "exit question", "break", EXERCISES)
PLAN_FIELDS = {
    **{"Goal": (1, 1), "Entry question": (2, 2)},
    **{f"{length} minutes": (1, 1) for length in LENGTHS},
    **{"Board": (1, 1), "Wrong answer": (3, 3), "Planted error": (1, 1)},
    **{"Exit question": (1, 1), "Homework": (1, 1), "Cut": (1, 1)},
}
LESSON_FIELDS = {
    **{"Minutes": (1, 1), "Say": (1, 1), "Draw": (1, 1), "Asked": (2, 3)},
    **{"Typical prediction": (1, 1), "Planted": (0, 1), "If ten minutes late": (1, 1)},
}
MOST_SENTENCES = 3

_FIELD = re.compile(r"^\*\*([^*\n]+)\*\*", re.MULTILINE)
_ITEM = re.compile(
    r"(?:section (?P<section>\d+)|(?P<place>[a-z ]+?))(?: \((?P<part>[^()]+)\))? (?P<minutes>\d+)"
)


def without_instructor(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return the notebook as a learner has it: without its instructor cells."""
    cells = [cell for cell in notebook["cells"] if not is_for_instructors(cell)]
    return {**notebook, "cells": cells}


def instructor_guide(notebook: dict[str, Any]) -> Guide | None:
    """Return what the instructor cells of a complete notebook say; None where there are none.

    Raises ValueError, with a sentence for each field that is wrong.
    """
    guide, found = read_guide(notebook)
    if found:
        raise ValueError("\n".join(sentence for _, sentence in found))
    return guide


def read_guide(notebook: dict[str, Any]) -> tuple[Guide | None, list[Complaint]]:
    """Return what the instructor cells say, and what is wrong with them: a sentence a field.

    Where something is wrong, or no cell is for instructors, there is no guide.
    """
    reader = _Reader(notebook["cells"])
    guide = reader.guide()
    return (None if reader.complaints else guide), reader.complaints


def sections_of(cells: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return number -> title of a notebook's sections; "exercises" stands for the exercises."""
    found = {}
    for cell in cells:
        if is_text(cell) and not is_for_instructors(cell):
            for number, title in re.findall(r"^## (\d+) · (.+)$", cell["source"], re.MULTILINE):
                found[number] = title.strip()
            if re.search(r"^## Exercises$", cell["source"], re.MULTILINE):
                found[EXERCISES] = "Exercises"
    return found


class _Reader:
    """Reads the instructor cells of a notebook and gathers what is wrong with them."""

    def __init__(self, cells: Sequence[dict[str, Any]]) -> None:
        self.cells = cells
        self.complaints: list[Complaint] = []
        self.index = 0
        self.where = ""
        self.sections = sections_of(cells)

    def guide(self) -> Guide | None:
        mine = [index for index, cell in enumerate(self.cells) if is_for_instructors(cell)]
        if not mine:
            return None
        self._are_last(mine)
        plan: Plan | None = None
        lessons: list[Lesson] = []
        for self.index in mine[1:]:
            heading, _, body = self.cells[self.index]["source"].partition("\n")
            if heading == "### Plan":
                if plan is not None:
                    self._complain("there are two plans; one is right")
                self.where = "Plan"
                plan = self._plan(body)
            elif match := re.fullmatch(r"### (?:(\d+) · (.+)|Exercises)", heading):
                self.where = heading.removeprefix("### ")
                lesson = self._lesson(match[1] or EXERCISES, match[2] or "Exercises", body)
                if lesson.section in [each.section for each in lessons]:
                    self._complain("this section has two cells; one is right")
                lessons.append(lesson)
            else:
                self.where = "For the instructor"
                self._complain(
                    f"a cell begins with {heading!r}; begin it with '### Plan', or with the "
                    "heading of a section, such as '### 1 · Title'"
                )
        self.index, self.where = mine[0], "For the instructor"
        if plan is None:
            self._complain("there is no plan; add a cell that begins with '### Plan'")
            return None
        self._agree(plan, lessons)
        return Guide(plan, tuple(lessons))

    def _are_last(self, mine: list[int]) -> None:
        self.where = "For the instructor"
        self.index = mine[0]
        if mine != list(range(mine[0], len(self.cells))):
            self._complain("a cell without the tag 'instructor' follows; these cells stand last")
        if self.cells[mine[0]]["source"].strip() != HEADING:
            self._complain(f"the first of these cells is not the heading; write {HEADING!r} alone")
        for self.index in mine:
            if self.cells[self.index]["cell_type"] != "markdown":
                self._complain("one of these cells is code; they are text")

    def _plan(self, body: str) -> Plan:
        fields = self._fields(body, PLAN_FIELDS)
        return Plan(
            goal=self._one(fields, "Goal"),
            entry=tuple(self._halves("Entry question", each) for each in fields["Entry question"]),
            schedules={
                length: self._items(length, self._one(fields, f"{length} minutes"))
                for length in LENGTHS
            },
            board=self._one(fields, "Board"),
            wrong=tuple(self._wrong(each) for each in fields["Wrong answer"]),
            planted=self._planted(self._one(fields, "Planted error")),
            exit=self._halves("Exit question", self._one(fields, "Exit question")),
            homework=self._one(fields, "Homework"),
            cut=self._one(fields, "Cut"),
        )

    def _lesson(self, section: str, title: str, body: str) -> Lesson:
        if self.sections.get(section) != title:
            self._complain(
                f"the notebook has no section of this name; it has {self._known_sections()}"
            )
        fields = self._fields(body, LESSON_FIELDS)
        minutes = self._one(fields, "Minutes")
        match = re.fullmatch(r"teaching (\d+), exercise (\d+)", minutes)
        if match is None:
            self._wrong_field("Minutes", minutes, "teaching 8, exercise 7")
        elif not int(match[1]) + int(match[2]):
            self._complain("**Minutes** are none; give the section some, or take its cell out")
        say = self._one(fields, "Say")
        if (count := len(re.findall(r"[.?!][\"”)*]*(?=\s|$)", say))) > MOST_SENTENCES:
            self._complain(f"**Say** has {count} sentences; say at most {MOST_SENTENCES}")
        return Lesson(
            section=section,
            title=title,
            teaching=int(match[1]) if match else 0,
            exercise=int(match[2]) if match else 0,
            say=say,
            draw=self._one(fields, "Draw"),
            asked=tuple(self._halves("Asked", each) for each in fields["Asked"]),
            prediction=self._halves("Typical prediction", self._one(fields, "Typical prediction")),
            planted=self._one(fields, "Planted"),
            late=self._one(fields, "If ten minutes late"),
        )

    def _fields(self, body: str, known: dict[str, tuple[int, int]]) -> dict[str, list[str]]:
        """Return name -> texts of the fields of a cell; every known name is there."""
        fields: dict[str, list[str]] = {name: [] for name in known}
        marks = list(_FIELD.finditer(body))
        if before := body[: marks[0].start() if marks else len(body)].strip():
            self._complain(f"{_short(before)!r} stands before the first field; give it a field")
        order = []
        for mark, following in zip(marks, [*marks[1:], None]):
            name, text = mark[1], body[mark.end() : following.start() if following else len(body)]
            if name not in known:
                self._complain(f"nobody knows the field **{name}**; the fields are {_list(known)}")
                continue
            if not text.strip():
                self._complain(f"**{name}** is empty; say something, or take it out")
            fields[name].append(text.strip())
            order.append(list(known).index(name))
        if order != sorted(order):
            self._complain(f"the fields are not in their order, which is {_list(known)}")
        for name, (least, most) in known.items():
            count = len(fields[name])
            if not least <= count <= most and not self._may_be_missing(name, count):
                right = f"{least}" if least == most else f"{least} to {most}"
                self._complain(f"**{name}** stands there {_times(count)}; {right} is right")
        return fields

    def _may_be_missing(self, name: str, count: int) -> bool:
        """Where learners write no function, none can be replaced by a wrong one."""
        written = any(is_to_write(cell) for cell in self.cells)
        return name == "Planted error" and count == 0 and not written

    def _one(self, fields: dict[str, list[str]], name: str) -> str:
        return fields[name][0] if fields[name] else ""

    def _halves(self, name: str, text: str) -> Halves:
        first, dash, second = text.partition(" — ")
        if text and not (dash and first.strip() and second.strip()):
            self._wrong_field(name, text, "What …? — The answer.")
        return Halves(first.strip(), second.strip())

    def _wrong(self, text: str) -> Halves:
        said, reply, answer = text.partition("**Reply**")
        if not (reply and said.strip() and answer.strip()):
            self._wrong_field("Wrong answer", text, "What is said. **Reply** What you ask then.")
        return Halves(said.strip(), answer.strip())

    def _planted(self, text: str) -> Planted | None:
        match = re.fullmatch(r"`?(\w+)`? `?([\w-]+)`? — (.+?) — (.+)", text, re.DOTALL)
        if match is None:
            if text:
                self._wrong_field("Planted error", text, "NAME SLUG — what is seen — the move")
            return None
        return Planted(*(part.strip() for part in match.groups()))

    def _items(self, length: int, text: str) -> tuple[Item, ...]:
        name, items = f"{length} minutes", []
        example = "must: entry questions 5, section 1 (to the check) 20; should: section 2 15"
        if not text:
            return ()
        for group in text.removesuffix(".").split(";"):
            need, colon, parts = group.strip().partition(": ")
            if need not in NEEDS or not colon:
                self._wrong_field(name, group, example)
                continue
            for part in re.split(r",\s+(?![^()]*\))", parts):
                match = _ITEM.fullmatch(part.strip())
                if match is None or not (match["section"] or match["place"] in PLACES):
                    self._wrong_field(name, part, example)
                elif match["section"] and match["section"] not in self.sections:
                    self._complain(
                        f"**{name}** names section {match['section']}; the notebook has "
                        f"{self._known_sections()}"
                    )
                else:
                    place = match["section"] or match["place"]
                    items.append(Item(need, place, match["part"] or "", int(match["minutes"])))
        total = sum(item.minutes for item in items)
        if items and total != length:
            self._complain(f"**{name}** add up to {total}; change its parts or their minutes")
        return tuple(items)

    def _agree(self, plan: Plan, lessons: list[Lesson]) -> None:
        """Complain where the minutes of the sections are not those of the plan."""
        planned: dict[str, int] = {}
        for item in plan.schedules[TAUGHT]:
            planned[item.place] = planned.get(item.place, 0) + item.minutes
        taught = {lesson.section: lesson.minutes for lesson in lessons}
        for place in dict.fromkeys([*planned, *taught]):
            if place.isdigit() or place == EXERCISES:
                called = f"section {place}" if place.isdigit() else "the exercises"
                if planned.get(place, 0) != taught.get(place, 0):
                    self._complain(
                        f"the plan of {TAUGHT} minutes gives {called} {planned.get(place, 0)} "
                        f"minutes, and its cell {taught.get(place, 0)}; make them agree"
                    )

    def _known_sections(self) -> str:
        return _list(
            title if number == EXERCISES else f"{number} · {title}"
            for number, title in self.sections.items()
        )

    def _wrong_field(self, name: str, text: str, example: str) -> None:
        self._complain(f"**{name}** cannot be read at {_short(text)!r}; write it as '{example}'")

    def _complain(self, sentence: str) -> None:
        self.complaints.append((self.index, f"{self.where}: {sentence}."))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + " …"


def _list(names: Any) -> str:
    return ", ".join(names)


def _times(count: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(count, f"{count} times")
