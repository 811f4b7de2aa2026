"""Training: batches, steps, an epoch, and what is measured of it."""
