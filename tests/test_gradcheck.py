"""Every backward against central differences, in float64 and without PyTorch."""

import numpy as np
import pytest

from cnnhelpers import functional as F
from cnnhelpers import gradcheck, nn


def numbers(*shape, seed=0):
    """Distinct numbers, so that no maximum is tied and no kink is met."""
    count = int(np.prod(shape))
    return np.random.default_rng(seed).permutation(count).reshape(shape) * 0.3 - count * 0.15 + 0.05


OPTIONS = {"stride": (2, 1), "padding": (1, 2), "dilation": (1, 2), "groups": 2}
LABELS = np.array([1, 0, 2])
OPERATIONS = {
    "conv1d": ({"stride": 2, "padding": 1}, [(2, 2, 7), (3, 2, 3), (3,)]),
    "conv2d": (OPTIONS, [(2, 4, 6, 5), (2, 2, 3, 2), (2,)]),
    "conv3d": ({"stride": (2, 1, 1), "padding": 1}, [(1, 2, 3, 3, 3), (2, 2, 2, 3, 2), (2,)]),
    "conv_transpose2d": ({"stride": 2, "padding": 1}, [(1, 2, 3, 4), (2, 2, 3, 3), (2,)]),
    "max_pool1d": ({"kernel_size": 3, "stride": 2, "dilation": 2}, [(2, 2, 8)]),
    "max_pool3d": ({"kernel_size": 2, "stride": 1, "padding": 1}, [(1, 2, 3, 2, 3)]),
    "avg_pool1d": ({"kernel_size": 3, "padding": 1, "count_include_pad": False}, [(2, 2, 8)]),
    "avg_pool3d": ({"kernel_size": 2, "stride": (1, 2, 1)}, [(1, 2, 3, 2, 3)]),
    "max_pool2d": ({"kernel_size": 3, "stride": 2, "padding": 1}, [(1, 2, 6, 5)]),
    "avg_pool2d": ({"kernel_size": 3, "stride": 2, "ceil_mode": True}, [(1, 2, 6, 5)]),
    "adaptive_avg_pool2d": ({"output_size": (2, 3)}, [(1, 2, 5, 4)]),
    "linear": ({}, [(2, 3, 4), (5, 4), (5,)]),
    "flatten": ({}, [(2, 3, 4)]),
    "unfold": ({"kernel_size": 2, "stride": 2, "padding": 1}, [(1, 2, 5, 4)]),
    "fold": ({"output_size": (4, 3), "kernel_size": 2}, [(1, 8, 6)]),
    "relu": ({}, [(3, 4)]),
    "leaky_relu": ({"negative_slope": 0.3}, [(3, 4)]),
    "gelu": ({}, [(3, 4)]),
    "sigmoid": ({}, [(3, 4)]),
    "tanh": ({}, [(3, 4)]),
    "softmax": ({"dim": 0}, [(3, 4)]),
    "log_softmax": ({}, [(3, 4)]),
    "layer_norm": ({"normalized_shape": (3, 2)}, [(4, 3, 2), (3, 2), (3, 2)]),
    "group_norm": ({"num_groups": 2}, [(2, 4, 3), (4,), (4,)]),
    "instance_norm": ({}, [(2, 2, 5), (2,), (2,)]),
    "local_response_norm": ({"size": 3, "alpha": 0.5}, [(2, 4, 3)]),
}
FIRST = ("output_size", "normalized_shape", "num_groups", "kernel_size")  # not keyword-only


