"""``python -m cnnhelpers.book site``: build the book."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Build what the arguments say; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers.book",
        description="Build the complete notebooks as a site that works without kernel and network.",
    )
    parser.add_argument("site", type=Path, help="where to put the site, in place of an older one")
    parser.add_argument("names", nargs="*", help='notebooks, such as "03"; all by default')
    parser.add_argument("--work", type=Path, default=Path("build/book"), help="for what is between")
    parser.add_argument("--live", default="", help="where to try {name} live, relative to a page")
    given = parser.parse_args(argv)
    try:
        from cnnhelpers.book.build import build

        build(given.site, given.work, given.names, given.live)
    except ImportError as error:
        print(f'The book needs Sphinx ({error}). Try `pip install -e ".[book]"`.', file=sys.stderr)
        return 1
    except (OSError, ValueError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The book is in {given.site}: open {given.site / 'index.html'}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
