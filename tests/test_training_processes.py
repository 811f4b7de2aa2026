"""Training on several processes: the numbers of one, no process and no memory left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from test_training_interrupts import in_an_interpreter_of_its_own, interrupted_at

from cnnhelpers import functional, nn, training
from cnnhelpers.training import processes as team

METHODS = multiprocessing.get_all_start_methods()
RNG = np.random.default_rng(0)
IMAGES = RNG.standard_normal((50, 2, 6, 5)).astype(np.float32)
LABELS = RNG.integers(0, 3, 50)


def network():
    """Dropout twice: before the flattening, and after it."""
    nn.manual_seed(0)
    features = nn.Conv2d(2, 4, 3), nn.ReLU(), nn.Dropout(0.2), nn.Flatten()
    return nn.Sequential(*features, nn.Linear(48, 5), nn.Tanh(), nn.Dropout(0.4), nn.Linear(5, 3))


class Run:
    """A model, its optimiser and its history."""

    def __init__(self, dtype=np.float32):
        self.model = network().astype(dtype)
        self.optimiser = nn.Adam(self.model.parameters(), 0.01)
        self.history = training.History()
        self.own = [parameter.data for parameter in self.model.parameters()]

    def fit(self, images=IMAGES, labels=LABELS, **options):
        options = {"batch_size": 16, "epochs": 3, "progress": False} | options
        settings = {"optimiser": self.optimiser, "history": self.history} | options
        return training.fit(self.model, images, labels, **settings)

    def weights(self):
        return np.concatenate([parameter.data.ravel() for parameter in self.model.parameters()])

    def assert_tidy(self):
        """The weights are in the model's own arrays, and nobody works for it any more."""
        assert multiprocessing.active_children() == []
        for parameter, own in zip(self.model.parameters(), self.own):
            assert parameter.data is own


@pytest.fixture(params=METHODS)
def method(request, monkeypatch):
    context = multiprocessing.get_context(request.param)
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)


def trained(processes, **options):
    run = Run(options.pop("dtype", np.float32))
    run.fit(processes=processes, **options)
    run.assert_tidy()
    return run


# The numbers ------------------------------------------------------------------------------------


def assert_equal_to_rounding(several, one, tolerance):
    np.testing.assert_allclose(several.weights(), one.weights(), rtol=0, atol=tolerance)
    np.testing.assert_allclose(several.history.loss, one.history.loss, rtol=tolerance)
    assert several.history.accuracy == one.history.accuracy
    for ours, theirs in zip(several.model.parameters(), one.model.parameters()):
        assert ours.grad.dtype == theirs.grad.dtype
        np.testing.assert_allclose(ours.grad, theirs.grad, rtol=0, atol=tolerance)


@pytest.mark.parametrize("processes", [2, 3])
@pytest.mark.parametrize("batch_size", [16, 50, 7])  # 50 images: last batches of 2, 50 and 1
def test_several_processes_come_to_the_numbers_of_one(processes, batch_size):
    one = trained(1, batch_size=batch_size)
    several = trained(processes, batch_size=batch_size)
    assert_equal_to_rounding(several, one, 2e-6)
    for parameter in several.model.parameters():
        assert parameter.grad.base is None  # its own memory, not the processes'


@pytest.mark.parametrize(
    ("images", "dtype", "tolerance"),
    [
        (IMAGES.astype(np.float64), np.float64, 1e-14),
        (IMAGES.astype(np.float64), np.float32, 2e-6),
        (IMAGES.astype(np.float16), np.float32, 2e-6),
        ((2 * abs(IMAGES)).astype(np.uint8), np.float32, 1e-5),
    ],
    ids=["float64", "float64 images", "float16 images", "uint8 images"],
)
def test_every_dtype_is_kept(images, dtype, tolerance):
    one = trained(1, images=images, dtype=dtype)
    assert_equal_to_rounding(trained(2, images=images, dtype=dtype), one, tolerance)


def test_the_same_numbers_in_each_run_and_with_every_way_of_starting(method):
    first, second, here = trained(2), trained(2), trained(1)
    assert first.history == second.history
    np.testing.assert_array_equal(first.weights(), second.weights())
    assert_equal_to_rounding(first, here, 2e-6)


