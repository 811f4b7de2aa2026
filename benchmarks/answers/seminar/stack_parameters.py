# %% wrong: the kernel is counted with one side only, K in place of K times K; shows for kernels above 1
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels**2
# %% wrong: each filter has one kernel only, C in place of C times C; shows with more than one channel
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for layer in range(depth):
        total += kernel_size * kernel_size * channels
    return total
# %% wrong: biases are counted, too
def stack_parameters(depth, kernel_size, channels):
    one_layer = channels * (channels * kernel_size**2 + 1)
    return one_layer * depth
# %% wrong: the depth is squared with the kernel size, (depth K)² in place of depth K²; shows from two layers on
def stack_parameters(depth, kernel_size, channels):
    return (depth * kernel_size * channels) ** 2
# %% right: adds up the weights of each kernel, layer by layer
def stack_parameters(depth, kernel_size, channels):
    kernels = channels * channels
    return sum(kernels * kernel_size * kernel_size for _ in range(depth))
