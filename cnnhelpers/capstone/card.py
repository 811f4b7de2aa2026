"""A model card: what a network is for, how it was made and tested, and where it fails.

Source: Mitchell et al. (2019), "Model cards for model reporting".
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from cnnhelpers.capstone.chance import noise
from cnnhelpers.capstone.levels import TEST_DIGITS
from cnnhelpers.capstone.report import Report


@dataclass(frozen=True)
class ModelCard:
    """The parts of a card, each with its heading."""

    title: str
    parts: tuple[tuple[str, str], ...]

    def __repr__(self) -> str:
        return "\n".join([self.title, *(f"{name}: {words}" for name, words in self.parts)])

    def _repr_html_(self) -> str:
        inside = "".join(
            f"<dt><b>{escape(name)}</b></dt><dd>{escape(words)}</dd>" for name, words in self.parts
        )
        return f"<p><b>{escape(self.title)}</b></p><dl>{inside}</dl>"


def model_card(report: Report, *, purpose: str, training: str, limits: str) -> ModelCard:
    """Return the card of a network that was graded.

    ``purpose`` says what it is for, ``training`` how it was made, ``limits`` where it fails and
    must not be used.

    Raises:
        ValueError: the network was not tested, or a part is empty.
    """
    if report.mean is None or report.cost is None:
        raise ValueError(
            f"model_card: {report.name} was not tested, so there is no result to report; grade it "
            "first."
        )
    for name, words in (("purpose", purpose), ("training", training), ("limits", limits)):
        if not words.strip():
            raise ValueError(f"model_card: {name} is empty; say it in a sentence.")
    share = 100 * report.mean / TEST_DIGITS
    errors = ", ".join(map(str, report.errors))
    return ModelCard(
        f"Model card: {report.name}",
        (
            ("Purpose", purpose),
            ("Training", training),
            (
                "Cost",
                f"{report.cost.parameters:,} parameters with batch norm folded, "
                f"{report.cost.macs:,} multiply-adds for a digit.",
            ),
            (
                "Test",
                f"{errors} of {TEST_DIGITS:,} digits misread from three seeds: {share:.1f} % ± "
                f"{100 * noise(report.mean, TEST_DIGITS) / TEST_DIGITS:.1f}. The test digits were "
                f"read {'once' if report.looks == 1 else f'{report.looks} times'}.",
            ),
            ("Limits", limits),
        ),
    )
