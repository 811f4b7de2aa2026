"""An answer of batches: what is read, what is the same, and what cannot be read."""

import itertools

import numpy as np
import pytest

from cnnhelpers.check.batched import BATCHES

X, Y = np.arange(10.0).reshape(5, 2), np.array([3, 1, 4, 1, 5])
RIGHT = [(X[:2], Y[:2]), (X[2:4], Y[2:4]), (X[4:], Y[4:])]


def test_lists_tuples_and_generators_are_read_alike():
    right = BATCHES.read(RIGHT)
    assert right.shapes == ((2, 2), (2,), (2, 2), (2,), (1, 2), (1,))
    assert right.value.tolist()[:6] == [0, 1, 2, 3, 3, 1]
    for other in (
        tuple(RIGHT),
        (pair for pair in RIGHT),
        [[x.tolist(), list(y)] for x, y in RIGHT],
    ):
        assert BATCHES.agree(right, BATCHES.read(other), 1)


@pytest.mark.parametrize(
    "other",
    [
        RIGHT[:2],
        [*RIGHT, (X[:0], Y[:0])],
        [(X, Y)],
        [(X[:1], Y[:1]), (X[1:4], Y[1:4]), (X[4:], Y[4:])],
        [(X[:2], Y[:2]), (X[2:4], Y[2:4]), (X[4:], Y[:1])],
    ],
)
def test_other_batches_are_not_the_same(other):
    assert not BATCHES.agree(BATCHES.read(RIGHT), BATCHES.read(other), 1)


def test_what_is_recorded_comes_back():
    row = BATCHES.stored(RIGHT)
    assert row.ndim == 1 and BATCHES.agree(BATCHES.restored(row), BATCHES.read(RIGHT), 1)


@pytest.mark.parametrize(
    ("value", "slug", "words"),
    [
        (None, "nothing-returned", "returned None"),
        (X, "no-pairs", "returned one array; a list of pairs"),
        ([X[:2], Y[:2]], "no-pairs", "returned one pair of arrays; a list of pairs"),
        (
            [X[:2], X[2:]],
            "no-pairs",
            "Each batch is one array; a pair (images, labels) is expected",
        ),
        (iter([X[:2], X[2:4], X[4:]]), "no-pairs", "Each batch is one array"),
        ((X[:2], Y[:2]), "no-pairs", "returned one pair of arrays; a list of pairs"),
        ([X[:2], (X[2:], Y[2:])], "no-pairs", "returned no pair in place 1"),
        ([(X[:2], Y[:2]), X[2:]], "no-pairs", "returned no pair in place 2"),
        ([(X[:2], Y[:3])], "images-without-labels", "In place 1 of the list stands no pair"),
        ([(X[:2], ["a", "b"])], "not-numbers", "returned a list"),
    ],
)
def test_what_cannot_be_read_is_told(value, slug, words):
    trouble = BATCHES.read(value).trouble
    assert trouble.slug == slug and words in trouble.explanation


def test_a_generator_without_an_end_is_read_in_part():
    answer = BATCHES.read(itertools.repeat((X[:1], Y[:1])))
    assert len(answer.shapes) == 20_000
