"""Do two pictures look the same? The one answer for tidy notebooks and for nbval.

The same Matplotlib gives the same pixels on nearly every machine; what may differ is the last bit
of a colour, or the edge of a line whose data were summed in another order. A changed digit is small
as well: a 3 for an 8 in pale text of 7 points moves only five pixels by more than 32 of 255 grey
levels. So very few pixels may differ strongly, and all together hardly at all.
"""

from __future__ import annotations

import base64
import io
import struct

STRONG = 32  # grey levels of 255 from which a pixel counts as different
PIXELS = 3  # so many pixels may be
MEAN = 1.0  # grey level, over all pixels and channels: rounding

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
    """The bytes of a picture as a notebook stores it."""
    return base64.b64decode("".join(picture.split()))


def encoded(data: bytes) -> str:
    """The form in which a notebook stores the bytes of a picture."""
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
