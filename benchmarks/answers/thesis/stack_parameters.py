# %% wrong: the kernel size is not squared; shows for every kernel larger than 1
def stack_parameters(depth, kernel_size, channels):
    per_layer = kernel_size * channels * channels
    return depth * per_layer
# %% wrong: each filter has one kernel only, C in place of C²; shows from two channels on
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for layer in range(depth):
        for f in range(channels):
            total += kernel_size ** 2
    return total
# %% wrong: a bias is added for each filter
def stack_parameters(depth, kernel_size, channels):
    one_filter = kernel_size ** 2 * channels + 1
    return depth * channels * one_filter
# %% wrong: ^ (exclusive or) in place of ** for both squares
def stack_parameters(depth, kernel_size, channels):
    return depth * (kernel_size^2) * (channels^2)
# %% right: size of a weight array that is never filled
def stack_parameters(depth, kernel_size, channels):
    return math.prod((depth, channels, channels, kernel_size, kernel_size))
