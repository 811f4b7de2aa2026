"""Makes nbval strict: `pytest --nbval notebooks` compares what a reader of a notebook sees.

nbval by itself skips pictures and passes cells that were never run. With this file a notebook is
red as well when a picture looks different, when an output has gained or lost a form (a picture, a
text), when a cell was never run, and when a widget raises as soon as somebody moves it. In a run
without `--nbval` nothing here does anything.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

NOT_OURS = {"practice", "live", ".ipynb_checkpoints"}  # the learner's, or Jupyter's
OUTPUT_TIMEOUT = 30  # seconds from the end of a cell to its last output, on a busy machine
MOST_CHOICES = 12  # of a widget that offers a list


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
        return [strict_notebook().from_parent(parent, path=file_path) for _ in collectors]
    return collectors


@functools.cache
def strict_notebook() -> type[pytest.File]:
    """nbval's collector of the cells of a notebook, made strict."""
    import nbformat
    from nbval.plugin import IPyNbCell, IPyNbFile

    from cnnhelpers.course.normalise import tidy_outputs
    from cnnhelpers.course.pictures import decoded, difference, pictures_in, without_pictures

    class StrictNotebook(IPyNbFile):
        """Remembers the state of the widgets that the kernel announces."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.widgets: dict[str, dict[str, Any]] = {}

        def collect(self) -> Iterator[pytest.Item]:
            for item in super().collect():
                yield StrictCell.from_parent(
                    self,
                    name=item.name,
                    cell_num=item.cell_num,
                    cell=item.cell,
                    options=item.options,
                )

        def get_kernel_message(self, timeout: float | None = None, stream: str = "iopub") -> Any:
            message = super().get_kernel_message(timeout=timeout, stream=stream)
            content = message["content"]
            if message["msg_type"] == "comm_open" and content["target_name"] == "jupyter.widget":
                self.widgets[content["comm_id"]] = dict(content["data"]["state"])
            elif message["msg_type"] == "comm_msg" and content["data"].get("method") == "update":
                self.widgets.get(content["comm_id"], {}).update(content["data"]["state"])
            return message

    class StrictCell(IPyNbCell):
        """A cell that was run, shows the same pictures, and has widgets that survive a move."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.output_timeout = OUTPUT_TIMEOUT

        def runtest(self) -> None:
            known = set(self.parent.widgets)
            super().runtest()
            if self.cell.execution_count is None and self.cell.source.strip():
                self.raise_cell_error("The cell was never run; run `make notebooks`.")
            for identifier in list(self.parent.widgets):
                if identifier not in known:
                    self.move(identifier)

        def compare_outputs(self, test: Any, ref: Any, skip_compare: Any = None) -> bool:
            after, before = tidy_outputs(test), tidy_outputs(ref)
            new, stored = (
                [nbformat.from_dict(output) for output in without_pictures(outputs)]
                for outputs in (after, before)
            )
            if not super().compare_outputs(new, stored, skip_compare):
                return False
            was, now = forms(stored), forms(new)
            if was != now:
                self.comparison_traceback.append(f"stored outputs: {was}\nnew outputs:    {now}")
                return False
            pairs = zip(pictures_in(before), pictures_in(after), strict=True)
            for number, ((kind, old), (_, now)) in enumerate(pairs, 1):
                apart = difference(decoded(old), decoded(now))
                if apart is not None:
                    self.comparison_traceback.append(f"picture {number} ({kind}): {apart}")
                    return False
            return True

        def move(self, identifier: str) -> None:
            """Do to a widget what a reader may do in the page, and put it back."""
            state = dict(self.parent.widgets[identifier])
            label = state.get("description") or state.get("_model_name", "widget")
            for data in moves(state):
                trouble = self.send(identifier, data)
                if trouble:
                    change = data.get("state") or "a click"
                    self.raise_cell_error(f"The widget {label!r} failed at {change}.", trouble)

        def send(self, identifier: str, data: dict[str, Any]) -> str | None:
            """Send what the page would send; return what went wrong in the kernel."""
            client = self.parent.kernel.kc
            message = client.session.msg("comm_msg", {"comm_id": identifier, "data": data})
            client.shell_channel.send(message)
            trouble = None
            while True:
                reply = self.parent.get_kernel_message(
                    timeout=self.config.option.nbval_cell_timeout
                )
                if reply["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                    continue
                content = reply["content"]
                if reply["msg_type"] == "status" and content["execution_state"] == "idle":
                    return trouble
                trouble = trouble or complaint(reply["msg_type"], content)

    return StrictNotebook


def forms(outputs: list[Any]) -> list[str]:
    """What kinds of outputs there are, in order, and in which forms each is stored."""
    return [
        f"{output.output_type} {sorted(output.get('data', {}))}"
        for output in outputs
        if output.output_type != "stream"
    ]


def moves(state: dict[str, Any]) -> list[dict[str, Any]]:
    """Messages that move a widget to its ends, through its choices, or press it, and back again."""
    model = state.get("_model_name", "")
    if state.get("disabled"):
        return []
    if model == "ButtonModel":
        return [{"method": "custom", "content": {"event": "click"}}]
    value, choices = state.get("value"), state.get("_options_labels")
    if model.endswith(("ProgressModel", "PlayModel")):
        name, places = "value", []
    elif choices is not None and "index" in state:
        name, value = "index", state["index"]
        places = list(range(len(choices)))[:MOST_CHOICES]
    elif isinstance(value, bool):
        name, places = "value", [not value]
    elif isinstance(value, int | float) and {"min", "max"} <= state.keys():
        name, places = "value", [state["min"], state["max"]]
    else:
        name, places = "value", []
    places = [place for place in places if place != value]
    return [
        {"method": "update", "state": {name: place}, "buffer_paths": []}
        for place in ([*places, value] if places else [])
    ]


def complaint(kind: str, content: dict[str, Any]) -> str | None:
    """What a message of the kernel says about a callback that failed; None if it says nothing."""
    if kind == "error":
        return "\n".join(content["traceback"])
    if kind == "stream" and content["name"] == "stderr":
        return content["text"]
    if kind == "comm_msg":
        data = content["data"]
        # Our explorers catch exceptions and show them, since nothing else would.
        if data.get("method") == "custom" and "error" in (data.get("content") or {}):
            return str(data["content"]["error"])
        shown = [text for text in data.get("state", {}).values() if isinstance(text, str)]
        return next((text for text in shown if "cnn-error" in text), None)
    return None
