"""Exercises of notebook 10: one convolution, computed in six ways."""
