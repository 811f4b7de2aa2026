"""What axe-core finds in a part of the page."""

from __future__ import annotations

from typing import Any


def serious(page: Any, selector: str) -> list[str]:
    """Return axe's serious and critical faults inside a selector, as sentences."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context=selector).response
    assert found["passes"], f"axe-core has looked at nothing in {selector}"
    return [
        f"{one['id']}: {one['help']} ({node['html'][:120]})"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
