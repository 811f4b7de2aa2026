# %% wrong: no + 1 in the output's size
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return (in_size - kernel_size) ** 2 * out_channels * (in_channels * kernel_size ** 2 + 1)
# %% wrong: one bias per channel
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    o = in_size - kernel_size + 1
    return o * o * out_channels * in_channels * kernel_size ** 2 + out_channels
# %% wrong: output not squared
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return (in_size - kernel_size + 1) * out_channels * (in_channels * kernel_size ** 2 + 1)
# %% wrong: output as large as the input
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return in_size ** 2 * out_channels * (in_channels * kernel_size ** 2 + 1)
# %% right: formula
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return (in_size - kernel_size + 1) ** 2 * out_channels * (in_channels * kernel_size ** 2 + 1)
