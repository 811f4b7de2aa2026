"""Do two pictures look the same? The one answer for tidy notebooks and for nbval.

The same Matplotlib gives the same pixels on nearly every machine; what may differ is the last bit
of a colour, or the edge of a line whose data were summed in another order. A changed digit is small
as well: a 3 for an 8 in pale text of 7 points moves only five pixels by more than 32 of 255 grey
levels. So very few pixels may differ strongly, and all together hardly at all.
"""

from __future__ import annotations

import base64
import io
import re
import struct
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

KINDS = ("image/png", "image/jpeg")
STRONG = 32  # grey levels of 255 from which a pixel counts as different
PIXELS = 3  # so many pixels may be
MEAN = 1.0  # grey level, over all pixels and channels: rounding

_EMBEDDED = re.compile(r'(?<=src="data:)(image/(?:png|jpeg));base64,([^"]*)')
_DRAWING = re.compile(r'src="data:image/svg\+xml,([^"]*)')
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NOISE = {b"tEXt", b"zTXt", b"iTXt", b"tIME", b"pHYs", b"eXIf"}


def difference(old: bytes, new: bytes) -> str | None:
    """Say how two encoded pictures (PNG, JPEG) differ; None if they look the same."""
    if old == new:
        return None
    import numpy as np
    from PIL import Image

    pixels = []
    for name, data in (("stored", old), ("new", new)):
        try:
            with Image.open(io.BytesIO(data)) as image:
                pixels.append(np.asarray(image.convert("RGBA"), dtype=np.int16))
        except OSError:
            return f"the {name} picture cannot be read"
    first, second = pixels
    if first.shape != second.shape:
        sizes = [f"{shape[1]}×{shape[0]}" for shape in (first.shape, second.shape)]
        return f"the size changed from {sizes[0]} to {sizes[1]} pixels"
    apart = np.abs(first - second)
    count = int((apart.max(axis=-1) > STRONG).sum())
    mean = float(apart.mean())
    if count > PIXELS:
        return f"{count} pixels differ by more than {STRONG} grey levels"
    if mean > MEAN:
        return f"the pixels differ by {mean:.1f} grey levels on average"
    return None


def decoded(picture: str) -> bytes:
    """Return the bytes of a picture as a notebook stores it."""
    return base64.b64decode("".join(picture.split()))


def encoded(data: bytes) -> str:
    """Return the form in which a notebook stores the bytes of a picture."""
    return base64.b64encode(data).decode("ascii")


def without_noise(data: bytes) -> bytes:
    """Drop from a PNG what is no picture: program versions, dates, resolution. Others stay."""
    if not data.startswith(_SIGNATURE):
        return data
    kept, place = [_SIGNATURE], len(_SIGNATURE)
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        chunk = data[place : place + 12 + length]
        if chunk[4:8] not in _NOISE:
            kept.append(chunk)
        place += 12 + length
    return b"".join(kept)


# Pictures in a notebook's outputs -----------------------------------------------------------------


def with_pictures(data: dict[str, Any], change: Callable[[str, str], str]) -> dict[str, Any]:
    """Return a copy of an output's data in which each picture is `change(kind, picture)`.

    A picture stands there as itself, under its kind, or inside HTML, as our displays embed it.
    """
    changed = dict(data)
    for kind in KINDS:
        if kind in data:
            changed[kind] = change(kind, data[kind])
    if "text/html" in data:
        changed["text/html"] = _EMBEDDED.sub(
            lambda match: f"{match[1]};base64,{change(match[1], match[2])}", data["text/html"]
        )
    return changed


def pictures_in(outputs: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the kind and the encoded bytes of each picture in some outputs, in order."""
    found: list[tuple[str, str]] = []

    def note(kind: str, picture: str) -> str:
        found.append((kind, picture))
        return picture

    for output in outputs:
        with_pictures(output.get("data", {}), note)
    return found


def without_pictures(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the outputs with their pictures left out, for a comparison of the rest letter by
    letter.
    """
    return [
        {**output, "data": with_pictures(output["data"], lambda kind, picture: "")}
        if "data" in output
        else output
        for output in outputs
    ]


def drawings_in(html: str) -> list[str]:
    """Return the SVG documents that some HTML embeds."""
    return [unquote(address) for address in _DRAWING.findall(html)]
