"""Every operation and all its gradients equal PyTorch's, on hundreds of drawn configurations."""

import inspect
import warnings

import numpy as np
import pytest
from compare import DTYPES, SEEDS, TOLERANCE, assert_close, assert_same, configurations, torch
from hypothesis import given
from operations import OPERATIONS

from cnnhelpers import functional as F

LONG = pytest.param(2000, marks=pytest.mark.long)
every = pytest.mark.parametrize("name", OPERATIONS)


def test_every_operation_is_here_with_its_backward():
    named = {name for name in F.__all__ if not name.endswith("_backward")}
    assert named - {"set_threads", "threads"} == set(OPERATIONS)
    for name in OPERATIONS:
        assert f"{name}_backward" in F.__all__ and getattr(F, f"{name}_backward").__doc__


@every
@pytest.mark.parametrize("count", [200, LONG])
@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel:UserWarning")
def test_equals_torch(name, count):
    met = []

    @configurations(count)
    @given(OPERATIONS[name], DTYPES, SEEDS)
    def compare(case, dtype, seed):
        assert_same(
            lambda *arrays: case.forward(F, *arrays),
            lambda grad, *arrays: case.backward(F, grad, *arrays),
            case.torch,
            case.arrays(seed, dtype),
            seed,
        )
        met.append(dtype)

    compare()
    assert len(met) >= count and set(met) == set(TOLERANCE)
    assert min(map(met.count, TOLERANCE)) >= count / 10


def both(case, arrays, upstream):
    """Return the output, and the gradients of all arrays."""
    output = case.forward(F, *arrays)
    grads = case.backward(F, upstream, *arrays)
    return [output, *(grads if isinstance(grads, tuple) else (grads,))]


def strided(array):
    """Return the same numbers with gaps between them, last to first."""
    wide = np.full([2 * n for n in array.shape], 99, array.dtype)
    there = wide[(..., *(slice(None, None, -2) for _ in array.shape))]
    there[...] = array
    return there


def locked(array):
    copy = array.copy()
    copy.flags.writeable = False
    return copy


LAYOUTS = {
    "Fortran": lambda array: np.array(array, order="F"),
    "strided": strided,
    "read-only": locked,
    "list": lambda array: array.tolist() if array.size else array,
    "big-endian": lambda array: array.astype(array.dtype.newbyteorder(">")),
}


@every
@pytest.mark.parametrize("layout", LAYOUTS)
def test_order_in_memory_does_not_matter(name, layout):
    @configurations(15)
    @given(OPERATIONS[name], SEEDS)
    def compare(case, seed):
        arrays = case.arrays(seed, np.float64)
        upstream = np.asarray(case.forward(F, *arrays))
        expected = both(case, arrays, upstream)
        others = [LAYOUTS[layout](array) for array in arrays]
        kept = [np.array(array) for array in others]
        for ours, same in zip(both(case, others, LAYOUTS[layout](upstream)), expected):
            assert np.asarray(ours).dtype == np.float64
            np.testing.assert_allclose(ours, same, rtol=1e-12, atol=1e-12)
        for array, copy in zip(others, kept):
            np.testing.assert_array_equal(array, copy, err_msg="an input was changed")

    compare()


@every
def test_the_answer_is_an_array_of_its_own(name):
    """So that changing an answer never changes an input; flatten gives a view, as in PyTorch."""

    @configurations(15)
    @given(OPERATIONS[name], SEEDS)
    def compare(case, seed):
        arrays = case.arrays(seed, np.float64)
        upstream = np.array(case.forward(F, *arrays))
        for answer in both(case, arrays, upstream):
            for array in (*arrays, upstream):
                assert not np.shares_memory(answer, array)

    if name != "flatten":
        compare()


NO_HALF = {"avg_pool3d", "local_response_norm"}  # PyTorch has none on CPUs; ours compute


