"""Each algorithm by itself: equal to im2col and to PyTorch; threads and memory behave."""

import gc
import os
import signal
import subprocess
import sys
import threading
import time
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from compare import DTYPES, SEEDS, assert_close, assert_same, configurations, normal, torch
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits

from cnnhelpers import functional as F
from cnnhelpers import nn
from cnnhelpers.functional.fast import (
    cores,
    depthwise,
    dispatch,
    im2col,
    phases,
    results,
    winograd,
    workers,
)
from cnnhelpers.functional.windows import windows
from cnnhelpers.training import step, train_step


@pytest.fixture(autouse=True)
def threads_as_before():
    before = workers.threads()
    yield
    workers.set_threads(before)


def pair(draw, low, high):
    return draw(st.integers(low, high)), draw(st.integers(low, high))


@st.composite
def cases(draw, algorithm):
    """Draw (x shape, weight shape, options) that the algorithm can compute."""
    groups, depth, filters = 1, draw(st.integers(1, 4)), draw(st.integers(1, 4))
    kernel, stride, dilation = pair(draw, 1, 4), pair(draw, 1, 3), pair(draw, 1, 2)
    padding, size = pair(draw, 0, 3), pair(draw, 7, 13)
    if algorithm == "im2col":
        groups = draw(st.integers(1, 3))
    elif algorithm == "depthwise":
        groups, depth = draw(st.integers(2, 5)), 1
    else:
        stride = dilation = 1, 1
        kernel = (1, 1) if algorithm == "pointwise" else draw(st.sampled_from([(3, 3), (5, 5)]))
        groups = draw(st.integers(1, 3)) if algorithm == "pointwise" else 1
        padding = pair(draw, 0, kernel[0] - 1)
        size = pair(draw, 5, 19)
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    shape = draw(st.integers(1, 5)), depth * groups, *size
    return shape, (filters * groups, depth, *kernel), options


@pytest.mark.parametrize("algorithm", sorted(dispatch.ALGORITHMS))
def test_equals_torch_and_im2col(algorithm, monkeypatch):
    @configurations(150)
    @given(cases(algorithm), st.booleans(), st.sampled_from([1, 300, 1 << 18]), DTYPES, SEEDS)
    def compare(case, with_bias, block, dtype, seed):
        x_shape, weight_shape, options = case
        for module, name in [(im2col, "BLOCK"), (winograd, "BLOCK"), (depthwise, "AT_ONCE")]:
            monkeypatch.setattr(module, name, block)  # one row at a time, a few, all at once
        monkeypatch.setattr(winograd, "LEAST", 1)
        workers.set_threads(1 + seed % 3)
        rule = {key: value for key, value in options.items() if key != "groups"}
        place = windows("conv2d", x_shape[2:], weight_shape[2:], **rule)
        groups = options["groups"]

        def forward(x, weight, bias=None, how=algorithm):
            return dispatch.forward(x, weight, bias, place, groups, how)

        def backward(grad, x, weight, bias=None, how=algorithm):
            grads = (
                dispatch.input_gradient(grad, weight, place, groups, how),
                dispatch.weight_gradient(grad, x, place, groups, how),
                grad.sum(axis=(0, 2, 3)),
            )
            together = dispatch.gradients(grad, x, weight, place, groups, how)
            for ours, alone in zip(together, grads):
                assert_close(ours, alone, "gradient, together with the other")
            return grads if with_bias else grads[:2]

        arrays = normal(seed, dtype, x_shape, weight_shape, weight_shape[:1])
        arrays = arrays if with_bias else arrays[:2]
        theirs = torch.nn.functional.conv2d
        assert_same(forward, backward, lambda *t: theirs(*t, **options), arrays, seed)
        output = forward(*arrays)
        assert_close(output, forward(*arrays, how="im2col"), "output")
        (grad,) = normal(seed, dtype, output.shape)
        for ours, plain in zip(backward(grad, *arrays), backward(grad, *arrays, how="im2col")):
            assert_close(ours, plain, "gradient")

    compare()


