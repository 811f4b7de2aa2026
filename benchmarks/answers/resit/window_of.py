# %% wrong: the padding is subtracted from the first position only, not from the last
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = last * stride + kernel_size - 1
    return first, last
# %% wrong: the first position is cut off at 0, though padding counts
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in layers[::-1]:
        first = max(first * stride - padding, 0)
        last = last * stride - padding + kernel_size - 1
    return first, last
# %% wrong: the last position is computed from the first one, so only the kernel of the first layer is seen
def window_of(position, layers):
    first = last = position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = first + kernel_size - 1
    return first, last
# %% wrong: the paddings are added up as they are, without the jump of their layer
def window_of(position, layers):
    size, jump, shift = 1, 1, 0
    for kernel_size, stride, padding in layers:
        size += (kernel_size - 1) * jump
        jump *= stride
        shift += padding
    first = position * jump - shift
    return first, first + size - 1
# %% right: from the input to the output, with the place of output 0, the jump and the size
def window_of(position, layers):
    start, jump, size = 0, 1, 1
    for kernel_size, stride, padding in layers:
        start -= padding * jump
        size += (kernel_size - 1) * jump
        jump *= stride
    first = start + position * jump
    return first, first + size - 1
