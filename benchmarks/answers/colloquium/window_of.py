# %% wrong: the padding is added and not subtracted, so the window moves to the right
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s + p
        last = last * s + p + k - 1
    return first, last
# %% wrong: two mistakes: the - 1 is missing in the last position (i * stride - padding + kernel_size), in every layer, and the layers are walked through from the first to the last, not backwards
def window_of(position, layers):
    lo, hi = position, position
    for kernel_size, stride, padding in layers:
        lo = lo * stride - padding
        hi = hi * stride - padding + kernel_size
    return lo, hi
# %% wrong: `first` is updated before it is used for `last`, which is computed from the first position and not from the last one, so from the second layer on the window is too narrow
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = first + kernel_size - 1
    return first, last
# %% wrong: a start in the padding is cut to 0 with max(0, ...), though padding counts
def window_of(position, layers):
    a = b = position
    for k, s, p in list(layers)[::-1]:
        a, b = a * s - p, b * s - p + k - 1
    return max(0, a), b
# %% right: forward pass that collects size, jump and start
def window_of(position, layers):
    size, jump, start = 1, 1, 0
    for k, s, p in layers:
        size += (k - 1) * jump
        start -= p * jump
        jump *= s
    begin = start + position * jump
    return begin, begin + size - 1
