# %% wrong: true division: gives a fraction (float) when the stride does not divide
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride + 1
# %% wrong: padding counted once
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + padding - dilation * (kernel_size - 1) - 1) // stride + 1
# %% wrong: the span is dilation * kernel_size (right for dilation 1)
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * kernel_size
    return (size + 2 * padding - span) // stride + 1
# %% wrong: the + 1 stands inside of the division (right for stride 1)
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: rounds up (math.ceil) instead of down
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return math.ceil((size + 2 * padding - span) / stride) + 1
# %% wrong: the stride is ignored
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return size + 2 * padding - dilation * (kernel_size - 1)
# %% right: counts the starts with a range
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last = size + padding - dilation * (kernel_size - 1)
    return len(range(-padding, last, stride))
