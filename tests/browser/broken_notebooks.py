"""Small notebooks, some broken on purpose, that show what the harness sees.

Their explorer is made as the course's are: real ipywidgets sliders, linked in the page to an
anywidget that paints, with the hooks ``data-cnn-explorer``, ``data-state`` and ``cnn-sentence``.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

EXPLORER = '''\
import anywidget, traitlets, ipywidgets as widgets

class Explorer(anywidget.AnyWidget):
    """Two numbers, a bar for each and a sentence."""

    _esm = """
    function render({ model, el }) {
      const root = document.createElement('div');
      root.dataset.cnnExplorer = 'ToyExplorer';
      el.append(root);
      const paint = () => {
        const a = model.get('size'), b = model.get('step');
        root.innerHTML = `<svg role="img" width="200" height="60">
          <rect width="${a * 20}" height="20"/><rect y="25" width="${b * 20}" height="20"/></svg>
          <p class="cnn-sentence">Size ${a}, step ${b}: ${a * b} in all.</p>`;
        root.dataset.state = `size=${a},step=${b}`;
      };
      model.on('change:size', paint);
      model.on('change:step', paint);
      paint();
    }
    export default { render };
    """
    size = traitlets.Int(3).tag(sync=True)
    step = traitlets.Int(2).tag(sync=True)

    def sentence(self, size, step):
        return f"Size {size}, step {step}: {size * step} in all."

size = widgets.IntSlider(value=3, min=0, max=9, description='size')
step = widgets.IntSlider(value=2, min=0, max=9, description='step')
painter = Explorer()
widgets.jsdlink((size, 'value'), (painter, 'size'))
widgets.jsdlink((step, 'value'), (painter, 'step'))
widgets.VBox([size, step, painter])
'''


def _write(path: Path, *cells: str) -> Path:
    notebook = new_notebook(
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        }
    )
    notebook.cells = [
        new_markdown_cell(source[2:].strip()) if source.startswith("%%") else new_code_cell(source)
        for source in cells
    ]
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"  # the same file every time
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


# The painter's script, as one explorer after the other wants it: (name, what to replace, with what)
VARIANTS = {
    "good": (),
    "dead slider": (("widgets.jsdlink((step, 'value'), (painter, 'step'))", ""),),
    "frozen picture": (("${a * 20}", "60"), ("${b * 20}", "40")),
    "frozen sentence": (("Size ${a}, step ${b}: ${a * b} in all.", "Some size."),),
    "layout jump": (('height="60"', 'height="${40 + 10 * a}"'),),
}


def explorers(path: Path) -> Path:
    """One explorer for each of ``VARIANTS``, in this order, with a cell below each."""
    cells = ["%% # Explorers, all but the first broken"]
    for replacements in VARIANTS.values():
        source = EXPLORER
        for old, new in replacements:
            assert old in source
            source = source.replace(old, new)
        cells += [source, "2 + 2"]
    return _write(path, *cells)


def faults(path: Path) -> Path:
    """A warning, a picture that is none, a picture from another host, a cell that raises."""
    return _write(
        path,
        "%% # What goes wrong without an explorer",
        "import warnings\nwarnings.warn('old and tired')",
        "from IPython.display import HTML\n"
        'HTML(\'<img alt="nothing" src="data:image/png;base64,AAAA">\')',
        'HTML(\'<img alt="a tracker" src="http://pictures.invalid/a.png">\')',
        "1 / 0",
        "2 + 2",
    )


def plain(path: Path) -> Path:
    """Nothing wrong: a sum and a drawing."""
    picture = (
        "from IPython.display import SVG\n"
        'SVG(\'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">\'\n'
        '    \'<title>a square</title><rect width="40" height="40"/></svg>\')'
    )
    return _write(path, "%% # A notebook that works", "1 + 1", picture)


def broken_widget(path: Path) -> Path:
    """The painter's script throws while it draws."""
    source = EXPLORER.replace("      paint();\n    }", "      undefined.paint();\n    }")
    return _write(path, "%% # A broken widget", source, "2 + 2")


def stored_widget(path: Path) -> Path:
    """A saved widget view whose widget is no longer anywhere."""
    _write(path, "%% # A stored widget view", "2 + 2")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].execution_count = 1
    view = {"model_id": "0" * 32, "version_major": 2, "version_minor": 0}
    data = {"application/vnd.jupyter.widget-view+json": view, "text/plain": "a slider"}
    notebook.cells[1].outputs = [
        nbformat.v4.new_output("execute_result", data=data, execution_count=1)
    ]
    nbformat.write(notebook, path)
    return path
