"""What is told of a mistake without a name holds for more than the arguments that it was found by.

A condition separates fresh arguments, an edit is of a kind that people make, a hint fits the line.
"""

from __future__ import annotations

import ast
import linecache
import warnings

import numpy as np
import pytest

from cnnhelpers import check, functional
from cnnhelpers.check.advice import advice_for
from cnnhelpers.check.answers import Answer
from cnnhelpers.check.case import case
from cnnhelpers.check.diagnosis.places import place
from cnnhelpers.check.diagnosis.source import made, source_of
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.running import Run


def told(result):
    """All that a verdict says, its hints included."""
    return " ".join((result.explanation, *result.hints))


# Twice the same question --------------------------------------------------------------------------


def test_numbers_drawn_at_random_are_told():
    def batches(images, labels, order, batch_size):
        np.random.shuffle(order)
        parts = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
        return [(images[part], labels[part]) for part in parts]

    result = check.batches(batches)
    assert "it gives two answers: it draws numbers at random." in result.explanation, result
    assert result.located == ("memory",)  # and no edit, which would be right by luck


def test_what_is_kept_between_two_calls_is_told():
    def causal_filter(x, weight, delay=[]):  # noqa: B006
        while len(delay) < len(weight):
            delay.append(0.0)
        answer = []
        for value in x:
            delay.insert(0, value)
            delay.pop()
            answer.append(sum(w * d for w, d in zip(weight, delay)))
        return np.array(answer)

    said = told(check.causal_filter(causal_filter))
    assert "something is kept from one call to the next" in said, said

    left_over = iter(range(1, 10**6))  # as memory may hold: another number each time

    def invert(image):
        answer = np.empty(image.shape)
        answer[...] = 1 - image
        answer[..., 0] = next(left_over)
        return answer

    assert "`np.empty` holds whatever was in memory" in told(check.invert(invert))


# Conditions ---------------------------------------------------------------------------------------


def test_a_condition_that_fresh_arguments_refute_is_not_told():
    """It is not that there are several channels: as many filters as channels would be right."""

    def conv1x1(x, weight, bias):
        n, c, h, w = x.shape
        return (weight @ x.reshape(n, c, -1) + bias[:, None]).reshape(x.shape)

    assert "condition" not in check.conv1x1(conv1x1).located


def test_a_condition_that_a_second_option_makes_up_for_is_not_told():
    """It is right with as many filters as channels in a group, whatever their number."""

    def grouped_conv2d(x, weight, bias, groups):
        depth, maps = weight.shape[1], []
        for g in range(groups):
            part = slice(g * depth, (g + 1) * depth)
            maps.append(functional.conv2d(x[:, part], weight[part], bias[part]))
        return np.concatenate(maps, axis=1)

    assert "condition" not in check.grouped_conv2d(grouped_conv2d).located


def test_words_that_other_options_share_are_not_told():
    """A window of two is written in; one of four has an even number of weights, too."""

    def correlate1d(x, kernel):
        return np.array([(x[i : i + 2] * kernel).sum() for i in range(len(x) - len(kernel) + 1)])

    assert "even" not in check.correlate1d(correlate1d).explanation


