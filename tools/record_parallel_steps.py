"""Record what PyTorch gives in notebook 18, for where it is missing or cannot start processes.

Run `python tools/record_parallel_steps.py`. The networks in PyTorch are read from the notebook.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from cnnhelpers import models, nn
from cnnhelpers.course.notebooks import read
from cnnhelpers.datasets import digits
from cnnhelpers.parallel import carried, launch

NOTEBOOK = Path(__file__).resolve().parents[1] / "notebooks" / "18_beyond_this_machine.ipynb"
IN_TORCH = ("lenet", "lenet_in_torch", "block", "resnet_in_torch")
OPTIONS: dict[str, Any] = {"workers": 2, "steps": 8, "batch_size": 64, "learning_rate": 0.05}


def start() -> dict[str, np.ndarray]:
    """Return the first weights of the notebook's LeNet, in float64."""
    with nn.init.seeded(18):
        return models.lenet().astype(np.float64).state_dict()


def functions() -> dict[str, Callable[..., Any]]:
    """Return the functions that build the notebook's networks in PyTorch."""
    known: dict[str, Any] = {}
    for cell in read(NOTEBOOK)["cells"]:
        if cell["cell_type"] == "code" and not cell["source"].startswith("%"):
            for node in ast.parse(cell["source"]).body:
                if isinstance(node, ast.FunctionDef) and node.name in IN_TORCH:
                    exec(compile(ast.Module([node], []), NOTEBOOK.name, "exec"), known)
    return known


def calls() -> list[tuple[Callable[..., Any], Mapping[str, np.ndarray], np.ndarray]]:
    """Return what the notebook asks PyTorch for: a function, weights, and four digits."""
    found, x = functions(), digits("test", 4)[0]
    with nn.init.seeded(18):
        lenet = models.lenet()
    with nn.init.seeded(18):
        resnet = models.resnet_cifar(3, in_channels=1)
    resnet.train()(digits("train", 32)[0])
    state = resnet.state_dict()
    learned = {name: state[name] for name, _ in resnet.named_parameters()}
    return [
        (found["lenet_in_torch"], lenet.state_dict(), x),
        (found["resnet_in_torch"], learned, x),
        (found["resnet_in_torch"], state, x),
    ]


if __name__ == "__main__":
    carried.record(calls())
    launch.record(start(), **OPTIONS)
