"""JupyterLab in a headless Chromium, for the browser tests and for ``benchmarks/latency.py``.

*   ``axe``: what axe-core finds in a part of the page
*   ``chromium``: which browser, and how to get one
*   ``pyodide``: Python for the browser, and how to get it
*   ``kernels``: kernels that are forked off one process
*   ``server``: one JupyterLab, in a temporary folder
*   ``page``: the page in which a notebook is open, and its kernel (``page.js`` runs there)
*   ``moves``: what an explorer showed before and after a key, judged
*   ``explorer``: one explorer in a notebook, driven with the keyboard
*   ``notebook``: an open notebook: run it, and list what a reader would see go wrong
*   ``lab``: server and browser together; opens a notebook

Each imports only from those above it. Nothing of the user's is touched: notebooks are copied, and
Jupyter's settings, runtime files, workspaces and trust database live in a temporary folder that
goes away with the server. No step sleeps for a fixed time; each waits for the condition that it
needs.
"""
