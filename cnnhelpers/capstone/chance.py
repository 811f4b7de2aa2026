"""Two questions of chance: how far errors vary, and whether two counts fit together."""

from __future__ import annotations

import math


def noise(errors: float, total: int) -> float:
    """Return by how much a count of errors varies in 95 of 100 such tests, up or down."""
    return 1.96 * math.sqrt(errors * (1 - errors / total))


def chance_of_so_few(errors: int, total: int, other_errors: int, other_total: int) -> float:
    """Return how likely so few of all errors fall among the first ``total`` digits.

    If both sets are equally hard, each error is as likely to stand at any of the digits
    (Fisher's exact test, one-sided).
    """
    both = errors + other_errors
    ways = math.comb(total + other_total, both)
    few = sum(math.comb(total, k) * math.comb(other_total, both - k) for k in range(errors + 1))
    return few / ways
