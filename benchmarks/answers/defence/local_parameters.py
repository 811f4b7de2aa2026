# %% wrong: the weights are shared over all places: the formula of a convolution, without the number of output pixels
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    per_output = in_channels * kernel_size**2 + 1
    return out_channels * per_output
# %% wrong: one bias for each output channel instead of one for each output value
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    weights = side * side * out_channels * in_channels * kernel_size * kernel_size
    biases = out_channels
    return weights + biases
# %% wrong: the output side is in_size - kernel_size, the + 1 is missing
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size
    outputs = out_channels * out_size**2
    return outputs * (in_channels * kernel_size**2 + 1)
# %% wrong: two mistakes: the output side is not squared (one row of outputs only), and the biases are left out
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = in_size - kernel_size + 1
    window = in_channels * kernel_size * kernel_size
    return positions * out_channels * window
# %% right: walk over all window positions
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    total = 0
    top = 0
    while top + kernel_size <= in_size:
        left = 0
        while left + kernel_size <= in_size:
            total += (kernel_size * in_channels * kernel_size + 1) * out_channels
            left += 1
        top += 1
    return total
