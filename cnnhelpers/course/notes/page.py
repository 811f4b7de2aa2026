"""The speaker page of a notebook: one HTML file that needs no network."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnhelpers.course.instructor import TAUGHT, Lesson, instructor_guide, sections_of
from cnnhelpers.course.live import Block, typed_blocks
from cnnhelpers.course.notebooks import parse, title
from cnnhelpers.course.notes.expected import Shown, expected
from cnnhelpers.course.notes.timing import minutes_of, section_at, section_of
from cnnhelpers.course.questions import Question, questions
from cnnhelpers.course.schedule import LAST, Stretch, clock, stretches

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Shaped:
    """A block as the page shows it: `code` is HTML, `minute` None where it is in no plan."""

    number: str
    goal: str
    code: Any
    expected: list[Shown]
    minute: int | None


@dataclass(frozen=True)
class Part:
    """A section on the page: when it is taught, what is said, and what is typed."""

    title: str
    stretch: Stretch | None
    minutes: str
    lesson: Lesson | None
    questions: list[Question]
    blocks: list[Shaped]


def speaker_page(notebook: dict[str, Any], name: str, length: int = TAUGHT) -> str:
    """Return the speaker page of the complete notebook `name`, for a plan of so many minutes.

    Raises ValueError where the notebook has no instructor cells, where they cannot be read, or
    where there is no plan of this length.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    guide = instructor_guide(notebook)
    if guide is None:
        raise ValueError("it has no cells for instructors; CONTRIBUTING.md says how to write them")
    plan = stretches(notebook, guide, length)
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string((HERE / "page.html").read_text(encoding="utf-8"))
    closing = [stretch.start for stretch in plan if stretch.place == LAST]
    return template.render(
        title=title(notebook),
        length=length,
        stretches=plan,
        plan=guide.plan,
        sections=_parts(notebook, questions(notebook, name), plan, length),
        closing=closing[0] if closing else None,
        clock=clock,
        text=text,
        style=Markup((HERE / "page.css").read_text(encoding="utf-8")),
        script=Markup((HERE / "page.js").read_text(encoding="utf-8")),
    )


def _parts(
    notebook: dict[str, Any], asked: list[Question], plan: list[Stretch], length: int
) -> list[Part]:
    """Return the sections that are taught or in which something is typed, in order."""
    blocks = typed_blocks(notebook)
    taught = {stretch.place: stretch for stretch in plan}
    titles = sections_of(notebook["cells"])
    for block in blocks:
        titles.setdefault(section_of(block), block.section)
    found = []
    for section, words in titles.items():
        stretch = taught.get(section)
        mine = [block for block in blocks if section_of(block) == section]
        if mine or stretch:
            minutes = minutes_of(mine, stretch)
            found.append(
                Part(
                    title=f"{section} · {words}" if section.isdigit() else words,
                    stretch=stretch,
                    minutes=_minutes(stretch, length) if stretch else "",
                    lesson=stretch.lesson if stretch else None,
                    questions=[
                        each for each in asked if section_at(notebook, each.cell) == section
                    ],
                    blocks=[
                        _shaped(notebook, block, minute) for block, minute in zip(mine, minutes)
                    ],
                )
            )
    return found


def _shaped(notebook: dict[str, Any], block: Block, minute: int | None) -> Shaped:
    shown = code(*without_docstrings(block.code, block.typed))
    return Shaped(block.number, block.goal, shown, expected(notebook, block.cell), minute)


def _minutes(stretch: Stretch, length: int) -> str:
    """Return how the minutes of a section are spent, and which parts of it are meant."""
    lesson = stretch.lesson
    if lesson is not None and length == TAUGHT:
        spent = f"talk {lesson.teaching}, work {lesson.exercise}"
    else:
        spent = f"{stretch.minutes} minutes"
    parts = [f"{part.need}: {part.part}" if part.part else part.need for part in stretch.parts]
    return f"{spent} · {'; '.join(parts)}"


def text(markdown: str) -> Any:
    """Return Markdown as HTML; what looks like HTML in it is shown as it is written.

    A field begins with words, so an answer such as "7." is no list.
    """
    from markupsafe import Markup
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    renderer = IPythonRenderer(
        escape=True, allow_harmful_protocols=False, exclude_anchor_links=True
    )
    words = re.sub(r"^(\d+)(?=[.)])|^(?=[-+*>#]\s)", r"\1\\", markdown.strip())
    html = MarkdownWithMath(renderer=renderer).render(words).strip()
    return Markup(re.sub(r"^<p>(.*)</p>$", r"\1", html) if html.count("<p>") == 1 else html)


def without_docstrings(source: str, typed: Sequence[int]) -> tuple[str, list[int]]:
    """Return code without its docstrings, which nobody types, and where the typed lines are now."""
    lines = source.split("\n")
    gone: set[int] = set()
    for node in ast.walk(parse(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            words = node.body[0]
            gone |= set(range(words.lineno - 1, words.end_lineno or words.lineno))
    kept = [index for index in range(len(lines)) if index not in gone]
    return "\n".join(lines[index] for index in kept), [kept.index(line) for line in typed]


def code(source: str, typed: Sequence[int]) -> Any:
    """Return Python source as HTML, a span a line; it knows its indent, for its second row."""
    from markupsafe import Markup
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    plain = source.split("\n")
    lines = highlight(source, get_lexer_by_name("python"), HtmlFormatter(nowrap=True)).split("\n")
    marked = "".join(
        f'<span class="line{" typed-line" if index in typed else ""}" '
        f'style="--indent: {len(line) - len(line.lstrip())}">{shown}\n</span>'
        for index, (line, shown) in enumerate(zip(plain, lines))
    )
    return Markup(f"<pre>{marked}</pre>")
