"""JupyterLab's files and the kernel: would a notebook run here, with its sliders?"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from cnnhelpers.course.doctor.finding import Finding
from cnnhelpers.course.doctor.mending import (
    again,
    checkout,
    in_kernel,
    install,
    is_same,
    python_of,
    quoted,
)
from cnnhelpers.course.doctor.versions import is_compatible, version_of, wanted_by

LABEXTENSIONS = (
    ("ipywidgets", "@jupyter-widgets/jupyterlab-manager", "jupyterlab_widgets"),
    ("anywidget", "anywidget", "anywidget"),
)


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
        again = install(package, "--force-reinstall", "--no-deps")
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
            wanted, got = wanted_by("ipywidgets", package), version_of(package)
            if wanted and got and not is_compatible(got, wanted):
                findings.append(
                    Finding(
                        "problem",
                        package,
                        f"{package} {got} does not fit ipywidgets {version_of('ipywidgets')}, "
                        f"which needs {wanted} or a later one of its kind; sliders may not show.",
                        install(f"{package}~={wanted}"),
                    )
                )
            else:
                findings.append(Finding("ok", package, f"{package} {got or ''}".rstrip()))
    return findings


# The files of the course's jupyter/ as they are installed, below sys.prefix, and what one sees
# where a file is not there.
SETTINGS = (
    (
        "share/jupyter/lab/settings/overrides.d/cnns-from-scratch.json",
        "explorers in a saved copy are still pictures when it is opened again",
    ),
    (
        "etc/jupyter/jupyter_server_config.d/cnns-from-scratch.json",
        'a copy that is saved after a restart may say "Error displaying widget"',
    ),
    (
        "etc/jupyter/jupyter_nbconvert_config.json",
        "an exported page wants the network for its explorers",
    ),
)


def examine_settings() -> list[Finding]:
    """Judge whether JupyterLab and nbconvert find the course's settings beside this Python."""
    wrong = []
    for name, consequence in SETTINGS:
        try:
            json.loads(Path(sys.prefix, name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            wrong.append(f"{name} is not there ({consequence})")
        except (OSError, ValueError):
            wrong.append(f"{name} cannot be read ({consequence})")
    if not wrong:
        sentence = "The course's settings of Jupyter are in place."
        return [Finding("ok", "Jupyter's settings", sentence)]
    sentence = f"Of the course's settings of Jupyter, below {sys.prefix}: {'; '.join(wrong)}."
    return [Finding("problem", "Jupyter's settings", sentence, again())]


def examine_interpreter() -> list[Finding]:
    """Judge whether this is the Python that `make lab` prepared, where it has prepared one."""
    folder = checkout()
    if folder is None:
        return []
    environment = folder / ".venv"
    if not (environment / "pyvenv.cfg").is_file() or is_same(environment, Path(sys.prefix)):
        return []
    mend = f"{quoted(python_of(environment))} -m cnnhelpers doctor"
    if in_kernel():
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
    program = kernel_program()
    if program is None:
        return [
            Finding(
                "broken",
                "kernel",
                'JupyterLab would find no kernel called "Python 3" beside this Python.',
                f"{quoted(sys.executable)} -m ipykernel install --sys-prefix",
            )
        ]
    # A bare name is replaced by Jupyter with the Python that it runs on itself.
    if os.path.isabs(program):
        ours, its = os.path.dirname(os.path.abspath(sys.executable)), os.path.dirname(program)
        if not is_same(Path(ours), Path(its)):
            return [
                Finding(
                    "problem",
                    "kernel",
                    f'The kernel "Python 3" starts {program}, and not this Python, '
                    f"{sys.executable}. What is installed here is not what notebooks see.",
                    f"{quoted(sys.executable)} -m ipykernel install --sys-prefix",
                )
            ]
    return [Finding("ok", "kernel", 'The kernel "Python 3" starts this Python.')]


def kernel_program() -> str | None:
    """Return the program that the kernel "Python 3" starts, or None where there is no such kernel.
    """
    try:
        from jupyter_client.kernelspec import KernelSpecManager

        return str(KernelSpecManager().get_kernel_spec("python3").argv[0])
    except Exception:  # no jupyter_client, or no such kernel: look where ipykernel puts it
        place = Path(sys.prefix, "share", "jupyter", "kernels", "python3", "kernel.json")
        try:
            return str(json.loads(place.read_text(encoding="utf-8"))["argv"][0])
        except (OSError, ValueError, LookupError):
            return None
