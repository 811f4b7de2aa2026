"""A question with fields for the hands of a class; the only module of it that loads ipywidgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import traitlets

from cnnhelpers.course.marks import as_html
from cnnhelpers.course.prediction import Prediction
from cnnhelpers.course.prediction_widget import QuestionWidget, build, page_script, styles

_HERE = Path(__file__).parent


class PollWidget(QuestionWidget):
    """Shows a question, the hands for each choice in two rounds, and what was said to a choice."""

    _esm = page_script(_HERE / "poll.js")
    _css = styles(_HERE / "poll.css")
    #: for each round the hands for each choice
    counts: traitlets.List[list[int]] = traitlets.List().tag(sync=True)


def poll_widget(
    question: Prediction,
    rounds: Sequence[str],
    most: int,
    count: Callable[[int, str, int], object],
) -> PollWidget:
    """Return the widget of a poll.

    Args:
        question: what is asked.
        rounds: their names.
        most: the largest number of hands.
        count: is called with a round, a letter and its number of hands, for each that changes.
    """
    letters = list(question.choices)
    widget = build(
        as_html(question.question),
        {letter: as_html(text) for letter, text in question.choices.items()},
        {letter: as_html(question.explain(letter)) for letter in letters},
        question.answer,
        None,
        lambda letter: (),
        PollWidget,
        rounds=list(rounds),
        most=most,
    )
    widget.counts = [[0] * len(letters) for _ in rounds]

    def counted(change: Any) -> None:
        for voted, (before, now) in enumerate(zip(change.old, change.new)):
            for letter, old, hands in zip(letters, before, now):
                if hands != old:
                    count(voted, letter, hands)

    widget.observe(counted, "counts")
    return widget
