"""What has no name is diagnosed: when, where, how and in which line; and nothing wrong passes."""

from __future__ import annotations

import re

import numpy as np
import pytest

from cnnhelpers import check, functional
from cnnhelpers.check.advice import advice_for
from cnnhelpers.exercises.backpropagation import numerical_gradient

# Wrong answers that agree with the named cases of an exercise in most respects -------------------


def padding_before_stride(size, kernel_size, padding=0, stride=1, dilation=1):
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


def layers_reversed_in_place(position, layers):
    layers.reverse()
    first = last = position
    for kernel_size, stride, padding in layers:
        first, last = first * stride - padding, last * stride - padding + kernel_size - 1
    return first, last


def layers_popped(layers):
    field, jump = 1, 1
    while layers:
        kernel_size, stride, dilation = layers.pop(0)
        field += (kernel_size - 1) * dilation * jump
        jump *= stride
    return field


def stored_in_the_dtype_of_the_kernel(x, kernel):
    rows, columns = kernel.shape
    output = np.zeros((x.shape[0] - rows + 1, x.shape[1] - columns + 1), kernel.dtype)
    for i, j in np.ndindex(*output.shape):
        output[i, j] = np.sum(x[i : i + rows, j : j + columns] * kernel)
    return output


_KEPT: dict = {}


def remembered_by_shape(x, kernel):
    if (x.shape, kernel.shape) not in _KEPT:
        _KEPT[x.shape, kernel.shape] = functional.conv2d(x[None, None], kernel[None, None])[0, 0]
    return _KEPT[x.shape, kernel.shape]


def best_score_from_zero(image, pattern):
    pattern, best, place = pattern - pattern.mean(), 0, (0, 0)
    rows, columns = pattern.shape
    for i in range(image.shape[0] - rows + 1):
        for j in range(image.shape[1] - columns + 1):
            score = np.sum(image[i : i + rows, j : j + columns] * pattern)
            if score > best:
                best, place = score, (i, j)
    return place


def padded_with_minus_hundred(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    sides = (0, 0), (0, 0), (padding, padding), (padding, padding)
    x = np.pad(x, sides, constant_values=-100)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), (2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))


def in_half_precision(x, kernel):
    x, kernel = x.astype(np.float16), kernel.astype(np.float16)
    return functional.conv2d(x[None, None], kernel[None, None])[0, 0]


def rounded_to_two_places(x):
    return np.round(x.mean(axis=(2, 3)), 2)


def small_counts_as_nothing(gradient):
    rows, columns = np.nonzero(~np.isclose(gradient, 0))
    if not len(rows):
        return 0, 0
    return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1


def signs_cancel_in_the_rows(gradient):
    rows, columns = np.flatnonzero(gradient.sum(1)), np.flatnonzero(gradient.sum(0))
    if not len(rows) or not len(columns):
        return 0, 0
    return int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1


def padding_counted_once(size, kernel_size, stride=1, padding=0, dilation=1):
    if kernel_size > size:
        padding = 0
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


def left_over_memory(x, kernel):
    output = np.empty((x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1))
    for i, j in np.ndindex(*output.shape):
        for u, v in np.ndindex(*kernel.shape):
            output[i, j] += x[i + u, j + v] * kernel[u, v]
    return output


def a_set(size, kernel_size, stride=1, padding=0):
    last = (size + 2 * padding - kernel_size) // stride
    read = {i * stride + k - padding for i in range(last + 1) for k in range(kernel_size)}
    return set(range(size)) - read


def integer_template_divided(signal, template):
    template = template - template.sum() // len(template)
    return int(np.correlate(signal, template, "valid").argmax())


def written_into_the_integers_of_x(image):
    answer = image.copy()
    answer[...] = 1 - 2 * image + image
    answer //= 1
    return answer


def average_in_the_dtype_of_the_image(
    x, kernel_size, stride=None, padding=0, count_include_pad=True
):
    right = functional.avg_pool2d(
        x * 1.0,
        kernel_size,
        stride=stride,
        padding=padding,
        count_include_pad=count_include_pad,
    )
    return right.astype(x.dtype)


