"""Training on several processes: equal to one process; ended in time; nothing left behind."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import record_parallel_steps as recipe
from explorer_tools import pytorch

from cnnhelpers import functional, models, nn, reference, training
from cnnhelpers.datasets import digits
from cnnhelpers.parallel import in_torch, launch, run, source

STEPS, BATCH = recipe.OPTIONS["steps"], recipe.OPTIONS["batch_size"]


def batches():
    images, labels = digits("train", STEPS * BATCH)
    images = ((images - np.float32(0.131)) / np.float32(0.309)).astype(np.float64)
    return list(zip(np.split(images, STEPS), np.split(labels, STEPS)))


@pytest.fixture(scope="module")
def ours():
    """Return what one process comes to with whole batches, in NumPy: losses, gradients, state."""
    model = models.lenet().astype(np.float64)
    model.load_state_dict(recipe.start())
    images, labels = batches()[0]
    model.backward(functional.cross_entropy_backward(model(images), labels))
    gradients = {name: each.grad.copy() for name, each in model.named_parameters()}
    optimiser = nn.SGD(model.parameters(), recipe.OPTIONS["learning_rate"], 0.9)
    losses = [training.train_step(model, x, y, optimiser)[0] for x, y in batches()]
    return losses, gradients, model.state_dict()


def agree(found, ours):
    losses, gradients, state = ours
    np.testing.assert_allclose(found.losses, losses, rtol=0, atol=1e-9)
    assert found.difference(gradients, "gradients") < 1e-12
    assert found.difference(state) < 1e-9
    assert found.apart == 0


@pytest.fixture(scope="module", autouse=True)
def own_folder(tmp_path_factory):
    """Let what is left behind be ours: other tests run processes at the same time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("processes")))
        yield


def left_behind():
    """Return folders of ours, and processes that write into one."""
    folders = list(Path(tempfile.gettempdir()).glob("parallel-*"))
    ours = os.fsencode(tempfile.gettempdir())
    commands = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes()
        except OSError:  # it has ended
            continue
        if ours in words:
            commands.append(words)
    return folders, commands


@pytest.fixture(scope="module")
def ran(own_folder):
    """Return what two processes come to, here and now."""
    pytorch()
    return run(recipe.start(), **recipe.OPTIONS)


def test_two_processes_are_one_with_the_whole_batch(ours, ran):
    found = ran
    assert found.note == "2 processes, run on this machine by torchrun." and not found.recorded
    assert found.state["7.weight"].shape == (500, 2450)
    agree(found, ours)
    assert left_behind() == ([], [])


def test_the_comparison_can_fail(ours):
    """Another batch's gradients are far from those of the first."""
    model = models.lenet().astype(np.float64)
    model.load_state_dict(recipe.start())
    images, labels = batches()[1]
    model.backward(functional.cross_entropy_backward(model(images), labels))
    other = {name: each.grad for name, each in model.named_parameters()}
    assert recorded_run().difference(other, "gradients") > 1e-4
    with pytest.raises(ValueError, match="other parameters than LeNet"):
        recorded_run().difference({})


def recorded_run():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reference, "available", lambda: False)
        return run(recipe.start(), **recipe.OPTIONS)


def test_without_pytorch_the_record_takes_its_place(ours, monkeypatch):
    found = recorded_run()
    assert found.recorded and sum(map(len, found.state.values())) > 1200
    assert found.note == "PyTorch is not installed: these are recorded results."
    agree(found, ours)
    monkeypatch.setattr(reference, "available", lambda: False)
    with pytest.raises(LookupError, match="this run was not recorded: there is nothing to show"):
        run(recipe.start(), steps=3)


def test_processes_that_take_too_long_are_ended(ours):
    """A quarter of a second is over before PyTorch is imported."""
    pytorch()
    found = run(recipe.start(), limit=0.25, **recipe.OPTIONS)
    assert found.recorded
    assert found.note == (
        "The 2 processes were not run to their end (they took longer than 0.25 seconds): these "
        "are recorded results."
    )
    assert left_behind() == ([], [])


def test_processes_in_the_middle_of_their_work_are_ended(monkeypatch, tmp_path):
    """The script waits for a word that never comes; it is ended as soon as both have begun."""
    pytorch()
    script = tmp_path / "train.py"
    script.write_text(
        "import os, pathlib, sys, signal\n"
        "name = next(word for word in sys.argv if word.startswith('--out='))[6:]\n"
        "pathlib.Path(name + os.environ['RANK']).touch()\n"
        "signal.pause()\n"
    )
    monkeypatch.setattr(launch, "SCRIPT", script)
    ended = []
    wait = subprocess.Popen.wait

    def wait_for_both(process, timeout=None):
        if timeout != 60:
            return wait(process, timeout)
        folders = Path(tempfile.gettempdir())
        while len(list(folders.glob("parallel-*/out.npz[01]"))) < 2:
            with suppress(subprocess.TimeoutExpired):
                assert wait(process, 0.1) is None
        ended.append(process)
        raise subprocess.TimeoutExpired("torchrun", timeout)

    monkeypatch.setattr(subprocess.Popen, "wait", wait_for_both)
    assert run(recipe.start(), limit=60, **recipe.OPTIONS).recorded
    assert ended and left_behind() == ([], [])


