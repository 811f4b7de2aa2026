# %% wrong: no error for even kernels; rounds down
def same_padding(kernel_size):
    return (kernel_size - 1) // 2
# %% wrong: gives the error back instead of raising it
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("even kernel")
    return (kernel_size - 1) // 2
# %% wrong: raises for odd kernels (test the wrong way round)
def same_padding(kernel_size):
    if kernel_size % 2:
        raise ValueError("kernel must be odd")
    return kernel_size // 2
# %% wrong: the padding of both sides together, K - 1
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("no padding keeps the size")
    return kernel_size - 1
# %% wrong: (K + 1) // 2: one too many
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("even")
    return (kernel_size + 1) // 2
# %% right: divmod with the rest as the test
def same_padding(kernel_size):
    half, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError(f"a kernel of {kernel_size} has no middle")
    return half
