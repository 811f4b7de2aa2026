"""The learner's library `my_cnn.py`: every answer that passed its check, ready to import.

The file is put together from the answers in `my_progress.json`, whole each time. What a learner
changes in it by hand is not lost: an edited file is put aside before a new one is written.
"""

from __future__ import annotations

import contextlib
import importlib.util
import inspect
import linecache
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from cnnhelpers.check import EXERCISES, Result, hooks
from cnnhelpers.course.blocks import Answer, NotKept
from cnnhelpers.course.composing import FILE, Composed, is_sealed, seal, sealed, working
from cnnhelpers.course.files import alone, in_words
from cnnhelpers.course.notebooks import course_notebooks, read
from cnnhelpers.course.place import Place, cells_run, place_of, this_notebook
from cnnhelpers.course.records import FILE as RECORDS
from cnnhelpers.course.records import changing, helped, recorded
from cnnhelpers.course.sources import LIBRARY, collect, is_the_courses
from cnnhelpers.course.texts import definition_at
from cnnhelpers.files import copy_aside, write_whole

# Keeping ----------------------------------------------------------------------------------------


def install(shell: Any) -> None:
    """Keep every answer that passes in this IPython from now on, in a practice folder only.

    Of the others it is noted what was wrong.
    """

    def listener(result: Result) -> None:
        place = place_of(shell)
        if result.passed:
            said = keep(result, place, this_notebook(shell), _history(shell))
        else:
            said = note(result, place.folder)
        for sentence in said:
            print(sentence)

    hooks.listen("library", listener)


def _history(shell: Any) -> list[str]:
    """Return the cells that were run: their Python, and where that is one string, the cell itself.
    """
    cells = zip(shell.history_manager.input_hist_parsed, cells_run(shell), strict=False)
    return [raw if "run_cell_magic(" in parsed else parsed for parsed, raw in cells]


def note(result: Result, folder: Path | None) -> list[str]:
    """Note what was wrong with an answer, by the names of its mistakes and without its text.

    Returns sentences to show.
    """
    if folder is None or result.verdict == "not started" or is_the_courses(result.submitted):
        return []
    what = " and ".join(result.mistakes) or result.verdict
    # The verdict is what counts, so a full disk is no reason to say anything.
    with contextlib.suppress(OSError), alone(folder), changing(folder) as (records, put):
        wrong = records["wrong"].setdefault(result.exercise.name, {})
        wrong[what] = wrong.get(what, 0) + 1
        return put
    return []


def keep(
    result: Result, place: Place, notebook: str | None = None, history: list[str] | None = None
) -> list[str]:
    """Keep a passed answer in the library of a practice folder; return sentences to show."""
    name = result.exercise.name
    if place.folder is None:
        word = place.word
        if place.edition == "complete" and not _is_in_a_notebook(result.submitted):
            word = _COMPLETE
        return [f"Your {name} passed, but is kept nowhere: {word}"] if word else []
    if is_the_courses(result.submitted):
        return [f"This is the course's {name}; it does not count as yours."]
    try:
        with alone(place.folder):
            said = _keep(result, place, notebook, history or [])
    except TimeoutError as error:
        said = [f"Your {name} passed, but is not kept: {error}."]
    except OSError as error:
        said = [f"Your {name} passed, but is not kept in {place.shown(FILE)}: {in_words(error)}."]
    return [*said, place.word] if place.word else said


_COMPLETE = (
    "this is the complete edition. Work in your practice copy of it, which `python -m cnnhelpers "
    "practice` makes."
)


def _is_in_a_notebook(function: Any) -> bool:
    """Return whether the text of a function stands in a notebook of the course; True in case of
    doubt.
    """
    code = getattr(inspect.unwrap(function), "__code__", None)
    if code is None:
        return True
    source = "".join(linecache.getlines(code.co_filename))
    text = definition_at(source, code.co_firstlineno, code.co_name)
    cells = (cell["source"] for path in course_notebooks() for cell in read(path)["cells"])
    return text is None or any(text in cell for cell in cells)