# Large enough for blocks, threads and the rule to matter; in float32, as used.
LARGE = [
    ((9, 1, 28, 28), (20, 1, 5, 5), {"padding": 2}),
    ((13, 20, 14, 14), (50, 20, 5, 5), {"padding": 2}),
    ((3, 40, 57, 30), (33, 40, 3, 3), {"padding": 1}),
    ((2, 128, 14, 14), (96, 128, 3, 3), {"padding": 1}),
    ((3, 16, 33, 33), (24, 16, 3, 3), {"padding": 1, "stride": 2}),
    ((1, 3, 99, 111), (16, 3, 11, 11), {"padding": 2, "stride": 4}),
    ((4, 48, 28, 28), (8, 48, 1, 1), {}),
    ((2, 40, 56, 56), (40, 1, 3, 3), {"padding": 1, "groups": 40}),
    ((2, 24, 30, 30), (48, 1, 5, 5), {"padding": 2, "groups": 24, "stride": 2}),
]


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("case", LARGE, ids=str)
def test_the_rule_equals_torch(case, count):
    x_shape, weight_shape, options = case
    workers.set_threads(count)
    arrays = normal(count, np.float32, x_shape, weight_shape, weight_shape[:1])
    arrays[1] /= np.sqrt(weight_shape[1] * weight_shape[2] * weight_shape[3])
    assert_same(
        lambda *a: F.conv2d(*a, **options),
        lambda grad, x, weight, bias: F.conv2d_backward(grad, x, weight, **options),
        lambda *t: torch.nn.functional.conv2d(*t, **options),
        arrays,
    )


def test_accuracy_of_winograd_and_im2col():
    """What the docstring of winograd promises."""
    x, weight = normal(0, np.float64, (2, 64, 28, 28), (64, 64, 3, 3))
    place = windows("conv2d", (28, 28), (3, 3), padding=1)
    exact = im2col.forward(x, weight, None, place, 1)
    narrow = x.astype(np.float32), weight.astype(np.float32)
    for algorithm, most in [(im2col, 1e-6), (winograd, 3e-5)]:
        error = np.abs(algorithm.forward(*narrow, None, place, 1) - exact).max()
        assert error < most * np.abs(exact).max(), algorithm.__name__


RULE = [
    ((16, 3, 11, 11), {"stride": 4}, "im2col"),
    ((20, 1, 5, 5), {"padding": 2}, "im2col"),
    ((50, 20, 5, 5), {"padding": 2}, "winograd"),
    ((64, 64, 3, 3), {"padding": 1}, "winograd"),
    ((64, 64, 3, 3), {"padding": 1, "dtype": np.float64}, "im2col"),
    ((64, 64, 3, 3), {"padding": 3}, "im2col"),
    ((64, 64, 3, 3), {"stride": 2}, "im2col"),
    ((64, 64, 3, 3), {"dilation": 2}, "im2col"),
    ((64, 32, 3, 3), {"groups": 2}, "im2col"),
    ((64, 64, 1, 1), {}, "pointwise"),
    ((64, 64, 1, 1), {"stride": 2}, "im2col"),
    ((64, 1, 3, 3), {"groups": 64}, "depthwise"),
    ((64, 1, 3, 3), {}, "im2col"),
]


@pytest.mark.parametrize(("shape", "options", "expected"), RULE, ids=str)
def test_the_rule(shape, options, expected):
    options = dict(options)
    groups, dtype = options.pop("groups", 1), np.dtype(options.pop("dtype", np.float32))
    place = windows("conv2d", (28, 28), shape[2:], **options)
    assert dispatch.choose(shape, place, groups, dtype) is dispatch.ALGORITHMS[expected]


@pytest.mark.parametrize("algorithm", ["winograd", "depthwise", "pointwise", "fft"])
def test_an_algorithm_that_cannot_says_so(algorithm):
    place = windows("conv2d", (9, 9), (2, 2), stride=2)
    sentence = f"algorithm '{algorithm}' cannot compute this convolution; use 'auto' or 'im2col'"
    with pytest.raises(ValueError, match=sentence):
        dispatch.choose((4, 4, 2, 2), place, 1, np.dtype(np.float32), algorithm)


