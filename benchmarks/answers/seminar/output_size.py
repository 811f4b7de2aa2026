# %% wrong: the padding is counted once, not on both sides; shows where the padding is not 0 and the rounding does not hide it
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + padding - span) // stride + 1
# %% wrong: the span is taken as dilation * kernel_size; shows for dilation > 1 where the rounding does not hide it
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    k = dilation * kernel_size
    return (size + 2 * padding - k) // stride + 1
# %% wrong: the 1 is added before the division; shows where stride > 1 (except where the remainder is stride - 1)
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    eff = dilation * (kernel_size - 1) + 1
    free = size + 2*padding - eff
    return (free + 1) // stride
# %% wrong: rounds up in place of down; shows where the stride leaves a remainder
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return math.ceil((size + 2 * padding - span) / stride) + 1
# %% right: counts the places at which a window can start
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len(range(-padding, size + padding - last_tap, stride))
