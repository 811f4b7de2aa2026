"""A training of the tests is done once, and anew as soon as anything differs that it depends on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import once
import pytest
from live_runs import run_cell, shell_in

SCALE = "scale = 2"
DATA = "import numpy as np\nx = np.arange(3.0)"
STEP = "def step(net):\n    return scale * net.sum()"
TRAIN = """\
from once import once
@once
def train(net, lr=0.1):
    ran.append(lr)
    return step(x) * lr"""


@pytest.fixture
def trained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """Run a notebook that trains, with some cell changed; return result and whether it was done."""
    monkeypatch.setattr(once, "FOLDER", tmp_path / "trained")
    # IPython puts its own there.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])

    def run(call: str = "train(x)", **changed: str) -> tuple[float, bool]:
        cells = {"scale": SCALE, "data": DATA, "step": STEP, "train": TRAIN} | changed
        with shell_in(tmp_path) as shell:
            shell.user_ns["ran"] = []
            for source in (*cells.values(), f"answer = {call}"):
                run_cell(shell, source)
            return float(shell.user_ns["answer"]), bool(shell.user_ns["ran"])

    yield run


def test_the_same_training_is_done_once(trained: Callable[..., Any]) -> None:
    first, done = trained()
    assert done and np.isclose(first, 0.6)
    assert trained() == (first, False)
    assert trained("train(net=x, lr=0.1)") == (first, False)


@pytest.mark.parametrize(
    "changed",
    [
        {"call": "train(x, lr=0.2)"},
        {"call": "train(x + 1)"},
        {"call": "train(x.astype(np.float32))"},
        {"scale": "scale = 3"},
        {"data": DATA.replace("3.0", "4.0")},
        {"step": STEP.replace("sum", "mean")},
        {"train": TRAIN.replace("* lr", "* lr + 1")},
    ],
    ids=str,
)
def test_another_training_is_done(trained: Callable[..., Any], changed: dict[str, str]) -> None:
    trained()
    assert trained(**changed)[1]


def test_a_changed_package_trains_again(
    trained: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    trained()
    monkeypatch.setattr(once, "package", lambda: "another")
    assert trained()[1]


def test_a_package_is_its_modules_its_data_and_what_it_computes_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once.cnnhelpers, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "__pycache__").mkdir()
    seen = [once.package.__wrapped__()]
    for name in ("digits.npz", "loop.py"):
        (tmp_path / name).write_text("one")
        seen.append(once.package.__wrapped__())
    (tmp_path / "digits.npz").write_text("two")
    seen.append(once.package.__wrapped__())
    (tmp_path / "__pycache__" / "loop.pyc").touch()
    assert once.package.__wrapped__() == seen[-1]
    for versions in ({"numpy": "1", "torch": "1"}, {"numpy": "2", "torch": "1"},
                     {"numpy": "1", "torch": "2"}):  # fmt: skip
        monkeypatch.setattr(once, "version", versions.__getitem__)
        seen.append(once.package.__wrapped__())
    assert len(set(seen)) == len(seen)


def test_a_name_that_is_only_an_attribute_there_plays_no_part(trained: Callable[..., Any]) -> None:
    """As `net.parameters()` and a function `parameters` of the notebook."""
    trained()
    assert not trained(data=f"{DATA}\nsum = 3")[1]
