"""What CONTRIBUTING.md shows works: its explorer is run, and the files that it names are there."""

from __future__ import annotations

import re
from pathlib import Path

from complaining import fail_with
from explorer_tools import assert_nothing_leaves_the_card, assert_the_page_draws_what_python_draws

from cnnhelpers.explore import Goal

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MADE_ON_THE_WAY = {"explore/thinning.py", "cnnhelpers/exercises/thinning/every_nth.py"}


def test_the_explorer_is_one() -> None:
    (source,) = re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    names: dict = {}
    exec(compile(source, "CONTRIBUTING.md", "exec"), names)
    explorer = names["ThinningExplorer"](goals=[Goal("Keep three.", lambda seen: seen.kept == 3)])
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert explorer.scene(n=4).sentence == "With n = 4, 3 of 9 values are kept."
    assert [n for n in range(1, 7) if explorer.reached(n=n)] == [3, 4]


def test_the_files_that_are_named_are_there() -> None:
    named = set(re.findall(r"`([\w./-]+/[\w-]+\.\w+)`", TEXT)) - MADE_ON_THE_WAY
    assert len(named) > 10
    fail_with(
        f"CONTRIBUTING.md names {name}, which is not there; name what took its place."
        for name in sorted(named)
        if not any((folder / name).exists() for folder in (ROOT, ROOT / "cnnhelpers"))
        and not re.search("NAME|/99_", name)
    )
