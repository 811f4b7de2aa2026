"""Make a student's practice copies, then become the student's server.

JupyterHub starts this in place of `jupyterhub-singleuser`, as the student and in the student's
home. Copies that are there are left as they are. They lie in `~/cnn-practice`, outside of every
Git repository, so no pull can touch them.
"""

import os
import sys
from pathlib import Path

PRACTICE = "cnn-practice"


def make_copies(home: Path) -> None:
    """Make the practice copies that are missing; whatever goes wrong is only written to the log."""
    try:
        from cnnhelpers.course.editions import make_practice
        from cnnhelpers.course.notebooks import course_notebooks

        for done in make_practice(course_notebooks(), home / PRACTICE):
            if done.action != "kept":
                print(done, file=sys.stderr)
    except Exception as error:  # a student without copies still has a server
        print(f"No practice copies: {type(error).__name__}: {error}", file=sys.stderr)


if __name__ == "__main__":
    make_copies(Path.home())
    server = [sys.executable, "-m", "jupyterhub.singleuser", *sys.argv[1:]]
    sys.stderr.flush()
    os.execv(sys.executable, server)
