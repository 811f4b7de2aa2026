"""Answers of strangers (benchmarks/answers) that had no name, or a wrong one, have it now.

The numbers count the cells of a file, from 0.
"""

from __future__ import annotations

import linecache
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from check_tools import told

ANSWERS = Path(__file__).resolve().parents[1] / "benchmarks" / "answers"
NAMED = [
    ("best_match", 2, "normalised"),
    ("convolve2d", 2, "index-wraps"),
    ("correlate1d", 2, "circular"),
    ("correlate2d_strided", 2, "stride-for-dilation"),
    ("correlate2d_strided", 3, "paddings-swapped ceil"),
    ("dilate_kernel", 2, "rows-run-on"),
    ("channel_shuffle", 2, "back-to-the-first"),
    ("edge_strength", 3, "root-missing scaled-to-one"),
    ("global_avg_pool", 3, "axes-kept max-for-average"),
    ("pad2d", 2, "rolled-flat"),
    ("permute_pixels", 3, "read-after-writing"),
    ("pixels_read", 3, "order-reversed repeated"),
    ("unread_positions", 2, "removed-while-looping"),
    ("window_of", 2, "paddings-added"),
    ("conv2d_taps", 1, "slice-without-step bias-per-tap"),
    ("accuracy", 3, "percent rounded"),
    ("shift_batch", 3, "axes-swapped other-direction"),
]
TOLD = [
    # One of two mistakes has a name; it stands alone while something is plain.
    (
        "bottleneck_cost",
        3,
        "Two mistakes, it seems. One of them: The 3×3 is counted with `inner` once. It reads "
        "`inner` channels and gives as many, so it should be counted twice. Where the stride is "
        "more than 1, something else is wrong, too.",
    ),
    ("hwc_to_chw", 0, "`[..., 0]` takes off a last axis of length 1"),
    ("output_size", 2, "Try `start + reach <= size + 2 * padding`"),
    ("conv1d", 0, "take rows of numbers"),
    ("grouped_conv2d", 1, "Does it go along the axis that it should"),
    ("matched_filter", 0, "Near the border a slice"),
]
KEPT_TO_ITSELF = [
    ("invert", 2, "does not read"),  # it does: `-image % 1` hides it from whole numbers
    ("dilate_kernel", 1, "comes back as it was"),  # a number in place of `dilation` is no pair
]


def answer(name: str, number: int, bank: str = "tutorial") -> Callable:
    """Return the function of a cell, with a source that can be looked up."""
    source = (ANSWERS / bank / f"{name}.py").read_text(encoding="utf-8").split("# %% ")[1 + number]
    source = source.partition("\n")[2]
    file = f"<strangers {name} {number}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    names = {"np": np, "math": math, "__name__": "answer"}
    exec(compile(source, file, "exec"), names)  # noqa: S102
    return names[name]  # type: ignore[return-value]


@pytest.mark.parametrize(("name", "number", "slugs"), NAMED)
def test_it_is_named(name: str, number: int, slugs: str) -> None:
    assert sorted(told(name, answer(name, number)).mistakes) == sorted(slugs.split())


@pytest.mark.parametrize(("name", "number", "words"), TOLD)
def test_it_is_told(name: str, number: int, words: str) -> None:
    result = told(name, answer(name, number))
    assert words in " ".join((result.explanation, *result.hints))


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("running_update", 3, "a tuple whose entries have different shapes, such as (1, 1)"),
        ("resnet_table", 3, "a list whose entries have different shapes"),
        ("residual_block", 3, "is the padding there already?"),
    ],
)
def test_what_does_not_fit_is_told_as_it_is(name: str, number: int, words: str) -> None:
    """An array of equal rows, which is asked for nowhere here, is not spoken of."""
    result = told(name, answer(name, number, "practical"))
    said = " ".join((result.explanation, *result.hints))
    assert words in said and "equal length" not in said


