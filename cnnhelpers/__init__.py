"""Helpers of the course *CNNs from Scratch*.

Importing this package is cheap: it loads neither PyTorch nor Matplotlib nor ipywidgets. Import
what you need from its modules, for example::

    from cnnhelpers import check, draw, explore
    from cnnhelpers.functional import conv2d
"""

__version__ = "0.1.0"
