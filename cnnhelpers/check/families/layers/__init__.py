"""Mistakes that layers with channels share, in 1, 2 and 3 dimensions, with or without a batch.

``space`` is the number of axes along which the answer extends: an answer has the axes
(N, C_out, *space), or (C_out, *space) without a batch.
"""
