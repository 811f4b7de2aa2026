# %% wrong: the output is taken one pixel too small along each axis: in_size - kernel_size, without the + 1
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out = in_size - kernel_size
    return out * out * out_channels * (in_channels * kernel_size**2 + 1)
# %% wrong: one bias per output channel, as in a convolution, in place of one per output value
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size + 1
    outputs = out_channels * out_size**2
    weights = outputs * in_channels * kernel_size**2
    biases = out_channels
    return weights + biases
# %% wrong: the output positions are counted along one axis only: out_size is not squared
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size + 1
    per_output = in_channels * kernel_size * kernel_size + 1
    return out_size * out_channels * per_output
# %% wrong: two mistakes: in_channels is left out of the weights of an output, and the biases are left out altogether
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size + 1
    return out_size**2 * out_channels * kernel_size**2
# %% right: count window by window
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    starts = [s for s in range(in_size) if s + kernel_size <= in_size]
    count = 0
    for _ in starts:
        for _ in starts:
            count += out_channels * (kernel_size * kernel_size * in_channels + 1)
    return count
