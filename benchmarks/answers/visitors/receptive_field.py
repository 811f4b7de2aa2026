# %% wrong: on the way back it multiplies the whole size by the stride, not the size minus one
def receptive_field(layers):
    size = 1
    for kernel_size, stride, dilation in reversed(layers):
        effective_kernel = dilation * (kernel_size - 1) + 1
        size = size * stride + effective_kernel - 1
    return size


# %% wrong: the product of the strides includes the layer's own stride
def receptive_field(layers):
    K, S, D = np.array(layers).T
    return int(1 + np.sum((K - 1) * D * np.cumprod(S)))


# %% wrong: the dilation is taken for a second stride and widens the jump of all later layers, too
def receptive_field(layers):
    """Width of the field of one output."""
    size = 1
    jump = 1
    for layer in layers:
        k, s, d = layer
        size = size + (k - 1) * d * jump
        jump = jump * s * d
    return size


# %% right: from the output back to the input, recursively
def receptive_field(layers):
    if len(layers) == 0:
        return 1
    kernel_size, stride, dilation = layers[-1]
    # what one output of the last layer spans, in units of the layer before it
    def widen(size, rest):
        if not rest:
            return size
        k, s, d = rest[-1]
        return widen((size - 1) * s + (k - 1) * d + 1, rest[:-1])

    return widen((kernel_size - 1) * dilation + 1, list(layers[:-1]))