def test_right_for_one_number_only_is_told_where_the_source_has_it():
    def sampler_indices(total, workers, rank):
        deck = np.random.default_rng(0).permutation(total)
        return np.resize(deck, -(-total // workers) * workers)[rank::workers]

    assert "2 examples" not in check.sampler_indices(sampler_indices).explanation

    def downsampling_block(x, weight1, weight2, projection, stride=2):
        relu, conv2d = functional.relu, functional.conv2d
        y = conv2d(relu(conv2d(x, weight1, stride=stride, padding=1)), weight2, padding=1)
        return relu(y + conv2d(x, projection, stride=2))

    said = check.downsampling_block(downsampling_block).explanation
    assert "it was right where the stride is 2, and seldom else." in said, said


def test_kinds_of_numbers_are_told_apart():
    """Negative numbers, fractions and large numbers are each lost in bytes; equal ones are not."""

    def hwc_to_chw(image):
        out = np.zeros(image.transpose(2, 0, 1).shape, dtype=np.uint8)
        out[...] = image.transpose(2, 0, 1)
        return out

    said = check.hwc_to_chw(hwc_to_chw).explanation
    for words in (
        "some numbers are negative",
        "the numbers are not whole",
        "the numbers are large",
    ):
        assert f"{words};" in said or f"{words}." in said, said

    def leaky_relu(x, negative_slope=0.01):
        return np.where(x > 0, x, negative_slope * x) * (x / x)

    said = check.leaky_relu(leaky_relu).explanation
    assert "it went wrong: some numbers are 0." in said and "equal" not in said, said
    assert "holds nan" in said  # which tells what happens, beside when


# An argument that is changed ----------------------------------------------------------------------


def test_whole_numbers_changed_in_place_are_told_as_a_change():
    def leaky_relu(x, negative_slope=0.01):
        x[x < 0] *= negative_slope
        return x

    result = check.leaky_relu(leaky_relu)
    assert result.mistake == "input-changed" and result.verdict == "changed its input"
    assert "where some are written into one" in result.explanation, result

    def permute_pixels(images, order):
        flat = images.reshape(len(images), -1)
        flat[:] = flat[:, order]
        return images

    result = check.permute_pixels(permute_pixels)
    assert result.mistake == "input-changed", result
    assert "where the array is a view" in result.explanation


# What an answer depends on, and how it follows from the right one ---------------------------------


def test_an_argument_that_is_read_is_not_said_to_make_no_difference():
    def pareto_front(costs, errors):
        def beats(j, i):
            less = costs[j] < costs[i] or errors[j] < errors[i]
            return costs[j] <= costs[i] and errors[j] <= errors[i] and less

        n = len(costs)
        return [n == 1 or not all(beats(j, i) for j in range(n) if j != i) for i in range(n)]

    assert "depend" not in check.pareto_front(pareto_front).explanation


def test_one_fraction_that_is_gone_is_no_rounding():
    def numerical_gradient(function, x, step=1e-5):
        return check.EXERCISES["numerical_gradient"].course(function, x, 1e-5)

    said = check.numerical_gradient(numerical_gradient).explanation
    assert "third powers" in said and "decimal point" not in said, said


def test_a_missing_bias_and_a_turned_kernel_show_other_numbers():
    known = check.mistakes("conv1d")
    first, second = (
        check.conv1d(known.function(slug)).got for slug in ("bias-missing", "flipped-kernel")
    )
    assert not np.array_equal(first, second)


# Hints --------------------------------------------------------------------------------------------


def test_hints_fit_the_error():
    def invert(image):
        return np.invert(image)

    assert "changed in place" not in told(check.invert(invert))

    def filter_response(window, weight, bias):
        return sum(np.sum(window[c] * weight[c]) for c in range(3)) + bias

    said = told(check.filter_response(filter_response))
    assert "An index leaves the array" in said and "fewer axes" not in said, said

    def padded_with(fill):
        def max_pool2d(x, kernel_size, stride=None, padding=0):
            stride = stride or kernel_size
            p = (padding, padding)
            x = np.pad(x, ((0, 0), (0, 0), p, p), constant_values=fill)
            windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size,) * 2, axis=(2, 3))
            return windows[:, :, ::stride, ::stride].max(axis=(4, 5))

        return max_pool2d

    for fill in (-np.inf, -1e30):
        assert "`x.astype(float)`" in told(check.max_pool2d(padded_with(fill)))

    def receptive_field(layers):
        jumps = [np.prod([stride for _, stride, _ in layers[:i]]) for i in range(len(layers))]
        return 1 + sum((k - 1) * d * jump for (k, _, d), jump in zip(layers, jumps))

    assert "np.prod([])" in told(check.receptive_field(receptive_field))

    truth = ValueError("The truth value of an array with more than one element is ambiguous.")
    assert "`is None`" in (advice_for(truth, check.EXERCISES["conv2d"], "if bias:") or "")

    shapes = ValueError("could not broadcast input array from shape (2,3) into shape (2,2)")
    written = "out[i : i + k, j : j + k] += x[i, j] * kernel"
    assert "cut short" not in advice_for(shapes, check.EXERCISES["transposed2d"], written)


