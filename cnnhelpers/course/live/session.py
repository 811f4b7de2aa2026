"""What has happened in a kernel: which blocks are there, and whose functions are in force."""

from __future__ import annotations

import ast
import re
from typing import Any

from cnnhelpers.course.editions import stub
from cnnhelpers.course.live.blocks import Block, last_of, typed_blocks
from cnnhelpers.course.live.edition import as_a_cell
from cnnhelpers.course.live.effects import entries_set
from cnnhelpers.course.notebooks import course_notebooks, parse, read
from cnnhelpers.course.place import this_notebook
from cnnhelpers.course.sources import put_there

_HEADING = re.compile(r"\s*# (\S+\.\d+)(?!\S)")
COURSE, BROKEN = "course", "broken"


class Session:
    """The functions of one kernel: the user's own, the course's, and those broken on purpose.

    Attributes:
        own: name -> the function that the user has written in a cell.
        force: name -> "course" or "broken", where it is not the user's.
        done: the index of the last block that is there, by whatever way; -1 for none.
    """

    def __init__(self, shell: Any) -> None:
        self.shell = shell
        self.own: dict[str, Any] = {}
        self.force: dict[str, str] = {}
        self.before: dict[str, Any] = {}
        self.done = -1
        self._put: dict[str, Any] = {}  # what stands, or stood, in the place of the user's
        self._typed: set[str] = set()  # names that blocks have given
        self._read: tuple[str, dict[str, Any], list[Block]] | None = None

    @property
    def space(self) -> dict[str, Any]:
        """The notebook's names."""
        space: dict[str, Any] = self.shell.user_ns
        return space

    @property
    def notebook(self) -> dict[str, Any]:
        """The complete notebook. Raises LookupError where nothing tells which one is open."""
        return self._course()[1]

    @property
    def blocks(self) -> list[Block]:
        """Its blocks. Raises LookupError where nothing tells which notebook is open."""
        return self._course()[2]

    def some_blocks(self) -> list[Block]:
        """Return its blocks. Raises LookupError where it has none, too."""
        if not self.blocks:
            raise LookupError("No block of this notebook is typed before a class.")
        return self.blocks

    @property
    def name(self) -> str:
        """The file's name of the complete notebook. Raises LookupError where nothing tells it."""
        return self._course()[0]

    def _course(self) -> tuple[str, dict[str, Any], list[Block]]:
        name = self._read[0] if self._read else this_notebook(self.shell)
        if name is None or not any(path.name == name for path in course_notebooks()):
            raise LookupError(
                "Nothing tells which notebook of the course this is; run its first cells, or open "
                "a copy that `python -m cnnhelpers live` or `practice` has made."
            )
        if self._read is None:
            path = next(path for path in course_notebooks() if path.name == name)
            notebook = read(path)
            self._read = (name, notebook, typed_blocks(notebook))
        return self._read

    def block(self, number: str) -> int:
        """Return the index of a block such as "3.2"; of a section such as "3", its last one's.

        Raises LookupError where there is none.
        """
        last = last_of(self.some_blocks(), number)
        if last is None:
            raise LookupError(f"There is no block {number!r}; there are {self.numbers()}.")
        return last

    def numbers(self) -> str:
        """Return the numbers of all blocks, for a sentence."""
        return ", ".join(block.number for block in self.some_blocks())

    def note(self, source: str) -> None:
        """Note what a cell of the user's has defined, after it was run."""
        try:
            tree = parse(source)
            blocks = self.blocks
        except (SyntaxError, ValueError, LookupError, OSError):
            return
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                self._defined(node, source)
        for index, block in enumerate(blocks):
            if block.kind == "blank" and block.to_type.strip() and block.to_type in source:
                self.done = max(self.done, index)

    def _defined(self, node: ast.FunctionDef | ast.ClassDef, source: str) -> None:
        index = self._of(node.name)
        text = ast.get_source_segment(source, node) or ""
        if index is not None and _is_blank(text, self.blocks[index]):
            return
        function = self.space.get(node.name)
        if not is_there(function) or function is self._put.get(node.name):
            return  # the cell has stopped before the definition
        if index is not None:
            self.done = max(self.done, index)
            if source.strip() == as_a_cell(self.blocks[index]):  # that %next has written
                put_there(function)
                return
        self.own[node.name] = function
        self.force.pop(node.name, None)

    def _of(self, name: str) -> int | None:
        """Return the index of the block that defines a function."""
        found = [index for index, block in enumerate(self.blocks) if name in block.functions]
        return found[0] if found else None

    def ran(self, cell_id: str | None, source: str) -> Block | None:
        """Return the block that a cell of a live copy is for, by its identifier or its heading."""
        try:
            notebook, blocks = self.notebook, self.blocks
        except (LookupError, OSError):
            return None
        number = _HEADING.match(source)
        for block in blocks:
            here = notebook["cells"][block.cell].get("id") == cell_id
            if here or (number and number[1] == block.number):
                return block
        return None

    def missing(self, block: Block, source: str, before: dict[str, Any]) -> set[str]:
        """Return the names that a cell should have given and has not.

        Args:
            block: what the cell is for.
            source: the cell as it was run.
            before: the values that the names had before.
        """
        blank = {
            node.name
            for node in _definitions(source)
            if _is_blank(ast.get_source_segment(source, node) or "", block)
        }
        same = {name for name in block.leaves if self.space.get(name) is before.get(name)}
        unchanged = same - self._typed
        blank |= _begun(source, block) - same
        self._typed |= block.leaves - unchanged - blank
        return set(block.leaves & (unchanged | blank))

    def put(self, name: str, function: Any, whose: str) -> None:
        """Put a function in the place of another, which is remembered."""
        if self.force.get(name) != BROKEN:
            self.before[name] = self.space.get(name)
        self.space[name] = self._put[name] = function
        self.force[name] = whose
        put_there(function)

    def restore(self, name: str) -> bool:
        """Put back what was there before a function was broken; returns whether that was needed:
        the user may have written it anew since.
        """
        if self.force.get(name) != BROKEN:
            return False
        if (before := self.before.get(name)) is None:
            self.space.pop(name, None)
        else:
            self.space[name] = before
        self.force.pop(name)
        return True


