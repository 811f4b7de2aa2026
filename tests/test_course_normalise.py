"""Notebooks are written without noise, and a second run changes no byte."""

from __future__ import annotations

import base64
import io
import itertools
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("PIL")

from PIL import Image, ImageDraw, PngImagePlugin

from cnnhelpers import draw
from cnnhelpers.course import normalise
from cnnhelpers.course.normalise import WIDGET_VIEW, tidy_outputs
from cnnhelpers.course.notebooks import course_notebooks, read, written
from cnnhelpers.course.pictures import (
    difference,
    drawings_in,
    encoded,
    pictures_in,
    without_noise,
    without_pictures,
)
from cnnhelpers.draw.embedding import png_html


def png(
    text: str = "", size: tuple[int, int] = (60, 20), note: str = "", level: int = 255
) -> bytes:
    image = Image.new("RGB", size, (level, level, level))
    ImageDraw.Draw(image).text((3, 3), text, fill="black")
    info = PngImagePlugin.PngInfo()
    if note:
        info.add_text("Software", note)
    buffer = io.BytesIO()
    image.save(buffer, format="png", pnginfo=info, dpi=(72, 72))
    return buffer.getvalue()


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def code(source: str, outputs: list[dict] | None = None, **more: Any) -> dict[str, Any]:
    cell = {"cell_type": "code", "source": source, "metadata": {}, "execution_count": 7}
    return {**cell, "outputs": outputs or [], **more}


# Pictures


def test_a_changed_digit_is_a_changed_picture() -> None:
    for first, second in itertools.combinations("0123456789", 2):
        assert difference(png("0.4" + first), png("0.4" + second)), (first, second)


def test_matplotlibs_smallest_text_is_compared() -> None:
    pytest.importorskip("matplotlib")
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    def figure(text: str) -> bytes:
        made = Figure(figsize=(1, 0.5), dpi=100)
        made.text(0.2, 0.4, text, fontsize=7, color="#666666")
        buffer = io.BytesIO()
        FigureCanvasAgg(made).print_png(buffer)
        return buffer.getvalue()

    drawn = {digit: figure("0.4" + digit) for digit in "0123456789"}
    for first, second in itertools.combinations(drawn, 2):
        assert difference(drawn[first], drawn[second]), (first, second)


def test_rounding_is_no_change() -> None:
    assert difference(png("0.43"), png("0.43", note="other version")) is None
    assert difference(png("0.43"), png("0.43", level=254)) is None
    image = Image.open(io.BytesIO(png("0.43")))
    image.putpixel((50, 10), (0, 0, 0))
    buffer = io.BytesIO()
    image.save(buffer, format="png")
    assert difference(png("0.43"), buffer.getvalue()) is None


def test_differences_are_named() -> None:
    assert "on average" in difference(png(), png(level=250))
    assert "size changed from 60×20 to 61×20" in difference(png(), png(size=(61, 20)))
    assert "new picture cannot be read" in difference(png(), b"no picture")


def test_texts_and_dates_leave_a_png() -> None:
    noisy = png("7", note="Matplotlib version 3.11")
    quiet = without_noise(noisy)
    assert b"Matplotlib" in noisy and b"Matplotlib" not in quiet and b"pHYs" not in quiet
    with Image.open(io.BytesIO(quiet)) as first, Image.open(io.BytesIO(noisy)) as second:
        assert first.tobytes() == second.tobytes()
    assert without_noise(quiet) == quiet
    assert without_noise(b"\xff\xd8 a jpeg") == b"\xff\xd8 a jpeg"


# Outputs


