# %% wrong: kernel_size ^ 2 is bitwise XOR in Python, not the square, so the number of weights in a kernel is wrong (7 instead of 25 for a kernel of 5)
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * (kernel_size ^ 2) + 1)
# %% wrong: in_channels is ignored: each filter is counted as one K x K kernel, right only for one input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = out_channels * kernel_size * kernel_size
    biases = out_channels
    return weights + biases
# %% wrong: counts one bias for every kernel, in_channels * out_channels of them, instead of one per output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    one_kernel = kernel_size ** 2 + 1
    return one_kernel * in_channels * out_channels
# %% wrong: two mistakes: kernel_size is counted once instead of squared, and the biases are missing
def conv_parameters(in_channels, out_channels, kernel_size):
    total = 0
    for _ in range(out_channels):
        total += in_channels * kernel_size
    return total
# %% right: sizes of the real arrays
def conv_parameters(in_channels, out_channels, kernel_size):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    bias_shape = (out_channels,)
    return sum(math.prod(shape) for shape in (weight_shape, bias_shape))
