"""Convolutions: what drawn configurations do not show, and errors in one clear sentence."""

import numpy as np
import pytest
from compare import assert_close, normal, torch

from cnnhelpers import functional as F

FORWARD = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
BACKWARD = {1: F.conv1d_backward, 2: F.conv2d_backward, 3: F.conv3d_backward}
TORCH = {i: getattr(torch.nn.functional, f"conv{i}d") for i in (1, 2, 3)}


def test_need_x_false_leaves_it_out():
    for axes in FORWARD:
        x, weight, grad = np.ones((1, 1) + (3,) * axes), np.ones((1, 1) + (2,) * axes), None
        grad = np.ones_like(FORWARD[axes](x, weight))
        full = BACKWARD[axes](grad, x, weight)
        part = BACKWARD[axes](grad, x, weight, need_x=False)
        assert part[0] is None
        np.testing.assert_array_equal(part[1], full[1])
        np.testing.assert_array_equal(part[2], full[2])


@pytest.mark.parametrize("kernel", [(1, 1), (2, 1), (1, 3)])
@pytest.mark.parametrize("dilation", [(1, 3), (2, 2)])
def test_a_transposed_convolutions_last_pixels_are_read_by_no_window(kernel, dilation):
    """Nothing lies there in the buffers but what the operation before left."""
    rng = np.random.default_rng(0)
    for stride in [(1, 1), (2, 1), (1, 2)]:
        for extra in np.ndindex(*(max(s, d) for s, d in zip(stride, dilation))):
            options = {"stride": stride, "dilation": dilation, "output_padding": extra}
            F.conv2d(rng.standard_normal((2, 3, 9, 9)), rng.standard_normal((3, 3, 3, 3)))
            x, weight = rng.standard_normal((2, 2, 3, 2)), rng.standard_normal((2, 2, *kernel))
            theirs = torch.nn.functional.conv_transpose2d(
                torch.tensor(x), torch.tensor(weight), **options
            )
            assert_close(F.conv_transpose2d(x, weight, **options), theirs, "output")


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
