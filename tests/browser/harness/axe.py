"""What axe-core finds in a part of the page."""

from __future__ import annotations

from typing import Any


def serious(page: Any, selector: str, *, contrast: bool = True) -> list[str]:
    """Return axe's serious and critical faults inside a selector, as sentences.

    Without `contrast` the colours are not looked at, which takes most of the time.
    """
    from axe_playwright_python.sync_playwright import Axe

    options = {
        "preload": False,  # it would fetch the styles anew, which a page on disk refuses
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": contrast}},
    }
    found = Axe().run(page, context=selector, options=options).response
    assert found["passes"], f"axe-core has looked at nothing in {selector}"
    return [
        f"{one['id']}: {one['help']} ({node['html'][:120]})"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