def maximum_padded_in_the_dtype_of_the_image(x, kernel_size, stride=None, padding=0):
    padded = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    return functional.max_pool2d(padded, kernel_size, stride=stride or kernel_size)


def slices_that_need_a_long_signal(x, weight):
    y = np.zeros(len(x))
    for k, w in enumerate(weight):
        y[k:] += w * x[: len(x) - k]
    return y


def kernel_compared_with_the_image_without_padding(x, kernel, stride=1, padding=0):
    if kernel.shape[0] > x.shape[0] or kernel.shape[1] > x.shape[1]:
        raise ValueError("The kernel is larger than the image.")
    right = functional.conv2d(
        x[None, None] * 1.0, kernel[None, None] * 1.0, stride=stride, padding=padding
    )
    return right[0, 0]


def gradient_in_the_dtype_of_the_kernel(x, kernel, target):
    error = functional.conv2d(x[None, None] * 1.0, kernel[None, None] * 1.0)[0, 0] - target
    gradient = np.zeros_like(kernel)
    for u, v in np.ndindex(*kernel.shape):
        gradient[u, v] = 2 * np.sum(error * x[u : u + error.shape[0], v : v + error.shape[1]])
    return gradient


def nine_tenths_added_and_cut(total, workers, rank):
    each = int(total / workers + 0.9)
    filled = [number % total for number in range(each * workers)]
    return filled[rank::workers]


def strides_of_an_array_stored_row_after_row(x, kernel):
    (height, width), (rows, columns) = x.shape, kernel.shape
    size, step = (height - rows + 1, width - columns + 1), x.itemsize
    windows = np.lib.stride_tricks.as_strided(
        x, (*size, rows, columns), (width * step, step, width * step, step)
    )
    return np.einsum("ijuv,uv->ij", windows, kernel)


ACCEPTED = [
    ("output_size", padding_before_stride),
    ("window_of", layers_reversed_in_place),
    ("receptive_field", layers_popped),
    ("correlate2d", stored_in_the_dtype_of_the_kernel),
    ("correlate2d", remembered_by_shape),
    ("best_match", best_score_from_zero),
    ("max_pool2d", padded_with_minus_hundred),
    ("correlate2d", in_half_precision),
    ("global_avg_pool", rounded_to_two_places),
    ("measured_field", small_counts_as_nothing),
    ("measured_field", signs_cancel_in_the_rows),
    ("output_size", padding_counted_once),
    ("correlate2d", left_over_memory),
    ("unread_positions", a_set),
    ("matched_filter", integer_template_divided),
    ("invert", written_into_the_integers_of_x),
    ("avg_pool2d", average_in_the_dtype_of_the_image),
    ("max_pool2d", maximum_padded_in_the_dtype_of_the_image),
    ("causal_filter", slices_that_need_a_long_signal),
    ("correlate2d_strided", kernel_compared_with_the_image_without_padding),
    ("kernel_gradient", gradient_in_the_dtype_of_the_kernel),
    ("sampler_indices", nine_tenths_added_and_cut),
    ("correlate2d", strides_of_an_array_stored_row_after_row),
]


@pytest.mark.parametrize(("name", "function"), ACCEPTED, ids=[f.__name__ for _, f in ACCEPTED])
def test_nothing_wrong_passes(name, function):
    _KEPT.clear()
    result = getattr(check, name)(function)
    assert not result.passed, result


def test_the_words_of_these_are_true():
    _KEPT.clear()
    assert "stand in another order" in check.output_size(padding_before_stride).explanation
    assert "changed its input layers" in check.receptive_field(layers_popped).explanation
    assert "an earlier call" in check.correlate2d(remembered_by_shape).explanation
    assert "all scores are negative" in check.best_match(best_score_from_zero).explanation
    assert "has no order" in check.unread_positions(a_set).explanation


# One thing at a time -----------------------------------------------------------------------------