def test_an_error_in_the_processes_is_told_in_a_sentence(monkeypatch, tmp_path):
    pytorch()
    script = tmp_path / "train.py"
    script.write_text("raise RuntimeError('no room on the device.')\n")
    monkeypatch.setattr(launch, "SCRIPT", script)
    found = run(recipe.start(), **recipe.OPTIONS)
    assert found.note == (
        "The 2 processes were not run to their end (RuntimeError: no room on the device): these "
        "are recorded results."
    )
    assert left_behind() == ([], [])


def test_an_interruption_ends_the_processes(monkeypatch):
    pytorch()
    wait = subprocess.Popen.wait
    asked = []

    def interrupted(process, timeout=None):
        if not asked:
            asked.append(process)
            raise KeyboardInterrupt
        return wait(process, timeout)

    monkeypatch.setattr(subprocess.Popen, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(recipe.start(), **recipe.OPTIONS)
    assert asked[0].poll() is not None and left_behind() == ([], [])


def test_a_machine_that_starts_no_processes_says_so(monkeypatch):
    pytorch()

    def refused(*args, **options):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(subprocess, "Popen", refused)
    found = run(recipe.start(), **recipe.OPTIONS)
    assert "(PermissionError: Operation not permitted): these are recorded results." in found.note


def test_a_machine_without_a_loopback_says_so_at_once(monkeypatch):
    pytorch()

    def unreachable(address, timeout=None):
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, "create_connection", unreachable)
    monkeypatch.setattr(subprocess, "Popen", None)  # nothing is started
    assert run(recipe.start(), **recipe.OPTIONS).note == (
        "The 2 processes were not run to their end (127.0.0.1 does not answer: Network is "
        "unreachable): these are recorded results."
    )


def test_the_record_is_up_to_date(ran, monkeypatch, tmp_path):
    """Recorded anew from a run of this moment, it is the same within rounding."""
    old = recorded_run()
    monkeypatch.setattr(launch, "FILE", tmp_path / "steps.npz")
    monkeypatch.setattr(launch, "_started", lambda *arguments: ran)
    launch.record(recipe.start(), **recipe.OPTIONS)
    new = recorded_run()
    np.testing.assert_allclose(old.losses, new.losses, rtol=0, atol=1e-9)
    assert old.state.keys() == new.state.keys() and old.gradients.keys() == new.gradients.keys()
    for name, values in new.state.items():
        np.testing.assert_allclose(old.state[name], values, rtol=0, atol=1e-9)
        np.testing.assert_allclose(old.gradients[name], new.gradients[name], rtol=0, atol=1e-12)


def test_our_networks_are_the_same_in_pytorch_and_in_the_record(monkeypatch):
    """LeNet and ResNet-20 by the notebook's own functions; the record is what PyTorch says now."""
    pytorch()
    compared = 0
    for function, state, x in recipe.calls():
        theirs = in_torch(function, state, x)
        assert theirs.note == "By PyTorch." and theirs.values.shape == (4, 10)
        with monkeypatch.context() as patch:
            patch.setattr(reference, "available", lambda: False)
            rounded = {name: values * np.float32(1 + 1e-7) for name, values in state.items()}
            record = in_torch(function, rounded, x)  # as on another machine
            others = {name: values + 0.01 for name, values in state.items()}
            for wrong in ((function, state, x + 1), (function, others, x)):
                with pytest.raises(LookupError, match="were not recorded: there is nothing"):
                    in_torch(*wrong)
        assert record.note == "PyTorch is not installed: these outputs of its are recorded."
        np.testing.assert_allclose(record.values, theirs.values, rtol=0, atol=1e-5)
        complete = any(name.endswith("running_mean") for name in state)
        ours = models.resnet_cifar(3, in_channels=1) if complete else models.lenet()
        if ours.state_dict().keys() == state.keys():
            ours.load_state_dict(state)
            assert np.abs(ours.eval()(x) - theirs.values).max() < 1e-5
            compared += 1
    assert compared == 2


def test_the_script_is_shown_function_by_function():
    assert source("join").startswith("def join():\n") and '"nccl" if on_gpus' in source("join")
    with pytest.raises(LookupError, match="has no function 'jion'"):
        source("jion")
