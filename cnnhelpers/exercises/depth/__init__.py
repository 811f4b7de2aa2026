"""Layers that collapse into one, kinks that keep them apart, and weights to begin with."""
