"""When what is taught: the sections of a notebook on the minutes of an hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cnnhelpers.course.instructor import LENGTHS, NEEDS, TAUGHT, Guide, Item, Lesson, sections_of

FIRST, LAST = "entry questions", "exit question"
PAUSE = "break"


@dataclass(frozen=True)
class Stretch:
    """A part of the hour, from minute `start` to minute `end`.

    `place` is the number of a section or a name such as "entry questions"; `parts` says which parts
    of it are taught, and whether they must, should or could be.
    """

    place: str
    title: str
    start: int
    end: int
    parts: tuple[Item, ...]
    lesson: Lesson | None = None

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start

    @property
    def needs(self) -> tuple[str, ...]:
        """The needs of its parts, the most urgent first."""
        return tuple(need for need in NEEDS if any(part.need == need for part in self.parts))


def stretches(notebook: dict[str, Any], guide: Guide, length: int = TAUGHT) -> list[Stretch]:
    """Return what is taught in `length` minutes, in the order of the notebook.

    Raises ValueError where there is no plan of this length.
    """
    if length not in guide.plan.schedules:
        lengths = ", ".join(map(str, LENGTHS))
        raise ValueError(f"There is no plan of {length} minutes; there are {lengths}.")
    items = guide.plan.schedules[length]
    sections = sections_of(notebook["cells"])
    lessons = {lesson.section: lesson for lesson in guide.lessons}
    found, minute = [], 0
    for place in _in_order([item.place for item in items], list(sections)):
        parts = tuple(item for item in items if item.place == place)
        end = minute + sum(part.minutes for part in parts)
        title = sections.get(place, place.capitalize())
        found.append(Stretch(place, title, minute, end, parts, lessons.get(place)))
        minute = end
    return found


def _in_order(places: Sequence[str], sections: Sequence[str]) -> list[str]:
    """Return the places in the order of the hour; a break comes in the middle of the sections."""
    taught = [section for section in sections if section in places]
    if PAUSE in places:
        taught.insert(len(taught) // 2, PAUSE)
    return [
        *([FIRST] if FIRST in places else []),
        *taught,
        *([LAST] if LAST in places else []),
    ]


def clock(minute: int) -> str:
    """Return a minute as hours and minutes since the beginning, 0:05."""
    return f"{minute // 60}:{minute % 60:02}"
