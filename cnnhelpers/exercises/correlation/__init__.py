"""Cross-correlation in one and two dimensions, and what to do with it."""