def test_every_operation_is_checked():
    named = {name for name in F.__all__ if f"{name}_backward" in F.__all__}
    assert named == {*OPERATIONS, "batch_norm", "cross_entropy", "dropout"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_backward_equals_central_differences(name):
    options, shapes = OPERATIONS[name]
    options = dict(options)
    first = [options.pop(key) for key in FIRST if key in options]
    arrays = [numbers(*shape, seed=seed) for seed, shape in enumerate(shapes)]

    def forward(x, *others):
        return getattr(F, name)(x, *first, *others, **options)

    def backward(grad_output, x, *others):
        others = others[:1]  # a bias is not needed
        return getattr(F, f"{name}_backward")(grad_output, x, *first, *others, **options)

    errors = gradcheck.gradcheck(forward, backward, *arrays)
    assert len(errors) == len(arrays) and max(errors) < 1e-7, errors


@pytest.mark.parametrize("training", [True, False])
def test_batch_norm(training):
    running = numbers(3, seed=3), np.array([0.5, 1, 2])

    def forward(x, weight, bias):
        kept = [array.copy() for array in running]
        return F.batch_norm(x, *kept, weight, bias, training=training)

    def backward(grad, x, weight, bias):
        return F.batch_norm_backward(grad, x, *running, weight, training=training)

    arrays = numbers(4, 3, 2), numbers(3, seed=1), numbers(3, seed=2)
    assert max(gradcheck.gradcheck(forward, backward, *arrays)) < 1e-7


def test_cross_entropy():
    def backward(grad, logits):
        return F.cross_entropy_backward(logits, LABELS, grad_output=grad)

    def forward(logits):
        return F.cross_entropy(logits, LABELS)

    assert max(gradcheck.gradcheck(forward, backward, numbers(3, 4))) < 1e-7


def test_dropout():
    def mask(x):
        return F.dropout(x, 0.4, rng=np.random.default_rng(0))

    def backward(grad, x):
        return F.dropout_backward(grad, mask(x)[1])

    assert max(gradcheck.gradcheck(lambda x: mask(x)[0], backward, numbers(4, 5))) < 1e-7


def test_a_whole_network():
    model = nn.Sequential(
        nn.Conv2d(1, 2, 3, padding=1),
        nn.BatchNorm2d(2),
        nn.Residual(nn.Sequential(nn.Conv2d(2, 2, 3, 1, 1), nn.Tanh())),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(8, 3),
    ).astype(np.float64)
    errors = gradcheck.gradcheck_module(model, numbers(2, 1, 4, 4))
    assert len(errors) == 9 and max(errors.values()) < 1e-7, errors


def test_a_wrong_gradient_is_found():
    wrong = {
        "half": lambda g, x, w: (0.5 * g @ w, g.T @ x),
        "upstream ignored": lambda g, x, w: (np.ones_like(g) @ w, g.T @ x),
        "mean for sum": lambda g, x, w: (g @ w, g.T @ x / len(x)),
    }
    for backward in wrong.values():
        errors = gradcheck.gradcheck(F.linear, backward, numbers(3, 2), numbers(4, 2))
        assert max(errors) > 1e-3
    with pytest.raises(ValueError, match="has shape"):
        gradcheck.gradcheck(F.relu, lambda g, x: g[:1], numbers(3, 2))


def doubled(x):
    return 2 * x


@pytest.mark.parametrize("place", [0, 3, 5])
@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_a_number_that_is_not_finite_fails_wherever_it_stands(place, wrong):
    def backward(grad, x, w):
        grad_w = 2 * grad
        grad_w.ravel()[place] = wrong
        return 2 * grad, grad_w

    x = numbers(2, 3)
    errors = gradcheck.gradcheck(lambda x, w: doubled(x) + doubled(w), backward, x, x + 1)
    assert errors[0] < 1e-7 and errors[1] == np.inf and not max(errors) < 1e-7
    module = nn.Linear(2, 3).astype(np.float64)
    ours = module.backward
    module.backward = lambda grad: ours(grad) + np.array([0, wrong])
    errors = gradcheck.gradcheck_module(module, numbers(4, 2))
    assert errors["x"] == np.inf and not max(errors.values()) < 1e-7


def test_too_few_gradients_are_refused():
    x, w = numbers(3, 2), numbers(4, 2)
    with pytest.raises(ValueError, match="backward returned 1 gradients for 2 arrays"):
        gradcheck.gradcheck(F.linear, lambda g, x, w: g @ w, x, w)
    with pytest.raises(ValueError, match="backward returned None for array 1"):
        gradcheck.gradcheck(F.linear, lambda g, x, w: (g @ w, None), x, w)
    module = nn.Linear(2, 3).astype(np.float64)
    module.backward = lambda grad: grad @ module.weight.data
    with pytest.raises(ValueError, match="backward gave weight no gradient"):
        gradcheck.gradcheck_module(module, x)


@pytest.mark.parametrize("size", [1e-12, 1e-6, 1, 1e6, 1e12])
def test_a_gradient_five_times_too_large_fails_at_any_size(size):
    x = numbers(3, 4)

    def forward(x):
        return size * x**2

    (right,) = gradcheck.gradcheck(forward, lambda g, x: g * size * 2 * x, x)
    (wrong,) = gradcheck.gradcheck(forward, lambda g, x: 5 * g * size * 2 * x, x)
    assert right < 1e-7 and wrong == pytest.approx(4, rel=1e-3)


def test_a_small_gradient_beside_a_large_output_fails_too():
    x = numbers(3, 4)

    def forward(x):
        return 1 + 1e-5 * x

    (right,) = gradcheck.gradcheck(forward, lambda g, x: 1e-5 * g, x)
    (wrong,) = gradcheck.gradcheck(forward, lambda g, x: 5e-5 * g, x)
    assert right < 1e-7 and wrong > 1e-4


def test_a_gradient_of_nothing_but_rounding_passes():
    model = nn.Sequential(nn.Conv2d(1, 2, 2), nn.BatchNorm2d(2)).astype(np.float64)
    errors = gradcheck.gradcheck_module(model, numbers(3, 1, 4, 5))
    assert errors["0.bias"] < 1e-7  # batch norm takes the bias away again
    assert gradcheck.largest_error(np.zeros(2), np.zeros(2)) == 0
    assert gradcheck.largest_error(np.ones(2), np.zeros(2)) == np.inf
    assert gradcheck.largest_error(np.zeros((0, 3)), np.zeros((0, 3))) == 0


def test_chance_is_named():
    sentence = "twice the same input gives two outputs, so chance has a part in it; switch dropout"
    model = nn.Sequential(nn.Linear(3, 4), nn.Dropout(0.5)).astype(np.float64)
    with pytest.raises(ValueError, match=sentence):
        gradcheck.gradcheck_module(model, numbers(5, 3))
    assert max(gradcheck.gradcheck_module(model.eval(), numbers(5, 3)).values()) < 1e-7
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=sentence):
        gradcheck.gradcheck(lambda x: F.dropout(x, rng=rng)[0], lambda g, x: g, numbers(5, 3))


