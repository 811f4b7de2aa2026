"""Training that would take long, cut short where a test only wants to see the notebook run.

Where the notebook asserts what came of it, it is done whole, but only once in all these tests. With
their whole training, and anew, the notebooks run under nbval.
"""

from __future__ import annotations

import json
from collections.abc import Container
from pathlib import Path
from typing import Any

# Notebook: {what it says: what the tests run in its place}. What it asserts stays.
SHORTER = {
    "01_why_convolution": {"epochs=16": "epochs=2"},
    "13_train_lenet": {
        "def first_steps(lr, count=60):": "def first_steps(lr, count=5):",
        "count = net.share(x, epochs=6, seconds=60)":  # loops of one's own are slow
        "count = min(64, net.share(x, epochs=6, seconds=6))",
        "training.evaluate(lenet, x_test, test_labels)":
        "training.evaluate(lenet, x_test[:100], test_labels[:100])",
    },
    "14_what_filters_learn": {
        "epochs=5, optimiser=adam": "epochs=1, optimiser=adam",
        "zip(test[:50], test_labels[:50])": "zip(test[:5], test_labels[:5])",
        "for _ in range(1500):": "for _ in range(150):",
    },
    "16_resnet": {
        "_, deep = train(56, shortcuts=True)": "deep = residual[20][1]",
    },
    "17_capstone": {
        "count = net.share(split.images, epochs=3 * EPOCHS, seconds=60)":
        "EPOCHS, count = 1, min(400, net.share(split.images, epochs=3, seconds=6))",
    },
}

# What results are kept of for the next test that does the same: functions that train, and one call.
ONCE = {
    "01_why_convolution": "def train(network, images, seed=0):",
    "11_nonlinearity_and_depth": "def losses(depth, gain):",
    "16_resnet": "def train(depth, shortcuts, batch_norm=True, steps=150):",
    "18_beyond_this_machine": "two = parallel.run(",
}
HERE = str(Path(__file__).parent)
DECORATED = f"""\
import sys
sys.path.append({HERE!r})
from once import once

@once
"""
# In one expression, so that the cell gives no more names than before.
KEPT = f'(__import__("sys").path.append({HERE!r}), __import__("once").once)[1]'


def shorten(notebook: dict[str, Any], name: str, whole: Container[str] = ()) -> dict[str, Any]:
    """Return a notebook whose long training is short; any other as it is.

    Args:
        notebook: the complete notebook, or a copy.
        name: its file's name, without its ending.
        whole: the lines of SHORTER and of ONCE that stay as they are.

    Raises:
        LookupError: it does not hold the line that is to be replaced, just once.
    """
    lines = dict(SHORTER.get(name, {}))
    if name in ONCE:
        target, called, function = ONCE[name].removesuffix("(").partition(" = ")
        short = f"{target} = {KEPT}({function})(" if called else DECORATED + ONCE[name]
        lines[ONCE[name]] = short
    text = json.dumps(notebook)
    for line, short in lines.items():
        if line in whole:
            continue
        if text.count(json.dumps(line)[1:-1]) != 1:
            raise LookupError(f"{name} should hold `{line}` once. Mend it in shorter.py.")
        text = text.replace(json.dumps(line)[1:-1], json.dumps(short)[1:-1])
    return json.loads(text)


def shorten_file(path: Path) -> Path:
    """Do this to a notebook in a folder of the tests."""
    if path.stem in SHORTER or path.stem in ONCE:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(shorten(notebook, path.stem)), encoding="utf-8")
    return path