@every
def test_float16_is_computed_in_float32(name):
    @configurations(30)
    @given(OPERATIONS[name], SEEDS)
    def compare(case, seed):
        arrays = [array / 4 for array in case.arrays(seed, np.float16)]
        output = case.forward(F, *arrays)
        assert output.dtype == np.float16
        upstream = (np.asarray(output) / 8).astype(np.float16)
        halves = both(case, arrays, upstream)
        singles = [array.astype(np.float32) for array in arrays]
        for half, single in zip(halves, both(case, singles, upstream.astype(np.float32))):
            with np.errstate(over="ignore"):
                assert_close(half, single.astype(np.float16), "half", 2e-3)
        if name in NO_HALF or output.size == 0:
            return
        theirs = case.torch(*map(torch.tensor, arrays))
        if name != "dropout":
            assert_close(output, theirs, "PyTorch's half", 2e-2)

    compare()


# Whole numbers: what PyTorch answers, where it does; else float64, and why.
ROUNDED_DOWN = {"avg_pool1d", "avg_pool2d", "avg_pool3d"}  # the mean of 1 and 2 is 1.5, not 1
SINGLE = {"sigmoid", "tanh", "local_response_norm"}  # PyTorch's float32 cannot hold all int64


@every
def test_whole_numbers(name):
    met = []

    @configurations(30)
    @given(OPERATIONS[name], SEEDS)
    def compare(case, seed):
        arrays = [np.round(3 * array).astype(np.int64) for array in case.arrays(seed, np.float64)]
        output = case.forward(F, *arrays)
        upstream = np.ones(np.shape(output))
        floats = both(case, [array.astype(np.float64) for array in arrays], upstream)
        assert_values(output, floats[0])
        for ours, expected in zip(both(case, arrays, upstream)[1:], floats[1:]):
            assert_close(ours, expected, "gradient", 1e-12)
        if not output.size or name == "dropout":
            return
        try:
            theirs = case.torch(*map(torch.tensor, arrays))
        except (NotImplementedError, RuntimeError):
            assert output.dtype == (np.int64 if name in ("max_pool1d", "fold", "unfold") else float)
            return
        if name in ROUNDED_DOWN | SINGLE:
            assert output.dtype == np.float64
            return
        assert_close(output, theirs, "whole numbers", 0)
        met.append(output.dtype)

    compare()
    whole = {"conv1d", "conv2d", "conv3d", "conv_transpose2d", "linear", "relu", "max_pool2d"}
    assert met or name not in whole | {"max_pool3d", "flatten"}


def assert_values(ours, expected):
    scale = max(1.0, float(np.max(np.abs(expected), initial=0)))
    np.testing.assert_allclose(np.asarray(ours, float), expected, rtol=0, atol=1e-12 * scale)


@pytest.mark.parametrize("name", ["conv1d", "conv2d", "conv3d", "linear"])
def test_small_whole_numbers_wrap_round_as_in_torch(name):
    @configurations(30)
    @given(OPERATIONS[name], SEEDS)
    def compare(case, seed):
        rng = np.random.default_rng(seed)
        arrays = [rng.integers(0, 256, shape).astype(np.uint8) for shape in case.shapes]
        try:
            theirs = case.torch(*map(torch.tensor, arrays))
        except NotImplementedError:  # dilated convolutions
            return
        np.testing.assert_array_equal(case.forward(F, *arrays), theirs.numpy())

    compare()


def zeros(*shape):
    return np.zeros(shape)


EMPTY = {  # what PyTorch computes forward, but not (or not rightly) backward
    "adaptive_avg_pool2d": [(zeros(2, 0, 3, 3), 2)],
    "batch_norm": [(zeros(2, 0, 3), zeros(0), np.ones(0)), (zeros(2, 3, 0), zeros(3), np.ones(3))],
    "group_norm": [(zeros(2, 0, 3), 1, np.ones(0), np.ones(0)), (zeros(1, 2, 0), 2, np.ones(2))],
    "instance_norm": [(zeros(2, 0, 3),)],
    "softmax": [(zeros(2, 0), 1), (zeros(0, 2), 1)],
}


