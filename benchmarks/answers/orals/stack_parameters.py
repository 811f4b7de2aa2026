# %% wrong: the biases are counted, C more in each layer
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for _ in range(depth):
        total += channels * (channels * kernel_size * kernel_size + 1)
    return total
# %% wrong: the kernel counts K weights in place of K · K
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels**2
# %% wrong: each filter has one kernel only, as in a depthwise layer: a factor C is missing
def stack_parameters(depth, kernel_size, channels):
    weights_of_one_kernel = kernel_size**2
    weights_of_one_layer = channels * weights_of_one_kernel
    return depth * weights_of_one_layer
# %% wrong: counts one layer with the kernel that sees as much as the stack, 1 + depth · (K − 1), in place of the layers of the stack
def stack_parameters(depth, kernel_size, channels):
    field = 1
    for _ in range(depth):
        field += kernel_size - 1
    return field**2 * channels**2
# %% right: the sizes of weight shapes added up
def stack_parameters(depth, kernel_size, channels):
    shapes = [(channels, channels, kernel_size, kernel_size)] * depth
    return sum(map(math.prod, shapes))
