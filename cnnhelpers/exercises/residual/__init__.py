"""Residual blocks: the sum, its gradient, shortcuts where shapes change, and whole tables."""
