# %% wrong: each single kernel has its own bias, also those of different input channels
def conv_parameters(in_channels, out_channels, kernel_size):
    per_kernel = kernel_size ** 2 + 1
    return in_channels * out_channels * per_kernel
# %% wrong: the kernel is shared by all input channels, in_channels is never used
def conv_parameters(in_channels, out_channels, kernel_size):
    area = kernel_size * kernel_size
    total = 0
    for _ in range(out_channels):
        total += area + 1
    return total
# %% wrong: 2 * kernel_size is written for the square of it
def conv_parameters(in_channels, out_channels, kernel_size):
    return (in_channels * kernel_size * 2 + 1) * out_channels
# %% right: math.prod of the weight's shape, and a bias a filter
def conv_parameters(in_channels, out_channels, kernel_size):
    return math.prod((out_channels, in_channels, kernel_size, kernel_size)) + out_channels
