# %% wrong: the ValueError is returned, not raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("no same padding for an even kernel")
    return (kernel_size - 1) // 2

# %% wrong: raises for odd sizes, the test is the wrong way round
def same_padding(kernel_size):
    if kernel_size % 2:
        raise ValueError("the kernel size must be odd")
    return (kernel_size - 1) // 2

# %% wrong: a string cannot be raised, TypeError for even sizes
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise "ValueError: even kernel sizes have no same padding"
    return kernel_size // 2

# %% wrong: the total of both sides, not the padding per side
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError(f"a kernel of {kernel_size} has no same padding")
    return kernel_size - 1

# %% wrong: even sizes are rounded down instead of refused
def same_padding(kernel_size):
    try:
        return int((kernel_size - 1) / 2)
    except ValueError:
        print("even kernels have no same padding")

# %% wrong: assert raises an AssertionError where a ValueError is asked for
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "kernel size must be odd"
    return (kernel_size - 1) // 2

# %% right: quotient and remainder at once
def same_padding(kernel_size):
    padding, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError(f"there is no padding that keeps the size for a kernel of {kernel_size}")
    return padding
