"""Exercise: residual_block."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import functional, reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE
from cnnhelpers.check.families.arrays import flipped
from cnnhelpers.check.mistake import Mistake
from cnnhelpers.exercises.backpropagation.gradients import VALUES_OF_LIKE_SIZE
from cnnhelpers.exercises.residual.pieces import CHANNELS, change, conv, inner, relu, way


def residual_block(x: np.ndarray, weight1: np.ndarray, weight2: np.ndarray) -> np.ndarray:
    """Return relu(F(x) + x), where F is two 3×3 convolutions with a ReLU between them.

    ``x`` is (N, C, H, W), both weights (C, C, 3, 3). Padding 1 keeps the size; no biases.
    """
    return relu(change(x, weight1, weight2) + x)


CASES = (
    case(
        x=floats([[[1.0, -2.0, 3.0]]]),
        weight1=floats([[[0.0, 1.0, 0.0], [2.0, 1.0, -1.0], [0.0, 3.0, 1.0]]]),
        weight2=floats([[[1.0, 0.0, 1.0], [1.0, -1.0, 2.0], [0.0, 2.0, 0.0]]]),
    ),
    case(x=whole(1, 1, 2, 3, 4), weight1=halves(2, 2, 2, 3, 3), weight2=halves(3, 2, 2, 3, 3)),
    case(x=whole(4, 2, 3, 5, 6), weight1=halves(5, 3, 3, 3, 3) / 4,
         weight2=halves(6, 3, 3, 3, 3) / 4),
    case(x=halves(7, 2, 1, 2, 5), weight1=whole(8, 1, 1, 3, 3), weight2=halves(9, 1, 1, 3, 3)),
    case(x=whole(10, 3, 2, 4, 3), weight1=halves(11, 2, 2, 3, 3) / 8,
         weight2=halves(12, 2, 2, 3, 3) / 8),
    case(x=whole(15, 1, 1, 5, 5), weight1=halves(16, 1, 1, 3, 3) / 2,
         weight2=halves(17, 1, 1, 3, 3) / 2),
    case(x=whole(18, 2, 1, 3, 3), weight1=halves(19, 1, 1, 3, 3), weight2=whole(20, 1, 1, 3, 3)),
    case(x=whole(13, 2, 2, 3, 5), weight1=np.zeros((2, 2, 3, 3)),
         weight2=halves(14, 2, 2, 3, 3)),
)  # fmt: skip


def by_torch(torch: Any, x: np.ndarray, weight1: np.ndarray, weight2: np.ndarray) -> np.ndarray:
    x, first, second = reference.tensors([x, weight1, weight2])
    between = torch.nn.functional.conv2d(x, first, padding=1).relu()
    return (torch.nn.functional.conv2d(between, second, padding=1) + x).relu().numpy()


def unpadded(x: np.ndarray, weight1: np.ndarray, weight2: np.ndarray) -> np.ndarray:
    return functional.conv2d(relu(functional.conv2d(x, weight1)), weight2)


MISTAKES = (
    Mistake(
        "relu-before-sum",
        "The ReLU is applied to F(x) before `x` is added. It should come after the sum.",
        "First take the sum, then the ReLU of the sum.",
        way(lambda x, w1, w2: relu(change(x, w1, w2)) + x),
        way(lambda x, w1, w2: relu(relu(change(x, w1, w2)) + x)),
    ),
    Mistake(
        "last-relu-missing",
        "The ReLU over the sum is missing.",
        "There should be two ReLUs: one between the convolutions, one after the sum.",
        way(lambda x, w1, w2: change(x, w1, w2) + x),
    ),
    Mistake(
        "inner-relu-missing",
        "The ReLU between the two convolutions is missing. Without it the two are one linear step.",
        "There should be two ReLUs: one between the convolutions, one after the sum.",
        way(lambda x, w1, w2: relu(conv(conv(x, w1), w2) + x)),
        way(lambda x, w1, w2: conv(conv(x, w1), w2) + x),
    ),
    Mistake(
        "shortcut-missing",
        "`x` is not added: these are the layers of a plain network.",
        "What does the block give if all weights are 0?",
        way(lambda x, w1, w2: relu(change(x, w1, w2))),
        way(change),
    ),
    Mistake(
        "change-twice",
        "F(x) is added to itself; it should be added to the `x` that came in.",
        "Is `x` still the input of the block where you add? Give what is in between other names.",
        way(lambda x, w1, w2: relu(2 * change(x, w1, w2))),
        way(lambda x, w1, w2: 2 * change(x, w1, w2)),
    ),
    Mistake(
        "flipped-kernel",
        "The kernels are turned by 180°: that is the true convolution.",
        "Lay each kernel on the image as it is. A convolution by FFT turns it.",
        way(lambda x, w1, w2: relu(change(x, flipped(w1), flipped(w2)) + x)),
        way(lambda x, w1, w2: relu(change(x, w1, flipped(w2)) + x)),
        way(lambda x, w1, w2: relu(change(x, flipped(w1), w2) + x)),
    ),
    Mistake(
        "shortcut-after-relu",
        "What is added is `x` after a ReLU; it should be the `x` that came in.",
        "Keep `x` untouched for the sum. A ReLU that works in place changes it unseen.",
        way(lambda x, w1, w2: relu(change(relu(x), w1, w2) + relu(x))),
        way(lambda x, w1, w2: relu(change(x, w1, w2) + relu(x))),
    ),
    Mistake(
        "pre-activation",
        "A ReLU stands before the first convolution. That is the block of a later paper.",
        "Convolution, ReLU, convolution, sum, ReLU.",
        way(lambda x, w1, w2: change(relu(x), w1, w2) + x),
        way(lambda x, w1, w2: relu(change(relu(x), w1, w2) + x)),
    ),
    Mistake(
        "shortcut-from-inside",
        "What is added comes from inside the block; it should be the input of the block.",
        "The shortcut should go around *both* convolutions.",
        way(lambda x, w1, w2: relu(change(x, w1, w2) + inner(x, w1))),
        way(lambda x, w1, w2: relu(change(x, w1, w2) + conv(x, w1))),
        way(lambda x, w1, w2: change(x, w1, w2) + inner(x, w1)),
    ),
    Mistake(
        "second-reads-input",
        "The second convolution reads x; it should read what the first one gives.",
        "Which variable does the second convolution read? It should be the one that the ReLU has "
        "just given.",
        way(lambda x, w1, w2: relu(conv(x, w2) + x)),
        way(lambda x, w1, w2: relu(conv(relu(x), w2) + x)),
        way(lambda x, w1, w2: relu(relu(conv(x, w2)) + x)),
    ),
    Mistake(
        "only-first",
        "The second convolution is missing.",
        "F should be two convolutions; `weight2` belongs to the second.",
        way(lambda x, w1, w2: relu(conv(x, w1) + x)),
        way(lambda x, w1, w2: relu(inner(x, w1) + x)),
    ),
    Mistake(
        "shortcut-twice",
        "`x` is added twice.",
        "There should be one shortcut for each block, around both convolutions.",
        way(lambda x, w1, w2: relu(change(x, w1, w2) + 2 * x)),
        way(lambda x, w1, w2: relu(relu(change(x, w1, w2) + x) + x)),
        way(lambda x, w1, w2: relu(conv(relu(conv(x, w1) + x), w2) + x)),
        way(lambda x, w1, w2: relu(conv(inner(x, w1) + x, w2) + x)),
    ),
    Mistake(
        "shortcut-too-early",
        "`x` is added before the second convolution; it should be added after it.",
        "The shortcut should go around *both* convolutions.",
        way(lambda x, w1, w2: relu(conv(relu(conv(x, w1) + x), w2))),
        way(lambda x, w1, w2: relu(conv(inner(x, w1) + x, w2))),
        way(lambda x, w1, w2: conv(relu(conv(x, w1) + x), w2)),
    ),
    Mistake(
        "larger-taken",
        "The larger of F(x) and `x` is taken; they should be added.",
        "It is a sum, always.",
        way(lambda x, w1, w2: relu(np.maximum(change(x, w1, w2), x))),
        way(lambda x, w1, w2: np.maximum(change(x, w1, w2), x)),
    ),
    Mistake(
        "averaged",
        "Something is halved in the sum; nothing should be.",
        "F(x) + x: each with weight 1.",
        way(lambda x, w1, w2: relu((change(x, w1, w2) + x) / 2)),
        way(lambda x, w1, w2: relu(change(x, w1, w2) / 2 + x)),
        way(lambda x, w1, w2: relu(change(x, w1, w2) + x / 2)),
    ),
    Mistake(
        "subtracted",
        "One of F(x) and `x` is subtracted from the other; they should be added.",
        "F *learns* the difference between output and x. The block adds it.",
        way(lambda x, w1, w2: relu(change(x, w1, w2) - x)),
        way(lambda x, w1, w2: relu(x - change(x, w1, w2))),
    ),
    Mistake(
        "multiplied",
        "F(x) and `x` are multiplied; they should be added.",
        "With F = 0 the block should leave `x` as it is.",
        way(lambda x, w1, w2: relu(change(x, w1, w2) * x)),
        way(lambda x, w1, w2: relu(change(x, w1, w2) * (1 + x))),
    ),
    Mistake(
        "concatenated",
        "F(x) and `x` are put side by side as channels, as in another network, DenseNet.",
        "Add number by number: the sum has the shape of `x`.",
        way(lambda x, w1, w2: relu(np.concatenate([change(x, w1, w2), x], axis=1))),
        way(lambda x, w1, w2: relu(np.concatenate([x, change(x, w1, w2)], axis=1))),
        way(lambda x, w1, w2: np.concatenate([change(x, w1, w2), x], axis=1)),
    ),
    Mistake(
        "padding-missing",
        "The convolutions are not padded, so F(x) is smaller than x.",
        "A 3×3 kernel takes 2 rows and 2 columns away, unless there is a padding of 1.",
        way(lambda x, w1, w2: relu(unpadded(x, w1, w2) + x)),
        way(lambda x, w1, w2: relu(unpadded(x, w1, w2) + x[:, :, 2:-2, 2:-2])),
    ),
    Mistake(
        "one-padding-missing",
        "One of the two convolutions is not padded, so F(x) is smaller than x.",
        "A 3×3 kernel takes 2 rows and 2 columns away, unless there is a padding of 1.",
        way(lambda x, w1, w2: relu(functional.conv2d(inner(x, w1), w2) + x)),
        way(lambda x, w1, w2: relu(conv(relu(functional.conv2d(x, w1)), w2) + x)),
    ),
    Mistake(
        "weights-exchanged",
        "`weight1` and `weight2` are exchanged.",
        "`weight1` is that of the convolution that reads `x`, `weight2` that of the other.",
        way(lambda x, w1, w2: relu(change(x, w2, w1) + x)),
    ),
    Mistake(
        "first-weight-twice",
        "Both convolutions have `weight1`, and `weight2` is not used.",
        "`weight1` is that of the convolution that reads `x`, `weight2` that of the other.",
        way(lambda x, w1, w2: relu(change(x, w1, w1) + x)),
    ),
    Mistake(
        "second-weight-twice",
        "Both convolutions have `weight2`, and `weight1` is not used.",
        "`weight1` is that of the convolution that reads `x`, `weight2` that of the other.",
        way(lambda x, w1, w2: relu(change(x, w2, w2) + x)),
    ),
    Mistake(
        "three-relu",
        "F(x) and `x` each pass a ReLU before the sum; they should not.",
        "There should be two ReLUs: one between the convolutions, one after the sum.",
        way(lambda x, w1, w2: relu(relu(change(x, w1, w2)) + relu(x))),
        way(lambda x, w1, w2: relu(change(x, w1, w2)) + relu(x)),
    ),
    Mistake(
        "relu-on-shortcut-only",
        "A ReLU stands in the shortcut; it should stand after the sum.",
        "Add `x` as it came in. First take the sum, then the ReLU of the sum.",
        way(lambda x, w1, w2: change(x, w1, w2) + relu(x)),
    ),
)


def recipe(draw: Any, batch: int, channels: int, image: tuple[int, int]) -> dict[str, Any]:
    return {
        "x": draw.array(batch, channels, *image),
        "weight1": draw.array(channels, channels, 3, 3) / 16,
        "weight2": draw.array(channels, channels, 3, 3) / 16,
    }


DOMAIN = Domain(recipe, (BATCH, CHANNELS, IMAGE), values=VALUES_OF_LIKE_SIZE, integers=("x",))

EXERCISE = Exercise(
    residual_block,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)