def stream(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def test_outputs_lose_widgets_progress_and_paths() -> None:
    view = {WIDGET_VIEW: {"model_id": "1"}}
    outputs = [
        stream("a\n"),
        stream("10%|# | 1/9 [00:01, 3.2it/s]\r100%|##| 9/9\n", "stderr"),
        stream("b\n"),
        {"output_type": "display_data", "data": dict(view), "metadata": {}},
        {
            "output_type": "display_data",
            "data": {**view, "text/plain": "A slider."},
            "metadata": {"image/png": {"width": 3}},
            "transient": {"display_id": "x"},
        },
        {"output_type": "error", "ename": "E", "evalue": "no", "traceback": ["\x1b[0;31m..."]},
        stream("1%\r2%\rdone\r\n"),
        stream("careful\n", "stderr"),
    ]
    assert tidy_outputs(outputs) == [
        stream("a\nb\n"),
        {"output_type": "display_data", "data": {"text/plain": "A slider."}, "metadata": {}},
        {"output_type": "error", "ename": "E", "evalue": "no", "traceback": ["E: no"]},
        stream("done\n"),
        stream("careful\n", "stderr"),
    ]


def test_what_the_readers_machine_measures_is_not_stored() -> None:
    """A cell with the tag nbval-ignore-output keeps its source, its count, and pictures alone."""
    took = {"output_type": "stream", "name": "stdout", "text": "1.23 ms\n"}
    data = {"image/png": encoded(png()), "text/plain": "A curve."}
    drawn = {"output_type": "display_data", "data": data, "metadata": {}}
    measured = code("measure()", [took, drawn], metadata={"tags": ["nbval-ignore-output"]})
    tidy = normalise.normalise(notebook(code("1", [took]), measured))
    assert [len(cell["outputs"]) for cell in tidy["cells"]] == [1, 1]
    assert tidy["cells"][1]["outputs"][0]["output_type"] == "display_data"
    assert tidy["cells"][1]["execution_count"] == 2


def test_a_notebook_is_reduced_to_what_matters() -> None:
    made = notebook(
        code("1", id="one", metadata={"tags": ["check"], "execution": {"iopub.status": "x"}}),
        code("not run", id="two", execution_count=None),
        code("2\n\n", [{"output_type": "execute_result", "data": {"text/plain": "2"}}]),
        code("2\n\n", id="one"),
    )
    made["metadata"] = {"widgets": {}, "kernelspec": {"name": "mine"}, "language_info": {"v": 3}}
    tidy = normalise.normalise(made)
    assert [cell["execution_count"] for cell in tidy["cells"]] == [1, None, 2, 3]
    assert tidy["cells"][2]["outputs"][0]["execution_count"] == 2
    assert tidy["cells"][0]["metadata"] == {"tags": ["check"]}
    assert tidy["cells"][2]["source"] == "2"
    identifiers = [cell["id"] for cell in tidy["cells"]]
    assert identifiers[:2] == ["one", "two"] and len(set(identifiers)) == 4
    assert tidy["metadata"].keys() == {"cnnhelpers", "kernelspec", "language_info"}
    assert tidy["metadata"]["cnnhelpers"] == {"edition": "complete"}
    assert normalise.normalise(tidy) == tidy


def shows(data: bytes, embedded: bool) -> dict[str, Any]:
    kinds = {"image/png": encoded(data)}
    if embedded:
        kinds = {"text/html": f"<p>One: {png_html(data, 'one', 60, 20)}</p>", "text/plain": "one"}
    shown = {"output_type": "display_data", "data": kinds, "metadata": {}}
    return notebook(code("draw()", [shown], id="draw"))


@pytest.mark.parametrize("embedded", [False, True])
def test_a_picture_that_looks_the_same_stays(embedded: bool) -> None:
    old, same, other = png("0.43"), png("0.43", level=254), png("0.48")
    for new, kept in ((same, old), (other, other)):
        tidy = normalise.normalise(shows(new, embedded), shows(old, embedded))
        wanted = normalise.normalise(shows(without_noise(kept), embedded))
        assert tidy == wanted


def test_pictures_are_found_and_left_out_wherever_they_stand() -> None:
    data = png("0.43")
    for embedded in (False, True):
        outputs = shows(data, embedded)["cells"][0]["outputs"]
        assert pictures_in(outputs) == [("image/png", encoded(data))]
        (bare,) = without_pictures(outputs)
        assert pictures_in([bare]) == [("image/png", "")]
        assert encoded(data) not in str(bare) and bare["data"].keys() == outputs[0]["data"].keys()
    assert without_pictures([stream("1\n")]) == [stream("1\n")]
    scene = draw.grid([1, 2])
    assert drawings_in(f"<div>{scene.html()}{scene.html()}</div>") == [scene.svg()] * 2


def test_a_file_is_written_as_jupyter_does(tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    shown = {
        "output_type": "display_data",
        "data": {
            "image/png": base64.b64encode(png()).decode(),
            "image/svg+xml": "<svg>\n</svg>",
            "text/plain": "a\nb",
        },
        "metadata": {},
    }
    tidy = normalise.normalise(notebook(code("1\n2", [shown, stream("é\n")], id="one")))
    node = nbformat.from_dict(tidy)
    nbformat.validate(node)
    assert written(tidy) == nbformat.writes(node) + "\n"
    (tmp_path / "a.ipynb").write_text(written(tidy), encoding="utf-8")
    assert read(tmp_path / "a.ipynb") == tidy


# The whole


SOURCES = [
    "import os\nprint(sorted({'a', 'b'}), os.environ['OMP_NUM_THREADS'], list({'x', 'y', 'z'}))",
    "import ipywidgets\nipywidgets.IntSlider(3)",
    "from PIL import Image\nImage.new('RGB', (30, 20), 'red')",
    "1 / 0",
]


def test_a_second_run_changes_no_byte(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    pytest.importorskip("nbclient")
    pytest.importorskip("ipywidgets")
    path = tmp_path / "05_topic.ipynb"
    cells = [code(source, execution_count=None) for source in SOURCES]
    path.write_text(written(notebook(*cells)), encoding="utf-8")
    before = path.read_bytes()
    assert normalise.main([str(path)]) == 1
    error = capsys.readouterr().err
    assert "05_topic.ipynb: a cell failed; the file was left as it is." in error
    assert "ZeroDivisionError: division by zero" in error and "\x1b" not in error
    assert path.read_bytes() == before

    cells[-1]["metadata"] = {"tags": ["raises-exception"]}
    path.write_text(written(notebook(*cells)), encoding="utf-8")
    assert normalise.main(["--check", str(path)]) == 1
    assert "differs from what running it gives" in capsys.readouterr().out
    assert normalise.main([str(path)]) == 0
    assert capsys.readouterr().out == "05_topic.ipynb: written anew.\n"
    first = path.read_bytes()
    for arguments in ([], ["--check"], ["--no-run"]):
        assert normalise.main([*arguments, str(path)]) == 0
        assert capsys.readouterr().out == "05_topic.ipynb: nothing to change.\n"
        assert path.read_bytes() == first
    outputs = [cell["outputs"][0] for cell in read(path)["cells"]]
    assert outputs[0]["text"].startswith("['a', 'b'] 1 [")
    assert set(outputs[1]["data"]) == {"text/plain"}
    assert "image/png" in outputs[2]["data"]
    assert outputs[3]["traceback"] == ["ZeroDivisionError: division by zero"]


def test_what_is_saved_during_the_run_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "05_topic.ipynb"
    path.write_text(written(notebook(code("1 + 1"))), encoding="utf-8")
    edited = written(notebook(code("1 + 2"))).encode()

    def execute(old: dict, folder: Path) -> dict:
        path.write_bytes(edited)
        return old

    monkeypatch.setattr(normalise, "execute", execute)
    assert normalise.main([str(path)]) == 1
    assert path.read_bytes() == edited
    said = "05_topic.ipynb: it was saved meanwhile and is left as it is; run this again.\n"
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    "mark", [{"notebook": "05_topic.ipynb", "source": "0123"}, {"edition": "live"}]
)
def test_a_learners_copy_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture, mark: dict[str, str]
) -> None:
    path = tmp_path / "05_topic.ipynb"
    copied = {**notebook(code("1 + 1", [stream("2\n")])), "metadata": {"cnnhelpers": mark}}
    path.write_text(written(copied), encoding="utf-8")
    before = path.read_bytes()
    assert normalise.main(["--no-run", str(path)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("05_topic.ipynb is a copy for a reader, and is left as it is; name a")
    assert error.count("\n") == 1 and path.read_bytes() == before


def test_a_notebook_that_does_not_exist_is_named(
    capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "00_one.ipynb").touch()
    monkeypatch.setattr("cnnhelpers.course.notebooks.notebooks_folder", lambda: tmp_path)
    assert [path.name for path in course_notebooks(["00", "00_one", "00_one.ipynb"])] == [
        "00_one.ipynb"
    ]
    assert normalise.main(["07"]) == 1
    assert capsys.readouterr().err == "There is no notebook '07'; there are 00_one.\n"
