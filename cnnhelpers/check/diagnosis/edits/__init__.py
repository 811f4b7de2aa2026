"""Single edits of a function's source, such as students forget or confuse, likely ones first."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cnnhelpers.check.diagnosis.edits.calls import calls, options, unwrapped
from cnnhelpers.check.diagnosis.edits.edit import Edit, names_of, places_of
from cnnhelpers.check.diagnosis.edits.names import copied, everywhere, names_confused
from cnnhelpers.check.diagnosis.edits.numbers import (
    constants,
    defaults,
    one_more,
    slices,
    times_parameter,
)
from cnnhelpers.check.diagnosis.edits.operators import (
    augmented,
    comparisons,
    divisions,
    dropped,
    negated,
    operators,
    swaps,
)
from cnnhelpers.check.diagnosis.edits.statements import left_out, moved, returns

__all__ = ["Edit", "edits"]


def edits(tree: ast.Module) -> Iterator[Edit]:
    """Yield the single edits of a function's tree; each tree is a copy of its own.

    What is too much comes before what is missing or confused: a line that is wrong as a whole could
    be made idle in many a way, and should be told as that. A comparison comes before both: where
    `<=` mends it, a 1 less somewhere would do so, too.
    """
    definition = tree.body[0]
    assert isinstance(definition, ast.FunctionDef)
    names, places = names_of(definition), places_of(tree)
    for rule in (  # in order of likelihood
        returns,
        copied,
        comparisons,
        left_out,
        dropped,
        unwrapped,
        operators,
        divisions,
        constants,
        everywhere,
        swaps,
        augmented,
        negated,
        calls,
        options,
        names_confused,
        one_more,
        slices,
        times_parameter,
        moved,
        defaults,
    ):
        yield from rule(places, definition, names)
