"""An answer as it is kept: pieces of source text, each of which gives one name its meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

KINDS = ("import", "value", "alias", "course", "source")


class NotKept(Exception):
    """Why an answer cannot be kept, and what to do: the end of a sentence."""


@dataclass(frozen=True)
class Block:
    """A piece of a file that gives one name its meaning.

    Attributes:
        name: the name.
        kind: "import", "value", "alias", "course" or "source".
        text: by kind, `module` or `module:attribute`, an expression, another name, the name of an
            exercise, or source text.
        uses: names that the text needs.
    """

    name: str
    kind: str
    text: str
    uses: tuple[str, ...] = ()


@dataclass
class Answer:
    """A function as blocks, what it calls before it, and the exercises whose answers it calls."""

    blocks: list[Block] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)

    @property
    def helpers(self) -> list[str]:
        """The learner's own helpers among the blocks."""
        return [block.name for block in self.blocks[:-1] if block.kind in ("source", "value")]

    def stored(self) -> dict[str, Any]:
        """Return the answer as JSON holds it."""
        blocks = [
            {"name": block.name, "kind": block.kind, "text": block.text, "uses": list(block.uses)}
            for block in self.blocks
        ]
        return {"blocks": blocks, "needs": list(self.needs)}

    @classmethod
    def restored(cls, entry: Any) -> Answer:
        """Return the answer that JSON holds. Raises ValueError where it is not whole."""
        try:
            blocks = [
                Block(each["name"], each["kind"], each["text"], tuple(each["uses"]))
                for each in entry["blocks"]
            ]
            needs = list(entry.get("needs", []))
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError("an answer is not whole") from error
        texts = [text for block in blocks for text in (block.name, block.text, *block.uses)]
        if not blocks or not all(isinstance(text, str) for text in (*texts, *needs)):
            raise ValueError("an answer is not whole")
        if not all(block.name.isidentifier() and block.kind in KINDS for block in blocks):
            raise ValueError("an answer is not whole")
        return cls(blocks, needs)
