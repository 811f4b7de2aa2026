"""Normalisation: by the batch, by an average over batches, by the image; and its disappearance."""
