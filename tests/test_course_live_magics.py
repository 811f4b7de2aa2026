"""`%next`, `%catchup`, `%mine`, `%break` and `%mend` in a running IPython, and the transcript."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from live_runs import run_cell, shell_in

from cnnhelpers import check
from cnnhelpers.check import hooks
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.live import session, typed_blocks
from cnnhelpers.course.live.command import make_live
from cnnhelpers.course.live.edition import as_a_cell
from cnnhelpers.course.live.transcript import Transcript
from cnnhelpers.course.notebooks import course_notebooks, read
from cnnhelpers.course.questions import questions
from cnnhelpers.course.records import recorded

NINE = course_notebooks(["09"])[0]
SETUP = "%load_ext cnnhelpers\nimport numpy as np\nfrom cnnhelpers import check"
Say = Callable[[str], str]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Runs a cell in a live copy of notebook 09, and returns what it says."""
    make_live(NINE, tmp_path)
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / NINE.name))
    with shell_in(tmp_path) as shell:
        run_cell(shell, SETUP)

        def said(source: str) -> str:
            return run_cell(shell, source).text.strip()

        yield said


def test_next_puts_one_block_after_the_other_into_a_cell_and_runs_it(say: Say) -> None:
    assert say("%next") == (
        "Block 1.1 stands in the new cell below; it has been run:\nmeasured: 6.000"
    )
    assert say("%next") == (
        "Block 1.2 stands in the new cell below; it has been run:\n"
        "numerical_gradient is the course's now."
    )
    assert say("print(numerical_gradient(lambda x: x[0] ** 2, [3.0]).round(3))") == "[6.]"
    assert say("%next").startswith("Block 1.3 stands")
    assert say("%next 4.2").startswith("Block 4.2 stands")
    assert say("%next") == "There is no block after 4.2; %next 1.1 begins anew."
    assert say("%next 8").startswith("There is no block '8'; there are 1.1, 1.2, 1.3,")


def test_a_skeleton_that_was_run_is_nobodys_function(say: Say, tmp_path: Path) -> None:
    cells = [each["source"] for each in read(tmp_path / NINE.name)["cells"]]
    say(next(each for each in cells if each.startswith("# 2.1")))
    say("%catchup 1.4")
    assert say("%next") == (
        "Block 2.1 stands in the new cell below; it has been run:\n"
        "conv1d_backward is the course's now."
    )


def test_next_goes_on_after_what_was_typed(say: Say) -> None:
    say("def conv1d_backward(grad_output, x, weight, stride=1):\n    return 1, 2")
    assert say("%next").startswith("Block 2.2 stands")


def test_catchup_brings_the_courses_functions_and_mine_goes_back(say: Say) -> None:
    say("def relu_backward(grad_output, x):\n    return 'mine'")
    assert say("%catchup 3") == (
        "Caught up to block 3.2; your cells are unchanged.\n"
        "The course's are in force: numerical_gradient, conv1d_backward, conv2d_backward, "
        "max_pool2d_backward, relu_backward. %mine puts yours back: relu_backward."
    )
    assert say("print(relu_backward(np.array([5.0]), np.array([2.0])), image.shape)") == (
        "[5.] (1, 1, 3, 3)"
    )
    assert say("%mine") == (
        "Yours are in force again: relu_backward.\n"
        "You have not written these yet, so they stay as they are: numerical_gradient, "
        "conv1d_backward, conv2d_backward, max_pool2d_backward. Write one in a cell and run that, "
        "and it is in force."
    )
    assert say("print(relu_backward(1, 2))") == "mine"
    assert say("%catchup 7.1").startswith("There is no block '7.1'; there are 1.1,")
    assert say("%catchup").startswith("Write a block after %catchup; there are 1.1,")


