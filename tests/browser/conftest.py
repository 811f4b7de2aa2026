"""One JupyterLab and one browser for all tests in this folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from harness import BrowserMissing, Lab  # noqa: E402


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def lab() -> Iterator[Lab]:
    """The running JupyterLab; its notebooks are copies in a temporary folder.

    Of package scope, because Playwright keeps an event loop running in this thread, which is not
    to be there any more when tests outside this folder run their own.
    """
    missing = None
    try:
        running = Lab().__enter__()
    except BrowserMissing as error:
        missing = str(error)
    if missing and os.environ.get("CI"):
        pytest.fail(f"On CI the browser tests have to run: {missing}", pytrace=False)
    if missing:
        pytest.skip(missing)
    try:
        yield running
    finally:
        running.__exit__(None, None, None)
