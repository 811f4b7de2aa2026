"""Links lead somewhere, and from one notebook to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from notebook_rules.rule import FOLDER, Complaint, Notebook, rule, rule_for_all, trial


@rule_for_all
def links_resolve(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "markdown":
            continue
        for link in re.findall(r"\]\(([^)\s]+)", cell["source"]):
            target = unquote(link.partition("#")[0])
            if re.match(r"[a-z]+:", target):
                if not target.startswith(("https://", "mailto:")):
                    yield index, f"it links to {link}, which is not https; use https://"
            elif target and target not in names and not (FOLDER / target).exists():
                yield index, f"it links to {link}, which is not in notebooks/; correct the name"


@rule
def previous_and_next(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    inside = [each for each in names if each == name or not trial(each)]
    at = inside.index(name)
    for neighbour in inside[max(at - 1, 0) : at] + inside[at + 1 : at + 2]:
        for which, index in [("first", 0), ("last", len(notebook["cells"]) - 1)]:
            if f"]({neighbour})" not in notebook["cells"][index]["source"]:
                number = neighbour[:2]
                yield (
                    index,
                    f"the {which} cell does not link to its neighbour; "
                    f"write '[{number} · Title]({neighbour})'",
                )
