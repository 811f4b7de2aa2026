"""The course for the browser: what is in its wheels, its notebooks and its settings."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("jupyterlite_core")

from cnnhelpers.folders import MARK, make_anew
from cnnhelpers.lite import __main__ as command
from cnnhelpers.lite.build import LOCK, PYODIDE, RUNTIME, build
from cnnhelpers.lite.wheels import PACKED, course_wheel, needed_of, packed

NEEDED = ("numpy", "matplotlib", "pillow", "threadpoolctl", "micropip", "ipython", "jedi",
          "sqlite3", "ssl")  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    build(folder / "lite", folder / "work", ["00", "03"])
    return folder / "lite"


def pyodide(folder: Path, **changed: bytes) -> Path:
    """Make a folder that looks like an unpacked Pyodide; `changed` are packages that differ."""
    folder.mkdir()
    for name in RUNTIME:
        (folder / name).write_bytes(b"runtime")
    packages = {}
    for name in (*NEEDED, "pandas", "py-parsing"):
        data = f"wheel of {name}".encode()
        (folder / f"{name}.whl").write_bytes(changed.get(name, data))
        packages[name] = {
            "file_name": f"{name}.whl",
            "sha256": hashlib.sha256(data).hexdigest(),
            "depends": ["py_parsing"] if name == "matplotlib" else [],
        }
    (folder / LOCK).write_text(json.dumps({"info": {"version": "0.27.7"}, "packages": packages}))
    return folder


def test_the_wheel_has_the_course_without_outputs_and_without_builders(tmp_path):
    wheel = course_wheel(tmp_path)
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        for name in ("03_padding_and_stride.ipynb", "09_backpropagation.ipynb"):
            notebook = json.loads(archive.read(f"cnnhelpers/_notebooks/{name}"))
            assert {str(cell.get("outputs", [])) for cell in notebook["cells"]} == {"[]"}
        [info] = [name for name in names if name.endswith("METADATA")]
        needed = [each for each in archive.read(info).decode().split("\n") if "Requires" in each]
    for part in ("check/limits.py", "datasets/files/mnist_10k.npz", "explore/kit/asking.js"):
        assert f"cnnhelpers/{part}" in names
    left_out = ("__pycache__", "/lite/", "/book/", "/marking/")
    assert not [name for name in names if any(part in name for part in left_out)]
    # In no certain version: Pyodide has one of each.
    assert "Requires-Dist: matplotlib" in needed and len(needed) == 7


def test_the_same_files_give_the_same_wheel(tmp_path):
    first, second = (course_wheel(tmp_path / name).read_bytes() for name in "ab")
    assert first == second


def test_a_package_is_packed_without_what_is_compiled_for_this_machine(tmp_path):
    with zipfile.ZipFile(packed("psygnal", tmp_path)) as archive:
        names = archive.namelist()
    assert "psygnal/__init__.py" in names
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc")) or ".." in name]


def test_a_package_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ModuleNotFoundError, match="no-such-thing is not installed"):
        packed("no-such-thing", tmp_path)


def test_the_site_has_notebooks_wheels_and_the_address_of_pyodide(site):
    data = json.loads((site / "jupyter-lite.json").read_text())["jupyter-config-data"]
    kernel = data["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["pyodideUrl"] == PYODIDE
    assert kernel["disablePyPIFallback"] is True
    wheels = json.loads((site / "pypi" / "all.json").read_text())
    names = {name.lower().replace("_", "-") for name in wheels}
    assert names == {"cnnhelpers", *(name.replace("_", "-") for name in PACKED)}
    listed = json.loads((site / "api" / "contents" / "all.json").read_text())["content"]
    assert sorted(each["name"] for each in listed) == [
        "00_start_here.ipynb",
        "03_padding_and_stride.ipynb",
        "glossary.md",
    ]
    extensions = {each["name"] for each in data["federated_extensions"]}
    assert extensions == {
        "@jupyterlite/pyodide-kernel-extension",
        "@jupyter-widgets/jupyterlab-manager",
        "anywidget",
    }
    assert "path=00_start_here.ipynb" in (site / "index.html").read_text()
    assert (site / MARK).exists()  # so that the next build may take its place


def test_every_text_of_a_notebook_is_in_one_piece(site):
    notebook = json.loads((site / "files" / "03_padding_and_stride.ipynb").read_text())
    outputs = [out for cell in notebook["cells"] for out in cell.get("outputs", [])]
    assert outputs  # the questions
    assert {type(text) for out in outputs for text in out["data"].values()} == {str}
    assert {type(cell["source"]) for cell in notebook["cells"]} == {str}


def test_of_a_pyodide_what_is_needed_is_taken(tmp_path):
    lock = json.loads((pyodide(tmp_path / "all") / LOCK).read_text())
    assert set(needed_of(lock)["packages"]) == {*NEEDED, "py-parsing"}


def test_what_was_not_built_here_is_left_alone(tmp_path, capsys):
    mine, site = tmp_path / "mine", tmp_path / "site"
    mine.mkdir()
    (mine / "letter.txt").touch()
    for folders in ([mine, "--work", site], [site, "--work", mine]):
        assert command.main([str(each) for each in folders]) == 1
        told = capsys.readouterr().err
        assert told.startswith(f"{mine} has no mark of a build") and told.count("\n") == 1
    assert [each.name for each in mine.iterdir()] == ["letter.txt"] and not site.exists()


def test_a_build_that_fails_leaves_the_site_from_before(tmp_path, monkeypatch):
    site = make_anew(tmp_path / "site")
    (site / "old.html").touch()
    monkeypatch.setattr("cnnhelpers.lite.build.course_wheel", lambda folder: folder)

    def fail(work):
        raise RuntimeError("JupyterLite could not build the site")

    monkeypatch.setattr("cnnhelpers.lite.build._jupyterlite", fail)
    with pytest.raises(RuntimeError):
        build(site, tmp_path / "work", ["00"])
    assert (site / "old.html").exists()


@pytest.mark.parametrize(
    "spoil, words",
    [
        (lambda folder: (folder / "pyodide.js").unlink(), "there is no pyodide.js."),
        (lambda folder: (folder / LOCK).unlink(), f"there is no {LOCK}."),
        (lambda folder: (folder / LOCK).write_text("{"), f"{LOCK} cannot be used"),
        (lambda folder: (folder / LOCK).write_text('{"packages": {}}'), "has no ssl"),
        (lambda folder: (folder / "numpy.whl").unlink(), "numpy.whl is missing, or is not"),
        (lambda folder: (folder / "jedi.whl").write_text("?"), "jedi.whl is missing, or is not"),
    ],
)
def test_a_pyodide_that_is_not_whole_is_refused_before_anything_is_made(
    tmp_path, capsys, spoil, words
):
    folder, site = pyodide(tmp_path / "pyodide"), tmp_path / "site"
    site.mkdir()
    (site / "old.html").touch()
    spoil(folder)
    status = command.main([str(site), "--work", str(tmp_path / "w"), "--pyodide", str(folder)])
    told = capsys.readouterr().err
    assert status == 1 and told.startswith(f"PYODIDE={folder}: ") and words in told
    assert told.count("\n") == 1
    assert [each.name for each in site.iterdir()] == ["old.html"]
