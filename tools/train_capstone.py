"""Train the designs of notebook 17 and keep what they came to: python tools/train_capstone.py

Takes some ten minutes on two cores. Of each design the cost and the validation errors are kept, of
those that the notebook grades the weights, too, folded and in half precision.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers import capstone
from cnnhelpers.capstone.nets import DESIGNS, FILE, KEPT
from cnnhelpers.files import save_whole


def halved(models: tuple) -> tuple:
    """Return the networks at work, their numbers rounded to half precision."""
    found = tuple(capstone.at_work(model) for model in models)
    for model in found:
        for parameter in model.parameters():
            parameter.data = parameter.data.astype(np.float16).astype(np.float32)
    return found


def kept(name: str) -> dict[str, np.ndarray]:
    """Train a design and return what is kept of it."""
    run = capstone.run(DESIGNS[name])
    if run.findings:
        raise SystemExit(f"{name}: {run.findings[0].sentence}")
    split, arrays = capstone.split_digits(), {}
    models = halved(run.models) if name in KEPT else run.models
    errors = [capstone.misread(model, *split[2:]) for model in models]
    arrays[f"{name}/result"] = np.array([*capstone.cost(models[0]), *errors], dtype=np.int64)
    if name in KEPT:
        for seed, model in zip(run.seeds, models):
            for key, values in model.state_dict().items():
                arrays[f"{name}/{seed}/{key}"] = values.astype(np.float16)
    print(name, *arrays[f"{name}/result"], flush=True)
    return arrays


def main() -> None:
    """Train and store."""
    arrays: dict[str, np.ndarray] = {}
    for name in DESIGNS:
        arrays |= kept(name)
    FILE.parent.mkdir(exist_ok=True)
    save_whole(FILE, lambda file: np.savez_compressed(file, allow_pickle=False, **arrays))


if __name__ == "__main__":
    main()
