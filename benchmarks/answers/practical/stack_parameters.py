# %% wrong: a kernel is counted with one side only: depth · K · C² (the square of K is forgotten)
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels ** 2
# %% wrong: each filter is counted with one kernel, not one for each channel that it reads: depth · K² · C
def stack_parameters(depth, kernel_size, channels):
    return sum(kernel_size * kernel_size * channels for _ in range(depth))
# %% wrong: two mistakes: the layers of the stack are multiplied, (K² C²) ** depth, instead of added, and a bias for each filter is counted
def stack_parameters(depth, kernel_size, channels):
    one = channels * (channels * kernel_size ** 2 + 1)
    return one ** depth
# %% wrong: the return stands inside of the loop: only the first layer is counted (right for depth 1)
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for layer in range(depth):
        total += channels * channels * kernel_size * kernel_size
        return total
# %% right: sizes of the weight arrays
def stack_parameters(depth, kernel_size, channels):
    return sum(math.prod((channels, channels, kernel_size, kernel_size)) for _ in range(depth))
