"""Several workers: shares of a batch, all-reduce, the ring, and what it costs."""
