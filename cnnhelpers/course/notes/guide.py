"""The pages of INSTRUCTORS.md: one for each notebook, made from the plan in its instructor cells.

What stands in the file before and after the two marks is written by hand and stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cnnhelpers.course.instructor import LENGTHS, NEEDS, Guide, Item, instructor_guide, sections_of
from cnnhelpers.course.notebooks import read, title

FILE = "INSTRUCTORS.md"
COMMAND = "python -m cnnhelpers notes --guide"
BEGINNING = f"<!-- From here on, `{COMMAND}` writes. -->"
END = "<!-- From here on, you write. -->"


def with_pages(text: str, notebooks: Sequence[Path]) -> str:
    """Return the text of INSTRUCTORS.md with the pages of the notebooks between its marks.

    Raises ValueError where the marks are not there once each, in their order, and where the
    instructor cells of a notebook cannot be read. Notebooks without such cells have no page.
    """
    before, beginning, rest = text.partition(BEGINNING)
    _, end, after = rest.partition(END)
    if not (beginning and end) or BEGINNING in rest or END in before + after:
        raise ValueError(
            f"{FILE} has lost the marks between which its pages stand; write {BEGINNING!r} and "
            f"below it {END!r}, each on a line of its own."
        )
    pages = [page(path) for path in notebooks]
    return "\n\n".join([f"{before}{BEGINNING}", *filter(None, pages), f"{END}{after}"])


def page(path: Path) -> str:
    """Return the page of a notebook, or "" where it has no instructor cells."""
    notebook = read(path)
    try:
        guide = instructor_guide(notebook)
    except ValueError as error:
        raise ValueError(f"{path.name} gets no page: {error}") from error
    if guide is None:
        return ""
    plan = guide.plan
    parts = [
        f"### {title(notebook)}",
        f"[The notebook](notebooks/{path.name}) · speaker page: "
        f"`python -m cnnhelpers notes {path.name[:2]}`",
        f"**Goal.** {plan.goal}",
        "**To begin with.**\n\n"
        + "\n".join(f"- {pair.first} *{_italic(pair.second)}*" for pair in plan.entry),
        _table(guide, sections_of(notebook["cells"])),
        f"**On the board.** {plan.board}",
        "**Wrong answers, and what to reply.**\n\n"
        + "\n".join(f"- {pair.first} → {pair.second}" for pair in plan.wrong),
    ]
    if plan.planted:
        parts.append(
            f"**Planted error.** `%break {plan.planted.exercise} {plan.planted.slug}`. They see: "
            f"{_ended(plan.planted.seen)} To find it: {_ended(plan.planted.move)}"
        )
    parts += [
        f"**To end with.** {plan.exit.first} *{_italic(plan.exit.second)}*",
        f"**Homework.** {plan.homework}",
        f"**Cut.** {plan.cut}",
    ]
    return "\n\n".join(parts)


def _table(guide: Guide, titles: dict[str, str]) -> str:
    """Return the three plans as a table: what must, should and could be taught."""
    header = " | ".join(f"{length} minutes" for length in LENGTHS)
    rows = [f"| | {header} |", "|---" * (len(LENGTHS) + 1) + "|"]
    for need in NEEDS:
        cells = [
            ", ".join(_item(item) for item in guide.plan.schedules[length] if item.need == need)
            for length in LENGTHS
        ]
        if any(cells):
            rows.append(f"| {need} | {' | '.join(cells)} |")
    called = ", ".join(f"{place} {words}" for place, words in titles.items() if place.isdigit())
    return "\n".join(rows) + f"\n\nSections: {called}."


def _item(item: Item) -> str:
    place = f"section {item.place}" if item.place.isdigit() else item.place
    part = f" ({item.part})" if item.part else ""
    return f"{place}{part} {item.minutes}".replace("|", "\\|")


def _ended(text: str) -> str:
    words = text[:1].lower() + text[1:] if text[:1].isupper() and not text[:2].isupper() else text
    return words if words.endswith((".", "?")) else f"{words}."


def _italic(text: str) -> str:
    """Return a text that can stand between asterisks: those inside it are written out."""
    return " ".join(text.split()).replace("*", "\\*")
