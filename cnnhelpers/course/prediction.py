"""A question to answer before the notebook does: `predict` and its explanations.

    from cnnhelpers.course import predict

    predict(
        "How many windows of 2 fit into 4 values?",
        {"A": ("2", "Windows may overlap."), "B": "3", "C": ("4", "The last one would stick out.")},
        answer="B",
    )

In a notebook there are radio buttons; without a kernel the same words stand there as text. The
first choice and the last are remembered in a practice folder, and nowhere else. There the question
is only named, `predict("02-79cce877")`; see `questions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cnnhelpers.course.files import alone
from cnnhelpers.course.links import moved_links
from cnnhelpers.course.marks import as_html, plain
from cnnhelpers.course.notebooks import notebooks_folder, widget_view
from cnnhelpers.course.place import place_of, practice_folder, running_shell, this_notebook
from cnnhelpers.course.questions import Choice, find, is_key
from cnnhelpers.course.records import changing, recorded

if TYPE_CHECKING:
    import ipywidgets


def predict(
    question: str, choices: Mapping[str, Choice] | None = None, answer: str | None = None
) -> Prediction | Words:
    """Ask a question with choices; as the last line of a cell it shows itself.

    Args:
        question: may hold `code`, **bold** and *italic* in Markdown, and ends with "?" somewhere.
            Or the key of a question of the course, such as "02-79cce877", and nothing else.
        choices: letter -> (text, why it is wrong). The right one takes (text, why it is right), or
            the text alone.
        answer: the letter of the right one.

    Raises ValueError for fewer than two choices, an answer that is none of them, or a wrong choice
    without an explanation. A key that is not known gives a sentence that says what to do.
    """
    if choices is None and answer is None and is_key(question):
        return _named(question)
    return Prediction(question, choices or {}, answer or "")


def _named(key: str) -> Prediction | Words:
    try:
        found = find(key)
    except (KeyError, FileNotFoundError):
        return Words(
            f"The course does not have the question {key} any more. "
            "`python -m cnnhelpers practice` makes a new copy of this notebook; yours stays."
        )
    told = found.reveal.text if found.reveal else None
    return Prediction(found.question, found.choices, found.answer, told=told, secret=True)


@dataclass(frozen=True)
class Words:
    """A text in Markdown that shows itself."""

    text: str

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {"text/plain": self.text, "text/markdown": self.text}

    def __repr__(self) -> str:
        return self.text

    def reveal(self) -> Words:
        """Itself: where a question is not known, its answer is not, either."""
        return self


class Prediction:
    """A question with choices. See `predict`.

    A `secret` one gives no answer away before it is asked for; `told` is the text that the notebook
    then tells.
    """

    def __init__(
        self,
        question: str,
        choices: Mapping[str, Choice],
        answer: str,
        *,
        told: str | None = None,
        secret: bool = False,
    ) -> None:
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
        self.secret = secret
        self.choices: dict[str, str] = {}
        self.why: dict[str, str] = {}
        for letter, choice in choices.items():
            text, why = (choice, "") if isinstance(choice, str) else choice
            if letter != answer and not why.strip():
                raise ValueError(
                    f"predict: choice {letter!r} is wrong and says not why; "
                    f'write "{letter}": ("{text}", "why it is wrong").'
                )
            self.choices[letter], self.why[letter] = text, why
        self._told = told

    def explain(self, letter: str) -> str:
        """Return what is said to whoever chooses `letter`, in Markdown."""
        if letter not in self.choices:
            raise ValueError(
                f"predict: there is no choice {letter!r}; use one of {', '.join(self.choices)}."
            )
        verdict = f"{letter} is right." if letter == self.answer else f"{letter} is not it."
        return f"{verdict} {self.why[letter]}".strip()

    def choose(self, letter: str) -> str:
        """Remember a choice, in a practice folder only, and return what is said to it."""
        return " ".join([self.explain(letter), *self._remember(letter)])

    def _remember(self, letter: str) -> list[str]:
        """Remember a choice, in a practice folder only, and return sentences to show."""
        folder = practice_folder()
        if folder is None:
            return []
        notebook = this_notebook(running_shell()) or "unknown"
        with alone(folder), changing(folder) as (records, put):
            answers = records["predictions"].setdefault(notebook, {})
            entry = answers.setdefault(self.question, {"first": letter, "tries": 0})
            entry.update(last=letter, right=self.answer, tries=entry["tries"] + 1)
        return put

    @property
    def chosen(self) -> str | None:
        """The letter chosen last, where it is remembered."""
        notebook = this_notebook(running_shell()) or "unknown"
        entries = recorded(practice_folder())["predictions"].get(notebook, {})
        letter = entries.get(self.question, {}).get("last")
        return letter if letter in self.choices else None

    def reveal(self) -> Words:
        """Return the text that tells the answer; folded up for those who have not chosen yet."""
        text = self._told or self.explain(self.answer)
        place = place_of()
        if self._told and place.folder is not None:
            course = notebooks_folder()
            names = {path.name for path in course.glob("*.ipynb")}
            text = moved_links(text, course, place.started, names)
        if self.chosen is None:
            head = "The answer. Choose yours first, above."
            text = f"<details><summary>{head}</summary>\n\n{text}\n\n</details>"
        return Words(text)

    @property
    def text(self) -> str:
        """Question and choices without any marks."""
        lines = [f"Predict: {plain(self.question)}"]
        lines += [f"  {letter}: {plain(text)}" for letter, text in self.choices.items()]
        return "\n".join(lines)

    @property
    def markdown(self) -> str:
        """Question and choices, for readers without a kernel; then what to do in order to answer,
        or, unless it is secret, the explanations, folded up."""
        lines = [f"**Predict.** {self.question}", ""]
        lines += [f"- {letter}: {text}" for letter, text in self.choices.items()]
        if self.secret:
            lines += ["", "*Run this cell to answer.*"]
        else:
            lines += ["", "<details><summary>Which one is it?</summary>", ""]
            for letter in self.choices:
                lines.append(f"- {'✓' if letter == self.answer else '✗'} {self.explain(letter)}")
            lines += ["", "</details>"]
        return "\n".join(lines)

    @property
    def words(self) -> dict[str, str]:
        """The question as text in the forms that a notebook stores."""
        return {"text/plain": self.text, "text/markdown": self.markdown}

    @cached_property
    def widget(self) -> ipywidgets.DOMWidget:
        """The radio buttons. Raises ImportError where anywidget is missing."""
        from cnnhelpers.course.prediction_widget import build

        letters = list(self.choices)
        return build(
            as_html(self.question),
            {letter: as_html(text) for letter, text in self.choices.items()},
            {letter: as_html(self.explain(letter)) for letter in letters},
            self.answer,
            self.chosen,
            self._remember,
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundle: dict[str, Any] = dict(self.words)
        try:
            model = self.widget.model_id
        except ImportError:  # the question is as good without buttons
            return bundle
        return bundle | widget_view(model)

    def __repr__(self) -> str:
        return self.text
