# %% wrong: two mistakes: divmod returns a pair (steps, left over) in place of a number, and the 1 for the first window is not added
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return divmod(size + 2 * padding - span, stride)
# %% wrong: brackets are missing, so only the span is divided by the stride; right for stride 1
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    return size + 2 * padding - span // stride + 1
# %% wrong: counts windows with < in place of <=: one too few wherever the last window ends exactly at the border
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    reach = dilation * (kernel_size - 1) + 1
    start, count = 0, 0
    while start + reach < size + 2 * padding:
        count += 1
        start += stride
    return count
# %% wrong: two mistakes: the span is dilation * kernel_size, and the quotient is rounded to the nearest number in place of down
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * kernel_size
    return round((size + 2 * padding - span) / stride) + 1
# %% right: counts the starts as a range
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    last_tap = dilation * (kernel_size - 1)
    return len(range(-padding, size + padding - last_tap, stride))