def test_a_slice_that_is_whole_was_not_cut_at_the_border():
    """The kernel is wider than high: no window of the image is cut short."""

    def correlate2d(x, kernel):
        k = len(kernel)
        out = np.zeros((x.shape[0] - k + 1, x.shape[1] - k + 1))
        for i, j in np.ndindex(*out.shape):
            out[i, j] = np.sum(x[i : i + k, j : j + k] * kernel)
        return out

    said = told(check.correlate2d(correlate2d))
    assert "cut short" not in said and "print both shapes" in said, said

    def correlate2d(x, kernel):
        (rows, columns), out = kernel.shape, np.zeros(x.shape)
        for i, j in np.ndindex(*out.shape):
            out[i, j] = np.sum(x[i : i + rows, j : j + columns] * kernel)
        return out

    assert "cut short" in told(check.correlate2d(correlate2d))


def test_a_pair_taken_for_a_number_is_told():
    def windows(x, kernel_size, stride=1):
        rows = (x.shape[2] - kernel_size) // stride + 1
        return x[:, :, :rows]

    assert "`rows, columns = kernel_size`" in told(check.windows(windows))


# Edits --------------------------------------------------------------------------------------------


def test_what_is_too_much_is_left_out_and_not_made_idle():
    """`stride == 0` would never be true, and `counts - 0` takes nothing away."""

    def conv2d_batch(x, weight, bias, stride=1, padding=0):
        if stride == 1:
            stride = weight.shape[2]
        return functional.conv2d(x, weight, bias, stride=stride, padding=padding)

    *_, why, how = check.conv2d_batch(conv2d_batch).hints
    assert why == "Without this `if` it is right."
    assert how == "Leave it out, with what stands under it."

    def memory_bytes(rows, input_shape, batch=1, copies=1):
        held = np.prod(input_shape) + sum(c * h * w for c, h, w, _, _ in rows)
        return 4 * int(held * batch + sum(row[3] for row in rows) * (2 + copies))

    assert check.memory_bytes(memory_bytes).hints[-1] == "Try `copies` in place of `2 + copies`."

    def edge_strength(image):
        gx = np.gradient(image)[0]
        return gx * 0

    assert "edit" not in check.edge_strength(edge_strength).located


def test_an_option_is_not_left_out_where_a_function_is_wrong():
    def filter_response(window, weight, bias):
        answers = (window * weight).sum(axis=(1, 2))
        return answers.max() + bias

    how = check.filter_response(filter_response).hints[-1]
    assert how == "Try `answers.sum()` in place of `answers.max()`.", how


def test_the_names_of_a_shape_stay_as_they_are():
    def permute_pixels(images, order):
        n, c, h, w = images.shape
        moved = images.reshape(n, h * w)[:, order]
        return moved.reshape(n, c, w, h)

    where, _, how = check.permute_pixels(permute_pixels).hints[-3:]
    assert "return moved.reshape(n, c, w, h)" in where and "reshape(n, c, h, w)" in how, how


def test_a_variable_is_put_in_the_place_of_its_kind_only():
    """A whole number in place of a pixel would be right here: the first place of all."""

    def max_pool2d(x, kernel_size, stride=None, padding=0):
        stride = stride or kernel_size
        x = np.pad(x * 1.0, [(0, 0)] * 2 + [(padding,) * 2] * 2, constant_values=-np.inf)
        found = functional.max_pool2d(x, kernel_size, stride=stride)
        label = "largest"
        return found if label in x.shape else found.clip(0)

    assert "label" not in " ".join(check.max_pool2d(max_pool2d).hints)

    def shift_batch(images, shifts):
        most = shifts.max()
        n, c, h, w = images.shape
        sides = ((0, 0), (0, 0), (most, most), (most, most))
        padded, out = np.pad(images, sides), np.zeros_like(images)
        for i, (down, right) in enumerate(shifts):
            rows = slice(most - down, most - down + h)
            out[i] = padded[i, :, rows, most - right : most - right + w]
        return out

    assert "edit" not in check.shift_batch(shift_batch).located  # `shifts * shifts` has no sense


