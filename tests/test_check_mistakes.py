"""Every known mistake of every exercise is rejected, named, and told in words of its own."""

from __future__ import annotations

import dataclasses

import check_tools
import numpy as np
import pytest
from complaining import fail_with

from cnnhelpers import check, functional
from cnnhelpers.check.mistake import Way, then

# At least so many known mistakes where four are not enough.
FEWEST = {"conv2d": 8, "correlate2d": 8, "correlate2d_strided": 8}


@pytest.mark.parametrize("name", check.EXERCISES)
def test_known_mistakes_are_named(name):
    fail_with(check_tools.misnamed(name))


@pytest.mark.parametrize("name", check.EXERCISES)
def test_known_mistakes_have_words(name):
    check_tools.explains_itself(name, FEWEST.get(name, 4))


def test_a_mistake_that_is_none_is_found():
    """The test above can fail: a way that changes nothing passes, and counts as not named."""
    right = check.Mistake("no-mistake", "It is right.", "Go on.", Way())
    exercise = check.EXERCISES["correlate2d"]
    spoilt = dataclasses.replace(exercise, mistakes=(right, *exercise.mistakes))
    found = check_tools.misnamed_of(spoilt)
    assert found == [
        "correlate2d: way 1 of the mistake no-mistake gives the right answer in every case; "
        "add a case in which it does not, or take the way out."
    ]


def test_a_mistake_whose_answers_hold_no_number_is_found():
    """Nothing can be told from an empty answer; the complaint says which case is missing."""
    empty = check.Mistake("nothing", "It is empty.", "Go on.", then(lambda answer, a: answer[:0]))
    exercise = check.EXERCISES["correlate2d"]
    found = check_tools.misnamed_of(dataclasses.replace(exercise, mistakes=(empty,)))
    assert found == [
        "correlate2d: way 1 of the mistake nothing is told as no known mistake; add a case in "
        "which its answer has other numbers than the right one, or take the way out."
    ]


def test_words_that_are_missing_are_found():
    """So can that of the words: each complaint says what is wrong and how to mend it."""
    one = check.Mistake("Starts late", "It begins late.", "Where does it begin?", Way())
    two = check.Mistake("too-far", "It goes on", "Where does it stop?", Way())
    assert list(check_tools.unexplained("every_nth", (one, two, two), 4)) == [
        "every_nth has 2 known mistakes; at least 4 are needed. Add some.",
        "every_nth: two mistakes are called too-far; give each a name of its own.",
        "every_nth: 'Starts late' is no slug; expected one like starts-late.",
        "every_nth: the explanation of too-far is no whole sentence; end it with a full stop: "
        "'It goes on'",
        "every_nth: the explanation of too-far is no whole sentence; end it with a full stop: "
        "'It goes on'",
    ]


@pytest.mark.parametrize(
    ("slug", "options"),
    [
        ("stride-ignored", ("padding", "dilation", "groups")),
        ("padding-ignored", ("stride", "dilation", "groups")),
        ("dilation-ignored", ("stride", "padding", "groups")),
    ],
)
def test_an_ignored_option_is_named(slug, options):
    def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
        given = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
        return functional.conv2d(x, weight, bias, **{name: given[name] for name in options})

    result = check.conv2d(conv2d)
    assert result.passed is False
    assert result.mistake == slug


def test_a_flipped_kernel_is_named_everywhere():
    def flipped(x, weight, bias=None, **options):
        return functional.conv2d(x, weight[..., ::-1, ::-1], bias, **options)

    def flipped_plane(x, kernel, stride=1, padding=0):
        options = {"stride": stride, "padding": padding}
        return flipped(x[None, None], kernel[None, None], **options)[0, 0]

    def flipped_signal(x, kernel):
        return np.convolve(x, kernel, "valid")

    for exercise, function in [
        (check.conv2d, flipped),
        (check.correlate2d, flipped_plane),
        (check.correlate2d_strided, flipped_plane),
        (check.correlate1d, flipped_signal),
    ]:
        result = exercise(function)
        assert (result.passed, result.mistake) == (False, "flipped-kernel"), exercise


# Two mistakes at once ---------------------------------------------------------------------------