def test_break_is_shown_and_diagnosed_and_mended(say: Say) -> None:
    say("%next 3.2")
    assert say("%break relu_backward gated-by-gradient") == (
        "Broken on purpose. relu_backward makes the mistake gated-by-gradient. %mend repairs it."
    )
    assert say("print(relu_backward(np.array([-1.0]), np.array([1.0])))") != "[-1.]"
    assert "The gate looks at the gradient, not at x." in say("check.relu_backward(relu_backward)")
    assert say("%mend") == (
        "Mended. relu_backward is as it was before. It made the mistake gated-by-gradient."
    )
    assert say("print(relu_backward(np.array([-1.0]), np.array([1.0])))") == "[-1.]"
    assert say("%mend") == (
        "Nothing is broken on purpose; %break NAME SLUG breaks a function, and %break random one "
        "by chance."
    )


def test_break_helps_with_names(say: Say) -> None:
    assert say("%break").startswith("Write %break NAME SLUG, or %break random. NAME is one of num")
    assert say("%break conv2d_backwar x").startswith(
        "No exercise is called 'conv2d_backwar'. Did you mean conv2d_backward or "
    )
    assert say("%break relu_backward gated-by-gradien") == (
        "relu_backward has no known mistake 'gated-by-gradien'. Did you mean gated-by-gradient or "
        "gated-by-both?"
    )
    assert say("%break zzz") == (
        "No exercise is called 'zzz'. %break alone names those of this notebook."
    )
    assert say("%break batch_norm no-eps").startswith("batch_norm has no known mistake 'no-eps'.")
    assert say("%break accuracy percent") == (
        "accuracy is no function of this notebook, so nobody would see it; NAME is one of "
        "numerical_gradient, conv1d_backward, conv2d_backward, max_pool2d_backward, relu_backward, "
        "linear_backward, cross_entropy_backward."
    )
    assert say("%break relu_backward gated-by-gradient x") == (
        "'x' should be a whole number; leave it out, or write 0."
    )
    assert "gated-by-gradient: " in say("%break relu_backward")


def test_a_hunt_shows_symptoms_first_and_tells_at_the_end(say: Say) -> None:
    assert say("%break random") == (
        "No function of this notebook is there yet; %catchup 4.2 gets all of them."
    )
    say("%catchup 3")
    hunted = say("%break random 3")
    assert "One of these has a known mistake in it now: numerical_gradient, conv1d" in hunted
    assert "the answer should be" in hunted and "and now it is" in hunted
    told = re.match(
        r"Mended\. (\w+) is as it was before\. It made the mistake ([\w-]+): ", say("%mend")
    )
    assert told and f" {told[1]}" in hunted.split("now:")[1], told
    assert told[2] in [mistake.slug for mistake in check.mistakes(told[1])]


def test_what_is_not_typed_yet_is_said_in_a_sentence(say: Say) -> None:
    assert say("conv1d_backward([1], [1], [1])") == (
        "conv1d_backward is not typed yet: block 2.1. Type it, or let %next do it."
    )
    say("def conv1d_backward(grad_output, x, weight, stride=1):\n    raise NotImplementedError")
    assert say("conv1d_backward([1], [1], [1])") == (
        "conv1d_backward is not typed yet. Type it, or let %next do it."
    )
    say("def conv1d_backward(grad_output, x, weight, stride=1)\n    for i in")  # half typed
    assert "not started" in say("conv1d_backward = check.conv1d_backward(conv1d_backward)")


def test_the_transcript_grows_with_every_cell(say: Say, tmp_path: Path) -> None:
    say("print('a')")
    say("1 / 0")
    say("%break relu_backward gated-by-gradient")
    say("%next 3.2")
    text = (tmp_path / "09_transcript.md").read_text(encoding="utf-8")
    assert text.startswith("# 09_backpropagation\n\nWhat was run before the class, cell by cell.\n")
    assert text.endswith(
        "```python\nprint('a')\n```\n\n```python\n1 / 0\n```\n\nThis raised ZeroDivisionError.\n\n"
        "```python\n"
        + '''def relu_backward(grad_output, x):
    """Gradient of x, given that of relu(x); 0 where x is 0. No argument is changed."""
    return grad_output * (x > 0)
```
'''
    )


