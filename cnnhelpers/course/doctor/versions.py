"""Versions of packages: those that are here, and those that are wanted."""

from __future__ import annotations

import re

from cnnhelpers.course.doctor.mending import checkout


def pinned_versions() -> dict[str, str]:
    """Return the versions in constraints.txt, by name; empty where the file is not at hand."""
    folder = checkout()
    try:
        text = (folder / "constraints.txt").read_text(encoding="utf-8") if folder else ""
    except OSError:
        return {}
    return dict(re.findall(r"^([\w.-]+)==([\w.!+]+)", text, re.MULTILINE))


def version_of(name: str, module: object = None) -> str | None:
    """Return the version of a package, or what its module says; None where neither is known."""
    # importlib.metadata came with Python 3.8; an older Python gets no further than its own version.
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return getattr(module, "__version__", None)


def wanted_by(name: str, package: str) -> str | None:
    """Return the version in the requirement `package~=version` of an installed package, if it has
    one.
    """
    from importlib import metadata

    try:
        requirements = metadata.requires(name) or []
    except metadata.PackageNotFoundError:  # found on the path, but not installed
        return None
    for line in requirements:
        match = re.match(r"([\w.-]+)\s*\(?~=\s*([\d.]+)", line)
        if match and match[1].replace("-", "_").lower() == package:
            return match[2]
    return None


def is_compatible(version: str, wanted: str) -> bool:
    """Return whether `version` fulfils `~=wanted`: at least it, and the same but for the last part.
    """
    same = len(numbers(wanted)) - 1
    return numbers(version) >= numbers(wanted) and numbers(version)[:same] == numbers(wanted)[:same]


def numbers(version: str) -> list[int]:
    """Return the numbers that a version begins with; none for one such as "unknown"."""
    match = re.match(r"\d+(?:\.\d+)*", version)
    return [int(part) for part in match[0].split(".")] if match else []


def dotted(version: tuple[int, ...]) -> str:
    """Return a version as one writes it."""
    return ".".join(str(part) for part in version)
