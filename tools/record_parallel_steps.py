"""Record what two processes of PyTorch come to, for where they cannot be run.

Run `python tools/record_parallel_steps.py`. The weights and the options are those of notebook 18.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import models, nn
from cnnhelpers.parallel import launch

OPTIONS: dict[str, Any] = {"workers": 2, "steps": 8, "batch_size": 64, "learning_rate": 0.05}


def start() -> dict[str, np.ndarray]:
    """Return the first weights of the notebook's LeNet, in float64."""
    with nn.init.seeded(18):
        return models.lenet().astype(np.float64).state_dict()


if __name__ == "__main__":
    launch.record(start(), **OPTIONS)
