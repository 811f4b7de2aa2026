"""Ctrl-C in training, at many moments: the run goes on as if it had never been stopped."""

import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from cnnhelpers import nn, training
from cnnhelpers.training.interrupts import interrupts_later

RNG = np.random.default_rng(0)
IMAGES, LABELS = RNG.standard_normal((40, 1, 4, 4)).astype(np.float32), RNG.integers(0, 3, 40)
EPOCHS = 3


class Run:
    """A model with everything that training changes: momentum, statistics, dropout, schedule."""

    def __init__(self):
        nn.manual_seed(0)
        layers = nn.Flatten(), nn.Linear(16, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Dropout(0.2)
        self.model = nn.Sequential(*layers, nn.Linear(6, 3))
        self.optimiser = nn.Adam(self.model.parameters(), 0.01)
        self.schedule = nn.ExponentialLR(self.optimiser, 0.5)
        self.history = training.History()

    def fit(self, **options):
        return training.fit(
            self.model,
            IMAGES,
            LABELS,
            epochs=EPOCHS,
            batch_size=16,
            schedule=self.schedule,
            validation=(IMAGES[:8], LABELS[:8]),
            history=self.history,
            progress=False,
            **options,
        )

    def everything(self):
        kept = {"lr": self.optimiser.lr, "steps": self.optimiser.steps}
        for state in (self.model.state_dict(), self.optimiser.state_dict()):
            kept |= {f"{len(kept)} {name}": value for name, value in state.items()}
        return kept


def assert_the_same(run, expected):
    assert run.history == expected.history
    assert {len(values) for values in vars(run.history).values()} == {EPOCHS}
    for (name, ours), (_, theirs) in zip(run.everything().items(), expected.everything().items()):
        np.testing.assert_array_equal(ours, theirs, err_msg=name)


@pytest.fixture(scope="module")
def whole():
    run = Run()
    run.fit()
    return run


def interrupted_at(moment, call):
    """Call with a Ctrl-C at the ``moment``-th line of training or of the optimiser."""
    folder, count = str(Path(training.__file__).parent), 0
    watched = (folder, nn.optim.__file__)

    def trace(frame, event, _):
        nonlocal count
        if not frame.f_code.co_filename.startswith(watched):
            return None
        if event == "line":
            count += 1
            if count == moment:
                raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    except KeyboardInterrupt as error:
        return True, error
    finally:
        sys.settrace(before)
    return False, None


def test_an_interrupt_at_any_line_loses_no_more_than_the_epoch():
    """In a fresh interpreter: Python 3.11 may hang where a tracer raises in code that is warm."""
    assert in_an_interpreter_of_its_own("interrupts_met") > 30


def in_an_interpreter_of_its_own(function, module="test_training_interrupts"):
    """Return the number that a function of a test file returns, called in a fresh interpreter."""
    run = subprocess.run(
        [sys.executable, "-c", f"import {module} as t; print(t.{function}())"],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    return int(run.stdout)


def interrupts_met():
    """Interrupt training at many lines, go on each time; return how many interrupts were met."""
    whole = Run()
    whole.fit()
    met = 0
    for moment in range(1, 3000, 23):
        run = Run()
        reached, error = interrupted_at(moment, run.fit)
        if not reached:
            break
        met += 1
        done = len(run.history)
        assert run.optimiser.steps == 3 * done, moment  # 40 images: three batches an epoch
        assert int(run.model[2].num_batches_tracked) == 3 * done, moment
        run.fit()
        assert_the_same(run, whole)
    return met


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer that interrupts")
@pytest.mark.filterwarnings("ignore:fit. the history has 3 epochs")
def test_interrupts_at_many_moments(whole):
    def interrupt(*_):
        raise KeyboardInterrupt

    before, met = signal.signal(signal.SIGALRM, interrupt), 0
    try:
        for moment in range(1, 40):
            run = Run()
            signal.setitimer(signal.ITIMER_REAL, moment * 3e-4)
            try:
                run.fit()
                signal.setitimer(signal.ITIMER_REAL, 0)  # here: it may ring just behind fit
            except KeyboardInterrupt:
                met += 1
            run.fit()
            assert_the_same(run, whole)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert met


def test_the_note_says_where_the_model_is():
    run = Run()
    forward, calls = run.model.forward, []

    def stop_at_the_fifth(x):
        calls.append(len(x))
        if len(calls) == 6:
            raise KeyboardInterrupt
        return forward(x)

    run.model.forward = stop_at_the_fifth
    with pytest.raises(KeyboardInterrupt) as caught:
        run.fit()
    assert caught.value.__notes__ == ["fit: stopped in epoch 2; the model is as it was before it."]
    assert len(run.history) == 1 and run.optimiser.steps == 3


def test_an_error_in_an_epoch_goes_back_too(whole):
    run = Run()
    weights = run.model[1].weight.data
    run.optimiser.lr, lr = 1e30, run.optimiser.lr
    run.schedule = None
    with pytest.raises(FloatingPointError, match="try a smaller learning rate"):
        with np.errstate(all="ignore"):
            training.fit(
                run.model, IMAGES, LABELS, optimiser=run.optimiser, batch_size=8, progress=False
            )
    run.optimiser.lr = lr
    assert run.optimiser.steps == 0 and np.isfinite(weights).all()
    assert run.model[1].weight.data is weights  # the same array, with the old numbers
    run.schedule = nn.ExponentialLR(run.optimiser, 0.5)
    run.fit()
    assert_the_same(run, whole)


def test_without_memory_for_a_copy_it_says_so(monkeypatch):
    def full(*_):
        raise MemoryError

    monkeypatch.setattr(training.loop, "Snapshot", full)
    run = Run()
    run.model.forward = lambda x: (_ for _ in ()).throw(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt) as caught:
        run.fit()
    assert "no memory to keep the end of epoch 0, so the model is somewhere between" in str(
        caught.value.__notes__
    )


def test_an_interrupt_waits_for_what_has_to_be_whole(ctrl_c):
    done, before = [], signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        with interrupts_later():
            signal.raise_signal(signal.SIGINT)
            done.append("the rest of the block")
        done.append("what comes after it")
    assert done == ["the rest of the block"]
    assert signal.getsignal(signal.SIGINT) is before
    with interrupts_later():
        pass  # no interrupt, none afterwards


def test_an_interrupt_in_the_clearing_up_puts_the_modes_back():
    assert in_an_interpreter_of_its_own("modes_put_back") == 7


def modes_put_back():
    """Interrupt ``predict`` where it puts the modes back; return how many modules have theirs."""
    model, met = Run().model, []
    model[1].eval()
    before = [(module, module.training) for module in model.modules()]

    def trace(frame, event, _):
        if frame.f_code.co_name in ("surely", "put_back") and not met:
            met.append(frame.f_code.co_name)
            raise KeyboardInterrupt

    sys.settrace(trace)
    try:
        training.predict(model, IMAGES)
    except KeyboardInterrupt:
        sys.settrace(None)
        return sum(module.training == mode for module, mode in before)
    raise AssertionError("it was not interrupted")


def test_training_leaves_the_generator_alone_when_stopped():
    assert in_an_interpreter_of_its_own("generator_left_alone") > 5


def generator_left_alone():
    """Interrupt training, then draw weights; return how often they were the expected ones."""
    nn.manual_seed(5)
    expected = nn.Linear(3, 3).weight.data
    moments = range(1, 400, 41)
    for moment in moments:
        run = Run()
        nn.manual_seed(5)
        interrupted_at(moment, run.fit)
        np.testing.assert_array_equal(nn.Linear(3, 3).weight.data, expected)
    return len(moments)
