"""Code with the lines left out that are typed before a class: numbered comments stand for them.

The comments are made from the code: they say what comes next, and not how it is written. A comment
that stands above a line of the complete notebook is used as it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from cnnhelpers.course.notebooks import parse

BLANK = "raise NotImplementedError  # type here"
_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
_CHANGES = {ast.Add: "add to", ast.Sub: "subtract from", ast.Mult: "multiply", ast.Div: "divide"}
_ZEROS = ("np.zeros", "np.zeros_like", "np.empty", "np.empty_like")
_WIDEST = 48  # letters of code in a comment


def typed_lines(source: str, chosen: Sequence[str] = ()) -> list[int]:
    """Return the lines of a cell that are typed, counted from 0.

    They are the bodies of its functions without docstrings and comments; of a cell without
    functions, all of its code. With `chosen`, only those statements are typed that begin so.

    Raises ValueError where none begins so.
    """
    found: set[int] = set()
    for beginning in chosen:
        lines = {
            line
            for statement in _statements(parse(source))
            if _lines_of(source, statement)[0].strip().startswith(beginning)
            for line in _span(statement)
        }
        if not lines:
            raise ValueError(f"no statement of the cell begins with {beginning!r}")
        found |= lines
    if not chosen:
        tree = parse(source)
        functions = [node for node in ast.walk(tree) if isinstance(node, _FUNCTION)]
        parts = [part for node in functions for part in _body(node)] or tree.body
        found = {line for part in parts for line in _span(part)}
    text = source.split("\n")
    return sorted(line for line in found if _is_code(text[line]))


def skeleton(source: str, chosen: Sequence[str] = ()) -> str:
    """Return the code of a cell with numbered comments in place of what is typed.

    A function that is not typed yet raises NotImplementedError.
    """
    lines = source.split("\n")
    typed = set(typed_lines(source, chosen))
    out: list[str] = []
    number, blank = 0, False
    starts = {_span(statement)[0]: statement for statement in _statements(parse(source))}
    for index, line in enumerate(lines):
        if index not in typed:
            if not (line.strip().startswith("#") and _is_before_typed(lines, index, typed)):
                out.append(line)
                blank = False
            continue
        if index in starts and not _says_nothing(starts[index], len(typed)):
            number += 1
            step = _own_words(lines, index) or _step(starts[index])
            outer, inner = _outer(lines, index, typed), _inner(lines, index, typed)
            out.append(f"{outer}# {number}. {inner}{step}")
        if not blank and _ends(lines, index, typed):
            out.append(_outer(lines, index, typed) + BLANK)
            blank = True
    return "\n".join(out)


def parted(source: str, typed: Sequence[int]) -> tuple[str, str]:
    """Return the code of a cell up to the end of the statement that is typed last, and the rest."""
    lines = source.split("\n")
    if not typed:
        return source, ""
    begun = [statement for statement in parse(source).body if _span(statement)[0] <= typed[-1]]
    end = max(_span(statement)[-1] for statement in begun) + 1
    return "\n".join(lines[:end]), "\n".join(lines[end:]).strip("\n")


def kept_before(head: str, typed: Sequence[int]) -> str:
    """Return the lines of a cell that stay, where the typed ones end it."""
    lines = head.split("\n")
    return "\n".join(line for index, line in enumerate(lines) if index not in typed).strip("\n")


def _says_nothing(statement: ast.stmt, lines: int) -> bool:
    """Return whether a step would only say what the docstring says: a function that returns."""
    return isinstance(statement, ast.Return) and len(_span(statement)) == lines


# Which lines ------------------------------------------------------------------------------------


def _body(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


def _statements(tree: ast.AST) -> Iterator[ast.stmt]:
    """Yield every statement, those inside of others too; no docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node


def _span(statement: ast.stmt) -> range:
    return range(statement.lineno - 1, statement.end_lineno or statement.lineno)


def _lines_of(source: str, statement: ast.stmt) -> list[str]:
    lines = source.split("\n")
    return [lines[line] for line in _span(statement)]


def _is_code(line: str) -> bool:
    return bool(line.strip()) and not line.strip().startswith("#")


def _is_before_typed(lines: Sequence[str], index: int, typed: set[int]) -> bool:
    """Return whether the code after a comment is typed: then the comment becomes its step."""
    after = next((line for line in range(index, len(lines)) if _is_code(lines[line])), None)
    return after in typed


