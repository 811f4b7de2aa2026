# %% wrong: ^ taken for a power, it is XOR
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size ^ 2 + out_channels

# %% wrong: a bias for each kernel of each input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    one_kernel = kernel_size * kernel_size + 1
    return out_channels * in_channels * one_kernel

# %% wrong: the input channels are forgotten
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (kernel_size ** 2 + 1)

# %% wrong: the kernel size is doubled, not squared
def conv_parameters(in_channels, out_channels, kernel_size):
    return (in_channels * kernel_size * 2 + 1) * out_channels

# %% wrong: the two channel counts are the wrong way round, a bias per input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    per_filter = out_channels * kernel_size * kernel_size + 1
    return in_channels * per_filter

# %% wrong: one bias for the whole layer
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size ** 2 + 1

# %% right: sizes of the arrays
def conv_parameters(in_channels, out_channels, kernel_size):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    return math.prod(weight_shape) + out_channels
