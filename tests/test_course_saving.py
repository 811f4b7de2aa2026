"""What a notebook keeps when JupyterLab saves it, and what its exports show."""

from __future__ import annotations

import copy
import json
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cnnhelpers import draw
from cnnhelpers.course.notebooks import COMPLETE, WIDGET_VIEW, written
from cnnhelpers.course.saving import (
    before_saving,
    drop_widgets,
    for_export,
    keep_widgets,
    widget_states,
)
from cnnhelpers.course.sockets import CONNECTION, AtOnce

ROOT = Path(__file__).resolve().parents[1]
COPY = {"notebook": "02_topic.ipynb", "source": "0123456789abcdef"}

# A box holds a slider, which has a layout; a link, which nothing names, ties slider to picture.
STATES: dict[str, Any] = {
    "box": {"state": {"children": ["IPY_MODEL_slider", "IPY_MODEL_picture"]}},
    "slider": {"state": {"layout": "IPY_MODEL_layout", "value": 3}},
    "layout": {"state": {}},
    "picture": {"state": {"text": "IPY_MODEL is no reference"}},
    "link": {"state": {"source": ["IPY_MODEL_slider", "value"], "target": ["IPY_MODEL_picture"]}},
    "other": {"state": {"layout": "IPY_MODEL_its"}},
    "its": {"state": {}},
}
FIRST = {"box", "slider", "layout", "picture", "link"}