def test_a_run_goes_on_with_another_number_of_processes(tmp_path):
    one, path = trained(1), tmp_path / "run.npz"
    half = trained(3, epochs=2, checkpoint=path)
    half.fit(processes=2)
    assert_equal_to_rounding(half, one, 2e-6)
    resumed = Run()
    resumed.history = training.load_checkpoint(path, resumed.model, resumed.optimiser)
    resumed.fit()
    assert_equal_to_rounding(resumed, one, 2e-6)


def test_more_processes_than_images_and_validation():
    several, one = (trained(n, batch_size=2, epochs=1, drop_last=True) for n in (5, 1))
    assert_equal_to_rounding(several, one, 2e-6)
    several, one = (trained(n, validation=(IMAGES[:9], LABELS[:9])) for n in (2, 1))
    np.testing.assert_allclose(
        several.history.validation_loss, one.history.validation_loss, rtol=1e-5
    )


class Replacing(nn.Optimiser):
    """An optimiser that puts new arrays in the place of the old."""

    def update(self, parameter, state):
        parameter.data = parameter.data - np.float32(self.lr) * parameter.grad


def test_an_optimiser_may_replace_the_weights():
    runs = []
    for processes in (1, 2):
        run = Run()
        run.fit(optimiser=Replacing(run.model.parameters(), 0.05), processes=processes)
        runs.append(run)
    assert runs[0].model[0].weight.data is not runs[0].own[0]  # one process leaves it at that
    runs[1].assert_tidy()
    np.testing.assert_allclose(runs[1].weights(), runs[0].weights(), rtol=0, atol=2e-6)


class Keeping(nn.SGD):
    """An optimiser that keeps the gradients themselves, and not copies."""

    def step(self):
        super().step()
        self.kept = [*getattr(self, "kept", []), self.parameters[0].grad]


def test_the_gradients_of_a_step_stay_what_they_are():
    kept = []
    for processes in (1, 2):
        run = Run()
        optimiser = Keeping(run.model.parameters(), 0.05)
        run.fit(optimiser=optimiser, processes=processes, epochs=1)
        kept.append(optimiser.kept)
    assert len(kept[0]) == 4
    np.testing.assert_allclose(kept[1], kept[0], rtol=0, atol=2e-6)


def test_layers_and_weights_may_have_several_places(method):
    trained_weights = []
    for processes in (1, 2):
        nn.manual_seed(0)
        relu, twice, tied = nn.ReLU(), nn.Linear(5, 5), nn.Linear(5, 5)
        tied.weight = twice.weight
        layers = nn.Linear(60, 5), relu, twice, relu, twice, relu, tied, nn.Linear(5, 3)
        model = nn.Sequential(nn.Flatten(), *layers)
        training.fit(model, IMAGES, LABELS, batch_size=17, progress=False, processes=processes)
        trained_weights.append([parameter.data for parameter in model.parameters()])
    assert len(trained_weights[0]) == 7  # of four layers, with one weight for two of them
    for one, several in zip(*trained_weights):
        np.testing.assert_allclose(several, one, rtol=0, atol=2e-6)


def test_chance_goes_on_as_if_nothing_had_been():
    nn.manual_seed(5)
    expected = nn.init.generator().random()
    run = Run()
    nn.manual_seed(5)
    run.fit(processes=2, epochs=1)
    assert nn.init.generator().random() == expected
    assert functional.threads() == team.workers.threads()


# One process where it has to be -----------------------------------------------------------------


class Own(nn.Module):
    def forward(self, x):
        return x - x.mean(axis=0)

    def backward(self, grad):
        return grad - grad.mean(axis=0)


class Doubled(nn.ReLU):
    pass


@pytest.mark.parametrize(
    ("layer", "reason"),
    [
        (lambda: nn.BatchNorm1d(5), "BatchNorm1d looks at the batch as a whole"),
        (Own, "nobody knows whether Own looks at each image by itself"),
        (Doubled, "nobody knows whether Doubled looks at each image by itself"),
        (lambda: nn.ReLU().use({}), "nobody knows whether ReLU's functions look at each image"),
    ],
)
def test_what_sees_the_whole_batch_is_trained_by_one_and_said(layer, reason):
    runs = []
    for processes in (1, 2):
        nn.manual_seed(0)
        model = nn.Sequential(nn.Flatten(), nn.Linear(60, 5), layer(), nn.Linear(5, 3))
        options = {"epochs": 2, "batch_size": 16, "progress": False, "processes": processes}
        if processes == 1:
            training.fit(model, IMAGES, LABELS, **options)
        else:
            with pytest.warns(UserWarning, match=f"fit: one process trains, because {reason}"):
                training.fit(model, IMAGES, LABELS, **options)
        runs.append(np.concatenate([parameter.data.ravel() for parameter in model.parameters()]))
    np.testing.assert_array_equal(*runs)


