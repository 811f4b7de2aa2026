"""The book: the complete notebooks as a site that needs no kernel, no network and no server.

`make book`, or ``python -m cnnhelpers.book FOLDER``, builds it with Sphinx:

*   ``slices``: which cells a cell needs to run
*   ``explorers``: the explorers of a notebook, and what a page has to know of each
*   ``answers``: the questions, with their answers out of sight
*   ``pictures``: pictures as files, which a page loads when they come into view
*   ``pages``: a notebook as the source of a page
*   ``scripts``: the explorers' own page code as one script, which a page on disk can load
*   ``formulas``: formulas as MathML, which browsers draw without any script
*   ``front``: the first page
*   ``build``: all of it, into a folder; ``conf`` and ``templates/`` are Sphinx's

``page/`` holds what the browser gets: ``model.js`` stands in for the widgets' models.
"""
