# %% wrong: the 1 is added before dividing and rounding down, (... + 1) // stride, instead of after it; right for stride 1 only, or where it happens to come out even
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride
# %% wrong: the dilated kernel's span is dilation * kernel_size instead of dilation * (kernel_size - 1) + 1, as if there were a gap after the last tap
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = dilation * kernel_size
    return (size + 2 * padding - effective) // stride + 1
# %% wrong: the padding is counted once instead of on both sides (padding instead of 2 * padding)
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = kernel_size + (kernel_size - 1) * (dilation - 1)
    room = size + padding - span
    return room // stride + 1
# %% wrong: divides with / and never rounds down, so it returns a float, with a fraction where the stride does not fit
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span) / stride + 1
# %% right: counts the starts of windows
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len(range(-padding, size + padding - last_tap, stride))
