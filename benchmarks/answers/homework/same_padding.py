# %% wrong: returns the error, does not raise it
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("even")
    return kernel_size // 2
# %% wrong: raises for odd kernels
def same_padding(kernel_size):
    if kernel_size % 2:
        raise ValueError("odd")
    return kernel_size // 2
# %% wrong: two at once: float (K - 1) / 2, and AssertionError instead of ValueError for even kernels
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise AssertionError("even")
    return (kernel_size - 1) / 2
# %% wrong: no error
def same_padding(kernel_size):
    return kernel_size // 2
# %% right: raise
def same_padding(kernel_size):
    half, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError("even kernel")
    return half
