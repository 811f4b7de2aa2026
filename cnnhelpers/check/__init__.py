"""Checks that name the mistake.

``check.NAME(function)`` runs a learner's function and says what is wrong with it, by name where it
is a known mistake. What it returns is a function too: the learner's if it passed, and the course's
otherwise::

    correlate2d = check.correlate2d(correlate2d)

To add an exercise: its cases in :mod:`cnnhelpers.cases`, PyTorch's answer in
:mod:`cnnhelpers.reference` (then ``python -m cnnhelpers.reference record``), and an
:class:`~cnnhelpers.check.exercise.Exercise` with its known mistakes in a module of this package.
"""

from __future__ import annotations

from cnnhelpers.check.channels import (
    conv2d_batch,
    conv2d_image,
    conv_cost,
    filter_response,
    hwc_to_chw,
)
from cnnhelpers.check.convolution import _check as conv2d
from cnnhelpers.check.correlation import (
    best_match,
    convolve2d,
    correlate1d,
    correlate2d,
    edge_strength,
    kernel_gradient,
)
from cnnhelpers.check.dimensions import causal_filter, conv1d, conv3d, matched_filter
from cnnhelpers.check.exercise import Exercise, Mistake
from cnnhelpers.check.first_steps import (
    conv_parameters,
    dense_parameters,
    invert,
    local_parameters,
    permute_pixels,
)
from cnnhelpers.check.padding_stride import (
    correlate2d_strided,
    dilate_kernel,
    output_size,
    pad2d,
    same_padding,
    unread_positions,
)
from cnnhelpers.check.pointwise import (
    bottleneck_macs,
    conv1x1,
    grouped_conv2d,
    separable_parameters,
    transposed2d,
)
from cnnhelpers.check.pooling import (
    avg_pool2d,
    feature_change,
    global_avg_pool,
    max_pool2d,
    max_pool_shape,
)
from cnnhelpers.check.receptive import (
    layers_needed,
    measured_field,
    receptive_field,
    stack_parameters,
    window_of,
)
from cnnhelpers.check.verdict import VERDICTS, Result

EXERCISES: dict[str, Exercise] = {
    exercise.name: exercise
    for exercise in (
        invert, dense_parameters, conv_parameters, permute_pixels, local_parameters, correlate1d,
        correlate2d, kernel_gradient, convolve2d, edge_strength, best_match, output_size, pad2d,
        correlate2d_strided, same_padding, unread_positions, dilate_kernel,
        filter_response, conv2d_image, conv2d_batch, hwc_to_chw, conv_cost, conv1x1,
        bottleneck_macs, grouped_conv2d, separable_parameters, transposed2d,
        receptive_field, layers_needed, window_of, measured_field, stack_parameters, max_pool2d,
        avg_pool2d, global_avg_pool, max_pool_shape, feature_change, conv1d, causal_filter,
        matched_filter, conv3d, conv2d,
    )
}  # fmt: skip

__all__ = [*EXERCISES, "EXERCISES", "VERDICTS", "Exercise", "Mistake", "Result"]
