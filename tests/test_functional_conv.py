"""Convolution, forward and backward, against PyTorch on drawn configurations; errors; dtypes."""

import numpy as np
import pytest
from compare import DTYPES, SEEDS, assert_close, assert_same, configurations, normal, torch
from hypothesis import given
from hypothesis import strategies as st

from cnnhelpers import functional as F

FORWARD = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
BACKWARD = {1: F.conv1d_backward, 2: F.conv2d_backward, 3: F.conv3d_backward}
TORCH = {i: getattr(torch.nn.functional, f"conv{i}d") for i in (1, 2, 3)}


@st.composite
def cases(draw, axes):
    """Draw (x shape, weight shape, options): sizes the stride need not divide, not square."""

    def each(low, high):
        return tuple(draw(st.integers(low, high)) for _ in range(axes))

    groups = draw(st.sampled_from([1, 1, 1, 2, 3]))
    depth, filters = draw(st.integers(1, 3)), draw(st.integers(1, 3)) * groups
    kernel = each(1, 4 if axes < 3 else 3)
    padding = draw(st.sampled_from(["number", "number", "number", "same", "valid"]))
    stride = (1,) * axes if padding == "same" else each(1, 3)
    padding = each(0, 3) if padding == "number" else padding
    dilation = each(1, 2) if draw(st.booleans()) else (1,) * axes
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    sides = (0,) * axes if padding == "valid" else padding
    sides = tuple((s - 1) // 2 for s in spans) if padding == "same" else sides
    least = [max(1, s - 2 * p) for s, p in zip(spans, sides)]
    size = tuple(n + draw(st.integers(0, 6 if axes < 3 else 3)) for n in least)
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    if draw(st.booleans()) and not isinstance(padding, str):
        options["stride"] = options["stride"][0]  # one number for all axes
    batch = draw(st.sampled_from([0, 1, 1, 2, 3]))
    return (batch, depth * groups, *size), (filters, depth, *kernel), options


@pytest.mark.parametrize("axes", sorted(FORWARD))
def test_equals_torch(axes):
    @configurations()
    @given(cases(axes), st.booleans(), DTYPES, SEEDS)
    def compare(case, with_bias, dtype, seed):
        x_shape, weight_shape, options = case
        arrays = normal(seed, dtype, x_shape, weight_shape, weight_shape[:1])
        arrays = arrays if with_bias else arrays[:2]

        def backward(grad_output, x, weight, bias=None):
            grads = BACKWARD[axes](grad_output, x, weight, **options)
            return grads if with_bias else grads[:2]

        def forward(*arrays):
            return FORWARD[axes](*arrays, **options)

        def torch_forward(*tensors):
            return TORCH[axes](*tensors, **options)

        assert_same(forward, backward, torch_forward, arrays, seed)

    compare()


@st.composite
def transposed_cases(draw):
    """Draw (x shape, weight shape, options) of a transposed convolution."""

    def pair(low, high):
        return draw(st.integers(low, high)), draw(st.integers(low, high))

    groups, stride, dilation, kernel = draw(st.integers(1, 2)), pair(1, 3), pair(1, 2), pair(1, 3)
    extra = tuple(draw(st.integers(0, max(s, d) - 1)) for s, d in zip(stride, dilation))
    size, padding = pair(1, 5), pair(0, 2)
    size = tuple(  # large enough to leave something after the padding is cut off
        max(n, -(-(2 * p - d * (k - 1) - e) // s) + 1)
        for n, p, d, k, e, s in zip(size, padding, dilation, kernel, extra, stride)
    )
    depth, filters = draw(st.integers(1, 2)), draw(st.integers(1, 2))
    options = {"stride": stride, "padding": padding, "output_padding": extra}
    options |= {"dilation": dilation, "groups": groups}
    shape = (draw(st.integers(0, 2)), depth * groups, *size)
    return shape, (depth * groups, filters, *kernel), options


@configurations()
@given(transposed_cases(), DTYPES, SEEDS)
def test_conv_transpose2d_equals_torch(case, dtype, seed):
    x_shape, weight_shape, options = case
    bias_shape = (weight_shape[1] * options["groups"],)
    assert_same(
        lambda *arrays: F.conv_transpose2d(*arrays, **options),
        lambda g, x, w, b: F.conv_transpose2d_backward(g, x, w, **options),
        lambda *tensors: torch.nn.functional.conv_transpose2d(*tensors, **options),
        normal(seed, dtype, x_shape, weight_shape, bias_shape),
        seed,
    )


@configurations()
@given(cases(2), DTYPES, SEEDS)
def test_unfold_and_fold_equal_torch(case, dtype, seed):
    (_, _, *size), (_, _, *kernel), options = case
    options = {k: v for k, v in options.items() if k != "groups"}
    options["padding"] = 0 if isinstance(options["padding"], str) else options["padding"]
    size = tuple(max(n, d * (k - 1) + 1) for n, k, d in zip(size, kernel, options["dilation"]))
    kernel, T = tuple(kernel), torch.nn.functional
    (x,) = normal(seed, dtype, (2, 2, *size))
    assert_same(
        lambda x: F.unfold(x, kernel, **options),
        lambda g, x: F.unfold_backward(g, x, kernel, **options),
        lambda x: T.unfold(x, kernel, **options),
        [x],
        seed,
    )
    (columns,) = normal(seed, dtype, F.unfold(x, kernel, **options).shape)
    assert_same(
        lambda x: F.fold(x, size, kernel, **options),
        lambda g, x: F.fold_backward(g, x, size, kernel, **options),
        lambda x: T.fold(x, size, kernel, **options),
        [columns],
        seed,
    )


def test_need_x_false_leaves_it_out():
    for axes in FORWARD:
        x, weight, grad = np.ones((1, 1) + (3,) * axes), np.ones((1, 1) + (2,) * axes), None
        grad = np.ones_like(FORWARD[axes](x, weight))
        full = BACKWARD[axes](grad, x, weight)
        part = BACKWARD[axes](grad, x, weight, need_x=False)
        assert part[0] is None
        np.testing.assert_array_equal(part[1], full[1])
        np.testing.assert_array_equal(part[2], full[2])


def test_whole_numbers_stay_whole_as_in_torch():
    x, weight = np.arange(9).reshape(1, 1, 3, 3), np.arange(4).reshape(1, 1, 2, 2)
    answer = F.conv2d(x, weight)
    np.testing.assert_array_equal(answer[0, 0], [[19, 25], [37, 43]])
    assert answer.dtype == TORCH[2](torch.tensor(x), torch.tensor(weight)).numpy().dtype
    assert F.conv2d_backward(answer, x, weight)[0].dtype == np.float64


def test_float16_is_computed_in_float32():
    x, weight = normal(0, np.float16, (2, 8, 6, 6), (4, 8, 3, 3))
    theirs = TORCH[2](torch.tensor(x), torch.tensor(weight))
    assert_close(F.conv2d(x, weight), theirs, "float16", tolerance=1e-3)


def test_order_in_memory_does_not_matter():
    x, weight, grad = normal(1, np.float64, (2, 3, 7, 6), (4, 3, 3, 3), (2, 4, 5, 4))
    expected = F.conv2d(x, weight), *F.conv2d_backward(grad, x, weight)
    wide = np.zeros((2, 3, 14, 12))
    wide[:, :, ::2, ::2] = x
    locked = x.copy()
    locked.flags.writeable = False
    for other in (np.asfortranarray(x), wide[:, :, ::2, ::2], locked, x.tolist()):
        got = F.conv2d(other, weight), *F.conv2d_backward(np.asfortranarray(grad), other, weight)
        for ours, theirs in zip(got, expected):
            np.testing.assert_array_equal(ours, theirs)


def test_nan_passes_through_as_in_torch():
    x, weight = normal(2, np.float64, (1, 1, 5, 5), (1, 1, 2, 2))
    x[0, 0, 2, 2] = np.nan
    theirs = TORCH[2](torch.tensor(x), torch.tensor(weight)).numpy()
    np.testing.assert_array_equal(np.isnan(F.conv2d(x, weight)), np.isnan(theirs))


X, W = np.zeros((1, 2, 5, 5)), np.zeros((3, 2, 3, 3))
BAD = [
    (dict(x=X[:, :, :1]), ValueError, "kernel 3×3 is larger than the padded input 1×5"),
    (dict(dilation=3), ValueError, "with dilation 3×3 spans 7×7 and is larger"),
    (dict(stride=0), ValueError, "stride must be at least 1, not 0"),
    (dict(stride=-1), ValueError, "stride must be at least 1, not -1"),
    (dict(stride=1.5), TypeError, "stride must be a whole number, not 1.5"),
    (dict(stride=(1, 2, 3)), ValueError, "stride has 3 entries"),
    (dict(stride="2"), TypeError, "stride must be a whole number, not '2'"),
    (dict(padding=float("nan")), TypeError, "padding must be a whole number, not nan"),
    (dict(padding=-1), ValueError, "padding must be at least 0"),
    (dict(padding="full"), ValueError, "'valid' or 'same', not 'full'"),
    (dict(padding="same", stride=2), ValueError, "'same' needs stride 1"),
    (dict(dilation=0), ValueError, "dilation must be at least 1"),
    (dict(groups=2), ValueError, "groups do not divide"),
    (dict(groups=True), TypeError, "groups must be a whole number, not True"),
    (dict(x=X[:, :1]), ValueError, "x has 1 channels, but weight"),
    (dict(x=X[0]), ValueError, r"x must have 4 axes \(N, C, H, W\), not shape \(2, 5, 5\)"),
    (dict(x=X[..., :0]), ValueError, "the input has no pixels: height 5, width 0"),
    (dict(x="a picture"), TypeError, "x must be an array of real numbers, not str"),
    (dict(x=X > 0), TypeError, "x must be an array of real numbers, not bool"),
    (dict(x=[[1, 2], [3]]), TypeError, "rows have different lengths"),
    (dict(x=None), TypeError, "x must be an array of real numbers, not NoneType"),
    (dict(weight=W[0]), ValueError, "weight must have 4 axes"),
    (dict(weight=W[..., :0]), ValueError, "kernel 3×0 is empty"),
    (dict(bias=np.zeros(2)), ValueError, r"bias has shape \(2,\), but there are 3 output"),
]


@pytest.mark.parametrize(("change", "error", "sentence"), BAD)
def test_one_clear_sentence(change, error, sentence):
    arguments = {"x": X, "weight": W, **change}
    with pytest.raises(error, match=f"^conv2d: .*{sentence}"):
        F.conv2d(**arguments)
    if "bias" not in change:
        with pytest.raises(error, match=f"^conv2d_backward: .*{sentence}"):
            F.conv2d_backward(np.zeros((1, 3, 3, 3)), **arguments)


def test_gradient_of_another_shape():
    with pytest.raises(ValueError, match=r"grad_output has shape \(1, 3, 2, 3\), but the output"):
        F.conv2d_backward(np.zeros((1, 3, 2, 3)), X, W)
    with pytest.raises(ValueError, match=r"^conv3d: x must have 5 axes \(N, C, D, H, W\)"):
        F.conv3d(X, W)
    with pytest.raises(ValueError, match=r"^conv1d: x must have 3 axes \(N, C, L\)"):
        F.conv1d(X, W)


ONE = np.zeros((1, 2, 3, 3))


@pytest.mark.parametrize(
    ("call", "error", "sentence"),
    [
        (lambda: F.conv_transpose2d(ONE, W), ValueError, "x has 2 channels and weight"),
        (lambda: F.conv_transpose2d(ONE[0], W), ValueError, "x must have 4 axes"),
        (lambda: F.conv_transpose2d(ONE, W[:2], padding=3), ValueError, "the output would have"),
        (lambda: F.conv_transpose2d(ONE, W[:2], stride=0), ValueError, "stride must be at least"),
        (lambda: F.conv_transpose2d(ONE, W[:2], output_padding=1), ValueError, "must be smaller"),
        (lambda: F.conv_transpose2d(ONE, W[:2], [1.0]), ValueError, "bias has shape"),
        (lambda: F.conv_transpose2d("x", W[:2]), TypeError, "must be an array of real numbers"),
        (lambda: F.conv_transpose2d_backward(ONE, ONE, W[:2]), ValueError, "grad_output has shape"),
        (lambda: F.unfold(ONE, 4), ValueError, "unfold: kernel 4×4 is larger than the padded"),
        (lambda: F.unfold(ONE, 2, stride=0), ValueError, "unfold: stride must be at least 1"),
        (lambda: F.unfold(ONE, 1.5), TypeError, "unfold: kernel_size must be a whole number"),
        (lambda: F.unfold(ONE, 2, padding="same"), TypeError, "unfold: padding must be"),
        (lambda: F.unfold_backward(ONE, ONE, 2), ValueError, "unfold_backward: grad_output has"),
        (lambda: F.fold(ONE, 3, 2), ValueError, "fold: x must have 3 axes"),
        (lambda: F.fold(ONE[0], 3, 2), ValueError, r"fold: x has shape .* shape \(N, C·4, 4\)"),
        (lambda: F.fold_backward(ONE, np.zeros((1, 4, 4)), 3, 2), ValueError, "grad_output has"),
    ],
)
def test_one_clear_sentence_of_the_others(call, error, sentence):
    with pytest.raises(error, match=sentence):
        call()
