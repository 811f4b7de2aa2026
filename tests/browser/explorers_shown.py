"""One explorer in a notebook of its own, for the tests of explorers."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from harness import Lab, OpenNotebook
from nbformat import write
from nbformat.v4 import new_code_cell, new_notebook


@dataclass
class Shown:
    """An explorer that has been run, and what a reader does to it."""

    lab: Lab
    notebook: OpenNotebook
    number: int = 0  #: which of the notebook's explorers

    @property
    def page(self) -> Any:
        return self.notebook.page

    @property
    def root(self) -> Any:
        """The explorer's element, as a Playwright locator."""
        return self.page.locator("[data-cnn-explorer]").nth(self.number)

    @property
    def picture(self) -> Any:
        return self.root.locator(".cnn-picture > svg")

    @property
    def state(self) -> dict[str, Any]:
        """The state that is shown, once the page and the kernel have nothing more to do."""
        self.notebook.settle()
        return json.loads(self.root.get_attribute("data-state"))

    @property
    def sentence(self) -> str:
        self.notebook.settle()
        return self.root.locator(".cnn-sentence").inner_text()

    @property
    def note(self) -> str:
        return self.root.locator(".cnn-note").inner_text()

    def button(self, name: str) -> Any:
        return self.root.get_by_role("button", name=name)

    def region(self, name: str) -> Any:
        """Return what lies over a region of the picture."""
        return self.root.locator(f".cnn-region[aria-label^='{name};']")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.notebook.settle()

    def point(self, region: str, row: int, column: int, rows: int, columns: int) -> None:
        """Move the mouse to the middle of a cell of a region of so many rows and columns."""
        box = self.region(region).bounding_box()
        self.page.mouse.move(
            box["x"] + (column + 0.5) * box["width"] / columns,
            box["y"] + (row + 0.5) * box["height"] / rows,
        )

    def python(self, trait: str) -> Any:
        """Return what a trait of the widget is in the kernel."""
        return self.notebook.evaluate("", f"shown[{self.number}].widget.{trait}")


@contextlib.contextmanager
def shown(lab: Lab, *sources: str, before: str = "") -> Iterator[list[Shown]]:
    """Run one notebook with an explorer in a cell for each of ``sources``, which make them."""
    name = hashlib.sha256("\n".join([before, *sources]).encode()).hexdigest()[:12]
    cells = [f"from cnnhelpers import explore\n{before}\nshown = []"]
    cells += [f"shown.append({source})\nshown[-1]" for source in sources]
    path = lab.folder / "explorers" / f"{name}.ipynb"
    path.parent.mkdir(exist_ok=True)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = new_notebook(metadata={"kernelspec": kernel}, cells=[new_code_cell(c) for c in cells])
    write(made, path)
    with lab.opened(path) as notebook:
        notebook.run_all()
        yield [Shown(lab, notebook, number) for number in range(len(sources))]
