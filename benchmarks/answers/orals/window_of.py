# %% wrong: walks through the layers from the input to the output instead of backwards
def window_of(position, layers):
    first = last = position
    for k, s, p in layers:
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: two mistakes: the last position is one too far in each layer (+ kernel_size instead of + kernel_size - 1), and a first position in the padding is cut to 0
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = last * stride - padding + kernel_size
    return max(first, 0), last
# %% wrong: the sign of the padding is wrong for the last position: the window ends at last * stride + padding + kernel_size - 1
def window_of(position, layers):
    lo = hi = position
    for k, s, p in layers[::-1]:
        lo = lo * s - p
        hi = hi * s + p + k - 1
    return (lo, hi)
# %% wrong: the padding is subtracted before the multiplication by the stride: (i - padding) * stride instead of i * stride - padding
def window_of(position, layers):
    start, end = position, position
    for kernel_size, stride, padding in reversed(layers):
        start = (start - padding) * stride
        end = (end - padding) * stride + kernel_size - 1
    return start, end
# %% right: forwards, with jump, offset and size of the field
def window_of(position, layers):
    jump, offset, size = 1, 0, 1
    for kernel_size, stride, padding in layers:
        offset -= padding * jump
        size += (kernel_size - 1) * jump
        jump *= stride
    begin = position * jump + offset
    return begin, begin + size - 1
