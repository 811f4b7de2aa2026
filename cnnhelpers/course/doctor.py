"""Say in plain words what is wrong with an environment, and how to mend it.

``python -m cnnhelpers doctor`` prints one line for each thing that the course uses, and closes with
a verdict. It exits with 0 as long as the course runs, if only in part, and with 1 when it cannot:
too old a Python, or no NumPy.

Whatever is missing may be any package, so this module imports nothing but the standard library, and
is written so that a Python older than the course's can still read and run it.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import platform
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PYTHON_MINIMUM = (3, 11)
PYTHON_TESTED = (3, 13)
TORCH_SECONDS = 120  # how long importing torch may take; the first time on a slow disk is long


@dataclass(frozen=True)
class Package:
    """A module, its package's name and oldest version, and what is so without it."""

    module: str
    name: str
    minimum: str
    without: str


# The minimum versions are those of pyproject.toml; a test compares them.
PACKAGES = (
    Package("numpy", "numpy", "1.26", "nothing of the course runs"),
    Package("matplotlib", "matplotlib", "3.9", "curves, bars and rows of images are not drawn"),
    Package("PIL", "pillow", "10.3", "photographs can neither be loaded nor drawn"),
    Package("ipywidgets", "ipywidgets", "8.1.2", "explorers show a still picture, without sliders"),
    Package("anywidget", "anywidget", "0.9.13", "explorers show a still picture, without sliders"),
    Package("tqdm", "tqdm", "4.66", "training shows no progress bar"),
    Package("threadpoolctl", "threadpoolctl", "3.5", "timings cannot be held to one thread"),
    Package("filelock", "filelock", "3.12", "answers that pass cannot be kept"),
    Package("jupyterlab", "jupyterlab", "4.2", "notebooks need another program to be opened in"),
    Package("ipykernel", "ipykernel", "6.29", "no notebook can run with this Python"),
    Package("nbformat", "nbformat", "5.10", "`python -m cnnhelpers notebooks` does not work"),
    Package("nbclient", "nbclient", "0.10", "`python -m cnnhelpers notebooks` does not work"),
)
TORCH = Package("torch", "torch", "2.5", "checks compare with recorded values instead, and say so")

LABEXTENSIONS = (
    ("ipywidgets", "@jupyter-widgets/jupyterlab-manager", "jupyterlab_widgets"),
    ("anywidget", "anywidget", "anywidget"),
)


@dataclass(frozen=True)
class Finding:
    """One line of the report.

    `level` is "ok", "note" (harmless), "missing" (the course runs without it), "problem" (part of
    the course does not work) or "broken" (the course cannot run). `subject` names the thing,
    `sentence` says what is so, and `mend` what to do, as a command or a sentence, or "".
    """

    level: str
    subject: str
    sentence: str
    mend: str = ""


# ----------------------------------------------------------------------------- the examination


def examine() -> list[Finding]:
    """Look at Python, the packages, JupyterLab's files, the kernel and the folders."""
    findings = [examine_python()]
    if findings[0].level == "broken":
        return findings  # what the packages say under an old Python would only mislead
    pinned = pinned_versions()
    packages = [examine_package(package, pinned) for package in PACKAGES]
    packages.append(examine_torch(pinned))
    findings += packages
    absent = {one.subject for one in packages if one.level == "missing"}
    if "jupyterlab" not in absent:
        findings += examine_labextensions(absent)
    findings += examine_interpreter()
    if "ipykernel" not in absent:
        findings += examine_kernel()
    findings += examine_installation()
    findings += examine_folders()
    return findings


def examine_python(version: tuple[int, ...] | None = None) -> Finding:
    """Judge the version of Python, `sys.version_info` unless given."""
    version = tuple(sys.version_info[:3]) if version is None else version
    text = ".".join(str(part) for part in version)
    if version[:2] < PYTHON_MINIMUM:
        return Finding(
            "broken",
            "Python",
            f"Python {text} is too old: the course needs {_dotted(PYTHON_MINIMUM)} or newer.",
            "Install a newer Python, then run `make lab`; `make lab PYTHON=python3.12` names one.",
        )
    if version[:2] > PYTHON_TESTED:
        return Finding(
            "note",
            "Python",
            f"Python {text} is newer than {_dotted(PYTHON_TESTED)}, the newest that the course is "
            "tested with. It may well work.",
        )
    return Finding("ok", "Python", f"Python {text}")


