# %% wrong: the biases are counted too, C more in each layer
def stack_parameters(depth, kernel_size, channels):
    one = channels * (channels * kernel_size**2 + 1)
    return depth * one
# %% wrong: each filter has one kernel only, so a layer has C·K² weights instead of C²·K²
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for layer in range(depth):
        total += channels * kernel_size * kernel_size
    return total
# %% wrong: the kernel size is not squared: depth·K·C² (as in one dimension)
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels**2
# %% wrong: counts one layer whose kernel is as large as the stack's receptive field, depth·(K - 1) + 1, instead of the layers of the stack
def stack_parameters(depth, kernel_size, channels):
    field = 1 + depth * (kernel_size - 1)
    return field**2 * channels**2
# %% right: the size of a weight array that is never filled
def stack_parameters(depth, kernel_size, channels):
    shape = (depth, channels, channels, kernel_size, kernel_size)
    return math.prod(shape)
