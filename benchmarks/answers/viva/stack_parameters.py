# %% wrong: it counts the weights of the one joint kernel that the stack could be collapsed into, of size depth (K - 1) + 1, instead of those of the layers
def stack_parameters(depth, kernel_size, channels):
    field = depth * (kernel_size - 1) + 1
    return field**2 * channels**2
# %% wrong: channels in and out are added (2 C) instead of multiplied (C squared)
def stack_parameters(depth, kernel_size, channels):
    per_layer = kernel_size * kernel_size * (channels + channels)
    return depth * per_layer
# %% wrong: the first layer is taken to read an image of 3 channels instead of C
def stack_parameters(depth, kernel_size, channels):
    total, read = 0, 3
    for _ in range(depth):
        total += read * channels * kernel_size**2
        read = channels
    return total
# %% wrong: a kernel is counted with K weights instead of K times K
def stack_parameters(depth, kernel_size, channels):
    return depth * channels * channels * kernel_size
# %% right: adds up the sizes of weights that take no memory
def stack_parameters(depth, kernel_size, channels):
    layer = np.broadcast_to(0.0, (channels, channels, kernel_size, kernel_size))
    return sum(layer.size for _ in range(depth))
