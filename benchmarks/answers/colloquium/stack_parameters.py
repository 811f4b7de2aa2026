# %% wrong: one factor C is missing: a filter is counted as if it read one channel only
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * kernel_size * channels
# %% wrong: the kernel is counted with K numbers instead of K times K
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for layer in range(depth):
        total += channels * channels * kernel_size
    return total
# %% wrong: one bias for each filter is counted too
def stack_parameters(depth, kernel_size, channels):
    per_filter = channels * kernel_size**2 + 1
    return depth * channels * per_filter
# %% wrong: counts the weights of the single large kernel that sees the same field, not those of the stack (right only for depth 1)
def stack_parameters(depth, kernel_size, channels):
    field = 1
    for _ in range(depth):
        field += kernel_size - 1
    return field**2 * channels**2
# %% right: sum of the sizes of the weights' shapes
def stack_parameters(depth, kernel_size, channels):
    shapes = [(channels, channels, kernel_size, kernel_size)] * depth
    return sum(map(math.prod, shapes))