def test_a_transcript_goes_on_after_a_restart_and_says_once_that_it_cannot(tmp_path: Path) -> None:
    path = tmp_path / "09_transcript.md"
    assert Transcript(path, "09").add("a = 1") == ""
    assert Transcript(path, "09").add("b = 2") == ""
    text = path.read_text(encoding="utf-8")
    assert text.count("# 09") == 1 and text.index("a = 1") < text.index("---") < text.index("b = 2")
    gone = Transcript(tmp_path / "nowhere" / "09_transcript.md", "09")
    assert gone.add("c = 3") == "09_transcript.md is not written: the folder is not there."
    assert gone.add("d = 4") == ""
    gone.path.parent.mkdir()
    assert gone.add("e = 5") == ""
    text = gone.path.read_text(encoding="utf-8")
    assert text.index("c = 3") < text.index("d = 4") < text.index("e = 5") and "---" not in text


def test_two_kernels_write_into_one_transcript(tmp_path: Path) -> None:
    path = tmp_path / "09_transcript.md"
    one, other = Transcript(path, "09"), Transcript(path, "09")
    for transcript, source in ((one, "a = 1"), (other, "b = 2"), (one, "c = 3"), (other, "d = 4")):
        assert transcript.add(source) == ""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\w = \d", text) == ["a = 1", "b = 2", "c = 3", "d = 4"]
    assert text.count("# 09") == text.count("---") == 1


def test_a_transcript_that_cannot_be_read_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "09_transcript.md"
    path.write_bytes(b"notes of mine \xff")
    transcript = Transcript(path, "09")
    assert transcript.add("a = 1") == (
        "09_transcript.md could not be read: it is 09_transcript_unreadable_1.md now, and is begun "
        "anew."
    )
    assert transcript.add("b = 2") == ""
    assert (tmp_path / "09_transcript_unreadable_1.md").read_bytes() == b"notes of mine \xff"
    assert "a = 1" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "transcript"),
    [
        ("09_backpropagation.ipynb", "09_transcript.md"),
        ("09_backpropagation_live_2.ipynb", "09_live_2_transcript.md"),
        ("monday.ipynb", "monday_transcript.md"),
        ("a-session-without-a-file", "09_transcript.md"),
    ],
)
def test_each_live_copy_has_a_transcript_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, transcript: str
) -> None:
    make_live(NINE, tmp_path)
    if name.endswith(".ipynb") and name != NINE.name:
        shutil.copy(tmp_path / NINE.name, tmp_path / name)
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / name))
    monkeypatch.setattr(session, "this_notebook", lambda shell: NINE.name)
    with shell_in(tmp_path) as shell:
        run_cell(shell, SETUP)
        run_cell(shell, "print('a')")
    assert [path.name for path in tmp_path.glob("*.md")] == [transcript]


def test_pace_says_where_the_class_is_and_stops(say: Say) -> None:
    assert say("%pace") == "Write %pace start, or %pace start 50: no bar runs yet."
    assert say("%pace start 60") == "There is no plan of 60 minutes; there are 50, 75, 90."
    assert say("%pace start 50") == "0 of 50 minutes are gone."
    assert say("%pace stop") == "0 of 50 minutes are gone."


def test_until_a_block_is_typed_its_names_are_the_courses(say: Say, tmp_path: Path) -> None:
    for source in ("%next 2.1", "x, weight = np.array([1.0, 2, 3, 4]), np.array([1.0, 2, 3])"):
        say(source)
    say("grad_output = np.array([1.0, 10.0])")
    told = "Until block 2.2 is typed, the course's stands in its place."
    heading = "# 2.2  Compute both gradients of the small convolution."
    assert say(heading) == told
    assert say("print(grad_x)") == "[ 1. 12. 23. 30.]"
    assert told in say(f"{heading}\ngrad_x, grad_weight = conv1d_backward(grad_output,")
    assert told in say(f"{heading}\ngrad_x, grad_weight = conv1d_backwards(grad_output, x)")
    assert say(f"{heading}\ngrad_x, grad_weight = 1, 2") == ""
    assert "NameError" in say(f"{heading}\ngrad_x, grad_weight = conv1d_backwards(1)")
    assert say("print(grad_x)") == "1"  # what was typed stays


