# %% wrong: own weights everywhere, but the bias is still shared by a whole output channel
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    weights = side * side * out_channels * in_channels * kernel_size * kernel_size
    return weights + out_channels
# %% wrong: the output is one pixel too small, the +1 is missing
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size
    each = in_channels * kernel_size ** 2 + 1
    return side ** 2 * out_channels * each
# %% wrong: counts one row of outputs only, the number of positions is not squared
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = in_size - kernel_size + 1
    parameters = 0
    for channel in range(out_channels):
        for position in range(positions):
            parameters += in_channels * kernel_size * kernel_size
            parameters += 1
    return parameters
# %% right: counted position by position
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    starts = range(in_size - kernel_size + 1)
    window = kernel_size * kernel_size * in_channels
    return sum(out_channels * (window + 1) for _ in starts for _ in starts)
