"""Which cells of a notebook are typed before a class, and what stands there until then.

It follows from the tags that cells have anyway: what learners implement is typed, and so is a short
cell that only prints. Where that is wrong, a tag of its own says so: `live-type`, `live-blank`,
`live-run` or `live-skip`. Under "live", a cell's metadata may say more: "type" names the lines of a
long cell that carry the idea, by their beginnings, and the others stay; "goal" says in a line
what is typed, as in ``"live": {"type": ["grad_weight[o] +="], "goal": "Add up what meets w[o]."}``.
What follows the last typed statement, such as a picture, gets a cell of its own in the live copy.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cnnhelpers.course.cells import LIVE_TAGS, is_code, is_for_instructors, is_text, tags
from cnnhelpers.course.live.names import given, needed
from cnnhelpers.course.live.skeleton import kept_before, parted, skeleton, typed_lines
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
        kind: "type" where a function's skeleton stands in the live copy, "blank" where nothing
            stands but what the typed lines need.
        skeleton: what stands in the live copy.
        rest: the code behind what is typed; it has a cell of its own.
        typed: the lines of `code` that are typed, counted from 0.
        name: the function that the cell defines, or "".
        leaves: the names that later cells need, and that no check puts there.
    """

    number: str
    section: str
    goal: str
    code: str
    cell: int
    kind: str
    skeleton: str
    rest: str
    typed: tuple[int, ...]
    name: str
    leaves: frozenset[str]

    @property
    def place(self) -> str:
        """The number of its section, or the title of one that has no number."""
        return self.number.rpartition(".")[0]

    @property
    def functions(self) -> list[str]:
        """The names of all functions and classes that its cell defines, where it has a name."""
        nodes = parse(self.code).body if self.name else []
        return [node.name for node in nodes if isinstance(node, _DEFINITION)]

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
    return not defined_name(source) and not _left_names(notebook, index, source)


def _left_names(notebook: dict[str, Any], index: int, code: str, rest: str = "") -> frozenset[str]:
    """Return the names that a cell's `code` gives and that its `rest` or a later cell needs, and
    those that functions among them need.
    """
    later = [
        cell["source"]
        for cell in notebook["cells"][index + 1 :]
        if is_code(cell) and "solution" not in tags(cell)
    ]
    tree = parse(code)
    found: set[str] = set()
    here = given(tree)
    more = here & needed(map(parse, [rest, *later]))
    while more:
        found |= more
        called = [each for each in tree.body if getattr(each, "name", "") in more]
        more = here & needed(ast.Module([each], []) for each in called) - found
    return frozenset(found)


def _block(notebook: dict[str, Any], index: int, kind: str, number: str, title: str) -> Block:
    cell = notebook["cells"][index]
    code = cell["source"]
    chosen = cell["metadata"].get(METADATA, {}).get("type", ())
    name = defined_name(code) or "" if kind == "type" else ""
    typed = typed_lines(code, chosen)
    head, rest = parted(code, typed)
    checked = "implement" in tags(cell)  # a check puts the function there
    return Block(
        number=number,
        section=title,
        goal=_goal(notebook, index, name),
        code=code,
        cell=index,
        kind=kind,
        skeleton=skeleton(head, chosen) if kind == "type" else kept_before(head, typed),
        rest=rest,
        typed=tuple(typed),
        name=name,
        leaves=frozenset() if checked else _left_names(notebook, index, head, rest),
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