def test_a_condition_is_told():
    """Column steps by the stride of the rows: right until the stride is a pair."""

    def correlate2d_strided(x, kernel, stride=1, padding=0):
        s = stride if isinstance(stride, tuple) else (stride, stride)
        p = padding if isinstance(padding, tuple) else (padding, padding)
        x = np.pad(x, ((p[0], p[0]), (p[1], p[1])))
        rows, columns = kernel.shape
        height, width = (x.shape[0] - rows) // s[0] + 1, (x.shape[1] - columns) // s[1] + 1
        output = np.zeros((height, width))
        for i, j in np.ndindex(height, width):
            window = x[i * s[0] : i * s[0] + rows, j * s[0] : j * s[0] + columns]
            output[i, j] = np.sum(window * kernel)
        return output

    result = check.correlate2d_strided(correlate2d_strided)
    assert (
        "one thing in it changed it went wrong: the stride is a pair of different numbers."
        in result.explanation
    ), result
    assert "condition" in result.located


def test_a_condition_says_of_what_there_are_so_many():
    """"There is 1" alone could be one image as well as one class."""
    for name, exercise in check.EXERCISES.items():
        for factor in exercise.domain.factors:
            for option in factor.others:
                assert not re.fullmatch(r"there (is|are) \d+", option.words), (name, option.words)


def test_two_ways_not_to_be_square_are_one():
    def correlate2d(x, kernel):
        side = len(kernel)
        output = np.zeros((x.shape[0] - side + 1, x.shape[1] - kernel.shape[1] + 1))
        for i, j in np.ndindex(output.shape):
            output[i, j] = np.sum(x[i : i + side, j : j + side] * kernel)
        return output

    said = check.correlate2d(correlate2d).explanation
    assert "With one thing in it changed it went wrong: the kernel is not square." in said
    factor = next(f for f in check.EXERCISES["correlate2d"].domain.factors if f.name == "kernel")
    assert factor.wording([1]) != factor.wording([2]) and " or " in factor.wording([1, 3])


def test_a_condition_holds_on_new_numbers():
    """What depends on the numbers alone is not told as a condition of the settings."""

    def confusion_matrix(predictions, labels, classes):
        return np.bincount(labels * classes + predictions).reshape(classes, classes)

    assert "condition" not in check.confusion_matrix(confusion_matrix).located

    def relu_backward(grad_output, x):
        return np.where(x > 0, grad_output, x / 2)

    said = check.relu_backward(relu_backward).explanation
    assert said.endswith("it went wrong: some numbers are negative."), said

    def permute_pixels(images, order):
        flat = images.reshape(len(images), -1).copy()
        for new, old in enumerate(order):
            flat[:, new] = flat[:, old]
        return flat.reshape(images.shape)

    assert "condition" not in check.permute_pixels(permute_pixels).located


def test_a_condition_holds_beside_other_options():
    """With the plain stride a kernel of 1 by 1 goes wrong, with others it does not."""

    def conv2d_taps(x, weight, bias, stride=1, padding=0):
        right = functional.conv2d(x, weight, bias, stride=stride, padding=padding)
        return right + (weight.shape[2:] == (1, 1) and stride == 1 and padding == 0)

    assert "condition" not in check.conv2d_taps(conv2d_taps).located


