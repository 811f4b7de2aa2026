"""The buttons, bar and picture of a live run. They are ipywidgets; live.py loads none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets


class LiveWidget:
    """Learning rate, Start, Stop, progress, picture and words, one below the other in ``box``."""

    def __init__(
        self,
        rates: Sequence[str],
        rate: str,
        total: int,
        start: Callable[[str], None],
        stop: Callable[[], None],
    ) -> None:
        self.rates = ipywidgets.ToggleButtons(
            options=list(rates),
            value=rate,
            description="learning rate",
            style={"description_width": "initial", "button_width": "64px"},
        )
        self.start_button = ipywidgets.Button(description="Start", button_style="primary")
        self.stop_button = ipywidgets.Button(description="Stop", disabled=True)
        self.bar = ipywidgets.IntProgress(min=0, max=total, description="steps")
        self.picture = ipywidgets.HTML()
        self.words = ipywidgets.HTML()
        self.start_button.on_click(lambda _: start(self.rates.value))
        self.stop_button.on_click(lambda _: stop())
        row = ipywidgets.HBox([self.start_button, self.stop_button, self.bar])
        self.box = ipywidgets.VBox([self.rates, row, self.picture, self.words])
