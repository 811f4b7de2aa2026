# %% wrong: no ValueError for even kernels, the half is rounded down
def same_padding(kernel_size):
    return (kernel_size - 1) // 2
# %% wrong: even kernels raise an AssertionError, not a ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "there is no same padding for an even kernel size"
    return (kernel_size - 1) // 2
# %% wrong: for even kernels the ValueError is returned, not raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("no same padding for even kernels")
    return kernel_size // 2
# %% wrong: (K + 1) / 2 in place of (K - 1) / 2, always one too large
def same_padding(kernel_size):
    if not kernel_size & 1:
        raise ValueError("kernel size must be odd")
    # solved W + 2P - K + 1 = W
    return (kernel_size + 1) // 2
# %% right: divmod, the remainder decides
def same_padding(kernel_size):
    half, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError(f"an even kernel size ({kernel_size}) has no padding that keeps the size")
    return half
