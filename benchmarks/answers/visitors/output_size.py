# %% wrong: rounds to the nearest whole number instead of down
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    # int32(...) of the quotient
    return int(np.floor((size + 2 * padding - span) / stride + 0.5)) + 1
# %% wrong: two mistakes: the span is taken as dilation times kernel_size, and the quotient is not rounded at all
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    kernel_size = dilation * kernel_size
    return (size + 2 * padding - kernel_size) / stride + 1
# %% wrong: counts the padding once, as if it were the total of both sides
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    k = dilation * (kernel_size - 1) + 1
    return (size - k + padding + stride) // stride
# %% right: divmod
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = 1 + dilation * (kernel_size - 1)
    steps, _unread = divmod(size + 2 * padding - span, stride)
    return steps + 1
