"""What can go wrong in a layer with batch, channels and bias."""

from __future__ import annotations

from cnnhelpers.check.families.layers.batch import batch_mistakes
from cnnhelpers.check.families.layers.bias import bias_mistakes
from cnnhelpers.check.families.layers.border import (
    off_by_one,
    padded,
    size_of_input,
    standing_still,
)
from cnnhelpers.check.families.layers.channels import (
    input_channel_mistakes,
    output_channel_mistakes,
    weight_axes,
)
from cnnhelpers.check.families.layers.taps import flipped_mistakes, sum_mistakes


def layer_mistakes(course, space):
    """What can go wrong in a layer with batch, channels and bias, of stride 1 without padding."""
    return (
        *flipped_mistakes(space),
        *bias_mistakes(space),
        *input_channel_mistakes(course, space),
        *output_channel_mistakes(space),
        weight_axes(course),
        *batch_mistakes(),
        *sum_mistakes(space),
        off_by_one(space),
        padded(course, space),
        size_of_input(space),
        *standing_still(space),
    )
