"""The course around the package: practice copies, hints, solutions, and tidy notebooks.

Nothing is imported here, so that `import cnnhelpers.course` costs nothing; take what you need
from its modules, such as `progress`, `editions` or `doctor`.
Notebooks ask their questions with `predict`, which is loaded when it is first used.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    if name == "predict":
        from cnnhelpers.course.prediction import predict

        return predict
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