def shows(*models: str, states: dict[str, Any] | None = None, **metadata: Any) -> dict[str, Any]:
    """A notebook with an output for each widget, and the states that JupyterLab stored."""
    cells = [
        {
            "cell_type": "code",
            "id": model,
            "metadata": {},
            "source": "explorer",
            "execution_count": 1,
            "outputs": [
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {
                        WIDGET_VIEW: {"model_id": model},
                        "text/html": "<img/>",
                        "text/plain": model,
                    },
                }
            ],
        }
        for model in models
    ]
    cells.append({"cell_type": "markdown", "id": "words", "metadata": {}, "source": "Words."})
    if states is not None:
        kind = "application/vnd.jupyter.widget-state+json"
        metadata["widgets"] = {kind: {"version_major": 2, "version_minor": 0, "state": states}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def forms(notebook: dict[str, Any]) -> list[list[str]]:
    """The forms in which each output is stored."""
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    return [sorted(output["data"]) for output in outputs]


LIVE = sorted([WIDGET_VIEW, "text/html", "text/plain"])
STILL = ["text/html", "text/plain"]


def test_a_live_widget_keeps_all_that_belongs_to_it_and_nothing_else() -> None:
    notebook = shows("box", states=STATES)
    keep_widgets(notebook)
    assert widget_states(notebook).keys() == FIRST
    assert forms(notebook) == [LIVE]


def test_a_state_that_jupyterlab_forgot_is_taken_from_the_file() -> None:
    """After a restart of the kernel nothing lives; after half a run only the upper widgets do."""
    before = shows("box", "other", states=STATES)
    restarted = shows("box", "other", states={})
    keep_widgets(restarted, before)
    assert widget_states(restarted) == STATES and forms(restarted) == [LIVE, LIVE]

    moved = {**STATES["other"], "state": {"layout": "IPY_MODEL_its", "value": 7}}
    half = shows("box", "other", states={"other": moved, "its": STATES["its"]})
    keep_widgets(half, before)
    assert widget_states(half) == {**STATES, "other": moved}


def test_a_widget_of_which_nothing_is_known_leaves_its_picture() -> None:
    notebook = shows("box", "gone", states=STATES)
    keep_widgets(notebook, shows("box", states=STATES))
    assert forms(notebook) == [LIVE, STILL]
    for before in (None, shows("other", states=STATES)):
        lost = shows("gone")
        keep_widgets(lost, before)
        assert forms(lost) == [STILL] and "widgets" not in lost["metadata"]


def test_the_states_of_cells_run_before_do_not_pile_up() -> None:
    again = shows("other", states=STATES)
    keep_widgets(again, shows("box", states=STATES))
    assert widget_states(again).keys() == {"other", "its"}


def test_widgets_are_dropped_as_a_whole() -> None:
    notebook = shows("box", "other", states=STATES)
    drop_widgets(notebook)
    assert forms(notebook) == [STILL, STILL] and notebook["metadata"] == {}


# In JupyterLab's server


def save(folder: Path, notebook: dict[str, Any], name: str = "02_topic.ipynb") -> dict[str, Any]:
    """Save as the server does, over what stands in the folder; return what it writes."""
    model = {"type": "notebook", "content": copy.deepcopy(notebook)}
    before_saving(model, f"/{name}", SimpleNamespace(root_dir=str(folder)))
    (folder / name).write_text(written(model["content"]), encoding="utf-8")
    return model["content"]


def test_a_learners_copy_stays_alive_from_save_to_save(tmp_path: Path) -> None:
    save(tmp_path, shows("box", states=STATES, cnnhelpers=COPY))
    for _ in range(2):
        saved = save(tmp_path, shows("box", states={}, cnnhelpers=COPY))
        assert widget_states(saved).keys() == FIRST and forms(saved) == [LIVE]


def test_the_complete_edition_keeps_no_widgets_and_its_kernel(tmp_path: Path) -> None:
    committed = shows(
        cnnhelpers=COMPLETE, kernelspec={"name": "python3"}, language_info={"version": "3.11"}
    )
    (tmp_path / "02_topic.ipynb").write_text(written(committed), encoding="utf-8")
    before = (tmp_path / "02_topic.ipynb").read_bytes()
    opened = copy.deepcopy(committed)
    opened["metadata"].update(kernelspec={"name": "other"}, language_info={"version": "3.13"})
    opened["metadata"]["widgets"] = shows(states=STATES)["metadata"]["widgets"]
    save(tmp_path, opened)
    assert (tmp_path / "02_topic.ipynb").read_bytes() == before
    assert forms(save(tmp_path, shows("box", states=STATES, cnnhelpers=COMPLETE))) == [STILL]


def test_other_notebooks_and_files_are_left_alone(tmp_path: Path) -> None:
    mine = shows("box", "gone", states=STATES)
    assert save(tmp_path, mine, "mine.ipynb") == mine
    for model in (
        {"type": "file", "content": "text"},
        {"type": "notebook", "content": None},
        {"type": "directory"},
    ):
        same = copy.deepcopy(model)
        before_saving(model, "a/b", SimpleNamespace(root_dir=str(tmp_path)))
        assert model == same
    nowhere = {"type": "notebook", "content": shows("gone", cnnhelpers=COPY)}
    before_saving(nowhere, "a", SimpleNamespace())  # not kept in files
    assert forms(nowhere["content"]) == [LIVE]


def test_the_settings_name_what_exists() -> None:
    server = json.loads((ROOT / "jupyter" / "server-extension.json").read_text("utf-8"))
    (module,) = server["ServerApp"]["jpserver_extensions"]
    assert import_module(module)._jupyter_server_extension_points() == [{"module": module}]
    nbconvert = json.loads((ROOT / "jupyter" / "nbconvert.json").read_text("utf-8"))
    (name,) = nbconvert["Exporter"]["preprocessors"]
    module, _, function = name.rpartition(".")
    assert callable(getattr(import_module(module), function))


def test_the_server_gets_the_hook_its_exports_the_preprocessor_and_its_sockets_no_delay() -> None:
    traitlets = pytest.importorskip("traitlets.config")
    hooks: list[Any] = []
    manager = SimpleNamespace(register_pre_save_hook=hooks.append)
    usual = type("Usual", (), {})
    web_app = SimpleNamespace(settings={CONNECTION: usual})
    server = SimpleNamespace(contents_manager=manager, config=traitlets.Config(), web_app=web_app)
    saving = import_module("cnnhelpers.course.saving")
    saving._load_jupyter_server_extension(server)
    assert hooks == [before_saving]
    assert server.config.Exporter.preprocessors == [saving.for_export]
    assert web_app.settings[CONNECTION].__mro__[1:3] == (AtOnce, usual)


# In an export


def exported(notebook: dict[str, Any], **settings: Any) -> str:
    """The HTML of nbconvert's default template with the settings that are installed."""
    nbconvert = pytest.importorskip("nbconvert")
    nbformat = pytest.importorskip("nbformat")
    from traitlets.config import Config

    config = Config(json.loads((ROOT / "jupyter" / "nbconvert.json").read_text("utf-8")))
    node = nbformat.from_dict(notebook)
    body, _ = nbconvert.HTMLExporter(config=config).from_notebook_node(node)
    return body


def test_an_export_shows_pictures_with_their_words_in_place_of_widgets() -> None:
    notebook = shows("box", states=STATES, cnnhelpers=COPY)
    scene = draw.grid([1, 2])
    notebook["cells"][0]["outputs"][0]["data"]["text/html"] = scene.html()
    page = exported(notebook)
    assert scene.sentence in page and scene.html().split('src="')[1][:200] in page
    assert "IPY_MODEL" not in page and "No description has been provided" not in page


def test_code_that_is_folded_up_stays_so_in_an_export() -> None:
    notebook = shows("box", states=STATES, cnnhelpers=COPY)
    notebook["cells"][0]["source"] = "predict('Which?', answer='B')"
    assert "answer" in exported(notebook)
    notebook["cells"][0]["metadata"]["jupyter"] = {"source_hidden": True}
    page = exported(notebook)
    assert "answer" not in page and "Words." in page


def test_the_export_of_a_notebook_of_others_is_theirs() -> None:
    """The setting holds for the whole environment."""
    notebook = shows("box", states=STATES)
    notebook["cells"][0]["metadata"]["jupyter"] = {"source_hidden": True}
    before = copy.deepcopy(notebook)
    assert for_export(notebook, {"one": 1}) == (before, {"one": 1})
    page = exported(notebook)
    assert "explorer" in page and "IPY_MODEL" in page
