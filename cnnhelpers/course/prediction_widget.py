"""The radio buttons of a question; the only module of it that loads ipywidgets.

The page knows the question and its choices. What is right, and why, stays in Python until an answer
comes: neither the page nor a saved notebook holds more than the reader has been told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any, TypeVar

import anywidget
import traitlets

from cnnhelpers.course.files import in_words

_HERE = Path(__file__).parent


def page_script(path: Path) -> str:
    """Return the script of a page, behind what questions and polls are drawn with."""
    return "".join(each.read_text(encoding="utf-8") for each in (_HERE / "asking.js", path))


def styles(*paths: Path) -> str:
    """Return the looks of a question, and what else there is."""
    return "".join(each.read_text(encoding="utf-8") for each in (_HERE / "prediction.css", *paths))


Asking = TypeVar("Asking", bound="QuestionWidget")


class QuestionWidget(anywidget.AnyWidget):
    """Shows a question, and what was said to each answer so far."""

    _esm = page_script(_HERE / "prediction.js")
    _css = styles()
    spec = traitlets.Dict().tag(sync=True)
    # Named like those of ipywidgets' own choices, so that the tests know how to move it.
    index = traitlets.Int(None, allow_none=True).tag(sync=True)
    _options_labels: traitlets.List[str] = traitlets.List().tag(sync=True)
    #: the places of the choices that were given as answers, one after the other
    answered = traitlets.List(traitlets.Int()).tag(sync=True)
    #: for each answer its place, whether it is right, and what is said to it, as HTML
    told = traitlets.List(traitlets.Dict()).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)


def build(
    question: str,
    choices: Mapping[str, str],
    explanations: Mapping[str, str],
    answer: str,
    chosen: str | None,
    choose: Callable[[str], Iterable[str]],
    kind: type[Asking] = QuestionWidget,
    **more: Any,
) -> Asking:
    """Return the widget of a question.

    Args:
        question, choices, explanations: HTML, the latter two for each letter.
        answer: the letter that is right.
        chosen: the letter that was chosen before, if any.
        choose: is called with each letter that is chosen; returns sentences to show.
        kind: the class of the widget.
        more: what else its page has to know.
    """
    letters = list(choices)

    def tell(index: int) -> dict[str, Any]:
        letter = letters[index]
        return {"index": index, "right": letter == answer, "said": explanations[letter]}

    widget = kind(
        spec={
            "question": question,
            "choices": [
                {"letter": escape(letter), "text": text} for letter, text in choices.items()
            ],
            # The longest explanation holds the room of every other, so that nothing below moves.
            "room": max(map(len, explanations.values())),
            **more,
        },
        _options_labels=letters,
    )
    if chosen is not None:
        widget.index = letters.index(chosen)
        widget.told = [tell(widget.index)]
        widget.note = "You gave this answer before. You may choose again."

    def answered(change: Any) -> None:
        if not change.new:
            return
        try:
            index = change.new[-1]
            widget.note = ""
            widget.told = [*widget.told, tell(index)]
            widget.note = " ".join(choose(letters[index]))
        except OSError as error:
            widget.note = f"Your choice could not be kept: {in_words(error)}."
        except Exception as error:  # an exception in a callback shows nowhere
            words = " ".join(str(error).split())
            widget.note = f"Your choice could not be kept: {type(error).__name__}: {words}"

    widget.observe(answered, "answered")
    return widget