def _own_words(lines: Sequence[str], index: int) -> str:
    """Return what the comments right above a line say."""
    first = index
    while first > 0 and lines[first - 1].strip().startswith("#"):
        first -= 1
    return " ".join(line.strip().lstrip("# ") for line in lines[first:index])


def _group(lines: Sequence[str], index: int, typed: set[int]) -> list[int]:
    """Return the typed lines around one, without a line between them that stays."""
    first = last = index
    while first > 0 and (first - 1 in typed or not _is_code(lines[first - 1])):
        first -= 1
    while last + 1 < len(lines) and (last + 1 in typed or not _is_code(lines[last + 1])):
        last += 1
    return [line for line in range(first, last + 1) if line in typed]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _outer(lines: Sequence[str], index: int, typed: set[int]) -> str:
    return min((_indent(lines[line]) for line in _group(lines, index, typed)), key=len)


def _inner(lines: Sequence[str], index: int, typed: set[int]) -> str:
    return _indent(lines[index])[len(_outer(lines, index, typed)) :]


def _ends(lines: Sequence[str], index: int, typed: set[int]) -> bool:
    return index == _group(lines, index, typed)[-1]


# In words ---------------------------------------------------------------------------------------


def _step(statement: ast.stmt) -> str:
    """Return in a few words what a statement is for."""
    match statement:
        case ast.Assign(targets=[*targets], value=value):
            return _made(", ".join(_name(target) for target in targets), value)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            return _made(_name(target), value)
        case ast.AugAssign(target=target, op=operation):
            return f"{_CHANGES.get(type(operation), 'change')} {_name(target)}"
        case ast.For(target=target):
            return f"for each {_short(target)}:"
        case ast.While(test=test):
            return f"as long as {_short(test)}:"
        case ast.If(test=test):
            return f"if {_short(test)}:"
        case ast.With(items=items):
            return f"with {', '.join(_short(item.context_expr) for item in items)}:"
        case ast.Return(value=value):
            return f"return {_result(value)}"
        case ast.FunctionDef(name=name):
            return f"a function {name}"
        case ast.ClassDef(name=name):
            return f"a class {name}"
        case ast.Raise(exc=ast.Call(func=function)):
            return f"otherwise {_short(function)}"
        case ast.Expr(value=ast.Call(func=function)):
            return _called(_short(function))
    return _short(statement)


def _made(names: str, value: ast.expr) -> str:
    """Return how names get their values, where that gives nothing away."""
    values = value.elts if isinstance(value, ast.Tuple) else [value]
    calls = [_short(each.func) for each in values if isinstance(each, ast.Call)]
    if len(calls) == len(values):
        if all(call in _ZEROS for call in calls):
            return f"begin {names} with zeros"
        if len(set(calls)) == 1 and calls[0].startswith(("np.", "functional.", "reference.")):
            return f"make {names} with {calls[0]}"
    if isinstance(value, ast.IfExp):
        return f"decide {names}: depends on {', '.join(_names(value.test))}"
    return f"work out {names}"


def _names(node: ast.AST) -> list[str]:
    return list(dict.fromkeys(each.id for each in ast.walk(node) if isinstance(each, ast.Name)))


def _name(target: ast.expr) -> str:
    """Return the names of a target; of an array's place, the array alone."""
    if isinstance(target, ast.Tuple | ast.List):
        return ", ".join(_name(each) for each in target.elts)
    while isinstance(target, ast.Subscript):
        target = target.value
    return _short(target)


def _result(value: ast.expr | None) -> str:
    if value is None:
        return "nothing"
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    if all(isinstance(part, ast.Name | ast.Attribute | ast.Constant) for part in parts):
        return ", ".join(_short(part) for part in parts)
    if len(parts) > 1:
        named = [_short(part) for part in parts if isinstance(part, ast.Name)]
        unnamed = len(parts) - len(named)
        if not named:
            return f"{unnamed} values"
        return f"{', '.join(named)} and {'one more' if unnamed == 1 else f'{unnamed} more'}"
    if isinstance(value, ast.Call) and _short(value.func).startswith(("np.", "functional.")):
        return f"the result, with {_short(value.func)}"
    return "the result"


def _called(name: str) -> str:
    return "print" if name == "print" else f"call {name}"


def _short(node: ast.AST) -> str:
    text = ast.unparse(node).strip("()") if isinstance(node, ast.Tuple) else ast.unparse(node)
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 2] + " …"
