"""Data that ships with the course: handwritten digits and a few photographs. Nothing is downloaded.

Origins and licences stand in ``files/LICENCES.md`` and, for each photograph, in :func:`about`.
Digits need NumPy alone; photographs are decoded by Pillow, which is loaded on first use.
"""

from cnnhelpers.datasets.drawing import centre_digit
from cnnhelpers.datasets.handwritten import digits, watched
from cnnhelpers.datasets.photos import About, about, photograph, photographs
from cnnhelpers.datasets.resizing import resized

__all__ = [
    "About",
    "about",
    "centre_digit",
    "digits",
    "photograph",
    "photographs",
    "resized",
    "watched",
]
