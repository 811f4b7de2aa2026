# %% wrong: one bias for each pair of input and output channel, not for each output channel; shows for more than one input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    per_kernel = kernel_size ** 2 + 1
    return in_channels * out_channels * per_kernel
# %% wrong: the input channels are forgotten in the weights; shows for more than one input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = out_channels * kernel_size * kernel_size
    bias = out_channels
    return weights + bias
# %% wrong: one bias for each input channel, not for each output channel; shows where the two numbers differ
def conv_parameters(in_channels, out_channels, kernel_size):
    w = in_channels * out_channels * kernel_size**2
    return w + in_channels
# %% wrong: the kernel counts kernel_size * 2 weights in place of kernel_size squared; shows where kernel_size is not 2
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * in_channels * kernel_size * 2 + out_channels
# %% right: counted filter by filter
def conv_parameters(in_channels, out_channels, kernel_size):
    one_filter = 1  # its bias
    for _ in range(in_channels):
        one_filter += kernel_size * kernel_size
    return one_filter * out_channels
