"""For those who teach: a speaker page for each notebook, and the pages of INSTRUCTORS.md.

`python -m cnnhelpers notes` writes them; both are made from the notebooks' instructor cells.
"""
