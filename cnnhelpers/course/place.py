"""Where the learner works: the practice folder, and the notebook at hand.

Whatever the course remembers about a learner is written into a folder that
`python -m cnnhelpers practice` made, and nowhere else: running the complete edition or the tests
writes nothing.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnhelpers.course.notebooks import course_notebooks, notebooks_folder, read
from cnnhelpers.course.records import FILE as RECORDS

LIBRARY = "my_cnn.py"
_COPIED = re.compile(r"(_updated_\d+|-Copy\d+| \(\d{1,2}\))+(?=\.ipynb$)")
_COURSE = re.compile(r"\d\d_.*\.ipynb")


@dataclass(frozen=True)
class Place:
    """Where a kernel works.

    Attributes:
        started: the folder in which it was started.
        folder: the practice folder in which its answers are kept, or None.
        edition: where nothing is kept, which of the course's editions it runs, such as "complete";
            "" where it runs none of them.
    """

    started: Path
    folder: Path | None
    edition: str = ""

    def shown(self, name: str) -> str:
        """Return a file of the practice folder as one finds it from the notebook: `../my_cnn.py`.
        """
        if self.folder is None or self.folder == self.started:
            return name
        if self.folder in self.started.parents and self.started.is_dir():
            return Path(os.path.relpath(self.folder / name, self.started)).as_posix()
        return str(self.folder / name)

    @property
    def word(self) -> str:
        """What there is to say where answers are kept in another folder, or nowhere; or ""."""
        if self.folder is not None:
            if self.started.is_dir() or self.folder == self.started:
                return ""
            return (
                f"{self.started} was renamed or moved while this notebook was open; it is "
                f"{self.folder} now. Close the notebook and open it from there."
            )
        if self.edition:
            return ""
        if not self.started.is_dir():
            return (
                f"{self.started} was renamed, moved or deleted while this notebook was open. Close "
                "the notebook and open it from where it is now."
            )
        return (
            f"this kernel runs in {self.started}, which is no practice folder; "
            "`python -m cnnhelpers practice` makes one."
        )


def place_of(shell: Any = None) -> Place:
    """Return where a kernel works, that of the running IPython unless another is given."""
    shell = running_shell() if shell is None else shell
    started = Path(getattr(shell, "starting_dir", None) or os.getcwd())
    for folder in _candidates(shell, started):
        found = kept_in(folder)
        if found is not None:
            return Place(started, found)
        if edition := _edition(folder):
            return Place(started, None, edition)
    return Place(started, None)


def practice_folder(shell: Any = None) -> Path | None:
    """Return the practice folder in which a kernel's answers are kept, or None where there is none.
    """
    return place_of(shell).folder


def _candidates(shell: Any, started: Path) -> Iterator[Path]:
    """Yield the folders that may be the notebook's: the surest first."""
    file = named(shell)
    if file is not None and file.is_file() and file.is_absolute():
        yield file.parent
    yield started
    if not started.is_dir():
        # The folder was renamed under the kernel, whose working folder goes along with it.
        try:
            yield Path.cwd()
        except OSError:
            return


def kept_in(folder: Path) -> Path | None:
    """Return the practice folder that a folder belongs to: itself, or one that it lies in; or None.

    A subfolder keeps its own record only where it has one already. What lies around the course's
    own folder, such as a notebook among downloads, is not asked.
    """
    folder = Path(folder)
    if _is_the_course(folder):
        return None
    ours = is_practice(folder)
    if ours and (folder / RECORDS).exists():
        return folder
    for inside, above in zip([folder, *folder.parents], folder.parents):
        if _holds_the_course(inside):
            break
        if is_practice(above):
            return above
    return folder if ours else None


def is_practice(folder: Path) -> bool:
    """Return whether `python -m cnnhelpers practice` has made a notebook of this folder, or answers
    are kept in it: its notebooks may all have been put into subfolders.
    """
    folder = Path(folder)
    if _is_the_course(folder):
        return False
    if (folder / RECORDS).is_file() and (folder / LIBRARY).is_file():
        return True
    return any("source" in _mark(path) for path in sorted(folder.glob("*.ipynb")))