def test_a_system_that_starts_no_more_is_trained_by_one_and_said(monkeypatch):
    class Full:
        RawArray = staticmethod(multiprocessing.get_context().RawArray)
        Pipe = staticmethod(multiprocessing.get_context().Pipe)

        class Process:
            pid = None

            def __init__(self, **_):
                pass

            def start(self):
                raise BlockingIOError(11, "Resource temporarily unavailable")

    one = trained(1)
    monkeypatch.setattr(multiprocessing, "get_context", lambda: Full)
    with pytest.warns(UserWarning, match="because the system does not start more .*unavailable"):
        several = trained(2)
    np.testing.assert_array_equal(several.weights(), one.weights())


def train_two(connection):
    run = Run()
    with pytest.warns(UserWarning, match="because this process may not start others"):
        run.fit(processes=2)
    connection.send(run.weights())


def test_a_process_that_may_not_start_others_trains_alone():
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=train_two, args=(theirs,), daemon=True)
    process.start()
    theirs.close()  # so that an end of the process without an answer is noticed
    weights = ours.recv()
    process.join()
    np.testing.assert_array_equal(weights, trained(1).weights())


@pytest.mark.parametrize(
    ("wrong", "error"), [(0, ValueError), (-1, ValueError), (1.5, TypeError), ("all", TypeError)]
)
def test_a_number_of_processes_is_wanted(wrong, error):
    with pytest.raises(error, match="fit: processes must be"):
        Run().fit(processes=wrong)


# However it ends --------------------------------------------------------------------------------


def test_an_error_in_a_process_arrives(method):
    run = Run()
    run.fit(epochs=1)
    before, labels = run.weights(), LABELS.copy()
    labels[[3, 30]] = 7
    with pytest.raises(ValueError, match="labels go from 0 to 7, but the classes from 0 to 2") as e:
        run.fit(labels=labels, processes=2)
    assert e.value.__notes__ == ["fit: stopped in epoch 2; the model is as it was before it."]
    run.assert_tidy()
    np.testing.assert_array_equal(run.weights(), before)


def test_a_loss_beyond_all_numbers_is_said_as_ever():
    run = Run()
    with pytest.raises(FloatingPointError, match="the loss became|went beyond all numbers"):
        with np.errstate(all="ignore"):
            run.fit(optimiser=nn.SGD(run.model.parameters(), 1e30), processes=2)
    run.assert_tidy()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that kills")
def test_a_process_that_is_killed_is_said(method):
    run, steps = Run(), []

    class Killing(nn.SGD):
        def step(self):
            super().step()
            steps.append(1)
            if len(steps) == 6:  # four batches an epoch: in the second
                multiprocessing.active_children()[-1].kill()

    with pytest.raises(RuntimeError, match="one of the processes ended by itself") as caught:
        run.fit(optimiser=Killing(run.model.parameters(), 0.1), processes=2)
    assert "the model is as it was before it" in str(caught.value.__notes__)
    assert len(run.history) == 1
    run.assert_tidy()


def test_an_interrupt_in_the_clearing_up_leaves_nothing_behind(monkeypatch):
    end, calls = team.Team.end, []

    def interrupted(self):
        calls.append(self)
        if len(calls) == 1:
            raise KeyboardInterrupt
        end(self)

    monkeypatch.setattr(team.Team, "end", interrupted)
    run = Run()
    with pytest.raises(KeyboardInterrupt):
        run.fit(processes=2)
    assert len(run.history) == 3
    run.assert_tidy()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer that interrupts")
