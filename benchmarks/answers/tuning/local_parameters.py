# %% wrong: the biases are forgotten
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = (in_size - kernel_size + 1) ** 2
    return positions * out_channels * in_channels * kernel_size**2
# %% wrong: one bias for each output channel instead of for each output value
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = (in_size - kernel_size + 1) ** 2
    return positions * out_channels * in_channels * kernel_size**2 + out_channels
# %% wrong: the weights are shared, as in a convolution
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return out_channels * (in_channels * kernel_size**2 + 1)
# %% wrong: output size without the + 1
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = (in_size - kernel_size) ** 2
    return positions * out_channels * (in_channels * kernel_size**2 + 1)
# %% wrong: the output is taken to be as large as the input
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    outputs = out_channels * in_size**2
    return outputs * (in_channels * kernel_size**2 + 1)
# %% wrong: the output size is not squared (one row of outputs only)
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    outputs = out_channels * (in_size - kernel_size + 1)
    return outputs * (in_channels * kernel_size**2 + 1)
# %% wrong: the kernel size is not squared
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    outputs = out_channels * (in_size - kernel_size + 1) ** 2
    return outputs * (in_channels * kernel_size + 1)
# %% wrong: counts dense weights, each output sees the whole input
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    outputs = out_channels * (in_size - kernel_size + 1) ** 2
    return outputs * (in_channels * in_size**2 + 1)
# %% wrong: the output channels are forgotten
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return (in_size - kernel_size + 1) ** 2 * (in_channels * kernel_size**2 + 1)
# %% wrong: the signature's order is changed, kernel_size before in_size
def local_parameters(kernel_size, in_size, in_channels, out_channels):
    outputs = out_channels * (in_size - kernel_size + 1) ** 2
    return outputs * (in_channels * kernel_size**2 + 1)
# %% wrong: two mistakes: output size without the + 1, and no biases
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size
    return side * side * in_channels * out_channels * kernel_size * kernel_size
# %% right: outputs times what each costs
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    outputs = out_channels * (in_size - kernel_size + 1) ** 2
    return outputs * (in_channels * kernel_size**2 + 1)
# %% right: weights and biases apart
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    weights = side * side * out_channels * in_channels * kernel_size * kernel_size
    biases = side * side * out_channels
    return weights + biases
# %% right: counting windows in loops
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    count = 0
    for top in range(in_size - kernel_size + 1):
        for left in range(in_size - kernel_size + 1):
            for f in range(out_channels):
                count += in_channels * kernel_size * kernel_size + 1
    return count
# %% right: shapes of arrays
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = len(range(0, in_size - kernel_size + 1))
    weight_shape = (out_channels, side, side, in_channels, kernel_size, kernel_size)
    bias_shape = (out_channels, side, side)
    return math.prod(weight_shape) + math.prod(bias_shape)
