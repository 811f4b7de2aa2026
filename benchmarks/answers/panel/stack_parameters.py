# %% wrong: K instead of K squared: a kernel has one row only; shows for K above 1
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels * channels

# %% wrong: C instead of C squared: each filter has a single kernel; shows for C above 1
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for layer in range(depth):
        total += channels * kernel_size ** 2
    return total

# %% wrong: biases are counted, one for each filter
def stack_parameters(depth, kernel_size, channels):
    one_layer = channels * (channels * kernel_size * kernel_size + 1)
    return depth * one_layer

# %% wrong: the weights of the layers are multiplied, not added; shows for depth above 1
def stack_parameters(depth, kernel_size, channels):
    n = 1
    for _ in range(depth):
        n *= kernel_size**2 * channels**2   # one more layer
    return n

# %% right: one square of K times C, times the depth
def stack_parameters(depth, kernel_size, channels):
    return (kernel_size * channels) ** 2 * depth
