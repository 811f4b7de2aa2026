"""What the grader says: costs beside their limits, errors of each seed, and a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from cnnhelpers.capstone.chance import noise
from cnnhelpers.capstone.costs import Cost
from cnnhelpers.capstone.finding import Finding
from cnnhelpers.capstone.levels import TEST_DIGITS, Level
from cnnhelpers.nn.tables import html_table, text_lines


@dataclass(frozen=True)
class Report:
    """The result of one call of the grader.

    ``errors`` are those of the test digits, one a seed; empty where the grader did not look.
    ``looks`` says how often this grader has looked at the test digits for this level. ``remarks``
    are sentences that cost no level.
    """

    name: str
    level: Level
    cost: Cost | None
    validation_errors: tuple[int, ...]
    errors: tuple[int, ...]
    findings: tuple[Finding, ...]
    over: tuple[str, ...]
    looks: int
    remarks: tuple[str, ...] = ()

    @property
    def mean(self) -> float | None:
        """The mean of the errors on the test digits, if the grader looked."""
        return sum(self.errors) / len(self.errors) if self.errors else None

    @property
    def passed(self) -> bool:
        """Whether the level is reached."""
        few = self.mean is not None and self.mean <= self.level.errors
        return few and not self.findings and not self.over and self.looks == 1

    @property
    def verdict(self) -> str:
        """The result in a sentence or two."""
        name = self.level.name
        if self.findings:
            return f"{name}: no level. {self.findings[0].sentence}"
        if self.over:
            return f"{name}: over the budget, so the test digits stay unread. {' '.join(self.over)}"
        if self.mean is None:
            return (
                f"{name}: not graded. The test digits were read for this level already; whoever "
                "looks twice chooses by them."
            )
        found = f"{self.mean:.1f} of {TEST_DIGITS:,} misread on average"
        if self.looks > 1:
            return f"{name}: no level. {found}, but this was look {self.looks}: it may be chosen."
        if not self.passed:
            return f"{name}: not reached. {found}; at most {self.level.errors} are allowed."
        return f"{name}: reached. {found}; at most {self.level.errors} are allowed."

    @property
    def slugs(self) -> tuple[str, ...]:
        """The names of what was found."""
        return tuple(finding.slug for finding in self.findings)

    def rows(self) -> list[tuple[str, str, str]]:
        """Return the table: what, this network, the limit."""
        limits = self.level
        macs = "any" if limits.macs is None else f"{limits.macs:,}"
        rows = [("", self.name, f"{limits.name} allows")]
        if self.cost is not None:
            rows.append(
                ("parameters, folded", f"{self.cost.parameters:,}", f"{limits.parameters:,}")
            )
            rows.append(("MACs for a digit", f"{self.cost.macs:,}", macs))
        rows.append(("validation errors of 1,000", _listed(self.validation_errors), ""))
        if self.mean is not None:
            rows.append((f"test errors of {TEST_DIGITS:,}", _listed(self.errors), ""))
            rows.append(("their mean", f"{self.mean:.1f}", f"{limits.errors}"))
            rows.append(("chance alone", f"± {noise(self.mean, TEST_DIGITS):.0f}", ""))
        rows.append(("looks at the test digits", f"{self.looks}", "1"))
        return rows

    def notes(self) -> list[str]:
        """Return the sentences under the table, the verdict first."""
        others = [finding.sentence for finding in self.findings[1:]]
        return [self.verdict, *others, *self.remarks]

    def __repr__(self) -> str:
        return "\n".join([*text_lines(self.rows()), "", *self.notes()])

    def _repr_html_(self) -> str:
        return html_table(self.rows()) + "".join(f"<p>{escape(note)}</p>" for note in self.notes())


def _listed(errors: Sequence[int]) -> str:
    return ", ".join(map(str, errors))
