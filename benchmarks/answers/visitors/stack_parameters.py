# %% wrong: the biases are counted too
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for _ in range(depth):
        weight = np.zeros((channels, channels, kernel_size, kernel_size))
        bias = np.zeros(channels)
        total += weight.size + bias.size
    return total

# %% wrong: the weights of the one large kernel that sees as much are counted, not those of the stack
def stack_parameters(depth, kernel_size, channels):
    field = 1 + depth * (kernel_size - 1)
    return field ** 2 * channels ** 2

# %% wrong: each filter is given a single kernel, not one for each channel that it reads
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * kernel_size * channels

# %% right: a sum over layers, filters and the channels they read
def stack_parameters(depth, kernel_size, channels):
    kernel = sum(kernel_size for _ in range(kernel_size))
    one_filter = sum(kernel for _ in range(channels))
    return sum(channels * one_filter for _ in range(depth))
