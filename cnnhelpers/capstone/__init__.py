"""The capstone of notebook 17: a network under a budget, and the grader that tests it once.

recipe = capstone.Recipe("mine", build, train)
run = capstone.run(recipe)            # three seeds, on 7,000 digits
capstone.Grader().grade(run, "Gold")  # the 2,000 test digits, once
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cnnhelpers.capstone.card import model_card
from cnnhelpers.capstone.costs import Cost, at_work, cost
from cnnhelpers.capstone.grader import Grader
from cnnhelpers.capstone.levels import BRONZE, GOLD, LEVELS, SILVER, Level
from cnnhelpers.capstone.log import Log
from cnnhelpers.capstone.nets import DESIGNS, Result, stored_result, stored_run, train_with
from cnnhelpers.capstone.report import Report
from cnnhelpers.capstone.runs import SEEDS, Recipe, Run, misread, run
from cnnhelpers.capstone.split import Split, split_digits

__all__ = [
    "BRONZE",
    "DESIGNS",
    "GOLD",
    "LEVELS",
    "SEEDS",
    "SILVER",
    "Cost",
    "Grader",
    "Level",
    "Log",
    "Recipe",
    "Report",
    "Result",
    "Run",
    "Split",
    "at_work",
    "cost",
    "misread",
    "model_card",
    "pareto",
    "run",
    "split_digits",
    "stored_result",
    "stored_run",
    "train_with",
]


def __getattr__(name: str) -> Any:
    if name == "pareto":  # Matplotlib is loaded when it is asked for
        return import_module("cnnhelpers.capstone.drawing").pareto
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
