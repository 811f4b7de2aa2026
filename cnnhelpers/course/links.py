"""The links in a text that is read from another folder than the one it was written for."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import quote, unquote

_LINK = re.compile(r"(\]\()([^)\s]+)((?:\s+\"[^\"]*\")?\))")


def link_to(file: Path, folder: Path) -> str:
    """Return a link to a file, for a text that is read in a folder."""
    try:
        return quote(Path(os.path.relpath(file, folder)).as_posix())
    except ValueError:  # another drive
        return file.resolve().as_uri()


def moved_links(text: str, folder: Path, target: Path, names: Collection[str]) -> str:
    """Make the relative links of a Markdown text that stood in `folder` work in `target`.

    Links to the files in `names` stay: these stand in both folders. Others point back.
    """

    def moved(match: re.Match[str]) -> str:
        link, _, anchor = match[2].partition("#")
        if (
            not link
            or re.match(r"[a-z][a-z0-9+.-]*:|/", link, re.IGNORECASE)
            or unquote(link) in names
        ):
            return match[0]
        file = folder / unquote(link)
        if not file.exists():
            return match[0]
        link = link_to(file, target)
        return match[1] + link + ("#" + anchor if anchor else "") + match[3]

    return _LINK.sub(moved, text)
