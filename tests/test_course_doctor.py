"""The doctor runs whatever is missing, names it, and fails only where the course cannot run."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cnnhelpers.course import doctor
from cnnhelpers.course.doctor import folders as places
from cnnhelpers.course.doctor import jupyter, packages, versions

ROOT = Path(__file__).parents[1]
MODULES = [package.module for package in doctor.PACKAGES] + ["torch"]
NAMES = {package.module: package.name for package in (*doctor.PACKAGES, doctor.TORCH)}

# Python as if the modules named in sys.argv[1] were not installed; then the doctor.
WITHOUT = """
import runpy, sys
hidden = set(sys.argv[1].split(","))
class Hide:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in hidden:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Hide())
sys.argv[1:] = ["doctor"]
runpy.run_module("cnnhelpers", run_name="__main__", alter_sys=True)
"""


def run_without(*hidden: str) -> tuple[int, str]:
    """Run the doctor with modules hidden; returns the exit status and what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, ",".join(hidden)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def line(text: str, level: str, start: str) -> str:
    """The one line of a report with this level that begins with `start`."""
    found = [one for one in text.splitlines() if one.startswith(f"{level:<8} {start}")]
    assert len(found) == 1, f"{len(found)} lines begin with {level} {start}:\n{text}"
    return found[0]


# ------------------------------------------------------------------ as a command


NEEDED = ["numpy", "matplotlib", "PIL", "ipykernel", "filelock"]


@pytest.mark.parametrize("module", [one for one in MODULES if one not in (*NEEDED, "torch")])
def test_a_missing_package_is_named_and_the_doctor_exits_with_0(module: str) -> None:
    status, text = run_without(module, "torch")  # without torch, whose import takes a second
    name = NAMES[module]
    assert status == 0, text
    assert "is not installed" in line(text, "missing", name)
    missing = text.split("not needed to begin: ")[1].splitlines()[0]
    assert missing == f"{name}, torch."
    assert "The course can run." in text and "no notebook can" not in text
    line(text, "ok", "numpy")


@pytest.mark.parametrize("module", NEEDED)
def test_without_what_notebooks_need_the_course_cannot_run(module: str) -> None:
    status, text = run_without(module, "torch")
    assert status == 1, text
    line(text, "broken", f"{NAMES[module]} is not installed")
    first = text.split("The course cannot run yet. To be mended first: ")[1].splitlines()[0]
    assert NAMES[module] in first  # matplotlib does not import without pillow, either
    assert "The course can run" not in text and "Get the course again" not in text


def test_without_torch_the_doctor_says_that_recorded_values_are_used() -> None:
    status, text = run_without("torch")
    assert status == 0
    assert "recorded values" in line(text, "missing", "torch")
    assert text.rstrip().endswith("Missing, and not needed to begin: torch.")


def test_without_anything_the_doctor_still_runs() -> None:
    hidden = [*MODULES, "jupyter_client", "jupyterlab_widgets", "IPython", "traitlets", "packaging"]
    status, text = run_without(*hidden)
    assert status == 1
    for name in NAMES.values():
        assert f" {name} is not installed" in text
    assert "All at once: " in text


# ------------------------------------------------------------------ finding by finding


@pytest.mark.parametrize("version", [(3, 8, 10), (3, 10, 14), (2, 7, 18)])
def test_an_old_python_breaks_the_course(version: tuple[int, ...]) -> None:
    found = packages.examine_python(version)
    assert found.level == "broken"
    assert "3.11" in found.sentence and "make lab" in found.mend


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_a_python_that_the_course_is_tested_with_is_fine(minor: int) -> None:
    assert packages.examine_python((3, minor, 0)).level == "ok"


def test_a_python_newer_than_tested_is_noted_as_harmless() -> None:
    assert packages.examine_python((3, 14, 0)).level == "note"


def test_an_old_python_is_all_that_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1, "final", 0))
    findings = doctor.examine()
    assert [one.level for one in findings] == ["broken"]


def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: str) -> None:
    (tmp_path / f"{name}.py").write_text(body, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, name, raising=False)