def examine_package(package: Package, pinned: dict[str, str]) -> Finding:
    """Import a package and judge its version, with `pinned` from `pinned_versions`."""
    if not _is_there(package.module):
        return _absent(package)
    try:
        module = importlib.import_module(package.module)
    except ModuleNotFoundError as error:
        return _lacks(package, error)
    except Exception as error:  # a package may fail in any way while it is imported
        return _fails(package, f"{type(error).__name__}: {error}")
    return _judge_version(package, _version(package.name, module), pinned)


def examine_torch(pinned: dict[str, str]) -> Finding:
    """Import torch in a process of its own: it is large, and may crash rather than raise."""
    if not _is_there("torch"):
        return _absent(TORCH)
    command = [sys.executable, "-c", "import torch; print(torch.__version__)"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TORCH_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        return _fails(TORCH, str(error))
    if done.returncode != 0:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        return _fails(TORCH, lines[-1] if lines else f"it ended with status {done.returncode}")
    return _judge_version(TORCH, done.stdout.decode().split()[-1], pinned)


def examine_labextensions(absent: set[str]) -> list[Finding]:
    """Judge whether JupyterLab has its part of the sliders, in a version that fits.

    A slider is drawn by JupyterLab, with files that belong to the package in the kernel. `absent`
    names packages already reported as missing.
    """
    findings = []
    for name, folder, package in LABEXTENSIONS:
        if name in absent:
            continue
        place = Path(sys.prefix, "share", "jupyter", "labextensions", folder, "package.json")
        again = _install(package, "--force-reinstall", "--no-deps")
        if not place.is_file():
            findings.append(
                Finding(
                    "problem",
                    package,
                    f"JupyterLab's part of {name} is not beside this Python, so the explorers "
                    "have no sliders if JupyterLab runs from here.",
                    again,
                )
            )
        elif name == "ipywidgets":
            wanted, got = _wanted_by("ipywidgets", package), _version(package)
            if wanted and got and not _compatible(got, wanted):
                findings.append(
                    Finding(
                        "problem",
                        package,
                        f"{package} {got} does not fit ipywidgets {_version('ipywidgets')}, which "
                        f"needs {wanted} or a later one of its kind; sliders may not show.",
                        _install(f"{package}~={wanted}"),
                    )
                )
            else:
                findings.append(Finding("ok", package, f"{package} {got or ''}".rstrip()))
    return findings


def examine_interpreter() -> list[Finding]:
    """Judge whether this is the Python that `make lab` prepared, where it has prepared one."""
    folder = _checkout()
    if folder is None:
        return []
    environment = folder / ".venv"
    if not (environment / "pyvenv.cfg").is_file() or _same(environment, Path(sys.prefix)):
        return []
    mend = f"{_quoted(_python_of(environment))} -m cnnhelpers doctor"
    if _in_kernel():
        mend = "Close JupyterLab and open the course with `make lab`."
    return [
        Finding(
            "note",
            "this Python",
            f"This is {sys.executable}, and not the environment {environment} that `make lab` "
            "made. If you mean to use that one:",
            mend,
        )
    ]


def examine_kernel() -> list[Finding]:
    """Judge whether the kernel "Python 3", which every notebook asks for, starts this Python."""
    program = _kernel_program()
    if program is None:
        return [
            Finding(
                "problem",
                "kernel",
                'JupyterLab would find no kernel called "Python 3" beside this Python.',
                f"{_quoted(sys.executable)} -m ipykernel install --sys-prefix",
            )
        ]
    # A bare name is replaced by Jupyter with the Python that it runs on itself.
    if os.path.isabs(program):
        ours, its = os.path.dirname(os.path.abspath(sys.executable)), os.path.dirname(program)
        if not _same(Path(ours), Path(its)):
            return [
                Finding(
                    "problem",
                    "kernel",
                    f'The kernel "Python 3" starts {program}, and not this Python, '
                    f"{sys.executable}. What is installed here is not what notebooks see.",
                    f"{_quoted(sys.executable)} -m ipykernel install --sys-prefix",
                )
            ]
    return [Finding("ok", "kernel", 'The kernel "Python 3" starts this Python.')]


def examine_installation() -> list[Finding]:
    """Judge whether a notebook in another folder could import cnnhelpers."""
    if _version("cnnhelpers") is not None:
        return []
    return [
        Finding(
            "problem",
            "cnnhelpers",
            "The course's package is not installed in this Python: notebooks cannot import it, "
            "other than in its own folder.",
            f"{_quoted(sys.executable)} -m pip install --no-deps -e {_quoted(_checkout() or '.')}",
        )
    ]


def examine_folders() -> list[Finding]:
    """Judge the folder of the notebooks and that of the practice copies."""
    try:
        from cnnhelpers.course.editions import default_target
        from cnnhelpers.course.notebooks import course_notebooks

        notebooks = course_notebooks()
        practice = default_target()
    except Exception as error:
        return [
            Finding(
                "problem",
                "notebooks",
                str(error) or type(error).__name__,
                "Get the course again; your practice copies are not part of it and stay.",
            )
        ]
    findings = [Finding("ok", "notebooks", f"{len(notebooks)} notebooks in {notebooks[0].parent}")]
    make = f"{_quoted(sys.executable)} -m cnnhelpers practice"
    if not os.path.lexists(practice):
        if os.access(practice.parent, os.W_OK):
            sentence = "Your practice copies have not been made yet."
            findings.append(Finding("note", "practice", sentence, make))
            return findings
        sentence = (
            f"{practice.parent} cannot be written to, so practice copies cannot be made there."
        )
    elif not practice.is_dir():
        sentence = f"{practice} is a file; the practice copies need a folder of that name."
    elif not os.access(practice, os.W_OK):
        sentence = f"{practice} cannot be written to, so your work there cannot be saved."
    else:
        count = sum(1 for _ in practice.glob("*.ipynb"))
        findings.append(Finding("ok", "practice", f"{count} practice copies in {practice}"))
        return findings
    findings.append(Finding("problem", "practice", sentence, make + " --target ANOTHER_FOLDER"))
    return findings


# ----------------------------------------------------------------------------- the report


def report(findings: list[Finding]) -> str:
    """The findings as text: one line each, how to mend it below, and the verdict at the end."""
    lines = []
    for one in findings:
        lines.append(f"{one.level:<8} {one.sentence}")
        if one.mend:
            lines.append(f"{'':<8}   {one.mend}")
    lines += ["", verdict(findings)]
    if sum(one.level in ("missing", "broken") for one in findings) > 1:
        lines.append(f"All at once: {all_at_once()}")
    return "\n".join(lines)


def all_at_once() -> str:
    """The command that installs everything the course uses."""
    folder = _checkout()
    if folder and not _in_conda():
        if os.name != "nt":
            return f"make -C {_quoted(folder)} lab"
        command = (
            f"{_quoted(sys.executable)} -m pip install -c {_quoted(folder / 'constraints.txt')}"
        )
        return f'{command} -e "{folder}[torch,lab]"'
    if folder:
        return f"conda env update -f {_quoted(folder / 'environment.yml')}"
    return f'{_quoted(sys.executable)} -m pip install "cnnhelpers[lab]"'


def verdict(findings: list[Finding]) -> str:
    """The closing sentence: can the course run, and what is missing or wrong?"""
    named = {
        level: ", ".join(dict.fromkeys(one.subject for one in findings if one.level == level))
        for level in ("missing", "problem", "broken")
    }
    if named["broken"]:
        return f"The course cannot run yet. To be mended first: {named['broken']}."
    sentences = []
    if named["problem"]:
        sentences.append(f"To be mended: {named['problem']}.")
    if named["missing"]:
        sentences.append(f"Missing, and not needed to begin: {named['missing']}.")
    if not sentences:
        return "The course can run; everything that it uses is there."
    return " ".join(["The course can run.", *sentences])


def main(argv: list[str] | None = None) -> int:
    """`python -m cnnhelpers doctor`; returns 0 if the course can run, if only in part, else 1."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers doctor",
        description="Say what is wrong with this environment, and how to mend it.",
    )
    parser.parse_args(argv)
    print(f"CNNs from Scratch, looked at with {sys.executable} on {platform.platform()}\n")
    findings = examine()
    print(report(findings))
    return 1 if any(one.level == "broken" for one in findings) else 0


# ----------------------------------------------------------------------------- how we know


def pinned_versions() -> dict[str, str]:
    """The versions in constraints.txt, by name; empty where the file is not at hand."""
    folder = _checkout()
    try:
        text = (folder / "constraints.txt").read_text(encoding="utf-8") if folder else ""
    except OSError:
        return {}
    return dict(re.findall(r"^([\w.-]+)==([\w.!+]+)", text, re.MULTILINE))


def _checkout() -> Path | None:
    """The folder of the course, where the package is used from there and not installed apart."""
    folder = Path(__file__).resolve().parents[2]
    return folder if (folder / "pyproject.toml").is_file() else None


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _absent(package: Package) -> Finding:
    level = "broken" if package.module == "numpy" else "missing"
    sentence = f"{package.name} is not installed: {package.without}."
    return Finding(level, package.name, sentence, _mend(package))


def _lacks(package: Package, error: ModuleNotFoundError) -> Finding:
    """The finding for a package that is there, but something that it imports is not."""
    needed = (error.name or "").split(".")[0]
    if needed in ("", package.module):
        return _fails(package, f"{type(error).__name__}: {error}")
    sentence = f"{package.name} is there, but needs {needed}, which is not: {package.without}."
    for other in PACKAGES:
        if other.module == needed:  # reported in a line of its own
            return Finding("note", package.name, sentence)
    level = "broken" if package.module == "numpy" else "problem"
    return Finding(level, package.name, sentence, _install(needed))


def _fails(package: Package, reason: str) -> Finding:
    level = "broken" if package.module == "numpy" else "problem"
    sentence = f"{package.name} is installed but cannot be imported ({reason}): {package.without}."
    again = _mend(package) if package is TORCH else _install(package.name, "--force-reinstall")
    return Finding(level, package.name, sentence, again)


def _judge_version(package: Package, version: str | None, pinned: dict[str, str]) -> Finding:
    if version is None:
        return Finding("ok", package.name, f"{package.name} (its version is unknown)")
    if _numbers(version) < _numbers(package.minimum):
        return Finding(
            "problem",
            package.name,
            f"{package.name} {version} is older than {package.minimum}, the oldest that the course "
            "is meant for; some things may fail.",
            _mend(package),
        )
    stored = pinned.get(package.name)
    if stored and stored != version.split("+")[0]:
        return Finding(
            "note",
            package.name,
            f"{package.name} {version}: harmless, but the stored outputs were made with {stored}, "
            "and yours may look a little different.",
        )
    return Finding("ok", package.name, f"{package.name} {version}")


def _mend(package: Package) -> str:
    if package is TORCH and not _in_conda():
        if _checkout() and os.name != "nt" and _same(_checkout() / ".venv", Path(sys.prefix)):
            return "make lab TORCH=yes"
        if sys.platform == "linux":
            return (
                f"uv pip install --python {_quoted(sys.executable)} --torch-backend=cpu torch   "
                "(pip would bring some 3 GB of CUDA libraries)"
            )
    return _install(f"{package.name}>={package.minimum}")


def _install(requirement: str, *options: str) -> str:
    """The command that installs a requirement into this environment."""
    if _in_conda():
        names = {"matplotlib": "matplotlib-base", "torch": "pytorch-cpu"}
        name, rest = re.match(r"([\w-]+)(.*)", requirement).groups()
        command = ["conda", "install", "-c", "conda-forge", names.get(name, name) + rest]
        return " ".join(_quoted(part) for part in command)
    command = [sys.executable, "-m", "pip", "install", *options, requirement]
    return " ".join(_quoted(part) for part in command)


def _quoted(text: object) -> str:
    """A path or requirement as one would type it; Windows' shells know double quotes only."""
    if os.name != "nt":
        return shlex.quote(str(text))
    return f'"{text}"' if re.search(r"[\s<>&|]", str(text)) else str(text)


def _in_conda() -> bool:
    return Path(sys.prefix, "conda-meta").is_dir()


def _in_kernel() -> bool:
    ipython = sys.modules.get("IPython")  # loaded, if this is a notebook; not worth loading else
    return ipython is not None and ipython.get_ipython() is not None


def _version(name: str, module: object = None) -> str | None:
    # importlib.metadata came with Python 3.8; an older Python gets no further than its own version.
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return getattr(module, "__version__", None)


def _wanted_by(name: str, package: str) -> str | None:
    """The version in the requirement `package~=version` of an installed package, if it has one."""
    from importlib import metadata

    for line in metadata.requires(name) or []:
        match = re.match(r"([\w.-]+)\s*\(?~=\s*([\d.]+)", line)
        if match and match[1].replace("-", "_").lower() == package:
            return match[2]
    return None


def _compatible(version: str, wanted: str) -> bool:
    """Whether `version` fulfils `~=wanted`: at least it, and the same but for the last part."""
    same = len(_numbers(wanted)) - 1
    return (
        _numbers(version) >= _numbers(wanted)
        and _numbers(version)[:same] == _numbers(wanted)[:same]
    )


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.match(r"\d+(?:\.\d+)*", version)[0].split(".")]


def _kernel_program() -> str | None:
    """The program that the kernel "Python 3" starts, or None where there is no such kernel."""
    try:
        from jupyter_client.kernelspec import KernelSpecManager

        return KernelSpecManager().get_kernel_spec("python3").argv[0]
    except Exception:  # no jupyter_client, or no such kernel: look where ipykernel puts it
        place = Path(sys.prefix, "share", "jupyter", "kernels", "python3", "kernel.json")
        try:
            return json.loads(place.read_text(encoding="utf-8"))["argv"][0]
        except (OSError, ValueError, LookupError):
            return None


def _python_of(environment: Path) -> Path:
    inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return environment.joinpath(*inside)


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
