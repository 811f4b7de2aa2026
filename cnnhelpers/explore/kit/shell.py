"""The widgets of an explorer; the only module of the grid explorers that loads ipywidgets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets

from cnnhelpers.draw.scene import card, svg_start
from cnnhelpers.explore.kit.tables import Tables

_HERE = Path(__file__).parent
MOST_SLIDERS = 8


class Painter(anywidget.AnyWidget):
    """Paints the states of an explorer; its Python side only ships them."""

    _esm = (_HERE / "painter.js").read_text(encoding="utf-8")
    _css = (_HERE / "painter.css").read_text(encoding="utf-8")
    spec = traitlets.Dict().tag(sync=True)
    tables = traitlets.Bytes().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    stops = traitlets.Int(1).tag(sync=True)
    for _index in range(MOST_SLIDERS):
        locals()[f"slider_{_index}"] = traitlets.Int(0).tag(sync=True)
    del _index


def build(explorer: Any) -> tuple[ipywidgets.Widget, dict[str, Any]]:
    """Return the box to display and its sliders by name."""
    sliders = explorer._sliders
    state = explorer.state
    position = sliders[-1].name if explorer._position else None
    tables = Tables()
    note = explorer._ahead(tables)
    painter = Painter(
        spec={
            "name": type(explorer).__name__,
            "names": [slider.name for slider in sliders],
            "labels": [slider.label for slider in sliders],
            "min": [slider.minimum for slider in sliders],
            "max": [slider.maximum for slider in sliders],
            "value": [slider.value for slider in sliders],
            "position": position,
            "interval": explorer.interval,
            "width": explorer.width,
            "svg": svg_start(explorer.width, explorer.height),
            "card": card(explorer.width, explorer.height),
        },
        tables=tables.take(),
        note=note,
        stops=sliders[-1].maximum,
        **{f"slider_{index}": state[slider.name] for index, slider in enumerate(sliders)},
    )

    def on_message(_widget: Any, content: Any, _buffers: Any) -> None:
        try:
            index = int(content["need"])
            tables.add(index, explorer._scenes(index))
            painter.send({"added": index}, [tables.take()])
        except Exception as error:  # nowhere else would it show
            painter.send({"error": f"{type(error).__name__}: {error}"})

    painter.on_msg(on_message)
    label_width = f"{max(len(slider.label) for slider in sliders) * 7 + 14}px"
    controls = {}
    for index, slider in enumerate(sliders):
        last = slider.name == position
        control = ipywidgets.IntSlider(
            value=state[slider.name],
            min=slider.minimum,
            # Also for the position, whose end the painter moves at once: a slider's End key goes
            # to the end that it was made with.
            max=slider.maximum,
            description=slider.label,
            style={"description_width": label_width},
            # The whole last line; grid_column would do, but ipywidgets clears it with grid_area.
            layout={"width": "auto", "grid_area": "auto / 1 / auto / -1" if last else None},
        )
        controls[slider.name] = control
        ipywidgets.jslink((control, "value"), (painter, f"slider_{index}"))
        if last:
            ipywidgets.jsdlink((painter, "stops"), (control, "max"))
    grid = ipywidgets.GridBox(
        list(controls.values()),
        layout={
            "grid_template_columns": "repeat(auto-fit, minmax(300px, 1fr))",
            "grid_gap": "0 16px",
            "max_width": f"{explorer.width:.0f}px",
        },
    )
    grid.add_class("cnn-sliders")
    box = ipywidgets.VBox([grid, painter], layout={"width": "100%"})
    box.add_class("cnn-explorer")
    return box, controls
