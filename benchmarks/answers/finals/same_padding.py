# %% wrong: the error is returned, not raised
def same_padding(kernel_size):
    if kernel_size % 2:
        return kernel_size // 2
    return ValueError("even kernels have no same padding")
# %% wrong: an assert, which raises AssertionError and no ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "no same padding for an even kernel size"
    return (kernel_size - 1) // 2
# %% wrong: even kernels get the rounded number, as the padding 'same' of other libraries would
def same_padding(kernel_size):
    return int(round((kernel_size - 1) / 2))
# %% wrong: gives the total of both sides
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("kernel size must be odd")
    return kernel_size - 1
# %% wrong: raises a text, which Python does not allow: a TypeError comes and no ValueError
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise "even kernel size"
    return (kernel_size - 1) // 2
# %% right: divmod, with the remainder as the test
def same_padding(kernel_size):
    half, left = divmod(kernel_size - 1, 2)
    if left:
        raise ValueError(f"a kernel of {kernel_size} is even: no padding per side keeps the size")
    return half
