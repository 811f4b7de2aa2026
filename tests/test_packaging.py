"""What is installed: pyproject.toml, environment.yml, constraints.txt, the wheel, the commands."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version
from rattler import MatchSpec, VersionSpec
from rattler import Version as CondaVersion

from cnnhelpers import __main__ as command_line
from cnnhelpers.course import doctor

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
CONDA_NAMES = {"matplotlib": "matplotlib-base", "torch": "pytorch-cpu"}
posix = pytest.mark.skipif(os.name == "nt", reason="the scripts are for POSIX shells")


def requirements(*extras: str) -> dict[str, Requirement]:
    """The packages that pyproject.toml asks for with these extras, by name."""
    lines = list(PROJECT["dependencies"])
    for extra in extras:
        lines += PROJECT["optional-dependencies"][extra]
    found = {}
    for line in lines:
        requirement = Requirement(line)
        if requirement.name == "cnnhelpers":
            found |= requirements(*requirement.extras)
        else:
            found[requirement.name] = requirement
    return found


# ------------------------------------------------------------------ environment.yml


def probes(*texts: str) -> set[str]:
    """Versions at, just below and above every version that these ranges mention."""
    found = {"0.0.1", "999.0.0"}
    for text in texts:
        for number in re.findall(r"\d+(?:\.\d+)*", text):
            parts = [int(part) for part in number.split(".")]
            below = parts[:-1] + [parts[-1] - 1, 999] if parts[-1] else [0]
            above = parts[:-1] + [parts[-1] + 1]
            found |= {".".join(map(str, one)) for one in (parts, below, above, [parts[0] + 1, 0])}
    return found


def conda_accepts(spec: MatchSpec, version: str) -> bool:
    if spec.version is None:
        return True
    return VersionSpec(str(spec.version)).matches(CondaVersion(version))


def disagreements(environment: dict, wanted: dict[str, Requirement], python: str) -> list[str]:
    """What environment.yml and pyproject.toml do not agree about, as sentences."""
    found = []
    if environment["channels"] != ["conda-forge", "nodefaults"]:
        found.append("the channels are not conda-forge and nodefaults")
    specs = {}
    for entry in environment["dependencies"]:
        if not isinstance(entry, str):
            found.append(f"{entry} is no conda package; postBuild installs the course")
            continue
        spec = MatchSpec(entry, strict=True)
        specs[spec.name.normalized] = (spec, entry)
    _, entry = specs.pop("python")
    exact = re.fullmatch(r"python=(3\.\d+)", entry)
    if not exact:
        found.append(f"{entry} is not written as python=3.N, which is what repo2docker can read")
    elif exact[1] not in SpecifierSet(python):
        found.append(f"{entry} is outside of requires-python {python}")
    specs.pop("pip")  # for the line in postBuild
    for name, requirement in wanted.items():
        conda_name = CONDA_NAMES.get(name, name)
        if conda_name not in specs:
            found.append(f"{name} is missing; conda-forge calls it {conda_name}")
            continue
        spec, entry = specs.pop(conda_name)
        versions = sorted(probes(entry, str(requirement.specifier)), key=Version)
        by_conda = [one for one in versions if conda_accepts(spec, one)]
        if not by_conda:
            found.append(f"{entry} accepts nothing")
        for version in by_conda:
            if version not in requirement.specifier:
                found.append(f"{entry} accepts {version}, and pyproject's {requirement} does not")
    return found + [f"{entry} stands in environment.yml only" for _, entry in specs.values()]


def test_environment_yml_agrees_with_pyproject_toml() -> None:
    assert disagreements(CONDA, requirements("torch", "lab"), PROJECT["requires-python"]) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("python=3.12", "python>=3.11", "repo2docker"),
        ("python=3.12", "python=3.10", "outside of requires-python"),
        ("numpy>=1.26", "numpy>=1.20", "numpy>=1.20 accepts"),
        ("numpy>=1.26", "numpy", "numpy accepts"),
        ("ipywidgets>=8.1.2", "ipywidgets>=7", "ipywidgets>=7 accepts"),
        ("anywidget>=0.9.13", None, "anywidget is missing"),
        ("pytorch-cpu>=2.5", "pytorch>=2.5", "torch is missing; conda-forge calls it pytorch-cpu"),
        ("pytorch-cpu>=2.5", "pytorch-cpu >=2.5,<2.4", "accepts nothing"),
        ("tqdm>=4.66", ["tqdm>=4.66", "scipy>=1.11"], "scipy>=1.11 stands in environment.yml only"),
        ("tqdm>=4.66", ["tqdm>=4.66", {"pip": ["-e ."]}], "postBuild"),
    ],
)
def test_a_disagreement_is_found(old, new, complaint) -> None:
    assert old in CONDA["dependencies"]
    changed = []
    for entry in CONDA["dependencies"]:
        if entry != old:
            changed.append(entry)
        elif isinstance(new, list):
            changed += new
        elif new is not None:
            changed.append(new)
    environment = CONDA | {"dependencies": changed}
    found = disagreements(environment, requirements("torch", "lab"), PROJECT["requires-python"])
    assert any(complaint in one for one in found), found


def test_a_new_dependency_has_to_reach_environment_yml() -> None:
    wanted = requirements("torch", "lab") | {"scipy": Requirement("scipy>=1.11")}
    assert disagreements(CONDA, wanted, ">=3.11") == [
        "scipy is missing; conda-forge calls it scipy"
    ]


def test_binder_installs_the_package_after_the_environment() -> None:
    lines = (ROOT / "postBuild").read_text(encoding="utf-8").splitlines()
    assert "pip install --no-deps -e ." in lines
    if os.name != "nt":
        assert os.access(ROOT / "postBuild", os.X_OK)


# ------------------------------------------------------------------ constraints.txt


def pins() -> list[Requirement]:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    return [Requirement(line) for line in text.splitlines() if line and not line.startswith("#")]


def test_constraints_are_exact_and_hold_no_address() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|@|--|file:", text)
    for pin in pins():
        assert re.fullmatch(r"==[\d.]+(\.?post\d+)?", str(pin.specifier)), pin
        assert pin.url is None and not pin.extras
    assert "torch==2.13.0" in text.splitlines()


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_constraints_give_each_package_one_version_in_its_range(python: str, system: str) -> None:
    place = {"python_version": python, "python_full_version": f"{python}.6", "sys_platform": system}
    for name, requirement in requirements("torch", "lab", "test", "bench").items():
        versions = [
            str(pin.specifier).removeprefix("==")
            for pin in pins()
            if pin.name == name and (pin.marker is None or Marker(str(pin.marker)).evaluate(place))
        ]
        assert len(versions) == 1, f"{name}: {versions}"
        assert versions[0] in requirement.specifier, f"{requirement} does not allow {versions[0]}"


def test_the_doctor_knows_the_oldest_versions() -> None:
    known = {one.name: one.minimum for one in (*doctor.PACKAGES, doctor.TORCH)}
    wanted = {name: str(one.specifier) for name, one in requirements("torch", "lab").items()}
    assert wanted.pop("jsonschema").startswith("<"), "any old one will do"
    assert known == {name: oldest.removeprefix(">=") for name, oldest in wanted.items()}


def test_the_doctor_knows_the_oldest_python() -> None:
    oldest = ".".join(map(str, doctor.PYTHON_MINIMUM))
    assert PROJECT["requires-python"] == f">={oldest}"


# ------------------------------------------------------------------ the package


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as file:
        return set(file.namelist())


def in_git(*folders: str) -> set[str]:
    if shutil.which("git") is None:
        pytest.skip("git is not installed, so what belongs to the project is not known")
    done = subprocess.run(
        ["git", "ls-files", "-z", *folders], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout, so what belongs to the project is not known")
    return {name for name in done.stdout.split("\0") if name and (ROOT / name).exists()}


def test_the_wheel_holds_every_file_of_the_package(wheel: set[str]) -> None:
    # .js, .json, .npz and pictures as well as Python files.
    assert in_git("cnnhelpers") - wheel == set()


def test_the_wheel_holds_the_notebooks(wheel: set[str]) -> None:
    expected = {re.sub("^notebooks", "cnnhelpers/_notebooks", name) for name in in_git("notebooks")}
    assert expected
    assert expected - wheel == set()


def test_the_wheel_holds_the_settings_of_jupyter(wheel: set[str]) -> None:
    """Where JupyterLab's server and nbconvert look for them in an environment."""
    assert {name.partition(".data/data/")[2] for name in wheel if ".data/data/" in name} == {
        "share/jupyter/lab/settings/overrides.d/cnns-from-scratch.json",
        "etc/jupyter/jupyter_server_config.d/cnns-from-scratch.json",
        "etc/jupyter/jupyter_nbconvert_config.json",
    }


