"""How a test of a rule fails: with sentences that say rule, place and mend, and no traceback."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pytest

from cnnhelpers.course.cells import place


def fail_with(sentences: Iterable[str]) -> None:
    """Fail where there is a complaint, and show nothing else."""
    found = list(sentences)
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def seen_in_lab(
    name: str, problems: Sequence[str], cells: Sequence[dict[str, Any]]
) -> Iterator[str]:
    """Yield what was wrong in JupyterLab, the cells named as it shows them, and how to mend it.

    A problem begins with the number of its cell, texts counted, as in ``cell 3 was not executed``.
    """
    read = [{**cell, "source": "".join(cell["source"])} for cell in cells]
    for problem in problems:
        said = re.sub(r"^cell (\d+)", lambda found: place(read, int(found[1]) - 1), problem)
        if problem.endswith("was not executed"):
            mend = f"run `python -m cnnhelpers notebooks {name[:2]}`"
        else:
            mend = (
                "the screenshots in test-artifacts/ show it; run the notebook, and correct the cell"
            )
        yield f"{name}, in JupyterLab: {said}; {mend}."
