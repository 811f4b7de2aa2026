# %% wrong: the output is counted as in_size - kernel_size wide, one too few
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size
    values = out_channels * out_size**2
    return values * (in_channels * kernel_size**2 + 1)
# %% wrong: one bias for each output channel, not for each output value; shows where the output is larger than one pixel
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    o = in_size - kernel_size + 1
    weights = o * o * out_channels * in_channels * kernel_size * kernel_size
    biases = out_channels
    return weights + biases
# %% wrong: the output is counted as high as it is wide only once (out_size, not out_size squared); shows where the output is larger than one pixel
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = in_size - kernel_size + 1
    cost = in_channels * kernel_size ** 2 + 1
    return positions * out_channels * cost
# %% wrong: the output is counted as large as the input; shows where kernel_size is not 1
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    outputs = in_size * in_size * out_channels
    return outputs * (in_channels * kernel_size * kernel_size + 1)
# %% right: a sum over all output values
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    places = range(in_size - kernel_size + 1)
    per_value = in_channels * kernel_size**2 + 1
    return sum(per_value * out_channels for row in places for column in places)
