"""What a class has done, for whoever teaches it: `progress export`, and `progress merge`.

A learner exports which tasks are done, with what help, which mistakes were made on the way, and
what was predicted: no code, and no name unless one is given. An instructor merges the files of many
into a table, and into what is worth a word on Monday.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from cnnhelpers.check import EXERCISES
from cnnhelpers.course.files import in_words, write_whole
from cnnhelpers.course.notebooks import course_notebooks
from cnnhelpers.course.progress import HELP, chosen_folder, rows
from cnnhelpers.course.records import recorded
from cnnhelpers.course.table import Table

MOST_TOPICS = 5  # to talk about
MOST_LETTERS = 300  # of one entry that is read


@dataclass(frozen=True)
class Entry:
    """One line of an exported file.

    Attributes:
        learner: the name that was given, or "".
        notebook: the name of the notebook without its ending.
        task: the name of the exercise, or the question that was asked.
        kind: "task", "mistake" or "prediction".
        state: of a task "passed", "written" or "open"; of a mistake what was wrong; of a prediction
            "right" or "wrong".
        help: of a task that passed, what helped; of a wrong prediction, the choice.
        times: how often the mistake was made, else 1.
    """

    learner: str
    notebook: str
    task: str
    kind: str
    state: str
    help: str
    times: int


HEAD = [each.name for each in fields(Entry)]


def exported(folder: Path, name: str = "") -> list[Entry]:
    """Return what a practice folder tells, under the given name or none."""
    records = recorded(folder)
    found = []
    for row in rows(folder):
        passed = row.help if row.state == "passed" else ""
        task = row.exercise.replace(" ", "_")
        found.append(Entry(name, row.notebook, task, "task", row.state, passed, 1))
        for what, times in records["wrong"].get(task, {}).items():
            found.append(Entry(name, row.notebook, task, "mistake", what, "", times))
    for path in course_notebooks():
        for question, entry in records["predictions"].get(path.name, {}).items():
            right = entry.get("first") == entry.get("right")
            state, choice = ("right", "") if right else ("wrong", str(entry.get("first")))
            found.append(Entry(name, path.stem, question, "prediction", state, choice, 1))
    return found


def as_csv(entries: Iterable[Entry]) -> str:
    """Return the entries as a file that spreadsheets open."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    for entry in entries:
        writer.writerow(map(_harmless, asdict(entry).values()))
    return text.getvalue()


def read_csv(path: Path) -> list[Entry]:
    """Return the entries of an exported file. Raises ValueError where it is none."""
    try:
        lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        if not lines or lines[0] != HEAD:
            raise ValueError
        return [_entry(line) for line in lines[1:] if line]
    except (ValueError, csv.Error):
        raise ValueError(
            f"{path} is no file of `python -m cnnhelpers progress export`: its first line should "
            f"be {','.join(HEAD)}."
        ) from None


def _entry(line: Sequence[str]) -> Entry:
    texts = [re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).removeprefix("'") for text in line]
    if any(len(text) > MOST_LETTERS for text in texts):
        raise ValueError
    learner, notebook, task, kind, state, help, times = texts
    return Entry(learner, notebook, task, kind, state, help, int(times))


def _harmless(value: object) -> object:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value


# A class ----------------------------------------------------------------------------------------


def summary(learners: Sequence[Sequence[Entry]]) -> Table:
    """One line a task that somebody has begun: how many passed, with what help, which mistakes.

    Below it stands what is worth a word: the mistakes and wrong predictions of most learners.
    """
    tasks: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    topics: dict[str, set[int]] = defaultdict(set)
    for number, entries in enumerate(learners):
        for entry in entries:
            place = (entry.notebook, entry.task)
            if entry.kind == "task" and entry.state == "passed":
                tasks[place]["passed"].add(number)
                tasks[place][entry.help].add(number)
            elif entry.kind == "mistake":
                tasks[place][f"mistake {entry.state}"].add(number)
                topics[f"{entry.task}: {_in_words(entry.task, entry.state)}"].add(number)
            elif entry.kind == "prediction" and entry.state == "wrong":
                topics[f"{entry.notebook[:2]}, predicted {entry.help}: {entry.task}"].add(number)
    lines = []
    for (notebook, task), seen in sorted(tasks.items(), key=lambda item: item[0][0]):
        mistakes = {
            what.removeprefix("mistake "): len(who)
            for what, who in seen.items()
            if what.startswith("mistake ")
        }
        commonest = sorted(mistakes.items(), key=lambda item: (-item[1], item[0]))[:3]
        help = [f"{len(seen[how])} {how}" for how in HELP if how in seen]
        lines.append(
            [
                notebook,
                task,
                f"{len(seen['passed'])} of {len(learners)}",
                ", ".join(help),
                ", ".join(f"{what} {count}" for what, count in commonest),
            ]
        )
    return Table(["notebook", "task", "passed", "how", "mistakes"], lines, _monday(topics))


def _in_words(task: str, what: str) -> str:
    """Return a mistake as the check explains it; its name where the check does not know it any
    more.
    """
    known = EXERCISES[task].mistakes if task in EXERCISES else ()
    return next((mistake.explanation for mistake in known if mistake.slug == what), f"{what}.")


def _monday(topics: dict[str, set[int]]) -> str:
    often = sorted(topics.items(), key=lambda item: (-len(item[1]), item[0]))[:MOST_TOPICS]
    if not often:
        return "Nobody was told of a mistake."
    lines = [f"  {len(who)}  {topic}" for topic, who in often]
    return "\n".join(["Worth a word, by the number of learners:", *lines])


# Commands ---------------------------------------------------------------------------------------


def export(argv: Sequence[str]) -> int:
    """`progress export [--csv] [--name NAME] [--folder FOLDER] [--output FILE]`."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers progress export",
        description="Write what you have done for whoever teaches you: tasks, help, mistakes and "
        "predictions. No code is in it, and no name unless you give one.",
    )
    parser.add_argument("--csv", action="store_true", help="as CSV, the only form there is")
    parser.add_argument("--name", default="", help="a name to go with it")
    parser.add_argument("--folder", type=Path, help="your practice folder")
    parser.add_argument("--output", type=Path, help="a file, instead of printing it")
    options = parser.parse_args(argv)
    folder = chosen_folder(options.folder)
    return _put(as_csv(exported(folder, options.name)), options.output)


def merge(argv: Sequence[str]) -> int:
    """`progress merge [--csv] [--output FILE] FILE ...`."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers progress merge",
        description="Put the exported files of a class together: for each task how many passed, "
        "with what help and after which mistakes, and what is worth a word. Names are not shown.",
    )
    parser.add_argument("files", nargs="+", type=Path, help="one file for each learner")
    parser.add_argument("--csv", action="store_true", help="all lines as one file, names included")
    parser.add_argument("--output", type=Path, help="a file, instead of printing it")
    options = parser.parse_args(argv)
    learners = [read_csv(path) for path in options.files]
    if options.csv:
        return _put(as_csv(entry for each in learners for entry in each), options.output)
    return _put(f"{summary(learners)}\n", options.output)


def _put(text: str, output: Path | None) -> int:
    if output is None:
        print(text, end="")
        return 0
    try:
        # With a mark of the encoding, by which spreadsheets know it.
        write_whole(output, "\ufeff" + text)
    except OSError as error:
        print(f"{output} cannot be written: {in_words(error)}.", file=sys.stderr)
        return 1
    print(f"Wrote {output}.")
    return 0