def _keep(result: Result, place: Place, notebook: str | None, history: list[str]) -> list[str]:
    name, folder, file = result.exercise.name, place.folder, place.shown(FILE)
    said: list[str] = []
    with changing(folder) as (records, put):
        records["passed"].setdefault(name, {"notebook": notebook, **helped(records, name)})
        answers = _answers(records, folder)
        before = answers.pop(name, None)
        try:
            answer = _answer(result, before, history, folder)
            composed = _with(answers, name, answer)
        except NotKept as reason:
            said.append(f"Your {name} passed, but is not kept in {file}: {reason}.")
            if before is not None:
                said.append(f"The {name} kept before stays there.")
                answers[name] = before
            composed = working(answers)
        else:
            answers[name] = answer
            records["left_out"].pop(name, None)
            said.append(_kept(name, answer, before, file))
        put += _left_out(composed, records, file)
        records["answers"] = {key: each.stored() for key, each in answers.items()}
        records["left_out"] = dict(composed.left_out)
        known, text = _sealed(composed, records, folder / FILE)
    # The record first: the file can be made from it, and not the other way round.
    if answers:
        try:
            put += _write(folder / FILE, text, file, known)
        except OSError as error:
            return [*put, _unwritten(name, folder, file, error)]
    return [*put, *said]


def _answer(result: Result, before: Answer | None, history: list[str], folder: Path) -> Answer:
    if before is not None and getattr(result.submitted, "__module__", None) == LIBRARY:
        file = _read(folder / FILE) if (folder / FILE).is_file() else ""
        if not file or is_sealed(file):
            return before  # it came from the library
        history = [file]  # in which the learner has written
    try:
        return collect(result.exercise.name, result.submitted, history)
    except NotKept:
        raise
    except Exception as error:  # whatever a learner's objects do when they are looked at
        words = " ".join(str(error).split())
        raise NotKept(f"its text could not be read ({type(error).__name__}: {words})") from error


def _with(others: Mapping[str, Answer], name: str, answer: Answer) -> Composed:
    """Return the library of an answer and the others; raises NotKept where it is the new one's
    fault.
    """
    composed = working({**others, name: answer})
    if name in composed.left_out:
        raise NotKept(composed.left_out[name])
    if composed.left_out:
        broken = composed.left_out.keys() - working(others).left_out.keys()
        for other in sorted(broken):
            raise NotKept(f"beside it, your {other} would not run: {composed.left_out[other]}")
    return composed


def _kept(name: str, answer: Answer, before: Answer | None, file: str) -> str:
    if answer == before:
        return f"Your {name} is in {file} already."
    helpers = [helper for helper in answer.helpers if helper != name]
    along = ""
    if helpers:
        listed = " and ".join([", ".join(helpers[:-1]), helpers[-1]] if helpers[1:] else helpers)
        along = f", with {listed}, which it needs"
    how = "is kept in" if before is None else "replaces the one kept before in"
    return f"Your {name} {how} {file}{along}."


def _left_out(composed: Composed, records: dict[str, Any], file: str) -> list[str]:
    """Return what is news about answers kept before that do not run in a file, or do again."""
    before = records["left_out"]
    said = [
        f"Your {name}, kept before, is left out of {file}: {reason}. Its text stays there as "
        "comments; run its check again when that is mended."
        for name, reason in composed.left_out.items()
        if before.get(name) != reason
    ]
    back = [name for name in before if name not in composed.left_out and name in records["answers"]]
    return said + [f"Your {name}, left out before, is in {file} again." for name in back]


def _unwritten(name: str, folder: Path, file: str, error: OSError) -> str:
    mend = f"rename the folder {file}" if (folder / FILE).is_dir() else "mend that"
    return (
        f"Your {name} is noted in {RECORDS}, but {file} could not be written: {in_words(error)}; "
        f"{mend} and run this cell again."
    )


def _sealed(composed: Composed, records: dict[str, Any], path: Path) -> tuple[set[str], str]:
    """Return the seals of the libraries that were written here last, none where nobody knows, and
    the text of the next one, whose seal is remembered.

    Two are remembered: where writing fails, the one before the last is still there.
    """
    known = {str(records.get(key, "")) for key in ("library", "library_before")} - {""}
    there, text = "", sealed(composed.text)
    with contextlib.suppress(OSError):  # writing it will say so
        there = seal(_read(path))
    records["library_before"] = there if there in known else str(records.get("library", ""))
    records["library"] = seal(text)
    return known, text


def _write(path: Path, text: str, file: str, known: set[str]) -> list[str]:
    """Write the library, after putting aside a file that is not the course's own, or that is none
    of those `known` to be written here.
    """
    said = []
    if path.exists():
        old = _read(path)
        if old == text:
            return []
        if not is_sealed(old):
            aside = copy_aside(path, "edited")
            said.append(
                f"{file} had been edited: your version is {aside.name} now, and {file} was written "
                "anew."
            )
        elif known and seal(old) not in known:
            aside = copy_aside(path, "other")
            said.append(
                f"{file} was not the one that was written here: it is {aside.name} now, and {file} "
                "was written anew."
            )
    write_whole(path, text)
    linecache.checkcache(str(path))
    return said


