# %% wrong: the kernel size is not squared: a kernel is counted as one row
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size * channels**2
# %% wrong: each filter is counted with one kernel only, not with one for each channel that it reads: C instead of C²
def stack_parameters(depth, kernel_size, channels):
    per_layer = kernel_size * kernel_size * channels
    return depth * per_layer
# %% wrong: C biases are counted in each layer
def stack_parameters(depth, kernel_size, channels):
    total = 0
    for _ in range(depth):
        total += channels * (channels * kernel_size**2 + 1)
    return total
# %% wrong: the weights of one large kernel that sees the same field, depth · (K - 1) + 1, are counted instead of those of the stack
def stack_parameters(depth, kernel_size, channels):
    field = 1
    for _ in range(depth):
        field += kernel_size - 1
    return field**2 * channels**2
# %% right: a list of shapes
def stack_parameters(depth, kernel_size, channels):
    shapes = [(channels, channels, kernel_size, kernel_size)] * depth
    return sum(math.prod(shape) for shape in shapes)
