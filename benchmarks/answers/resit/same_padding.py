# %% wrong: an even kernel gets K // 2 in place of an error
def same_padding(kernel_size):
    return kernel_size // 2
# %% wrong: the ValueError is returned, not raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("an even kernel has no same padding")
    return (kernel_size - 1) // 2
# %% wrong: assert raises an AssertionError for even kernels, not a ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "only odd kernels have a same padding"
    return (kernel_size - 1) // 2
# %% wrong: the padding of both sides together, K - 1, in place of per side
def same_padding(kernel_size):
    total = kernel_size - 1
    if total % 2 != 0:
        raise ValueError("no same padding for an even kernel")
    return total
# %% right: divmod, and an error for the rest
def same_padding(kernel_size):
    padding, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError(f"no padding keeps the size for an even kernel size ({kernel_size})")
    return padding
