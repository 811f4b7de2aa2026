"""What the grader found that must not be: a name for it, and a sentence."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Something for which no level is given."""

    slug: str
    sentence: str
