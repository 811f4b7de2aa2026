"""Pictures as files beside the pages: a page loads them when they come into view."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

_EMBEDDED = re.compile(r'<img ([^>]*?)src="data:image/(svg\+xml|png|jpeg)(;base64)?,([^"]*)"')
_ENDINGS = {"svg+xml": "svg", "png": "png", "jpeg": "jpg"}


def as_files(html: str, folder: Path, address: str) -> str:
    """Return HTML whose embedded pictures are files in `folder`; the page calls it `address`."""

    def moved(match: re.Match[str]) -> str:
        attributes, kind, coded, content = match.groups()
        data = base64.b64decode(content) if coded else unquote_to_bytes(content)
        name = f"{hashlib.sha256(data).hexdigest()[:16]}.{_ENDINGS[kind]}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        return f'<img {attributes}loading="lazy" src="{address}/{name}"'

    return _EMBEDDED.sub(moved, html)
