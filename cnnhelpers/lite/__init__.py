"""Builds the course for the browser: JupyterLite with practice copies and the package as a wheel.

``python -m cnnhelpers.lite FOLDER`` writes plain files that any web server can hand out.
"""
