"""The verdict itself: what it says as text and as a card, and the function it leaves."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import numpy as np
import pytest

from cnnhelpers import check
from cnnhelpers.course.pictures import drawings_in

CASES = check.EXERCISES["correlate2d"].cases


class Balanced(HTMLParser):
    """Reads a card; collects its text and counts its tags."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words.append(data)


def right(x, kernel):
    return check.EXERCISES["correlate2d"].course(x, kernel)


def flipped(x, kernel):
    return check.EXERCISES["correlate2d"].course(x, kernel[::-1, ::-1])


def unknown(x, kernel):
    return check.EXERCISES["correlate2d"].course(x, kernel) ** 2 - 7


def raising(x, kernel):
    return x[99, 99]


def test_a_pass():
    result = check.correlate2d(right)
    assert result.passed and result
    assert (result.verdict, result.mistake, result.mistakes) == ("passed", None, ())
    assert result.explanation.startswith(f"Right in all {len(CASES)} cases")
    assert (result.hint, result.case, result.fallback) == (None, None, None)
    assert result.function is right and result.submitted is right
    assert repr(result).startswith("correlate2d: passed.")


def test_a_named_mistake():
    result = check.correlate2d(flipped)
    assert not result.passed and not result
    assert (result.verdict, result.mistake) == ("wrong values", "flipped-kernel")
    assert "180°" in result.explanation
    assert result.hint
    assert result.function is check.EXERCISES["correlate2d"].course
    assert result.submitted is flipped
    case = result.case
    np.testing.assert_allclose(result.expected, right(**case.arguments))
    np.testing.assert_allclose(result.got, flipped(**case.arguments))


def test_the_smallest_failing_case_is_shown():
    case = check.correlate2d(flipped).case
    for other in check.EXERCISES["correlate2d"].cases:
        if not np.array_equal(flipped(**other.arguments), right(**other.arguments)):
            assert case.size <= other.size


def test_text_has_expected_yours_difference():
    text = repr(check.correlate2d(flipped))
    assert text.startswith("correlate2d: the values are not right yet.\n")
    assert "Hint: " in text
    assert "Smallest case that goes wrong: correlate2d(x, kernel)" in text
    heads = next(line for line in text.splitlines() if "expected" in line and "yours" in line)
    assert heads.split() == ["expected", "yours", "difference"]
    assert "goes on with the course's correlate2d" in text


def test_the_difference_is_yours_minus_expected():
    result = check.correlate2d(flipped)
    lines = repr(result).splitlines()
    start = next(i for i, line in enumerate(lines) if "difference" in line)
    rows, cols = result.expected.shape
    numbers = [[float(n) for n in line.split()] for line in lines[start + 1 : start + 1 + rows]]
    for row, expected, got in zip(numbers, result.expected, result.got):
        difference = np.subtract(got, expected)
        np.testing.assert_allclose(row, [*expected, *got, *difference], atol=1e-5)


def test_a_card_has_expected_yours_difference():
    html = check.correlate2d(flipped)._repr_html_()
    card = Balanced(html)
    assert card.open == []
    words = " ".join([*card.words, *drawings_in(html)])
    for word in ("correlate2d: the values are not right yet", "expected", "yours", "difference"):
        assert word in words
    assert "Hint" in words and "goes on with the course" in words
    assert "img" in card.tags and "details" in card.tags
    assert "script" not in card.tags


def test_a_card_escapes_what_the_learner_wrote():
    def correlate2d(x, kernel):
        print("<img src=x>")
        raise ValueError("<script>alert('&')</script>")

    result = check.correlate2d(correlate2d)
    html = result._repr_html_()
    assert "<script" not in html and "<img src=x" not in html
    assert "&lt;script&gt;alert('&amp;')" in html
    assert "<script>alert('&')</script>" in repr(result)


def test_an_unknown_mistake_is_not_named():
    result = check.correlate2d(unknown)
    assert (result.verdict, result.mistake, result.likely) == ("wrong values", None, None)
    assert "no known mistake" in result.explanation
    assert result.case is not None


def test_an_error_shows_the_learners_line():
    result = check.correlate2d(raising)
    assert result.verdict == "raised"
    assert "IndexError" in result.explanation
    assert "`return x[99, 99]`" in result.explanation
    line = int(re.search(r"in line (\d+)", result.explanation)[1])
    assert line == raising.__code__.co_firstlineno + 1


def test_a_line_of_another_function_says_of_which():
    """Each cell of a notebook counts its lines from 1."""

    def helper(x):
        return x[99, 99]

    def calling(x, kernel):
        return helper(x)

    def with_one_inside(x, kernel):
        def within(x):
            return [x[99, 99] for _ in range(1)]

        return within(x)

    line = helper.__code__.co_firstlineno + 1
    said = check.correlate2d(calling).explanation
    assert f"It happened in line {line} of helper: `return" in said
    line = with_one_inside.__code__.co_firstlineno + 2
    said = check.correlate2d(with_one_inside).explanation
    assert f"It happened in line {line}: `return" in said


