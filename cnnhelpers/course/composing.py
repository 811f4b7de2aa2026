"""The text of `my_cnn.py`: every answer with the helpers it was kept with, in one importable file.

Each file is tried before it is written. An answer that does not run there (its own `utils.py` was
renamed, say) is left out, as comments, and takes no other with it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

from cnnhelpers.check import EXERCISES
from cnnhelpers.course.blocks import Answer, Block, NotKept
from cnnhelpers.course.sources import LIBRARY
from cnnhelpers.course.texts import renamed

FILE = f"{LIBRARY}.py"

_TITLE = '''\
"""My own library of convolutional networks: my answers that passed their checks.

The course writes this file anew whenever an answer passes. You may read it, import it and copy from
it. If you change it, the course puts your version aside under another name before it writes.
"""
'''
_SEAL = "# The course knows by this line whether the file was edited: "


@dataclass(frozen=True)
class Composed:
    """A library that can be imported: its text, and why which answers are left out of it."""

    text: str
    left_out: Mapping[str, str]


def working(answers: Mapping[str, Answer]) -> Composed:
    """Return the library of all answers that run in a file; each is left out by itself."""
    try:
        text = compose(answers)
        _try(text, answers)
        return Composed(text, {})
    except NotKept:
        pass
    good: dict[str, Answer] = {}
    left: dict[str, str] = {}
    for name in _ordered(answers):
        try:
            together = {**good, name: answers[name]}
            _try(compose(together), together)
            good = together
        except NotKept as reason:
            left[name] = str(reason)
    return Composed(compose(good, {name: (answers[name], left[name]) for name in left}), left)


def compose(
    answers: Mapping[str, Answer], left: Mapping[str, tuple[Answer, str]] | None = None
) -> str:
    """Return the text of a file that defines every answer, each with the helpers it was kept with.

    Two answers may have come with different helpers of one name; the later one's gets another
    name. What is `left` out, and why, stands at the end as comments.

    Raises NotKept where a helper cannot be renamed safely.
    """
    taken = {name: _meaning(answer.blocks[-1], answer) for name, answer in answers.items()}
    taken["np"] = (("import", "numpy"),)
    imports = {"import numpy as np": None}
    parts: list[str] = []
    for name in _missing(answers):
        # An answer calls another that is not kept: the course's stands in for it.
        imports[_CHECK] = None
        taken[name] = (("course", name),)
        parts.append(f"{_heading(name)}\n\n{_course(name, name)}")
    for name in _ordered(answers):
        answer = answers[name]
        names = _final_names(name, answer, answers, taken)
        texts = []
        for block in answer.blocks:
            final = names.get(block.name, block.name)
            if block.kind == "course" and block.text in answers:
                if block.name != block.text:
                    texts.append(f"{block.name} = {block.text}")
                continue
            if block.name != name:
                if final in taken and final != "np":
                    continue
                taken[final] = _meaning(block, answer)
            text = _text(block, final, names)
            if block.kind == "import":
                imports[text] = None
            else:
                if block.kind == "course":
                    imports[_CHECK] = None
                    taken.setdefault("check", (("import", "cnnhelpers.check"),))
                texts.append(text)
        parts.append("\n\n\n".join(["\n\n".join([_heading(name), *texts[:1]]), *texts[1:]]))
    for name, (answer, reason) in (left or {}).items():
        parts.append(_as_comments(name, answer, reason))
    lines = sorted(imports, key=lambda line: (line != "import numpy as np", line))
    return "\n\n\n".join([_TITLE + "\n" + "\n".join(lines), *parts]) + "\n"


_CHECK = "from cnnhelpers import check"


def _try(text: str, names: Mapping[str, Answer]) -> None:
    """Import a library's text; raises NotKept where that fails."""
    module = ModuleType(LIBRARY)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(text, FILE, "exec"), vars(module))
    except (Exception, SystemExit) as error:
        words = " ".join(str(error).split())
        raise NotKept(
            f"outside of the notebook it raises {type(error).__name__}: {words}"
        ) from error
    for name in names:
        if not callable(vars(module).get(name)):
            raise NotKept("outside of the notebook it is no function")


def _final_names(
    name: str, answer: Answer, answers: Mapping[str, Answer], taken: Mapping[str, tuple]
) -> dict[str, str]:
    """Under which name each helper of an answer stands in the file."""
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
    return names


def _missing(answers: Mapping[str, Answer]) -> list[str]:
    """Return the exercises that answers call by their own names, and that are not among them."""
    needed = dict.fromkeys(need for answer in answers.values() for need in answer.needs)
    return [need for need in needed if need not in answers and need in EXERCISES]


def _ordered(answers: Mapping[str, Answer]) -> list[str]:
    """Return the answers, each after those that it calls."""
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
    """Return what a helper means: its text and the texts of all that it uses."""
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
    """Return a block as source text, under its final name and with the final names of what it uses.
    """
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
        return _course(final, block.text)
    text = f"{block.name} = {block.text}" if block.kind == "value" else block.text
    changes = {
        old: new
        for old, new in names.items()
        if old != new and (old in block.uses or old == block.name)
    }
    try:
        return renamed(text, changes) if changes else text
    except SyntaxError as error:
        raise NotKept(f"`{block.name}` cannot be read any more: {error.msg}") from error


def _course(name: str, exercise: str) -> str:
    return f'{name} = check.EXERCISES["{exercise}"].course  # the course\'s: yours had not passed'


def _heading(name: str) -> str:
    return f"# {name} ".ljust(100, "-")


def _as_comments(name: str, answer: Answer, reason: str) -> str:
    texts = [_text(block, block.name, {}) for block in answer.blocks]
    lines = [f"{name} is left out: {reason}.", *"\n\n".join(texts).split("\n")]
    return "\n".join([_heading(name), "", *(f"# {line}".rstrip() for line in lines)])


def sealed(text: str) -> str:
    """Return the text of a file with a last line that tells whether it was edited."""
    return f"{text}\n\n{_SEAL}{_digest(text)}\n"


def seal(text: str) -> str:
    """Return what tells a file as the course wrote it from every other; "" for another file."""
    body, _, digest = text.replace("\r\n", "\n").rpartition(f"\n\n{_SEAL}")
    return digest.strip() if digest.strip() == _digest(body) else ""


def is_sealed(text: str) -> bool:
    """Return whether a file is as the course wrote it."""
    return bool(seal(text))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
