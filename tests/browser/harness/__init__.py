"""JupyterLab in a headless Chromium, for the browser tests and for ``benchmarks/latency.py``.

*   ``chromium``: which browser, and how to get one
*   ``server``: one JupyterLab, in a temporary folder
*   ``lab``: server and browser together; opens a notebook
*   ``page``: the page in which it is open, and the kernel behind it (``page.js`` runs there)
*   ``notebook``: an open notebook: run it, and list what a reader would see go wrong
*   ``explorer``: one explorer in it, driven with the keyboard
*   ``moves``: what an explorer showed before and after a key, judged

Each imports only from those above it or beside it in the order chromium, server, page, moves,
explorer, notebook, lab. Nothing of the user's is touched: notebooks are copied, and Jupyter's
settings, runtime files, workspaces and trust database live in a temporary folder that goes away
with the server. No step sleeps for a fixed time; each waits for the condition that it needs.
"""
