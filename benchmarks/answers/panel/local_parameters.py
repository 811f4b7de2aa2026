# %% wrong: the bias is shared, one for each output channel and not for each output value; shows when there is more than one output place
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out = in_size - kernel_size + 1
    weights = out * out * out_channels * in_channels * kernel_size**2
    return weights + out_channels
# %% wrong: the output is in_size - kernel_size wide and high, the + 1 is missing
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size
    return side**2 * out_channels * (in_channels * kernel_size**2 + 1)
# %% wrong: in_channels and out_channels are exchanged; shows when the two differ
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    m = in_size - kernel_size + 1
    n_outputs = m * m * in_channels
    per_output = out_channels * kernel_size * kernel_size + 1
    return n_outputs * per_output
# %% wrong: two mistakes: the number of places is not squared (shows when there is more than one), and the biases are not counted
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    places = in_size - kernel_size + 1
    window = in_channels * kernel_size**2
    return out_channels * places * window
# %% right: counts place by place
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    count = 0
    for top in range(in_size - kernel_size + 1):
        for left in range(in_size - kernel_size + 1):
            count += out_channels + out_channels * in_channels * kernel_size * kernel_size
    return count
