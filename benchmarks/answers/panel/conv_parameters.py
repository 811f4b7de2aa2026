# %% wrong: in_channels is left out, a filter has a single kernel; shows when in_channels is more than 1
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (kernel_size**2 + 1)
# %% wrong: kernel_size is not squared; shows when kernel_size is more than 1
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = in_channels * out_channels * kernel_size
    bias = out_channels
    return weights + bias
# %% wrong: one bias for each kernel (in_channels * out_channels of them) and not one for each output channel; shows when in_channels is more than 1
def conv_parameters(in_channels, out_channels, kernel_size):
    one_kernel = kernel_size * kernel_size + 1
    n = 0
    for _ in range(in_channels):
        for _ in range(out_channels):
            n += one_kernel
    return n
# %% wrong: one bias for each input channel and not for each output channel; shows when the two numbers differ
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * (out_channels * kernel_size * kernel_size + 1)
# %% right: the size of the shapes of weight and bias, by math.prod
def conv_parameters(in_channels, out_channels, kernel_size):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    bias_shape = (out_channels,)
    return sum(math.prod(s) for s in (weight_shape, bias_shape))