def flipped_and_unstrided(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    weight = weight[:, :, ::-1, ::-1]
    return functional.conv2d(x, weight, bias, padding=padding, dilation=dilation, groups=groups)


def unpadded_and_biasless(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    return functional.conv2d(x, weight, stride=stride, dilation=dilation, groups=groups)


def doubled_bias_and_swapped(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    stride = stride[::-1] if isinstance(stride, tuple) else stride
    bias = None if bias is None else 2 * bias
    options = {"padding": padding, "dilation": dilation, "groups": groups}
    return functional.conv2d(x, weight, bias, stride=stride, **options)


def transposed_and_rectified(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    weight = np.swapaxes(weight, 2, 3)
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    return np.maximum(functional.conv2d(x, weight, bias, **options), 0)


def last_row_and_bias(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    output = functional.conv2d(x, weight, None, **options)
    output[..., -1, :] = 7
    return output


def ones_padded_and_averaged(x, kernel, stride=1, padding=0):
    top, left = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((top, top), (left, left)), constant_values=1)
    return functional.conv2d(x[None, None], kernel[None, None] / 3, stride=stride)[0, 0]


def transposed_and_thinned(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    x, kernel = x[None, None, ::down, ::across], kernel.T[None, None]
    return functional.conv2d(x, kernel, padding=padding)[0, 0]


TWO = [
    ("conv2d", {"flipped-kernel", "stride-ignored"}, flipped_and_unstrided),
    ("conv2d", {"padding-ignored", "bias-missing"}, unpadded_and_biasless),
    ("conv2d", {"strides-swapped"}, doubled_bias_and_swapped),
    ("conv2d", {"kernel-transposed", "negatives-cut"}, transposed_and_rectified),
    ("conv2d", {"bias-missing"}, last_row_and_bias),
    ("correlate2d_strided", {"padding-nonzero"}, ones_padded_and_averaged),
    ("correlate2d_strided", {"kernel-transposed", "input-thinned"}, transposed_and_thinned),
]


@pytest.mark.parametrize(("name", "slugs", "function"), TWO, ids=[f.__name__ for *_, f in TWO])
def test_two_mistakes_are_not_misnamed(name, slugs, function):
    """Wrong, with the case that fails; what is named with certainty is true."""
    result = check_tools.told(name, function)
    assert not result.passed
    assert result.case is not None
    assert result.mistake is None, result
    assert set(result.mistakes) <= slugs, result
    if result.likely:
        assert "looks like" in result.explanation and "not in every case" in result.explanation


def test_two_known_mistakes_are_both_named():
    result = check.conv2d(flipped_and_unstrided)
    assert set(result.mistakes) == {"flipped-kernel", "stride-ignored"}
    assert result.explanation.startswith("Two mistakes at once.")
    result = check.conv2d(unpadded_and_biasless)
    assert set(result.mistakes) == {"padding-ignored", "bias-missing"}


def unknown_name(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return check.EXERCISES["conv2d"].course(
        x, weight, bias, stride=stride, padding=padding, groups=groups,
        dilation=dilation if dilation == 1 else dilated,  # noqa: F821
    )  # fmt: skip


def refusing(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    if dilation != 1:
        raise ValueError("no dilation here; shapes would not fit")
    return check.EXERCISES["conv2d"].course(
        x, weight, bias, stride=stride, padding=padding, groups=groups
    )


def no_bias_refused(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return check.EXERCISES["conv2d"].course(
        x, weight, bias if bias is not None else biases, stride=stride, padding=padding,  # noqa: F821
        dilation=dilation, groups=groups,
    )  # fmt: skip


@pytest.mark.parametrize("function", [unknown_name, refusing, no_bias_refused])
def test_an_error_for_another_reason_names_no_mistake(function):
    result = check.conv2d(function)
    assert (result.verdict, result.mistakes, result.likely) == ("raised", (), None)
    assert result.located


def test_an_error_for_the_same_reason_names_the_mistake():
    def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
        bare = check.EXERCISES["conv2d"].course(
            x, weight, None, stride=stride, padding=padding, dilation=dilation, groups=groups
        )
        return bare + bias[:, None, None]

    assert check.conv2d(conv2d).mistake == "bias-required"