def test_a_loop_that_is_not_typed_is_the_courses(tmp_path: Path, monkeypatch) -> None:
    """Its cell begins a list, and the loop that fills it is typed: an empty list helps nobody."""
    [path] = course_notebooks(["16"])
    block = next(each for each in typed_blocks(read(path)) if "sizes.append" in each.to_type)
    make_live(path, tmp_path)
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / path.name))
    begun, loop = "sizes = []", "for n in range(3):\n    sizes.append(n)"
    block = replace(
        block, number="1.1", skeleton=begun, code=f"{begun}\n{loop}", typed=(1, 2),
        leaves=frozenset({"sizes"}),
    )  # fmt: skip
    monkeypatch.setattr(f"{session.__name__}.typed_blocks", lambda _: [block])
    with shell_in(tmp_path) as shell:
        run_cell(shell, SETUP)
        told = "Until block 1.1 is typed, the course's stands in its place."
        assert run_cell(shell, f"# 1.1  Goal.\n{begun}").text.strip() == told
        assert run_cell(shell, "print(sizes)").text.strip() == "[0, 1, 2]"
        assert run_cell(shell, f"# 1.1  Goal.\n{begun}\n{loop.replace('3', '2')}").text == ""
        assert run_cell(shell, "print(sizes)").text.strip() == "[0, 1]"


def test_a_class_does_not_wait_for_training(tmp_path: Path, monkeypatch) -> None:
    [path] = course_notebooks(["14"])
    make_live(path, tmp_path)
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / path.name))
    with shell_in(tmp_path) as shell:
        run_cell(shell, SETUP)
        said = run_cell(shell, "%catchup 1").text
        assert "Not there, because it takes long to train: dense, linear, networks. Run" in said
        assert "dense" not in run_cell(shell, "%catchup 2").text  # no later cell needs them
        assert run_cell(shell, "print(type(conv).__name__, len(patches))").printed == (
            "Sequential 20000\n"
        )


# In a practice copy, where answers are kept


@pytest.fixture
def practise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], tuple[Say, Path]]]:
    """Opens the practice copy of a notebook; returns what runs a cell, and the folder."""
    with contextlib.ExitStack() as stack:
        stack.callback(hooks.listen, "library", None)

        def opened(number: str) -> tuple[Say, Path]:
            [path] = course_notebooks([number])
            make_practice([path], tmp_path)
            monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / path.name))
            shell = stack.enter_context(shell_in(tmp_path))
            run_cell(shell, SETUP)
            return lambda source: run_cell(shell, source).text.strip(), tmp_path

        yield opened


RELU = "def relu_backward(grad_output, x):\n    return np.where(x > 0, grad_output, 0.0)"
CHECK = "relu_backward = check.relu_backward(relu_backward)"
BLOCK = next(each for each in typed_blocks(read(NINE)) if each.name == "relu_backward")
THE_COURSES = {
    "%catchup": ["%catchup 3.2"],
    "%next": ["%next 3.2"],
    "the cell of %next": ["%next 3.2", as_a_cell(BLOCK)],
}


@pytest.mark.parametrize("cells", THE_COURSES.values(), ids=THE_COURSES)
@pytest.mark.parametrize("own", [True, False])
def test_the_courses_function_is_kept_for_nobodys(
    practise: Callable, cells: list[str], own: bool
) -> None:
    say, folder = practise("09")
    if own:
        assert "Your relu_backward is kept in my_cnn.py." in say(f"{RELU}\n{CHECK}")
    before = recorded(folder)
    for cell in cells:
        say(cell)
    assert "This is the course's relu_backward; it does not count as yours." in say(CHECK)
    assert recorded(folder) == before
    assert ("np.where" in str(before["answers"])) is own
    say(RELU.replace("x > 0", "0 < x"))
    said = say(CHECK)
    assert f"Your relu_backward {'replaces' if own else 'is kept in'}" in said


