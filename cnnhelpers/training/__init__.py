"""The training loop, its history, and checkpoints. Notebook 13 writes the loop out.

Everything random in an epoch (the order of the images, dropout) follows from the seed and the
epoch's number: the same call trains the same network, and a resumed run goes on as if it had never
stopped.
"""

from cnnhelpers.training.bars import with_bar
from cnnhelpers.training.checkpoint import load_checkpoint, save_checkpoint
from cnnhelpers.training.history import History
from cnnhelpers.training.loop import evaluate, fit, predict
from cnnhelpers.training.shifting import shifted
from cnnhelpers.training.step import train_step

__all__ = [
    "History",
    "evaluate",
    "fit",
    "load_checkpoint",
    "predict",
    "save_checkpoint",
    "shifted",
    "train_step",
    "with_bar",
]
