# %% wrong: the 1 is added before the division is rounded down
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: the span counts the gap once, not between each two taps: K + D - 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = kernel_size + (dilation - 1)
    return (size + 2 * padding - span) // stride + 1
# %% wrong: rounds up in place of down, so a window that does not fit is counted
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return math.ceil((size + 2 * padding - span) / stride) + 1
# %% wrong: two mistakes: the padding is counted on one side only, and the span is D times K
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    kernel_size *= dilation
    return (size + padding - kernel_size) // stride + 1
# %% right: counts the places where a window may start
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len(range(0, size + 2 * padding - last_tap, stride))
