# %% wrong: the output is taken as in_size - kernel_size wide and high, the + 1 is missing
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size
    outputs = out_size ** 2 * out_channels
    return outputs * (in_channels * kernel_size ** 2 + 1)
# %% wrong: one bias per output channel, as in a shared convolution, instead of one for every output value
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = (in_size - kernel_size + 1) ** 2
    weights = positions * out_channels * in_channels * kernel_size * kernel_size
    return weights + out_channels
# %% wrong: two mistakes: the outputs are counted along one axis only (not squared), and the biases are left out
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    windows = in_size - kernel_size + 1
    return windows * out_channels * in_channels * kernel_size ** 2
# %% wrong: out_channels is ignored: only the outputs of one output channel are counted
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    total = 0
    for row in range(in_size - kernel_size + 1):
        for column in range(in_size - kernel_size + 1):
            total += in_channels * kernel_size ** 2 + 1
    return total
# %% right: counts the starts of the windows with ranges, then weights and bias of each output
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    starts = len(range(in_size)[: -kernel_size + 1 or None])
    own = in_channels * kernel_size * kernel_size + 1
    return own * starts * starts * out_channels
