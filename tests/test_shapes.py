"""Sizes and costs: hand-computed values, PyTorch's shapes, and one clear sentence for bad input."""

import numpy as np
import pytest

from cnnhelpers import shapes


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((7, 3), 5),
        ((32, 5), 28),
        ((32, 5, 1, 2), 32),
        ((7, 3, 2), 3),
        ((8, 3, 2), 3),  # floor: the last pixel is not read
        ((5, 3, 2, 1), 3),
        ((7, 3, 1, 0, 2), 3),
        ((224, 11, 4, 2), 55),
        ((1, 1), 1),
    ],
)
def test_output_size_by_hand(arguments, expected):
    assert shapes.output_size(*arguments) == expected


def test_output_size_equals_torch_everywhere():
    torch = pytest.importorskip("torch")
    compared = 0
    for size in range(1, 10):
        for kernel_size in range(1, 6):
            for stride in range(1, 4):
                for padding in range(3):
                    for dilation in range(1, 4):
                        options = (stride, padding, dilation)
                        x, weight = torch.zeros(1, 1, size), torch.zeros(1, 1, kernel_size)
                        try:
                            theirs = torch.nn.functional.conv1d(x, weight, None, *options).shape[-1]
                        except RuntimeError:
                            with pytest.raises(ValueError, match="does not fit"):
                                shapes.output_size(size, kernel_size, *options)
                        else:
                            assert shapes.output_size(size, kernel_size, *options) == theirs
                            compared += 1
    assert compared > 500


def test_advised_padding_is_the_smallest_that_works():
    for size in range(1, 8):
        for kernel_size in range(size + 1, 12):
            with pytest.raises(ValueError, match="padding of at least") as caught:
                shapes.output_size(size, kernel_size)
            advised = int(str(caught.value).split("at least ")[1].rstrip("."))
            assert shapes.output_size(size, kernel_size, padding=advised) >= 1
            with pytest.raises(ValueError, match="does not fit"):
                shapes.output_size(size, kernel_size, padding=advised - 1)


@pytest.mark.parametrize("kernel_size", [1, 3, 5, 7, 11])
@pytest.mark.parametrize("dilation", [1, 2, 3])
def test_same_padding_keeps_the_size(kernel_size, dilation):
    padding = shapes.same_padding(kernel_size, dilation)
    assert shapes.output_size(20, kernel_size, 1, padding, dilation) == 20


def test_same_padding_refuses_even_kernels():
    with pytest.raises(ValueError, match="odd kernel size"):
        shapes.same_padding(4)
    assert shapes.same_padding(4, dilation=2) == 3  # spans 7 pixels, an odd number


def test_unread_positions_by_hand():
    assert shapes.unread_positions(8, 3, stride=2) == [7]
    assert shapes.unread_positions(7, 3, stride=2) == []
    assert shapes.unread_positions(9, 2, stride=4) == [2, 3, 6, 7, 8]
    assert shapes.unread_positions(8, 3, stride=2, padding=1) == []
    assert shapes.unread_positions(5, 2, stride=9, dilation=3) == [1, 2, 4]


def test_unread_positions_are_where_the_gradient_is_zero():
    torch = pytest.importorskip("torch")
    for size, kernel_size, stride, padding, dilation in [
        (8, 3, 2, 0, 1), (10, 3, 4, 1, 1), (11, 2, 3, 0, 2), (12, 3, 5, 2, 2), (6, 1, 4, 0, 1),
    ]:  # fmt: skip
        x = torch.zeros(1, 1, size, requires_grad=True)
        weight = torch.ones(1, 1, kernel_size)
        torch.nn.functional.conv1d(x, weight, None, stride, padding, dilation).sum().backward()
        expected = np.flatnonzero(x.grad.numpy() == 0).tolist()
        assert shapes.unread_positions(size, kernel_size, stride, padding, dilation) == expected


