"""What a notebook's file keeps when JupyterLab saves it, and what an export shows.

JupyterLab stores the state of the widgets whose kernel runs, and of no others: after a restart, or
in a notebook that was opened again, the next save would leave widgets of which nothing is known,
and the page would say "Error displaying widget: model not found". So on each save

- a learner's copy keeps the state of every widget that it still shows; a widget without any state
  leaves the picture beside it;
- the complete edition, which git tracks, keeps no widgets, and says of its kernel what it said.

An export shows the pictures: live widgets there would need the network.

JupyterLab's server and nbconvert find this module through the files in `jupyter/`, which are
installed with the package. Where that is not so, notebooks work, and only this is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cnnhelpers.course.notebooks import COMPLETE, WIDGET_VIEW, read
from cnnhelpers.course.sockets import send_at_once

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"

Notebook = dict[str, Any]
States = dict[str, dict[str, Any]]  # by the identifier of the widget's model


def widget_states(notebook: Notebook) -> States:
    """Return the states of widgets that are stored in a notebook."""
    return notebook["metadata"].get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})


def keep_widgets(notebook: Notebook, before: Notebook | None = None) -> None:
    """Let a notebook hold the state of each widget that it shows, and of no other.

    A state that is missing is taken from the notebook as it was `before`; a widget of which there
    is none there either is not shown any more.
    """
    known = {**(widget_states(before) if before else {}), **widget_states(notebook)}
    shown = {data[WIDGET_VIEW]["model_id"] for data in _with_widget(notebook)}
    kept = _together(shown & known.keys(), known)
    for data in _with_widget(notebook):
        if data[WIDGET_VIEW]["model_id"] not in kept:
            del data[WIDGET_VIEW]
    notebook["metadata"].pop("widgets", None)
    if kept:
        states = {model: known[model] for model in sorted(kept)}
        stored = {"version_major": 2, "version_minor": 0, "state": states}
        notebook["metadata"]["widgets"] = {WIDGET_STATE: stored}


def drop_widgets(notebook: Notebook) -> None:
    """Leave out all widgets; the pictures and words beside them stay."""
    for data in _with_widget(notebook):
        del data[WIDGET_VIEW]
    notebook["metadata"].pop("widgets", None)


def keep_kernel(notebook: Notebook, before: Notebook) -> None:
    """Let a notebook say of its kernel what it said before: opening it is no change."""
    for key in ("kernelspec", "language_info"):
        if key in before["metadata"]:
            notebook["metadata"][key] = before["metadata"][key]


def _with_widget(notebook: Notebook) -> Iterator[dict[str, Any]]:
    """Yield the data of each output that shows a widget."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            if WIDGET_VIEW in output.get("data", {}):
                yield output["data"]


def _together(shown: set[str], states: States) -> set[str]:
    """Return the models that are shown, and those that refer to them or that they refer to, and so
    on.

    In both directions: a slider's layout is found from the slider, and what links the slider to a
    picture refers to both and is named by neither.
    """
    near: dict[str, set[str]] = {model: set() for model in states}
    for model, state in states.items():
        for other in _references(state):
            if other in near:
                near[model].add(other)
                near[other].add(model)
    found, ahead = set(shown), list(shown)
    while ahead:
        new = near[ahead.pop()] - found
        found |= new
        ahead += new
    return found


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.startswith("IPY_MODEL_"):
            yield value.removeprefix("IPY_MODEL_")
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _references(each)


# JupyterLab's server ------------------------------------------------------------------------------


def before_saving(model: dict[str, Any], path: str, contents_manager: Any, **_: Any) -> None:
    """Put right what is about to be written; Jupyter's contents managers call it on each save."""
    notebook, root = model.get("content"), getattr(contents_manager, "root_dir", None)
    if model.get("type") != "notebook" or not notebook or root is None:
        return
    course = notebook["metadata"].get("cnnhelpers")
    if course is None:  # a notebook of the learner's own
        return
    file = Path(root, *path.strip("/").split("/"))
    before = read(file) if file.exists() else None
    if course != COMPLETE:
        keep_widgets(notebook, before)
    else:
        drop_widgets(notebook)
        if before:
            keep_kernel(notebook, before)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    server.contents_manager.register_pre_save_hook(before_saving)
    send_at_once(server.web_app.settings)
    # "Save and Export Notebook As" takes its settings from the server, not from nbconvert's file.
    exporter = server.config["Exporter"]
    exporter["preprocessors"] = [*exporter.get("preprocessors", []), for_export]


# nbconvert ----------------------------------------------------------------------------------------


def for_export(notebook: Any, resources: Any) -> tuple[Any, Any]:
    """Show pictures in place of widgets, and leave folded code out; nbconvert calls it.

    It does so for every notebook of the environment, so those of others pass as they are.
    """
    if "cnnhelpers" not in notebook["metadata"]:
        return notebook, resources
    drop_widgets(notebook)
    for cell in notebook["cells"]:
        if cell["metadata"].get("jupyter", {}).get("source_hidden"):
            cell["metadata"].setdefault("transient", {})["remove_source"] = True
    return notebook, resources
