# %% wrong: the output positions are counted along one side only (not squared)
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = in_size - kernel_size + 1
    return positions * out_channels * (in_channels * kernel_size**2 + 1)
# %% wrong: the bias is shared: one for each output channel, not one for each output value
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size + 1
    weights = out_size * out_size * out_channels * in_channels * kernel_size * kernel_size
    return weights + out_channels
# %% wrong: two mistakes: one position too few along each side (no + 1), and no biases
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    n = in_size - kernel_size
    outputs = n * n * out_channels
    return outputs * in_channels * kernel_size**2
# %% wrong: the output channels are forgotten
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    outputs = (in_size - kernel_size + 1) ** 2
    each = in_channels * kernel_size**2 + 1
    return outputs * each
# %% right: the shapes of weight and bias, multiplied by math.prod
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    starts = range(in_size - kernel_size + 1)
    bias = (out_channels, len(starts), len(starts))
    weight = bias + (in_channels, kernel_size, kernel_size)
    return math.prod(weight) + math.prod(bias)
