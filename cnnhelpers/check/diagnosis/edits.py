"""Single edits of a function's source, such as students forget or confuse, likely ones first."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Edit:
    """One edit, which can be applied to the tree it was made from, and taken back.

    Args:
        line: which line of the function it changes, counted from 1 at its `def`.
        kind: what kind of slip it mends, as a sentence without its stop.
        apply, undo: change the tree in place, and back.
        node, new: what is replaced by what; None where a statement is moved.
        moved: where a statement goes, in words.
        everywhere: whether all such places of the line change.
    """

    line: int
    kind: str
    apply: Callable[[], None]
    undo: Callable[[], None]
    node: ast.AST | None = None
    new: ast.AST | None = None
    moved: str = ""
    everywhere: bool = False

    @property
    def before(self) -> str:
        """The piece of code that changes."""
        return "" if self.node is None else ast.unparse(self.node).splitlines()[0]

    @property
    def after(self) -> str:
        """What it becomes."""
        return self.moved if self.new is None else ast.unparse(self.new)


Places = dict[int, tuple[ast.AST, str, int | None]]

_OPERATORS: dict[type, list[tuple[ast.operator, str]]] = {
    ast.Add: [(ast.Sub(), "A plus should be a minus"), (ast.Mult(), "A plus should be a times")],
    ast.Sub: [(ast.Add(), "A minus should be a plus")],
    ast.Mult: [
        (ast.Add(), "A times should be a plus"),
        (ast.Pow(), "A times should be a power"),
        (ast.MatMult(), "`*` multiplies element by element, `@` as matrices"),
        (ast.Div(), "A times should be a division"),
        (ast.FloorDiv(), "A times should be a division"),
    ],
    ast.MatMult: [(ast.Mult(), "`@` multiplies as matrices, `*` element by element")],
    ast.Div: [
        (ast.FloorDiv(), "`/` makes a fraction, `//` a whole number"),
        (ast.Mult(), "A division should be a multiplication"),
    ],
    ast.FloorDiv: [
        (ast.Div(), "`//` drops the fraction, `/` keeps it"),
        (ast.Mod(), "`//` is the quotient, `%` the rest"),
        (ast.Mult(), "A division should be a multiplication"),
    ],
    ast.Mod: [(ast.FloorDiv(), "`%` is the rest, `//` the quotient")],
    ast.Pow: [(ast.Mult(), "A power should be a product")],
    ast.BitXor: [(ast.Pow(), "`^` is not a power in Python; `**` is")],
}
_COMPARISONS: dict[type, list[ast.cmpop]] = {
    ast.Lt: [ast.LtE(), ast.Gt()],
    ast.LtE: [ast.Lt(), ast.GtE()],
    ast.Gt: [ast.GtE(), ast.Lt()],
    ast.GtE: [ast.Gt(), ast.LtE()],
    ast.Eq: [ast.NotEq()],
    ast.NotEq: [ast.Eq()],
    ast.Is: [ast.IsNot()],
    ast.IsNot: [ast.Is()],
}
_CALLS: dict[str, tuple[str, ...]] = {
    "min": ("max",),
    "max": ("min", "mean", "sum"),
    "mean": ("sum", "max"),
    "sum": ("mean",),
    "argmin": ("argmax",),
    "argmax": ("argmin", "max"),
    "floor": ("ceil",),
    "ceil": ("floor",),
    "round": ("floor", "ceil"),
    "zeros_like": ("zeros",),
    "empty": ("zeros",),
    "empty_like": ("zeros_like",),
    "ones": ("zeros",),
    "zeros": ("ones",),
    "concatenate": ("stack",),
    "stack": ("concatenate",),
    "repeat": ("tile",),
    "tile": ("repeat",),
    "convolve": ("correlate",),
    "dot": ("multiply",),
    "range": ("reversed_range",),
}
_WRAPPERS = {"abs", "int", "float", "round", "maximum", "rint", "floor", "ceil", "sqrt", "sorted"}


def edits(tree: ast.Module) -> Iterator[Edit]:
    """Yield the single edits of a function's tree; each tree is a copy of its own."""
    definition = tree.body[0]
    assert isinstance(definition, ast.FunctionDef)
    names, places = _names(definition), _places(tree)
    for rule in (
        _returns,
        _operators,
        _constants,
        _everywhere,
        _swaps,
        _augmented,
        _comparisons,
        _calls,
        _unwrapped,
        _dropped,
        _names_confused,
        _one_more,
        _slices,
        _times_parameter,
        _moved,
        _defaults,
    ):
        yield from rule(places, definition, names)


