# %% wrong: gives the number of the middle tap, counted from 1, which is one too many
def same_padding(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("an even kernel has no same padding")
    return (kernel_size + 1) // 2
# %% wrong: an assert raises AssertionError for even kernels, not the ValueError that was asked for
def same_padding(kernel_size):
    assert kernel_size % 2 == 1, "there is no same padding for an even kernel size"
    return kernel_size // 2
# %% wrong: gives the padding of both sides together, K - 1
def same_padding(kernel_size):
    # W + P - K + 1 = W
    P = kernel_size - 1
    if P % 2 != 0:
        raise ValueError("P cannot be shared out evenly for an even kernel")
    return P
# %% right: tries every padding
def same_padding(kernel_size):
    for padding in range(kernel_size):
        if 2 * padding - kernel_size + 1 == 0:
            return padding
    raise ValueError(f"no padding keeps the size with an even kernel of {kernel_size}")
