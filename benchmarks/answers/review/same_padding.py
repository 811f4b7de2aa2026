# %% wrong: the ValueError is returned, not raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("no same padding for an even kernel size")
    return (kernel_size - 1) // 2
# %% wrong: an assert in place of the ValueError (AssertionError for even kernels)
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "even kernel sizes have no same padding"
    return (kernel_size - 1) // 2
# %% wrong: the padding of both sides together, K - 1
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("there is no same padding for an even kernel")
    return kernel_size - 1
# %% right: divmod
def same_padding(kernel_size):
    padding, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError(f"a kernel of even size {kernel_size} has no padding that keeps the size")
    return padding