def _is_blank(text: str, block: Block) -> bool:
    """Return whether a definition is still the skeleton of a live or practice copy."""
    # The text of a definition ends before a comment behind its last statement.
    return bool(text) and any(text.strip() in each for each in (block.skeleton, stub(block.code)))


def _begun(source: str, block: Block) -> set[str]:
    """Return the names that a cell's own lines begin, such as an empty list, and that typed ones go
    on with, where nothing is typed yet.
    """
    lines = _HEADING.sub("", source, count=1).partition("\n")[2]
    if block.kind != "blank" or lines.strip() != block.skeleton.strip():
        return set()
    tree = parse(block.to_type)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    added = [node.value for node in nodes if node.attr in ("append", "extend", "update")]
    return entries_set(tree) | {each.id for each in added if isinstance(each, ast.Name)}


def _definitions(source: str) -> list[ast.FunctionDef | ast.ClassDef]:
    """Return the functions and classes that a cell defines; none where it is no Python."""
    try:
        tree = parse(source)
    except (SyntaxError, ValueError):
        return []
    return [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def stands_for(block: Block) -> Any:
    """Return a function that says that a block is not typed yet.

    It is there from the start, so that a cell in which something is half typed breaks no other.
    """

    def untyped(*arguments: Any, **options: Any) -> Any:
        raise NotImplementedError(
            f"{block.name} is not typed yet: block {block.number}. Type it, or let %next do it."
        )

    untyped.__name__ = block.name
    vars(untyped)["is_typed"] = False
    return untyped


def is_there(function: Any) -> bool:
    """Return whether a name stands for a function, and not for one that is still to be typed."""
    return callable(function) and bool(getattr(function, "is_typed", True))
