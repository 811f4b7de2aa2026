# %% wrong: the size of the kernel is not squared
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels * channels
# %% wrong: biases are counted
def stack_parameters(depth, kernel_size, channels):
    one = channels * (channels * kernel_size ** 2 + 1)
    return depth * one
# %% wrong: C instead of C², each layer counted like a depthwise one
def stack_parameters(depth, kernel_size, channels):
    return sum(kernel_size * kernel_size * channels for layer in range(depth))
# %% right: layer after layer
def stack_parameters(depth, kernel_size, channels):
    return sum(math.prod((channels, channels, kernel_size, kernel_size)) for _ in range(depth))
