"""A log of experiments: what each was meant to reach, what it reached, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Protocol

from cnnhelpers.nn.tables import html_table
from cnnhelpers.shapes import shown

HEADINGS = "step", "target", "parameters", "MACs", "errors of 1,000", "mean", "analysis"


class Measured(Protocol):
    """What a step came to."""

    @property
    def parameters(self) -> int:
        """Numbers that are kept at work."""

    @property
    def macs(self) -> int:
        """Multiply-adds for a digit."""

    @property
    def validation_errors(self) -> Sequence[int]:
        """Misread validation digits, one number a seed."""


class Log:
    """Target, result, analysis, a row for each step. The test digits have no place in it."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, ...]] = []

    def add(self, target: str, result: Measured, analysis: str) -> Log:
        """Add a step: what it was to reach, what came out, what you conclude. Returns the log.

        Raises:
            TypeError: target or analysis is no text, or ``result`` no result of a design.
            ValueError: there is no target, or no analysis.
        """
        for name, words in (("target", target), ("analysis", analysis)):
            if not isinstance(words, str):
                raise TypeError(f"Log: {name} must be a sentence, not {shown(words)}.")
            if not words.strip():
                raise ValueError(f"Log: write the {name} of this step, in a sentence.")
        if not all(hasattr(result, name) for name in ("parameters", "macs", "validation_errors")):
            raise TypeError(
                "Log: result must have parameters, macs and validation_errors, not be "
                f"{shown(result)}; make a capstone.Result(parameters, macs, errors)."
            )
        errors = [int(each) for each in result.validation_errors]
        self._rows.append(
            (
                str(len(self._rows) + 1),
                target,
                f"{result.parameters:,}",
                f"{result.macs:,}",
                " ".join(map(str, errors)),
                f"{sum(errors) / len(errors):.1f}",
                analysis,
            )
        )
        return self

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return "\n".join(
            f"{step}. Target: {target}\n   Result: {parameters} parameters, {macs} MACs, "
            f"{errors} of 1,000 misread, mean {mean}\n   Analysis: {analysis}"
            for step, target, parameters, macs, errors, mean, analysis in self._rows
        )

    def _repr_html_(self) -> str:
        if not self._rows:
            return f"<p>{escape('The log is empty.')}</p>"
        words_first = [(row[0], row[1], row[6], *row[2:6]) for row in (HEADINGS, *self._rows)]
        return html_table(words_first, left=3)
