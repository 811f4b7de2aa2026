# %% wrong: the kernel size is not squared; shows for kernels larger than 1
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * kernel_size + 1)
# %% wrong: one bias for each input channel, not for each output channel; shows when the two differ
def conv_parameters(in_channels, out_channels, kernel_size):
    w = in_channels * out_channels * kernel_size ** 2
    return w + in_channels
# %% wrong: the kernel does not cover the input channels; shows for more than one input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    one_filter = kernel_size * kernel_size + 1
    return out_channels * one_filter
# %% wrong: a bias for each pair of input and output channel; shows for more than one input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    total = 0
    for out in range(out_channels):
        for inp in range(in_channels):
            total += kernel_size * kernel_size
            total += 1  # bias
    return total
# %% right: the product of the weight's shape, then the bias vector's length
def conv_parameters(in_channels, out_channels, kernel_size):
    shape_w = (out_channels, in_channels, kernel_size, kernel_size)
    shape_b = (out_channels,)
    return math.prod(shape_w) + math.prod(shape_b)
