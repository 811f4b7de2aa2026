"""Pooling, forward and backward, against PyTorch on drawn configurations; ties; errors."""

import numpy as np
import pytest
from compare import DTYPES, SEEDS, assert_same, configurations, normal, torch
from hypothesis import given
from hypothesis import strategies as st

from cnnhelpers import functional as F


@st.composite
def cases(draw, axes, dilated):
    """Draw (x shape, kernel, options)."""

    def each(low, high):
        return tuple(draw(st.integers(low, high)) for _ in range(axes))

    kernel, dilation = each(1, 4 if axes < 3 else 3), each(1, 2) if dilated else (1,) * axes
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    padding = tuple(draw(st.integers(0, k // 2)) for k in kernel)
    size = tuple(
        max(span if axes == 3 else 1, span - 2 * p) + draw(st.integers(0, 6 if axes < 3 else 3))
        for span, p in zip(spans, padding)
    )
    options = {"padding": padding, "ceil_mode": draw(st.booleans())}
    options["stride"] = draw(st.sampled_from([None, each(1, 3), each(1, 3)]))
    if dilated:
        options["dilation"] = dilation
    else:
        options["count_include_pad"] = draw(st.booleans())
    batch = draw(st.sampled_from([0, 1, 2])) if axes == 2 else draw(st.integers(1, 2))
    return (batch, draw(st.integers(1, 2)), *size), kernel, options


def check(name, case, dtype, seed, tied=False):
    shape, kernel, options = case
    (x,) = normal(seed, dtype, shape)
    x = np.round(x) if tied else x  # rounded: many windows have equal maxima

    def backward(grad_output, x):
        return getattr(F, f"{name}_backward")(grad_output, x, kernel, **options)

    def torch_forward(x):
        chosen = dict(options)
        if name[-2] == "1" and "count_include_pad" in chosen:  # avg_pool1d takes lists of one
            chosen["stride"] = chosen["stride"] or kernel
        return getattr(torch.nn.functional, name)(x, kernel, **chosen)

    assert_same(
        lambda x: getattr(F, name)(x, kernel, **options), backward, torch_forward, [x], seed
    )


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_max_pool_equals_torch(axes):
    @configurations()
    @given(cases(axes, dilated=True), DTYPES, SEEDS, st.booleans())
    def compare(case, dtype, seed, tied):
        check(f"max_pool{axes}d", case, dtype, seed, tied)

    compare()


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_avg_pool_equals_torch(axes):
    @configurations()
    @given(cases(axes, dilated=False), DTYPES, SEEDS)
    def compare(case, dtype, seed):
        check(f"avg_pool{axes}d", case, dtype, seed)

    compare()


@configurations()
@given(*[st.integers(1, 9)] * 4, DTYPES, SEEDS)
def test_adaptive_avg_pool_equals_torch(height, width, down, across, dtype, seed):
    arrays, to = normal(seed, dtype, (2, 2, height, width)), (down, across)

    def backward(grad, x):
        return F.adaptive_avg_pool2d_backward(grad, x, to)

    def torch_forward(x):
        return torch.nn.functional.adaptive_avg_pool2d(x, to)

    assert_same(lambda x: F.adaptive_avg_pool2d(x, to), backward, torch_forward, arrays, seed)


def test_whole_numbers_and_nan():
    x = np.arange(16).reshape(1, 1, 4, 4)
    np.testing.assert_array_equal(F.max_pool2d(x, 2)[0, 0], [[5, 7], [13, 15]])
    assert F.max_pool2d(x, 2).dtype == x.dtype
    np.testing.assert_array_equal(F.max_pool2d(-x, 2, padding=1)[0, 0, 0], [0, -1, -3])
    np.testing.assert_array_equal(F.avg_pool2d(x, 2)[0, 0], [[2.5, 4.5], [10.5, 12.5]])
    np.testing.assert_array_equal(F.adaptive_avg_pool2d(x, 1)[0, 0], [[7.5]])
    x = np.where(x == 6, np.nan, x)
    for name in ("max_pool2d", "avg_pool2d"):
        theirs = getattr(torch.nn.functional, name)(torch.tensor(x), 2).numpy()
        np.testing.assert_array_equal(getattr(F, name)(x, 2), theirs)


def test_first_of_equal_maxima_gets_the_gradient():
    grad = F.max_pool2d_backward(np.ones((1, 1, 1, 1)), np.zeros((1, 1, 2, 2)), 2)
    np.testing.assert_array_equal(grad[0, 0], [[1, 0], [0, 0]])


X = np.zeros((1, 2, 5, 5))
BAD = [
    (dict(kernel_size=6), ValueError, "kernel 6×6 is larger than the padded input 5×5"),
    (dict(kernel_size=0), ValueError, "kernel_size must be at least 1"),
    (dict(kernel_size=2.0), TypeError, "kernel_size must be a whole number, not 2.0"),
    (dict(stride=0), ValueError, "stride must be at least 1"),
    (dict(padding=2), ValueError, "padding 2×2 is more than half of kernel 3×3"),
    (dict(padding="same"), TypeError, "padding must be a whole number, not 'same'"),
    (dict(x=X[0]), ValueError, "x must have 4 axes"),
    (dict(x="abc"), TypeError, "x must be an array of real numbers, not str"),
]


@pytest.mark.parametrize("name", ["max_pool2d", "avg_pool2d"])
@pytest.mark.parametrize(("change", "error", "sentence"), BAD)
def test_one_clear_sentence(name, change, error, sentence):
    arguments = {"x": X, "kernel_size": 3, **change}
    with pytest.raises(error, match=f"^{name}: .*{sentence}"):
        getattr(F, name)(**arguments)
    with pytest.raises(error, match=f"^{name}_backward: .*{sentence}"):
        getattr(F, f"{name}_backward")(np.zeros((1, 2, 1, 1)), **arguments)


def test_other_bad_input():
    with pytest.raises(ValueError, match="^max_pool2d_backward: grad_output has shape"):
        F.max_pool2d_backward(np.zeros((1, 2, 2, 2)), X, 3)
    with pytest.raises(ValueError, match="^avg_pool2d_backward: grad_output has shape"):
        F.avg_pool2d_backward(np.zeros((1, 2, 2, 2)), X, 3)
    with pytest.raises(ValueError, match="^max_pool1d: x must have 3 axes"):
        F.max_pool1d(X, 2)
    with pytest.raises(ValueError, match="^avg_pool3d: x must have 5 axes"):
        F.avg_pool3d(X, 2)
    with pytest.raises(ValueError, match="^adaptive_avg_pool2d: output_size must be at least 1"):
        F.adaptive_avg_pool2d(X, 0)
