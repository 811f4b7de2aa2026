"""A first function."""
