"""Training on several processes, by PyTorch: the script that they run, and who starts them.

Notebook 18. ``train.py`` is a file of its own, because that is what torchrun starts: it can be
read, copied and run as it is, on a GPU too.
"""

from cnnhelpers.parallel.carried import Outputs, in_torch
from cnnhelpers.parallel.launch import Run, run, source

__all__ = ["Outputs", "Run", "in_torch", "run", "source"]