def test_the_wheel_holds_nothing_else(wheel: set[str]) -> None:
    ours = {name for name in wheel if ".data/data/" not in name}
    assert {name.split("/")[0].split("-")[0] for name in ours} == {"cnnhelpers"}
    assert not [name for name in wheel if "__pycache__" in name or ".ipynb_checkpoints" in name]


# ------------------------------------------------------------------ python -m cnnhelpers


def run(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "cnnhelpers", *arguments], cwd=ROOT, capture_output=True, text=True
    )


@pytest.mark.parametrize("arguments", [[], ["--help"], ["help"]])
def test_the_help_lists_every_command(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 0
    for name in command_line.COMMANDS:
        assert re.search(rf"^  {name} +\w", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(command_line.COMMANDS))
def test_each_command_has_help(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert f"python -m cnnhelpers {name}" in done.stdout


def test_an_unknown_command_is_refused_in_a_sentence() -> None:
    done = run("practise")
    assert done.returncode == 2
    assert done.stderr.startswith("There is no command 'practise'.")
    assert "practice" in done.stderr and "Traceback" not in done.stderr


def test_a_command_whose_package_is_missing_names_it(monkeypatch, capsys) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError("No module named 'nbclient'", name="nbclient")

    monkeypatch.setattr(command_line, "import_module", missing)
    assert command_line.main(["notebooks"]) == 1
    assert "nbclient" in capsys.readouterr().err


# ------------------------------------------------------------------ make and its script


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run tools/environment.sh on a machine with only the programs that a test puts in a folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "dirname", "cat", "cksum", "tr", "uname", "grep", "id"):
        (folder / name).symlink_to(shutil.which(name))

    def call(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["sh", str(ROOT / "tools" / "environment.sh"), *arguments],
            env={"PATH": str(folder)} | variables,
            capture_output=True,
            text=True,
        )

    call.folder = folder
    return call


def python_of(version: str) -> str:
    """A program that answers like a Python of this version."""
    suits = version in ("3.11", "3.12", "3.13")
    return f"echo {version}; exit {0 if suits else 3}"


SHIM = 'echo "pyenv: command not found" >&2; exit 127'


@posix
@pytest.mark.parametrize(
    ("programs", "chosen"),
    [
        ({"python3": python_of("3.12"), "python3.11": python_of("3.11")}, "python3"),
        ({"python3": python_of("3.9"), "python3.12": python_of("3.12")}, "python3.12"),
        ({"python3": python_of("3.14"), "python3.13": python_of("3.13")}, "python3.13"),
        ({"python3": SHIM, "python3.13": SHIM, "python3.11": python_of("3.11")}, "python3.11"),
        ({"python3.11": python_of("3.11"), "python3.13": python_of("3.13")}, "python3.13"),
    ],
)
def test_the_first_python_that_runs_and_fits_is_chosen(shell, programs, chosen) -> None:
    for name, script in programs.items():
        program(shell.folder, name, script)
    done = shell("which")
    assert (done.returncode, done.stdout) == (0, f"{chosen}\n"), done.stderr


@posix
def test_python_can_be_named(shell) -> None:
    program(shell.folder, "python3", python_of("3.12"))
    program(shell.folder, "mine", python_of("3.11"))
    assert shell("which", PYTHON="mine").stdout == "mine\n"


@posix
@pytest.mark.parametrize(
    ("script", "reason"), [(SHIM, "does not run"), (python_of("3.9"), "is Python 3.9")]
)
def test_a_named_python_that_does_not_do_is_passed_over_visibly(shell, script, reason) -> None:
    program(shell.folder, "python3", python_of("3.12"))
    program(shell.folder, "mine", script)
    done = shell("which", PYTHON="mine")
    assert done.stdout == "python3\n"
    assert f"PYTHON=mine {reason}" in done.stderr


@posix
@pytest.mark.parametrize("programs", [{}, {"python3": SHIM}, {"python3": python_of("3.10")}])
@pytest.mark.parametrize("kind", ["which", "lab"])
def test_no_python_is_said_in_a_sentence(shell, tmp_path, programs, kind) -> None:
    for name, script in programs.items():
        program(shell.folder, name, script)
    done = shell(kind, VENV=str(tmp_path / "venv"))
    assert done.returncode == 1
    assert done.stderr.startswith("No Python 3.11, 3.12 or 3.13 was found.")
    assert not (tmp_path / "venv").exists()


@posix
def test_a_folder_that_is_no_environment_is_left_alone(shell, tmp_path) -> None:
    program(shell.folder, "python3", python_of("3.12"))
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "letter.txt").write_text("mine", encoding="utf-8")
    done = shell("lab", VENV=str(tmp_path / "venv"))
    assert done.returncode == 1 and "is in the way" in done.stderr
    assert (tmp_path / "venv" / "letter.txt").exists()


