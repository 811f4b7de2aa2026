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
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from cnnhelpers.check import EXERCISES
from cnnhelpers.course.files import in_words
from cnnhelpers.course.notebooks import course_notebooks
from cnnhelpers.course.progress import HELP, chosen_folder, rows
from cnnhelpers.course.records import recorded
from cnnhelpers.course.table import Table
from cnnhelpers.files import write_whole

MOST_TOPICS = 5  # to talk about
MOST_LETTERS = 300  # of one entry that is read
MOST_TIMES = 1_000_000  # that a mistake is believed to have been made
STATES = ("passed", "written", "open")  # of a task, the furthest first
KINDS = {"task": STATES, "mistake": None, "prediction": ("right", "wrong")}


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
    return _table(HEAD, (asdict(entry).values() for entry in entries))


def _table(head: Iterable[str], lines: Iterable[Iterable[object]]) -> str:
    """Return lines below a head as CSV, in which no spreadsheet finds a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(map(_harmless, line) for line in lines)
    return text.getvalue()


def read_csv(path: Path) -> list[Entry]:
    """Return the entries of an exported file.

    Raises ValueError where it is none, or not whole, and OSError where it cannot be read.
    """
    try:
        lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    except (ValueError, csv.Error):
        lines = []
    if not lines or lines[0] != HEAD:
        raise ValueError(
            f"{path} is no file of `python -m cnnhelpers progress export`: its first line should "
            f"be {','.join(HEAD)}."
        )
    entries = []
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            continue
        try:
            entries.append(_entry(line))
        except ValueError as error:
            raise ValueError(
                f"{path} is damaged in line {number}: {error}. Ask for the file once more."
            ) from None
    return entries


def _entry(line: Sequence[str]) -> Entry:
    """Return what a line says. Raises ValueError with the reason where it is none of an export."""
    if len(line) != len(HEAD):
        raise ValueError(f"it has {len(line)} of {len(HEAD)} entries")
    texts = [_printable(text).removeprefix("'") for text in line]
    if any(len(text) > MOST_LETTERS for text in texts):
        raise ValueError(f"an entry has more than {MOST_LETTERS} letters")
    learner, notebook, task, kind, state, help, times = texts
    if kind not in KINDS:
        raise ValueError(f"there is no kind {kind!r}")
    states = KINDS[kind]
    if states is not None and state not in states:
        raise ValueError(f"a {kind} is not {state!r}")
    if not re.fullmatch(r"[0-9]{1,7}", times) or not 1 <= int(times) <= MOST_TIMES:
        raise ValueError(f"{times!r} is no number of times")
    return Entry(learner, notebook, task, kind, state, help, int(times))


def _printable(text: str) -> str:
    """Return a text in which nothing moves a terminal, or a spreadsheet's cursor."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", " ", text)


def _harmless(value: object) -> object:
    """Return a text that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    value = _printable(value)
    return f"'{value}" if value.lstrip()[:1] in ("=", "+", "-", "@") else value


# A class ----------------------------------------------------------------------------------------


def one_each(files: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
    """Return the entries learner by learner: files with one name are one learner's.

    Of files without a name, those that say the very same are the same file, downloaded twice. Where
    a learner's files tell of one thing twice, what was reached last counts: a task that passed, and
    how often a mistake was made in all.
    """
    found: dict[object, dict[object, Entry]] = {}
    for entries in files:
        names = sorted({entry.learner for entry in entries})
        key: object = tuple(names) if any(names) else tuple(entries)
        known = found.setdefault(key, {})
        for entry in entries:
            thing = _thing(entry)
            known[thing] = max(known.get(thing, entry), entry, key=_reached)
    return [list(known.values()) for known in found.values()]


def _thing(entry: Entry) -> tuple[str, ...]:
    """Return what an entry tells of; of a learner's task there are several mistakes."""
    what = entry.state if entry.kind == "mistake" else ""
    return (entry.learner, entry.notebook, entry.task, entry.kind, what)


def _reached(entry: Entry) -> tuple[int, int, str, str]:
    """Return how far an entry goes, to compare those that tell of the same.

    Where two go as far, the words decide: the order of the files is chance.
    """
    reached = -STATES.index(entry.state) if entry.kind == "task" else 0
    return reached, entry.times, entry.state, entry.help


def mistakes(learners: Sequence[Sequence[Entry]]) -> str:
    """Return a table of exercises and their mistakes as CSV: how many learners made which, how
    often.
    """
    who: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    times: Counter[tuple[str, str, str]] = Counter()
    for number, entries in enumerate(learners):
        for entry in entries:
            if entry.kind == "mistake":
                place = (entry.notebook, entry.task, entry.state)
                who[place].add(number)
                times[place] += entry.times
    ordered = sorted(who, key=lambda place: (place[:2], -len(who[place]), place[2]))
    return _table(
        ["notebook", "task", "mistake", "learners", "times", "explanation"],
        (
            [*place, len(who[place]), times[place], _in_words(place[1], place[2])]
            for place in ordered
        ),
    )


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
    """`progress merge [--csv | --mistakes] [--output FILE] FILE ...`.

    A file that cannot be read is named, and the others are merged; the exit status is 1 then.
    """
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers progress merge",
        description="Put the exported files of a class together: for each task how many passed, "
        "with what help and after which mistakes, and what is worth a word. Names are not shown.",
    )
    parser.add_argument("files", nargs="+", type=Path, help="one file for each learner")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="all lines as one file, names included")
    form.add_argument(
        "--mistakes", action="store_true", help="exercises and mistakes as CSV, without names"
    )
    parser.add_argument("--output", type=Path, help="a file, instead of printing it")
    options = parser.parse_args(argv)
    if options.output and options.output.resolve() in [each.resolve() for each in options.files]:
        print(
            f"{options.output} is one of the files to merge; --output takes another name.",
            file=sys.stderr,
        )
        return 1
    files, status = [], 0
    for path in options.files:
        try:
            files.append(read_csv(path))
        except ValueError as error:
            print(error, file=sys.stderr)
            status = 1
        except OSError as error:
            print(f"{path} cannot be read: {in_words(error, reading=True)}.", file=sys.stderr)
            status = 1
    if not files:
        return 1
    learners = one_each(files)
    if len(learners) < len(files):
        print(
            f"{len(files)} files of {len(learners)} learners: each learner counts once.",
            file=sys.stderr,
        )
    if options.csv:
        text = as_csv(entry for each in learners for entry in each)
    else:
        text = mistakes(learners) if options.mistakes else f"{summary(learners)}\n"
    return _put(text, options.output) or status


def _put(text: str, output: Path | None) -> int:
    if output is None:
        print(text, end="")
        return 0
    try:
        if output.is_file() and not _is_one_like(text, output):
            print(
                f"{output} is there already, and is none that this command has written; "
                "--output takes another name.",
                file=sys.stderr,
            )
            return 1
        # With a mark of the encoding, by which spreadsheets know it.
        write_whole(output, "\ufeff" + text)
    except OSError as error:
        print(f"{output} cannot be written: {in_words(error)}.", file=sys.stderr)
        return 1
    print(f"Wrote {output}.")
    return 0


def _is_one_like(text: str, path: Path) -> bool:
    """Return whether a file begins as a text does, and so was written for the same purpose."""
    try:
        before = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return False
    # Only the words: a table is as wide as its entries.
    heads = [each.partition("\n")[0].split() for each in (before, text)]
    return not before.strip() or heads[0] == heads[1]
