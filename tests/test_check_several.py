"""Answers of several arrays: read, compared, recorded, and told part by part."""

from __future__ import annotations

import numpy as np

from cnnhelpers import check
from cnnhelpers.check.several import arrays

PAIR = arrays("grad_x", "grad_weight")


def test_parts_are_read_with_their_shapes():
    answer = PAIR.read((np.ones((2, 3)), [4.0, 5.0]))
    assert answer.shapes == ((2, 3), (2,))
    assert PAIR.part(answer, 1).value.tolist() == [4.0, 5.0]


def test_equal_numbers_in_other_shapes_are_not_the_same():
    one = PAIR.read((np.ones((2, 3)), np.ones(4)))
    other = PAIR.read((np.ones((3, 2)), np.ones(4)))
    assert PAIR.agree(one, one, 1.0)
    assert not PAIR.agree(one, other, 1.0)


def test_what_is_recorded_comes_back():
    value = (np.arange(6.0).reshape(2, 3), np.array(7.0))
    answer = PAIR.restored(PAIR.stored(value))
    assert answer.shapes == ((2, 3), ())
    assert answer.value.tolist() == [0, 1, 2, 3, 4, 5, 7]


def test_another_number_of_arrays_is_said():
    trouble = PAIR.read((np.ones(2), np.ones(2), np.ones(2))).trouble
    assert trouble.slug == "number-of-arrays"
    assert trouble.explanation == (
        "Your function returned 3 values; a tuple (grad_x, grad_weight) is expected."
    )
    assert PAIR.read(np.ones((2, 2))).trouble.explanation.startswith("Your function returned one")


def test_a_part_that_is_missing_is_said():
    trouble = PAIR.read((np.ones(2), None)).trouble
    assert trouble.slug == "part-is-none"
    assert "`grad_weight`, the second of what is returned, is None" in trouble.explanation


def test_the_wrong_part_is_told():
    def halved(grad_output, x, weight):
        grad_x, grad_weight, grad_bias = check.EXERCISES["linear_backward"].course(
            grad_output, x, weight
        )
        return grad_x, grad_weight / 7, grad_bias

    result = check.linear_backward(halved)
    assert not result.passed
    words = "`grad_x` and `grad_bias` were right in the cases tried, `grad_weight` not"
    assert words in result.explanation
    assert "should be 7 times as large" in result.explanation
    assert result.finding.part == "grad_weight"
    assert "expected grad_weight    your grad_weight" in repr(result)


def test_a_right_answer_gives_arrays_to_go_on_with():
    def lists(grad_output, x, weight):
        parts = grad_output @ weight, grad_output.T @ x, grad_output.sum(0)
        return [part.tolist() for part in parts]

    result = check.linear_backward(lists)
    assert result.passed
    found = result(np.ones((1, 2)), np.ones((1, 3)), np.ones((2, 3)))
    assert [part.shape for part in found] == [(1, 3), (2, 3), (2,)]


def test_an_answer_of_zeros_is_wrong_for_numbers_of_every_size():
    def zeros(grad_output, x, weight):
        return 0 * x, 0 * weight, grad_output.sum(axis=0)

    result = check.linear_backward(zeros)
    words = "`grad_bias` was right in the cases tried, `grad_x` and `grad_weight` not"
    assert words in result.explanation
    assert "right only" not in result.explanation


def test_beside_an_answer_that_cannot_be_read_the_first_array_is_shown():
    result = check.linear_backward(lambda grad_output, x, weight: (x, weight))
    assert "expected grad_x    your grad_x" in repr(result)
    assert "nothing to compare" in repr(result)


def test_a_mistake_in_each_of_two_counts_is_named():
    """As one mistake in both counts, it would be named in two ways, and so in none."""

    def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
        weights = out_channels * kernel_size**2
        return in_channels * weights, out_height * out_width * weights

    said = repr(check.conv_cost(conv_cost))
    assert "The biases are not among the parameters." in said
    assert "The input channels are not counted in the multiply-adds." in said


def test_a_hint_that_two_mistakes_share_is_given_once():
    def batch_norm_backward(grad_output, x, weight, eps=1e-5):
        axes, right = (0, 2, 3), check.EXERCISES["batch_norm_backward"].course
        normal = x - x.mean(axes, keepdims=True)
        normal = normal / np.sqrt(x.var(axes, keepdims=True) + eps)
        grad_weight = (grad_output * normal).sum(axes, keepdims=True)
        grad_bias = grad_output.sum(axes, keepdims=True)
        return right(grad_output, x, weight, eps)[0], grad_weight, grad_bias

    result = check.batch_norm_backward(batch_norm_backward)
    assert set(result.mistakes) == {"grad-weight-keeps-axes", "bias-keeps-axes"}
    (hint,) = result.hints
    assert hint.count("keepdims=True") == 1, hint