def test_an_edit_is_told_as_the_line_is_typed():
    """With its brackets; and which of several equal pieces it is."""

    def winograd_f23(d, w):
        one = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
        two = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
        return np.array([[1, 1, 1, 0], [0, 1, -1, -1]]) @ ((one @ d) @ (two @ w))

    how = check.winograd_f23(winograd_f23).hints[-1]
    assert how == "Try `(one @ d) * (two @ w)` in place of `(one @ d) @ (two @ w)`.", how

    def padded_shortcut(x, out_channels, stride=2):
        y = x[:, ::stride, ::stride, ::stride]
        return np.pad(y, ((0, 0), (0, out_channels - y.shape[1]), (0, 0), (0, 0)))

    how = check.padded_shortcut(padded_shortcut).hints[-1]
    assert how == "Try `:` in place of the first `::stride`.", how


@pytest.mark.parametrize("exponent", ["kernel_size ^ 2", "kernel_size^2"])
def test_a_hat_is_no_power(exponent, tmp_path):
    source = (
        "def stack_parameters(depth, kernel_size, channels):\n"
        f"    return depth * {exponent} * channels ^ 2\n"
    )
    file = tmp_path / "cell.py"
    file.write_text(source)
    names: dict = {}
    exec(compile(source, str(file), "exec"), names)
    result = check.stack_parameters(names["stack_parameters"])
    assert "`^` is not a power in Python; `**` is." in result.hints, result
    assert result.hints[-1] == "Write `**` for each `^` in your function."


def test_a_condition_that_is_turned_round_and_all_divisions_at_once():
    def same_padding(kernel_size):
        if kernel_size % 2:
            raise ValueError("kernel must be odd")
        return kernel_size // 2

    assert "The condition is the wrong way round." in check.same_padding(same_padding).hints

    def winograd_f23(d, w):
        halves = (w[0] + w[1] + w[2]) // 2, (w[0] - w[1] + w[2]) // 2
        products = (
            (d[0] - d[2]) * w[0],
            (d[1] + d[2]) * halves[0],
            (d[2] - d[1]) * halves[1],
            (d[1] - d[3]) * w[2],
        )
        first, second, third, fourth = products
        return np.array([first + second + third, second - third - fourth])

    how = check.winograd_f23(winograd_f23).hints[-1]
    assert how == "Write `/` for each `//` in your function.", how


def test_an_assignment_is_told_by_its_own_sign():
    def pixels_read(position, layers):
        seen = {position}
        for kernel_size, stride, dilation in reversed(layers):
            seen |= {p * stride + tap * dilation for p in seen for tap in range(kernel_size)}
        return sorted(seen)

    said = told(check.pixels_read(pixels_read))
    assert "`|=` keeps what was there and adds to it, `=` replaces it." in said, said


def test_what_is_tried_one_edit_away_warns_nobody():
    """Python warns of `1[0]` while it compiles; the learner has written no such thing."""

    def first(x):
        return x[0]

    source = source_of(first)
    changed = ast.parse("def first(x):\n    return 1[0]")
    with warnings.catch_warnings(action="error"):
        assert made(source, changed) is not None


# What is told beside another mistake, or of a line that is right ----------------------------------


def test_beside_another_mistake_nothing_is_called_right():
    def conv2d_gemm(x, weight, bias, stride=1, padding=0):
        answer = functional.conv2d(x, weight, stride=stride, padding=padding)
        return answer.transpose(0, 2, 3, 1)

    result = check.conv2d_gemm(conv2d_gemm)
    assert set(result.mistakes) == {"bias-missing", "channels-last"}
    assert "The channels come last." in result.explanation, result
    assert "are right" not in result.explanation, result


def test_names_of_height_and_width_that_fit_are_not_exchanged():
    def permute_pixels(images, permutation):
        n, c, w, h = images.shape[0], images.shape[1], images.shape[3], images.shape[2]
        return images.reshape(n, -1)[:, permutation].reshape(n, c, w, h)

    said = told(check.permute_pixels(permute_pixels))
    assert "Look at line 3" in said and "reshape(n, c, h, w)" in said, said

    def correlate2d(x, kernel):
        kw, kh = kernel.shape
        h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
        return np.array(
            [[(x[i : i + kh, j : j + kw] * kernel).sum() for j in range(w)] for i in range(h)]
        )

    said = told(check.correlate2d(correlate2d))
    assert "Try `kh, kw` in place of `kw, kh`." in said, said


