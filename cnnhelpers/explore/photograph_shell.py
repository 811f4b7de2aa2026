"""The widgets of the photograph explorer; loads ipywidgets, as shell.py does for the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets

from cnnhelpers.datasets import photographs
from cnnhelpers.explore.kernels import CUSTOM, PRESETS, kernel_texts, preset_index
from cnnhelpers.explore.kit.words import one_line

_HERE = Path(__file__).parent


class PhotographPainter(anywidget.AnyWidget):
    """Shows what Python answers for a state, and holds the kernel's fields."""

    _esm = (_HERE / "photograph.js").read_text(encoding="utf-8")
    _css = "\n".join(
        (_HERE / name).read_text(encoding="utf-8") for name in ("kit/painter.css", "photograph.css")
    )
    spec = traitlets.Dict().tag(sync=True)
    weights = traitlets.List().tag(sync=True)
    photo = traitlets.Int(0).tag(sync=True)
    preset = traitlets.Int(0).tag(sync=True)
    strength = traitlets.Int(100).tag(sync=True)
    stride = traitlets.Int(1).tag(sync=True)


def build(explorer: Any) -> tuple[ipywidgets.Widget, PhotographPainter, dict]:
    """Return the box to display, the painter, and the controls by name."""
    state = explorer.state
    texts = kernel_texts(state["kernel"])
    start = {
        "photo": photographs().index(state["photo"]),
        "preset": preset_index(texts),
        "strength": state["strength"],
        "stride": state["stride"],
    }
    painter = PhotographPainter(
        spec={
            **explorer.spec(),
            "start": {**start, "weights": [list(row) for row in texts]},
        },
        weights=[list(row) for row in texts],
        **start,
    )

    def on_message(_widget: Any, content: Any, _buffers: Any) -> None:
        key = str(content.get("need", ""))
        try:
            changes: dict[str, Any] = dict(pair.split("=", 1) for pair in key.split(","))
            for name in ("strength", "stride"):
                changes[name] = int(changes[name])
            words, pictures = explorer.reply(changes, bool(content.get("photo")))
            painter.send({"state": key, **words}, pictures)
        except Exception as error:  # nowhere else would it show
            painter.send({"state": key, "error": one_line(error)})

    painter.on_msg(on_message)
    style, layout = {"description_width": "80px"}, {"width": "auto"}
    low, high, step = explorer.strengths
    controls: dict[str, Any] = {
        "photo": ipywidgets.Dropdown(
            options=photographs(), index=start["photo"], description="photograph",
            style=style, layout=layout,
        ),
        "preset": ipywidgets.Dropdown(
            options=[*PRESETS, CUSTOM], index=start["preset"], description="kernel",
            style=style, layout=layout,
        ),
        "strength": ipywidgets.IntSlider(
            value=start["strength"], min=low, max=high, step=step, description="strength, %",
            style=style, layout=layout,
        ),
    }  # fmt: skip
    if explorer.has_stride:
        controls["stride"] = ipywidgets.IntSlider(
            value=start["stride"], min=explorer.strides[0], max=explorer.strides[1],
            description="stride",
            style=style, layout=layout,
        )  # fmt: skip
    for name, control in controls.items():
        trait = "index" if name in ("photo", "preset") else "value"
        ipywidgets.jslink((control, trait), (painter, name))
    grid = ipywidgets.GridBox(
        list(controls.values()),
        layout={
            "grid_template_columns": "repeat(auto-fit, minmax(300px, 1fr))",
            "grid_gap": "0 16px",
            "max_width": f"{explorer.width}px",
        },
    )
    grid.add_class("cnn-sliders")
    box = ipywidgets.VBox([grid, painter], layout={"width": "100%"})
    box.add_class("cnn-explorer")
    return box, painter, controls
