# %% wrong: the 1 is added before the division by the stride instead of after it
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: dilation counted from 0 (0 means no gaps): the span is (dilation + 1) * (kernel_size - 1) + 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size + (kernel_size - 1) * dilation
    return (size + 2 * padding - effective) // stride + 1
# %% wrong: rounds to the nearest whole number instead of down, so there can be one window too many at strides above 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    K = dilation * (kernel_size - 1) + 1
    return round((size + 2 * padding - K) / stride) + 1
# %% wrong: two mistakes: the padding is added only once instead of twice, and the dilation is ignored
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + padding - kernel_size) // stride + 1
# %% right: the length of a range of starts
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len(range(-padding, size + padding - last_tap, stride))
