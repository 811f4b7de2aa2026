"""Sixteen wrong batch norms that common checks accept, and more: none passes, each is named.

They are written as learners write them, from one frame that has a place for each mistake.
"""

from __future__ import annotations

import numpy as np
import pytest
from check_tools import told

from cnnhelpers import check


def column(values):
    return values.reshape(1, -1, 1, 1)


def right(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    if training:
        mean, var = np.mean(x, (0, 2, 3)), np.var(x, (0, 2, 3))
        kept = np.var(x, (0, 2, 3), ddof=1)
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (kept - running_var)
    else:
        mean, var = running_mean, running_var
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return column(weight) * normal + column(bias)


SIGNATURE = "x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5"
FRAME = """
def wrong({signature}):
    batch_mean = {mean}
    batch_var = {var}
    if {update}:
        running_mean[:] = {old} * running_mean + {new} * {kept_mean}
        running_var[:] = {old} * running_var + {new} * {kept_var}
    if {by_batch}:
        mean, var = batch_mean, batch_var
    else:
        mean, var = column(running_mean), column(running_var)
    normal = (x - mean) / {deviation}
    return {finish}
"""
RIGHT = {
    "mean": "x.mean(axis=(0, 2, 3), keepdims=True)",
    "var": "x.var(axis=(0, 2, 3), keepdims=True)",
    "kept_mean": "x.mean(axis=(0, 2, 3))",
    "kept_var": "x.var(axis=(0, 2, 3), ddof=1)",
    "update": "training",
    "by_batch": "training",
    "old": "(1 - momentum)",
    "new": "momentum",
    "deviation": "np.sqrt(var + eps)",
    "finish": "column(weight) * normal + column(bias)",
}


def function(**changes):
    """Return batch norm with some of its lines changed."""
    names = {"np": np, "column": column}
    exec(FRAME.format(**{"signature": SIGNATURE, **RIGHT, **changes}), names)
    return names["wrong"]


def of_axes(axes):
    """Statistics over other axes; kept is what fits into the running arrays."""
    mean, var = (f"x.{name}(axis={axes}, keepdims=True)" for name in ("mean", "var"))
    spread = "(x * 0 + {}).mean(axis=(0, 2, 3))"
    return {
        "mean": mean,
        "var": var,
        "kept_mean": spread.format("batch_mean"),
        "kept_var": spread.format("batch_var"),
    }


def scrambled(x):
    flat = x.reshape(-1, x.shape[1])
    return flat.mean(axis=0), flat.var(axis=0), flat.var(axis=0, ddof=1)


def without_transpose(
    x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5
):
    if training:
        mean, var, kept = scrambled(x)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * kept
    else:
        mean, var = running_mean, running_var
    return column(weight) * (x - column(mean)) / np.sqrt(column(var) + eps) + column(bias)


def rebound(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean, running_var
    return column(weight) * (x - column(mean)) / np.sqrt(column(var) + eps) + column(bias)


SIXTEEN = [
    ("per-pixel", function(**of_axes((0,)))),
    ("per-image", function(**of_axes((2, 3)))),
    ("layer-norm", function(**of_axes((1, 2, 3)))),
    ("reshape-without-transpose", without_transpose),
    ("variance-unbiased", function(var="x.var(axis=(0, 2, 3), ddof=1, keepdims=True)")),
    ("running-variance-biased", function(kept_var="x.var(axis=(0, 2, 3))")),
    ("running-deviation", function(kept_var="x.std(axis=(0, 2, 3), ddof=1)")),
    ("momentum-reversed", function(old="momentum", new="(1 - momentum)")),
    ("running-not-updated", function(update="False")),
    ("eval-updates", function(update="True")),
    ("eval-uses-batch", function(by_batch="True")),
    ("training-uses-running", function(by_batch="False")),
    ("eps-outside-root", function(deviation="(np.sqrt(var) + eps)")),
    ("eps-missing", function(deviation="np.sqrt(var)")),
    ("root-missing", function(deviation="(var + eps)")),
    ("bias-before-weight", function(finish="column(weight) * (normal + column(bias))")),
]
MORE = [
    ("running-not-updated", rebound),
    ("weight-missing", function(finish="normal + column(bias)")),
    ("bias-missing", function(finish="column(weight) * normal")),
    ("affine-missing", function(finish="normal")),
    ("training-ignored", function(update="True", by_batch="True")),
    ("all-channels-together", function(mean="x.mean()", var="x.var()", kept_mean="x.mean()",
                                       kept_var="x.var(ddof=1)")),
    ("weight-along-width", function(finish="weight * normal + bias")),
    ("running-mean-only", function(kept_var="running_var")),
]  # fmt: skip
ALL = [*SIXTEEN, *MORE]


def test_the_frame_is_right():
    for made in (right, function()):
        result = told("batch_norm", made)
        assert result.passed, result


@pytest.mark.parametrize(("slug", "wrong"), ALL, ids=[slug for slug, _ in ALL])
def test_a_wrong_batch_norm_is_rejected_and_named(slug, wrong):
    result = told("batch_norm", wrong)
    assert not result.passed
    assert result.mistake == slug, result


def test_sixteen_of_sixteen_are_rejected_and_at_least_fourteen_named():
    results = [(slug, told("batch_norm", wrong)) for slug, wrong in SIXTEEN]
    assert len(results) == 16
    assert [slug for slug, result in results if result.passed] == []
    assert sum(result.mistake == slug for slug, result in results) >= 14


@pytest.mark.parametrize(("right_one", "wrong_one"), [
    ("eps=1e-5", "eps=1e-3"), ("eps=1e-5", "eps=1e-6"), ("eps=1e-5", "eps=1e-8"),
    ("momentum=0.1", "momentum=0.9"), ("training=False", "training=True"),
])  # fmt: skip
def test_another_default_is_told(right_one, wrong_one):
    result = told("batch_norm", function(signature=SIGNATURE.replace(right_one, wrong_one)))
    name, _, number = wrong_one.partition("=")
    assert not result.passed
    assert f"Without `{name}` it should be" in result.explanation
    assert f"your default is {float(number) if name != 'training' else number}." in str(result)


def test_statistics_of_each_pixel_that_do_not_fit_are_told_with_their_line():
    def per_pixel(
        x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5
    ):
        if training:
            flat = x.reshape(len(x), -1)  # (N, C·H·W)
            mean, var = flat.mean(axis=0), flat.var(axis=0)
            running_mean[:] = (1 - momentum) * running_mean + momentum * mean
            return ((flat - mean) / np.sqrt(var + eps)).reshape(x.shape)
        return right(x, running_mean, running_var, weight, bias, False, momentum, eps)

    result = told("batch_norm", per_pixel)
    assert (result.passed, result.verdict) == (False, "raised")
    assert "running_mean[:] = (1 - momentum)" in result.explanation


def test_what_should_be_changed_in_place_and_is_returned_is_told():
    def returned(
        x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5
    ):
        output = right(x, running_mean, running_var, weight, bias, training, momentum, eps)
        return output, running_mean, running_var

    result = told("batch_norm", returned)
    assert not result.passed
    assert "should be changed in place, and only the output returned" in result.explanation


def test_the_running_arrays_are_no_input_that_must_not_change():
    """The same arrays, another verdict where another argument changes."""

    def spoils(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
        output = right(x, running_mean, running_var, weight, bias, training, momentum, eps)
        x *= 2
        return output

    result = told("batch_norm", spoils)
    assert result.verdict == "changed its input"
    assert result.explanation.endswith("changed its input x.")


def test_a_checked_batch_norm_works_in_place():
    batch_norm = check.batch_norm(right)
    mean, var, x = np.zeros(1), np.ones(1), np.array([1.0, 2.0, 3.0, 4.0]).reshape(1, 1, 1, 4)
    output = batch_norm(x, mean, var, np.ones(1), np.zeros(1), training=True)
    np.testing.assert_allclose(output.ravel(), [-1.34163542, -0.44721181, 0.44721181, 1.34163542])
    np.testing.assert_allclose((mean[0], var[0]), (0.25, 1.06666667))
