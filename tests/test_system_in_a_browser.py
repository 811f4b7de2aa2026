"""The course where nothing starts threads or processes, rings alarms, or has PyTorch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cnnhelpers.check import limits, running

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def found():
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent), "MPLBACKEND": "agg"}
    script = HERE / "python_in_a_browser.py"
    done = subprocess.run(
        [sys.executable, script], env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def test_every_module_is_imported_there(found):
    assert found["modules"] == {}


def test_nothing_of_ours_warns(found):
    assert found["warnings"] == []


def test_operations_and_training_use_one_thread_and_one_process(found):
    # set_threads(4) and fit(processes=2) were asked for. The sum is that of rows 0 to 2 and columns
    # 0 and 1 of three channels: 6 * 132 * (0 + 1 + 2) + 6 * 11 * (0 + 1 + 2) + 9.
    expected = {"threads": 1, "shape": [8, 5, 12, 10], "sum": 2583.0, "losses": 1}
    assert found["functions"] == expected


@pytest.mark.parametrize(
    "answer, verdict, mistake, words",
    [
        ("right", "passed", None, "the same answers as the values recorded from PyTorch"),
        ("exchanged", "wrong shape", "paddings-swapped", "The two paddings are exchanged."),
        ("endless", "raised", "endless-loop", "loop in line 14 was running: `while row < len(x):`"),
        ("for_ever", "raised", "endless-loop", "loop in line 19 was running: `while True:`"),
        ("deeper", "raised", None, "RecursionError"),
        ("asks", "raised", None, "input() asks the reader"),
    ],
)
def test_a_check_says_what_it_says_elsewhere(found, answer, verdict, mistake, words):
    got_verdict, got_mistake, text = found["checks"][answer]
    assert (got_verdict, got_mistake) == (verdict, mistake), text
    assert words in text
    assert "cannot stop" not in text


def test_a_check_that_cannot_stop_a_function_says_so(found):
    verdict, _, text = found["debugged"]["right"]
    assert verdict == "passed"
    assert text.endswith("Here a check cannot stop a function that does not end.")


def test_it_refuses_a_loop_that_it_can_see_never_ends(found):
    verdict, mistake, text = found["debugged"]["for_ever"]
    assert (verdict, mistake) == ("raised", "endless-loop")
    assert "The loop `while True:` never ends, so pad2d was not run" in text
    assert found["debugged"]["left"] is None  # a loop with a break of its own


@pytest.mark.skipif(os.name == "nt", reason="Windows locks files by itself")
def test_no_lock_is_left_that_nothing_would_open(found):
    assert found["files"] == ["my_cnn.py"]


def test_a_live_training_gives_the_page_its_turns(found):
    assert found["live"] == {"steps": 10, "turns": True, "problem": ""}


def test_every_explorer_is_made_there(found):
    assert len(found["explorers"]) > 30
    assert "4 of 4 outputs" in found["explorers"]["BackwardExplorer"]
    assert all(sentence.endswith(".") for sentence in found["explorers"].values())


def test_here_a_function_is_stopped_by_an_alarm_and_by_a_look_at_the_clock_alike(monkeypatch):
    def endless():
        count = 0
        while count >= 0:
            count += 1

    for way in (limits._alarm, limits._watched, limits._traced):
        monkeypatch.setattr(limits, "_way", lambda way=way: way)
        done = running.run(endless, {}, (), (), seconds=0.1)
        assert done.out_of_time
        assert done.line is not None and done.line.text == "while count >= 0:"