def test_a_wrong_shape_says_both_shapes():
    result = check.correlate2d(lambda x, kernel: np.zeros((1, 7)))
    assert result.verdict == "wrong shape"
    assert "(1, 7)" in result.explanation and str(result.expected.shape) in result.explanation


def test_a_result_is_a_function():
    x, kernel = np.arange(12.0).reshape(3, 4), np.array([[1.0, -2.0]])
    for function in (right, flipped, unknown, raising, None):
        result = check.correlate2d(function)
        np.testing.assert_allclose(result(x, kernel), right(x, kernel))
        np.testing.assert_allclose(result(x, kernel=kernel), right(x, kernel))


def test_a_result_gives_arrays():
    result = check.correlate2d(lambda x, kernel: right(x, kernel).tolist())
    assert result.passed
    assert isinstance(result(np.ones((2, 2)), np.ones((1, 1))), np.ndarray)


def test_a_result_passed_in_again_is_unwrapped():
    once = check.correlate2d(flipped)
    twice = check.correlate2d(once)
    assert twice.submitted is flipped
    assert twice.mistake == "flipped-kernel"
    assert check.correlate2d(check.correlate2d(right)).function is right


def test_the_fallback_is_said_and_only_then():
    assert "course's correlate2d" in check.correlate2d(None).fallback
    assert check.correlate2d(right).fallback is None


def test_the_same_function_again_is_said():
    """A mended cell that was not run leaves the old function, and with it the old verdict."""
    first = check.correlate2d(lambda x, kernel: x)
    assert "checked before" not in first.fallback
    again = check.correlate2d(first)
    assert again.fallback.startswith("This is still the function that was checked before. ")
    assert again.fallback.endswith("when yours is ready, run its cell, then this one.")
    assert "checked before" not in check.correlate2d(lambda x, kernel: x).fallback
    assert "goes on with" not in repr(check.correlate2d(right))


def test_verdicts_are_the_six():
    assert check.VERDICTS == (
        "passed", "not started", "raised", "wrong shape", "wrong values", "changed its input",
    )  # fmt: skip


@pytest.mark.parametrize("name", check.EXERCISES)
def test_an_exercise_says_what_it_is(name):
    exercise, its_check = check.EXERCISES[name], getattr(check, name)
    assert callable(its_check) and its_check.exercise is exercise
    assert exercise.name == its_check.__name__ == name
    assert repr(its_check).startswith(f"check.{name}: pass it your {name}(")
    assert f"Check your {name}{exercise.parameters}." in its_check.__doc__


def test_an_unknown_exercise_is_told_with_the_nearest_names():
    with pytest.raises(AttributeError, match="no exercise is called 'correlate'; did you mean"):
        check.correlate  # noqa: B018
    assert {"correlate2d", "max_pool2d", "Result"} <= set(dir(check))


def test_the_text_is_the_same_in_every_run():
    assert repr(check.correlate2d(flipped)) == repr(check.correlate2d(flipped))
    first, second = (check.correlate2d(flipped)._repr_html_() for _ in range(2))
    assert first == second
    assert " at 0x" not in repr(check.correlate2d(lambda x, k: object()))


class Shell:
    """As much of IPython as a verdict needs."""

    execution_count = 1


def test_it_shows_itself_once_a_cell(monkeypatch):
    pytest.importorskip("IPython")
    import IPython
    import IPython.display

    shown, shell = [], Shell()
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    monkeypatch.setattr(IPython.display, "display", lambda data, raw: shown.append(data))
    result = check.correlate2d(flipped)
    result._ipython_display_()
    assert len(shown) == 1
    assert set(shown[0]) == {"text/plain", "text/html"}
    shell.execution_count = 2
    result._ipython_display_()
    assert len(shown) == 2


def test_an_argument_that_is_a_word_is_quoted():
    def init_std(shape, mode="fan_in", nonlinearity="relu", groups=1):
        gain = {"linear": 1, "relu": 2**0.5, "tanh": 5 / 3}[nonlinearity]
        return gain / np.prod(shape[1:]) ** 0.5

    text = repr(check.init_std(init_std))
    assert "Smallest case that goes wrong: init_std(shape=(8, 2), mode='fan_out')" in text


def test_arguments_lie_in_memory_as_they_were_drawn():
    """A copy of a view is a view with the same strides, of numbers of its own."""
    from cnnhelpers.check.layout import copied, view_of

    wide = np.arange(40.0).reshape(5, 8)
    for view in (wide.T, wide[::2, 1::3], wide[::-1, ::-2], view_of(wide), wide[1:4, 2], wide[2:]):
        copy = copied(view)
        assert copy.strides == view.strides and np.array_equal(copy, view)
        copy[...] = -1
        assert wide.min() == 0 and view.min() >= 0
