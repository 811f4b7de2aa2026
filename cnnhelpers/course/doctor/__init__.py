"""Say in plain words what is wrong with an environment, and how to mend it.

``python -m cnnhelpers doctor`` prints one line for each thing that the course uses, and closes with
a verdict. It exits with 0 as long as the course runs, if only in part, and with 1 when it cannot:
too old a Python, no NumPy, no kernel for a notebook.

Whatever is missing may be any package, so these modules import nothing but the standard library,
and are written so that a Python older than the course's can still read and run them.
"""

from __future__ import annotations

import argparse
import platform
import sys

from cnnhelpers.course.doctor.finding import Finding
from cnnhelpers.course.doctor.folders import examine_folders, examine_installation
from cnnhelpers.course.doctor.jupyter import (
    examine_interpreter,
    examine_kernel,
    examine_labextensions,
    examine_settings,
)
from cnnhelpers.course.doctor.packages import (
    PACKAGES,
    PYTHON_MINIMUM,
    TORCH,
    examine_packages,
    examine_python,
)
from cnnhelpers.course.doctor.preflight import examine_for_a_class
from cnnhelpers.course.doctor.report import report, verdict
from cnnhelpers.course.doctor.versions import pinned_versions, version_of

__all__ = ["PACKAGES", "PYTHON_MINIMUM", "TORCH", "Finding", "examine", "main", "report", "verdict"]


def examine() -> list[Finding]:
    """Look at Python, the packages, JupyterLab's files, the kernel and the folders."""
    findings = [examine_python()]
    if findings[0].level == "broken":
        return findings  # what the packages say under an old Python would only mislead
    pinned = pinned_versions()
    packages = examine_packages(pinned)
    findings += packages
    absent = {one.subject for one in packages if one.level in ("missing", "broken")}
    if "jupyterlab" not in absent:
        findings += examine_labextensions(absent)
        if version_of("cnnhelpers") is not None:  # else that is said below
            findings += examine_settings()
    findings += examine_interpreter()
    if "ipykernel" not in absent:
        findings += examine_kernel()
    findings += examine_installation()
    findings += examine_folders()
    return findings


def main(argv: list[str] | None = None) -> int:
    """`python -m cnnhelpers doctor [--live]`; returns 0 if the course can run, if only in part."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers doctor",
        description="Say what is wrong with this environment, and how to mend it.",
    )
    parser.add_argument("--live", action="store_true", help="look at what a class needs, too")
    options = parser.parse_args(argv)
    print(f"CNNs from Scratch, looked at with {sys.executable} on {platform.platform()}\n")
    findings = examine()
    if options.live and not any(one.level == "broken" for one in findings):
        findings += examine_for_a_class()
    print(report(findings))
    return 1 if any(one.level == "broken" for one in findings) else 0
