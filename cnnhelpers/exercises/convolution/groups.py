"""Mistakes with the groups of a convolution."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.families.layers.groups import (
    all_read,
    filters_by_turns,
    first_group,
    group_by_channels,
    groups_mixed,
    groups_reversed,
    last_group,
    outputs_by_turns,
)
from cnnhelpers.check.mistake import Mistake, given_all, then, where


def group_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with groups: ignored, mixed, computed once."""
    return (
        groups_mixed(
            "Group g should read the g-th block of neighbouring input channels, and write the g-th "
            "block of output channels."
        ),
        filters_by_turns(),
        outputs_by_turns(),
        group_by_channels(),
        groups_reversed(),
        Mistake(
            "groups-ignored",
            "It does not tell the groups apart.",
            "With groups, filter o should read only the C_in / groups input channels of its own "
            "group.",
            given_all(first_group),
            given_all(last_group),
            given_all(all_read),
            where(lambda a: a["groups"] == 1),
        ),
        Mistake(
            "one-group-only",
            "Only one group is computed.",
            "Compute every group, then put the output channels side by side.",
            then(lambda answer, a: answer[:, : answer.shape[1] // a["groups"]]),
            then(lambda answer, a: answer[:, -(answer.shape[1] // a["groups"]) :]),
            then(
                lambda answer, a: np.concatenate(
                    [
                        answer[:, : answer.shape[1] // a["groups"]],
                        0 * answer[:, answer.shape[1] // a["groups"] :],
                    ],
                    axis=1,
                )
            ),
        ),
        Mistake(
            "groups-summed",
            "The answers of the groups are added up; they should stand side by side.",
            "Join the groups' outputs along the axis of the channels.",
            then(
                lambda answer, a: answer.reshape(
                    len(answer), a["groups"], -1, *answer.shape[2:]
                ).sum(axis=1)
            ),
        ),
    )
