"""Padding, stride and dilation."""
