# %% wrong: only the span is divided, brackets are missing
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return size + 2 * padding - span // stride + 1

# %% wrong: dilation counted from 0, as CS231n does
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = kernel_size + (kernel_size - 1) * dilation
    return (size + 2 * padding - span) // stride + 1

# %% wrong: padding taken as the total of both sides
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size - span + padding + stride) // stride

# %% wrong: adds the 1 before it divides by the stride
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - span + 1) // stride

# %% wrong: round() goes up at times, a step that does not fit is counted
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return round((size + 2 * padding - span) / stride) + 1

# %% wrong: a float comes out of np.floor and /, not a whole number
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return np.floor((size + 2 * padding - span) / stride) + 1

# %% wrong: the span is dilation times kernel size, with gaps after the last tap
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * kernel_size) // stride + 1

# %% right: count the starts
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len(range(0, size + 2 * padding - last_tap, stride))
