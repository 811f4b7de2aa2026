# %% wrong: the span is dilation * kernel_size instead of dilation * (kernel_size - 1) + 1, wrong when the dilation is more than 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * kernel_size
    return (size + 2 * padding - span) // stride + 1
# %% wrong: the 1 is added before the division by the stride, inside the rounding, so it is wrong for strides over 1 in most cases
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: divides with / and does not round down, so it always returns a float, and a fraction when the stride does not divide
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size + (kernel_size - 1) * (dilation - 1)
    return (size + 2 * padding - effective) / stride + 1
# %% wrong: two mistakes: the padding is counted once instead of on both sides, and the dilation is ignored
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + padding - kernel_size) // stride + 1
# %% right: counts the possible starts with a range
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    first, last = -padding, size + padding - 1 - dilation * (kernel_size - 1)
    return len(range(first, last + 1, stride))
