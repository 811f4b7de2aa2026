# %% wrong: no error for even kernels, rounds down
def same_padding(kernel_size):
    return (kernel_size - 1) // 2
# %% wrong: kernel_size - 1, the padding of both sides together
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("even kernel")
    return kernel_size - 1
# %% wrong: true division for even kernels, returns halves such as 1.5
def same_padding(kernel_size):
    return (kernel_size - 1) / 2
# %% wrong: returns None for even kernels instead of raising
def same_padding(kernel_size):
    if kernel_size % 2 == 1:
        return (kernel_size - 1) // 2
# %% wrong: the ValueError is returned, not raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("an even kernel has no same padding")
    return kernel_size // 2
# %% wrong: the condition is turned round, odd kernels raise
def same_padding(kernel_size):
    if kernel_size % 2:
        raise ValueError("no same padding for an even kernel")
    return kernel_size // 2
# %% wrong: a TypeError is raised instead of a ValueError
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise TypeError("no same padding for an even kernel")
    return kernel_size // 2
# %% wrong: one too many, (kernel_size + 1) // 2
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("no same padding for an even kernel")
    return (kernel_size + 1) // 2
# %% wrong: a message is printed for even kernels, but nothing raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        print("no same padding for an even kernel")
    else:
        return kernel_size // 2
# %% wrong: assert, so an AssertionError instead of a ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "the kernel must be odd"
    return kernel_size // 2
# %% right: raise, then half of K - 1
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("an even kernel has no same padding")
    return (kernel_size - 1) // 2
# %% right: divmod
def same_padding(kernel_size):
    half, odd = divmod(kernel_size, 2)
    if not odd:
        raise ValueError(f"kernel size {kernel_size} is even, there is no padding that keeps the size")
    return half
# %% right: tries every padding
def same_padding(kernel_size):
    for padding in range(kernel_size):
        if 100 + 2 * padding - kernel_size + 1 == 100:
            return padding
    raise ValueError("no padding keeps the size, the kernel size is even")
