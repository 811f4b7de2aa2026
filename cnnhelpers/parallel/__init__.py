"""Training on several processes, by PyTorch: the script that they run, and who starts them.

Notebook 18. The script is a file of its own, because that is what torchrun starts.
"""

from cnnhelpers.parallel.launch import Run, run

__all__ = ["Run", "run"]
