"""Factors that the exercises about several workers share."""

from __future__ import annotations

from cnnhelpers.check.domain import Factor, factor

WORKERS: Factor = factor(
    "workers",
    2,
    "there are not 2 workers",
    (3, "there are 3 workers"),
    (5, "there are 5 workers"),
    (1, "there is a single worker"),
)
