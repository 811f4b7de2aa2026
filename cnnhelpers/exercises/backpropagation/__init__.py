"""Gradients of layers, by hand: what comes from above is sent on to inputs, weights and biases."""
