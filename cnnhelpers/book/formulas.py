"""Formulas as MathML: browsers draw it themselves, and screen readers read it."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx

NAME = "mathml"


def mathml(latex: str, display: str) -> str:
    """Return a formula as MathML; `display` is "inline" or "block"."""
    return str(convert(latex, display=display)).replace(r"\_", "_")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the renderer with Sphinx."""

    def inline(writer: Any, node: nodes.math) -> None:
        writer.body.append(mathml(node.astext(), "inline"))
        raise nodes.SkipNode

    def block(writer: Any, node: nodes.math_block) -> None:
        writer.body.append(f'<div class="math">{mathml(node.astext(), "block")}</div>')
        raise nodes.SkipNode

    app.add_html_math_renderer(NAME, (inline, None), (block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
