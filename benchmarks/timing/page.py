"""Where the tables stand in benchmarks/README.md: each processor's under a heading of its own."""

from __future__ import annotations

import re
from pathlib import Path

HEADING = "## Speed"
INTRODUCTION = """\
`python benchmarks/speed.py --write` measures, and puts down the tables of the processor at hand.

Our time divided by PyTorch's for the same float32 arrays and as many threads; below 1 we are \
faster. Median of the turns (and minimum: shortest by shortest time); `speed.py` says how it \
measures. Figures of less than 3 ms are good to ±50 %, others to ±10 to 20 %.

Read with care: much of what is won in the LeNet step is won from PyTorch's max pooling in its \
default layout, which is slow; so the ratio to channels-last arrays stands beside it. PyTorch's \
backward pass of 1×1 is slowed by page faults of freed memory; so 1×1 is in no mean.
"""


def put(text: str, heading: str, into: str) -> str:
    """Return a text with a part in the place of the one with that heading, or added at the end.

    A part ends where the next heading of its kind, or of a higher one, begins.
    """
    level, text = heading.index(" "), text.rstrip("\n") + "\n"
    pattern = re.compile(rf"^{re.escape(heading)}$.*?(?=^#{{1,{level}}} |\Z)", re.M | re.S)
    found = pattern.search(into)
    if found is None:
        return into.rstrip("\n") + "\n\n" + text
    after = into[found.end() :]
    return into[: found.start()] + text + ("\n" + after if after else "")


def part(heading: str, of: str) -> str:
    """Return the part of a text that has this heading, or nothing."""
    level = heading.index(" ")
    found = re.search(rf"^{re.escape(heading)}$.*?(?=^#{{1,{level}}} |\Z)", of, re.M | re.S)
    return found[0] if found else ""


def write_section(heading: str, tables: str, parts: dict[str, str], path: Path) -> None:
    """Put a processor's section into the file; those of others stay as they are.

    ``tables`` begins with the processor's ``heading``; after it come the ``parts`` by their
    headings. What is empty was not measured: there the file keeps what it has.
    """
    whole = path.read_text(encoding="utf-8") if path.exists() else "# Benchmarks\n"
    section = part(HEADING, whole) or f"{HEADING}\n\n{INTRODUCTION}"
    old = part(heading, section)
    kept = {name: text or part(name, old) for name, text in parts.items()}
    for name in parts:
        old = old.replace(part(name, old), "")
    texts = [text.strip("\n") for text in (tables or old or heading, *kept.values())]
    mine = "\n\n".join(filter(None, texts))
    path.write_text(put(put(mine, heading, section), HEADING, whole), encoding="utf-8")
