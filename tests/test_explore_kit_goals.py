"""Every goal of the notebooks' explorers can be reached, and none is reached from the start.

An explorer is taken out of its cell, with the arrays that the cell makes for it and without the
learner's functions; so nothing else of the notebook has to run.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from complaining import fail_with

from cnnhelpers import explore
from cnnhelpers.course.notebooks import read

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))

# A stroke down the middle of a pad of 28×28.
STROKE = "".join("0" * 13 + ("ff" if 4 <= row < 24 else "00") + "0" * 13 for row in range(28))

# Goals that no position of the controls reaches: what has to be typed or drawn, and where.
TYPED = {
    "Make it stand at the step down, and the smallest one at the step up.": {
        "kernel": "difference",
        "typed": {"difference[0]": "1", "difference[1]": "−1"},
    },
    "Draw a 1 that is read as one with more than 90 %.": {"pad": STROKE},
}


def explorers_in(source: str) -> Iterator[explore.Explorer]:
    """Explorers with goals, made of what stands in their cell; a learner's functions do not."""
    if "goals=" not in source:
        return
    known = {**vars(builtins), "explore": explore, "np": np}
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign):
            exec(compile(ast.Module([statement], []), "cell", "exec"), known)
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("explore."):
                if any(option.arg == "goals" for option in node.keywords):
                    yield made(node, known)


def made(call: ast.Call, known: dict[str, Any]) -> explore.Explorer:
    """The explorer that a call makes, without the arguments whose names nobody knows here."""
    call.keywords = [
        option
        for option in call.keywords
        if option.arg == "goals"
        or all(node.id in known for node in ast.walk(option.value) if isinstance(node, ast.Name))
    ]
    return eval(compile(ast.Expression(call), "cell", "eval"), known)


EXPLORERS = [
    pytest.param(explorer, id=f"{path.stem[:2]}-{type(explorer).__name__}-{place}")
    for path in NOTEBOOKS
    for place, cell in enumerate(read(path)["cells"])
    if cell["cell_type"] == "code"
    for explorer in explorers_in(cell["source"])
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


@pytest.mark.parametrize("explorer", EXPLORERS)
def test_every_goal_can_be_reached(explorer: explore.Explorer) -> None:
    goals = explorer.goals
    fail_with(
        f"The goal {goals[index].words!r} is reached before anything is moved; let the controls "
        "start elsewhere, or ask for more."
        for index in explorer.reached()
    )
    fail_with(
        f"The goal {words!r} is reached by no position of the controls; mend its condition."
        for words in unreached(explorer)
    )


def test_a_goal_out_of_reach_is_told() -> None:
    (explorer,) = explorers_in(
        "explore.BottleneckExplorer(bottleneck_macs=mine, goals=[\n"
        "    explore.Goal('Make it cheap.', lambda seen: seen.ratio > 5),\n"
        "    explore.Goal('Make it free.', lambda seen: seen.ratio > 99),\n"
        "    explore.Goal('Twice.', lambda seen: seen.middle == 64 and seen.out == 64\n"
        "                 and seen.kernel_size == 3, times=2)])"
    )
    assert unreached(explorer) == ["Make it free.", "Twice."]


def test_the_notebooks_have_goals() -> None:
    assert len(EXPLORERS) >= 8
