# %% wrong: the span is dilation * kernel_size
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * kernel_size
    return (size + 2 * padding - span) // stride + 1
# %% wrong: the 1 is added before the division by the stride
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: steps that do not fit are rounded to the nearest number, not down
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return round((size + 2 * padding - span) / stride) + 1