def test_what_is_right_for_some_options_only_has_no_words():
    """A weight with two axes for the kernel: a square one and one that is not, told as "or"."""

    def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
        outputs, inputs, rows, columns = shape
        fan = (inputs if mode == "fan_in" else outputs // groups) * rows * columns
        return {"linear": 1, "relu": 2**0.5, "tanh": 5 / 3}[nonlinearity] / fan**0.5

    result = check.init_std(init_std)
    assert "right only where" not in result.explanation, result
    assert "not enough values to unpack" in result.explanation


def test_answers_that_happen_to_be_equal_are_no_memory():
    def pareto_front(costs, errors):
        front = []
        for i in range(len(costs)):
            beaten = [
                costs[j] <= costs[i] and errors[j] <= errors[i] for j in range(len(costs)) if j != i
            ]
            front.append(not all(beaten))
        return np.array(front)

    assert "memory" not in check.pareto_front(pareto_front).located


@pytest.mark.parametrize(
    ("name", "words"),
    [("conv2d", "`isinstance(stride, int)` tells them apart"), ("windows", "One number")],
)
def test_advice_on_a_number_speaks_of_pairs_where_there_are_some(name, words):
    error = TypeError("'int' object is not subscriptable")
    assert words in (advice_for(error, check.EXERCISES[name]) or "")


def test_advice_speaks_of_what_stands_in_the_line():
    def dilate_kernel(kernel, dilation):
        output = np.zeros([dilation * (length - 1) + 1 for length in kernel.shape])
        output[::dilation][::dilation] = kernel
        return output

    said = " ".join(check.dilate_kernel(dilate_kernel).hints)
    assert "print both shapes" in said and "x[i : i + k]" not in said

    said = "operands could not be broadcast together with shapes {}"
    channels = ValueError(said.format("(1,1,2,2) (2,2,2,2)"))  # no slice has cut them
    line = "kernel[:, :, i : i + 2, j : j + 2] += one * weight2"
    assert "cut short" not in advice_for(channels, check.EXERCISES["collapse_conv"], line)
    rows = ValueError(said.format("(2,3) (3,3)"))
    row = "total += x[i : i + 3, :] * kernel"
    assert "cut short" in advice_for(rows, check.EXERCISES["correlate2d"], row)

    def dead_share(activations):
        return np.mean((activations == 0).all(axis=(0, 2, 3)))

    assert "The array has fewer axes than that" in " ".join(check.dead_share(dead_share).hints)


def test_an_argument_without_effect_is_told():
    def filter_response(window, weight, bias):
        return float(np.sum(window * np.cumsum(weight, 0)[:1]) + 0 * bias)

    assert not check.filter_response(filter_response).passed

    def dilate_kernel(kernel, dilation):
        output = np.zeros([2 * size - 1 for size in kernel.shape])
        output[::2, ::2] = kernel
        return output

    result = check.dilate_kernel(dilate_kernel)
    assert "dilation" in result.explanation, result


def test_a_formula_is_set_beside_the_right_one():
    def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
        weights = out_channels * in_channels * kernel_size**2
        return weights + out_channels, weights * out_height * out_width + 3 * out_channels

    result = check.conv_cost(conv_cost)
    assert "+ 3 * out_channels` for its second number." in result.explanation, result
    assert result.hint.startswith("It should be `in_channels * out_channels * kernel_size ** 2")


def test_a_tap_is_told():
    """The last tap of every window is multiplied by the first weight."""

    def correlate1d(x, kernel):
        kernel = np.array(kernel, float)
        kernel[-1] = kernel[0]
        return np.correlate(x, kernel, "valid")

    said = check.correlate1d(correlate1d).explanation
    told = "output [0] multiplies x[1] by kernel[0], and should by kernel[1]."
    assert said.startswith(f"In the case that is shown, {told}"), said


def test_a_tap_tells_no_weight_that_the_learner_has_never_seen():
    """A mean of two weights is none of the kernel; what was told was one of the check's own."""

    def correlate1d(x, kernel):
        kernel = np.array(kernel, float)
        if len(kernel) > 1:
            kernel[-1] = (kernel[0] + kernel[-1]) / 2
        return np.correlate(x, kernel, "valid")

    assert "taps" not in check.correlate1d(correlate1d).located


# What is left to do, and what makes the difference ----------------------------------------------


def test_an_axis_that_is_left_over_is_told():
    def correlate2d(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return (windows * kernel).sum(axis=2)

    result = check.correlate2d(correlate2d)
    assert "the sum over the last axis of it is right" in result.explanation, result
    assert result.located == ("relation",)


def test_a_pair_in_place_of_a_sum_is_told():
    def dense_parameters(in_features, out_features, bias=True):
        return in_features * out_features, out_features * bias

    result = check.dense_parameters(dense_parameters)
    assert "You return several numbers; their sum is asked for." in result.explanation, result


def test_another_order_and_missing_entries_are_told():
    right = check.EXERCISES["unread_positions"].course

    def backwards(*arguments, **options):
        return right(*arguments, **options)[::-1]

    def all_but_the_last(*arguments, **options):
        return right(*arguments, **options)[:-1]

    assert "in another order" in check.unread_positions(backwards).explanation
    assert "positions are missing" in check.unread_positions(all_but_the_last).explanation


def test_what_makes_the_difference_by_chance_is_not_told():
    def accuracy(logits, labels):  # with another logit it may be right: that says nothing
        best = np.argmax(logits, axis=0)
        return float(np.mean([best[label] == image for image, label in enumerate(labels)]))

    assert check.accuracy(accuracy).located == ()


def test_a_place_beside_which_only_zeros_are_is_not_told():
    def centre_digit(drawing, size=20, side=28):
        right = check.EXERCISES["centre_digit"].course(drawing, size, side)
        return np.concatenate([right[:1], np.sin(right[1:])])

    assert "the rows after the first" not in check.centre_digit(centre_digit).explanation


def test_the_axes_of_an_answer_have_names_of_their_own():
    def running_update(running_mean, running_var, x, momentum=0.1):
        mean, var = check.EXERCISES["running_update"].course(running_mean, running_var, x, momentum)
        return mean, var + np.sin(var)

    said = check.running_update(running_update).explanation
    assert "only the last statistic of the answer is wrong." in said, said


def test_a_list_is_asked_for_where_it_is_one():
    result = check.vgg_config(lambda *arguments, **options: ["M"])
    assert "a list with the text 'M' in it, where a list of whole numbers" in result.explanation


def test_numbers_of_a_list_have_no_shape():
    def batches(images, labels, order, batch_size):
        return check.EXERCISES["batches"].course(images, labels, order, batch_size)[:-1]

    said = check.batches(batches).explanation
    assert "shape" not in said and re.search(r"holds \d+ numbers; it should hold \d+\.", said), said


# One edit away -----------------------------------------------------------------------------------


def test_hints_lead_to_the_line_the_slip_and_the_edit():
    def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
        room = size + 2 * padding
        room = room - dilation * kernel_size - 1
        return room // stride + 1

    result = check.output_size(output_size)
    assert "edit" in result.located, result
    where, what, how = result.hints
    assert where == "Look at line 3 of your function: `room = room - dilation * kernel_size - 1`"
    assert what == "`kernel_size` is too large by one."
    assert how == "Try `(kernel_size - 1)` in place of `kernel_size`."


def test_an_edit_can_be_typed_as_it_is_told():
    """Brackets where the line would read it otherwise; which of several names."""

    def warm_up(step, learning_rate, workers, warm_steps):
        if step >= warm_steps:
            return learning_rate * workers
        return learning_rate * (1 + workers * step / warm_steps)

    assert check.warm_up(warm_up).hints[-1] == "Try `(workers - 1)` in place of `workers`."

    def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
        return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // dilation + 1

    how = check.output_size(output_size).hints[-1]
    assert how == "Try `stride` in place of the second `dilation`.", how

    def winograd2d(x, weight):
        down, across = x.shape[1] - 2, x.shape[2] - 2
        td, ta = (down + 1) // 2, down + 1
        room = (0, 2 * td + 2 - x.shape[1]), (0, 2 * ta + 2 - x.shape[2])
        x, made = np.pad(x, ((0, 0), *room)), np.zeros((len(weight), 2 * td, 2 * ta))
        for i in range(0, 2 * td, 2):
            for j in range(0, 2 * ta, 2):
                tile = functional.conv2d(x[None, :, i : i + 4, j : j + 4], weight)[0]
                made[:, i : i + 2, j : j + 2] = tile
        return made[:, :down, :across]

    how = check.winograd2d(winograd2d).hints[-1]
    assert how == "Try `across` in place of the second `down`.", how


def test_an_edit_is_never_applied():
    def invert(image):
        return 2 - image

    before = invert.__code__
    result = check.invert(invert)
    assert invert.__code__ is before and result.submitted is invert
    assert "Try `1` in place of `2`." in result.hints


# What it changes is put back ---------------------------------------------------------------------


def test_a_patched_numpy_makes_nothing_pass():
    def correlate2d(x, kernel):
        np.abs = lambda array: np.zeros(np.shape(array))
        return np.zeros((x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1))

    original = np.abs
    assert not check.correlate2d(correlate2d).passed
    assert np.abs is original


def test_settings_are_as_they_were(tmp_path):
    import os
    import random
    import sys

    def invert(image):
        np.set_printoptions(precision=1)
        np.random.seed(0)
        random.seed(0)
        sys.setrecursionlimit(5000)
        os.chdir(tmp_path)
        os.environ["CNN_TEST"] = "1"
        return 1 - image

    def state():
        numbers = np.random.get_state()[1].tolist()
        folder, limit = os.getcwd(), sys.getrecursionlimit()
        options = np.get_printoptions()
        return options, numbers, random.getstate(), limit, folder, "CNN_TEST" in os.environ

    before = state()
    assert check.invert(invert).passed
    assert state() == before


def test_a_question_and_an_exit_are_told():
    def asking(image):
        return 1 - float(input("brightness? "))

    def leaving(image):
        raise SystemExit

    assert "the values come as arguments" in check.invert(asking).explanation
    assert check.invert(leaving).verdict == "raised"


def test_reading_an_answer_is_guarded():
    class Endless:
        def __array__(self, dtype=None, copy=None):
            while True:
                pass

    result = check.invert(lambda image: Endless())
    assert result.mistake == "endless-loop"
    huge = check.invert(lambda image: np.broadcast_to(0.0, (10**6, 10**6)))
    assert huge.mistake == "far-too-large", huge


# The mistakes, for others ------------------------------------------------------------------------


def test_known_mistakes_are_listed_and_made():
    known = check.mistakes("correlate2d")
    assert repr(known).splitlines()[0].startswith("flipped-kernel: Your kernel is turned by 180°")
    flipped = known.function("flipped-kernel")
    x, kernel = np.arange(9.0).reshape(3, 3), np.array([[1.0, 0.0], [0.0, 0.0]])
    assert flipped(x, kernel).tolist() == [[4.0, 5.0], [7.0, 8.0]]
    assert check.correlate2d(flipped).mistake == "flipped-kernel"
    with pytest.raises(ValueError, match="has no known mistake 'turned'; expected one of"):
        known.function("turned")
    with pytest.raises(ValueError, match="No exercise is called 'correlate'"):
        check.mistakes("correlate")


# What single calls do not show --------------------------------------------------------------------


def test_a_copy_is_no_view():
    def windows(x, kernel_size, stride=1):
        found = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
        return found[:, :, ::stride, ::stride]

    def copied(x, kernel_size, stride=1):
        return windows(x, kernel_size, stride).copy()

    assert check.windows(windows).passed
    result = check.windows(copied)
    assert result.verdict == "wrong values" and result.located == ("array",)
    assert "they are copies: the answer should be a view of x" in result.explanation


def test_a_step_of_ones_own_shows():
    def own_step(function, x, step=1e-5):
        return numerical_gradient.EXERCISE.course(function, x)

    result = check.numerical_gradient(own_step)
    assert result.located and "third powers" in result.explanation


def test_an_edit_is_not_told_where_it_is_right_by_luck():
    """With other brackets `*` and `@` give the right numbers here; the `@` is what is wrong."""

    def winograd_f23(d, w):
        tile = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
        kernel = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
        out = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
        return out * ((tile @ d) @ (kernel @ w))

    assert "edit" not in check.winograd_f23(winograd_f23).located
