"""Marks: what passes, what scores nothing, and that a notebook cannot change either."""

from __future__ import annotations

import linecache
from typing import Any

import numpy as np
import pytest
from written_padding import RIGHT

from cnnhelpers import check
from cnnhelpers.check.trying import drawings
from cnnhelpers.course.marking import cells, judging
from cnnhelpers.course.marking.judging import Mark, mark, mark_apart
from cnnhelpers.course.marking.text import Text, text_of
from cnnhelpers.course.notebooks import course_notebooks, read, solutions

NUMPY = "import numpy as np\n"
PAIR = "def pair(value):\n    return value if isinstance(value, tuple) else (value, value)\n"
STAND_IN = 'from cnnhelpers import check\npad2d = check.EXERCISES["pad2d"].course\n'
COURSE = check.EXERCISES["pad2d"].course.__module__
SOLUTIONS = solutions(read(course_notebooks(["03"])[0]))


def marked(exercise: str, *texts: str, seed: int = 11) -> Mark:
    return mark(Text(exercise, "".join([NUMPY, *texts])), seed)


def test_a_right_answer_is_right_for_its_cases_and_for_others() -> None:
    cases = len(check.EXERCISES["pad2d"].cases)
    said = f"Right for {cases + 40} calls, 40 of them drawn anew."
    assert marked("pad2d", PAIR, RIGHT["pad2d"]) == Mark(True, said)


def test_it_may_call_what_the_task_itself_calls() -> None:
    # The course's pad2d, since the learner's was not right; and a network that is handed in.
    text = RIGHT["correlate2d_strided"]
    assert marked("correlate2d_strided", STAND_IN, PAIR, text).passed
    numerical = (
        "def numerical_gradient(function, x, step=1e-5):\n"
        "    grad = np.zeros(x.shape)\n"
        "    for place in np.ndindex(*x.shape):\n"
        "        up, down = x.astype(float), x.astype(float)\n"
        "        up[place] += step\n"
        "        down[place] -= step\n"
        "        grad[place] = (function(up) - function(down)) / (2 * step)\n"
        "    return grad\n"
    )
    assert marked("numerical_gradient", numerical).passed


def test_a_wrong_answer_is_told_where() -> None:
    swapped = RIGHT["pad2d"].replace("down, across", "across, down", 1)
    assert marked("pad2d", PAIR, swapped).sentence == (
        "Your pad2d is wrong for x 2×3, padding (1, 2)."
    )


def test_a_function_that_remembers_the_checks_answers_scores_nothing() -> None:
    exercise = check.EXERCISES["output_size"]
    asked = [exercise.complete(case) for case in exercise.cases]
    asked += [exercise.complete(drawn.case) for drawn in drawings(exercise)]
    asked += [dict(each) for each in exercise.domain.large]
    table = {}
    for arguments in asked:
        bound = exercise.signature.bind(**arguments)
        bound.apply_defaults()
        table[tuple(bound.arguments.values())] = int(exercise.course(**arguments))
    remembered = (
        f"TABLE = {table!r}\n"
        "def output_size(size, kernel_size, stride=1, padding=0, dilation=1):\n"
        "    return TABLE.get((size, kernel_size, stride, padding, dilation), 1)\n"
    )
    space: dict[str, Any] = {}
    exec(remembered, space)
    assert all(space["output_size"](*key) == value for key, value in table.items())
    found = marked("output_size", remembered)
    assert not found.passed and "which its check did not try" in found.sentence


