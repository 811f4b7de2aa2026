"""The learner's library `my_cnn.py`: every answer that passed its check, ready to import.

The file is put together from the answers in `my_progress.json`, whole each time. What a learner
changes in it by hand is not lost: an edited file is put aside before a new one is written.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import linecache
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from cnnhelpers.check import EXERCISES, Result, hooks
from cnnhelpers.course.place import (
    alone,
    practice_folder,
    put_aside,
    this_notebook,
    write_whole,
)
from cnnhelpers.course.records import changing
from cnnhelpers.course.sources import LIBRARY, Answer, Block, NotKept, collect

FILE = f"{LIBRARY}.py"

_TITLE = '''\
"""My own library of convolutional networks: my answers that passed their checks.

The course writes this file anew whenever an answer passes. You may read it, import it and copy from
it. If you change it, the course puts your version aside under another name before it writes.
"""
'''
_SEAL = "# The course knows by this line whether the file was edited: "


# Keeping ----------------------------------------------------------------------------------------


def install(shell: Any) -> None:
    """Keep every answer that passes in this IPython from now on, in a practice folder only."""

    def listener(result: Result) -> None:
        folder = practice_folder(shell)
        if folder is not None and result.passed:
            for sentence in keep(result, folder, this_notebook(shell), _history(shell)):
                print(sentence)

    hooks.listen("library", listener)


def _history(shell: Any) -> list[str]:
    """The cells that were run: their Python, and where that is one string, the cell itself."""
    manager = shell.history_manager
    cells = zip(manager.input_hist_parsed, manager.input_hist_raw, strict=False)
    return [raw if "run_cell_magic(" in parsed else parsed for parsed, raw in cells]


def keep(
    result: Result, folder: Path, notebook: str | None = None, history: list[str] | None = None
) -> list[str]:
    """Keep a passed answer in the library of a practice folder; return sentences to show."""
    name, function = result.exercise.name, result.submitted
    said: list[str] = []
    text = None
    with alone(folder):
        with changing(folder) as (records, put):
            records["passed"].setdefault(name, {"notebook": notebook})
            answers = _answers(records, folder)
            before = answers.get(name)
            if before is not None and getattr(function, "__module__", None) == LIBRARY:
                answer = before  # it came from the library
            else:
                try:
                    answer = answers[name] = collect(name, function, history or [])
                    text = compose(answers)
                    _try(text, name)
                except NotKept as reason:
                    text = answer = None
                    said.append(f"Your {name} passed, but is not kept in {FILE}: {reason}.")
                    if before is not None:
                        said.append(f"The {name} kept before stays there.")
            if text is not None:
                records["answers"] = {key: _stored(each) for key, each in answers.items()}
        # The record first: the file can be made from it, and not the other way round.
        if text is not None:
            put += _write(folder / FILE, text)
    if answer is not None:
        said.append(_kept(name, answer, before))
    return [*put, *said]


def _kept(name: str, answer: Answer, before: Answer | None) -> str:
    if answer == before:
        return f"Your {name} is in {FILE} already."
    helpers = [helper for helper in answer.helpers if helper != name]
    along = ""
    if helpers:
        listed = " and ".join([", ".join(helpers[:-1]), helpers[-1]] if helpers[1:] else helpers)
        along = f", with {listed}, which it needs"
    how = "is kept in" if before is None else "replaces the one kept before in"
    return f"Your {name} {how} {FILE}{along}."


def _write(path: Path, text: str) -> list[str]:
    """Write the library, after putting aside a file that is not the course's own."""
    text = sealed(text)
    said = []
    if path.exists():
        try:
            old = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):  # surely not the course's own
            old = ""
        if old == text:
            return []
        if not is_sealed(old):
            aside = put_aside(path, "edited")
            said.append(
                f"{FILE} had been edited: your version is {aside.name} now, and {FILE} was written "
                "anew."
            )
    write_whole(path, text)
    linecache.checkcache(str(path))
    return said


def _try(text: str, name: str) -> None:
    """Import the library's text; raises NotKept where that fails."""
    module = ModuleType(LIBRARY)
    try:
        exec(compile(text, FILE, "exec"), vars(module))
    except Exception as error:
        words = " ".join(str(error).split())
        raise NotKept(
            f"outside of the notebook it raises {type(error).__name__}: {words}"
        ) from error
    if not callable(vars(module).get(name)):
        raise NotKept("outside of the notebook it is no function")


