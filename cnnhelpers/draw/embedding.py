"""A picture as HTML: the one form that keeps its alternative text wherever a notebook is shown.

JupyterLab gives a stored PNG or SVG no alternative text, and leaves out the SVG of a notebook that
it does not trust; nbconvert's default template gives neither a text. An ``<img>`` with the picture
in its address has its text in all of them.
"""

from __future__ import annotations

import base64
from html import escape
from urllib.parse import quote

_PLAIN = " !$'()*+,-./:;=?@_~"  # what may stand in an address between double quotes as it is


def svg_html(svg: str, alt: str, width: float, height: float) -> str:
    """Return the ``<img>`` of an SVG document; its size is in CSS pixels."""
    return _img(f"image/svg+xml,{quote(svg, safe=_PLAIN)}", alt, width, height)


def png_html(png: bytes, alt: str, width: float, height: float) -> str:
    """Return the ``<img>`` of a PNG; the size at which it is shown is in CSS pixels."""
    return _img(f"image/png;base64,{base64.b64encode(png).decode('ascii')}", alt, width, height)


def _img(content: str, alt: str, width: float, height: float) -> str:
    # The style keeps the proportions where the page is narrower than the picture.
    return (
        f'<img alt="{escape(alt)}" width="{round(width)}" height="{round(height)}" '
        f'style="max-width: 100%; height: auto" src="data:{content}"/>'
    )
