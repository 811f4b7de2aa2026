"""What the instructor cells promise of their planted error: the class does see it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from notebook_rules.rule import FOLDER

from cnnhelpers import capstone, check, functional, models
from cnnhelpers.course.instructor import instructor_guide
from cnnhelpers.course.notebooks import read
from cnnhelpers.datasets import digits, resized


def planted(number: str, name: str, slug: str, *promised: str) -> Callable:
    """The function with the mistake that notebook `number` plants, and promises these words of."""
    [path] = FOLDER.glob(f"{number}_*.ipynb")
    guide = instructor_guide(read(path))
    assert guide is not None and guide.plan.planted is not None
    found = guide.plan.planted
    assert (found.exercise, found.slug) == (name, slug)
    said = " ".join(f"{found.seen} {found.move}".split())
    for words in promised:
        assert words in said, f"{path.name} no longer says {words!r}; this test has to follow"
    return check.mistakes(name).function(slug)


def test_00_a_brightest_pixel_that_is_not_white() -> None:
    wrong = planted("00", "invert", "maximum-for-one", "`np.array([0, 0.5])`", "it is 0.5 and 0")
    assert wrong(np.array([0, 0.5])).tolist() == [0.5, 0]
    digit = digits("train", 10)[0][0, 0]
    assert np.array_equal(wrong(digit), 1 - digit)  # the picture of the negative is right


def test_01_only_the_first_is_noise() -> None:
    wrong = planted("01", "permute_pixels", "first-image-only", "only the first is noise")
    images = np.arange(24.0).reshape(4, 1, 2, 3)
    shuffled = wrong(images, np.array([5, 4, 3, 2, 1, 0]))
    assert [np.array_equal(a, b) for a, b in zip(images, shuffled)] == [False, True, True, True]


def test_02_red_and_blue_are_exchanged() -> None:
    wrong = planted("02", "correlate2d", "flipped-kernel", "5 in place of 19", "exchanged", "blur")
    x, kernel = np.arange(9.0).reshape(3, 3), np.arange(4.0).reshape(2, 2)
    assert wrong(x, kernel)[0, 0] == 5
    image = np.random.default_rng(0).normal(size=(5, 7))
    right = check.EXERCISES["correlate2d"].course
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    sharpen = np.array([[0.0, -1, 0], [-1, 5, -1], [0, -1, 0]])
    assert np.allclose(wrong(image, sobel), -right(image, sobel))
    for same in (np.ones((3, 3)) / 9, sharpen):
        assert np.allclose(wrong(image, same), right(image, same))


def test_03_a_window_that_sticks_out() -> None:
    wrong = planted("03", "output_size", "ceil", "as for 32 pixels", "2×3 in place of 2×2")
    assert wrong(32, 5, 1, 2) == 32
    assert (wrong(5, 2, 3), wrong(5, 2, 2)) == (2, 3)  # the 3×3 with its padding, down and across


def test_04_three_biases_in_every_map() -> None:
    wrong = planted("04", "conv2d_image", "bias-per-input-channel", "image of zeros", "three times")
    weight, bias = np.ones((2, 3, 3, 3)), np.array([1.0, 2])
    assert wrong(np.zeros((3, 4, 5)), weight, bias)[:, 0, 0].tolist() == [3, 6]
    x = np.random.default_rng(0).normal(size=(3, 4, 5))
    zero = np.zeros(2)
    right = check.EXERCISES["conv2d_image"].course
    assert np.allclose(wrong(x, weight, zero), right(x, weight, zero))


def test_05_the_middle_pixel_holds_one_stamp() -> None:
    wrong = planted("05", "transposed2d", "overlap-overwritten", "0 0 1 / 0 0 3 / 4 6 9", "four")
    square = np.array([[0.0, 1], [2, 3]])
    assert wrong(square, square).tolist() == [[0, 0, 1], [0, 0, 3], [4, 6, 9]]


def test_06_stacks_without_strides_are_right() -> None:
    wrong = planted("06", "receptive_field", "own-stride-counted", "2045 in place of", "sees 3")
    assert (wrong([(3, 1, 1)] * 499), wrong([(3, 1, 1)] * 500)) == (999, 1001)
    assert (wrong([(3, 2, 1)] * 9), wrong([(3, 2, 1)])) == (2045, 5)


def test_07_seven_values_at_the_border() -> None:
    wrong = planted("07", "max_pool2d", "padding-zero", "7 of 3,920", "−1 everywhere")
    maps = np.random.default_rng(0).normal(size=(1, 20, 28, 28))
    options = dict(kernel_size=3, stride=2, padding=1)
    right = functional.max_pool2d(maps, **options)
    assert (right.size, np.count_nonzero(wrong(maps, **options) != right)) == (3920, 7)
    assert np.array_equal(wrong(maps, 2), functional.max_pool2d(maps, 2))


def test_08_the_output_moves_before_the_input() -> None:
    wrong = planted("08", "causal_filter", "future-read", "1 2 4 3 2 0 0")
    jump = np.array([0.0, 0, 4, 4, 4, 0, 0])
    assert wrong(jump, np.array([0.5, 0.25, 0.25])).tolist() == [1, 2, 4, 3, 2, 0, 0]


def test_09_the_centre_reads_1000() -> None:
    wrong = planted("09", "conv2d_backward", "sum-overwritten", "1000 instead of 1234")
    x, weight = np.arange(9.0).reshape(1, 1, 3, 3), np.array([[[[1.0, 2], [3, 4]]]])
    upstream = np.array([[[[1.0, 10], [100, 1000]]]])
    grad_x, grad_weight, _ = wrong(upstream, x, weight)
    assert grad_x[0, 0].tolist() == [[1, 10, 20], [100, 1000, 2000], [300, 3000, 4000]]
    assert grad_weight[0, 0].tolist() == [[4310, 5421], [7643, 8754]]  # as it should be


def test_10_one_channel_is_right_and_two_are_not() -> None:
    wrong = planted("10", "im2col", "channels-last", "begins 0 10 1 11 instead of 0 1 3 4")
    one = np.arange(9.0).reshape(1, 1, 3, 3)
    two = np.concatenate([one, one + 10], axis=1)
    assert wrong(one, (2, 2)).tolist() == [[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]]
    assert wrong(two, (2, 2))[0].tolist() == [0, 10, 1, 11, 3, 13, 4, 14]


def test_11_the_printed_fans_are_squares() -> None:
    wrong = planted("11", "init_std", "root-missing", "729 and 331,776", "27 and 576", "2/27")
    assert round(2 / wrong((64, 3, 3, 3), "fan_in") ** 2) == 729
    assert round(2 / wrong((64, 3, 3, 3), "fan_out") ** 2) == 331_776
    assert 27 * wrong((64, 3, 3, 3)) ** 2 == pytest.approx(2 / 27)


def test_12_evaluation_gives_the_row_of_training() -> None:
    wrong = planted("12", "batch_norm", "eval-uses-batch", "−1.342 −0.447 0.447 1.342")
    four, one, zero = np.array([1.0, 2, 3, 4]).reshape(1, 1, 1, 4), np.ones(1), np.zeros(1)
    answer = wrong(four, np.zeros(1), np.ones(1), one, zero, training=False)
    assert np.round(answer.ravel(), 3).tolist() == [-1.342, -0.447, 0.447, 1.342]
    alone = wrong(np.full((1, 1, 1, 1), 7.0), np.zeros(1), np.ones(1), one, zero)
    assert alone.item() == 0  # so every image alone gets the same logits


def test_13_labels_stand_beside_other_images() -> None:
    wrong = planted("13", "batches", "labels-not-in-order", "stays near 2.303")
    images, labels = np.array([10, 11, 12]), np.array([0, 1, 2])
    pairs = [(x.tolist(), y.tolist()) for x, y in wrong(images, labels, np.array([2, 0, 1]), 2)]
    assert pairs == [([12, 10], [0, 1]), ([11], [2])]


def test_14_prepared_digits_are_called_3() -> None:
    wrong = planted("14", "centre_digit", "inverted", "11 % are right", "272 are called a 3")
    test, labels = digits("test", 300)
    small = np.zeros((300, 28, 28))
    for image, original in zip(small, test):
        image[2:16, 1:15] = resized(original[0], 14, 14)
    prepared = np.array([[wrong(image)] for image in small], np.float32)
    answers = models.trained_digit_net()(prepared).argmax(axis=1)
    assert round(100 * np.mean(answers == labels)) == 11
    assert np.count_nonzero(answers == 3) == 272


def test_15_a_first_layer_of_54_25() -> None:
    wrong = planted("15", "layer_row", "floor-missing", "= 54.25", 'every count ends in ".0"')
    assert wrong((3, 224, 224), "conv", 96, 11, 4)[1] == 54.25
    assert str(wrong((3, 227, 227), "conv", 96, 11, 4)[1]) == "55.0"


def test_16_a_block_that_can_only_add() -> None:
    wrong = planted("16", "residual_block", "relu-before-sum", "x = 2 and F(x) = −2", "gives 2")
    x, centre = np.full((1, 1, 1, 1), 2.0), np.zeros((1, 1, 3, 3))
    centre[0, 0, 1, 1] = 1
    assert wrong(x, centre, -centre).item() == 2
    assert functional.relu(x - 2).item() == 0
    assert wrong(x, 0 * centre, 0 * centre).item() == 2  # weights of 0 still hand on x


def test_17_half_of_the_answer_is_right() -> None:
    wrong = planted("17", "budget", "size-not-passed-on", "6,266", "2,316,576", "135,072")
    silver = [(1, 8, 5, 2, 2, 1), (8, 16, 3, 2, 1, 1), (16, 16, 3, 2, 1, 1), (16, 10, 4, 1, 0, 1)]
    assert wrong(silver, 28, 28) == (6_266, 2_316_576)
    assert capstone.cost(capstone.DESIGNS["Silver"].build()) == (6_266, 135_072)


def test_18_a_chunk_that_has_come_three_times() -> None:
    wrong = planted("18", "ring_step", "always-adds", "3412 or 4123", "after three steps", "fourth")
    held = np.array([[1.0] * 4, [10] * 4, [100] * 4, [1000] * 4])
    for step in range(3):
        held = wrong(held, step)
    assert (held == 1111).sum(axis=1).tolist() == [1, 1, 1, 1]
    assert wrong(held, 3).max() == 2111
    for step in range(3, 6):
        held = wrong(held, step)
    assert held.tolist() == [[1112, 1111, 3412, 3112], [1123, 1121, 1111, 4123],
                             [1234, 1231, 1211, 1111], [1111, 2341, 2311, 2111]]
