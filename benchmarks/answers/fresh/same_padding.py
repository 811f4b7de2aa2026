# %% wrong: no error for an even kernel
def same_padding(kernel_size):
    return (kernel_size - 1) // 2
# %% wrong: returns the error instead of raising it
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        return ValueError("the kernel size is even")
    return kernel_size // 2
# %% wrong: the total padding kernel_size - 1, not per side
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("even kernel")
    return kernel_size - 1
# %% wrong: raises for odd kernels, the test is turned round
def same_padding(kernel_size: int) -> int:
    if kernel_size % 2:
        raise ValueError(f"kernel size must be odd, got {kernel_size}")
    return (kernel_size - 1) // 2
# %% wrong: (k + 1) // 2
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError
    return (kernel_size + 1) // 2
# %% wrong: raises TypeError in place of ValueError (assert-like check)
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise TypeError("kernel size must be odd")
    return kernel_size // 2
# %% wrong: recursion k -> k - 2, too deep for large kernels
def same_padding(kernel_size):
    if kernel_size == 1:
        return 0
    if kernel_size == 0:
        raise ValueError("even kernel size")
    return 1 + same_padding(kernel_size - 2)
# %% wrong: kernel size 1 is refused as well
def same_padding(kernel_size):
    p = kernel_size // 2
    if kernel_size % 2 == 0 or p < 1:
        raise ValueError("no same padding for kernel size " + str(kernel_size))
    return p
# %% right: divmod
def same_padding(kernel_size):
    half, odd = divmod(kernel_size, 2)
    if not odd:
        raise ValueError("an even kernel has no same padding")
    return half
# %% right: check
def same_padding(kernel_size):
    total = kernel_size - 1
    each = total >> 1
    if each + each != total:
        raise ValueError(f"{kernel_size} is even")
    return each