@pytest.mark.parametrize("name", EMPTY)
def test_arrays_of_no_numbers(name):
    for arguments in EMPTY[name]:
        tensors = [torch.tensor(a) if isinstance(a, np.ndarray) else a for a in arguments]
        output = getattr(F, name)(*arguments)
        assert_close(output, getattr(torch.nn.functional, name)(*tensors), name)
        grads = getattr(F, f"{name}_backward")(output, *arguments[: 3 if "batch" in name else 2])
        grad_x = grads[0] if isinstance(grads, tuple) else grads
        assert grad_x.shape == arguments[0].shape
        assert all(np.all(grad == 0) for grad in grads)  # NaN would not be


def test_a_convolution_of_no_channels_gives_the_bias():
    """PyTorch gives no output channels at all; a sum over nothing is 0."""
    x, weight, bias = zeros(2, 0, 4, 4), zeros(3, 0, 2, 2), np.arange(3.0)
    output = F.conv2d(x, weight, bias)
    np.testing.assert_array_equal(output, np.broadcast_to(bias[:, None, None], (2, 3, 3, 3)))
    assert [grad.shape for grad in F.conv2d_backward(output, x, weight)] == [
        (2, 0, 4, 4),
        (3, 0, 2, 2),
        (3,),
    ]


def test_a_window_that_sees_padding_only_gives_its_gradient_to_no_pixel():
    """PyTorch writes it to a pixel of the next row."""
    x, options = zeros(1, 1, 2, 1), {"padding": (0, 1), "dilation": (1, 2)}
    output = F.max_pool2d(x, (1, 2), **options)
    np.testing.assert_array_equal(output, np.full((1, 1, 2, 1), -np.inf))
    grad = F.max_pool2d_backward(np.ones((1, 1, 2, 1)), x, (1, 2), **options)
    np.testing.assert_array_equal(grad, zeros(1, 1, 2, 1))


WRONG = {
    "a picture": "must be an array of real numbers, not str",
    None: "must be an array of real numbers, not NoneType",
    (True, False): "must be an array of real numbers, not bool",
    (1j,): "must be an array of real numbers, not complex128",
    ((1, 2), (3,)): "rows have different lengths",
}


@every
@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_what_is_no_array_of_real_numbers(name, wrong):
    """Each array of each operation, and the upstream gradient, in one clear sentence."""
    value = [list(row) if isinstance(row, tuple) else row for row in wrong] if wrong else wrong
    value = wrong if isinstance(wrong, str) else value

    @configurations(3)
    @given(OPERATIONS[name], SEEDS)
    def compare(case, seed):
        arrays = case.arrays(seed, np.float64)
        upstream = np.asarray(case.forward(F, *arrays))
        for number in range(len(arrays)):
            changed = [*arrays[:number], value, *arrays[number + 1 :]]
            if wrong is None and number:
                continue  # no bias, no weight
            with pytest.raises(TypeError, match=f"^{name}: .*{WRONG[wrong]}"):
                case.forward(F, *changed)
            if number < 2 and name != "dropout":
                with pytest.raises(TypeError, match=f"^{name}_backward: .*{WRONG[wrong]}"):
                    case.backward(F, upstream, *changed)
        with pytest.raises(TypeError, match=f"^{name}_backward: grad_output .*{WRONG[wrong]}"):
            case.backward(F, value, *arrays)

    compare()


@every
def test_an_upstream_gradient_of_another_shape(name):
    @configurations(10)
    @given(OPERATIONS[name], SEEDS)
    def compare(case, seed):
        arrays = case.arrays(seed, np.float64)
        shape = np.shape(case.forward(F, *arrays))
        for wrong in ((*shape, 2), (3, *shape)):
            with pytest.raises(ValueError, match=f"^{name}_backward: grad_output has shape"):
                case.backward(F, np.ones(wrong), *arrays)

    compare()


# Options and shapes that make no sense ----------------------------------------------------------

NONSENSE = [None, "x", 1.5, 0, -1, True, float("nan"), float("inf"), (), (1, 2, 3, 4), [2.0], 20]
SHAPES = [(), (3,), (0,), (2, 3), (2, 0, 3), (2, 3, 4, 0), (1, 2, 3, 4), (1, 2, 3, 4, 5, 6)]


