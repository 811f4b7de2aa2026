# %% wrong: the padding is added at the right end as if it pushed both ends outwards
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = last * stride + padding + kernel_size - 1
    return first, last

# %% wrong: the start is cut off at 0, padding does not count
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in reversed(layers):
        first = max(first * stride - padding, 0)
        last = last * stride - padding + kernel_size - 1
    return first, last

# %% wrong: last is computed from the new first, so it is one kernel wide
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = first + kernel_size - 1
    return first, last

# %% wrong: last is one beyond the last position, as in a slice
def window_of(position, layers):
    first, last = position, position + 1
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = (last - 1) * stride - padding + kernel_size
    return first, last

# %% wrong: first and width are returned
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = last * stride - padding + kernel_size - 1
    return first, last - first + 1

# %% wrong: walks from the first layer to the last
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in layers:
        first, last = first * stride - padding, last * stride - padding + kernel_size - 1
    return first, last

# %% right: width and start on the way forward
def window_of(position, layers):
    width, jump, start = 1, 1, 0
    for kernel_size, stride, padding in layers:
        width += (kernel_size - 1) * jump
        start -= padding * jump
        jump *= stride
    first = start + position * jump
    return first, first + width - 1
