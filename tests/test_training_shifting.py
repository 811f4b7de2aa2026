"""Images moved by a few pixels."""

import numpy as np
import pytest

from cnnhelpers.training import shifted


def test_every_image_is_moved_by_a_way_of_its_own():
    """One bright pixel in the middle says how far an image went."""
    images = np.zeros((4000, 1, 9, 7))
    images[:, 0, 4, 3] = 1
    moved = shifted(images, np.random.default_rng(0), most=2)
    assert moved.shape == images.shape and (moved.sum(axis=(1, 2, 3)) == 1).all()
    _, _, rows, columns = np.nonzero(moved)
    ways = np.unique(np.stack([rows - 4, columns - 3]), axis=1, return_counts=True)
    assert ways[0].shape == (2, 25) and np.abs(ways[0]).max() == 2
    assert ways[1].min() > 100  # of 160 each
    assert images[:, 0, 4, 3].all()  # as they were


def test_what_goes_out_is_lost_and_zeros_come_in():
    image = np.arange(1.0, 7.0).reshape(1, 1, 2, 3)
    rng = np.random.default_rng(3)
    found = {shifted(image, rng, most=1)[0, 0].tobytes() for _ in range(300)}
    assert np.array([[0.0, 0, 0], [2, 3, 0]]).tobytes() in found  # down and left
    assert image[0, 0].tobytes() in found and len(found) == 9
    assert (shifted(image, rng, most=0) == image).all()


def test_bad_input_is_refused_in_one_sentence():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=r"must have axes \(N, C, H, W\), not shape \(2, 3\)"):
        shifted(np.ones((2, 3)), rng)
    with pytest.raises(ValueError, match="shifted: most"):
        shifted(np.ones((1, 1, 2, 3)), rng, most=-1)
    with pytest.raises(TypeError, match="shifted: rng must be a NumPy generator, such as"):
        shifted(np.ones((1, 1, 2, 3)), 0)
