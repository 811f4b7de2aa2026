# %% wrong: true division and int(round()), rounds up
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return round((size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride) + 1
# %% wrong: padding counted once
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    eff = dilation * (kernel_size - 1) + 1
    return (size + padding - eff) // stride + 1
# %% wrong: ceil instead of floor
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return math.ceil((size + 2 * padding - span) / stride) + 1
# %% wrong: effective kernel dilation * kernel_size
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    k = dilation * kernel_size
    return (size + 2 * padding - k) // stride + 1
# %% wrong: floor of a float quotient, off for very large sizes
def output_size(size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    effective_kernel = dilation * (kernel_size - 1) + 1
    return int(math.floor((size + 2 * padding - effective_kernel) / stride + 1))
# %% wrong: the + 1 is inside the division
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last = size + 2 * padding - dilation * (kernel_size - 1) - 1
    return (last + 1) // stride
# %% wrong: the "same" formula ceil(size / stride) when there is padding at all
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    if padding:
        return -(-size // stride)
    return (size - dilation * (kernel_size - 1) - 1) // stride + 1
# %% wrong: recursion over the windows, too deep for big inputs
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    room = size + 2 * padding
    need = kernel_size + (kernel_size - 1) * (dilation - 1)
    if room < need:
        return 0
    return 1 + output_size(size - stride, kernel_size, stride, padding, dilation)
# %% right: range
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    reach = (kernel_size - 1) * dilation
    starts = range(-padding, size + padding - reach, stride)
    return len(starts)
# %% right: divmod
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    holes = (kernel_size - 1) * (dilation - 1)
    free = size + padding + padding - kernel_size - holes
    steps, rest = divmod(free, stride)
    return steps + 1
