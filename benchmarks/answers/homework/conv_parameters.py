# %% wrong: kernel_size not squared
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size + out_channels
# %% wrong: input channels not counted
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (kernel_size ** 2 + 1)
# %% wrong: a bias for each kernel plane
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * (kernel_size ** 2 + 1)
# %% wrong: a bias per input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size ** 2 + in_channels
# %% right: formula
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * kernel_size ** 2 + 1)
