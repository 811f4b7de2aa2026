# %% wrong: the 1 is added before the division by the stride; shows when the stride does not divide the number of windows at stride 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: rounds to the nearest whole number and not down; shows when the division leaves more than half, or just half and an odd number before it
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    steps = (size + 2 * padding - span) / stride
    return int(round(steps)) + 1
# %% wrong: the span is dilation * kernel_size; shows when dilation is more than 1, unless rounding down hides it
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    k = dilation * kernel_size
    return (size + 2*padding - k)//stride + 1
# %% wrong: the padding is counted once and not on both sides; shows when padding is not 0, unless rounding down hides it
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    total = size + padding
    span = dilation * (kernel_size - 1) + 1
    return math.floor((total - span) / stride) + 1
# %% right: counts the starts whose last tap still lies inside
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len(range(-padding, size + padding - last_tap, stride))
