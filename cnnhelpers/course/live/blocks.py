"""Which cells of a notebook are typed before a class, and what stands there until then.

It follows from the tags that cells have anyway: what learners implement is typed, and so is a short
cell that only prints. Where that is wrong, a tag of its own says so: `live-type`, `live-blank`,
`live-run` or `live-skip`. Under "live", a cell's metadata may say more: "type" names the lines of a
long function that carry the idea, by their beginnings, and the others stay; "goal" says in a line
what is typed, as in ``"live": {"type": ["grad_weight[o] +="], "goal": "Add up what meets w[o]."}``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cnnhelpers.course.cells import LIVE_TAGS, is_for_instructors, is_text, tags
from cnnhelpers.course.live.skeleton import skeleton, typed_lines
from cnnhelpers.course.notebooks import defined_name, parse

MOST_LINES = 12  # that are typed in one block
SHORT = 5  # lines of a cell that is typed though it defines nothing
METADATA = "live"  # the key in a cell's metadata

_DEFINITION = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_SECTION = re.compile(r"^## (?:(\d+) · )?(.+)$", re.MULTILINE)
_GOAL_LETTERS = 90
_KEPT_TAGS = frozenset({"setup", "predict", "check", "explore", "hide-input", "slow"})
_DRAWS = re.compile(r"\b(?:draw|explore|plt|display)\b|%")


@dataclass(frozen=True)
class Block:
    """A cell that is typed before a class.

    Attributes:
        number: such as "3.2", the second block of section 3.
        section: the title of the section, without its number.
        goal: what is typed, in one line.
        code: the cell as the complete notebook has it.
        cell: its index among the cells of the complete notebook.
        kind: "type" where a skeleton stands in the live copy, "blank" where the cell is empty.
        skeleton: what stands in the live copy.
        typed: the lines of `code` that are typed, counted from 0.
        name: the function that the cell defines, or "".
    """

    number: str
    section: str
    goal: str
    code: str
    cell: int
    kind: str
    skeleton: str
    typed: tuple[int, ...]
    name: str

    @property
    def place(self) -> str:
        """The number of its section, or the title of one that has no number."""
        return self.number.rpartition(".")[0]

    @property
    def to_type(self) -> str:
        """The lines that are typed, as a text."""
        lines = self.code.split("\n")
        return "\n".join(lines[line] for line in self.typed)


def typed_blocks(notebook: dict[str, Any]) -> list[Block]:
    """Return the blocks of a complete notebook that are typed live, in order.

    Raises ValueError where a cell's metadata names lines that the cell does not have.
    """
    found: list[Block] = []
    section, title, count = "", "", 0
    for index, (cell, kind) in enumerate(zip(notebook["cells"], live_kinds(notebook))):
        if is_text(cell) and not is_for_instructors(cell):
            for match in _SECTION.finditer(cell["source"]):
                section, title, count = match[1] or "", match[2].strip(), 0
        if kind not in ("type", "blank"):
            continue
        count += 1
        found.append(_block(notebook, index, kind, f"{section or title}.{count}", title))
    return found


def last_of(blocks: Sequence[Block], place: str) -> int | None:
    """Return the index of a block such as "3.2"; of a section such as "3", its last one's.

    None where there is neither.
    """
    found = [index for index, block in enumerate(blocks) if place in (block.number, block.place)]
    return found[-1] if found else None


def live_kinds(notebook: dict[str, Any]) -> list[str]:
    """Return for each cell of a complete notebook what becomes of it in the live copy.

    "type" and "blank" are typed, "run" is kept, "skip" is left out, "text" is shortened.
    """
    kinds = []
    numbered = begun = False
    for index, cell in enumerate(notebook["cells"]):
        if is_text(cell) and not is_for_instructors(cell):
            for match in _SECTION.finditer(cell["source"]):
                numbered = bool(match[1])
                begun = begun or numbered
        kinds.append(_kind(notebook, index, numbered or not begun))
    return kinds


def _kind(notebook: dict[str, Any], index: int, taught: bool) -> str:
    """Return what becomes of a cell; `taught` says whether its section is gone through in class."""
    cell = notebook["cells"][index]
    kinds = tags(cell)
    for tag in kinds & LIVE_TAGS:
        return tag.removeprefix("live-")
    if is_for_instructors(cell) or "hint" in kinds:
        return "skip"
    if is_text(cell):
        return "text"
    if not taught:
        return "skip"
    if "implement" in kinds:
        return "type"
    return "blank" if _is_a_short_experiment(notebook, index) else "run"


def _is_a_short_experiment(notebook: dict[str, Any], index: int) -> bool:
    """Return whether a cell is a few lines that print, and that nothing later needs."""
    cell = notebook["cells"][index]
    source = cell["source"]
    if tags(cell) & _KEPT_TAGS or any(tag.startswith("nbval") for tag in tags(cell)):
        return False
    lines = [line for line in source.split("\n") if line.strip()]
    if len(lines) > SHORT or "print(" not in source or _DRAWS.search(source):
        return False
    return not _leaves_names(notebook, index)


def _leaves_names(notebook: dict[str, Any], index: int) -> bool:
    """Return whether a later cell needs a name that this one gives."""
    tree = parse(notebook["cells"][index]["source"])
    given = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    given |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    later = [cell["source"] for cell in notebook["cells"][index + 1 :] if "outputs" in cell]
    return any(given & set(_mentioned(source)) for source in later)


def _mentioned(source: str) -> set[str]:
    return {node.id for node in ast.walk(parse(source)) if isinstance(node, ast.Name)}


def _block(notebook: dict[str, Any], index: int, kind: str, number: str, title: str) -> Block:
    cell = notebook["cells"][index]
    code = cell["source"]
    chosen = cell["metadata"].get(METADATA, {}).get("type", ())
    name = defined_name(code) or "" if kind == "type" else ""
    goal = _goal(notebook, index, name)
    return Block(
        number=number,
        section=title,
        goal=goal,
        code=code,
        cell=index,
        kind=kind,
        skeleton=skeleton(code, chosen) if kind == "type" else f"# {number}  {goal}",
        typed=tuple(typed_lines(code, chosen)),
        name=name,
    )


def _goal(notebook: dict[str, Any], index: int, name: str) -> str:
    """Return in one line what a block is for: what its metadata says, its docstring, or the last
    words of the text above.
    """
    if goal := notebook["cells"][index]["metadata"].get(METADATA, {}).get("goal"):
        return str(goal)
    if name:
        tree = parse(notebook["cells"][index]["source"])
        node = next(each for each in tree.body if isinstance(each, _DEFINITION))
        words = (ast.get_docstring(node) or "").strip().split("\n")[0]
        return f"{name}: {words}" if words else name
    text = ""
    for cell in reversed(notebook["cells"][:index]):
        if is_text(cell) and not tags(cell) & {"hint", "instructor"}:
            text = cell["source"]
            break
    paragraph = text.strip().split("\n\n")[-1].replace("**", "").replace("`", "")
    sentences = re.split(r"(?<=[.?!:])\s+", " ".join(paragraph.split()))
    goal = sentences[-1] if sentences else ""
    if len(goal) > _GOAL_LETTERS:
        goal = goal[: _GOAL_LETTERS - 2].rsplit(" ", 1)[0] + " …"
    return goal.rstrip(":") if goal else "Try it."
