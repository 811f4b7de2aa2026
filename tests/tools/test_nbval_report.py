"""What nbval says of a difference: "-" is stored, "+" is new, and only where they part."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import nbval_strict  # noqa: E402
from nbval_strict import diff, differences, other_versions  # noqa: E402

from cnnhelpers.course.cells import place  # noqa: E402


def test_one_changed_line_is_shown_with_its_neighbours() -> None:
    before = "a\nb\nloss 0.43\nc\nd"
    after = "a\nb\nloss 0.48\nc\nd"
    assert diff(before, after) == ["   b", "  -loss 0.43", "  +loss 0.48", "   c"]


def test_lines_that_are_far_apart_have_dots_between_them() -> None:
    before = "\n".join("abcdefgh")
    after = before.replace("a", "A").replace("h", "H")
    assert diff(before, after) == ["  -a", "  +A", "   b", "  …", "   g", "  -h", "  +H"]


def test_of_long_lines_the_place_is_shown_where_they_part() -> None:
    before, after = "x" * 500 + "1" + "y" * 500, "x" * 500 + "2" + "y" * 500
    assert diff(before, after) == [
        "  -… " + "x" * 60 + "1" + "y" * 59 + " …",
        "  +… " + "x" * 60 + "2" + "y" * 59 + " …",
    ]


def test_a_long_difference_is_cut_off() -> None:
    before, after = "", "\n".join(map(str, range(100)))
    assert diff(before, after)[-1] == "  … and 60 lines more"


def test_the_words_of_a_picture_are_compared(tmp_path: Path) -> None:
    def shown(words: str) -> list[dict]:
        picture = {"data": {"image/png": ""}, "metadata": {"image/png": {"alt": words}}}
        return [{"output_type": "display_data", **picture}]

    assert differences(shown("A cat."), shown("A cat."), tmp_path) == []
    assert differences(shown("A cat."), shown("A dog."), tmp_path) == [
        "  the words of image/png:",
        "  -A cat.",
        "  +A dog.",
    ]


def test_versions_that_differ_are_named() -> None:
    numpy = version("numpy")
    pins = f"# pins\nnumpy==1.0.0\npillow=={version('pillow')}\nno-such-package==3.1\n"
    pins += "tqdm==0.1 ; python_version < '3'\nipywidgets==1.0\n"
    assert other_versions(pins, {"numpy", "pillow", "tqdm", "no-such-package"}) == [
        f"numpy {numpy} (constraints.txt: 1.0.0)",
        "no-such-package not installed (constraints.txt: 3.1)",
    ]


def test_a_cell_is_named_as_a_reader_finds_it() -> None:
    cells = [
        {"cell_type": "markdown", "source": "# 03 · Padding\n\nWhy?"},
        {"cell_type": "code", "source": "import numpy"},
        {"cell_type": "markdown", "source": "## 1 · Zeros\n\nA border of zeros keeps the size."},
        {"cell_type": "markdown", "source": "It goes on, in more words than there is room for."},
        {"cell_type": "code", "source": "1 + 1"},
    ]
    assert [place(cells, index) for index in range(5)] == [
        'the text "# 03 · Padding Why?" in "03 · Padding"',
        'cell [1] in "03 · Padding"',
        'the text "## 1 · Zeros A border of zeros keeps …" after cell [1] in "1 · Zeros"',
        'the text "It goes on, in more words than there is …" after cell [1] in "1 · Zeros"',
        'cell [2] in "1 · Zeros"',
    ]


def output(text: str, html: str) -> list[dict]:
    data = {"text/plain": text, "text/html": html}
    return [{"output_type": "display_data", "data": data, "metadata": {}}]


def test_where_pytorch_is_missing_only_what_is_said_of_that_may_differ(monkeypatch) -> None:
    """The same difference twice: of no account without PyTorch, and told with it."""
    right, note = "Right in all 9 cases: the same answers as ", "PyTorch is not installed: compared"
    note += " with values recorded from it."
    stored = output(f"{right}PyTorch's. Once.", f"<div>{right}a calculation with PyTorch.</div>")
    recorded = f"{right}the values recorded from PyTorch."
    new = output(f"{recorded} Once.\n{note}", f"<div>{recorded}</div><div style='x'>{note}</div>")
    monkeypatch.setattr(nbval_strict, "PYTORCH_IS_MISSING", True)
    assert differences(stored, new, Path()) == []
    worse = output(f"{recorded} Twice.\n{note}", f"<div>{recorded}</div>")
    assert differences(stored, worse, Path()) != []
    monkeypatch.setattr(nbval_strict, "PYTORCH_IS_MISSING", False)
    assert differences(stored, new, Path()) != []


def test_where_pytorch_is_missing_nothing_is_compared_with_it(monkeypatch) -> None:
    monkeypatch.setattr(nbval_strict, "PYTORCH_IS_MISSING", True)
    stored = output("Same as PyTorch's conv2d: largest difference within 1e-10.", "")
    assert not differences(
        stored, output("PyTorch is not installed: not compared with its conv2d.", ""), Path()
    )
    assert differences(
        stored, output("PyTorch is not installed: not compared with its conv1d.", ""), Path()
    )
