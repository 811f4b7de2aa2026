"""The widget of an explorer. Of the explorers, it and live_widget.py alone load ipywidgets."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from cnnhelpers.explore.kit.words import sentence

_HERE = Path(__file__).parent
# Each imports only from those before it.
MODULES = (
    "dom.js", "picture.js", "controls.js", "pad.js", "pointing.js", "asking.js", "fitting.js",
)  # fmt: skip


class Panel(anywidget.AnyWidget):
    """Controls, picture and sentence of an explorer; its Python side only ships what is drawn."""

    _esm = _HERE / "panel.js"
    _css = _HERE / "panel.css"
    #: the page's modules as pairs of name and text: a notebook that stores them sorts a dict
    modules: traitlets.List[Any] = traitlets.List().tag(sync=True)
    spec = traitlets.Dict().tag(sync=True)
    #: an echo would be older than what the page shows while the reader goes on moving
    state = traitlets.Dict().tag(sync=True, echo_update=False)
    tables = traitlets.Bytes().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    reached = traitlets.Dict().tag(sync=True)
    #: the last answer to a message of the page: kept, so that a new page, or one without a kernel,
    #: can show where the old one was
    answered = traitlets.Dict().tag(sync=True)

    @traitlets.default("modules")
    def _modules(self) -> list[list[str]]:
        return [[name, (_HERE / name).read_text(encoding="utf-8")] for name in MODULES]


def panel(
    spec: dict[str, Any],
    state: dict[str, Any],
    tables: bytes,
    note: str,
    answer: Callable[[dict[str, Any], list[Any]], dict[str, Any]],
) -> Panel:
    """Return the widget to display.

    Args:
        spec: what the page has to know beforehand.
        state: where the controls stand.
        tables: what is drawn, as far as it is known in advance.
        note: what there is to say about the rest.
        answer: takes a message of the page and its buffers, and returns the answer.
    """
    widget = Panel(spec=spec, state=state, tables=tables, note=note)
    turns = count(1)  # an answer that is as the one before it is an answer, too

    def on_message(_widget: Any, content: dict[str, Any], buffers: list[Any]) -> None:
        try:
            found = answer(content, buffers)
        except Exception as error:  # nowhere else would it show
            found = {"key": content.get("need"), "error": sentence(error)}
        widget.answered = {**found, "turn": next(turns)}

    widget.on_msg(on_message)
    return widget
