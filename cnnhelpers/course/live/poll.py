"""Counting hands for the choices of a question, twice: before the talk in pairs, and after it.

What was counted stays in the notebook as a picture and a sentence, also without a kernel.
"""

from __future__ import annotations

from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from cnnhelpers.course.live.faults import BLUE, ORANGE
from cnnhelpers.course.marks import as_html, plain
from cnnhelpers.course.notebooks import widget_view
from cnnhelpers.course.prediction import Prediction

if TYPE_CHECKING:
    from cnnhelpers.course.live.poll_widget import PollWidget

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
        """Show the question with fields for the hands and bars, and what the notebook keeps."""
        from IPython.display import DisplayHandle, publish_display_data

        bundle: dict[str, Any] = dict(self.question.words)
        try:
            bundle |= widget_view(self.widget.model_id)
        except ImportError:  # the question is as good without fields
            pass
        publish_display_data(bundle)  # type: ignore[no-untyped-call]
        self._handle = DisplayHandle()  # type: ignore[no-untyped-call]
        self._handle.display(self.picture, raw=True)

    @cached_property
    def widget(self) -> PollWidget:
        """The question with the fields and bars. Raises ImportError where anywidget is missing."""
        from cnnhelpers.course.live.poll_widget import poll_widget

        return poll_widget(self.question, ROUNDS, MOST, self.count)


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
    kept = f'class="cnn-poll-kept" role="group" aria-label="{label}"'
    return f'<div {kept} style="max-width:720px">{inside}</div>'
