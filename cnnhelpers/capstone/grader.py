"""The grader: it alone reads the test digits, once for each level, and counts its calls.

It is made to catch what happens by mistake, and what is done in a hurry. Who is determined to
deceive it, with digits that were turned, say, can; the protocol is a help to the honest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from cnnhelpers.capstone.chance import chance_of_so_few
from cnnhelpers.capstone.construction import construction_findings
from cnnhelpers.capstone.costs import at_work, cost
from cnnhelpers.capstone.finding import Finding
from cnnhelpers.capstone.levels import TEST_DIGITS, Level, level_called
from cnnhelpers.capstone.report import Report
from cnnhelpers.capstone.runs import SEEDS, Run, misread
from cnnhelpers.capstone.split import held_out_digits
from cnnhelpers.files import write_whole
from cnnhelpers.shapes import shown

VALIDATION_DIGITS = 1000
RARE = 1e-4  # a chance below this is not believed


class Grader:
    """Grades runs, and keeps count of its looks at the test digits.

    Args:
        record: a file that keeps the count when the kernel is started anew; by default the count
            ends with the grader.

    Raises:
        ValueError: the file is none of a grader's.
    """

    def __init__(self, record: str | Path | None = None) -> None:
        self.record = None if record is None else Path(record)
        self.looks: dict[str, int] = {}
        if self.record is not None and self.record.exists():
            self.looks = _read(self.record)

    @property
    def calls(self) -> int:
        """How often the test digits were read, for all levels together."""
        return sum(self.looks.values())

    def grade(self, run: Run, level: str | Level, *, again: bool = False) -> Report:
        """Return the report on a run.

        Cheats and costs come first: the test digits stay unread where either is against the run.
        They are read once for each level; ``again`` reads them once more, for no level. A look
        that is interrupted shows nothing, and is not counted.

        Raises:
            TypeError: it is no run.
            ValueError: there is no such level, or the test digits are not the course's.
        """
        level = level_called(level)
        if not isinstance(run, Run):
            raise TypeError(
                f"grade: run must be a capstone.Run, not {shown(run)}; capstone.run(recipe) trains "
                "one from three seeds."
            )
        findings, found_cost = list(run.findings), None
        findings += _of_networks(run)
        if not findings:
            found_cost = cost(run.models[0])
        over = tuple(level.over(found_cost)) if found_cost else ()
        looks = self.looks.get(level.name, 0)
        errors: tuple[int, ...] = ()
        remarks: list[str] = []
        if not findings and not over and (again or not looks):
            test = held_out_digits()
            errors = tuple(misread(at_work(model), *test) for model in run.models)
            looks = self._count(level.name)
            findings += _too_good(errors, run.validation_errors)
            remarks += _validation_learned(errors, run.validation_errors)
        return Report(
            run.name, level, found_cost, run.validation_errors, errors, tuple(findings), over,
            looks, tuple(remarks),
        )  # fmt: skip

    def _count(self, level: str) -> int:
        """Count a look, also in the file, before what was seen is told."""
        looks = {**self.looks, level: self.looks.get(level, 0) + 1}
        if self.record is not None:
            try:
                write_whole(self.record, json.dumps(looks, indent=1))
            except OSError as error:
                raise ValueError(
                    f"Grader: its count cannot be written to {self.record.name}: {error.strerror}. "
                    "The look is not counted; name another file."
                ) from None
        self.looks = looks
        return looks[level]

    def __repr__(self) -> str:
        said = ", ".join(f"{name} {count}" for name, count in self.looks.items())
        times = "time" if self.calls == 1 else "times"
        return f"The test digits were read {self.calls} {times}{f' ({said})' if said else ''}."


def _read(path: Path) -> dict[str, int]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): int(count) for name, count in found.items()}
    except (ValueError, AttributeError, TypeError):
        raise ValueError(
            f"Grader: {path.name} does not hold a grader's count; name another file."
        ) from None


def _of_networks(run: Run) -> list[Finding]:
    """Return what is wrong with the networks of a run, and with their number."""
    found = [each for model in run.models for each in construction_findings(model)]
    if run.seeds != SEEDS or len(run.models) != len(SEEDS):
        found.append(
            Finding(
                "seed-picked",
                f"The run has the seeds ({', '.join(map(str, run.seeds))}); the grader's are "
                f"{', '.join(map(str, SEEDS))}, all of them.",
            )
        )
    if not found and len({cost(model) for model in run.models}) > 1:
        found.append(
            Finding(
                "networks-differ",
                "The networks of the seeds cost different amounts; one design is graded, not "
                "three.",
            )
        )
    return list(dict.fromkeys(found))


def _mean(errors: Sequence[int]) -> int:
    return round(sum(errors) / len(errors))


def _too_good(errors: Sequence[int], validation: Sequence[int]) -> list[Finding]:
    """Return a finding where the test digits are read far better than the validation digits."""
    test, seen = _mean(errors), _mean(validation)
    if chance_of_so_few(test, TEST_DIGITS, seen, VALIDATION_DIGITS) >= RARE:
        return []
    return [
        Finding(
            "test-digits-learned",
            f"{test} of 2,000 test digits are misread, and {seen} of 1,000 validation digits: "
            "chance does that less than once in 10,000 times. The test digits were learned from, "
            "or chosen by.",
        )
    ]


def _validation_learned(errors: Sequence[int], validation: Sequence[int]) -> list[str]:
    test, seen = _mean(errors), _mean(validation)
    if chance_of_so_few(seen, VALIDATION_DIGITS, test, TEST_DIGITS) >= RARE:
        return []
    return [
        "The validation digits are read far better than the test digits: were they learned from? "
        "Then they are no help for choosing."
    ]
