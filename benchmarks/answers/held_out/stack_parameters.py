# %% wrong: products instead of a sum over the layers
def stack_parameters(depth, kernel_size, channels):
    product = 1
    for _ in range(depth):
        product *= channels * channels * kernel_size * kernel_size
    return product
# %% wrong: the channels count once a layer
def stack_parameters(depth, kernel_size, channels):
    one_layer = channels * kernel_size * kernel_size
    return one_layer * depth
# %% wrong: K weights for each pair of channels, the kernel has only one side
def stack_parameters(depth, kernel_size, channels):
    one_layer = channels * channels * kernel_size
    return one_layer * depth
# %% wrong: a bias for each channel in every layer
def stack_parameters(depth, kernel_size, channels):
    one_layer = channels * (channels * kernel_size**2 + 1)
    return one_layer * depth
# %% wrong: one layer too many, range(depth + 1)
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for _ in range(depth + 1):
        total += channels**2 * kernel_size**2
    return total
# %% wrong: the total is set and not added to, only one layer remains
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for _ in range(depth):
        total = channels**2 * kernel_size**2
    return total
# %% wrong: the channels double with each layer
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for layer in range(depth):
        total += channels * 2**layer * channels * kernel_size**2
    return total
# %% wrong: 2 * channels for channels ** 2
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size**2 * 2 * channels
# %% wrong: kernels of 3 are assumed
def stack_parameters(depth, kernel_size, channels):
    return depth * 9 * channels**2
# %% wrong: the parameters are in another order, channels before kernel_size, and the channels are not squared (two mistakes)
def stack_parameters(depth, channels, kernel_size):
    return depth * kernel_size**2 * channels
# %% wrong: RecursionError, the depth does not get smaller
def stack_parameters(depth, kernel_size, channels):
    if depth == 0:
        return 0
    return channels**2 * kernel_size**2 + stack_parameters(depth, kernel_size, channels)
# %% right: recursion
def stack_parameters(depth, kernel_size, channels):
    if depth == 0:
        return 0
    return channels**2 * kernel_size**2 + stack_parameters(depth - 1, kernel_size, channels)
# %% right: math.prod
def stack_parameters(depth, kernel_size, channels):
    return math.prod((depth, channels, channels, kernel_size, kernel_size))
# %% right: a square
def stack_parameters(depth, kernel_size, channels):
    return (kernel_size * channels) ** 2 * depth
