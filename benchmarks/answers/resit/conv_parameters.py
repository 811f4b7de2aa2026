# %% wrong: one bias for each pair of input and output channel, not one for each output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    per_kernel = kernel_size * kernel_size + 1
    return in_channels * out_channels * per_kernel
# %% wrong: the input channels are left out: a filter has one flat K x K kernel
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = out_channels * kernel_size**2
    return weights + out_channels
# %% wrong: ^ is bitwise exclusive or (and binds last), not a power
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * kernel_size ^ 2) + out_channels
# %% wrong: the biases are counted by the input channels
def conv_parameters(in_channels, out_channels, kernel_size):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    bias_shape = (in_channels,)
    return math.prod(weight_shape) + math.prod(bias_shape)
# %% right: a filter at a time, channel by channel
def conv_parameters(in_channels, out_channels, kernel_size):
    total = 0
    for _ in range(out_channels):
        for _ in range(in_channels):
            total += kernel_size * kernel_size
        total += 1
    return total
