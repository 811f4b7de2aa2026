"""One edit away: the single change of the learner's own source that makes everything right.

The idea is that of automatic feedback on programs (Singh, Gulwani, Solar-Lezama: Automated feedback
generation for introductory programming assignments, 2013). The edit is shown in steps and never
applied.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cnnhelpers.check.diagnosis.edits import Edit, edits
from cnnhelpers.check.diagnosis.edits.edit import sign_of
from cnnhelpers.check.diagnosis.kinds import Kinds, alike, is_number, kinds
from cnnhelpers.check.diagnosis.source import Source, made, source_of
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.running import run
from cnnhelpers.check.trying import Clock, try_drawn

MORE = 0.6  # seconds in which an edit that was found is tried on other arguments
ONE = 0.25  # seconds that a changed function may take for one case
# What reaches memory, files or other programs: one edit away it could end the kernel, or worse.
RISKY = frozenset(
    "as_strided ctypes open os pathlib shutil subprocess exec eval save tofile".split()
)

ORDINALS = ("", "first", "second", "third", "fourth")
Spans = dict[int, tuple[int, int, int | None]]
OPERATIONS = (ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.UnaryOp)
# What would take a part of an operation for itself.
BINDS_LEFT = re.compile(r"[-*/%@~]\s*$|\bnot\s+$")
BINDS_RIGHT = re.compile(r"\s*[*/%@]|[.\[(]")


@dataclass(frozen=True)
class Repair:
    """An edit that makes all right, in the learner's words: their line, the slip, the change."""

    number: int
    line: str
    kind: str
    before: str
    after: str
    everywhere: bool = False
    statement: bool = False  #: `after` says what to do with a whole line
    throughout: str = ""  #: what is to be changed wherever it stands in the function
    which: int = 0  #: the first, second … of several such names in the line; 0: there is but one

    @property
    def hints(self) -> tuple[str, ...]:
        """Where, then what, then how; each tells more than the one before."""
        where = f"Look at line {self.number} of your function: `{self.line}`"
        if self.throughout:
            where = f"Look at each `{self.throughout}` in your function."
        if not self.before:
            change = f"Add `{self.after}`."
        elif self.statement:
            change = self.after
        else:
            which = f"the {ORDINALS[self.which]} " if 0 < self.which < len(ORDINALS) else ""
            change = f"Try `{self.after}` in place of {which}`{self.before}`."
            if self.everywhere:
                change = f"{change[:-1]}, wherever it stands in that line."
        return where, f"{self.kind}.", change


def repair(
    exercise: Exercise, function: Callable, trials: Sequence[Trial], clock: Clock
) -> Repair | None:
    """Return the first single edit that makes every trial right, if time allows to find one."""
    source = source_of(function)
    if source is None or _names(source.tree) & RISKY:
        return None
    order = _telling_first(trials)
    powers = _powers(exercise, source, order, clock)
    if powers is not None:
        return powers
    spans = _spans(source)  # before the edits: they move what they touch
    answered = [trial for trial in trials if trial.answer.value is not None]
    small = min(answered or order, key=lambda trial: trial.case.size)
    held = kinds(exercise, function, small)
    numbers = _numbers(exercise, source)
    for edit in edits(source.tree):
        if not clock.left:
            return None
        if not _natural(edit, held, numbers):
            continue
        edit.apply()
        changed = made(source, source.tree)
        edit.undo()
        if changed is not None and _mends(exercise, changed, order, clock):
            if _indifferent(exercise, source, edit, order, clock):
                continue
            if _stays_right(exercise, changed):
                return _told(source, edit, spans)
    return None


def _indifferent(
    exercise: Exercise, source: Source, edit: Edit, trials: Sequence[Trial], clock: Clock
) -> bool:
    """Return whether a 2 in place of a 1 that is added mends it as well: then it is no number that
    is missing. What is written into `x.reshape(-1) + 1` is not written into `x`.
    """
    new = edit.new
    if not isinstance(new, ast.BinOp) or new.left is not edit.node:
        return False
    if not isinstance(new.right, ast.Constant) or isinstance(new.left, ast.Name | ast.Constant):
        return False
    new.right.value = 2
    edit.apply()
    changed = made(source, source.tree)
    edit.undo()
    new.right.value = 1
    return changed is not None and _mends(exercise, changed, trials, clock)


def _powers(
    exercise: Exercise, source: Source, trials: Sequence[Trial], clock: Clock
) -> Repair | None:
    """Return the repair that writes `**` for each `^`, which binds less than a product does."""
    written = next((n for n, line in enumerate(source.lines, 1) if "^" in line), None)
    if written is None:
        return None
    try:
        tree = ast.parse("\n".join(source.lines).replace("^", "**"))
    except SyntaxError:
        return None
    changed = made(source, tree)
    if changed is None or not _mends(exercise, changed, trials, clock):
        return None
    if not _stays_right(exercise, changed):
        return None
    kind = "`^` is not a power in Python; `**` is"
    change = "Write `**` for each `^` in your function."
    several = "^" if sum("^" in line for line in source.lines) > 1 else ""
    line = source.line(written)
    return Repair(written, line, kind, "^", change, statement=True, throughout=several)


