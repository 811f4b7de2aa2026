"""Convolution in one and three dimensions, filters of signals."""
