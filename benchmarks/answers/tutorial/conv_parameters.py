# %% wrong: unpacks kernel_size as a pair; TypeError, since it is one number
def conv_parameters(in_channels, out_channels, kernel_size):
    kh, kw = kernel_size
    return out_channels * (in_channels * kh * kw + 1)
# %% wrong: one bias for each kernel (each pair of input and output channel) in place of each output channel; right for one input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    one_kernel = kernel_size * kernel_size + 1
    return one_kernel * in_channels * out_channels
# %% wrong: kernel_size ^ 2 is exclusive or in Python, not a square (5 ^ 2 is 7)
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = in_channels * out_channels * (kernel_size ^ 2)
    return weights + out_channels
# %% wrong: two mistakes: the input channels are left out, and there is one bias in all in place of one per output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * kernel_size ** 2 + 1
# %% right: sizes of the arrays themselves
def conv_parameters(in_channels, out_channels, kernel_size):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    bias_shape = (out_channels,)
    return math.prod(weight_shape) + math.prod(bias_shape)
