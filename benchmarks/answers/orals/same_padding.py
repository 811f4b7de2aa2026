# %% wrong: never raises: for an even kernel size it rounds down and returns (K - 1) // 2 instead of raising ValueError
def same_padding(kernel_size):
    return (kernel_size - 1) // 2
# %% wrong: returns the padding of both sides together, K - 1, instead of the padding per side
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("an even kernel has no same padding")
    return kernel_size - 1
# %% wrong: for even kernels the ValueError is returned, not raised
def same_padding(kernel_size):
    if kernel_size % 2:
        return kernel_size // 2
    return ValueError("no same padding for an even kernel size")
# %% wrong: uses assert, so an even kernel size raises AssertionError instead of ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "kernel size must be odd"
    return (kernel_size - 1) // 2
# %% right: tries every padding
def same_padding(kernel_size):
    for p in range(kernel_size):
        if 2 * p - kernel_size + 1 == 0:
            return p
    raise ValueError(f"no padding keeps the size with an even kernel of {kernel_size}")
