# %% wrong: no ValueError for even kernel sizes, K // 2 is returned
def same_padding(kernel_size):
    return kernel_size // 2
# %% wrong: returns K - 1, the padding of both sides together; shows for odd sizes above 1
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("no same padding for an even kernel size")
    return kernel_size - 1
# %% wrong: the test for even and odd is the wrong way round, odd sizes raise and even ones do not
def same_padding(kernel_size):
    if kernel_size % 2:
        raise ValueError(f"kernel size {kernel_size} is even, there is no same padding")
    else:
        return (kernel_size - 1) // 2
# %% wrong: even sizes raise an AssertionError and not a ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "same padding exists only for odd kernels"
    return (kernel_size - 1) // 2
# %% right: divmod
def same_padding(kernel_size):
    half, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError("an even kernel size has no same padding")
    return half
