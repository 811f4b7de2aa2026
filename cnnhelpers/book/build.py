"""Builds the book into a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from cnnhelpers.book.explorers import Shown, explorers, script
from cnnhelpers.book.front import front_page
from cnnhelpers.book.pages import page
from cnnhelpers.book.scripts import classic
from cnnhelpers.course.instructor import without_instructor
from cnnhelpers.course.notebooks import course_notebooks, notebooks_folder, read, written
from cnnhelpers.course.prediction_widget import page_script
from cnnhelpers.explore.kit import shell
from cnnhelpers.folders import check_ours, make_anew, move_into

HERE = Path(__file__).resolve().parent


def build(
    site: Path,
    work: Path,
    names: Iterable[str] = (),
    live: str = "",
    say: Callable[[str], object] = print,
) -> dict[str, Shown]:
    """Build the book into the folder `site`, by way of the folder `work`; both are made anew.

    The site from before stays until the new one is whole.

    Returns the explorers in it, by their keys.

    Args:
        names: notebooks such as "03"; all of them by default.
        live: where a page can be tried live, an address with ``{name}`` for the notebook's name,
            such as ``lite/lab/index.html?path={name}.ipynb``; nothing is offered without it.
        say: takes a line about each thing that is done.

    Raises:
        ValueError: an explorer has another sentence than its notebook has stored; or one of the
            folders holds what was not built here.
        RuntimeError: Sphinx could not build it, or has warned.
    """
    names, site, work = list(names), site.resolve(), work.resolve()
    check_ours(site, work)
    make_anew(work)
    source, static = work / "source", work / "static"
    static.mkdir(parents=True)
    source.mkdir()
    notebooks: dict[str, dict[str, Any]] = {}
    found: dict[str, Shown] = {}
    for path in course_notebooks(names):
        notebook = read(path)
        shown = explorers(notebook, path.name)
        (static / "explorers").mkdir(exist_ok=True)
        for one in shown:
            if one.live:
                (static / "explorers" / f"{one.key}.js").write_text(script(one), encoding="utf-8")
        text = written(page(notebook, path.name, shown, static))
        (source / path.name).write_text(text, encoding="utf-8")
        notebooks[path.stem] = notebook
        found |= {one.key: one for one in shown}
        alive = sum(one.live for one in shown)
        say(f"{path.stem}: {alive} of {len(shown)} explorers are live")
    _write_shared(static)
    (source / "index.md").write_text(front_page(notebooks), encoding="utf-8")
    shutil.copy(notebooks_folder() / "glossary.md", source / "glossary.md")
    made = _sphinx(source, work, live, whole=not names)
    (made / "notebooks").mkdir()
    for stem, notebook in notebooks.items():
        text = written(without_instructor(notebook))
        (made / "notebooks" / f"{stem}.ipynb").write_text(text, encoding="utf-8")
    move_into(site, made)
    return found


def _write_shared(static: Path) -> None:
    """Write what all pages load: the explorers' and the questions' own code, and the book's."""
    kit, course = HERE.parent / "explore" / "kit", HERE.parent / "course"
    modules = {name: (kit / name).read_text("utf-8") for name in (*shell.MODULES, "panel.js")}
    asking = {"prediction.js": page_script(course / "prediction.js")}
    text = "globalThis.cnnBook = {};\n" + classic(modules, "cnnBook.kit")
    text += classic(asking, "cnnBook.question")
    (static / "explorers.js").write_text(text, encoding="utf-8")
    for file in (kit / "panel.css", course / "prediction.css", *(HERE / "page").iterdir()):
        shutil.copy(file, static / file.name)


def _sphinx(source: Path, work: Path, live: str, whole: bool) -> Path:
    """Let Sphinx make the pages of the sources; return their folder, inside of `work`."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace

    settings: dict[str, Any] = {
        "html_static_path": [str(work / "static")],
        "html_context": {"live": live, "default_mode": "auto"},
    }
    if not whole:  # links lead to notebooks that are not there
        settings["suppress_warnings"] = ["myst.header", "myst.xref_missing"]
    warnings = work / "warnings.txt"
    with docutils_namespace(), warnings.open("w", encoding="utf-8") as told:
        app = Sphinx(
            source,
            HERE,
            work / "html",  # MyST-NB writes into the folder around it, too
            work / "doctrees",
            "html",
            confoverrides=settings,
            status=None,
            warning=told,
        )
        app.build()
    found = warnings.read_text(encoding="utf-8").strip()
    if app.statuscode or found:
        raise RuntimeError(f"Sphinx could not build the book as it should be:\n{found}")
    return work / "html"