def package(name: str, minimum: str = "1.0") -> packages.Package:
    return packages.Package(name, name, minimum, "nothing")


def test_a_package_that_cannot_be_imported(tmp_path, monkeypatch) -> None:
    fake(tmp_path, monkeypatch, "brokenpackage", "raise OSError('libfoo.so is missing')")
    found = packages.examine_package(package("brokenpackage"), {})
    assert found.level == "problem"
    assert "OSError: libfoo.so is missing" in found.sentence
    assert "--force-reinstall" in found.mend


def test_a_package_that_lacks_one_of_the_course(tmp_path, monkeypatch) -> None:
    fake(tmp_path, monkeypatch, "needy", "raise ModuleNotFoundError(name='tqdm')")
    found = packages.examine_package(package("needy"), {})
    assert (found.level, found.mend) == ("note", "")  # tqdm's own line says how to mend it
    assert "needs tqdm" in found.sentence


def test_a_package_that_lacks_another(tmp_path, monkeypatch) -> None:
    fake(tmp_path, monkeypatch, "needy", "import nowhere_to_be_found.part")
    found = packages.examine_package(package("needy"), {})
    assert found.level == "problem"
    assert "needs nowhere_to_be_found" in found.sentence
    assert found.mend.endswith("pip install nowhere_to_be_found")


@pytest.mark.parametrize(
    ("version", "level", "words"),
    [
        ("0.9", "problem", "older than 1.0"),
        ("1.0", "note", "made with 1.2"),
        ("1.10.1", "note", "made with 1.2"),
        ("1.2", "ok", "1.2"),
        ("1.2+cpu", "ok", "1.2+cpu"),
        ("unknown", "ok", "its version is unknown"),
    ],
)
def test_the_version_of_a_package(tmp_path, monkeypatch, version, level, words) -> None:
    fake(tmp_path, monkeypatch, "versioned", f"__version__ = {version!r}")
    found = packages.examine_package(package("versioned"), {"versioned": "1.2"})
    assert (found.level, words in found.sentence) == (level, True), found


def test_a_torch_that_crashes_does_not_take_the_doctor_with_it(tmp_path, monkeypatch) -> None:
    fake(tmp_path, monkeypatch, "torch", "import os; os.abort()")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(packages, "is_there", lambda module: True)
    found = packages.examine_torch({})
    assert found.level == "problem"
    assert "cannot be imported" in found.sentence
    assert "recorded values" in found.sentence


def jupyter_files(prefix: Path, *folders: str) -> None:
    for folder in folders:
        place = prefix / "share" / "jupyter" / "labextensions" / folder
        place.mkdir(parents=True)
        (place / "package.json").write_text("{}", encoding="utf-8")


def test_jupyterlabs_part_of_the_sliders_is_missing(tmp_path, monkeypatch) -> None:
    jupyter_files(tmp_path, "anywidget")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    (found,) = (one for one in jupyter.examine_labextensions(set()) if one.level != "ok")
    assert found.level == "problem"
    assert found.subject == "jupyterlab_widgets"
    assert jupyter.examine_labextensions({"ipywidgets", "anywidget"}) == []


@pytest.mark.parametrize(
    ("version", "level"),
    [("3.0.17", "ok"), ("3.0.1", "problem"), ("1.1.4", "problem"), ("4.0.0", "problem")],
)
def test_jupyterlabs_part_of_the_sliders_has_to_fit(tmp_path, monkeypatch, version, level) -> None:
    jupyter_files(tmp_path, "anywidget", "@jupyter-widgets/jupyterlab-manager")
    versions = {"jupyterlab_widgets": version, "ipywidgets": "8.1.9"}
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(jupyter, "version_of", lambda name, module=None: versions[name])
    monkeypatch.setattr(jupyter, "wanted_by", lambda name, package: "3.0.15")
    (found,) = jupyter.examine_labextensions({"anywidget"})
    assert found.level == level
    assert version in found.sentence


