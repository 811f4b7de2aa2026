# %% wrong: walks through the layers from the first to the last; shows when layers differ
def window_of(position, layers):
    first = last = position
    for k, s, p in layers:
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: the padding is added to the last position in place of subtracted; shows when there is padding
def window_of(position, layers):
    lo, hi = position, position
    for kernel_size, stride, padding in reversed(layers):
        lo = lo * stride - padding
        hi = hi * stride + padding + kernel_size - 1
    return lo, hi
# %% wrong: a negative start is cut off at 0, though padding counts; shows where the field begins in the padding
def window_of(position, layers):
    a = b = position
    for layer in layers[::-1]:
        k, s, p = layer
        a, b = a * s - p, b * s - p + (k - 1)
    return max(a, 0), b  # no pixels before 0
# %% wrong: two mistakes: the - 1 is missing, so the window ends too late, and the padding is subtracted before the multiplication by the stride
def window_of(position, layers):
    first = position
    last = position
    for i in range(len(layers) - 1, -1, -1):
        k, s, p = layers[i]
        first = (first - p) * s
        last = (last - p) * s + k
    return first, last
# %% right: forwards, with jump, offset and size of the field
def window_of(position, layers):
    jump, start, size = 1, 0, 1
    for kernel_size, stride, padding in layers:
        start -= padding * jump
        size += (kernel_size - 1) * jump
        jump *= stride
    begin = start + position * jump
    return begin, begin + size - 1
