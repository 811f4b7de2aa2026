"""``python -m cnnhelpers.lite FOLDER``: build the course for the browser."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cnnhelpers.lite.build import PYODIDE, build


def main(argv: list[str] | None = None) -> int:
    """Build what the arguments say; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers.lite",
        description="Build the course as a site in which notebooks run in the browser itself.",
    )
    parser.add_argument("site", type=Path, help="where to put the site, in place of an older one")
    parser.add_argument("names", nargs="*", help='notebooks, such as "03"; all by default')
    parser.add_argument("--work", type=Path, default=Path("build/lite"), help="for what is between")
    parser.add_argument(
        "--pyodide", help="the address of a pyodide.js, or a folder with an unpacked Pyodide"
    )
    given = parser.parse_args(argv)
    try:
        build(given.site, given.work, given.names, given.pyodide or PYODIDE)
    except ModuleNotFoundError as error:
        print(f'This needs JupyterLite ({error}). Try `pip install -e ".[site]"`.', file=sys.stderr)
        return 1
    except (OSError, ValueError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The course for the browser is in {given.site}. A web server has to hand it out:")
    print(f"    python -m http.server --bind 127.0.0.1 --directory {given.site} 8000")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
