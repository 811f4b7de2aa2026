# %% wrong: walks through the layers from the first to the last instead of from the output back; shows when layers differ and the order matters
def window_of(position, layers):
    first = last = position
    for k, s, p in layers:
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: the - 1 after the kernel size is missing in every layer, so the last position is too large (by one, times the strides below, for each layer)
def window_of(position, layers):
    lo, hi = position, position
    for kernel, stride, pad in reversed(layers):
        lo = lo * stride - pad
        hi = hi * stride - pad + kernel
    return (lo, hi)
# %% wrong: the first position is cut off at 0, though padding counts; shows when the window begins before the input
def window_of(position, layers):
    a = b = position
    for K, S, P in layers[::-1]:
        a = a * S - P
        b = b * S - P + (K - 1)
    a = max(a, 0)  # there is no negative pixel
    return a, b
# %% wrong: the padding is subtracted before the position is multiplied by the stride; shows when a layer has stride > 1 and padding > 0
def window_of(position, layers):
    begin, end = position, position
    for kernel_size, stride, padding in reversed(layers):
        begin = (begin - padding) * stride
        end = (end - padding) * stride + kernel_size - 1
    return begin, end
# %% right: forwards, with place and width of output 0 and the jump
def window_of(position, layers):
    jump, begin, extra = 1, 0, 0
    for kernel_size, stride, padding in layers:
        begin -= padding * jump
        extra += (kernel_size - 1) * jump
        jump *= stride
    begin += position * jump
    return begin, begin + extra