def usual(name):
    """Return arguments of the operation that are right, by name."""
    axes = next((int(letter) for letter in name if letter.isdigit()), 2)
    x, ones = np.ones((2, 4, *(5, 6, 7)[:axes])), np.ones(4)
    image, channels = {"x": x}, {"x": x, "weight": ones, "bias": ones}
    window = {"x": x, "kernel_size": 2, "stride": 2, "padding": 1}
    small = {"dilation": 1, "padding": 0, "stride": 1}
    conv = {"x": x, "weight": np.ones((4, 2, *[2] * axes)), "bias": ones, "groups": 2, **small}
    return {
        "conv1d": conv,
        "conv2d": conv,
        "conv3d": conv,
        "conv_transpose2d": {**conv, "stride": 2, "output_padding": 1},
        "unfold": window | {"dilation": 1},
        "fold": {"x": np.ones((1, 4, 4)), "output_size": 3, "kernel_size": 2, **small},
        "adaptive_avg_pool2d": image | {"output_size": 2},
        "linear": {"x": np.ones((2, 3)), "weight": np.ones((4, 3)), "bias": ones},
        "flatten": image | {"start_dim": 1},
        "leaky_relu": image | {"negative_slope": 0.1},
        "gelu": image | {"approximate": "none"},
        "softmax": image | {"dim": 1},
        "log_softmax": image | {"dim": 1},
        "cross_entropy": {"logits": np.ones((2, 3)), "labels": np.array([0, 2])}
        | {"reduction": "mean", "label_smoothing": 0.1},
        "dropout": image | {"p": 0.5, "training": True, "rng": np.random.default_rng(0)},
        "batch_norm": channels
        | {"running_mean": ones, "running_var": ones}
        | {"training": True, "momentum": 0.1, "eps": 1e-5},
        "layer_norm": {"x": np.ones((2, 4)), "normalized_shape": 4, "weight": ones, "bias": ones}
        | {"eps": 1e-5},
        "group_norm": channels | {"num_groups": 2, "eps": 1e-5},
        "instance_norm": channels | {"eps": 1e-5},
        "local_response_norm": image | {"size": 2, "alpha": 0.1, "beta": 0.5, "k": 1.0},
        **{f"max_pool{n}d": window | {"dilation": 1, "ceil_mode": False} for n in (1, 2, 3)},
        **{
            f"avg_pool{n}d": window | {"ceil_mode": False, "count_include_pad": True}
            for n in (1, 2, 3)
        },
    }.get(name, image)


@every
@pytest.mark.parametrize("way", ["", "_backward"], ids=["forward", "backward"])
def test_a_refusal_is_one_sentence(name, way):
    """Each argument in turn is nonsense: it works, or one sentence says what and what instead."""
    arguments, function, refused = usual(name), getattr(F, name + way), 0
    output = getattr(F, name)(**copied(arguments))
    if way:
        output, arguments["mask"] = output if name == "dropout" else (output, None)
        arguments["grad_output"] = np.ones_like(output)
        if not name.startswith("batch"):
            arguments["need_x"] = True
        taken = inspect.signature(function).parameters
        arguments = {key: value for key, value in arguments.items() if key in taken}
        function(**copied(arguments))
    assert set(arguments) == set(inspect.signature(function).parameters)
    for argument in arguments:
        for value in [*NONSENSE, *map(np.ones, SHAPES)]:
            try:
                with warnings.catch_warnings(action="ignore"):  # infinity is a number
                    function(**copied({**arguments, argument: value}))
            except (TypeError, ValueError) as error:
                refused += 1
                sentence = str(error)
                assert sentence.startswith(f"{name}{way}: "), f"{argument}={value!r}: {error}"
                assert sentence.endswith(".") and ". " not in sentence, sentence
                assert len(sentence) < 300, sentence
    assert refused >= 3


def copied(arguments):
    """Batch norm changes its running statistics."""
    return {k: v.copy() if isinstance(v, np.ndarray) else v for k, v in arguments.items()}