def test_an_answer_calls_the_courses_as_the_courses(practise: Callable) -> None:
    say, folder = practise("02")
    say("%catchup 2.2")
    convolve = "def convolve2d(x, kernel):\n    return correlate2d(x, np.flip(kernel))"
    said = say(f"{convolve}\nconvolve2d = check.convolve2d(convolve2d)")
    assert "Your convolve2d is kept in my_cnn.py." in said
    library = (folder / "my_cnn.py").read_text(encoding="utf-8")
    assert 'correlate2d = check.EXERCISES["correlate2d"].course' in library
    assert "def correlate2d" not in library


@pytest.mark.parametrize("command", ["%catchup 1.2", "%next 1.2"])
def test_mine_brings_back_every_function_of_a_block(practise: Callable, command: str) -> None:
    say, _ = practise("16")
    say("%catchup 1.1")
    say("def train(model):\n    return 'my training'\n\ndef last(values):\n    return 'my end'")
    assert "%mine puts yours back: train, last." in say(command)
    assert say("print(last([1.0]))") != "my end"
    assert "Yours are in force again: train, last." in say("%mine")
    assert say("print(train(1), last([1.0]))") == "my training my end"


def test_a_cell_of_next_that_is_run_again_stays_the_courses(practise: Callable) -> None:
    say, _ = practise("16")
    block = next(each for each in typed_blocks(read(course_notebooks(["16"])[0]))
                 if {"train", "last"} <= {*each.functions})  # fmt: skip
    say(f"%catchup {block.number.partition('.')[0]}.1")
    say("def train(model):\n    return 'my training'\n\ndef last(values):\n    return 'my end'")
    say(f"%next {block.number}")
    say(as_a_cell(block))
    assert "Yours are in force again: train, last." in say("%mine")


def test_a_mistake_that_is_made_on_purpose_is_nobodys(practise: Callable) -> None:
    say, folder = practise("09")
    say("%next 3.2")
    say("%break relu_backward gated-by-gradient")
    assert "The gate looks at the gradient" in say(CHECK)
    assert recorded(folder)["wrong"] == {}
    say(RELU.replace("x > 0", "grad_output > 0"))
    say("check.relu_backward(relu_backward)")
    assert recorded(folder)["wrong"] == {"relu_backward": {"gated-by-gradient": 1}}


# Where a command cannot do what it is asked for


def test_mine_says_what_is_not_written_and_what_to_do(say: Say) -> None:
    assert say("%mine") == (
        "You have not written a function in this notebook yet, and nothing stands in the place of "
        "one; write a function in a cell and run that, and it is in force."
    )
    assert say("%mine relu") == (
        "You have not written relu in this notebook yet; %mine brings back functions that you have "
        "written in a cell and run."
    )
    assert say("%mine conv1d_backward") == (
        "You have not written conv1d_backward in this notebook yet; write it in a cell and run "
        "that, and it is in force."
    )
    say("def relu_backward(grad_output, x):\n    return 'mine'")
    assert say("%mine") == (
        "All functions that you have written are in force already: relu_backward."
    )
    assert say("%mine relu_bakward") == (
        "You have not written relu_bakward in this notebook yet; did you mean relu_backward?"
    )
    assert say("%mine q") == (
        "You have not written q in this notebook yet; yours are relu_backward."
    )
    assert say("%mine relu_backward") == "Yours are in force again: relu_backward."


def test_a_cell_that_stops_before_its_function_has_written_none(say: Say) -> None:
    say("%next 3.2")
    say("1 / 0\ndef relu_backward(grad_output, x):\n    return 'mine'")
    assert say("%mine relu_backward").startswith("You have not written relu_backward in this")
    say("1 / 0\ndef conv1d_backward(grad_output, x, weight, stride=1):\n    return 'mine'")
    assert say("%mine conv1d_backward").startswith("You have not written conv1d_backward in this")


