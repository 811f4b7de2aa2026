"""Exercise: downsampling_block."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import functional, reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, OUTPUTS, STRIDE
from cnnhelpers.check.families.arrays import flipped
from cnnhelpers.check.mistake import Mistake
from cnnhelpers.exercises.backpropagation.gradients import VALUES_OF_LIKE_SIZE
from cnnhelpers.exercises.residual.pieces import CHANNELS, change, conv, inner, relu, way


def downsampling_block(
    x: np.ndarray,
    weight1: np.ndarray,
    weight2: np.ndarray,
    projection: np.ndarray,
    stride: int = 2,
) -> np.ndarray:
    """Return relu(F(x) + P(x)): a residual block that changes channels and size.

    ``x`` is (N, C, H, W). F: a 3×3 convolution with ``weight1`` (C_out, C, 3, 3) and the stride, a
    ReLU, and one with ``weight2`` (C_out, C_out, 3, 3); padding 1. P: the 1×1 convolution
    ``projection`` (C_out, C, 1, 1) with the same stride. No biases.
    """
    return relu(change(x, weight1, weight2, stride) + conv(x, projection, stride))


CASES = (
    case(
        x=floats([[[1.0, -2.0, 3.0, 2.0]]]),
        weight1=floats([[[0.0, 1.0, 0.0], [2.0, 1.0, -1.0], [0.0, 3.0, 1.0]]]),
        weight2=floats([[[1.0, 0.0, 1.0], [1.0, -1.0, 2.0], [0.0, 2.0, 0.0]]]),
        projection=floats([[[3.0]]]),
    ),
    case(  # a ReLU in the shortcut, or none at the end, shows
        x=floats([[[-1.0, 3.0, 2.0, 1.0]]]),
        weight1=floats([[[0.0, 1.0, 0.0], [2.0, 1.0, -1.0], [0.0, 3.0, 1.0]]]),
        weight2=floats([[[1.0, 0.0, 1.0], [1.0, -1.0, 2.0], [0.0, 2.0, 0.0]]]),
        projection=floats([[[3.0]]]),
    ),
    case(x=whole(1, 1, 2, 5, 4), weight1=halves(2, 3, 2, 3, 3) / 4,
         weight2=halves(3, 3, 3, 3, 3) / 4, projection=whole(4, 3, 2, 1, 1)),
    case(x=whole(5, 2, 2, 4, 7), weight1=halves(6, 4, 2, 3, 3) / 4,
         weight2=halves(7, 4, 4, 3, 3) / 4, projection=halves(8, 4, 2, 1, 1)),
    case(x=whole(9, 2, 1, 7, 4), weight1=halves(10, 2, 1, 3, 3) / 2,
         weight2=halves(11, 2, 2, 3, 3) / 2, projection=whole(12, 2, 1, 1, 1), stride=3),
    case(x=halves(13, 1, 2, 3, 4), weight1=halves(14, 3, 2, 3, 3) / 4,
         weight2=halves(15, 3, 3, 3, 3) / 4, projection=whole(16, 3, 2, 1, 1), stride=1),
    case(x=whole(20, 2, 2, 3, 5), weight1=halves(21, 2, 2, 3, 3) / 4,
         weight2=halves(22, 2, 2, 3, 3) / 4, projection=whole(23, 2, 2, 1, 1), stride=1),
    case(x=whole(24, 1, 2, 4, 6), weight1=halves(25, 3, 2, 3, 3) / 4,
         weight2=halves(26, 3, 3, 3, 3) / 4, projection=whole(27, 3, 2, 1, 1)),
    case(x=whole(17, 1, 3, 6, 5), weight1=np.zeros((3, 3, 3, 3)), weight2=halves(18, 3, 3, 3, 3),
         projection=whole(19, 3, 3, 1, 1)),
)  # fmt: skip


def by_torch(
    torch: Any,
    x: np.ndarray,
    weight1: np.ndarray,
    weight2: np.ndarray,
    projection: np.ndarray,
    stride: int = 2,
) -> np.ndarray:
    conv2d = torch.nn.functional.conv2d
    x, first, second, short = reference.tensors([x, weight1, weight2, projection])
    between = conv2d(x, first, stride=stride, padding=1).relu()
    return (conv2d(between, second, padding=1) + conv2d(x, short, stride=stride)).relu().numpy()


def shortcut(x: np.ndarray, projection: np.ndarray, stride: int) -> np.ndarray:
    return conv(x, projection, stride)


def late(x: np.ndarray, weight1: np.ndarray, weight2: np.ndarray, stride: int) -> np.ndarray:
    """Return F(x) with the stride at the second convolution."""
    return conv(relu(conv(x, weight1)), weight2, stride)


def pooled(x: np.ndarray, stride: int, pool: Any) -> np.ndarray:
    """Return windows of the stride's size, those at the end cut off, each as one number."""
    height, width = (-(-n // stride) for n in x.shape[2:])
    found = np.empty((*x.shape[:2], height, width))
    for i, j in np.ndindex(height, width):
        window = x[:, :, i * stride : (i + 1) * stride, j * stride : (j + 1) * stride]
        found[:, :, i, j] = pool(window, axis=(2, 3))
    return found


def cut(x: np.ndarray, stride: int) -> np.ndarray:
    """Return the first rows and columns, as many as the stride leaves."""
    height, width = (-(-n // stride) for n in x.shape[2:])
    return x[:, :, :height, :width]


def blocks(x: np.ndarray, stride: int) -> np.ndarray:
    """Return the means of s × s pixels side by side; it fails where they do not fill the image."""
    rows, columns = (n // stride for n in x.shape[2:])
    return x.reshape(*x.shape[:2], rows, stride, columns, stride).mean(axis=(3, 5))


def padded_and_cut(
    x: np.ndarray, projection: np.ndarray, stride: int, changed: np.ndarray
) -> np.ndarray:
    """Return the block whose projection has a padding of 1, cut to the size of F(x)."""
    short = functional.conv2d(np.asarray(x, float), projection, stride=stride, padding=1)
    return relu(changed + short[:, :, : changed.shape[2], : changed.shape[3]])


def projected(changed: np.ndarray, projection: np.ndarray, stride: int) -> np.ndarray:
    """Return the block of which F(x) has taken the name of x before the projection."""
    return relu(changed + shortcut(changed, projection, stride))


MISTAKES = (
    Mistake(
        "projection-without-stride",
        "The projection has no stride, so it keeps the size of x, while F(x) is smaller.",
        "Both ways have to arrive at the same size.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + conv(x, p))),
    ),
    Mistake(
        "stride-in-second",
        "The stride is at the second convolution of F; it should be at the first.",
        "The first convolution of F should make the image smaller; the second one should keep its "
        "size.",
        way(lambda x, w1, w2, p, s: relu(late(x, w1, w2, s) + shortcut(x, p, s))),
    ),
    Mistake(
        "stride-in-both",
        "Both convolutions of F have the stride.",
        "The size should fall once in a block.",
        way(lambda x, w1, w2, p, s: relu(conv(inner(x, w1, s), w2, s) + shortcut(x, p, s))),
    ),
    Mistake(
        "stride-missing",
        "The stride is not used.",
        "The first convolution and the projection should take it.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2) + conv(x, p))),
    ),
    Mistake(
        "stride-always-2",
        "The stride is 2, whatever `stride` says.",
        "Hand `stride` on to the first convolution and to the projection.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, 2) + shortcut(x, p, 2))),
    ),
    Mistake(
        "projection-missing",
        "The shortcut is missing.",
        "What does the block give if the weights of F are 0?",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s))),
        way(lambda x, w1, w2, p, s: change(x, w1, w2, s)),
    ),
    Mistake(
        "shortcut-without-projection",
        "`x` itself is added, without the projection.",
        "The channels should agree: the 1×1 convolution makes as many as F(x) has.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + x[:, :, ::s, ::s])),
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + x)),
    ),
    Mistake(
        "projection-padded",
        "The projection is padded; it should not be. A 1×1 kernel needs no padding.",
        "Which pixel does a 1×1 kernel with a padding of 1 read first?",
        way(lambda x, w1, w2, p, s: relu(
            change(x, w1, w2, s)
            + functional.conv2d(np.asarray(x, float), p, stride=s, padding=1))),
        way(lambda x, w1, w2, p, s: padded_and_cut(x, p, s, change(x, w1, w2, s))),
    ),
    Mistake(
        "pooled-for-strided",
        "The shortcut puts the pixels of a window together; it should take every s-th pixel, from "
        "the first one on.",
        "A 1×1 kernel with a stride reads one pixel and leaves out those between.",
        way(lambda x, w1, w2, p, s: relu(
            change(x, w1, w2, s) + conv(pooled(x, s, np.mean), p))),
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + conv(pooled(x, s, np.max), p))),
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + conv(blocks(x, s), p))),
    ),
    Mistake(
        "last-for-first",
        "The shortcut takes the last pixel of each s × s; it should take the first.",
        "Begin at pixel 0, as the convolution's windows do.",
        way(lambda x, w1, w2, p, s: relu(
            change(x, w1, w2, s) + conv(x[:, :, s - 1 :: s, s - 1 :: s], p))),
    ),
    Mistake(
        "projection-transposed",
        "The axes of `projection` are exchanged. It is (C_out, C, 1, 1).",
        "A filter is a row: `projection[o, c]` is what output o takes of channel c.",
        way(lambda x, w1, w2, p, s: relu(
            change(x, w1, w2, s)
            + np.einsum("nchw,co->nohw", x[:, :, ::s, ::s], p[:, :, 0, 0]))),
    ),
    Mistake(
        "cut-for-strided",
        "The shortcut takes the first rows and columns; it should take every s-th one.",
        "Leave out the pixels between, not those at the end.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + conv(cut(x, s), p))),
    ),
    Mistake(
        "projection-from-inside",
        "The projection reads what the first convolution gives; it should read x.",
        "The shortcut goes around *both* convolutions.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + conv(inner(x, w1, s), p))),
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + inner(x, w1, s))),
    ),
    Mistake(
        "relu-on-shortcut",
        "A ReLU stands in the shortcut; there should be none.",
        "The shortcut should be linear: nothing but the projection.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + relu(shortcut(x, p, s)))),
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) + shortcut(relu(x), p, s))),
    ),
    Mistake(
        "relu-before-sum",
        "The ReLU cuts F(x) off before the sum; the last ReLU should come after it.",
        "First take the sum, then the ReLU of the sum.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s)) + shortcut(x, p, s)),
        way(lambda x, w1, w2, p, s: relu(relu(change(x, w1, w2, s)) + shortcut(x, p, s))),
    ),
    Mistake(
        "relu-on-shortcut-only",
        "A ReLU stands in the shortcut; it should stand after the sum.",
        "The shortcut should be nothing but the projection. First take the sum, then the ReLU of "
        "the sum.",
        way(lambda x, w1, w2, p, s: change(x, w1, w2, s) + relu(shortcut(x, p, s))),
    ),
    Mistake(
        "relu-on-both-ways",
        "F(x) and the shortcut each pass a ReLU before the sum; they should not.",
        "There should be two ReLUs: one between the convolutions, one after the sum.",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s)) + relu(shortcut(x, p, s))),
        way(lambda x, w1, w2, p, s: relu(relu(change(x, w1, w2, s)) + relu(shortcut(x, p, s)))),
    ),
    Mistake(
        "last-relu-missing",
        "The ReLU over the sum is missing.",
        "There should be two ReLUs: one between the convolutions, one after the sum.",
        way(lambda x, w1, w2, p, s: change(x, w1, w2, s) + shortcut(x, p, s)),
    ),
    Mistake(
        "inner-relu-missing",
        "The ReLU between the two convolutions is missing. Without it the two are one linear step.",
        "There should be two ReLUs: one between the convolutions, one after the sum.",
        way(lambda x, w1, w2, p, s: relu(conv(conv(x, w1, s), w2) + shortcut(x, p, s))),
    ),
    Mistake(
        "projection-of-change",
        "The projection reads F(x); it should read the `x` that came in.",
        "Is `x` still the input of the block where you project it? Give what is in between other "
        "names.",
        way(lambda x, w1, w2, p, s: projected(change(x, w1, w2, s), p, s)),
    ),
    Mistake(
        "flipped-kernel",
        "The kernels are turned by 180°: that is the true convolution.",
        "Lay each kernel on the image as it is. A convolution by FFT turns it.",
        way(lambda x, w1, w2, p, s: relu(
            change(x, flipped(w1), flipped(w2), s) + shortcut(x, p, s))),
        way(lambda x, w1, w2, p, s: relu(change(x, w1, flipped(w2), s) + shortcut(x, p, s))),
        way(lambda x, w1, w2, p, s: relu(change(x, flipped(w1), w2, s) + shortcut(x, p, s))),
    ),
    Mistake(
        "subtracted",
        "One way is subtracted from the other; they should be added.",
        "The sum is F(x) + P(x).",
        way(lambda x, w1, w2, p, s: relu(change(x, w1, w2, s) - shortcut(x, p, s))),
        way(lambda x, w1, w2, p, s: relu(shortcut(x, p, s) - change(x, w1, w2, s))),
    ),
    Mistake(
        "larger-taken",
        "The larger of the two ways is taken; they should be added.",
        "The block gives the ReLU of F(x) + P(x).",
        way(lambda x, w1, w2, p, s: relu(np.maximum(change(x, w1, w2, s), shortcut(x, p, s)))),
    ),
)  # fmt: skip


def recipe(
    draw: Any, batch: int, channels: int, outputs: int, image: tuple[int, int], stride: int
) -> dict[str, Any]:
    return {
        "x": draw.array(batch, channels, *image),
        "weight1": draw.array(outputs, channels, 3, 3) / 16,
        "weight2": draw.array(outputs, outputs, 3, 3) / 16,
        "projection": draw.array(outputs, channels, 1, 1) / 2,
        "stride": stride,
    }


DOMAIN = Domain(
    recipe,
    (BATCH, CHANNELS, OUTPUTS, IMAGE, STRIDE),
    values=VALUES_OF_LIKE_SIZE,
    integers=("x",),
)

EXERCISE = Exercise(
    downsampling_block,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
