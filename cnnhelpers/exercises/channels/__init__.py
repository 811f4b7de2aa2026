"""Channels, filters and batches."""
