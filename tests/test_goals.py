"""Every goal of the notebooks' explorers can be reached, and none is reached from the start.

An explorer is taken out of its cell by its source, without the learner's functions; so nothing of
the notebook has to run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from cnnhelpers import explore
from cnnhelpers.course.notebooks import read

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))

# Goals that no position of the controls reaches: what has to be typed, and where.
TYPED = {
    "Make it stand at the step down, and the smallest one at the step up.": {
        "kernel": "difference",
        "typed": {"difference[0]": "1", "difference[1]": "−1"},
    },
}


def explorers_in(source: str) -> Iterator[ast.Call]:
    """Calls such as ``explore.PoolExplorer(..., goals=[...])``."""
    if source.lstrip().startswith("%"):
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("explore."):
            if any(option.arg == "goals" for option in node.keywords):
                yield node


def with_goals(call: ast.Call) -> explore.Explorer:
    """The explorer with its goals and its literal arguments, without functions."""
    options = {}
    for option in call.keywords:
        names = {node.id for node in ast.walk(option.value) if isinstance(node, ast.Name)}
        if names <= {"seen", "explore", "np", "max", "min", "any", "all", "sum", "len", "abs"}:
            expression = ast.Expression(option.value)
            options[option.arg] = eval(
                compile(ast.fix_missing_locations(expression), "goals", "eval"),
                {"explore": explore, "np": np},
            )
    assert "goals" in options, f"{ast.unparse(call)}: goals use seen, explore and np only"
    return getattr(explore, call.func.attr)(**options)


CALLS = [
    pytest.param(call, id=f"{path.stem[:2]}-{call.func.attr}-{place}")
    for path in NOTEBOOKS
    for place, cell in enumerate(read(path)["cells"])
    if cell["cell_type"] == "code"
    for call in explorers_in(cell["source"])
]


def unreached(explorer: explore.Explorer) -> list[str]:
    """The words of the goals that cannot be reached."""
    found: dict[int, set[str]] = {index: set() for index in range(len(explorer.goals))}
    for state in explorer.states():
        for index in explorer.reached(**state):
            found[index].add(explorer.key(state))
        if all(len(found[index]) >= goal.times for index, goal in enumerate(explorer.goals)):
            return []
    for index, goal in enumerate(explorer.goals):
        if goal.words in TYPED and index in explorer.reached(**TYPED[goal.words]):
            found[index].add("typed")
    return [
        goal.words for index, goal in enumerate(explorer.goals) if len(found[index]) < goal.times
    ]


@pytest.mark.parametrize("call", CALLS)
def test_every_goal_can_be_reached(call: ast.Call) -> None:
    explorer = with_goals(call)
    assert explorer.reached() == [], "a goal is reached before anything is moved"
    assert unreached(explorer) == []


def test_a_goal_out_of_reach_is_told() -> None:
    (call,) = explorers_in(
        "explore.BottleneckExplorer(bottleneck_macs=mine, goals=[\n"
        "    explore.Goal('Make it cheap.', lambda seen: seen.ratio > 5),\n"
        "    explore.Goal('Make it free.', lambda seen: seen.ratio > 99),\n"
        "    explore.Goal('Twice.', lambda seen: seen.middle == 64 and seen.out == 64\n"
        "                 and seen.kernel_size == 3, times=2)])"
    )
    assert unreached(with_goals(call)) == ["Make it free.", "Twice."]
