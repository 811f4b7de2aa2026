# %% wrong: two mistakes, both in the last position: kernel_size is added without - 1 in each layer, and the padding is not subtracted there (the first position is right)
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = last * stride + kernel_size
    return first, last
# %% wrong: the padding is added instead of subtracted
def window_of(position, layers):
    a = b = position
    for k, s, p in layers[::-1]:
        a = a * s + p
        b = b * s + p + k - 1
    return (a, b)
# %% wrong: first is overwritten before last is computed, and last is computed from first, so the width is only that of the last layer visited (the first layer's kernel)
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = first + kernel_size - 1
    return first, last
# %% wrong: the first position is clipped to 0, although padding counts and a window may begin before the image
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in list(layers)[::-1]:
        first = first * stride - padding
        last = last * stride - padding + kernel_size - 1
    return max(first, 0), last
# %% right: a closed formula with jump, start and size, walking forwards
def window_of(position, layers):
    jump, start, size = 1, 0, 1
    for k, s, p in layers:
        start -= p * jump
        size += (k - 1) * jump
        jump *= s
    first = start + position * jump
    return first, first + size - 1