@posix
@pytest.mark.parametrize(
    ("arguments", "variables"), [(["tset"], {}), (["lab"], {"TORCH": "maybe"})]
)
def test_a_mistyped_word_is_refused(shell, arguments, variables) -> None:
    done = shell(*arguments, **variables)
    assert done.returncode == 2
    assert "tset" in done.stderr or "TORCH=maybe" in done.stderr


@posix
@pytest.mark.parametrize(
    ("present", "installed"),
    [
        (["chromium", "make", "git", "python3"], None),
        (["google-chrome", "make", "git", "python3"], None),
        (["make", "git", "python3"], "chromium"),
        (["chromium", "make", "git"], "python3 python3-venv"),
        (["chromium", "make", "git", "python3 without venv"], "python3-venv"),
        (["python3"], "chromium git"),
    ],
)
def test_ci_installs_what_is_missing_and_then_tests(shell, tmp_path, present, installed) -> None:
    log = tmp_path / "log"
    for name in present:
        program(shell.folder, name, f'echo "{name} $*" >>{log}')
    python = python_of("3.12" if present[-1].startswith("python3") else "3.9")
    if present[-1] == "python3 without venv":
        python = f'case "$*" in *ensurepip*) exit 1 ;; esac; {python}'
    program(shell.folder, "python3", python)
    for name in ("sudo", "apt-get", "make"):
        # sudo runs nothing here: as somebody else than root, what it was given is all that counts.
        program(shell.folder, name, f'echo "{name} $*" >>{log}; [ $1 != test ] || exit 7')
    done = subprocess.run(
        ["sh", str(ROOT / ".ci/run")],
        env={"PATH": str(shell.folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    lines = log.read_text(encoding="utf-8").splitlines()
    assert done.returncode == 7, done.stderr  # that of make
    assert lines[-1] == "make test"
    asked = [line for line in lines if "apt-get install" in line]
    if installed is None:
        assert len(lines) == 1
    else:
        assert [line.endswith(f" {installed}") for line in asked] == [True]


needs_make = pytest.mark.skipif(
    os.name == "nt" or shutil.which("make") is None, reason="there is no make"
)


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    environment.pop("MFLAGS", None)
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )


def targets() -> set[str]:
    """What the Makefile can be asked for."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][\w-]*):", text, re.MULTILINE))


@needs_make
@pytest.mark.parametrize("arguments", [(), ("help",)])
def test_make_alone_names_every_target_and_no_other(arguments: tuple[str, ...]) -> None:
    done = make(ROOT, *arguments)
    assert done.returncode == 0
    named = set(re.findall(r"^  make ([\w-]+)", done.stdout, re.MULTILINE))
    # The environment that `make lab` makes is no end in itself.
    assert named == targets() - {"help", "environment-lab"}
    assert max(map(len, done.stdout.splitlines())) <= 100


@needs_make
@pytest.mark.parametrize("variable", ["PYTHON", "TORCH", "LAB_FLAGS", "K", "BROWSER", "ARGS"])
def test_make_help_names_the_variables(variable: str) -> None:
    assert f"{variable}=" in make(ROOT, "help").stdout


@needs_make
def test_make_clean_leaves_the_learners_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in (".venv", "practice", "live", "notebooks", "cnnhelpers", "tests", "benchmarks"):
        (tmp_path / name / "__pycache__").mkdir(parents=True)
        (tmp_path / name / "file").write_text("x", encoding="utf-8")
    other = tmp_path / "other"  # of another project, whose name stands in the user's shell
    other.mkdir()
    monkeypatch.setenv("VENV", str(other))
    for arguments in (["clean", f"VENV={other}"], ["clean"]):
        done = make(tmp_path, *arguments)
        assert done.returncode == 0, done.stderr
    assert other.exists()
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert {"practice/file", "practice/__pycache__", "live/file", "notebooks/file"} <= left
    assert not {name for name in left if name.startswith(".venv")}
    assert "cnnhelpers/__pycache__" not in left and "cnnhelpers/file" in left


@needs_make
@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("test", ""),
        ("lint", " lint"),
        ("test-package", " package"),
        ("test-notebooks", " notebooks"),
        ("test-browser", " browser"),
    ],
)
def test_make_hands_the_tests_to_one_program(target: str, parts: str) -> None:
    done = make(ROOT, "-n", target)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f".venv/bin/python tools/suite.py{parts}"


@needs_make
def test_make_hands_on_the_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tools").mkdir()
    text = "echo $K/$BROWSER/$ARGS/$VENV"
    (tmp_path / "tools" / "environment.sh").write_text(text, encoding="utf-8")
    monkeypatch.setenv("VENV", "of-another-project")
    for name in ("K", "BROWSER", "ARGS"):  # which `make test` hands on to this test, too
        monkeypatch.delenv(name, raising=False)
    shutil.copy(ROOT / "Makefile", tmp_path)
    done = make(tmp_path, "environment", "K=padding", "BROWSER=no", "ARGS=-m long")
    assert done.stdout == "padding/no/-m long/.venv\n", done.stderr
    assert make(tmp_path, "environment", "VENV=there").stdout == "///there\n"


# ------------------------------------------------------------------ what the README promises


README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_commands_that_exist() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)", README)) | set(
        re.findall(r"^make ([a-z-]+)", README, re.MULTILINE)
    )
    assert {"lab", "test"} <= named
    for target in named:
        assert re.search(rf"^{target}:", text, re.MULTILINE), target
    for extras in re.findall(r"-e \"\.\[([\w,]+)\]\"", README):
        assert set(extras.split(",")) <= set(PROJECT["optional-dependencies"])
    for name in re.findall(r"-m cnnhelpers (\w+)", README):
        assert name in command_line.COMMANDS


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "INSTRUCTORS.md"])
def test_links_lead_to_files(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in target:
            assert (ROOT / target).exists(), f"{name} links to {target}"


def jobs_of(workflow: str) -> dict[str, dict]:
    text = (ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8")
    return yaml.safe_load(text)["jobs"]


def commands(job: dict) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_the_workflow_runs_what_the_readme_says() -> None:
    jobs = jobs_of("test.yml")
    systems = {jobs["plain-commands"]["runs-on"], *jobs["make-test"]["strategy"]["matrix"]["os"]}
    assert {name.split("-")[0] for name in systems} == {"ubuntu", "macos", "windows"}
    steps = commands(jobs["plain-commands"])
    block = re.search(r"On Windows, the tests are these:\n+```powershell\n(.*?)```", README, re.S)
    for line in block[1].splitlines():
        assert line in steps
    assert "make test\n" in (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "jupyter execute notebooks/02_cross_correlation.ipynb" in commands(jobs["conda"])


def test_once_a_week_other_versions_are_tried() -> None:
    jobs = jobs_of("scheduled.yml")
    assert not [step for step in commands(jobs["newest"]) if "constraints.txt" in step]
    assert any("--resolution lowest-direct" in step for step in commands(jobs["oldest"]))
    assert "TORCH=no sh .ci/run" in commands(jobs["without-torch"])


@pytest.mark.parametrize("workflow", ["test.yml", "scheduled.yml"])
def test_workflows_name_files_that_exist(workflow: str) -> None:
    for job in jobs_of(workflow).values():
        for step in commands(job):
            for name in re.findall(r"(?:notebooks|tools|tests|\.ci)[\\/][\w./\\]+", step):
                assert (ROOT / name.replace("\\", "/")).exists(), step
