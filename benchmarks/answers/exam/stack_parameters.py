# %% wrong: the kernel size is not squared
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels ** 2
# %% wrong: a bias for each filter is counted
def stack_parameters(depth, kernel_size, channels):
    return depth * (kernel_size ** 2 * channels * channels + channels)
# %% wrong: ^ is taken for a power, it is the bitwise exclusive or
def stack_parameters(depth, kernel_size, channels):
    return depth * (kernel_size ^ 2) * (channels ^ 2)
# %% wrong: a filter reads one channel: C kernels a layer instead of C²
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * kernel_size * channels
# %% wrong: the first layer reads 3 channels, as of a photograph
def stack_parameters(depth, kernel_size, channels):
    total, read = 0, 3
    for _ in range(depth):
        total += kernel_size ** 2 * read * channels
        read = channels
    return total
# %% wrong: the depth is an exponent: layers are multiplied instead of added
def stack_parameters(depth, kernel_size, channels):
    one = kernel_size ** 2 * channels ** 2
    return one ** depth
# %% right: summed layer by layer
def stack_parameters(depth, kernel_size, channels):
    return sum(math.prod((channels, channels, kernel_size, kernel_size)) for _ in range(depth))