def _read(path: Path) -> str:
    """Return the text of a library file; "" where it has none, which is surely not the course's
    own.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def _answers(records: dict[str, Any], folder: Path) -> dict[str, Answer]:
    """Return the answers kept so far; those whose record is lost are read from an untouched file.
    """
    answers = {name: Answer.restored(each) for name, each in records["answers"].items()}
    lost = [name for name in EXERCISES if name not in answers]
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
        if not is_sealed(text) or not any(f"\n# {name} -" in text for name in lost):
            return answers
        module = load(folder)
    except (Exception, SystemExit):
        return answers
    for name in lost:
        function = vars(module).get(name)
        if getattr(function, "__module__", None) == LIBRARY:
            try:
                answers[name] = collect(name, function, [text])
            except NotKept:
                continue
            records["passed"].setdefault(name, {"notebook": None})
    return answers


# Using ------------------------------------------------------------------------------------------


def current(name: str) -> Any:
    """Print which function stands for `name` in this notebook, and return it."""
    function, lines = find(name, place_of())
    for line in lines:
        print(line)
    return function


def find(name: str, place: Place) -> tuple[Any, list[str]]:
    """Return the function to go on with, the learner's or the course's, and lines that say which.

    Raises KeyError for a name that is no exercise.
    """
    course = EXERCISES[name].course
    if place.folder is None:
        word = place.word or "in your practice copy yours takes its place."
        return course, [f"{name}: the course's; {word}"]
    file, said = place.shown(FILE), []
    function, problem = _from_file(name, place.folder)
    if function is None and _is_behind(name, place.folder, problem):
        said = renew(place.folder, file)
        function, problem = _from_file(name, place.folder)
    if function is not None and function is not course:
        return function, [*said, f"{name}: yours, from {file}."]
    return course, [*said, f"{name}: the course's; {_why_not(name, place.folder, file, problem)}."]


def _from_file(name: str, folder: Path) -> tuple[Any, str]:
    """Return the function of that name in the library, or None, and why the library does not load.
    """
    try:
        function = vars(load(folder)).get(name)
    except FileNotFoundError:
        return None, ""
    except (Exception, SystemExit) as error:
        where = f" in line {error.lineno}" if isinstance(error, SyntaxError) else ""
        return None, f"{type(error).__name__}{where}: {' '.join(str(error).split())}"
    return (function if callable(function) else None), ""


def load(folder: Path) -> ModuleType:
    """Import `my_cnn.py` of a practice folder as it is now; raises what the file raises.

    Raises FileNotFoundError where there is none.
    """
    path = Path(folder) / FILE
    data = path.read_bytes()
    known = sys.modules.get(LIBRARY)
    if known is not None and getattr(known, "_read", None) == (str(path), data):
        return known
    spec = importlib.util.spec_from_file_location(LIBRARY, path)
    module = importlib.util.module_from_spec(spec)
    linecache.checkcache(str(path))
    # Compiled here: Python's own cache of a module looks at seconds and sizes only.
    exec(compile(data, str(path), "exec"), vars(module))
    module._read = (str(path), data)
    sys.modules[LIBRARY] = module
    return module


def _is_behind(name: str, folder: Path, problem: str) -> bool:
    """Return whether the file lacks what the record holds, and may be written anew."""
    path = folder / FILE
    records = recorded(folder)
    if not records["answers"] or (not problem and name not in records["answers"]):
        return False
    try:
        return not path.exists() or (is_sealed(_read(path)) and name not in records["left_out"])
    except OSError:
        return False


def renew(folder: Path, file: str) -> list[str]:
    """Write the file, which sentences call `file`, anew from the record; returns sentences."""
    there = (folder / FILE).exists()
    try:
        with alone(folder):
            with changing(folder) as (records, put):
                composed = working(_answers(records, folder))
                put += _left_out(composed, records, file)
                records["left_out"] = dict(composed.left_out)
                known, text = _sealed(composed, records, folder / FILE)
            put += _write(folder / FILE, text, file, known)
    except TimeoutError as error:
        return [f"{file} was not written anew: {error}."]
    except OSError as error:
        return [f"{file} could not be written anew: {in_words(error)}."]
    return put if there else [*put, f"{file} was not there; it was written anew from {RECORDS}."]


def _why_not(name: str, folder: Path, file: str, problem: str) -> str:
    records = recorded(folder)
    if problem:
        return f"{file} could not be imported ({problem})"
    if name in records["left_out"]:
        return f"yours is left out of {file}: {records['left_out'][name]}"
    if name in records["passed"]:
        return f"yours passed, but is not in {file}; run its check again"
    return "yours is not written yet"
