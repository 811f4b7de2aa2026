"""`python -m cnnhelpers new`: the frame of a new exercise or notebook, for those who write them.

    python -m cnnhelpers new notebook 99_topic
    python -m cnnhelpers new exercise NAME --notebook 99 --round 2

A frame is complete: it runs, and the tests can read it. What its author has to replace is marked
with the word FRAME, and a test says so as long as one is left. The frame of an exercise is an
exercise of the course under another name, so it is never older than what the checks ask for.
"""

from __future__ import annotations

import argparse
import keyword
import re
import sys
from pathlib import Path
from typing import Any

from cnnhelpers.course.cells import is_text, tags
from cnnhelpers.course.notebooks import notebooks_folder, read, title, written
from cnnhelpers.files import write_new, write_whole

EXERCISES = Path(__file__).resolve().parents[1] / "exercises"
MODEL = EXERCISES / "first_steps" / "invert.py"

# Before which line of the model what is said to the author.
ADVICE = {
    r"^def NAME\(": "the function to write: signature, shapes, units, and what is raised",
    r"^CASES = ": "five cases or more, the first small, none square; a list in floats is a row",
    r"^def by_torch\(": "the same by PyTorch, from its own functions; torch is handed in",
    r"^def recipe\(": "how the arguments of one more case are drawn",
    r"^DOMAIN = ": "for which arguments an answer has to be right",
    r"^MISTAKES = ": "four known mistakes or more; each way gives another answer in some case",
}


class Refused(ValueError):
    """What was asked for cannot be written; the message says why."""


def exercise(name: str, topic: str, exercises: Path = EXERCISES) -> Path:
    """Write the module of a new exercise; return its path.

    Raises:
        Refused: the name is no name for a function, or there is such an exercise.
    """
    for word in (name, topic):
        if not re.fullmatch(r"[a-z][a-z0-9_]*", word) or keyword.iskeyword(word):
            raise Refused(f"{word!r} is no name for a module; expected one like every_nth.")
    taken = [path for path in exercises.glob(f"*/{name}.py")]
    if taken:
        raise Refused(f"There is an exercise {name}: {taken[0]}. Choose another name.")
    source = _model(name)
    for pattern, advice in ADVICE.items():
        line = pattern.replace("NAME", name)
        source = re.sub(line, rf"# FRAME: {advice}.\n\g<0>", source, flags=re.MULTILINE)
    path = exercises / topic / f"{name}.py"
    package = path.parent / "__init__.py"
    if not package.exists():
        package.parent.mkdir(exist_ok=True)
        words = topic.replace("_", " ").capitalize()
        write_new(package, f'"""{words}."""\n')
    write_new(path, source)
    return path


def with_exercise(
    notebook: dict[str, Any], name: str, round_number: int | None = None
) -> dict[str, Any]:
    """Return a copy of a notebook in which the function `name` is to be written.

    It stands at the end of the exercises, or is what is implemented in a round.

    Raises:
        Refused: the notebook has no section "## Exercises", or no such round.
    """
    cells = list(notebook["cells"])
    heading = "## Exercises$" if round_number is None else f"## {round_number} · "
    last = next(
        (
            index
            for index, cell in enumerate(cells)
            if is_text(cell) and re.search(f"^{heading}", cell["source"], re.MULTILINE)
        ),
        None,
    )
    if last is None:
        raise Refused(f'The notebook has no section "{heading.rstrip("$ ")}"; write that first.')
    while last + 1 < len(cells) and not cells[last + 1]["source"].lstrip().startswith("## "):
        last += 1
    number = 1 + sum("exercise" in tags(cell) for cell in cells)
    more = _implement(name) if round_number is not None else _exercise(number, name)
    return {**notebook, "cells": [*cells[: last + 1], *more, *cells[last + 1 :]]}


