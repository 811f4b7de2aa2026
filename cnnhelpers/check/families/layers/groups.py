"""The groups of a convolution: dealt out by turns, from the other end, only one of them read.

The arguments are x (N, C, H, W), weight (F, C // groups, K_H, K_W), bias (F,) or None, and groups.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.families.layers.bias import column
from cnnhelpers.check.mistake import Arguments, Mistake, both, given_all, then


def input_by_turns(a: Arguments) -> Arguments:
    """Input channel c belongs to group c % groups."""
    return {"x": a["x"][:, _by_turns(a["x"].shape[1], a["groups"])]}


def output_by_turns(answer: np.ndarray, a: Arguments) -> np.ndarray:
    """The groups' output channels stand in turn."""
    return answer[:, np.arange(answer.shape[1]).reshape(a["groups"], -1).T.ravel()]


def weight_by_turns(a: Arguments) -> Arguments:
    """Group g takes `weight[g::groups]`."""
    return {"weight": a["weight"][_by_turns(len(a["weight"]), a["groups"])]}


def bias_by_turns(a: Arguments) -> Arguments:
    """Group g takes `bias[g::groups]`."""
    return {"bias": a["bias"][_by_turns(len(a["bias"]), a["groups"])]}


def first_group(a: Arguments) -> Arguments:
    """All filters read the channels of the first group."""
    return {"x": a["x"][:, : a["weight"].shape[1]], "groups": 1}


def last_group(a: Arguments) -> Arguments:
    """All filters read the channels of the last group."""
    return {"x": a["x"][:, -a["weight"].shape[1] :], "groups": 1}


def all_read(a: Arguments) -> Arguments:
    """Each filter is laid over the channels of every group."""
    return {"weight": np.tile(a["weight"], (1, a["groups"], 1, 1)), "groups": 1}


def groups_mixed(hint: str) -> Mistake:
    """The input channels are dealt out by turns; the hint says what else a group has."""
    return Mistake(
        "groups-mixed",
        "The input channels are dealt out to the groups in turn. A group should read a block of "
        "neighbouring channels.",
        hint,
        given_all(input_by_turns),
        both(given_all(input_by_turns), then(output_by_turns)),
    )


def filters_by_turns() -> Mistake:
    """Filter o reads group o % groups."""

    def order(filters: int, groups: int) -> np.ndarray:
        return np.argsort(np.arange(filters) % groups, kind="stable")

    def sorted_filters(a: Arguments) -> Arguments:
        first = order(len(a["weight"]), a["groups"])
        return {
            "weight": a["weight"][first],
            "bias": None if a["bias"] is None else a["bias"][first],
        }

    def back(answer: np.ndarray, a: Arguments) -> np.ndarray:
        return answer[:, np.argsort(order(answer.shape[1], a["groups"]))]

    return Mistake(
        "filters-by-turns",
        "The filters are dealt out to the groups in turn. A group should have a block of "
        "neighbouring filters.",
        "With 2 groups and 4 filters, filters 0 and 1 should belong to the first group, 2 and 3 to "
        "the second.",
        both(given_all(sorted_filters), then(back)),
    )


def outputs_by_turns() -> Mistake:
    """The groups' output channels stand in turn."""
    return Mistake(
        "outputs-by-turns",
        "The output channels of the groups stand in the answer in turn. Those of one group should "
        "stand side by side.",
        "First come all output channels of the first group, then all of the second.",
        then(output_by_turns),
        then(_output_by_turns_before_the_bias),
    )


def _output_by_turns_before_the_bias(answer: np.ndarray, a: Arguments) -> np.ndarray:
    """The groups' output channels stand in turn, and each place gets its own bias."""
    if a["bias"] is None:
        return output_by_turns(answer, a)
    bias = column(a["bias"], 2)
    made: np.ndarray = output_by_turns(answer - bias, a) + bias
    return made


def group_by_channels() -> Mistake:
    """Filter f reads group f // channels of a group."""

    def each_filter_alone(a: Arguments, beyond: bool) -> Arguments:
        """Every filter is a group of its own; beyond the last channel there is nothing to read."""
        x, (filters, depth) = a["x"], a["weight"].shape[:2]
        first = [f // depth * depth for f in range(filters)]
        if max(first) >= x.shape[1]:
            if not beyond or depth > 1:
                raise IndexError
            x = np.pad(x, ((0, 0), (0, max(first) + 1 - x.shape[1]), (0, 0), (0, 0)))
        read = np.concatenate([x[:, at : at + depth] for at in first], axis=1)
        return {"x": read, "groups": filters}

    return Mistake(
        "group-by-channels",
        "A filter's group is found by the number of channels that a group reads. It should be "
        "found by the number of filters in a group.",
        "With 2 groups and 6 filters, filters 0, 1 and 2 belong to the first group, however many "
        "channels it reads.",
        given_all(lambda a: each_filter_alone(a, False)),
        # NumPy lays a kernel of one channel over a slice that holds none, and adds up nothing.
        given_all(lambda a: each_filter_alone(a, True)),
    )


def groups_reversed() -> Mistake:
    """The first group reads the last block."""

    def reversed_input(a: Arguments) -> Arguments:
        n, c, h, w = a["x"].shape
        split = a["x"].reshape(n, a["groups"], c // a["groups"], h, w)
        return {"x": split[:, ::-1].reshape(n, c, h, w)}

    return Mistake(
        "groups-reversed",
        "The groups read the input channels from the other end: the first group reads the last "
        "block.",
        "The first group should read the first block of channels.",
        given_all(reversed_input),
    )


def _by_turns(channels: int, groups: int) -> np.ndarray:
    """Return the order that deals channels to the groups by turns."""
    return np.arange(channels).reshape(-1, groups).T.ravel()
