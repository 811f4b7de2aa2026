# %% wrong: rounded up instead of down
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return math.ceil((size + 2 * padding - span) / stride) + 1
# %% wrong: the padding counts once and not on both sides
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + padding - span) // stride + 1
# %% wrong: the + 1 is missing
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span) // stride
# %% wrong: the 1 is added before the division
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: the dilation is ignored
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - kernel_size) // stride + 1
# %% wrong: the dilated kernel is taken as dilation * kernel_size long
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * kernel_size) // stride + 1
# %% wrong: true division, the result is a fraction where the stride does not divide
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span) / stride + 1
# %% wrong: the padding is subtracted
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size - 2 * padding - span) // stride + 1
# %% wrong: the stride is ignored
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return size + 2 * padding - dilation * (kernel_size - 1)
# %% wrong: the default of the stride is the kernel size, as in pooling
def output_size(size, kernel_size, stride=None, padding=0, dilation=1):
    if stride is None:
        stride = kernel_size
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
# %% wrong: padding before stride in the parameter list
def output_size(size, kernel_size, padding=0, stride=1, dilation=1):
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
# %% wrong: precedence, only the span is divided by the stride
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return size + 2 * padding - span // stride + 1
# %% wrong: the division is rounded to the nearest whole number
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return round((size + 2 * padding - span) / stride) + 1
# %% wrong: two mistakes: the dilation is ignored, and the padding counts once
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + padding - kernel_size) // stride + 1
# %% wrong: ZeroDivisionError, the default stride is 0
def output_size(size, kernel_size, stride=0, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span) // stride + 1
# %% right: the formula
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
# %% right: counts the starts of windows
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len([s for s in range(0, size + 2 * padding, stride) if s + last_tap < size + 2 * padding])
# %% right: math.floor
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size + (kernel_size - 1) * (dilation - 1)
    return math.floor((size - effective + 2 * padding) / stride + 1)
# %% right: length of a range
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    starts = range(-padding, size + padding - dilation * (kernel_size - 1), stride)
    return len(starts)