@configurations(100)
@given(st.data())
def test_merge_undoes_split(data):
    draw = data.draw
    size, steps, before = pair(draw, 1, 9), pair(draw, 1, 4), pair(draw, 0, 5)
    padded = tuple(n + low + draw(st.integers(0, 4)) for n, low in zip(size, before))
    x = np.arange(2 * 3 * size[0] * size[1], dtype=float).reshape(2, 3, *size) + 1
    split = np.full((2, 3, *steps, *phases.phase_sizes(padded, steps)), np.nan)
    phases.split(x, split, before)
    image = split.transpose(0, 1, 4, 2, 5, 3).reshape(
        2, 3, *np.multiply(split.shape[2:4], split.shape[4:])
    )
    inside = (..., *(slice(low, low + n) for low, n in zip(before, size)))
    np.testing.assert_array_equal(image[inside], x)
    assert image.sum() == x.sum()  # and zeros around
    back = np.full_like(x, np.nan)
    phases.merge(split, back, before)
    np.testing.assert_array_equal(back, x)


# Pooling ----------------------------------------------------------------------------------------


@configurations(100)
@given(st.data(), DTYPES, SEEDS)
def test_max_pool_2x2_equals_torch_with_ties(data, dtype, seed):
    shape = *pair(data.draw, 1, 3), *pair(data.draw, 2, 9)
    workers.set_threads(1 + seed % 3)
    x = np.random.default_rng(seed).integers(0, 3, shape).astype(dtype)
    assert_same(
        lambda x: F.max_pool2d(x, 2),
        lambda grad, x: F.max_pool2d_backward(grad, x, 2),
        lambda x: torch.nn.functional.max_pool2d(x, 2),
        [x],
        seed,
    )


def test_max_pool_2x2_of_whole_numbers_and_views():
    x = np.random.default_rng(0).integers(-9, 9, (2, 3, 8, 10))
    expected = x.reshape(2, 3, 4, 2, 5, 2).max(axis=(3, 5))
    for view in (x, np.asfortranarray(x), x[::-1][::-1]):
        np.testing.assert_array_equal(F.max_pool2d(view, 2), expected)
    assert F.max_pool2d(x, 2).dtype == x.dtype


# Threads ----------------------------------------------------------------------------------------


def test_share_covers_the_range_in_order():
    for count in (1, 2, 3, 8):
        workers.set_threads(count)
        for total in (1, 2, 7):
            parts = workers.share(total, lambda start, stop: list(range(start, stop)))
            assert sum(parts, []) == list(range(total)) and len(parts) == min(count, total)


def test_share_inside_share_does_not_start_more_threads():
    workers.set_threads(2)
    inner = workers.share(2, lambda *_: workers.share(5, lambda start, stop: (start, stop)))
    assert inner == [[(0, 5)], [(0, 5)]]


@pytest.mark.parametrize("where", [0, 1])
def test_an_error_in_any_thread_arrives_and_leaves_no_trace(where):
    workers.set_threads(2)

    def fail(start, stop):
        if start == where:
            raise KeyError("here")

    with pytest.raises(KeyError, match="here"):
        workers.share(2, fail)
    assert len(workers.share(2, lambda *_: None)) == 2


def test_after_an_error_no_thread_writes_any_more():
    workers.set_threads(2)
    written, failed = [], threading.Event()

    def work(start, stop):
        if start == 0:
            failed.set()
            raise KeyError("here")
        failed.wait()
        time.sleep(0.05)  # still at work when the caller has its error
        written.append(start)

    with pytest.raises(KeyError, match="here"):
        workers.share(2, work)
    assert written == [1]


def test_set_threads_refuses():
    for wrong in (0, -1, 1.5, True, "2"):
        with pytest.raises((TypeError, ValueError), match="set_threads: count must be"):
            workers.set_threads(wrong)


def test_blas_has_its_threads_back_afterwards():
    from threadpoolctl import threadpool_info

    def counts():
        return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]

    np.ones((2, 2)) @ np.ones((2, 2))
    before = counts()
    assert set(workers.share(1, lambda *_: counts())[0]) <= {1}
    assert counts() == before


