"""nbval made strict: what is compared when `pytest --nbval notebooks` runs, and how it is told.

nbval by itself skips pictures and passes cells that were never run. Here a cell is red as well when
a picture looks different, when an output has gained or lost a form (a picture, a text), when the
cell was never run, and when one of its widgets raises as soon as somebody moves it. A difference is
told as in a diff: "-" is stored, "+" is new. Pictures go to test-artifacts/notebooks/. Where
PyTorch is not installed, what outputs say of that is no difference.
"""

from __future__ import annotations

import difflib
import io
import re
import textwrap
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from nbval.plugin import IPyNbCell, IPyNbFile, NbCellError
from packaging.requirements import Requirement

from cnnhelpers.course.cells import place
from cnnhelpers.course.normalise import tidy_outputs
from cnnhelpers.course.pictures import decoded, difference, pictures_in, without_pictures

ROOT = Path(__file__).resolve().parents[1]
ARTIFACTS = ROOT / "test-artifacts" / "notebooks"
OUTPUT_TIMEOUT = 30  # seconds from the end of a cell to its last output, on a busy machine
MOST_CHOICES = 12  # of a widget that offers a list
MOST_LINES = 40  # of a difference
PYTORCH_IS_MISSING = find_spec("torch") is None
AROUND = 60  # characters shown before and after the place where long lines differ


class StrictNotebook(IPyNbFile):
    """The cells of a notebook, and the state of the widgets that its kernel announces."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.widgets: dict[str, dict[str, Any]] = {}

    def collect(self) -> Iterator[pytest.Item]:
        items = list(super().collect())
        code = [n for n, cell in enumerate(self.nb.cells) if cell.cell_type == "code"]
        for item, index in zip(items, code, strict=True):
            yield StrictCell.from_parent(
                self,
                name=place(self.nb.cells, index),
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
        """Tell nbval whether the new outputs are what is stored."""
        folder = ARTIFACTS / self.parent.path.stem / f"cell-{self.cell_num + 1:02}"
        self.comparison_traceback = differences(tidy_outputs(ref), tidy_outputs(test), folder)
        return not self.comparison_traceback

    def repr_failure(self, excinfo: Any) -> str:
        """Tell pytest what to say of a red cell."""
        error = excinfo.value
        if not isinstance(error, NbCellError):
            return super().repr_failure(excinfo)
        said = str(error)
        if said == "Cell outputs differ":
            said = 'what it gives now differs from what is stored ("-" is stored, "+" is new):'
        lines = [f"{self.parent.path.name}, {self.name}: {said}"]
        lines += ["", textwrap.indent(error.source, "    ")]
        if error.inner_traceback:
            lines += ["", error.inner_traceback.strip("\n")]
        return "\n".join(lines)

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
            reply = self.parent.get_kernel_message(timeout=self.config.option.nbval_cell_timeout)
            if reply["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            content = reply["content"]
            if reply["msg_type"] == "status" and content["execution_state"] == "idle":
                return trouble
            trouble = trouble or complaint(reply["msg_type"], content)


# ------------------------------------------------------------------------- differences


def differences(stored: list[Any], new: list[Any], folder: Path) -> list[str]:
    """Say how the outputs of a cell differ, line by line; pictures that do go into `folder`.

    The lists are tidy, as `tidy_outputs` returns them.
    """
    was, now = forms(stored), forms(new)
    found: list[str] = []
    if was != now:
        found += ["  the outputs:", *diff("\n".join(was), "\n".join(now))]
    for before, after in zip(without_pictures(stored), without_pictures(new)):
        if before["output_type"] != after["output_type"]:
            break
        pairs = zip(texts(before), texts(after))
        for (name, old), (other, text) in pairs:
            if PYTORCH_IS_MISSING:
                old, text = without_pytorch(old), without_note(text)
            found += told(name, old, text) if name == other else []
    pairs = zip(pictures_in(stored), pictures_in(new))
    for number, ((kind, old), (_, picture)) in enumerate(pairs, 1):
        apart = difference(decoded(old), decoded(picture))
        if apart is not None:
            names = put_down(kind, number, decoded(old), decoded(picture), folder)
            found.append(f"  picture {number}, {kind}: {apart}; see {names}")
    return found


def texts(output: dict[str, Any]) -> list[tuple[str, str]]:
    """All that is written in an output, each part with a name: a stream, an error, forms, words."""
    if output["output_type"] == "stream":
        return [(output["name"], output["text"])]
    if output["output_type"] == "error":
        return [("the error", f"{output['ename']}: {output['evalue']}")]
    found = [(kind, str(output["data"][kind])) for kind in sorted(output["data"])]
    for kind, words in sorted(output.get("metadata", {}).items()):
        found.append((f"the words of {kind}", str(words.get("alt", ""))))
    return found


def forms(outputs: list[Any]) -> list[str]:
    """Return the kinds of outputs, in order, and in which forms each is stored."""
    return [
        " ".join(
            filter(
                None, [output["output_type"], output.get("name"), *sorted(output.get("data", ()))]
            )
        )
        for output in outputs
    ]


def told(name: str, before: str, after: str) -> list[str]:
    """Return the lines that say how a text changed; none if it did not."""
    return [] if before == after else [f"  {name}:", *diff(before, after)]


def diff(before: str, after: str) -> list[str]:
    """Lines with "-" and "+", and the places around the change in long ones."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1))[
        2:
    ]
    lines = ["…" if line.startswith("@@") else line for line in lines][1:]
    for index, (old, new) in enumerate(zip(lines, lines[1:])):
        if old.startswith("-") and new.startswith("+"):
            lines[index : index + 2] = shortened(old, new)
    lines = [line if len(line) <= 3 * AROUND else line[: 3 * AROUND] + " …" for line in lines]
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], f"… and {len(lines) - MOST_LINES} lines more"]
    return [f"  {line}" for line in lines]


