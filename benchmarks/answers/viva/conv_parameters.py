# %% wrong: the input channels are ignored: each output channel is counted with a single kernel of kernel_size squared weights
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (kernel_size ** 2 + 1)
# %% wrong: one bias for each kernel, that is for each pair of input and output channel, instead of one per output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    total = 0
    for o in range(out_channels):
        for i in range(in_channels):
            total += kernel_size * kernel_size + 1
    return total
# %% wrong: kernel_size times 2 in place of kernel_size squared, right only for a kernel size of 2
def conv_parameters(in_channels, out_channels, kernel_size):
    weights_per_filter = in_channels * kernel_size * 2
    return out_channels * weights_per_filter + out_channels
# %% wrong: in_channels and out_channels are exchanged, so there is one bias per input channel instead of one per output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    k = kernel_size
    return in_channels * out_channels * k * k + in_channels
# %% right: product of the shape of the weight, plus the length of the bias
def conv_parameters(in_channels, out_channels, kernel_size):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    bias_shape = (out_channels,)
    return sum(math.prod(shape) for shape in (weight_shape, bias_shape))