def test_next_says_what_a_block_needs_and_stays_before_it(say: Say) -> None:
    said = say("%next 2.2")
    assert "Block 2.2 stands in the new cell below; it has been run:" in said
    assert said.endswith(
        "Block 2.2 has not come to its end: name 'grad_output' is not defined. %catchup 2.2 gets "
        "what it needs; then write %next 2.2."
    )
    assert say("%next").startswith("Block 1.1 stands")
    say("%catchup 2.2")
    assert say("%next 2.2").startswith("Block 2.2 stands in the new cell below; it has been run:")
    assert say("print(grad_x)") == "[ 1. 12. 23. 30.]"
    assert say("%next").startswith("Block 2.3 stands")


def test_a_name_of_the_users_in_the_way_of_catching_up_is_no_riddle(say: Say) -> None:
    say("def relu_backward(grad_output, x):\n    return 'mine'")
    say("float = 3")
    assert say("%catchup 4.2") == (
        "The course's code has stopped before the end of block 4.2: Cannot interpret '3' as a data "
        "type. A name of yours, such as sum or max, may stand in its way: restart the kernel, run "
        "the first cell, and write %catchup 4.2 again."
    )
    assert say("print(relu_backward(1, 2))") == "mine"
    assert "not typed yet: block 2.1" in say("conv1d_backward(1, 2, 3)")


def test_what_was_written_anew_is_not_mended_away(say: Say) -> None:
    say("%next 3.2")
    say("%break relu_backward gated-by-gradient")
    say("def relu_backward(grad_output, x):\n    return 'mine'")
    assert say("%mend") == (
        "Mended. relu_backward was written anew since, and stays. It made the mistake "
        "gated-by-gradient."
    )
    assert say("print(relu_backward(1, 2))") == "mine"


def test_mend_takes_the_name_that_the_class_has_guessed(say: Say) -> None:
    say("%catchup 3")
    for seed in range(9):  # chance takes another function than this one before long
        say(f"%break random {seed}")
        mine = say("%mine")
        assert mine.startswith("You have not written these yet, so they stay as they are: num")
        answer = say("%mend relu_backward")
        if not answer.startswith("Mended."):
            break
    assert answer == "Not broken on purpose: relu_backward; %mend alone repairs what is."
    say("%break relu_backward gated-by-gradient")
    assert say("%mend relu_backward").startswith("Mended. relu_backward is as it was before.")
    told = re.match(r"Mended\. (\w+) is as it was before\.", say("%mend"))
    assert told and told[1] != "relu_backward"


def test_poll_names_the_keys_of_the_notebook(say: Say) -> None:
    [first, *_] = [each.key for each in questions(read(NINE), NINE.name)]
    assert say("%poll").startswith(f"Write the key of one after %poll: {first}, 09-")
    assert say("%poll 09-none").startswith(
        f"The course has no question '09-none'; write the key of one after %poll: {first}, 09-"
    )
    assert say("%poll that one").startswith("The course has no question 'that one'; write the ")


def test_a_notebook_without_blocks_says_so(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session.Session, "blocks", [])
    for command in ("%next", "%next 1.1", "%catchup", "%catchup 1.1"):
        assert say(command) == "No block of this notebook is typed before a class."
    for command in ("%break", "%break random"):
        assert say(command) == "No function of this notebook has known mistakes."


COMMANDS = ("%next", "%catchup 3.2", "%mine", "%break", "%break random", "%break planted",
            "%pace start")  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_in_a_notebook_of_ones_own_a_command_says_what_is_missing(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "mine.ipynb"))
    with shell_in(tmp_path) as shell:
        run_cell(shell, "%load_ext cnnhelpers")
        assert run_cell(shell, command).text.strip() == (
            "Nothing tells which notebook of the course this is; run its first cells, or open a "
            "copy that `python -m cnnhelpers live` or `practice` has made."
        )


def test_before_the_first_cell_a_command_is_not_found(tmp_path: Path) -> None:
    """As INSTRUCTORS.md says: the first cell brings the commands."""
    with shell_in(tmp_path) as shell:
        ran = run_cell(shell, "%next")
    assert str(ran.error) == "Line magic function `%next` not found."
