# %% wrong: no ValueError for even kernel sizes; the half is just rounded down
def same_padding(kernel_size):
    return (kernel_size - 1) // 2
# %% wrong: returns the total of both sides, kernel_size - 1, instead of the padding per side
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("an even kernel has no same padding")
    return kernel_size - 1
# %% wrong: even kernel sizes raise AssertionError (an assert) instead of ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "kernel size must be odd, there is no same padding for even sizes"
    P = (kernel_size - 1) // 2
    return P
# %% wrong: the condition is reversed: ValueError for odd kernel sizes, and a number for even ones
def same_padding(kernel_size):
    if kernel_size % 2:
        raise ValueError("same padding does not exist for even kernels")
    return kernel_size // 2
# %% right: divmod, odd remainder is the error
def same_padding(kernel_size):
    half, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError(f"no padding keeps the size for an even kernel size ({kernel_size})")
    return half
