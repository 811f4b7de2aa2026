"""What holds for all tests: the user's own files are not touched."""

from __future__ import annotations

import gc
import math
import signal
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def jupyter_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Practice copies are signed in Jupyter's data folder of the user; here in a temporary one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_DATA_DIR", str(tmp_path_factory.mktemp("jupyter-data")))
        yield


@pytest.fixture(scope="module", autouse=True)
def only_new_garbage() -> None:
    """Garbage is looked for in what a file's tests have made: what stays is millions of objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def all_settings_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Explorers compute all settings in advance, however busy the machine is."""
    monkeypatch.setattr("cnnhelpers.explore.kit.explorer.AHEAD_SECONDS", math.inf)


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """SIGINT interrupts, also where the tests run in a shell's background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
