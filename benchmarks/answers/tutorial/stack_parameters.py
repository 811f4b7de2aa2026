# %% wrong: calls sum with a single number, which raises TypeError ('int' object is not iterable)
def stack_parameters(depth, kernel_size, channels):
    return sum(depth * kernel_size**2 * channels**2)
# %% wrong: counts the weights of the one large kernel that sees as much, 1 + depth · (K - 1) wide, not those of the stack; right for depth 1
def stack_parameters(depth, kernel_size, channels):
    field = 1
    for _ in range(depth):
        field += kernel_size - 1
    return field * field * channels * channels
# %% wrong: writes powers with ^, which is "exclusive or" in Python
def stack_parameters(depth, kernel_size, channels):
    return depth * (kernel_size ^ 2) * (channels ^ 2)
# %% wrong: two mistakes: the channels are counted once instead of squared, and a bias for each filter is added
def stack_parameters(depth, kernel_size, channels):
    one_layer = kernel_size * kernel_size * channels + channels
    return depth * one_layer
# %% right: layer by layer
def stack_parameters(depth, kernel_size, channels):
    return sum(math.prod((channels, channels, kernel_size, kernel_size)) for _ in range(depth))