def _answers(records: dict[str, Any], folder: Path) -> dict[str, Answer]:
    """The answers kept so far; from an untouched library file where the record of them is lost."""
    stored = {
        name: Answer(
            [Block(b["name"], b["kind"], b["text"], tuple(b["uses"])) for b in each["blocks"]],
            list(each.get("needs", [])),
        )
        for name, each in records["answers"].items()
    }
    if stored or not (folder / FILE).exists():
        return stored
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
        if not is_sealed(text):
            return {}
        module = load(folder)
    except Exception:
        return {}
    found = {}
    for name in EXERCISES:
        function = vars(module).get(name)
        if getattr(function, "__module__", None) == LIBRARY:
            try:
                found[name] = collect(name, function, [text])
            except NotKept:
                continue
            records["passed"].setdefault(name, {"notebook": None})
    return found


def _stored(answer: Answer) -> dict[str, Any]:
    blocks = [
        {"name": b.name, "kind": b.kind, "text": b.text, "uses": list(b.uses)}
        for b in answer.blocks
    ]
    return {"blocks": blocks, "needs": list(answer.needs)}


# Composing --------------------------------------------------------------------------------------


def compose(answers: Mapping[str, Answer]) -> str:
    """Return the text of a file that defines every answer, each with the helpers it was kept with.

    Two answers may have come with different helpers of one name; the later one's gets another
    name. Raises NotKept where a helper cannot be renamed safely.
    """
    taken = {name: _meaning(answer.blocks[-1], answer) for name, answer in answers.items()}
    taken["np"] = (("import", "numpy"),)
    imports = {"import numpy as np": None}
    parts: list[str] = []
    for name in _ordered(answers):
        answer = answers[name]
        names: dict[str, str] = {}
        # All names first: a helper may use one that stands below it.
        for block in answer.blocks:
            if block.name == name or (block.kind == "course" and block.text in answers):
                continue
            meaning = _meaning(block, answer)
            final = block.name
            number = 1
            while taken.get(final, meaning) != meaning:
                final = f"{block.name}_of_{name}" + (f"_{number}" if number > 1 else "")
                number += 1
            names[block.name] = final
        texts = []
        for block in answer.blocks:
            final = names.get(block.name, block.name)
            if block.kind == "course" and block.text in answers:
                if block.name != block.text:
                    texts.append(f"{block.name} = {block.text}")
                continue
            if block.name != name:
                if final in taken:
                    if final != "np":
                        continue
                taken[final] = _meaning(block, answer)
            text = _text(block, final, names)
            if block.kind == "import":
                imports[text] = None
            else:
                if block.kind == "course":
                    imports["from cnnhelpers import check"] = None
                    taken.setdefault("check", (("import", "cnnhelpers.check"),))
                texts.append(text)
        heading = f"# {name} ".ljust(100, "-")
        parts.append(
            "\n\n\n".join([heading + "\n\n" + texts[0], *texts[1:]] if texts else [heading])
        )
    lines = sorted(imports, key=lambda line: (line != "import numpy as np", line))
    return "\n\n\n".join([_TITLE + "\n" + "\n".join(lines), *parts]) + "\n"


def _ordered(answers: Mapping[str, Answer]) -> list[str]:
    """The answers, each after those that it calls."""
    done: dict[str, None] = {}

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in done or name in above or name not in answers:
            return
        for need in answers[name].needs:
            visit(need, (*above, name))
        done[name] = None

    for name in answers:
        visit(name, ())
    return list(done)


def _meaning(block: Block, answer: Answer) -> tuple:
    """What a helper means: its text and the texts of all that it uses."""
    by_name = {each.name: each for each in answer.blocks}
    found: dict[str, tuple[str, str]] = {}

    def visit(each: Block) -> None:
        if each.name in found:
            return
        found[each.name] = (each.kind, each.text)
        for used in each.uses:
            if used in by_name:
                visit(by_name[used])

    visit(block)
    return (found.pop(block.name), *sorted(found.items())) if found else ()


def _text(block: Block, final: str, names: Mapping[str, str]) -> str:
    """A block as source text, under its final name and with the final names of what it uses."""
    if block.kind == "import":
        module, _, attribute = block.text.partition(":")
        if attribute:
            return f"from {module} import {attribute}" + (
                f" as {final}" if final != attribute else ""
            )
        return f"import {module}" + (f" as {final}" if final != module else "")
    if block.kind == "alias":
        return f"{final} = {names.get(block.text, block.text)}"
    if block.kind == "course":
        return (
            f'{final} = check.EXERCISES["{block.text}"].course  '
            "# the course's: yours had not passed"
        )
    text = f"{block.name} = {block.text}" if block.kind == "value" else block.text
    changes = {
        old: new
        for old, new in names.items()
        if old != new and (old in block.uses or old == block.name)
    }
    return renamed(text, changes) if changes else text


