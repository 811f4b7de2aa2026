"""One JupyterLab and one browser for all tests in this folder; with xdist, for each worker."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import editions  # noqa: E402
from harness.chromium import BrowserMissing, check_browser, end_pages  # noqa: E402
from harness.lab import Lab  # noqa: E402
from visits import Visit, one_visit, visit  # noqa: E402

PATIENCE = 900  # seconds; the longest visit takes a fifth of that on a slow machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    mine = [item for item in items if HERE in item.path.parents]
    for item in mine:
        item.add_marker(pytest.mark.browser)
    if mine and os.environ.get("BROWSER") != "no":
        try:
            check_browser()
        except BrowserMissing as error:
            raise pytest.UsageError(str(error)) from None


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With `-n 2`: the tests of a notebook share one visit, so they go to one worker."""
    from xdist.scheduler import LoadScopeScheduling

    class ByVisit(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return one_visit(nodeid)

    return ByVisit(config, log)


@pytest.fixture(scope="package")
def lab() -> Iterator[Lab]:
    """The running JupyterLab; its notebooks are copies in a temporary folder.

    Of package scope, because Playwright keeps an event loop running in this thread, which is not
    to be there any more when tests outside this folder run their own.
    """
    if os.environ.get("BROWSER") == "no":
        pytest.skip("BROWSER=no")
    with Lab() as running:
        yield running


@pytest.fixture(autouse=True)
def not_for_ever() -> Iterator[None]:
    """A page that never answers makes its test red; without this the suite would wait with it."""
    clock = threading.Timer(PATIENCE, end_pages)
    clock.daemon = True
    clock.start()
    yield
    clock.cancel()


@pytest.fixture(params=editions.NOTEBOOKS, ids=lambda path: path.stem)
def source(request: pytest.FixtureRequest) -> Path:
    """The file of each notebook of the complete edition in turn."""
    return request.param


@pytest.fixture
def seen(lab: Lab, source: Path) -> Visit:
    """What the one visit to a notebook has shown."""
    return visit(lab, source)
