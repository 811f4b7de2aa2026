"""Words that the counts of parameters share."""

from __future__ import annotations

BIAS_MISSING = (
    "bias-missing",
    "The weights are counted, the biases are not.",
    "Each output has one number more, which is added to its sum.",
)


ONE_BIAS = (
    "bias-single",
    "Only one bias is counted for the whole layer.",
    "Each output (each output channel of a convolution) has a bias of its own.",
)
