# %% wrong: forgets the biases
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * in_channels * kernel_size ** 2
# %% wrong: kernel_size once instead of squared (right for 1)
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * kernel_size + 1)
# %% wrong: forgets the input channels: each filter has only one kernel
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * kernel_size * kernel_size + out_channels
# %% wrong: one bias for each kernel, that is for each pair of channels
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * (kernel_size ** 2 + 1)
# %% wrong: ^ for "to the power of"; in Python it is the exclusive or
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * kernel_size ^ 2) + out_channels
# %% right: adds up the shape's product by math.prod
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = math.prod((out_channels, in_channels, kernel_size, kernel_size))
    return out_channels + weights