def test_whole_numbers_are_said_to_fail_only_where_they_get_fractions():
    def collapse_linear(weight1, bias1, weight2, bias2):
        bias2 += weight2 @ bias1
        return weight2 @ weight1, bias2

    said = str(check.collapse_linear(collapse_linear))
    assert "changes its input" in said and "where some are written into one" in said, said
    assert "only for arrays of floats" not in said


def test_a_copy_in_place_of_a_view_is_not_called_wrong_numbers():
    def windows(x, kernel_size, stride=1):
        seen = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
        return seen[:, :, ::stride, ::stride].copy()

    said = str(check.windows(windows))
    assert "the numbers are right" in said and "values are not right" not in said, said


def test_entries_are_counted_where_an_answer_holds_none():
    def unread_positions(size, kernel_size, stride=1, padding=0):
        right = check.EXERCISES["unread_positions"].course
        return right(size, kernel_size, stride, padding)[1::2]

    result = check.unread_positions(unread_positions)
    assert "positions are missing" in result.explanation, result


def test_what_is_so_in_the_wrong_cases_alone_is_said_of_those():
    def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
        right = functional.avg_pool2d(x, kernel_size, stride=stride, padding=padding)
        alone = functional.avg_pool2d(
            x, kernel_size, stride=stride, padding=padding, count_include_pad=False
        )
        return right * kernel_size if count_include_pad else alone

    said = told(check.avg_pool2d(avg_pool2d))
    where = "Where it went wrong in the cases tried, "
    assert f"{where}every value is multiplied by `kernel_size`." in said, said


def test_an_axis_too_many_is_not_told_as_a_wrong_sum():
    def batch_norm_backward(grad_output, x, weight, eps=1e-5):
        right = check.EXERCISES["batch_norm_backward"].course
        grad_x, grad_weight, grad_bias = right(grad_output, x, weight, eps)
        return grad_x, grad_weight[None, :, None, None], grad_bias

    result = check.batch_norm_backward(batch_norm_backward)
    assert result.mistake == "grad-weight-keeps-axes", result


def test_a_transform_back_goes_on_as_real_numbers():
    def fft_conv(x, kernel):
        transformed = np.fft.fft2(x) * np.fft.fft2(kernel, x.shape[1:]).conj()
        answer = np.fft.ifft2(transformed.sum(0))
        return answer[: x.shape[1] - kernel.shape[1] + 1, : x.shape[2] - kernel.shape[2] + 1]

    result = check.fft_conv(fft_conv)
    assert result.passed, result
    assert result(np.ones((2, 4, 5)), np.ones((2, 2, 3))).dtype == np.float64


# What is changed is what is wrong ----------------------------------------------------------------


def test_an_array_with_two_names_is_told_as_no_copy():
    def channel_shuffle(x, groups):
        result = x
        size = x.shape[1] // groups
        for channel in range(x.shape[1]):
            result[:, channel] = x[:, channel % groups * size + channel // groups]
        return result

    said = told(check.channel_shuffle(channel_shuffle))
    assert "`x` is no copy" in said and "Try `x.copy()` in place of `x`." in said, said


@pytest.mark.parametrize("aliased", ["np.asarray(x)", "x[:]", "x[...]", "x.reshape(x.shape)"])
def test_no_number_is_missing_where_a_copy_is(aliased):
    """`np.asarray(x) + 1` makes a new array, and so would 2."""
    names = {"np": np}
    source = (
        "def channel_shuffle(x, groups):\n"
        f"    result = {aliased}\n"
        "    size = x.shape[1] // groups\n"
        "    for place in range(x.shape[1]):\n"
        "        result[:, place] = x[:, place % groups * size + place // groups]\n"
        "    return result\n"
    )
    linecache.cache["<alias>"] = (len(source), None, source.splitlines(True), "<alias>")
    exec(compile(source, "<alias>", "exec"), names)  # noqa: S102
    said = told(check.channel_shuffle(names["channel_shuffle"]))
    assert "by one" not in said, said
    assert ("is no copy" in said) == ("reshape" not in aliased), said


def test_two_slips_in_what_is_added_are_not_told_of_what_is_right():
    def budget(layers, height, width):
        numbers = products = 0
        for inputs, outputs, kernel, stride, padding, groups in layers:
            height, width = ((n + 2 * padding - kernel) // stride + 1 for n in (height, width))
            weights = inputs // groups * kernel * kernel
            numbers += outputs * (weights + 2)
            products += outputs * (weights + 1) * height * width
        return numbers, products

    assert "too large by one" not in told(check.budget(budget))


def test_what_is_written_into_is_not_made_something_else():
    """`(grad_x + 2 * padding)[0] = 0` would write into nothing."""

    def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
        right = check.EXERCISES["conv2d_backward"].course
        grad_x, grad_weight, grad_bias = right(grad_output, x, weight, stride, padding)
        grad_weight[-1] = 3 * grad_weight[-1] + 1
        return grad_x, grad_weight, grad_bias

    assert "is missing" not in told(check.conv2d_backward(conv2d_backward))


def test_a_sign_that_stands_in_several_lines_is_told_of_all():
    def winograd_f23(d, w):
        plus = (w[0] + w[1] + w[2]) // 2
        minus = (w[0] - w[1] + w[2]) // 2
        m = (d[0] - d[2]) * w[0], (d[1] + d[2]) * plus, (d[2] - d[1]) * minus, (d[1] - d[3]) * w[2]
        return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])

    result = check.winograd_f23(winograd_f23)
    assert result.hints[0] == "Look at each `//` in your function.", result
    assert "line" not in told(result), result