BUSY_BLAS = """
import threading, time
from pathlib import Path
import numpy as np
from cnnhelpers import functional as F, nn
from cnnhelpers.functional.fast import workers
from threadpoolctl import threadpool_limits

threadpool_limits(2, user_api="blas")
workers.set_threads(2)
big = np.ones((600, 600), np.float32)
workers.share(2, lambda *_: None)
ours = {thread.native_id for thread in threading.enumerate()}
images = np.ones((8, 16, 64, 64), np.float32)
weight, dense = np.ones((16, 16, 3, 3), np.float32), np.ones((600, 600), np.float32)

def work():  # of the threads that are BLAS's own, in nanoseconds
    time.sleep(0.1)  # until they sleep, if they were awake
    tasks = [task for task in Path("/proc/self/task").iterdir() if int(task.name) not in ours]
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)

before = work()
big @ big
woken = work() - before
calls = {
    "conv2d": lambda: F.conv2d(images, weight, weight[:, 0, 0, 0], padding=1),
    "conv2d_backward": lambda: F.conv2d_backward(images, images, weight, padding=1),
    "without x": lambda: F.conv2d_backward(images, images, weight, padding=1, need_x=False),
    "linear": lambda: F.linear(big, dense),
    "linear_backward": lambda: F.linear_backward(big, big, dense),
    "batch_norm": lambda: F.batch_norm(images, None, None, training=True),
    "batch_norm_backward": lambda: F.batch_norm_backward(images, images, training=True),
    "max_pool2d": lambda: F.max_pool2d(images, 2),
    "adaptive": lambda: F.adaptive_avg_pool2d(images, 8),
    "adaptive_backward": lambda: F.adaptive_avg_pool2d_backward(images[..., :8, :8], images, 8),
}
for name, call in calls.items():
    before = work()
    call()
    if work() != before:
        print(name, "woke BLAS's threads")
print("woken by a product of its own:", woken > 0)
"""


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="Linux says who worked")
def test_no_operation_wakes_the_threads_of_blas():
    """Once woken they spin, and take the core from one of ours."""
    command = [sys.executable, "-c", BUSY_BLAS]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.stdout == "woken by a product of its own: True\n", run.stdout + run.stderr


def test_blas_rests_whichever_thread_calls():
    """threadpoolctl 3.8 heeds the first thread alone that sets a number."""
    from threadpoolctl import threadpool_info

    def counts():
        return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]

    def call():
        met.append(workers.alone(counts))

    met = []
    with threadpool_limits(2, user_api="blas"):
        call()
        for _ in range(2):
            thread = threading.Thread(target=call)
            thread.start()
            thread.join()
        call()
        assert met == [[1] * len(met[0])] * 4 and set(counts()) == {2}


def interrupted_at(moment, call):
    """Call with a Ctrl-C at the ``moment``-th line of workers.py; returns whether it was reached.

    Left out are lines at which Python handles no signals: the end of a with-block, a bare ``try:``,
    and an assignment after ``finally:``.
    """
    lines, count = Path(workers.__file__).read_text(encoding="utf-8").split("\n"), 0

    def trace(frame, event, _):
        if frame.f_code.co_filename != workers.__file__:
            return None
        entered = set()

        def each_line(frame, event, _):
            nonlocal count
            text, again = lines[frame.f_lineno - 1].strip(), frame.f_lineno in entered
            entered.add(frame.f_lineno)
            quiet = text in ("try:", "_local.busy = False") or text.startswith("with ") and again
            if event == "line" and not quiet:
                count += 1
                if count == moment:
                    raise KeyboardInterrupt
            return each_line

        return each_line

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


def test_an_interrupt_at_any_line_leaves_no_trace():
    """In a fresh interpreter: Python 3.11 may hang where a tracer raises in code that is warm."""
    code = "import test_functional_algorithms as tests; print(tests.interrupts_without_trace())"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 50


