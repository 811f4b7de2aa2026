# %% wrong: one bias for every pair of input and output channel instead of one for each output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    per_kernel = kernel_size * kernel_size + 1
    return in_channels * out_channels * per_kernel
# %% wrong: the kernel size is multiplied by 2 instead of squared
def conv_parameters(in_channels, out_channels, kernel_size):
    w = out_channels * in_channels * kernel_size * 2
    b = out_channels
    return w + b
# %% wrong: the input channels are ignored, as if each filter had one kernel only
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (kernel_size**2 + 1)
# %% wrong: only one bias is added for the whole layer instead of one for each output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    shape = (out_channels, in_channels, kernel_size, kernel_size)
    return math.prod(shape) + 1
# %% right: sizes of the two arrays
def conv_parameters(in_channels, out_channels, kernel_size):
    shapes = [(out_channels, in_channels, kernel_size, kernel_size), (out_channels,)]
    return sum(math.prod(s) for s in shapes)