def test_zeros_are_not_taken_for_an_earlier_answer():
    def separable_weight(mix, kernels):
        weight = np.zeros((*mix.shape, *kernels.shape[1:]), dtype=mix.dtype)
        weight[...] = mix[:, :, None, None] * kernels
        return weight

    assert "earlier call" not in told(check.separable_weight(separable_weight))


def test_axes_of_a_weight_are_no_images():
    def dense_as_conv(weight, channels, height, width):
        answer = np.array(weight, float).reshape(-1, channels, height, width)
        answer[-1] = answer[-1] * 2 + 1
        return answer

    assert "the last filter of the answer" in told(check.dense_as_conv(dense_as_conv))


def test_axes_of_a_gradient_of_weights_are_no_images():
    numbers = np.random.default_rng(0)
    trials = []
    for shape in ((3, 2, 2, 3), (4, 1, 3, 2)):
        right = numbers.normal(size=shape)
        wrong = right.copy()
        wrong[-1] += 1
        trials.append(
            Trial(case(x=right), Answer(right), Answer(wrong), False, Run(), part="grad_weight")
        )
    sign = place(check.EXERCISES["conv2d"], trials)
    assert sign.words == "Only the last filter of the answer is wrong."


def test_a_named_mistake_keeps_its_hint_where_an_argument_is_changed():
    def relu_backward(grad_output, x):
        answer = np.where(x < 0, grad_output, 0.0)
        grad_output[...] = 0
        return answer

    result = check.relu_backward(relu_backward)
    hint = next(m.hint for m in check.mistakes("relu_backward") if m.slug == result.mistake)
    assert result.hints == (hint,), result
    assert "changed its input grad_output. Work on a copy" in str(result), result


def test_what_stops_is_told_beside_what_it_looks_like():
    def centre_digit(drawing, size=20, side=28):
        if not np.any(drawing):
            raise IndexError("no ink")
        right = check.EXERCISES["centre_digit"].course(drawing, size, side)
        return np.roll(right, (-1, -1), axis=(0, 1))

    said = told(check.centre_digit(centre_digit))
    assert "IndexError" in said, said


@pytest.mark.parametrize("name", check.EXERCISES)
def test_options_are_told_in_clauses(name):
    """ "With one thing in it changed it went wrong: 3." says no thing."""
    for factor in check.EXERCISES[name].domain.all_factors:
        for number in range(1, len(factor.others) + 1):
            assert len(factor.wording([number]).split()) >= 3, factor.name


# A whole function, and a change before or after it -----------------------------------------------


def test_two_mistakes_are_named_where_one_is_a_function_of_its_own():
    def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
        velocity = momentum * velocity + (1 - momentum) * grad
        return velocity, parameter - lr * velocity

    result = check.sgd_momentum(sgd_momentum)
    assert result.mistakes == ("dampened", "order-of-answers"), result
