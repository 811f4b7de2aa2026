# %% wrong: the span is dilation * kernel_size; shows for dilation above 1 (unless the floor hides it)
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * kernel_size
    return (size + 2 * padding - span) // stride + 1
# %% wrong: rounded up in place of down; shows when the stride does not fit evenly
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return math.ceil((size + 2 * padding - span) / stride) + 1
# %% wrong: the 1 is added before the division, so the result is one too small when the stride does not divide the number at stride 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size + (kernel_size - 1) * (dilation - 1)
    without_stride = size + 2 * padding - effective + 1
    return without_stride // stride
# %% wrong: the padding is added once, not on both sides; shows with padding
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    total = size + padding
    span = dilation * (kernel_size - 1) + 1
    return (total - span) // stride + 1
# %% right: the window is walked along and counted
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    count, first = 0, -padding
    while first + dilation * (kernel_size - 1) < size + padding:
        count, first = count + 1, first + stride
    return count
