# %% wrong: no ValueError for even kernels; the half is rounded down
def same_padding(kernel_size):
    return (kernel_size - 1) // 2
# %% wrong: for even kernels the ValueError is returned, not raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("no same padding for an even kernel")
    return kernel_size // 2
# %% wrong: gives the padding of both sides together, K - 1; shows for every odd K above 1
def same_padding(kernel_size):
    p = kernel_size - 1
    if p % 2 != 0:
        raise ValueError(f"kernel size {kernel_size} is even: no same padding")
    return p
# %% wrong: (K + 1) / 2 in place of (K - 1) / 2, one too many
def same_padding(kernel_size):
    if kernel_size % 2:
        return (kernel_size + 1) // 2
    raise ValueError("same padding needs an odd kernel size, not an even one")
# %% right: divmod, and the remainder decides
def same_padding(kernel_size):
    per_side, left_over = divmod(kernel_size - 1, 2)
    if left_over:
        raise ValueError(f"an even kernel size such as {kernel_size} has no same padding")
    return per_side
