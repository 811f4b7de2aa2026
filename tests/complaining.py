"""How a test of a rule fails: with sentences that say rule, place and mend, and no traceback."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def fail_with(sentences: Iterable[str]) -> None:
    """Fail where there is a complaint, and show nothing else."""
    found = list(sentences)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