def test_what_has_no_gradient_is_named():
    with np.errstate(all="ignore"):
        with pytest.raises(ValueError, match="the output is not finite, so it has no gradient"):
            gradcheck.gradcheck(np.log, lambda g, x: g / x, np.array([1.0, -1.0]))
        with pytest.raises(ValueError, match=r"near number \(1,\) of x the function is not finite"):
            gradcheck.gradcheck(np.sqrt, lambda g, x: g / x, np.array([1.0, 0.0]))
    with pytest.raises(ValueError, match="the function returns 2 numbers; it must be one"):
        gradcheck.numerical_gradient(lambda x: x, np.ones(2))
    with pytest.raises(TypeError, match="gradcheck: an array must be an array of real numbers"):
        gradcheck.gradcheck(doubled, doubled, "x")
    with pytest.raises(TypeError, match="gradcheck: weight must be float64; use module.astype"):
        gradcheck.gradcheck_module(nn.Linear(2, 2), numbers(3, 2))
    with pytest.raises(TypeError, match="gradcheck: module must be a layer or a network"):
        gradcheck.gradcheck_module(doubled, numbers(3, 2))


def test_a_numerical_gradient_speaks_in_its_own_name():
    with np.errstate(all="ignore"):
        with pytest.raises(ValueError, match="^numerical_gradient: near number"):
            gradcheck.numerical_gradient(lambda x: np.sqrt(x).sum(), np.zeros(1))


@pytest.mark.parametrize("step", [0, -1e-6, "a", np.nan])
def test_a_step_that_is_none_is_refused(step):
    layer, x = nn.Linear(2, 1).astype(np.float64), numbers(3, 2)
    for name, call in (
        ("numerical_gradient", lambda: gradcheck.numerical_gradient(np.sum, x, step)),
        ("gradcheck", lambda: gradcheck.gradcheck(doubled, doubled, x, step=step)),
        ("gradcheck", lambda: gradcheck.gradcheck_module(layer, x, step=step)),
    ):
        with pytest.raises((TypeError, ValueError), match=f"^{name}: step must be"):
            call()


def test_a_check_leaves_the_module_as_it_was():
    model = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2)).astype(np.float64)
    model(numbers(4, 3))
    weights, before = model[0].weight.data, model.state_dict()
    gradcheck.gradcheck_module(model, numbers(5, 3))
    assert model[0].weight.data is weights
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, before[name], err_msg=name)


def test_the_numerical_gradient_of_a_known_function():
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    grad = gradcheck.numerical_gradient(lambda x: float((x**2).sum()), x)
    np.testing.assert_allclose(grad, 2 * x, atol=1e-8)
    np.testing.assert_array_equal(x, [[1, 2], [3, 4]])
