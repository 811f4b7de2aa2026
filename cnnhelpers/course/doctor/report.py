"""What was found, as text, and what it comes to."""

from __future__ import annotations

from cnnhelpers.course.doctor.finding import Finding
from cnnhelpers.course.doctor.mending import all_at_once


def report(findings: list[Finding]) -> str:
    """Return the findings as text: one line each, how to mend it below, and the verdict at the end.
    """
    lines = []
    for one in findings:
        lines.append(f"{one.level:<8} {one.sentence}")
        if one.mend:
            lines.append(f"{'':<8}   {one.mend}")
    lines += ["", verdict(findings)]
    if sum(one.level in ("missing", "broken") for one in findings) > 1:
        lines.append(f"All at once: {all_at_once()}")
    return "\n".join(lines)


def verdict(findings: list[Finding]) -> str:
    """Return the closing sentence: can the course run, and what is missing or wrong?"""
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
