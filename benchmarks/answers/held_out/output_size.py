# %% wrong: ceil instead of floor
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    reach = (kernel_size - 1) * dilation
    return -(-(size + 2 * padding - reach - 1) // stride) + 1
# %% wrong: one-sided padding
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    padded = size + padding
    reach = (kernel_size - 1) * dilation
    count = 0
    start = 0
    while start + reach < padded:
        count += 1
        start += stride
    return count
# %% wrong: the first window is not counted
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    padded = size + 2 * padding
    reach = (kernel_size - 1) * dilation
    count = 0
    start = stride
    while start + reach < padded:
        count += 1
        start += stride
    return count
# %% wrong: no + 1 in the span, a window too many where the stride divides: dilation * (kernel_size - 1)
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1)
    return (size + 2 * padding - span) // stride + 1
# %% wrong: the dilation multiplies the kernel size, and not only its gaps
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    kernel_size *= dilation
    return len(range(0, size + 2 * padding - kernel_size + 1, stride))
# %% wrong: stride and dilation are exchanged in the formula
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - stride * (kernel_size - 1) - 1) // dilation + 1
# %% wrong: the padding counts four times, it is doubled per side
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    both_sides = 2 * (padding + padding)
    return (size + both_sides - dilation * (kernel_size - 1) - 1) // stride + 1
# %% wrong: the padding is not used at all
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size - dilation * (kernel_size - 1) - 1) // stride + 1
# %% wrong: size divided by stride, the kernel plays no part (as for same padding)
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return math.ceil(size / stride)
# %% wrong: the default padding is half the kernel (same padding)
def output_size(size, kernel_size, stride=1, padding=None, dilation=1):
    if padding is None:
        padding = kernel_size // 2
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
# %% wrong: each term is divided by the stride on its own
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding) // stride - span // stride + 1
# %% wrong: kernel_size and size in the other order in the signature
def output_size(kernel_size, size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
# %% wrong: dilation - 1 zeros are added once and not between each pair of taps
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = kernel_size + (dilation - 1)
    return (size + 2 * padding - span) // stride + 1
# %% wrong: the windows' starts are returned as a list instead of their number
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return list(range(0, size + 2 * padding - span + 1, stride))
# %% wrong: the loop over starts never moves on, it does not end
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    count, start = 0, -padding
    while start + span <= size + padding:
        count += 1
    return count
# %% wrong: two mistakes: rounded up, and the padding counts once
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return math.ceil((size + padding - span) / stride + 1)
# %% right: a while loop counts the windows
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    count = 0
    start = -padding
    while start + dilation * (kernel_size - 1) <= size + padding - 1:
        count += 1
        start += stride
    return count
# %% right: divmod
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    room = size + 2 * padding - (dilation * (kernel_size - 1) + 1)
    steps, rest = divmod(room, stride)
    return steps + 1
# %% right: measured on an array
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    line = np.pad(np.zeros(size), padding)
    span = 1 + dilation * (kernel_size - 1)
    windows = np.lib.stride_tricks.sliding_window_view(line, span)
    return len(windows[::stride])
