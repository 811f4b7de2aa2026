"""A step of `nbgrader autograde`: the text of each answer is judged once more, by the grader.

What the locked cell said comes from the kernel that the student's cells ran in, and a hostile cell
can make it say anything. So nothing is taken from there but the text of the answer.
"""

from __future__ import annotations

from typing import Any

from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_locked

from cnnhelpers.course.assignment import graded_exercise
from cnnhelpers.course.marking.cells import seed, text_in
from cnnhelpers.course.marking.judging import mark_apart


class MarkApart(NbGraderPreprocessor):  # type: ignore[misc]
    """Lets a locked cell fail whose answer does not pass outside of the notebook."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Judge the answer that the cell shows; put the reason in its outputs where it fails."""
        exercise = graded_exercise(cell)
        failed = any(output["output_type"] == "error" for output in cell.get("outputs", ()))
        if exercise is None or failed or not (is_grade(cell) and is_locked(cell)):
            return cell, resources
        text = text_in(cell.outputs)
        if text is None or text.exercise != exercise:
            reason = f"This cell showed no {exercise}: something kept it from running as it stands."
        else:
            mark = mark_apart(text, seed())
            if mark.passed:
                return cell, resources
            reason = mark.sentence
        told = {"ename": "NotPassed", "evalue": reason, "traceback": [reason]}
        cell.outputs.append(new_output("error", **told))  # type: ignore[no-untyped-call]
        return cell, resources