@pytest.mark.skipif("fork" not in METHODS, reason="needs processes that inherit a changed function")
def test_an_interrupt_does_not_wait_for_a_share_without_end(monkeypatch, ctrl_c):
    def interrupt(*_):
        signal.raise_signal(signal.SIGINT)

    context = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)
    monkeypatch.setattr(team, "gradients", lambda *_: time.sleep(3600))
    run, before = Run(), signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.5)
        with pytest.raises(KeyboardInterrupt):
            run.fit(processes=2)
    finally:
        signal.signal(signal.SIGALRM, before)
    run.assert_tidy()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer that interrupts")
@pytest.mark.filterwarnings("ignore:fit. the history has 3 epochs")
def test_interrupts_at_many_moments_leave_nothing_behind(ctrl_c):
    def interrupt(*_):
        signal.raise_signal(signal.SIGINT)

    whole, before, met = trained(2), signal.signal(signal.SIGALRM, interrupt), 0
    try:
        for moment in range(30):
            run = Run()
            try:
                signal.setitimer(signal.ITIMER_REAL, 1e-4 + moment * 2e-3)
                run.fit(processes=2)
            except KeyboardInterrupt:
                met += 1
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
            run.assert_tidy()
            run.fit(processes=2)
            np.testing.assert_array_equal(run.weights(), whole.weights())
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert met


def test_an_interrupt_at_any_line_leaves_nothing_behind():
    assert in_an_interpreter_of_its_own("interrupts_met", "test_training_processes") > 8


def interrupts_met():
    """Interrupt training at many lines, go on each time; return how many interrupts were met."""
    whole, met = trained(2), 0
    for moment in range(1, 3000, 101):
        run = Run()
        reached, _ = interrupted_at(moment, lambda run=run: run.fit(processes=2))
        if not reached:
            break
        met += 1
        run.assert_tidy()
        if len(run.history) < 3:
            run.fit(processes=2)
        np.testing.assert_array_equal(run.weights(), whole.weights())
    return met


PROGRAM = """
import multiprocessing, signal, sys
from test_training_processes import Run, nn, np, training

class Telling(nn.SGD):
    def step(self):
        super().step()
        if self.steps == 3:
            print(*[process.pid for process in multiprocessing.active_children()], flush=True)

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
    run = Run()
    run.fit(optimiser=Telling(run.model.parameters(), 1e-6), epochs=10**6, processes=3)
"""


def endless(method, tmp_path):
    """Start a training without end in a session of its own; returns it, and its processes."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    caller = subprocess.Popen(
        [sys.executable, program, method],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    return caller, [int(number) for number in caller.stdout.readline().split()]


def running(processes):
    """Return those that are alive; one that has ended and that nobody asks for is not."""
    command = ["ps", "-o", "pid=,stat=", "-p", ",".join(map(str, processes))]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    return [line for line in lines if "Z" not in line.split()[1]]


def assert_all_gone(processes):
    assert len(processes) == 3
    until = time.monotonic() + 60
    while running(processes) and time.monotonic() < until:
        time.sleep(0.02)
    left = running(processes)
    for process in processes if left else []:
        os.kill(process, signal.SIGKILL)
    assert not left


def shared_memory():
    folder = Path("/dev/shm")
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


@pytest.mark.skipif(os.name != "posix", reason="needs signals and ps")
@pytest.mark.parametrize("method", METHODS)
def test_when_the_caller_is_killed_the_others_leave(method, tmp_path):
    before = shared_memory()
    caller, others = endless(method, tmp_path)
    assert len(running(others)) == 3
    caller.kill()
    caller.communicate()
    assert_all_gone(others)
    assert [
        name for name in shared_memory() if name not in before and str(caller.pid) in name
    ] == []


@pytest.mark.skipif(os.name != "posix", reason="needs signals and ps")
@pytest.mark.parametrize("method", METHODS)
def test_ctrl_c_in_a_terminal_is_the_callers_alone(method, tmp_path):
    caller, others = endless(method, tmp_path)
    os.killpg(caller.pid, signal.SIGINT)  # as a terminal and Jupyter do: to all of them
    said = caller.communicate(timeout=60)[1]
    assert said.count("Traceback") == 1 and "KeyboardInterrupt" in said
    assert "the model is as it was before it" in said
    assert_all_gone(others)


def test_a_softmax_over_the_batch_is_not_divided():
    apart, over = (nn.Sequential(nn.Flatten(), nn.Softmax(axis)) for axis in (1, 0))
    assert team.why_not(apart) == ""
    assert team.why_not(over) == "Softmax looks at the batch as a whole"