PAD = "def pad2d(x, padding):\n"
STEALS = {
    "itself": (STAND_IN, "This is the course's pad2d, and not yours"),
    "the check": (
        "import cnnhelpers.check as check\n" + PAD
        + "    return check.EXERCISES['pad2d'].course(x, padding)\n",
        "uses cnnhelpers.check, which the task does not ask for",
    ),
    "a function of the course": (
        "from cnnhelpers.functional import pad\n" + PAD + "    return pad(x, padding)\n",
        "uses cnnhelpers.functional.pad, which the task does not ask for",
    ),
    "an import inside": (
        PAD + "    from cnnhelpers.check import EXERCISES\n"
        "    return EXERCISES['pad2d'].course(x, padding)\n",
        "import cnnhelpers.check is refused",
    ),
    "an import at the edge, which is caught": (
        "try:\n    import cnnhelpers.check as c\n    f = c.EXERCISES['pad2d'].course\n"
        "except BaseException:\n    f = None\n" + PAD + "    return f(x, padding)\n",
        "'NoneType' object is not callable",
    ),
    "PyTorch": (
        PAD + "    import torch\n    return torch.as_tensor(x)\n", "import torch is refused",
    ),
    "a file": (
        f"import importlib.util\n{PAD}    return open({check.__file__!r}).read()\n",
        "open __init__.py is refused",
    ),
    "another process": (
        PAD + "    import subprocess\n    return subprocess.run(['true'])\n",
        "subprocess.Popen is refused",
    ),
    "the end of the process": (
        "import os\n" + PAD + "    os._exit(0)\n", "ended its process",
    ),
    "the solution word for word": (
        PAIR + SOLUTIONS["pad2d"], "This is the course's solution of pad2d word for word",
    ),
    "the solution with other comments": (
        PAIR + SOLUTIONS["pad2d"].replace("    vertical,", "    # mine\n    vertical,"),
        "This is the course's solution of pad2d word for word",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", STEALS)
def test_an_answer_that_is_fetched_scores_nothing(way: str) -> None:
    text, reason = STEALS[way]
    found = marked("pad2d", text)
    assert not found.passed and reason in found.sentence, found


def test_a_function_that_it_calls_does_not_lead_to_the_others() -> None:
    stolen = (
        "def correlate2d_strided(x, kernel, stride=1, padding=0):\n"
        "    imported = pad2d.__globals__['__builtins__']['__import__']\n"
        f"    module = imported({COURSE.rpartition('.')[0]!r} + '.correlate2d_strided',\n"
        "                      fromlist=['x'])\n"
        "    return module.correlate2d_strided(x, kernel, stride, padding)\n"
    )
    found = marked("correlate2d_strided", STAND_IN, stolen)
    assert not found.passed and "is refused while a function is marked" in found.sentence


def test_a_module_that_was_loaded_before_is_gone() -> None:
    stolen = (
        "import sys\n"
        "def correlate2d_strided(x, kernel, stride=1, padding=0):\n"
        f"    module = sys.modules[{COURSE.rpartition('.')[0]!r} + '.correlate2d_strided']\n"
        "    return module.correlate2d_strided(x, kernel, stride, padding)\n"
    )
    found = marked("correlate2d_strided", STAND_IN, stolen)
    assert not found.passed and ".correlate2d_strided'" in found.sentence


def test_a_short_answer_may_well_be_the_same() -> None:
    assert marked("output_size", SOLUTIONS["output_size"]).passed


def test_an_answer_that_changes_what_it_is_handed_scores_nothing() -> None:
    text = RIGHT["pad2d"].replace("    return", "    answer =")
    found = marked("pad2d", PAIR, text, "    x[0, 0] += 1\n    return answer\n")
    assert found == Mark(False, "Your pad2d changes `x`, which it was handed.")


def test_what_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "def output_size(size, kernel_size, **more):\n    while True:\n        pass\n"
    monkeypatch.setattr(judging, "SECONDS", 0.5)
    found = marked("output_size", endless)
    assert not found.passed
    assert found.sentence.startswith("Your output_size does not come to an end for size ")
    monkeypatch.setattr(judging, "START", 0.5)
    assert marked("output_size", "while True:\n    pass\n") == Mark(
        False, "Run by itself, your output_size fails: it did not come to an end."
    )


def test_the_process_of_its_own_gives_the_same_mark() -> None:
    text = Text("output_size", NUMPY + RIGHT["output_size"])
    assert mark_apart(text, 11) == mark(text, 11)


# ------------------------------------------------------------------ in a notebook


def written(source: str, name: str) -> Any:
    """A function as a cell of a notebook defines it: its text is found."""
    file = f"<cell {name}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    space: dict[str, Any] = {"np": np, "__name__": "__main__"}
    exec(compile(source, file, "exec"), space)
    return space[name]


def test_the_text_of_a_function_brings_its_helpers_along() -> None:
    function = written(PAIR + RIGHT["pad2d"], "pad2d")
    text = text_of("pad2d", function)
    assert "def pair(value)" in text.source and "np.pad(x" in text.source
    # Its own check passed: what is marked is what was submitted.
    assert text_of("pad2d", check.pad2d(function)).source == text.source


def test_a_cell_of_marks_says_what_the_check_says_and_the_mark(capsys, monkeypatch) -> None:
    monkeypatch.setenv(cells.SEED, "11")
    found = cells.check.output_size(written(RIGHT["output_size"], "output_size"))
    assert found.passed and "Right for " in capsys.readouterr().out
    assert not cells.check.output_size(lambda size, kernel_size: size).passed
    assert not cells.check.output_size(check.EXERCISES["output_size"].course).passed
    assert "This is the course's output_size, and not yours" in capsys.readouterr().out
    with pytest.raises(AttributeError, match="no exercise is called 'nothing'"):
        cells.check.nothing  # noqa: B018


def test_what_a_notebook_says_of_itself_is_judged_again() -> None:
    pytest.importorskip("nbgrader")
    from nbformat.v4 import new_code_cell, new_output

    from cnnhelpers.course.marking.grader import MarkApart

    def graded(*data: dict[str, Any]) -> list[str]:
        """What the grader says of a locked cell for `output_size` that showed this."""
        entry = {"grade": True, "locked": True, "grade_id": "check-output_size", "points": 2}
        shown = [new_output("display_data", data=each) for each in data]
        cell = new_code_cell(metadata={"nbgrader": entry}, outputs=shown)
        MarkApart().preprocess_cell(cell, {}, 0)
        return [out.evalue for out in cell.outputs if out.output_type == "error"]

    fine = Text("output_size", NUMPY + RIGHT["output_size"]).stored()
    wrong = Text("output_size", "def output_size(*a, **b):\n    return 1\n").stored()
    other = Text("same_padding", NUMPY + RIGHT["same_padding"]).stored()
    silent = "This cell showed no output_size: something kept it from running as it stands."
    assert graded({"text/plain": "Right.", cells.TEXT: fine}) == []
    assert len(graded({"text/plain": "Right.", cells.TEXT: wrong})) == 1
    assert graded({"text/plain": "Right."}) == [silent]
    assert graded({cells.TEXT: other}) == [silent]
    assert graded({cells.TEXT: {"exercise": "no such", "source": ""}}) == [silent]
    assert graded() == [silent]
