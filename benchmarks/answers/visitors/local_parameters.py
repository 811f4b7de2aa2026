# %% wrong: the loops stop one window too early in both directions (1 to n without n)
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size + 1
    total = 0
    for row in range(1, out_size):
        for column in range(1, out_size):
            total += out_channels * (in_channels * kernel_size**2 + 1)
    return total
# %% wrong: lays the windows side by side (in_size // kernel_size of them) instead of moving by one pixel
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    per_side = in_size // kernel_size
    windows = per_side * per_side
    per_window = in_channels * kernel_size * kernel_size + 1
    return windows * per_window * out_channels
# %% wrong: one bias for each output channel, as in a convolution, instead of one for each output value
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    n = in_size - kernel_size + 1
    weights = (out_channels * n**2) * (in_channels * kernel_size**2)
    return weights + out_channels
# %% right: walks over all windows that fit
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    fits = [start for start in range(in_size) if start + kernel_size <= in_size]
    total = 0
    for _ in fits:
        for _ in fits:
            weights = out_channels * in_channels * kernel_size * kernel_size
            total += weights + out_channels
    return total