def renamed(text: str, changes: Mapping[str, str]) -> str:
    """Rename what a text defines or takes from outside.

    Raises NotKept where a name is also that of a parameter or of a variable inside.
    """
    tree = ast.parse(text)
    places: list[tuple[int, int, str]] = []
    lines = text.split("\n")

    def refuse(name: str) -> NotKept:
        return NotKept(
            f"its helper `{name}` differs from the `{name}` of an answer kept before; give it "
            "another name"
        )

    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in changes:
            if isinstance(node.ctx, ast.Store) and not _top_target(tree, node):
                raise refuse(node.id)
            places.append((node.lineno, node.col_offset, node.id))
        elif isinstance(node, ast.arg) and node.arg in changes:
            raise refuse(node.arg)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            for name in set(node.names) & changes.keys():
                raise refuse(name)
        elif isinstance(node, ast.alias):
            if (node.asname or node.name) in changes:
                raise refuse(node.asname or node.name)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if node.name in changes:
                if id(node) not in top:
                    raise refuse(node.name)
                line = lines[node.lineno - 1]
                match = re.search(rf"\b(?:def|class)\s+({re.escape(node.name)})\b", line)
                if match is None:
                    raise refuse(node.name)
                places.append((node.lineno, len(line[: match.start(1)].encode()), node.name))
    for number, column, name in sorted(places, reverse=True):
        line = lines[number - 1].encode()
        assert line[column:].startswith(name.encode()), (line, column, name)
        end = column + len(name.encode())
        lines[number - 1] = (line[:column] + changes[name].encode() + line[end:]).decode()
    return "\n".join(lines)


def _top_target(tree: ast.Module, name: ast.Name) -> bool:
    return any(isinstance(node, ast.Assign) and name in node.targets for node in tree.body)


def sealed(text: str) -> str:
    """The text of a file with a last line that tells whether it was edited."""
    return f"{text}\n\n{_SEAL}{_digest(text)}\n"


def is_sealed(text: str) -> bool:
    """Whether a file is as the course wrote it."""
    body, seal, digest = text.replace("\r\n", "\n").rpartition(f"\n\n{_SEAL}")
    return bool(seal) and digest.strip() == _digest(body)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


# Using ------------------------------------------------------------------------------------------


def load(folder: Path) -> ModuleType:
    """Import `my_cnn.py` of a practice folder as it is now; raises what the file raises.

    Raises FileNotFoundError where there is none.
    """
    path = Path(folder) / FILE
    data = path.read_bytes()
    known = sys.modules.get(LIBRARY)
    if known is not None and getattr(known, "_read", None) == (str(path), data):
        return known
    spec = importlib.util.spec_from_file_location(LIBRARY, path)
    module = importlib.util.module_from_spec(spec)
    linecache.checkcache(str(path))
    # Compiled here: Python's own cache of a module looks at seconds and sizes only.
    exec(compile(data, str(path), "exec"), vars(module))
    module._read = (str(path), data)
    sys.modules[LIBRARY] = module
    return module


def find(name: str, folder: Path | None) -> tuple[Any, str]:
    """The function to go on with, the learner's or the course's, and the line that says which.

    Raises KeyError for a name that is no exercise.
    """
    course = EXERCISES[name].course
    if folder is None:
        return course, f"{name}: the course's; in your practice copy yours takes its place."
    try:
        module = load(folder)
    except FileNotFoundError:
        return course, f"{name}: the course's; yours is not written yet."
    except Exception as error:
        where = f" in line {error.lineno}" if isinstance(error, SyntaxError) else ""
        return course, (
            f"{name}: the course's; {FILE} could not be imported "
            f"({type(error).__name__}{where}: {' '.join(str(error).split())})."
        )
    function = vars(module).get(name)
    if not callable(function) or function is course:
        return course, f"{name}: the course's; yours is not written yet."
    return function, f"{name}: yours, from {FILE}."


def current(name: str) -> Any:
    """Print which function stands for `name` in this notebook, and return it."""
    function, line = find(name, practice_folder())
    print(line)
    return function
