"""The whole convolution, with all its options."""