# The machinery ----------------------------------------------------------------------------------


def _names(definition: ast.FunctionDef) -> list[str]:
    parameters = [a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)]
    stored = [
        node.id
        for node in ast.walk(definition)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return list(dict.fromkeys((*parameters, *stored)))


def _nodes(definition: ast.FunctionDef) -> list[ast.AST]:
    """Return all nodes of the body, in the order of the source; annotations are no code."""
    found: list[ast.AST] = []
    for statement in definition.body:
        found += [node for node in ast.walk(statement) if hasattr(node, "lineno")]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))  # type: ignore[attr-defined]


def _replaced(places: Places, node: ast.AST, new: ast.AST, kind: str) -> Edit:
    """Return the edit that puts a new node in the place of one."""
    parent, field, index = places[id(node)]
    ast.copy_location(new, node)
    ast.fix_missing_locations(new)

    def put(it: ast.AST) -> None:
        if index is None:
            setattr(parent, field, it)
        else:
            getattr(parent, field)[index] = it

    line: int = node.lineno  # type: ignore[attr-defined]
    return Edit(line, kind, lambda: put(new), lambda: put(node), node, new)


def _places(tree: ast.Module) -> Places:
    """Return where each node hangs: its parent, the field, the place in a list."""
    found: Places = {}
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, ast.AST):
                found[id(value)] = parent, field, None
            elif isinstance(value, list):
                for index, each in enumerate(value):
                    found[id(each)] = parent, field, index
    return found


def _loads(definition: ast.FunctionDef) -> list[ast.Name]:
    return [n for n in _nodes(definition) if isinstance(n, ast.Name) and _read(n)]  # type: ignore[misc]


def _read(node: ast.AST) -> bool:
    return isinstance(getattr(node, "ctx", None), ast.Load)


# The rules, in order of likelihood --------------------------------------------------------------


def _returns(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    last = definition.body[-1]
    if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant):
        value = last.value
        if isinstance(value, ast.Call) and getattr(value.func, "id", "") == "print" and value.args:
            yield _replaced(
                places, last, ast.Return(value.args[0]), "It prints the answer and returns nothing"
            )
        yield _replaced(places, last, ast.Return(value), "The answer is computed and not returned")
    returns = [n for n in ast.walk(definition) if isinstance(n, ast.Return)]
    if not returns:
        for name in reversed(names):
            new = ast.Return(ast.Name(name, ast.Load()))
            ast.fix_missing_locations(ast.copy_location(new, last))
            yield Edit(
                getattr(last, "end_lineno", None) or last.lineno,
                "The answer is computed and not returned",
                lambda new=new: definition.body.append(new),
                lambda: _popped(definition.body),
                new=new,
            )


def _popped(body: list[ast.stmt]) -> None:
    body.pop()


