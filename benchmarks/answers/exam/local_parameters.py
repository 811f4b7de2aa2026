# %% wrong: arguments in the order of conv_parameters, not that of the task
def local_parameters(in_channels, out_channels, kernel_size, in_size):
    out_size = in_size - kernel_size + 1
    outputs = out_size * out_size * out_channels
    return outputs * (in_channels * kernel_size ** 2 + 1)

# %% wrong: biases are shared, one per output channel
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    weights = side ** 2 * out_channels * in_channels * kernel_size ** 2
    return weights + out_channels

# %% wrong: the + 1 of the output size is missing
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size
    return side ** 2 * out_channels * (in_channels * kernel_size ** 2 + 1)

# %% wrong: the output is taken as a row, not a square
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = in_size - kernel_size + 1
    return positions * out_channels * (in_channels * kernel_size ** 2 + 1)

# %% wrong: as many outputs as inputs, the window is not kept inside
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return in_size ** 2 * out_channels * (in_channels * kernel_size ** 2 + 1)

# %% wrong: one set of weights per place for all output channels, biases for each output
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    places = (in_size - kernel_size + 1) ** 2
    weights = places * in_channels * kernel_size ** 2
    biases = places * out_channels
    return weights + biases

# %% right: a convolution's count for every place
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    conv = out_channels * (in_channels * kernel_size * kernel_size + 1)
    side = in_size - (kernel_size - 1)
    return conv * side * side
