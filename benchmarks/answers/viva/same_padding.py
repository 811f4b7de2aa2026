# %% wrong: no error for an even kernel size: it returns kernel_size // 2 there
def same_padding(kernel_size):
    return kernel_size // 2
# %% wrong: for an even kernel size the ValueError is returned instead of raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("an even kernel has no same padding")
    return (kernel_size - 1) // 2
# %% wrong: returns kernel_size - 1, the total of both sides, instead of the padding per side
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError(f"no padding keeps the size for an even kernel size, {kernel_size}")
    padding = kernel_size - 1
    return padding
# %% wrong: an assert raises an AssertionError instead of a ValueError for an even kernel size
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "kernel size must be odd"
    return (kernel_size - 1) // 2
# %% right: divmod, and an error if there is a remainder
def same_padding(kernel_size):
    per_side, left_over = divmod(kernel_size - 1, 2)
    if left_over:
        raise ValueError(f"kernel size {kernel_size} is even: no padding keeps the size")
    return per_side
