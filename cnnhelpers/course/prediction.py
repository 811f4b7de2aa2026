"""A question to answer before the notebook does: `predict` and its explanations.

    from cnnhelpers.course import predict

    predict(
        "How many windows of 2 fit into 4 values?",
        {"A": ("2", "Windows may overlap."), "B": "3", "C": ("4", "The last one would stick out.")},
        answer="B",
    )

In a notebook there are radio buttons; without a kernel the same words stand there as text. The
first choice and the last are remembered in a practice folder, and nowhere else.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnhelpers.course.files import alone
from cnnhelpers.course.place import practice_folder, running_shell, this_notebook
from cnnhelpers.course.records import changing

if TYPE_CHECKING:
    import ipywidgets

_HERE = Path(__file__).parent
_VIEW = "application/vnd.jupyter.widget-view+json"

Choice = str | tuple[str, str]


def predict(question: str, choices: Mapping[str, Choice], answer: str) -> Prediction:
    """Ask a question with choices; as the last line of a cell it shows itself.

    Args:
        question: may hold `code`, **bold** and *italic* in Markdown, and ends with "?" somewhere.
        choices: letter -> (text, why it is wrong). The right one takes (text, why it is right), or
            the text alone.
        answer: the letter of the right one.

    Raises ValueError for fewer than two choices, an answer that is none of them, or a wrong choice
    without an explanation.
    """
    return Prediction(question, choices, answer)


class Prediction:
    """A question with choices. See `predict`."""

    def __init__(self, question: str, choices: Mapping[str, Choice], answer: str) -> None:
        if "?" not in question:
            raise ValueError(f"predict: {question!r} is no question; it should hold a '?'.")
        if len(choices) < 2:
            raise ValueError(f"predict: {len(choices)} choices leave none; give two or more.")
        if answer not in choices:
            raise ValueError(
                f"predict: the answer {answer!r} is no choice; use one of {', '.join(choices)}."
            )
        self.question = question
        self.answer = answer
        self.choices: dict[str, str] = {}
        self._why: dict[str, str] = {}
        for letter, choice in choices.items():
            text, why = (choice, "") if isinstance(choice, str) else choice
            if letter != answer and not why.strip():
                raise ValueError(
                    f"predict: choice {letter!r} is wrong and says not why; "
                    f'write "{letter}": ("{text}", "why it is wrong").'
                )
            self.choices[letter], self._why[letter] = text, why

    def explain(self, letter: str) -> str:
        """What is said to whoever chooses `letter`, in Markdown."""
        if letter not in self.choices:
            raise ValueError(
                f"predict: there is no choice {letter!r}; use one of {', '.join(self.choices)}."
            )
        right = letter == self.answer
        verdict = f"✓ {letter} is right." if right else f"✗ {letter} is not it."
        return f"{verdict} {self._why[letter]}".strip()

    def choose(self, letter: str) -> str:
        """Remember a choice, in a practice folder only, and return what is said to it."""
        said = self.explain(letter)
        folder = practice_folder()
        if folder is not None:
            notebook = this_notebook(running_shell()) or "unknown"
            with alone(folder), changing(folder) as (records, _):
                answers = records["predictions"].setdefault(notebook, {})
                entry = answers.setdefault(self.question, {"first": letter, "tries": 0})
                entry.update(last=letter, right=self.answer, tries=entry["tries"] + 1)
        return said

    @property
    def text(self) -> str:
        """Question and choices without any marks."""
        lines = [f"Predict: {_plain(self.question)}"]
        lines += [f"  {letter}: {_plain(text)}" for letter, text in self.choices.items()]
        return "\n".join(lines)

    @property
    def markdown(self) -> str:
        """Question, choices, and the explanations folded up, for readers without a kernel."""
        lines = [f"**Predict.** {self.question}", ""]
        lines += [f"- {letter}: {text}" for letter, text in self.choices.items()]
        lines += ["", "<details><summary>Which one is it?</summary>", ""]
        lines += [f"- {self.explain(letter)}" for letter in self.choices]
        return "\n".join([*lines, "", "</details>"])

    @cached_property
    def widget(self) -> ipywidgets.DOMWidget:
        """The radio buttons. Raises ImportError where anywidget is missing."""
        return _widget(self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundle: dict[str, Any] = {"text/plain": self.text, "text/markdown": self.markdown}
        try:
            model = self.widget.model_id
        except ImportError:  # the question is as good without buttons
            return bundle
        bundle[_VIEW] = {"version_major": 2, "version_minor": 0, "model_id": model}
        return bundle

    def __repr__(self) -> str:
        return self.text


def _widget(prediction: Prediction) -> ipywidgets.DOMWidget:
    import anywidget
    import traitlets

    letters = list(prediction.choices)

    class Question(anywidget.AnyWidget):
        """The page shows the words; Python remembers what was answered."""

        _esm = (_HERE / "prediction.js").read_text(encoding="utf-8")
        _css = (_HERE / "prediction.css").read_text(encoding="utf-8")
        spec = traitlets.Dict().tag(sync=True)
        # Named like those of ipywidgets' own choices, so that the tests know how to move it.
        index = traitlets.Int(None, allow_none=True).tag(sync=True)
        _options_labels = traitlets.List().tag(sync=True)
        answered = traitlets.List().tag(sync=True)
        note = traitlets.Unicode().tag(sync=True)

    question = Question(
        spec={
            "question": _html(prediction.question),
            "choices": [
                {
                    "letter": html.escape(letter),
                    "text": _html(text),
                    "said": _html(prediction.explain(letter)),
                }
                for letter, text in prediction.choices.items()
            ],
        },
        _options_labels=letters,
    )

    def remember(change: Any) -> None:
        try:
            if change.new:
                prediction.choose(letters[change.new[-1]])
            question.note = ""
        except Exception as error:  # an exception in a callback shows nowhere
            words = " ".join(str(error).split())
            question.note = f"Your choice could not be kept: {type(error).__name__}: {words}"

    question.observe(remember, "answered")
    return question


_CODE = re.compile(r"(`+)(.+?)\1")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(?=\S)(.+?)(?<=\S)\*")


def _plain(markdown: str) -> str:
    """A text without its marks."""
    return _marked(markdown, "{}", r"\1", r"\1")


def _html(markdown: str) -> str:
    """The few marks of Markdown that a question has, as HTML; everything else is escaped."""
    return _marked(html.escape(markdown), "<code>{}</code>", r"<b>\1</b>", r"<i>\1</i>")


def _marked(text: str, code: str, bold: str, italic: str) -> str:
    parts = _CODE.split(text)  # text, ticks, code, text, ...
    done = []
    for place in range(0, len(parts), 3):
        done.append(_ITALIC.sub(italic, _BOLD.sub(bold, parts[place])))
        if place + 2 < len(parts):
            done.append(code.format(parts[place + 2].strip()))
    return "".join(done)
