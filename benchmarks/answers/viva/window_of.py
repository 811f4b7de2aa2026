# %% wrong: last is computed from the first position that was just overwritten, so the window is never wider than the kernel of the first layer
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in reversed(layers):
        first = first * stride - padding
        last = first + kernel_size - 1
    return first, last
# %% wrong: the caller's list of layers is turned round in place with layers.reverse(), so an argument is changed (the numbers themselves are right)
def window_of(position, layers):
    start, end = position, position
    layers.reverse()
    for k, s, p in layers:
        start = start * s - p
        end = end * s - p + k - 1
    return start, end
# %% wrong: the first position is clipped at 0 after each layer, so windows that begin in the padding come out too short
def window_of(position, layers):
    low = high = position
    for kernel, stride, pad in layers[::-1]:
        low = max(low * stride - pad, 0)
        high = high * stride - pad + kernel - 1
    return (low, high)
# %% wrong: the padding is subtracted for the first position only, and forgotten for the last one
def window_of(position, layers):
    first = position
    last = position
    for i in range(len(layers) - 1, -1, -1):
        kernel_size, stride, padding = layers[i]
        first = first * stride - padding
        last = last * stride + kernel_size - 1
    return first, last
# %% right: forward walk with jump, start of output 0, and width
def window_of(position, layers):
    jump, offset, width = 1, 0, 1
    for kernel_size, stride, padding in layers:
        offset -= padding * jump
        width += (kernel_size - 1) * jump
        jump *= stride
    begin = offset + position * jump
    return begin, begin + width - 1