def interrupts_without_trace():
    """Interrupt a convolution at each line in turn; return how many lines there were."""
    from threadpoolctl import threadpool_info

    def counts():
        return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]

    workers.set_threads(2)
    x, weight = normal(0, np.float32, (4, 3, 12, 12), (5, 3, 3, 3))
    expected, before, moment = F.conv2d(x, weight), counts(), 1
    while interrupted_at(moment, lambda: F.conv2d(x, weight)):
        assert counts() == before and not workers._callers, f"at line number {moment}"
        assert len(workers.share(2, lambda *_: None)) == 2  # still in threads
        np.testing.assert_array_equal(F.conv2d(x, weight), expected)
        moment += 1
    return moment


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer that interrupts")
def test_interrupts_at_many_moments_leave_no_trace():
    def interrupt(*_):
        raise KeyboardInterrupt

    workers.set_threads(2)
    x, weight = normal(0, np.float32, (16, 8, 16, 16), (8, 8, 3, 3))
    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        for moment in range(1, 200):
            with pytest.raises(KeyboardInterrupt):
                try:  # once more after half a second: one that falls into a `__del__` is lost
                    signal.setitimer(signal.ITIMER_REAL, moment * 2e-5, 0.5)
                    while True:
                        F.conv2d(x, weight)
                finally:
                    signal.setitimer(signal.ITIMER_REAL, 0)
            assert not workers._callers and len(workers.share(2, lambda *_: None)) == 2
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# How many ---------------------------------------------------------------------------------------


def imported_with(**environment):
    """Return how many threads there are after an import with these variables."""
    program = "from cnnhelpers import functional; print(functional.threads())"
    ours = ("OMP_NUM_THREADS", "CNNHELPERS_THREADS")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    run = subprocess.run(
        [sys.executable, "-c", program], env=kept | environment, capture_output=True, text=True
    )
    assert not run.returncode, run.stderr
    return int(run.stdout), run.stderr


def test_the_environment_says_how_many_threads():
    assert imported_with(OMP_NUM_THREADS="1")[0] == 1
    assert imported_with(CNNHELPERS_THREADS="5", OMP_NUM_THREADS="1")[0] == 5
    count, said = imported_with(CNNHELPERS_THREADS="many")
    assert count >= 1 and "CNNHELPERS_THREADS must be a whole number from 1 on" in said
    none = Path("none")
    assert cores.default_threads({"OMP_NUM_THREADS": "1,4"}, none, none) == 1
    assert cores.default_threads({"OMP_NUM_THREADS": "odd"}, none, none) >= 1