def test_costs_that_the_notebooks_name():
    assert shapes.linear_parameters(3 * 32 * 32, 6 * 28 * 28, bias=False) == 14_450_688
    assert shapes.conv_parameters(3, 6, 5, bias=False) == 450
    assert shapes.conv_parameters(3, 10, 5) == 760
    assert shapes.conv_macs(3, 10, 5, (32, 32)) == 768_000
    assert shapes.conv_macs(192, 16, 1, (28, 28)) == 2_408_448
    assert shapes.conv_macs(192, 32, 5, (28, 28)) == 120_422_400
    assert shapes.conv_parameters(64, 64, 3, groups=64, bias=False) == 576
    assert shapes.conv_parameters(2, 4, (3,), bias=False) == 24


def test_a_receptive_field_takes_the_rows_of_an_array():
    rows = np.array([[3, 1], [3, 2]])
    assert shapes.receptive_field(rows) == shapes.receptive_field([(3, 1), (3, 2)])


def test_receptive_field_of_the_syllabus():
    assert shapes.receptive_field([]).size == 1
    assert shapes.receptive_field([(3,)] * 2).size == 5
    assert shapes.receptive_field([(3,)] * 3).size == 7
    assert shapes.receptive_field([(3,)] * 499).size == 999
    assert shapes.receptive_field([(3, 2), (3,)]).size == 7
    assert shapes.receptive_field([(3, 1, 0, 2)]).size == 5


def test_receptive_field_is_where_the_gradient_flows():
    torch = pytest.importorskip("torch")
    layers = [shapes.Window(3, 2, 1), shapes.Window(2, 1, 0, 2), shapes.Window(3, 3, 1)]
    x = torch.zeros(1, 1, 60, dtype=torch.float64, requires_grad=True)
    y = x
    for layer in layers:
        weight = torch.ones(1, 1, layer.kernel_size, dtype=torch.float64)
        y = torch.nn.functional.conv1d(y, weight, None, *layer[1:])
    position = y.shape[-1] // 2
    y[0, 0, position].backward()
    seen = np.flatnonzero(x.grad.numpy())
    first, last = shapes.receptive_field(layers).of(position)
    assert (seen[0], seen[-1]) == (first, last)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: shapes.output_size(3, 5), ValueError, "padding of at least 1"),
        (lambda: shapes.output_size(7, 3, stride=0), ValueError, "stride must be at least 1"),
        (lambda: shapes.output_size(7, 3, stride=-2), ValueError, "stride must be at least 1"),
        (lambda: shapes.output_size(7, 3, padding=-1), ValueError, "padding must be at least 0"),
        (lambda: shapes.output_size(7.0, 3), TypeError, "size must be a whole number, not 7.0"),
        (lambda: shapes.output_size(7, "3"), TypeError, "kernel_size must be a whole number"),
        (lambda: shapes.output_size(7, None), TypeError, "kernel_size must be a whole number"),
        (lambda: shapes.output_size(7, float("nan")), TypeError, "whole number, not nan"),
        (lambda: shapes.output_size(7, 3, True), TypeError, "stride must be a whole number"),
        (lambda: shapes.per_axis((1, 2, 3), 2, "stride"), ValueError, "3 entries"),
        (lambda: shapes.per_axis("12", 2, "stride"), TypeError, "stride must be a whole number"),
        (lambda: shapes.conv_parameters(6, 4, 3, groups=4), ValueError, "groups do not divide"),
        (lambda: shapes.conv_macs(3, 8, 3, 28), TypeError, r"such as \(28, 28\), not 28"),
        (lambda: shapes.conv_macs(3, 8, 3, "28"), TypeError, r"such as \(28, 28\), not '28'"),
        (lambda: shapes.receptive_field([3, 3]), TypeError, r"not 3 \(int\); a kernel alone is"),
        (lambda: shapes.receptive_field(3), TypeError, r"not 3 \(int\); a kernel alone is"),
        (lambda: shapes.receptive_field([(3, 1, 0, 1, 2)]), TypeError, "whose end may be left out"),
        (lambda: shapes.receptive_field([()]), TypeError, "whose end may be left out"),
        (lambda: shapes.receptive_field(["31"]), TypeError, "whose end may be left out"),
    ],
)
def test_bad_input_gets_one_sentence(call, error, words):
    with pytest.raises(error, match=words) as caught:
        call()
    assert "\n" not in str(caught.value)


def test_numpy_integers_are_whole_numbers():
    assert shapes.output_size(np.int64(7), np.int32(3)) == 5
