"""Pooling, its shapes, and how little it feels a shift."""
