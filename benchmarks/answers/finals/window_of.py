# %% wrong: the padding is added instead of subtracted
def window_of(position, layers):
    lo = hi = position
    for k, s, p in reversed(layers):
        lo = lo * s + p
        hi = hi * s + p + k - 1
    return lo, hi
# %% wrong: the last position is one too far, it is the first that is not seen any more
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in layers[::-1]:
        first = first * stride - padding
        last = last * stride - padding + kernel_size
    return first, last
# %% wrong: cut off at 0, padding does not count
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in layers[::-1]:
        first = max(0, first * stride - padding)
        last = last * stride - padding + kernel_size - 1
    return first, last
# %% wrong: walks from the input to the output
def window_of(position, layers):
    a, b = position, position
    for kernel_size, stride, padding in layers:
        a, b = a * stride - padding, b * stride - padding + kernel_size - 1
    return a, b
# %% right: by start, jump and size of the field
def window_of(position, layers):
    jump, size, start = 1, 1, 0
    for kernel_size, stride, padding in layers:
        size += (kernel_size - 1) * jump
        start -= padding * jump
        jump *= stride
    first = position * jump + start
    return first, first + size - 1