@pytest.mark.parametrize(
    ("name", "number", "slugs"),
    [
        ("local_parameters", 1, "windows-side-by-side"),
        ("matched_filter", 1, "normalised-absolute"),
        ("max_pool2d_backward", 0, "ties-to-all-side-by-side"),
        ("memory_bytes", 0, "copies-plus-one input-forgotten"),
        ("numerical_gradient", 1, "rows-at-once"),
        ("output_size", 1, "floor-missing dilation-times-kernel"),
        ("pad2d", 0, "input-one-further"),
        ("pareto_front", 1, "hull-only"),
        ("pixels_read", 0, "centred"),
        ("receptive_field", 0, "size-for-steps"),
        ("recompute_statistics", 0, "plain-averages"),
        ("recompute_statistics", 1, "between-forgotten one-off-for-each-batch"),
        ("ring_bytes", 1, "all-steps-n"),
        ("template_scores", 2, "reshaped-for-transposed"),
        ("update_bn", 2, "share-of-all-batches"),
        ("window_of", 2, "order-reversed end-excluded"),
        ("winograd2d", 2, "tiles-side-by-side"),
    ],
)
def test_places_and_counts_that_are_wrong_are_named(name: str, number: int, slugs: str) -> None:
    assert sorted(told(name, answer(name, number, "visitors")).mistakes) == sorted(slugs.split())


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("global_avg_pool", 2, "A sum, a mean or an index may have taken an axis away"),
        ("layer_row", 2, "`None` stands at index 0."),
        ("local_parameters", 0, "If you use `range(1, n)`"),
        ("permute_pixels", 0, '`order="F"`'),
        ("unread_positions", 2, "Where does the last one end?"),
        ("vgg_config", 0, "with 0 for each pooling"),
    ],
)
def test_a_hint_fits_what_a_visitor_wrote(name: str, number: int, words: str) -> None:
    result = told(name, answer(name, number, "visitors"))
    assert words in " ".join((result.explanation, *result.hints))


def test_what_is_left_in_a_network_is_told_alone() -> None:
    """Gradients stay in its parameters; the statistics do not move, and are not spoken of."""
    result = told("saliency", answer("saliency", 2, "visitors"))
    said = " ".join((result.explanation, *result.hints))
    assert "keep gradients" in said and "statistics" not in said


@pytest.mark.parametrize(("name", "number", "words"), KEPT_TO_ITSELF)
def test_what_is_not_true_is_not_said(name: str, number: int, words: str) -> None:
    result = told(name, answer(name, number))
    assert words not in " ".join((result.explanation, *result.hints))


@pytest.mark.parametrize(
    ("name", "number", "slugs"),
    [
        ("adam", 0, "correction-missing eps-inside-root"),
        ("avg_pool2d", 1, "counted-on-one-side"),
        ("avg_pool2d", 2, "zeros-not-counted stride-default-one"),
        ("batch_norm_backward", 1, "variance-power"),
        ("bottleneck_macs", 1, "kernel-one-axis bias-counted-as-mac"),
        ("budget", 2, "bias-missing size-not-passed-on"),
        ("confusion_matrix", 1, "counts-end-early"),
        ("conv1x1", 1, "made-like-the-input"),
        ("conv2d_batch", 2, "axis-not-moved-back"),
        ("correlate1d", 2, "round-the-end"),
        ("correlate2d", 2, "cut-out-wrong"),
        ("correlate2d_strided", 1, "off-by-one pairs-unsupported"),
        ("cross_entropy_backward", 1, "label-column-only"),
        ("fft_conv", 0, "each-channel-whole"),
        ("grouped_conv2d", 1, "group-by-channels"),
        ("grouped_conv2d", 2, "outputs-by-turns"),
        ("grouped_conv2d_backward", 1, "grad-weight-of-gaps"),
        ("init_std", 1, "tanh-gain-1 groups-forgotten"),
    ],
)
def test_a_mistake_of_a_visitor_is_named(name: str, number: int, slugs: str) -> None:
    result = told(name, answer(name, number, "visitors"))
    assert sorted(result.mistakes) == sorted(slugs.split())


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("causal_filter", 0, "are turned"),  # a turn is missing
        ("collapse_conv", 0, "is turned"),
        ("intensity", 2, "half of what it should be"),  # not where there is padding
        ("running_update", 2, "still needs it"),  # there are two
    ],
)
def test_what_is_not_true_of_a_visitor_is_not_said(name: str, number: int, words: str) -> None:
    result = told(name, answer(name, number, "visitors"))
    assert words not in " ".join((result.explanation, *result.hints, *result.notes))


def test_writing_into_a_view_is_told_as_a_change() -> None:
    result = told("invert", answer("invert", 1, "visitors"))
    assert "a view of it" in " ".join((result.explanation, *result.hints, *result.notes))
