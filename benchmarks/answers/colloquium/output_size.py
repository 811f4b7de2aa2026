# %% wrong: the 1 is added before the division: (W + 2P - span + 1) // S, right for stride 1 only
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: takes dilation as the number of gaps (dilation 0 = none): the span is K + (K - 1) * D, too long by K - 1, even for dilation 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size + (kernel_size - 1) * dilation
    return (size + 2 * padding - effective) // stride + 1
# %% wrong: the padding is counted once, as the total of both sides, in place of 2 * padding
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    k = dilation * (kernel_size - 1) + 1
    return (size - k + padding + stride) // stride
# %% wrong: the quotient is rounded to the nearest whole number with round in place of down, so there is sometimes one window too many
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    steps = round((size + 2 * padding - span) / stride)
    return steps + 1
# %% right: count the starts of the windows
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len(range(-padding, size + padding - last_tap, stride))
