"""Sphinx's settings for the book; `build` says where it lies and which notebooks it has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from cnnhelpers.book.answers import out_of_sight

project = "CNNs from Scratch"
author = "the contributors of CNNs from Scratch"
copyright = "the contributors; text and pictures CC BY 4.0, code BSD 3-Clause"
language = "en"

extensions = ["myst_nb", "cnnhelpers.book.formulas"]
html_math_renderer = "mathml"
myst_enable_extensions = ["dollarmath"]
myst_update_mathjax = False
suppress_warnings = ["myst.header"]
nb_execution_mode = "off"
nb_ipywidgets_js: dict[str, dict[str, str]] = {}  # they would come from the network

html_theme = "pydata_sphinx_theme"
html_title = project
html_favicon = str(Path(__file__).parent / "page" / "icon.svg")
html_css_files = ["panel.css", "prediction.css", "book.css"]
html_js_files = [(name, {"defer": "defer"}) for name in ("explorers.js", "model.js", "book.js")]
# A page's source would give the answers away, and summaries of what was found need a server.
html_copy_source = False
html_show_sourcelink = False
html_show_search_summary = False
html_use_index = False
html_sidebars = {"**": ["contents-of-the-book"]}
html_theme_options: dict[str, Any] = {
    "navbar_center": [],
    "navbar_persistent": ["search-button-field"],
    "navbar_end": ["theme-switcher"],
    "article_header_start": ["ways-to-run"],
    "secondary_sidebar_items": ["page-toc"],
    "primary_sidebar_end": [],
    "footer_start": ["copyright"],
    "footer_end": [],
    "search_bar_text": "Search the book",
    "show_toc_level": 2,
    "back_to_top_button": False,
    "logo": {"text": project},
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
templates_path = [str(Path(__file__).parent / "templates")]


def _hide_answers(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    if "body" in context:
        # What is folded up says itself what it is.
        body = context["body"].replace(' aria-label="Toggle hidden content"', "")
        context["body"] = out_of_sight(body)


def setup(app: Sphinx) -> dict[str, Any]:
    """Sphinx calls it."""
    app.connect("html-page-context", _hide_answers)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
