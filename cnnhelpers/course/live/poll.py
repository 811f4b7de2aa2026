"""Counting hands for the choices of a question, twice: before the talk in pairs, and after it.

What was counted stays in the notebook as a picture and a sentence, also without a kernel.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from cnnhelpers.course.live.faults import BLUE, ORANGE
from cnnhelpers.course.marks import as_html, plain
from cnnhelpers.course.notebooks import widget_view
from cnnhelpers.course.prediction import Prediction

ROUNDS = ("first vote", "after the talk")
MOST = 999  # hands
# A second cue besides the colour: the first vote is hatched, the second one is not.
_FILLS = (f"repeating-linear-gradient(45deg, {ORANGE} 0 6px, transparent 6px 9px)", BLUE)


class Poll:
    """How many hands there were for each choice of a question, in each round."""

    def __init__(self, question: Prediction) -> None:
        self.question = question
        self.counts: list[dict[str, int]] = [dict.fromkeys(question.choices, 0) for _ in ROUNDS]
        self._handle: Any = None

    def count(self, voted: int, letter: str, hands: int) -> None:
        """Write down the hands for a choice in a round (0 or 1), and draw the bars anew."""
        self.counts[voted][letter] = hands
        if self._handle is not None:
            self._handle.update(self.picture, raw=True)

    @property
    def sentence(self) -> str:
        """The counts in words."""
        said = []
        for name, counts in zip(ROUNDS, self.counts):
            if any(counts.values()):
                hands = ", ".join(f"{letter} {count}" for letter, count in counts.items())
                said.append(f"{name.capitalize()}: {hands}.")
        return " ".join(said) or "No hands are counted yet."

    @property
    def picture(self) -> dict[str, str]:
        """The bars of both rounds, side by side, as a notebook keeps them."""
        return {"text/plain": self.sentence, "text/html": _bars(self.question, self.counts)}

    def show(self) -> None:
        """Show the question, the fields for the hands, and the bars."""
        from IPython.display import DisplayHandle, display

        display(self.question)  # type: ignore[no-untyped-call]
        self._publish_fields()
        self._handle = DisplayHandle()  # type: ignore[no-untyped-call]
        self._handle.display(self.picture, raw=True)

    def _publish_fields(self) -> None:
        from IPython.display import publish_display_data

        try:
            model = self._fields().model_id
        except ImportError:  # the question is as good without fields
            return
        publish_display_data(  # type: ignore[no-untyped-call]
            {"text/plain": "Fields for the hands.", **widget_view(model)}
        )

    def _fields(self) -> Any:
        """Return the fields for the hands, folded up until they are needed."""
        import ipywidgets

        rows = []
        for voted, name in enumerate(ROUNDS):
            fields = [ipywidgets.Label(name, layout={"width": "110px"})]
            for letter in self.question.choices:
                field = ipywidgets.BoundedIntText(
                    0,
                    min=0,
                    max=MOST,
                    description=letter,
                    layout={"width": "110px"},
                    style={"description_width": "20px"},
                )
                field.tooltip = f"Hands for {letter}, {name}"
                field.observe(self._counting(voted, letter), "value")
                fields.append(field)
            rows.append(ipywidgets.HBox(fields, layout={"flex_flow": "row wrap"}))
        return ipywidgets.Accordion(
            [ipywidgets.VBox(rows)],
            titles=["Count hands"],
            selected_index=None,
            layout={"max_width": "720px"},
        )

    def _counting(self, voted: int, letter: str) -> Any:
        def changed(change: Mapping[str, Any]) -> None:
            self.count(voted, letter, int(change["new"]))

        return changed


def _bars(question: Prediction, counts: list[dict[str, int]]) -> str:
    """Return both rounds as bars in HTML: they need no fonts, and shrink with the page."""
    voted = [index for index, each in enumerate(counts) if any(each.values())]
    if not voted:
        return ""
    most = max(max(each.values()) for each in counts)
    rows = []
    for letter, text in question.choices.items():
        bars = "".join(
            f'<div style="display:flex;align-items:center;gap:8px;margin:2px 0">'
            f'<div style="height:14px;width:{70 * counts[index][letter] / most:.0f}%;'
            f'background:{_FILLS[index]};border:1px solid {(ORANGE, BLUE)[index]}"></div>'
            f"<span>{counts[index][letter]}</span></div>"
            for index in voted
        )
        rows.append(f"<div><b>{escape(letter)}</b> {as_html(text)}{bars}</div>")
    key = " · ".join(
        f'<span style="display:inline-block;width:14px;height:10px;background:{_FILLS[index]};'
        f'border:1px solid {(ORANGE, BLUE)[index]}"></span> {ROUNDS[index]}, '
        f"{sum(counts[index].values())} hands"
        for index in voted
    )
    label = escape(f"Hands counted: {plain(question.question)}")
    inside = "".join([*rows, f"<p>{key}</p>"])
    return f'<div role="group" aria-label="{label}" style="max-width:720px">{inside}</div>'
