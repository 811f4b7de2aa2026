"""Digits and photographs: shapes, ranges, splits, ownership, licences, and what they refuse."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnhelpers import datasets
from cnnhelpers.datasets import about, centre_digit, digits, photograph, photographs, resized
from cnnhelpers.datasets.photos import FILES, LUMA, averages

SHAPES = {
    "cat": (3, 192, 288),
    "coffee": (3, 192, 288),
    "brick": (3, 288, 288),
    "astronaut": (3, 288, 288),
}


# Digits -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("split", "size"), [("train", 8000), ("test", 2000), ("all", 10000)])
def test_a_split_has_its_digits(split, size):
    images, labels = digits(split)
    assert images.shape == (size, 1, 28, 28) and images.dtype == np.float32
    assert labels.shape == (size,) and labels.dtype == np.int64
    assert images.min() == 0 and images.max() == 1 and images.flags.c_contiguous
    assert sorted(set(labels.tolist())) == list(range(10))


def test_the_digits_are_the_ones_that_the_licence_file_speaks_of():
    images, labels = digits("all")
    assert np.bincount(labels).tolist() == [
        1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978
    ]  # fmt: skip
    assert len(np.unique(images.reshape(10000, -1), axis=0)) == 10000
    assert np.array_equal(images * 255, np.round(images * 255))


def test_train_and_test_are_the_two_parts_of_all():
    train, test, everything = digits("train"), digits("test"), digits("all")
    for part in (0, 1):
        assert np.array_equal(np.concatenate([train[part], test[part]]), everything[part])
    assert np.array_equal(digits()[0], train[0])


def test_count_takes_the_first():
    images, labels = digits("test", 7)
    assert np.array_equal(images, digits("test")[0][:7]) and len(labels) == 7
    assert len(digits("test", np.int64(2000))[1]) == 2000


def test_every_class_reads_as_its_own_mean_digit():
    """Labels belong to their images: the nearest class mean is right far more often than chance."""
    images, labels = digits("train")
    means = np.stack([images[labels == digit].mean(axis=0).ravel() for digit in range(10)])
    held_out, truth = digits("test")
    distance = ((held_out.reshape(-1, 1, 784) - means) ** 2).sum(axis=2)
    assert (distance.argmin(axis=1) == truth).mean() > 0.75


@pytest.mark.parametrize("load", [lambda: digits("test", 3)[0], lambda: photograph("cat", size=9)])
def test_what_the_caller_changes_stays_with_the_caller(load):
    first = load()
    before = first.copy()
    first[:] = -1
    assert np.array_equal(load(), before)


def test_labels_are_the_callers_own_too():
    digits("test", 3)[1][:] = -1
    assert digits("test", 3)[1].min() >= 0


@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        (("validation",), ValueError, "there is no split 'validation'; {splits}."),
        ((3,), ValueError, "there is no split 3; {splits}."),
        ((["train"],), ValueError, "there is no split ['train']; {splits}."),
        (
            ("test", 2001),
            ValueError,
            "count 2,001 is more than the 2,000 digits of the split 'test'; "
            "use a smaller count or another split.",
        ),
        (
            ("all", 10001),
            ValueError,
            "count 10,001 is more than the 10,000 digits of the split 'all'; use a smaller count.",
        ),
        (("train", 0), ValueError, "count must be at least 1, not 0."),
        (
            ("train", 2.0),
            TypeError,
            "count must be a whole number, not 2.0 (float); use an int such as 1 or 3.",
        ),
    ],
)
def test_digits_refuse_in_one_sentence(arguments, error, sentence):
    with pytest.raises(error) as raised:
        digits(*arguments)
    said = sentence.format(splits="use 'train', 'test' or 'all'")
    assert str(raised.value) == f"digits: {said}"


# Photographs ------------------------------------------------------------------------------------


def test_the_photographs_are_the_ones_expected():
    assert photographs() == list(SHAPES)
    photographs().clear()
    assert photographs() == list(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_a_photograph_is_channels_height_width(name):
    photo = photograph(name)
    assert photo.shape == SHAPES[name] and photo.dtype == np.float32 and photo.flags.c_contiguous
    assert 0 <= photo.min() < 0.3 and 0.6 < photo.max() <= 1
    gray = photograph(name, gray=True)
    assert gray.shape == (1, *SHAPES[name][1:]) and gray.dtype == np.float32
    np.testing.assert_allclose(gray[0], np.tensordot(LUMA, photo, axes=1), atol=1e-6)


@pytest.mark.parametrize("name", SHAPES)
def test_a_photograph_is_the_file_pixel_by_pixel(name):
    with Image.open(FILES / f"{name}.png") as image:
        upright = np.asarray(image.convert("RGB"), np.float64)
    for row, column in [(0, 0), (20, 200), (150, 30), (-1, -1)]:
        np.testing.assert_allclose(
            photograph(name)[:, row, column] * 255, upright[row, column], atol=1e-4
        )


def test_colours_are_in_the_order_red_green_blue():
    red, green, blue = photograph("coffee")[:, 140, 40]  # the red saucer
    assert red > 2 * green and red > 2 * blue


def test_only_the_wall_is_grey():
    def colourful(name):
        return float(np.ptp(photograph(name), axis=0).max()) > 0.2

    assert [name for name in photographs() if not colourful(name)] == ["brick"]


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("size", [288, 192, 100, 7, 1])
def test_size_is_the_longer_side_and_proportions_stay(name, size):
    photo = photograph(name, size=size)
    height, width = photo.shape[1:]
    whole = photograph(name)
    assert max(height, width) == size
    assert height == max(1, round(size * whole.shape[1] / 288))
    assert 0 <= photo.min() and photo.max() <= 1
    np.testing.assert_allclose(photo.mean(axis=(1, 2)), whole.mean(axis=(1, 2)), atol=1e-4)


def test_half_the_size_averages_two_by_two():
    whole = photograph("astronaut").astype(np.float64)
    by_hand = whole.reshape(3, 144, 2, 144, 2).mean(axis=(2, 4))
    np.testing.assert_allclose(photograph("astronaut", size=144), by_hand, atol=1e-6)


def test_averages_share_a_pixel_between_its_neighbours():
    np.testing.assert_allclose(averages(3, 2), [[2 / 3, 1 / 3, 0], [0, 1 / 3, 2 / 3]])


@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        ({"name": "dog"}, ValueError, "there is no photograph 'dog'; {names}."),
        ({"name": None}, ValueError, "there is no photograph None; {names}."),
        ({"name": ["cat"]}, ValueError, "there is no photograph ['cat']; {names}."),
        (
            {"name": "cat", "size": 289},
            ValueError,
            "size 289 is more than the 288 pixels of 'cat'; use a size of at most 288.",
        ),
        ({"name": "cat", "size": 0}, ValueError, "size must be at least 1, not 0."),
        (
            {"name": "cat", "size": "192"},
            TypeError,
            "size must be a whole number, not '192' (str); use an int such as 1 or 3.",
        ),
        (
            {"name": "cat", "size": (3, 4)},
            TypeError,
            "size must be a whole number, not (3, 4) (tuple); use an int such as 1 or 3.",
        ),
    ],
)
def test_photographs_refuse_in_one_sentence(arguments, error, sentence):
    with pytest.raises(error) as raised:
        photograph(**arguments)
    said = sentence.format(names="use one of cat, coffee, brick, astronaut")
    assert str(raised.value) == f"photograph: {said}"


def test_about_an_unknown_photograph():
    with pytest.raises(ValueError, match="^about: there is no photograph 'dog'; use one of cat,"):
        about("dog")


# Licences and weight ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHAPES)
def test_every_photograph_is_free_and_says_so(name):
    fact = about(name)
    assert fact.name == name and fact.title and fact.author and "skimage.data." in fact.origin
    assert re.match("CC0 1.0|Public domain", fact.licence)
    line = next(
        line for line in (FILES / "LICENCES.md").read_text("utf-8").splitlines()
        if line.startswith(f"| {name}.png |")
    )  # fmt: skip
    assert fact.author.split(" (")[0] in line
    assert str(fact).startswith(f"{fact.title}. {fact.author}. ")


def test_every_file_has_a_licence_and_no_hidden_text():
    text = (FILES / "LICENCES.md").read_text("utf-8")
    assert "Attribution-ShareAlike 3.0" in text
    for file in FILES.iterdir():
        assert file.name == "LICENCES.md" or file.name in text
        if file.suffix == ".png":
            chunks = set(re.findall(rb"tEXt|zTXt|iTXt|eXIf|iCCP|tIME", file.read_bytes()))
            assert not chunks
    assert sum(file.stat().st_size for file in FILES.glob("*.png")) < 400_000


def test_digits_need_numpy_alone():
    code = (
        "import sys; sys.modules['PIL'] = None; sys.modules['matplotlib'] = None\n"
        "from cnnhelpers.datasets import digits, photograph\n"
        "assert len(digits('test', 5)[1]) == 5\n"
        "try: photograph('cat')\n"
        "except ImportError as error: print(error)\n"
    )
    root = Path(datasets.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True
    )
    assert done.stdout == (
        "photograph: photographs need Pillow, which is not installed here; "
        "install it with: python -m pip install pillow\n"
    )


def test_an_image_at_another_size_is_an_average_over_areas():
    image = np.array([[1.0, 2.0, 3.0]])
    assert np.allclose(resized(image, 1, 2), [[4 / 3, 8 / 3]])  # 1 and half of 2; half of 2 and 3
    assert resized(image, 2, 6).tolist() == [[1, 1, 2, 2, 3, 3]] * 2
    for height, width in ((0, 2), (1, 2.5)):
        with pytest.raises((TypeError, ValueError), match="resized: (height|width)"):
            resized(image, height, width)
    with pytest.raises(ValueError, match="resized: the image must have two axes"):
        resized(image[0], 1, 2)
    with pytest.raises(TypeError, match="resized: image must be an array of real numbers, not str"):
        resized("photo", 1, 2)


def test_a_drawing_is_scaled_to_20_and_centred_by_its_mass():
    drawing = np.zeros((40, 60))
    drawing[5:15, 10:14] = 1  # 10 high, 4 wide: it becomes 20×8
    digit = centre_digit(drawing)
    assert digit.shape == (28, 28) and digit.sum() == 20 * 8
    rows, columns = np.nonzero(digit)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (4, 23, 10, 17)
    drawing[5:7, 10:40] = 1  # a heavy bar at the top: its mass, not its box, is in the middle
    digit = centre_digit(drawing)
    mass = np.arange(28) @ digit.sum(axis=1) / digit.sum()
    assert abs(mass - 14) <= 0.5
    assert not centre_digit(np.zeros((5, 4))).any()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((np.ones((1, 5, 4)),), r"drawing must have two axes \(H, W\), not shape \(1, 5, 4\)"),
        ((np.full((5, 4), np.nan),), "drawing must hold ink, finite numbers from 0 up"),
        (([[1, -1]],), "drawing must hold ink, finite numbers from 0 up"),
        (("four",), "drawing must be an array of real numbers, not str"),
        ((np.ones((5, 4)), 29), "size 29 does not fit into side 28; use a smaller size"),
        ((np.ones((5, 4)), 0), "size must be at least 1"),
        ((np.ones((5, 4)), 20, 28.0), "side must be a whole number"),
    ],
)
def test_what_is_no_drawing_is_told(arguments, sentence):
    with pytest.raises((TypeError, ValueError), match=f"centre_digit: {sentence}"):
        centre_digit(*arguments)


def test_the_bundled_digits_come_out_of_it_nearly_as_they_are():
    images, _ = digits("test", 100)
    for image in images[:, 0]:
        again = centre_digit(image)
        assert np.abs(again - image).max() < 1e-6 or np.abs(again - image).mean() < 0.1
    same = [np.abs(centre_digit(image) - image).max() < 1e-6 for image in images[:, 0]]
    assert np.mean(same) > 0.8
