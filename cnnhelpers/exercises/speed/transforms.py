"""Winograd's F(2, 3): what two outputs of a kernel of 3 make of 4 pixels, by four products.

``OUT @ ((KERNEL @ w) * (TILE @ d))``; source: Lavin and Gray (2016), after Winograd (1980), where
the matrices are called Aᵀ, G and Bᵀ.
"""

from __future__ import annotations

import numpy as np

TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
