# %% wrong: the test for even is the wrong way round: it raises the ValueError for odd kernel sizes and returns a number for even ones
def same_padding(kernel_size):
    if kernel_size % 2:
        raise ValueError("no same padding for an even kernel")
    return (kernel_size - 1) // 2
# %% wrong: for even kernel sizes the ValueError is returned in place of raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("an even kernel size has no same padding")
    return kernel_size // 2
# %% wrong: an even kernel size fails an assert, which raises an AssertionError in place of a ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "even kernel sizes have no same padding"
    return (kernel_size - 1) // 2
# %% wrong: returns K - 1, the padding of both sides together (or the full padding), in place of the padding per side
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError(f"kernel size {kernel_size} is even: there is no same padding")
    return kernel_size - 1
# %% right: divmod, the remainder decides
def same_padding(kernel_size):
    per_side, left_over = divmod(kernel_size - 1, 2)
    if left_over:
        raise ValueError("even kernel: the padding would not be the same on both sides")
    return per_side