def notebook(name: str, links: str = "") -> dict[str, Any]:
    """Return a new notebook, with everything that each notebook has but a function to write.

    `links` leads to the notebooks before and after it.
    """
    number, _, topic = name.partition("_")
    words = topic.replace("_", " ").capitalize()
    head = (
        f"# {number} · {words}\n\n**FRAME: which one question does it answer?**\n\n"
        f"About 30 minutes · Before this: 02\n\n{links}"
    )
    goals = "".join(f"- **compute** FRAME: goal {each}\n" for each in (1, 2, 3))
    questions = "".join(f"{each}. FRAME: a question?\n" for each in range(1, 6))
    answers = "".join(f"{each}. FRAME: its answer.\n" for each in range(1, 6))
    say = (
        "FRAME: say in twenty to forty-five words what the next cell shows, and what to look at in "
        "its output."
    )
    ask = 'predict("FRAME: which one is it?", {\n'
    ask += '    "A": ("this", "FRAME: why it is not."),\n    "B": ("that", "FRAME: why it is."),\n'
    ask += '}, answer="B")'
    explore = "# FRAME: your own explorer, or another of the course's.\n"
    explore += "explore.OutputSizeExplorer()"
    cells = [
        _text(head),
        _text(f"## You will be able to\n\n{goals}"),
        _code(
            "%load_ext cnnhelpers\nfrom cnnhelpers import check, explore\n"
            "from cnnhelpers.course import predict",
            "setup",
        ),  # fmt: skip
        _text(f"## 1 · FRAME: the first idea\n\n*About 10 minutes.*\n\n{say}"),
        _folded(_code(ask, "predict", "hide-input")),
        _code("print(6 * 7)", "reveal"),
        _text("**B.** FRAME: the code printed 42. Say what it means.", "reveal", numbers=["42"]),
        _text(f"## 2 · FRAME: the second idea\n\n*About 10 minutes.*\n\n{say}"),
        _code(explore, "explore"),
        _text(f"**Try to** FRAME: what can be reached with the sliders. {say}"),
        _text("## Exercises\n\n*About 10 minutes.*"),
        *(cell for each in (1, 2, 3) for cell in _exercise(each)),
        _text(
            "## Summary\n\n- FRAME: what stays.\n\n## Quick questions\n\n"
            + questions
            + f"\n<details><summary>Answers</summary>\n\n{answers}\n</details>"
        ),  # fmt: skip
        _text(
            "## Terms\n\n| English | 中文 |\n|---|---|\n| stride | 步幅 |\n\n"
            "## References\n\n1. FRAME: at most five, each with a sentence.\n\n" + links
        ),  # fmt: skip
    ]
    for index, cell in enumerate(cells):
        cell["id"] = f"{topic.replace('_', '-')}-{index}"[-60:]  # predictions are known by it
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def main(argv: list[str]) -> int:
    """`python -m cnnhelpers new exercise|notebook NAME`; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers new",
        description="Write the frame of a new exercise or notebook.",
    )
    parser.add_argument("what", choices=("exercise", "notebook"))
    parser.add_argument("name", help="such as every_nth, or 99_topic")
    parser.add_argument("--notebook", help="the notebook of the exercise, such as 99")
    parser.add_argument("--round", type=int, help="the round that asks for it; else an exercise")
    parser.add_argument("--topic", help="the folder in cnnhelpers/exercises/; else the notebook's")
    options = parser.parse_args(argv)
    try:
        if options.what == "notebook":
            said = _new_notebook(options.name)
        else:
            said = _new_exercise(options.name, options.notebook, options.round, options.topic)
    except (Refused, FileExistsError) as error:
        print(error, file=sys.stderr)
        return 1
    print(said)
    return 0


def _new_notebook(name: str) -> str:
    if not re.fullmatch(r"\d\d_[a-z0-9]+(_[a-z0-9]+)*", name):
        raise Refused(f"{name!r} is no name for a notebook; expected one like 99_some_topic.")
    folder, number = notebooks_folder(), name[:2]
    taken = sorted(folder.glob(f"{number}_*.ipynb"))
    if taken:
        raise Refused(f"Number {number} is taken: {taken[0].name}. Choose another number.")
    path = folder / f"{name}.ipynb"
    write_new(path, _tidy(notebook(name, _links(name))))
    return (
        f"Wrote {_shown(path)}. Replace what is marked FRAME; then run "
        f"`python -m cnnhelpers notebooks {number}`."
    )


def _new_exercise(
    name: str, number: str | None, round_number: int | None, topic: str | None
) -> str:
    if number is None:
        raise Refused("An exercise belongs to a notebook: add --notebook 99.")
    found = sorted(notebooks_folder().glob(f"{number}*.ipynb"))
    if len(found) != 1:
        raise Refused(
            f"--notebook {number} names {len(found)} notebooks; expected one, such as 99."
        )
    before = read(found[0])
    after = with_exercise(before, name, round_number)  # refuses before anything is written
    path = exercise(name, topic or found[0].stem.partition("_")[2])
    write_whole(found[0], _tidy(after))
    return (
        f"Wrote {_shown(path)}, and four cells in {_shown(found[0])}.\n"
        "Replace what is marked FRAME in both; then run `python -m cnnhelpers record`, which asks "
        f"PyTorch, and `python -m cnnhelpers notebooks {number}`."
    )


def _shown(path: Path) -> str:
    root = EXERCISES.parents[1]
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _tidy(notebook: dict[str, Any]) -> str:
    from cnnhelpers.course.normalise import normalise

    return written(normalise(notebook, notebook))


def _model(name: str) -> str:
    return re.sub(r"\binvert\b", name, MODEL.read_text(encoding="utf-8"))


def _exercise(number: int, name: str | None = None) -> list[dict[str, Any]]:
    """Return the cells of an exercise: what to do, two hints, a solution; of a function, its check
    too.
    """
    heading = f"**Exercise {number} ★ FRAME: its title.**"
    if name is None:
        return [
            _text(f"{heading} FRAME: what is asked for, in words.", "exercise"),
            _text(HINTS, "hint"),
            _text("FRAME: the solution, in words.", "solution"),
        ]
    asked = f"{heading} Write `{name}`. FRAME: what it takes, with shapes, and what it returns."
    cells = [
        _text(asked, "exercise"),
        _text(HINTS, "hint"),
        _code(_definition(name), "solution"),
        _code(f"{name} = check.{name}({name})", "check"),
    ]
    return _named(cells, name)


def _implement(name: str) -> list[dict[str, Any]]:
    """Return the cells of a function that a round asks for."""
    asked = (
        f"**Implement.** Write `{name}`. FRAME: what it takes, with shapes, and what it returns."
    )
    cells = [
        _text(asked),
        _code(_definition(name), "implement"),
        _text(HINTS, "hint"),
        _code(f"{name} = check.{name}({name})", "check"),
    ]
    return _named(cells, name)


HINTS = "\n".join(
    f"<details><summary>Hint {each}</summary>\n\nFRAME: hint {each}.\n\n</details>"
    for each in (1, 2)
)


def _definition(name: str) -> str:
    """Return the function of the model, as a cell."""
    function = re.search(rf"^def {name}\(.*?(?=^\S)", _model(name), re.MULTILINE | re.DOTALL)
    assert function is not None, f"{MODEL} defines no function"
    return (
        "# FRAME: the same as in the exercise's module.\nimport numpy as np\n\n\n"
        + function[0].strip()
    )


def _named(cells: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    for index, cell in enumerate(cells):
        cell["id"] = f"{name.replace('_', '-')}-{index}"[-60:]
    return cells


def _links(name: str) -> str:
    """Links to the notebooks that stand before and after a new one."""
    paths = sorted(notebooks_folder().glob("[0-9][0-9]_*.ipynb"))
    before = [path for path in paths if path.stem < name][-1:]
    after = [path for path in paths if path.stem > name][:1]

    def link(path: Path) -> str:
        return f"[{title(read(path))}]({path.name})"

    return " · ".join([*map(link, before), f"**{name[:2]}**", *map(link, after)])


def _text(source: str, *kinds: str, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {"tags": [*kinds], **metadata}, "source": source}


def _code(source: str, *kinds: str) -> dict[str, Any]:
    cell = {"cell_type": "code", "metadata": {"tags": [*kinds]}, "source": source}
    return {**cell, "execution_count": None, "outputs": []}


def _folded(cell: dict[str, Any]) -> dict[str, Any]:
    """Return a cell whose source is not in sight: a question's answer stands in it."""
    return {**cell, "metadata": {**cell["metadata"], "jupyter": {"source_hidden": True}}}