def _operators(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in _nodes(definition):
        if isinstance(node, ast.BinOp):
            for operator, kind in _OPERATORS.get(type(node.op), []):
                yield _replaced(places, node, ast.BinOp(node.left, operator, node.right), kind)
            yield from _regrouped(places, node)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            if not isinstance(node.operand, ast.Constant):
                yield _replaced(places, node, node.operand, "A minus is too much")


def _regrouped(places: Places, node: ast.BinOp) -> Iterator[Edit]:
    """``(a + b) * c`` for ``a + b * c``, and the other way round."""
    kind = "Brackets stand in the wrong place"
    if isinstance(node.right, ast.BinOp):  # a + b * c -> (a + b) * c
        inner = node.right
        first = ast.BinOp(node.left, node.op, inner.left)
        yield _replaced(places, node, ast.BinOp(first, inner.op, inner.right), kind)
    if isinstance(node.left, ast.BinOp):  # (a + b) * c -> a + b * c
        inner = node.left
        second = ast.BinOp(inner.right, node.op, node.right)
        yield _replaced(places, node, ast.BinOp(inner.left, inner.op, second), kind)


def _constants(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in _nodes(definition):
        value = getattr(node, "value", None)
        if not isinstance(node, ast.Constant) or isinstance(value, bool | str | None):
            continue
        if isinstance(value, int):
            others = [value + 1, value - 1]
            if value in (0, 1, 2, 3):
                others += [n for n in (0, 1, 2, 3, -1, -2) if n not in (*others, value)]
        elif isinstance(value, float):
            others = [0.0, 1.0, 2.0, 0.5, -value, 2 * value]
        else:
            continue
        for other in dict.fromkeys(others):
            if other != value:
                yield _replaced(places, node, _number(other), "A number is not right")


def _number(value: float) -> ast.expr:
    if value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)


def _everywhere(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """The same change wherever a statement says the same: ``s[0]`` or ``i`` used twice."""
    groups = _groups(definition)
    for statement in ast.walk(definition):
        if not isinstance(statement, ast.Assign | ast.AugAssign | ast.Return | ast.Expr):
            continue
        same: dict[str, list[ast.expr]] = {}
        for node in ast.walk(statement):
            if isinstance(node, ast.Name | ast.Subscript) and _read(node):
                same.setdefault(ast.unparse(node), []).append(node)
        for nodes in same.values():
            if len(nodes) < 2:
                continue
            for kind, make in _other_forms(nodes[0], names, groups):
                yield _all_at_once([_replaced(places, node, make(), kind) for node in nodes])


def _other_forms(
    node: ast.expr, names: list[str], groups: list[set[str]]
) -> Iterator[tuple[str, Callable[[], ast.expr]]]:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        index = node.slice.value
        if isinstance(index, int):
            for other in (1 - index, index + 1):
                yield (
                    "A number is not right",
                    lambda n=node, o=other: ast.Subscript(n.value, ast.Constant(o), ast.Load()),
                )
    elif isinstance(node, ast.Name) and node.id in names:
        for other in names:
            if other != node.id and any({node.id, other} <= group for group in groups):
                yield (
                    f"`{node.id}` should be another variable",
                    lambda o=other: ast.Name(o, ast.Load()),
                )
        for name in names:
            if name != node.id and ("stride" in name or name in ("s", "dilation", "d")):
                yield (
                    f"`* {name}` is missing",
                    lambda n=node.id, o=name: ast.BinOp(
                        ast.Name(n, ast.Load()), ast.Mult(), ast.Name(o, ast.Load())
                    ),
                )


def _all_at_once(singles: list[Edit]) -> Edit:
    """Return one edit that makes several."""

    def apply() -> None:
        for each in singles:
            each.apply()

    def undo() -> None:
        for each in reversed(singles):
            each.undo()

    first = singles[0]
    return Edit(first.line, first.kind, apply, undo, first.node, first.new, everywhere=True)


def _swaps(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in _nodes(definition):
        if isinstance(node, ast.Tuple) and 2 <= len(node.elts) <= 4:
            for i in range(len(node.elts) - 1):
                some = list(node.elts)
                some[i], some[i + 1] = some[i + 1], some[i]
                new = ast.Tuple(some, node.ctx)
                yield _replaced(places, node, new, "Two things stand in the wrong order")
        elif isinstance(node, ast.Call) and 2 <= len(node.args) <= 4:
            for i in range(len(node.args) - 1):
                some = list(node.args)
                some[i], some[i + 1] = some[i + 1], some[i]
                new = ast.Call(node.func, some, node.keywords)
                yield _replaced(places, node, new, "Two arguments stand in the wrong order")
        elif isinstance(node, ast.BinOp) and isinstance(
            node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.MatMult
        ):
            new_op = ast.BinOp(node.right, node.op, node.left)
            yield _replaced(places, node, new_op, "The two sides are exchanged")


def _augmented(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in _nodes(definition):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name | ast.Subscript):
                new = ast.AugAssign(target, ast.Add(), node.value)
                yield _replaced(places, node, new, "`=` forgets what was there, `+=` adds to it")
        elif isinstance(node, ast.AugAssign):
            yield _replaced(
                places,
                node,
                ast.Assign([node.target], node.value),
                "`+=` adds to what was there, `=` replaces it",
            )
            for operator in (ast.Add(), ast.Sub(), ast.Mult(), ast.FloorDiv()):
                if type(operator) is not type(node.op):
                    other = ast.AugAssign(node.target, operator, node.value)
                    yield _replaced(places, node, other, "The operator of the assignment is wrong")


def _comparisons(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in _nodes(definition):
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            for operator in _COMPARISONS.get(type(node.ops[0]), []):
                new = ast.Compare(node.left, [operator], node.comparators)
                yield _replaced(places, node, new, "The comparison is not right")
        elif isinstance(node, ast.BoolOp):
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            new_bool = ast.BoolOp(other, node.values)
            yield _replaced(places, node, new_bool, "`and` and `or` are confused")


def _calls(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in _nodes(definition):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        for other in _CALLS.get(called, ()):
            if other == "reversed_range":
                continue
            kind = f"`{called}` should be another function"
            if isinstance(node.func, ast.Attribute):
                function: ast.expr = ast.Attribute(node.func.value, other, ast.Load())
            else:
                function = ast.Name(other, ast.Load())
            yield _replaced(places, node, ast.Call(function, node.args, node.keywords), kind)
        for index, keyword in enumerate(node.keywords):
            rest = node.keywords[:index] + node.keywords[index + 1 :]
            kind = f"The option `{keyword.arg}` is too much"
            yield _replaced(places, node, ast.Call(node.func, node.args, rest), kind)


def _unwrapped(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in _nodes(definition):
        if isinstance(node, ast.Call) and node.args:
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in _WRAPPERS | {"max", "min", "flip", "fliplr", "flipud", "rot90", "clip"}:
                for argument in node.args[:2]:
                    yield _replaced(places, node, argument, f"`{called}` is too much")
        elif isinstance(node, ast.Attribute) and node.attr == "T" and _read(node):
            yield _replaced(places, node, node.value, "`.T` is too much")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("astype", "round", "clip", "transpose", "squeeze"):
                kind = f"`.{node.func.attr}` is too much"
                yield _replaced(places, node, node.func.value, kind)


def _dropped(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in _nodes(definition):
        if isinstance(node, ast.BinOp):
            kind = f"`{ast.unparse(node.right)}` does not belong there"
            yield _replaced(places, node, node.left, kind)
            kind = f"`{ast.unparse(node.left)}` does not belong there"
            yield _replaced(places, node, node.right, kind)
        elif isinstance(node, ast.IfExp):
            yield _replaced(places, node, node.body, "The condition is too much")
            yield _replaced(places, node, node.orelse, "The condition is too much")


def _names_confused(
    places: Places, definition: ast.FunctionDef, names: list[str]
) -> Iterator[Edit]:
    """Another variable; those first that come into being together, as height and width do."""
    groups = _groups(definition)
    called = {id(n.func) for n in ast.walk(definition) if isinstance(n, ast.Call)}
    loads = [n for n in _loads(definition) if id(n) not in called and n.id in names]
    for together in (True, False):
        if not together and len(loads) * len(names) > 700:
            return
        for node in loads:
            for other in names:
                near = any({node.id, other} <= group for group in groups)
                if other != node.id and near == together:
                    new = ast.Name(other, ast.Load())
                    yield _replaced(places, node, new, f"`{node.id}` should be another variable")


def _groups(definition: ast.FunctionDef) -> list[set[str]]:
    """Return names that are set in one statement, the loop variables, the parameters."""
    groups = [{a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)}]
    loops: set[str] = set()
    for node in ast.walk(definition):
        if isinstance(node, ast.Assign | ast.For | ast.comprehension):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            stored = {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
            groups.append(stored)
            if not isinstance(node, ast.Assign):
                loops |= stored
    return [*groups, loops]


def _one_more(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """An end of a range or a slice, an index or a value that is off by one."""
    ends: list[ast.expr] = []
    for node in _nodes(definition):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "range":
            ends += node.args[:2]
            if len(node.args) == 1:
                for start in (1,):
                    new = ast.Call(node.func, [ast.Constant(start), *node.args], [])
                    yield _replaced(places, node, new, "The loop begins at the wrong number")
            elif len(node.args) == 2:
                new = ast.Call(node.func, node.args[1:], [])
                yield _replaced(places, node, new, "The loop begins at the wrong number")
        elif isinstance(node, ast.Slice):
            ends += [end for end in (node.lower, node.upper) if end is not None]
        elif isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
            inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            ends += [each for each in inside if not isinstance(each, ast.Slice)]
        elif isinstance(node, ast.BinOp):
            ends += [n for n in (node.left, node.right) if isinstance(n, ast.Name)]
        elif isinstance(node, ast.Return | ast.Assign) and node.value is not None:
            value = node.value
            ends += value.elts if isinstance(value, ast.Tuple) else [value]
    for place in ends:
        if isinstance(place, ast.Constant | ast.List | ast.ListComp):
            continue
        for operator, words in ((ast.Add(), "small"), (ast.Sub(), "large")):
            kind = f"`{ast.unparse(place)}` is too {words} by one"
            yield _replaced(places, place, ast.BinOp(place, operator, ast.Constant(1)), kind)


def _slices(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    parameters = [a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)]
    for node in _nodes(definition):
        if isinstance(node, ast.Subscript) and _read(node):
            inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            if any(isinstance(each, ast.Slice) and each.step is not None for each in inside):
                yield _replaced(places, node, node.value, "The step of the slice is too much")
        elif isinstance(node, ast.Slice):
            if node.step is not None:
                new = ast.Slice(node.lower, node.upper, None)
                yield _replaced(places, node, new, "The step of the slice is too much")
            else:
                for name in parameters:
                    if name in ("stride", "dilation"):
                        new = ast.Slice(node.lower, node.upper, ast.Name(name, ast.Load()))
                        yield _replaced(places, node, new, f"`{name}` is missing in a slice")


def _times_parameter(
    places: Places, definition: ast.FunctionDef, names: list[str]
) -> Iterator[Edit]:
    """A forgotten ``* stride``, ``* dilation``, ``+ padding``."""
    parameters = [a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)]
    factors = [name for name in names if name in parameters or name.startswith(("stride", "s"))]
    for node in _loads(definition):
        if node.id not in names:
            continue
        for name in factors:
            other = ast.Name(name, ast.Load())
            yield _replaced(
                places, node, ast.BinOp(node, ast.Mult(), other), f"`* {name}` is missing"
            )
    for node in _loads(definition):
        for name in parameters:
            if name == "padding" and node.id != name:
                other = ast.BinOp(ast.Constant(2), ast.Mult(), ast.Name(name, ast.Load()))
                yield _replaced(
                    places, node, ast.BinOp(node, ast.Add(), other), f"`+ 2 * {name}` is missing"
                )
                for operator, sign in ((ast.Add(), "+"), (ast.Sub(), "-")):
                    yield _replaced(
                        places,
                        node,
                        ast.BinOp(node, operator, ast.Name(name, ast.Load())),
                        f"`{sign} {name}` is missing",
                    )


def _moved(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """A statement that stands one loop too deep, or not deep enough."""
    for outer in list(ast.walk(definition)):
        body = getattr(outer, "body", None)
        if not isinstance(body, list):
            continue
        for index, statement in enumerate(list(body)):
            if not isinstance(statement, ast.For | ast.While | ast.If | ast.With):
                continue
            inside = statement.body
            if len(inside) > 1:
                yield _carried(
                    (inside, len(inside) - 1),
                    (body, index + 1),
                    "The line is indented too far",
                    "the same line, one level further left",
                )
                if isinstance(inside[0], ast.Assign):
                    yield _carried(
                        (inside, 0),
                        (body, index),
                        "The value is set anew in every round of the loop",
                        "the same line, before the loop",
                    )
            if index and isinstance(body[index - 1], ast.Assign | ast.AnnAssign):
                yield _carried(
                    (body, index - 1),
                    (inside, 0),
                    "The value must be set anew in every round of the loop",
                    "the same line, inside of the loop below it",
                )


def _carried(
    here: tuple[list[ast.stmt], int], there: tuple[list[ast.stmt], int], kind: str, words: str
) -> Edit:
    """Return the edit that takes a statement out of one block and puts it into another."""
    (source, index), (target, place) = here, there
    statement = source[index]

    def apply() -> None:
        source.pop(index)
        target.insert(place, statement)

    def undo() -> None:
        target.remove(statement)
        source.insert(index, statement)

    return Edit(statement.lineno, kind, apply, undo, node=statement, moved=words)


def _defaults(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """A default value of another number."""
    for default in (*definition.args.defaults, *definition.args.kw_defaults):
        if isinstance(default, ast.Constant) and isinstance(default.value, int):
            for other in (0, 1, None, True, False):
                if other is not default.value:
                    yield _replaced(places, default, ast.Constant(other), "A default is not right")
