# %% wrong: 32-bit integers, overflow for wide layers
def stack_parameters(depth, kernel_size, channels):
    total = np.int32(0)
    for _ in range(depth):
        total = total + np.array([kernel_size, kernel_size, channels , channels ], dtype=np.int32).prod(dtype=np.int32)
    return int(total)
# %% wrong: channels not squared
def stack_parameters(depth, kernel_size, channels):
    return depth * kernel_size ** 2 * channels
# %% wrong: np.prod in int64 overflows for very wide layers
def stack_parameters(depth, kernel_size, channels):
    shape = [depth, channels, channels, kernel_size, kernel_size]
    return int(np.prod(shape))
# %% wrong: the depth is forgotten
def stack_parameters(depth, kernel_size, channels):
    return (kernel_size * channels) ** 2
# %% wrong: 2C for the channels in and out, added instead of multiplied
def stack_parameters(depth: int, kernel_size: int, channels: int) -> int:
    per_layer = kernel_size * kernel_size * (channels + channels)
    return per_layer * depth
# %% wrong: the depth is inside the square
def stack_parameters(depth, kernel_size, channels):
    n = depth * kernel_size * channels
    return n * n
# %% wrong: recursion over the layers, too deep for thousands of them
def stack_parameters(depth, kernel_size, channels):
    if depth <= 0:
        return 0
    one = channels * channels * kernel_size * kernel_size
    return one + stack_parameters(depth - 1, kernel_size, channels)
# %% wrong: float powers, not exact for large numbers
def stack_parameters(depth, kernel_size, channels):
    return int(depth * math.pow(kernel_size, 2) * math.pow(channels, 2))
# %% right: loop
def stack_parameters(depth, kernel_size, channels):
    weights = 0
    for layer in range(depth):
        weights += channels * channels * kernel_size * kernel_size
    return weights
# %% right: squares
def stack_parameters(depth, kernel_size, channels):
    side = kernel_size * channels
    return depth * side ** 2