def _is_the_course(folder: Path) -> bool:
    """Return whether this is the folder of the complete notebooks."""
    try:
        return folder.resolve() == notebooks_folder().resolve()
    except OSError:  # a course without notebooks has no complete edition to protect
        return False


def _holds_the_course(folder: Path) -> bool:
    """Return whether the folder of the complete notebooks lies in this one."""
    try:
        return folder.resolve() == notebooks_folder().resolve().parent
    except OSError:
        return False


def _edition(folder: Path) -> str:
    """Return the edition of the course's notebooks in a folder: "complete", "unknown", …; "" for
    none.
    """
    if _is_the_course(folder):
        return "complete"
    for path in sorted(folder.glob("*.ipynb")):
        if _COURSE.fullmatch(path.name):
            return str(_mark(path).get("edition", "unknown"))
    return ""


def edition_of(path: Path) -> str:
    """Return the edition that a notebook says it is of, such as "complete"; "" for a practice copy.
    """
    return str(_mark(path).get("edition", ""))


def _mark(path: Path) -> dict[str, Any]:
    """Return what the course has written into a notebook of its making: `notebook` and `source`."""
    try:
        if '"cnnhelpers"' not in path.read_text(encoding="utf-8"):
            return {}  # spares the reading of many a notebook that has nothing to do with us
        mark = read(path)["metadata"]["cnnhelpers"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return mark if isinstance(mark, dict) else {}


def cells_run(shell: Any) -> list[str]:
    """Return the cells that were run in a kernel, as they were written."""
    manager = getattr(shell, "history_manager", None)
    return list(getattr(manager, "input_hist_raw", None) or [])


def running_shell() -> Any:
    """Return the IPython that runs, or None."""
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    return get_ipython()


# The notebook -----------------------------------------------------------------------------------


def this_notebook(shell: Any) -> str | None:
    """Return the course's name of the notebook that runs in this kernel, or None where nothing
    tells.

    A copy such as `02_topic_updated_2.ipynb` counts as the course's `02_topic.ipynb`, one with
    another name as the notebook that it was made from. Where the front end does not say which file
    is open (Colab and JupyterLite do not), the cells that were run do.
    """
    file = named(shell)
    try:
        known = course_notebooks()
    except FileNotFoundError:
        known = []
    if file is None:
        return _by_cells(cells_run(shell), known)
    found = copied(file, [path.name for path in known])
    return found or _by_cells(cells_run(shell), known) or uncopied(file.name)


def copied(file: Path, known: Collection[str]) -> str | None:
    """Return which of the `known` notebooks a file is a copy of, by its name or its mark."""
    made_from = name if (name := uncopied(file.name)) in known else _mark(file).get("notebook")
    return made_from if isinstance(made_from, str) and made_from in known else None


def uncopied(name: str) -> str:
    """Return a file's name without what the course, JupyterLab or a browser has added to it."""
    return _COPIED.sub("", name)


def named(shell: Any) -> Path | None:
    """Return the file of the notebook, where the front end tells it."""
    space = getattr(shell, "user_ns", {})
    place = os.environ.get("JPY_SESSION_NAME") or space.get("__vsc_ipynb_file__")
    return Path(str(place)) if place else None


def _by_cells(run: Iterable[str], notebooks: Iterable[Path]) -> str | None:
    """Return the one notebook that most of the cells that were run come from, or None."""
    cells = {cell.strip() for cell in run} - {""}
    found: dict[str, int] = {}
    for path in notebooks:
        theirs = {cell["source"].strip() for cell in read(path)["cells"]}
        found[path.name] = len(cells & theirs)
    most = max(found.values(), default=0)
    names = [name for name, count in found.items() if count == most]
    return names[0] if most and len(names) == 1 else None
