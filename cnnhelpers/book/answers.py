"""The questions of a page. What is right, and why, is written so that nobody reads it by accident.

The page's text and its source hold the question and its choices in plain. The answer, what is said
to each choice, and the cells that reveal it are encoded (base64, no secret) until they are asked
for.
"""

from __future__ import annotations

import base64
import json
import re
from html import escape

from cnnhelpers.course.marks import as_html
from cnnhelpers.course.prediction import Prediction
from cnnhelpers.course.questions import Question

END = "<!--cnn-answer-ends-->"
_ANSWER = re.compile(r'<div class="cnn-answer" data-key="([^"]+)">(.*?)</div>' + END, re.DOTALL)


def encoded(text: str) -> str:
    """Return a text as base64 of its UTF-8."""
    return base64.b64encode(text.encode()).decode("ascii")


def question(asked: Question) -> str:
    """Return a question as one line of HTML; without scripts it is a text with its choices."""
    prediction = Prediction(asked.question, asked.choices, asked.answer)
    letters = list(prediction.choices)
    words = as_html(asked.question)
    choices = {letter: as_html(text) for letter, text in prediction.choices.items()}
    said = {letter: as_html(prediction.explain(letter)) for letter in letters}
    spec = {
        "question": words,
        "choices": [{"letter": escape(one), "text": text} for one, text in choices.items()],
        "room": max(map(len, said.values())),
    }
    told = [
        {"index": place, "right": letter == asked.answer, "said": said[letter]}
        for place, letter in enumerate(letters)
    ]
    items = "".join(f"<li><b>{escape(one)}</b> {text}</li>" for one, text in choices.items())
    return (
        f'<div class="cnn-asked" data-key="{asked.key}" '
        f'data-spec="{escape(json.dumps(spec, ensure_ascii=False))}" '
        f'data-told="{encoded(json.dumps(told, ensure_ascii=False))}">'
        f"<p><b>Predict.</b> {words}</p><ul>{items}</ul></div>"
    )


def begin(key: str) -> str:
    """Return the mark before what reveals the answer to a question; END is the mark behind it."""
    return f'<div class="cnn-answer" data-key="{key}">'


def out_of_sight(body: str) -> str:
    """Return the HTML of a page in which all that stands between the marks is encoded."""

    def hidden(match: re.Match[str]) -> str:
        return (
            f'<div class="cnn-answer" data-key="{match[1]}" data-told="{encoded(match[2])}">'
            "<p>The answer is shown here when you have chosen yours.</p></div>"
        )

    return _ANSWER.sub(hidden, body)
