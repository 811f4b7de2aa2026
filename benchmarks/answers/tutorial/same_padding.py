# %% wrong: an assert refuses even kernels, so AssertionError is raised in place of ValueError
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "no same padding for an even kernel"
    return (kernel_size - 1) // 2
# %% wrong: no error for even kernels, a rounded number is returned; right for odd ones
def same_padding(kernel_size):
    return kernel_size // 2
# %% wrong: tries the paddings 0 to 6 on a row of 7 pixels: right up to kernels of 13, ValueError for larger odd ones
def same_padding(kernel_size):
    width = 7
    for p in range(width):
        if width + 2 * p - kernel_size + 1 == width:
            return p
    raise ValueError("an even kernel has no same padding")
# %% wrong: two mistakes: the total K - 1 is returned in place of the padding per side, and for even kernels the ValueError is returned and not raised
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("no same padding for even kernel sizes")
    return kernel_size - 1
# %% right: divmod with a remainder that must be 0
def same_padding(kernel_size):
    half, remainder = divmod(kernel_size - 1, 2)
    if remainder:
        raise ValueError(f"a kernel of {kernel_size} is even: no padding keeps the size")
    return half