def settings_of_jupyter(prefix: Path) -> list[Path]:
    """Install the files of jupyter/ below a prefix, where pyproject.toml says; return them."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]
    for source, target in wheel["shared-data"].items():
        (prefix / target).parent.mkdir(parents=True, exist_ok=True)
        (prefix / target).write_bytes((ROOT / source).read_bytes())
    return [prefix / target for target in wheel["shared-data"].values()]


def test_the_courses_settings_of_jupyter_are_in_place(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert len(settings_of_jupyter(tmp_path)) == 3
    assert [one.level for one in jupyter.examine_settings()] == ["ok"]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_settings_file_of_jupyter_is_missing(tmp_path, monkeypatch, number) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    gone = settings_of_jupyter(tmp_path)[number]
    gone.unlink()
    (found,) = jupyter.examine_settings()
    assert found.level == "problem"
    assert f"{gone.relative_to(tmp_path).as_posix()} is not there" in found.sentence
    assert found.sentence.count("is not there") == 1
    assert found.mend.endswith(f"-m pip install --force-reinstall --no-deps -e {ROOT}")


def test_a_settings_file_of_jupyter_is_no_json(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    for file in settings_of_jupyter(tmp_path):
        file.write_text("{", encoding="utf-8")
    (found,) = jupyter.examine_settings()
    assert found.sentence.count("cannot be read") == 3


def test_the_requirement_of_ipywidgets_is_read() -> None:
    wanted = versions.wanted_by("ipywidgets", "jupyterlab_widgets")
    assert wanted is not None and wanted.startswith("3.")


def test_a_kernel_that_starts_another_python(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(jupyter, "kernel_program", lambda: str(tmp_path / "bin" / "python"))
    (found,) = jupyter.examine_kernel()
    assert found.level == "problem"
    assert sys.executable in found.sentence and "ipykernel install" in found.mend


@pytest.mark.parametrize("program", [sys.executable, "python"])
def test_a_kernel_that_starts_this_python(monkeypatch, program) -> None:
    monkeypatch.setattr(jupyter, "kernel_program", lambda: program)
    assert [one.level for one in jupyter.examine_kernel()] == ["ok"]


def test_no_kernel(monkeypatch) -> None:
    monkeypatch.setattr(jupyter, "kernel_program", lambda: None)
    assert [one.level for one in jupyter.examine_kernel()] == ["broken"]


def test_another_python_than_the_one_that_make_lab_prepared(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(jupyter, "checkout", lambda: tmp_path)
    assert jupyter.examine_interpreter() == []
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("", encoding="utf-8")
    (found,) = jupyter.examine_interpreter()
    assert found.level == "note"
    assert sys.executable in found.sentence and str(tmp_path) in found.mend
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    assert jupyter.examine_interpreter() == []


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """A course of one notebook in `tmp_path`, with no practice folder yet."""
    editions = pytest.importorskip("cnnhelpers.course.editions")
    notebooks = pytest.importorskip("cnnhelpers.course.notebooks")
    monkeypatch.setattr(
        notebooks, "course_notebooks", lambda names=(): [tmp_path / "notebooks" / "00_start.ipynb"]
    )
    monkeypatch.setattr(editions, "default_target", lambda: tmp_path / "practice")
    return tmp_path


def test_practice_copies_not_made_yet(folders) -> None:
    found = places.examine_folders()[-1]
    assert (found.level, found.subject) == ("note", "practice")
    assert "cnnhelpers practice" in found.mend


def test_practice_copies_are_counted(folders) -> None:
    (folders / "practice").mkdir()
    (folders / "practice" / "00_start.ipynb").write_text("{}", encoding="utf-8")
    found = places.examine_folders()[-1]
    assert found.level == "ok" and found.sentence.startswith("1 practice ")


def test_a_practice_folder_that_is_a_file(folders) -> None:
    (folders / "practice").write_text("", encoding="utf-8")
    found = places.examine_folders()[-1]
    assert found.level == "problem" and "is a file" in found.sentence


def test_a_practice_folder_that_cannot_be_written_to(folders, monkeypatch) -> None:
    (folders / "practice").mkdir()
    monkeypatch.setattr(places.os, "access", lambda path, mode: False)
    found = places.examine_folders()[-1]
    assert found.level == "problem" and "cannot be written to" in found.sentence
    (folders / "practice").rmdir()
    found = places.examine_folders()[-1]
    assert found.level == "problem" and "--target" in found.mend


def test_no_notebooks(monkeypatch) -> None:
    notebooks = pytest.importorskip("cnnhelpers.course.notebooks")

    def none(names=()):
        raise FileNotFoundError("The course's notebooks are not there.")

    monkeypatch.setattr(notebooks, "course_notebooks", none)
    (found,) = places.examine_folders()
    assert (found.level, found.sentence) == ("broken", "The course's notebooks are not there.")


def test_a_package_that_is_not_installed_breaks_the_course(monkeypatch) -> None:
    monkeypatch.setattr(places, "version_of", lambda name: None)
    (found,) = places.examine_installation()
    assert found.level == "broken" and "notebooks cannot import it" in found.sentence


# ------------------------------------------------------------------ the report


def finding(level: str, subject: str = "this") -> doctor.Finding:
    return doctor.Finding(level, subject, f"{subject}.")


def test_the_verdict() -> None:
    assert "everything" in doctor.verdict([finding("ok"), finding("note")])
    verdict = doctor.verdict([finding("missing", "torch"), finding("problem", "kernel")])
    assert verdict.startswith("The course can run.")
    assert (
        "To be mended: kernel." in verdict and "Missing, and not needed to begin: torch." in verdict
    )
    assert doctor.verdict([finding("broken", "numpy")]).startswith("The course cannot run")


@pytest.mark.parametrize("level", ["missing", "problem", "broken"])
@pytest.mark.parametrize("module", [*NEEDED, "tqdm"])
def test_words_and_exit_status_never_contradict_each_other(
    monkeypatch, capsys, module, level
) -> None:
    """However a package fails: absent, not importable, or lacking another."""
    (package,) = (one for one in doctor.PACKAGES if one.module == module)
    ways = {
        "missing": lambda: monkeypatch.setattr(packages, "is_there", lambda name: False),
        "problem": lambda: monkeypatch.setattr(packages.importlib, "import_module", fail),
        "broken": lambda: monkeypatch.setattr(packages.importlib, "import_module", lack),
    }

    def fail(name: str) -> None:
        raise OSError("libfoo.so")

    def lack(name: str) -> None:
        raise ModuleNotFoundError(name="jupyterlab")

    ways[level]()
    found = packages.examine_package(package, {})
    monkeypatch.undo()
    monkeypatch.setattr(doctor, "examine", lambda: [found])
    status = doctor.main([])
    said = capsys.readouterr().out
    assert status == (1 if module in NEEDED else 0)
    assert ("The course cannot run yet" in said) is (module in NEEDED)
    assert ("The course can run" in said) is (module not in NEEDED)


@pytest.mark.parametrize(
    ("level", "status"), [("ok", 0), ("note", 0), ("missing", 0), ("problem", 0), ("broken", 1)]
)
def test_the_exit_status(monkeypatch, capsys, level, status) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: [finding("ok"), finding(level)])
    assert doctor.main([]) == status
    assert sys.executable in capsys.readouterr().out


def test_packages_are_named_as_conda_forge_names_them(tmp_path, monkeypatch) -> None:
    (tmp_path / "conda-meta").mkdir()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    mends = {one.module: packages.mend_for(one) for one in (*doctor.PACKAGES, doctor.TORCH)}
    assert mends["matplotlib"] == "conda install -c conda-forge 'matplotlib-base>=3.9'"
    assert "pytorch-cpu" in mends["torch"]
    assert "'pillow>=10.3'" in mends["PIL"]


def test_an_older_python_can_read_the_doctor() -> None:
    package = ROOT / "cnnhelpers"
    files = [package / "__init__.py", package / "__main__.py", package / "course" / "__init__.py"]
    files += [package / "course" / "terminal.py", *(package / "course" / "doctor").glob("*.py")]
    assert len(files) == 13
    for file in files:
        source = file.read_text(encoding="utf-8")
        assert " | None" not in source or "from __future__ import annotations" in source, file.name
        ast.parse(source, feature_version=(3, 8))
