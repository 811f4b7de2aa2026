"""The course around the package: practice copies, hints, solutions, and tidy notebooks.

Nothing is imported here, so that `import cnnhelpers.course` costs nothing; take what you need from
`notebooks`, `editions`, `magics`, `normalise`, `pictures` or `doctor`.
"""
