"""Makes nbval strict: `pytest --nbval notebooks` compares what a reader of a notebook sees.

tools/nbval_strict.py says how. In a run without `--nbval` nothing here does anything.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent / "tools"))

NOT_OURS = {"practice", "live", ".ipynb_checkpoints"}  # the learner's, or Jupyter's


def pytest_configure(config: pytest.Config) -> None:
    if not getattr(config.option, "nbval", False):
        return
    from cnnhelpers.course.normalise import CELL_TIMEOUT, kernel_environment

    options = config.option
    # Whatever kernels are installed, the notebooks are tested in the environment of the tests.
    options.nbval_current_env = True
    if options.nbval_cell_timeout == 2000:  # nbval's default, for half an hour of silence
        options.nbval_cell_timeout = CELL_TIMEOUT
    # The cells of a notebook share a kernel, so they have to share a worker.
    if getattr(options, "dist", "no") == "load":
        options.dist = "loadfile"
    before = dict(os.environ)
    stack = contextlib.ExitStack()
    os.environ.update(stack.enter_context(kernel_environment()))

    def restore() -> None:
        stack.close()
        os.environ.clear()
        os.environ.update(before)

    config.add_cleanup(restore)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    try:
        parts = collection_path.relative_to(config.rootpath).parts
    except ValueError:
        return None
    return True if NOT_OURS.intersection(parts) else None


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Any:
    collectors = yield
    if getattr(parent.config.option, "nbval", False) and file_path.suffix == ".ipynb":
        from nbval_strict import StrictNotebook

        return [StrictNotebook.from_parent(parent, path=file_path) for _ in collectors]
    return collectors


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if not getattr(config.option, "nbval", False):
        return
    from nbval_strict import course_versions

    others = course_versions()
    if others:
        terminalreporter.section("versions that differ from those the outputs were stored with")
        for line in others:
            terminalreporter.line(line)
