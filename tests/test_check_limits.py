"""Someone else's function is stopped when it takes too long, and nothing else is."""

from __future__ import annotations

import contextlib
import inspect
import time

import pytest

from cnnhelpers import system
from cnnhelpers.check.limits import OutOfTime, time_limit

needs_alarms = pytest.mark.skipif(not system.rings_alarms(), reason="no alarms here")


def work(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_what_takes_too_long_is_stopped():
    with pytest.raises(OutOfTime), time_limit(0.02):
        work(5)


def test_what_is_quick_is_not():
    with time_limit(5):
        work(0.01)
    work(0.01)


@needs_alarms
def test_an_alarm_that_nobody_has_put_off_stops_nothing():
    import signal

    def left_on():
        limit = time_limit(0.02)
        limit.__enter__()
        return limit

    limit = left_on()
    work(0.1)  # whoever set the alarm does not wait for this
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    limit.__exit__(None, None, None)


@needs_alarms
def test_an_alarm_does_not_ring_on_the_way_in_or_out():
    """There it would keep itself from being put off."""
    import signal

    with time_limit(0.02):
        signal.setitimer(signal.ITIMER_REAL, 0)  # the test rings itself
        ring = signal.getsignal(signal.SIGALRM)
        work(0.05)
        assert callable(ring)
        ring(signal.SIGALRM, FrameOf(contextlib.__file__, inspect.currentframe()))


class FrameOf:
    """Stands for a frame of a file, called from another."""

    def __init__(self, file, caller):
        self.f_code, self.co_filename, self.f_back = self, file, caller
