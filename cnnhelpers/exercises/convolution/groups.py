"""Mistakes with the groups of a convolution."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.mistake import Mistake, both, given_all, then, where


def group_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with groups: ignored, mixed, computed once."""

    def interleaved_input(a):
        order = np.arange(a["x"].shape[1]).reshape(-1, a["groups"]).T.ravel()
        return {"x": a["x"][:, order]}

    def interleaved_output(answer, a):
        order = np.arange(answer.shape[1]).reshape(a["groups"], -1).T.ravel()
        return answer[:, order]

    def filters_by_turns(a):
        """Filter o reads group o % groups."""
        filters, groups = len(a["weight"]), a["groups"]
        order = np.argsort(np.arange(filters) % groups, kind="stable")
        bias = None if a["bias"] is None else a["bias"][order]
        return {"weight": a["weight"][order], "bias": bias}

    def back(answer, a):
        order = np.argsort(np.arange(answer.shape[1]) % a["groups"], kind="stable")
        return answer[:, np.argsort(order)]

    def first_group(a):
        return {"x": a["x"][:, : a["weight"].shape[1]], "groups": 1}

    def last_group(a):
        return {"x": a["x"][:, -a["weight"].shape[1] :], "groups": 1}

    def reversed_groups(a):
        n, c, h, w = a["x"].shape
        split = a["x"].reshape(n, a["groups"], c // a["groups"], h, w)
        return {"x": split[:, ::-1].reshape(n, c, h, w)}

    def all_read(a):
        return {"weight": np.tile(a["weight"], (1, a["groups"], 1, 1)), "groups": 1}

    return (
        Mistake(
            "groups-mixed",
            "The input channels are dealt out to the groups in turn. A group should read a block "
            "of neighbouring channels.",
            "Group g should read the g-th block of neighbouring input channels, and write the g-th "
            "block of output channels.",
            given_all(interleaved_input),
            both(given_all(interleaved_input), then(interleaved_output)),
        ),
        Mistake(
            "filters-by-turns",
            "The filters are dealt out to the groups in turn. A group should have a block of "
            "neighbouring filters.",
            "With 2 groups and 4 filters, filters 0 and 1 should belong to the first group, 2 and "
            "3 to the second.",
            both(given_all(filters_by_turns), then(back)),
        ),
        Mistake(
            "outputs-by-turns",
            "The output channels of the groups stand in the answer in turn. Those of one group "
            "should stand side by side.",
            "First come all output channels of the first group, then all of the second.",
            then(interleaved_output),
        ),
        Mistake(
            "groups-reversed",
            "The groups read the input channels from the other end: the first group reads the last "
            "block.",
            "The first group should read the first block of channels.",
            given_all(reversed_groups),
        ),
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
