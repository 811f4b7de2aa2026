# %% wrong: the depth is an exponent, (K² C²) ** depth
def stack_parameters(depth, kernel_size, channels):
    return (kernel_size**2 * channels**2) ** depth
# %% wrong: the channels are not squared
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size**2 * channels
# %% wrong: the kernel size is not squared
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels**2
# %% wrong: biases are counted
def stack_parameters(depth, kernel_size, channels):
    return depth * (kernel_size**2 * channels**2 + channels)
# %% wrong: only one layer, the depth is forgotten
def stack_parameters(depth, kernel_size, channels):
    return kernel_size**2 * channels**2
# %% wrong: the weights of one layer with a kernel of the stack's whole field
def stack_parameters(depth, kernel_size, channels):
    field = 1 + depth * (kernel_size - 1)
    return field**2 * channels**2
# %% wrong: the depth is squared as well
def stack_parameters(depth, kernel_size, channels):
    return (depth * kernel_size * channels) ** 2
# %% wrong: the first layer is taken to have a single input channel
def stack_parameters(depth, kernel_size, channels):
    return kernel_size**2 * channels + (depth - 1) * kernel_size**2 * channels**2
# %% wrong: channels are added, C + C, instead of multiplied
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size**2 * (channels + channels)
# %% wrong: one layer too few, range from 1
def stack_parameters(depth, kernel_size, channels):
    return sum(kernel_size**2 * channels**2 for _ in range(1, depth))
# %% right: product
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size**2 * channels**2
# %% right: a sum over layers
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for _ in range(depth):
        total += channels * channels * kernel_size * kernel_size
    return total
# %% right: size of an array of all weights
def stack_parameters(depth, kernel_size, channels):
    return np.empty((depth, channels, channels, kernel_size, kernel_size), np.int8).size
