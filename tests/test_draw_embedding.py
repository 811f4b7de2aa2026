"""Pictures as HTML: what is in the address is the picture, and words stay words."""

from __future__ import annotations

import base64
from html.parser import HTMLParser
from urllib.parse import unquote

from cnnhelpers.draw.embedding import png_html, svg_html

SVG = """<svg xmlns='http://www.w3.org/2000/svg' fill="#56B4E9">100 % of 2×2 & "more"</svg>"""
ALT = 'A < B & "C", it\'s 2×2.'


def image(html: str) -> dict[str, str]:
    """The attributes of the one <img>."""
    found = []

    class Parser(HTMLParser):
        def handle_startendtag(self, tag: str, attributes: list) -> None:
            found.append((tag, dict(attributes)))

        def handle_data(self, data: str) -> None:
            raise AssertionError(f"{data!r} stands beside the picture")

    parser = Parser()
    parser.feed(html)
    parser.close()
    ((tag, attributes),) = found
    assert tag == "img"
    return attributes


def test_an_svg_stands_in_the_address_letter_by_letter() -> None:
    shown = image(svg_html(SVG, ALT, 780.4, 360))
    assert shown["alt"] == ALT
    assert (shown["width"], shown["height"]) == ("780", "360")
    kind, _, address = shown["src"].partition(",")
    assert kind == "data:image/svg+xml"
    assert unquote(address) == SVG
    assert not set('<>#"') & set(address), "these end an address or an attribute"


def test_a_png_stands_in_the_address_byte_by_byte() -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    shown = image(png_html(png, ALT, 100, 50))
    assert shown["alt"] == ALT and shown["height"] == "50"
    kind, _, address = shown["src"].partition(",")
    assert kind == "data:image/png;base64" and base64.b64decode(address) == png


def test_a_narrow_page_keeps_the_proportions() -> None:
    assert image(svg_html(SVG, "", 10, 10))["style"] == "max-width: 100%; height: auto"
