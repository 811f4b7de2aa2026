"""Helpers of the course *CNNs from Scratch*.

Importing this package is cheap: it loads neither PyTorch nor Matplotlib nor ipywidgets. Import
what you need from its modules, for example::

    from cnnhelpers import check, draw, explore
    from cnnhelpers.functional import conv2d
"""

__version__ = "0.1.0"


def load_ipython_extension(shell: object) -> None:
    """`%load_ext cnnhelpers` gives a notebook the commands `%hint NAME` and `%solution NAME`."""
    from cnnhelpers.course.magics import load

    load(shell)