@pytest.mark.parametrize(
    ("line", "files", "expected"),
    [
        ("0::/", {"cpu.max": "150000 100000"}, 1.5),
        ("0::/hub/ada", {"hub/cpu.max": "200000 100000", "hub/ada/cpu.max": "max 100000"}, 2),
        ("0::/hub/ada", {"hub/cpu.max": "max 100000"}, cores.MOST),
        ("0::/../other", {"cpu.max": "50000 100000"}, 0.5),  # a container's own view
        (
            "4:cpu,cpuacct:/hub",
            {
                "cpu,cpuacct/hub/cpu.cfs_quota_us": "300000",
                "cpu,cpuacct/hub/cpu.cfs_period_us": "100000",
            },
            3,
        ),
        ("1:cpu:/", {"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, cores.MOST),
        ("0::/", {}, cores.MOST),
    ],
)
def test_a_ration_of_processor_time_is_read(tmp_path, line, files, expected):
    membership = tmp_path / "membership"
    membership.write_text(f"9:name=systemd:/\n{line}\n")
    for name, text in files.items():
        path = tmp_path / "groups" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n")
    assert cores.allowance(membership, tmp_path / "groups") == expected
    threads = cores.default_threads({}, membership, tmp_path / "groups")
    assert threads == max(1, min(int(expected), cores._processors(), cores.MOST))


def test_many_threads_may_call_at_once():
    workers.set_threads(2)
    shapes = [case[:2] for case in LARGE[:4]] * 2
    options = [case[2] for case in LARGE[:4]] * 2
    given_ = [normal(seed, np.float32, *both) for seed, both in enumerate(shapes)]

    def both(x, weight, kwargs):
        output = F.conv2d(x, weight, **kwargs)
        return output, *F.conv2d_backward(output, x, weight, **kwargs)

    expected = [both(*arrays, kwargs) for arrays, kwargs in zip(given_, options)]
    wrong, together = [], threading.Barrier(len(given_))

    def call(number):
        together.wait()
        for _ in range(3):
            got = both(*given_[number], options[number])
            if not all(map(np.array_equal, got, expected[number])):
                wrong.append(number)

    callers = [threading.Thread(target=call, args=(n,)) for n in range(len(given_))]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert not wrong


def test_the_same_call_gives_the_same_bits():
    workers.set_threads(3)
    x, weight = normal(0, np.float32, (7, 20, 14, 14), (50, 20, 5, 5))
    grad = F.conv2d(x, weight)
    first, second = (F.conv2d_backward(grad, x, weight) for _ in range(2))
    for one, other in zip(first, second):
        np.testing.assert_array_equal(one, other)


# Memory -----------------------------------------------------------------------------------------


def kept():
    """Return how many bytes this thread's buffers hold."""
    return sum(array.nbytes for array in workers._local.__dict__.get("buffers", {}).values())


def address(array):
    return array.__array_interface__["data"][0]


LARGE_RESULT = (1 << 19,)  # numbers: 2 MB of float32


def test_memory_of_a_result_is_used_again_when_nobody_has_it():
    results._free.clear()
    first = results.empty(LARGE_RESULT, np.float32)
    place = address(first)
    second = results.empty(LARGE_RESULT, np.float32)
    assert address(second) != place  # first is still there
    del first
    assert address(results.empty((1 << 9, 1 << 9), np.float64)) == place


@pytest.mark.parametrize(
    "look",
    [
        lambda result: result[1:],
        lambda result: result.reshape(512, -1)[:, ::2][3:],
        lambda result: result.view(np.int32).T,
        lambda result: memoryview(result),
        lambda result: np.broadcast_to(result, (2, *LARGE_RESULT)),
        lambda result: torch.from_numpy(result)[5:],
        lambda result: result.view(np.recarray)[2:],
        lambda result: np.lib.stride_tricks.sliding_window_view(result, 3)[9:],
    ],
    ids=["slice", "slice of one", "dtype", "memoryview", "broadcast", "tensor", "type", "windows"],
)
def test_any_view_of_a_result_keeps_its_memory(look):
    results._free.clear()
    result = results.empty(LARGE_RESULT, np.float32)
    result[...] = 7
    view = look(result)
    del result
    others = [results.empty(LARGE_RESULT, np.float32) for _ in range(3)]
    for other in others:
        other[...] = 1
    seen = np.asarray(view)
    assert (seen.view(np.float32) == 7).all()


def test_little_memory_is_kept_for_results():
    results._free.clear()
    many = [results.empty(LARGE_RESULT, np.float32) for _ in range(50)]
    del many
    kept_bytes = sum(memory.nbytes for memory in results._free.values())
    assert results.KEPT - 4 * LARGE_RESULT[0] < kept_bytes <= results.KEPT
    large = results.empty((results.KEPT + 1,), np.uint8)
    small = results.empty((10,), np.float32)
    assert large.base is None and small.base is None  # NumPy's own
    assert address(results.empty((results.LEAST,), np.uint8)) not in map(
        address, results._free.values()
    )  # half of what is kept in one piece would be lost


def test_threads_do_not_get_the_same_memory():
    results._free.clear()
    wrong = []

    def use(number):
        for _ in range(300):
            result = results.empty((results.LEAST,), np.uint8)
            result[::4096] = number
            time.sleep(0)
            if (result[::4096] != number).any():
                wrong.append(number)

    callers = [threading.Thread(target=use, args=(number,)) for number in range(6)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert not wrong


FORKED = """
import os
import numpy as np
from cnnhelpers import functional as F

F.set_threads(2)
x, weight = np.ones((8, 3, 9, 9)), np.ones((4, 3, 3, 3))
before = F.conv2d(x, weight)
child = os.fork()
if not child:
    os._exit(not np.array_equal(F.conv2d(x, weight), before))
raise SystemExit(os.waitpid(child, 0)[1])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_child_starts_workers_of_its_own():
    command = [sys.executable, "-W", "ignore", "-c", FORKED]
    assert subprocess.run(command, timeout=60).returncode == 0


def test_memory_does_not_grow_with_calls():
    workers.set_threads(2)
    cases = [(normal(0, np.float32, *case[:2]), case[2]) for case in LARGE]

    def use():
        for (x, weight), options in cases:
            output = F.conv2d(x, weight, **options)
            F.conv2d_backward(output, x, weight, **options)
            F.max_pool2d_backward(F.max_pool2d(output, 2), output, 2)
            F.batch_norm(output, None, None, training=True)

    use()
    gc.collect()
    tracemalloc.start()
    try:
        use()
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(3):
            use()
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 100_000


def test_buffers_are_bounded():
    def use():
        # The columns of one image would take 39 MB.
        x, weight = np.ones((2, 16, 112, 112), np.float32), np.ones((8, 16, 7, 7), np.float32)
        F.conv2d_backward(F.conv2d(x, weight, padding=3), x, weight, padding=3)
        sizes.append(kept())

    sizes = []
    workers.set_threads(1)
    caller = threading.Thread(target=use)  # a thread that has no buffers yet
    caller.start()
    caller.join()
    assert 0 < sizes[0] < 8e6


def test_a_large_buffer_is_not_kept():
    workers.buffer("test", (4,), np.float32)
    before = kept()
    assert workers.buffer("test", (workers.KEPT // 4 + 1,), np.float32).size > workers.KEPT // 4
    assert kept() == before
    small = workers.buffer("test", (3,), np.float32)
    assert np.shares_memory(small, workers.buffer("test", (2, 2), np.float32))
    assert not np.shares_memory(small, workers.buffer("test", (3,), np.float64))


# Training ---------------------------------------------------------------------------------------


def network(*more):
    nn.manual_seed(0)
    layers = nn.Conv2d(1, 4, 3, padding=1), *more, nn.ReLU(), nn.MaxPool2d(2), nn.Flatten()
    return nn.Sequential(*layers, nn.Linear(64, 3)).astype(np.float64)


@pytest.mark.parametrize("count", [2, 3])
def test_a_step_in_threads_equals_one_in_one(count):
    images, labels = normal(0, np.float64, (53, 1, 8, 8))[0], np.arange(53) % 3
    steps = []
    for threads in (1, count):
        workers.set_threads(threads)
        model = network()
        optimiser = nn.SGD(model.parameters(), 0.1, momentum=0.9)
        taken = [train_step(model, images, labels, optimiser) for _ in range(3)]
        steps.append((taken, model.state_dict()))
    (ours, state), (theirs, expected) = steps
    for (loss, logits), (other, others) in zip(ours, theirs):
        assert loss == pytest.approx(other, rel=1e-12)
        np.testing.assert_allclose(logits, others, atol=1e-12)
    for name, value in state.items():
        np.testing.assert_allclose(value, expected[name], atol=1e-12)


@pytest.mark.parametrize("axis", [0, -2])
def test_a_softmax_over_the_batch_sees_all_of_it_in_threads_too(axis):
    images, labels = normal(0, np.float64, (53, 1, 8, 8))[0], np.arange(53) % 3
    losses = []
    for threads in (1, 3):
        workers.set_threads(threads)
        nn.manual_seed(0)
        model = nn.Sequential(nn.Flatten(), nn.Linear(64, 3), nn.Softmax(axis)).astype(np.float64)
        losses.append(train_step(model, images, labels, nn.SGD(model.parameters(), 0.1))[0])
    assert losses[0] == pytest.approx(losses[1], rel=1e-12)


def test_what_sees_the_whole_batch_is_not_split(monkeypatch):
    assert step.images_apart(network())
    assert not step.images_apart(network(nn.BatchNorm2d(4)))
    assert not step.images_apart(network(nn.Dropout(0.5)))
    for kind in (nn.Softmax, nn.LogSoftmax):
        assert [step.images_apart(network(kind(axis))) for axis in (1, -1)] == [True, True]
        assert not step.images_apart(network(kind(0)))
        assert not step.images_apart(network(kind(-4)))
    assert not step.images_apart(network().use(object()))

    layers = {kind for kind in vars(nn).values() if isinstance(kind, type)}
    layers = {kind for kind in layers if issubclass(kind, nn.Module)} - {nn.Module}
    coupled = {nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.Dropout}
    assert layers == step.APART | coupled  # a new layer belongs to one of the two

    class Own(nn.ReLU):
        pass

    assert not step.images_apart(network(Own()))
