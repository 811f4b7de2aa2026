# %% wrong: even kernels give a padding too, kernel_size // 2
def same_padding(kernel_size):
    return kernel_size // 2
# %% wrong: a fraction for even kernels, the ValueError is never raised because the test is for less than 1
def same_padding(kernel_size):
    if kernel_size < 1:
        raise ValueError("no such kernel")
    return kernel_size / 2 - 0.5
# %% wrong: twice the padding per side, 2 * ((K - 1) / 2)
def same_padding(kernel_size):
    if kernel_size % 2 != 1:
        raise ValueError("kernel size must be odd")
    total = kernel_size - 1
    return total
# %% wrong: half the kernel size rounded up
def same_padding(kernel_size):
    if kernel_size % 2 != 1:
        raise ValueError("kernel size must be odd")
    return math.ceil(kernel_size / 2)
# %% wrong: -1 is returned for even kernels
def same_padding(kernel_size):
    return (kernel_size - 1) // 2 if kernel_size % 2 else -1
# %% wrong: the text of the error is returned as a string
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return "ValueError: even kernel"
    return (kernel_size - 1) // 2
# %% wrong: the parity of the half is tested and not that of the kernel size
def same_padding(kernel_size):
    half = kernel_size // 2
    if half % 2 == 0 and half > 0:
        raise ValueError("even kernel")
    return half
# %% wrong: NameError, the exception's name is misspelt
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValuError("even kernel")
    return (kernel_size - 1) // 2
# %% wrong: the error is raised and swallowed again, 0 is returned
def same_padding(kernel_size):
    try:
        if kernel_size % 2 == 0:
            raise ValueError("even kernel")
        return (kernel_size - 1) // 2
    except ValueError:
        return 0
# %% wrong: a kernel of 1 raises as well
def same_padding(kernel_size):
    if kernel_size % 2 == 0 or kernel_size < 3:
        raise ValueError("the kernel must be odd and at least 3")
    return (kernel_size - 1) // 2
# %% right: guard by the remainder
def same_padding(kernel_size):
    total = kernel_size - 1
    if total % 2:
        raise ValueError("the padding would be a half number, use an odd kernel")
    return total // 2
# %% right: counting up
def same_padding(kernel_size):
    padding = 0
    while 2 * padding + 1 < kernel_size:
        padding += 1
    if 2 * padding + 1 != kernel_size:
        raise ValueError(f"{kernel_size} is even")
    return padding
# %% right: bit operations
def same_padding(kernel_size):
    if not kernel_size & 1:
        raise ValueError("even kernels have no same padding")
    return kernel_size >> 1
