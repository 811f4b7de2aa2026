"""How well the checks diagnose: answers written without sight of their lists, one by one.

    python benchmarks/diagnosis.py                 the held-out answers, a table by exercise
    python benchmarks/diagnosis.py tuning          those that may be looked at while tuning
    python benchmarks/diagnosis.py tuning --show correlate2d --only shown
    python benchmarks/diagnosis.py --mutants 40    one-token mutants of the right answers

Each wrong answer is counted once: *named* (a known mistake), *located* (a condition, a place, a
relation, a tap, a formula, an edit, the line that raised an error), *shown* (only the smallest
case), or *accepted*, which must not be. A right answer that does not pass is *refused*. Whether a
name is true takes a reader: ``--show all --only named`` prints each beside the words of whoever
wrote the answer.
"""

from __future__ import annotations

import argparse
import ast
import linecache
import math
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cnnhelpers import check
from cnnhelpers.check.diagnosis.edits import edits
from cnnhelpers.check.judge import judge
from cnnhelpers.check.trying import Clock, try_drawn

ANSWERS = Path(__file__).parent / "answers"
KINDS = ("named", "located", "shown", "accepted", "refused", "passed")


@dataclass(frozen=True)
class Answer:
    """One answer to an exercise: its source, whether it is right, and what its writer says."""

    exercise: str
    right: bool
    words: str
    source: str
    number: int

    def function(self) -> Callable:
        """Return the function, with a source that can be looked up as that of a cell."""
        file = f"<{self.exercise} {self.number}>"
        lines = self.source.splitlines(keepends=True)
        linecache.cache[file] = (len(self.source), None, lines, file)
        names = {"np": np, "math": math, "__name__": "answer"}
        exec(compile(self.source, file, "exec"), names)  # noqa: S102
        return names[self.exercise]  # type: ignore[return-value]


def answers(bank: Path) -> Iterator[Answer]:
    """Yield the answers of a folder, in the order of its files."""
    for path in sorted(bank.glob("*.py")):
        cells = re.split(r"^# %% (wrong|right):?(.*)\n", path.read_text(), flags=re.MULTILINE)
        for number, (kind, words, source) in enumerate(zip(*[iter(cells[1:])] * 3)):
            yield Answer(path.stem, kind == "right", words.strip(), source, number)


@dataclass(frozen=True)
class Outcome:
    """What the judge said, and in which time."""

    answer: Answer
    kind: str
    seconds: float
    text: str
    details: str


def outcome(answer: Answer) -> Outcome:
    """Return what the judge says of an answer."""
    exercise = check.EXERCISES[answer.exercise]
    function = answer.function()
    start = time.perf_counter()
    finding = judge(exercise, function)
    seconds = time.perf_counter() - start
    passed = finding.verdict == "passed"
    if answer.right:
        kind = "passed" if passed else "refused"
    elif passed:
        kind = "accepted"
    elif finding.mistakes:
        kind = "named"
    elif finding.located:
        kind = "located"
    else:
        kind = "shown"
    details = ", ".join((*finding.mistakes, *finding.located))
    said = (finding.explanation, *finding.hints, *finding.notes)
    return Outcome(answer, kind, seconds, " ".join(said), details)


def table(outcomes: list[Outcome]) -> str:
    """Return the table by exercise, its last row all of them."""
    rows = ["| exercise | wrong | named | located | shown | accepted | right | refused |"]
    rows.append("|---|---|---|---|---|---|---|---|")
    names = list(dict.fromkeys(o.answer.exercise for o in outcomes))
    for name in (*names, "**all**"):
        some = [o for o in outcomes if name in (o.answer.exercise, "**all**")]
        count = {kind: sum(o.kind == kind for o in some) for kind in KINDS}
        wrong = sum(not o.answer.right for o in some)
        right = len(some) - wrong
        cells = [count[kind] for kind in ("named", "located", "shown", "accepted")]
        rows.append(
            f"| {name} | {wrong} | " + " | ".join(map(str, cells)) + f" | {right} | "
            f"{count['refused']} |"
        )
    return "\n".join(rows)


def summary(outcomes: list[Outcome]) -> str:
    """Return the shares and the time of verdicts."""
    wrong = [o for o in outcomes if not o.answer.right]
    share = sum(o.kind in ("named", "located") for o in wrong) / max(1, len(wrong))
    times = sorted(o.seconds for o in outcomes)
    return (
        f"{share:.1%} of {len(wrong)} wrong answers named or located; verdict in "
        f"{statistics.median(times):.2f} s (median), {times[int(0.95 * len(times))]:.2f} s "
        f"(95th percentile), {times[-1]:.2f} s (longest)."
    )


def mutants(bank: Path, count: int) -> tuple[int, list[str]]:
    """Return how many mutants of right answers differ on drawn arguments, and which of them pass.

    A mutant is one edit of a right answer, such as the repair tries, the other way round.
    """
    tried, passing = 0, []
    chance = random.Random(0)
    for answer in answers(bank):
        if not answer.right:
            continue
        tree = ast.parse(answer.source)
        definitions = [n for n in tree.body if getattr(n, "name", "") == answer.exercise]
        if len(definitions) != 1 or not isinstance(definitions[0], ast.FunctionDef):
            continue
        sources = []
        alone = ast.Module([definitions[0]], [])
        for edit in edits(alone):
            edit.apply()
            sources.append(ast.unparse(tree))
            edit.undo()
        for number, source in enumerate(chance.sample(sources, min(count, len(sources)))):
            mutant = Answer(answer.exercise, False, "", source, 1000 + number)
            exercise = check.EXERCISES[answer.exercise]
            try:
                function = mutant.function()
            except SyntaxError:
                continue
            unseen = try_drawn(exercise, function, Clock(2.0), seed=99)
            if all(trial.right for trial in unseen):
                continue
            tried += 1
            if judge(exercise, function).verdict == "passed":
                passing.append(f"{answer.exercise}:\n{source}")
    return tried, passing


def main(argv: list[str] | None = None) -> int:
    """Measure and print; the exit status is 1 where a wrong answer passes or a right one fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bank", nargs="?", default="held_out", help="a folder of answers/")
    parser.add_argument("--exercise", help="one exercise only")
    parser.add_argument("--show", metavar="EXERCISE", help="print verdicts of one, or of all")
    parser.add_argument("--only", choices=KINDS, help="with --show: only those")
    parser.add_argument("--mutants", type=int, default=0, metavar="N", help="N an answer")
    options = parser.parse_args(argv)
    bank = ANSWERS / options.bank
    if options.mutants:
        tried, passing = mutants(bank, options.mutants)
        print(f"{tried} mutants differ on drawn arguments; {len(passing)} of them pass.")
        print("\n\n".join(passing))
        return bool(passing)
    outcomes = []
    for answer in answers(bank):
        if options.exercise in (None, answer.exercise):
            outcomes.append(outcome(answer))
    for o in outcomes:
        if options.show in ("all", o.answer.exercise) and options.only in (None, o.kind):
            print(f"[{o.kind}: {o.details}] {o.answer.exercise} {o.answer.number}")
            print(f"    writer: {o.answer.words}\n    verdict: {o.text}\n")
    print(table(outcomes))
    print(summary(outcomes))
    return any(o.kind in ("accepted", "refused") for o in outcomes)


if __name__ == "__main__":
    sys.exit(main())
