# %% wrong: the output is taken to be in_size - kernel_size wide, without the + 1
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out = in_size - kernel_size
    return out * out * out_channels * (in_channels * kernel_size ** 2 + 1)
# %% wrong: the bias is shared within each output channel, only the weights are every output's own; shows for more than one output place
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    weights = side * side * out_channels * in_channels * kernel_size * kernel_size
    return weights + out_channels
# %% wrong: only one output channel is counted; shows for more than one
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    places = (in_size - kernel_size + 1) ** 2
    per_place = in_channels * kernel_size ** 2 + 1
    return places * per_place
# %% wrong: the number of places is not squared (one row of outputs only); shows when the output is more than one pixel high
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    number_of_windows = in_size - kernel_size + 1
    weights_of_window = in_channels * kernel_size * kernel_size
    return out_channels * number_of_windows * (weights_of_window + 1)
# %% right: three nested counts, one own filter after the other
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    total = 0
    for top in range(in_size):
        for left in range(in_size):
            if max(top, left) + kernel_size > in_size:
                continue
            total += out_channels + out_channels * in_channels * kernel_size * kernel_size
    return total
