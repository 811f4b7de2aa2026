"""What is measured on: the processor, by which tables have their place, and the versions."""

from __future__ import annotations

import os
import platform
import re
from datetime import date
from pathlib import Path


def processor() -> str:
    """Name what was measured on: the tables of each have a heading of their own.

    Processors of several generations may bear one name: family and model tell them apart.
    """
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        text = cpuinfo.read_text()
        found = re.search(r"^model name\s*:\s*(.+)$", text, re.M)
        name = found.group(1) if found else name
        name += " with AVX-512" if "avx512f" in text else ""
        kind = [re.search(rf"^{key}\s*:\s*(\d+)$", text, re.M) for key in ("cpu family", "model")]
        if all(kind):
            name += " (family {}, model {})".format(*(each.group(1) for each in kind if each))
    return f"{os.cpu_count()} cores of {name}"


def slug() -> str:
    """Return the processor's name as a part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", processor().lower()).strip("-")


def versions() -> str:
    """Return the system and the versions of what is compared."""
    import numpy as np
    import torch

    return (
        f"{platform.system()}, Python {platform.python_version()}, NumPy {np.__version__}, "
        f"PyTorch {torch.__version__}"
    )


def measured_on() -> str:
    """Return the sentence that stands above a table."""
    return f"Measured on {date.today().isoformat()}: {versions()}."