def shortened(old: str, new: str) -> tuple[str, str]:
    """Two long lines, cut down to where they first differ."""
    if max(len(old), len(new)) <= 3 * AROUND:
        return old, new
    pairs = zip(old[1:], new[1:])
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)) - 1)
    start = max(0, same - AROUND)
    parts = [line[1:][start : same + AROUND] for line in (old, new)]
    before, after = ("… " if start else ""), " …"
    return f"-{before}{parts[0]}{after}", f"+{before}{parts[1]}{after}"


def put_down(kind: str, number: int, before: bytes, after: bytes, folder: Path) -> str:
    """Write a picture as it is stored, as it is now, and as a difference; return where."""
    folder.mkdir(parents=True, exist_ok=True)
    ending = kind.removeprefix("image/")
    files = {f"stored-{number}.{ending}": before, f"new-{number}.{ending}": after}
    apart = apart_picture(before, after)
    if apart is not None:
        files[f"difference-{number}.png"] = apart
    for name, data in files.items():
        (folder / name).write_bytes(data)
    where = folder.relative_to(ROOT) if folder.is_relative_to(ROOT) else folder
    return f"{', '.join(files)} in {where.as_posix()}"


def apart_picture(before: bytes, after: bytes) -> bytes | None:
    """Return a PNG, dark where two pictures differ; None where they do not lie on each other."""
    from PIL import Image, ImageChops

    try:
        first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (before, after))
    except OSError:
        return None
    if first.size != second.size:
        return None
    # Twice as strong and inverted: what is the same is white.
    apart = ImageChops.invert(ImageChops.difference(first, second).point(lambda v: min(255, 2 * v)))
    file = io.BytesIO()
    apart.save(file, "PNG")
    return file.getvalue()


# ------------------------------------------------------------------------- without PyTorch

SAID = {
    "The course can run; everything that it uses is there.": (
        "The course can run. Missing, and not needed to begin: torch."
    ),
    r"^By PyTorch\.$": "PyTorch is not installed: these outputs of its are recorded.",
    r"^\d+ processes, run on this machine by torchrun\.$": (
        "PyTorch is not installed: these are recorded results."
    ),
}


def without_pytorch(stored: str) -> str:
    """Return what a stored text says of PyTorch where it is missing; all else has to be equal."""
    answers = "the same answers as the values recorded from PyTorch."
    said = re.sub(r"the same answers as [^.<]*PyTorch[^.<]*\.", answers, stored)
    for sentence, without in SAID.items():
        said = re.sub(sentence, without, said)
    comparison = r"(?:Same as|Different from) PyTorch's (\w+).*"
    return re.sub(comparison, r"PyTorch is not installed: not compared with its \1.", said)


def without_note(new: str) -> str:
    """Return a text without the note below each verdict where PyTorch is missing."""
    note = "PyTorch is not installed: compared with values recorded from it."
    return re.sub(rf"\n{re.escape(note)}|<div[^>]*>{re.escape(note)}</div>", "", new)


# ------------------------------------------------------------------------- versions


def other_versions(constraints: str, names: set[str]) -> list[str]:
    """Of these packages, the installed ones whose versions are not those of constraints.txt."""
    found = []
    for line in constraints.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        pin = Requirement(line)
        if pin.name not in names or (pin.marker and not pin.marker.evaluate()):
            continue
        wanted = str(pin.specifier).removeprefix("==")
        try:
            here = version(pin.name)
        except PackageNotFoundError:
            here = "not installed"
        if here.partition("+")[0] != wanted:  # 2.13.0+cpu is 2.13.0
            found.append(f"{pin.name} {here} (constraints.txt: {wanted})")
    return found


def course_versions() -> list[str]:
    """Return the same for what notebooks run on, in this environment."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["torch"]
    names = {Requirement(line).name for line in [*lines, "ipython", "ipykernel"]}
    return other_versions((ROOT / "constraints.txt").read_text(encoding="utf-8"), names)


# ------------------------------------------------------------------------- widgets


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
    """Return what a message of the kernel says about a callback that failed; None if nothing."""
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
