"""What goes wrong with files is said in words."""

from __future__ import annotations

import errno
import os

import pytest

from cnnhelpers.course.files import in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "it can only be read from"),
        (errno.EACCES, "writing there is not allowed"),
        (errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)),
    ],
)
def test_errors_in_words(number: int, words: str) -> None:
    assert in_words(OSError(number, os.strerror(number))) == words
    assert in_words(OSError("something")) == "something"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "it is not there"),
        (errno.EACCES, "access to it is not allowed"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_errors_of_reading_speak_of_the_file(number: int, words: str) -> None:
    assert in_words(OSError(number, os.strerror(number)), reading=True) == words
