"""Arrays of other kinds, and sizes that no computer holds: they work, or one sentence says why."""

import numpy as np
import pytest

from cnnhelpers import functional as F
from cnnhelpers import models, nn, shapes

X, W = np.ones((1, 2, 5, 4)), np.ones((3, 2, 2, 2))
READERS = {
    "relu": F.relu,
    "conv2d": lambda x: F.conv2d(x, W),
    "max_pool2d": lambda x: F.max_pool2d(x, 2),
    "batch_norm": lambda x: F.batch_norm(x, None, None, training=True),
    "dropout": lambda x: F.dropout(x, rng=np.random.default_rng(0)),
    "relu_backward": lambda x: F.relu_backward(x, X),
    "dropout_backward": lambda x: F.dropout_backward(X, x),
    "Conv2d": nn.Conv2d(2, 1, 1),
    "BatchNorm2d": nn.BatchNorm2d(2),
    "Subsampling": models.Subsampling(2),
    "PaddedShortcut": models.PaddedShortcut(3, 2),
}
every = pytest.mark.parametrize("name", READERS)


@every
def test_a_tensor_is_read_and_one_with_gradients_says_what_to_do(name):
    torch = pytest.importorskip("torch")
    READERS[name](torch.ones(1, 2, 5, 4))
    for tensor in (torch.ones(1, 2, 5, 4, requires_grad=True), [torch.ones(2, requires_grad=True)]):
        with pytest.raises(TypeError, match="of type .* does not become a NumPy array; pass"):
            READERS[name](tensor)


@every
def test_a_masked_array_is_refused(name):
    with pytest.raises(TypeError, match=r"is a masked array, .* for example x.filled\(0\)\.$"):
        READERS[name](np.ma.masked_array(X, X > 0))


@every
def test_what_raises_errors_of_its_own_is_refused(name):
    class Broken:
        def __array__(self, *arguments, **options):
            raise KeyError("broken")

    with pytest.raises(TypeError, match="of type Broken does not become a NumPy array"):
        READERS[name](Broken())


def test_a_matrix_is_an_array():
    matrix = np.matrix([[1.0, -2.0], [3.0, 4.0]])
    answer = F.relu(matrix)
    assert type(answer) is np.ndarray
    np.testing.assert_array_equal(answer, [[1, 0], [3, 4]])
    grad = F.relu_backward(matrix, matrix)  # a matrix's product would be another one
    np.testing.assert_array_equal(grad, [[1, 0], [3, 4]])


@pytest.mark.parametrize("huge", [2**31, 2**63, 2**70, 10**400], ids=["31", "63", "70", "400"])
@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda n: F.conv2d(X, W, stride=n), "^conv2d: stride must be at most 2,147,483,647"),
        (lambda n: F.conv2d(X, W, padding=n), "^conv2d: padding must be at most"),
        (lambda n: F.conv2d(X, W, dilation=n), "^conv2d: dilation must be at most"),
        (lambda n: F.conv2d(X, W, groups=n), "^conv2d: .* groups do not divide"),
        (lambda n: F.max_pool2d(X, n), "^max_pool2d: kernel must be at most"),
        (lambda n: F.avg_pool2d(X, 2, stride=n), "^avg_pool2d: stride must be at most"),
        (lambda n: F.conv_transpose2d(X, W[:2], stride=n), "^conv_transpose2d: the output would"),
        (lambda n: F.adaptive_avg_pool2d(X, n), "^adaptive_avg_pool2d: the output would have"),
        (lambda n: F.fold(np.ones((1, 8, 12)), n, 2), "^fold: "),
        (lambda n: F.unfold(X, 2, padding=n), "^unfold: padding must be at most"),
        (lambda n: F.local_response_norm(X, n), "local_response_norm: size must be at most"),
        (lambda n: nn.Linear(2, n), "Linear: out_features must be at most"),
        (lambda n: nn.Conv2d(n, 2, 3), "Conv2d: in_channels must be at most"),
        (lambda n: nn.BatchNorm2d(n), "BatchNorm2d: running_mean would have shape"),
        (lambda n: nn.LayerNorm(n).weight.data, "Parameter: it would have shape"),
        (lambda n: shapes.unread_positions(n, 3), "more than 10,000,000 positions"),
        (
            lambda n: models.influence(nn.Sequential(nn.ReLU()), (1, 1, n, 3)),
            "^influence: the input would have shape",
        ),
    ],
)
def test_a_size_that_is_too_large_is_refused_in_one_sentence(call, sentence, huge):
    with pytest.raises(ValueError, match=sentence):
        call(huge)


def test_a_padding_that_no_memory_holds_is_refused():
    with pytest.raises(ValueError, match=r"conv2d: the padded input would have shape \(1, 2, 2"):
        F.conv2d(X, W, padding=10**6)


def test_a_stride_that_is_never_taken_costs_nothing():
    one = np.arange(20.0).reshape(1, 1, 5, 4)
    answer = F.conv2d(one, np.ones((1, 1, 1, 1)), stride=2**31 - 1)
    np.testing.assert_array_equal(answer, [[[[0]]]])
    answer = F.conv2d(one, np.ones((1, 1, 2, 2)), stride=10**6, dilation=(2, 3))
    np.testing.assert_array_equal(answer, [[[[0 + 3 + 8 + 11]]]])
    grads = F.conv2d_backward(np.ones((1, 1, 1, 1)), one, np.ones((1, 1, 1, 1)), stride=10**6)
    assert grads[0].sum() == grads[0][0, 0, 0, 0] == 1


def test_a_number_beyond_floats_is_refused():
    with pytest.raises(ValueError, match="negative_slope must be a number below 1e308"):
        F.leaky_relu(X, 10**400)


@pytest.mark.parametrize(
    ("call", "error", "sentence"),
    [
        (lambda: F.softmax(3.0), ValueError, "softmax: a single number has no axis; pass an array"),
        (
            lambda: F.conv2d(np.zeros((1, 3, 4, 4)), np.zeros((0, 3, 2, 2))),
            ValueError,
            r"conv2d: weight \(0, 3, 2, 2\) has no filter; pass at least one",
        ),
        (
            lambda: F.dropout(X, rng=0),
            TypeError,
            r"dropout: rng must be a NumPy generator, such as .*, not 0 \(int\)",
        ),
    ],
)
def test_the_reason_that_is_given_is_the_right_one(call, error, sentence):
    with pytest.raises(error, match=sentence):
        call()
