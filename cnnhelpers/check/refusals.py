"""Errors by which PyTorch refuses a dtype: no fault of an answer that is written with it.

Its functions take no integers where floats are usual, and no arrays of two dtypes. Where arguments
come so, the error is right; an error of the learner's own is not, whatever it says.
"""

from __future__ import annotations

import re
import sys

import numpy as np

from cnnhelpers.check.case import Case
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.running import Run

_SENTENCES = re.compile(
    "|".join(
        (
            r'^"\w+" not implemented for \'\w+\'$',
            r"^expected scalar type \w+ but found \w+$",
            r"^Input type \(.+\) and (weight|bias) type \(.+\) should be the same$",
            r"^expected m1 and m2 to have the same dtype, but got: ",
            r"^mat1 and mat2 must have the same dtype, but got ",
            r"^dot : expected both vectors to have same dtype, but found ",
            r"^both inputs should have same dtype$",
            r"^Input dtypes must be the same, got: ",
            r"could not infer output dtype\. Input dtype must be either a floating point or ",
            r": Expected a floating point or complex tensor as input\. Got \w+$",
            r"^std and var only support floating point and complex dtypes$",
            r"^[Oo]nly Tensors of floating point (and complex )?dtype can require gradients$",
            r"^cdist only supports floating-point dtypes, ",
        )
    )
)


def is_refusal(exercise: Exercise, case: Case, run: Run) -> bool:
    """Return whether a call ended because PyTorch refuses the dtypes of its arguments."""
    if not isinstance(run.error, RuntimeError) or "torch" not in sys.modules:
        return False
    if run.line is not None and run.line.text.startswith("raise"):
        return False  # the learner's own
    return _may_be_refused(exercise, case) and bool(_SENTENCES.search(_first_line(run.error)))


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), "").strip()


def _may_be_refused(exercise: Exercise, case: Case) -> bool:
    """Return whether arrays that are usually of one dtype of floats are of another one here.

    Labels are integers always: that they are is no reason to refuse them.
    """
    usual = {
        name
        for each in exercise.cases
        for name, value in each.arguments.items()
        if isinstance(value, np.ndarray) and value.dtype.kind == "f"
    }
    dtypes = {
        value.dtype
        for name, value in case.arguments.items()
        if isinstance(value, np.ndarray) and name in usual
    }
    return len(dtypes) > 1 or any(dtype.kind in "iu" for dtype in dtypes)