def _numbers(exercise: Exercise, source: Source) -> set[str]:
    """Return the learner's names of the parameters that are single numbers in every case."""
    cases = [exercise.complete(case) for case in exercise.cases]
    single = [
        all(isinstance(case.get(name), int | float | None) for case in cases)
        for name in exercise.signature.parameters
    ]
    given = (*source.definition.args.args, *source.definition.args.kwonlyargs)
    return {each.arg for each, number in zip(given, single) if number}


def _natural(edit: Edit, held: Kinds, numbers: set[str]) -> bool:
    """Return whether an edit may be what was meant: a variable of one kind for another, a factor
    that is a number, of a number.
    """
    node, new = edit.node, edit.new
    if not isinstance(node, ast.Name):
        return True
    if isinstance(new, ast.Name):
        return alike(held, node.id, new.id)
    if isinstance(new, ast.BinOp) and isinstance(new.right, ast.Name):  # `* stride` is missing
        name = new.right.id
        return (name in numbers or is_number(held, name)) and is_number(held, node.id)
    return True


def _names(tree: ast.AST) -> set[str]:
    """All names and attributes in a source."""
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return found | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def _telling_first(trials: Sequence[Trial]) -> list[Trial]:
    """Put the smallest wrong trials first: most edits fail there, at once."""
    wrong = sorted((t for t in trials if not t.right), key=lambda trial: trial.case.size)
    right = [trial for trial in trials if trial.right]
    return [*wrong[:2], *right[:2], *wrong[2:], *right[2:]]


def _mends(exercise: Exercise, function: Callable, trials: Sequence[Trial], clock: Clock) -> bool:
    for trial in trials:
        call = exercise.call(trial.case)
        seconds = min(ONE, max(0.01, clock.left))
        result = run(
            function,
            trial.case.arguments,
            *call,
            seconds=seconds,
            read=exercise.read,
            changes=exercise.changes,
            keep=False,
        )
        if trial.case.raises is not None:
            if not isinstance(result.error, trial.case.raises):
                return False
            continue
        if result.error is not None or result.out_of_time or result.changed:
            return False
        if not exercise.answers.agree(trial.expected, result.value, trial.scale):
            return False
        dtype = result.value.dtype
        if exercise.answers.whole and dtype is not None and dtype.kind == "f":
            return False
    return True


def _stays_right(exercise: Exercise, changed: Callable) -> bool:
    """Return whether a changed function is right for numbers, too, that did not choose the edit."""
    return all(trial.right for trial in try_drawn(exercise, changed, Clock(MORE), seed=1))


def _spans(source: Source) -> Spans:
    """Where each expression stands that begins and ends in one line: line, first byte, last."""
    return {
        id(node): (node.lineno, node.col_offset, node.end_col_offset)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.expr) and node.lineno == node.end_lineno
    }


def _told(source: Source, edit: Edit, spans: Spans) -> Repair:
    line = source.line(edit.line)
    left, right = _beside(source, spans.get(id(edit.node)))
    before, after = _as_typed(source, edit, spans) or (edit.before, edit.after)
    if isinstance(edit.new, OPERATIONS) and (BINDS_LEFT.search(left) or BINDS_RIGHT.match(right)):
        after = f"({after})"  # the tree needs none, the text does
    which = 0
    if before and not edit.everywhere and not edit.moved:
        border = r"\b" if before[0].isalnum() and before[-1].isalnum() else ""
        piece = re.compile(border + re.escape(before) + border)
        which = len(piece.findall(left)) + 1 if len(piece.findall(line)) > 1 else 0
    moved = bool(edit.moved)
    return Repair(
        edit.line, line, edit.kind, before, after, edit.everywhere, moved, edit.throughout, which
    )


def _as_typed(source: Source, edit: Edit, spans: Spans) -> tuple[str, str] | None:
    """Return an operation and what it becomes as the learner typed it, if only its sign changes.

    A tree keeps no brackets that it does not need, and no quotes.
    """
    old, new = edit.node, edit.new
    if not isinstance(old, ast.BinOp) or not isinstance(new, ast.BinOp):
        return None
    if new.left is not old.left or new.right is not old.right:
        return None
    whole, left, right = (spans.get(id(node)) for node in (old, old.left, old.right))
    if whole is None or left is None or right is None:
        return None
    raw = source.lines[whole[0] - 1].encode()
    first, sign, second = raw[whole[1] : left[2]], raw[left[2] : right[1]], raw[right[1] : whole[2]]
    other = sign.decode().replace(sign_of(old.op), sign_of(new.op), 1)
    typed = first.decode() + other + second.decode()
    try:
        same = ast.dump(ast.parse(typed, mode="eval").body) == ast.dump(new)
    except SyntaxError:
        return None
    return ((first + sign + second).decode(), typed) if same else None


def _beside(source: Source, span: tuple[int, int, int | None] | None) -> tuple[str, str]:
    """Return what stands in the line before and after a piece of it."""
    if span is None:
        return "", ""
    number, start, end = span
    raw = source.lines[number - 1].encode()  # a tree counts bytes
    return raw[:start].decode(), raw[end:].decode()
