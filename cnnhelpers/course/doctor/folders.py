"""The course's package, its notebooks, and the folder of the practice copies."""

from __future__ import annotations

import os
import sys

from cnnhelpers.course.doctor.finding import Finding
from cnnhelpers.course.doctor.mending import checkout, quoted
from cnnhelpers.course.doctor.versions import version_of


def examine_installation() -> list[Finding]:
    """Judge whether a notebook in another folder could import cnnhelpers."""
    if version_of("cnnhelpers") is not None:
        return []
    return [
        Finding(
            "broken",
            "cnnhelpers",
            "The course's package is not installed in this Python: notebooks cannot import it, "
            "other than in its own folder.",
            f"{quoted(sys.executable)} -m pip install --no-deps -e {quoted(checkout() or '.')}",
        )
    ]


def examine_folders() -> list[Finding]:
    """Judge the folder of the notebooks and that of the practice copies."""
    try:
        from cnnhelpers.course.editions import default_target
        from cnnhelpers.course.notebooks import course_notebooks

        notebooks = course_notebooks()
        practice = default_target()
    except ImportError:  # a package is missing, which has a line of its own
        return []
    except Exception as error:
        return [
            Finding(
                "broken",
                "notebooks",
                str(error) or type(error).__name__,
                "Get the course again; your practice copies are not part of it and stay.",
            )
        ]
    findings = [Finding("ok", "notebooks", f"{len(notebooks)} notebooks in {notebooks[0].parent}")]
    make = f"{quoted(sys.executable)} -m cnnhelpers practice"
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
