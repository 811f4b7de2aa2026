# %% wrong: the span is dilation * kernel_size, a gap is counted behind the last tap
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * kernel_size
    return (size + 2 * padding - span) // stride + 1
# %% wrong: adds the 1 before the division, which is the same only for stride 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size + (kernel_size - 1) * (dilation - 1)
    return (size + 2 * padding - effective + 1) // stride
# %% wrong: a step that does not fit is rounded up, as with ceil_mode
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    reach = (kernel_size - 1) * dilation + 1
    return math.ceil((size + 2 * padding - reach) / stride) + 1
# %% wrong: padding counts on one side only
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_start = size + padding - dilation * (kernel_size - 1) - 1
    return int(last_start / stride) + 1
# %% wrong: not rounded, 4.5 windows may come out
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride + 1
# %% wrong: two mistakes: the span is kernel_size * dilation - 1, and the padding is counted once
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = kernel_size * dilation - 1
    return (size + padding - span) // stride + 1
# %% right: divmod, and the remainder thrown away
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    free = size + 2 * padding - 1 - dilation * (kernel_size - 1)
    steps, _left_over = divmod(free, stride)
    return steps + 1
