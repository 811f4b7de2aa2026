# %% wrong: the layers are walked through from the input to the output; shows where the layers differ and one has a stride
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in layers:
        first = first * stride - padding
        last = last * stride - padding + kernel_size - 1
    return first, last
# %% wrong: the padding is not subtracted at all; shows where a layer has padding
def window_of(position, layers):
    a = b = position
    for k, s, p in layers[::-1]:
        a = a * s
        b = b * s + k - 1
    return (a, b)
# %% wrong: the last position is one too far in each layer (kernel_size is added, not kernel_size − 1)
def window_of(position, layers):
    start = position
    end = position
    for layer in reversed(layers):
        K, S, P = layer
        start = S * start - P
        end = S * end - P + K
    return [start, end]
# %% wrong: a first position below 0 is set to 0, though padding counts; shows where the window begins in the padding
def window_of(position, layers):
    lo = hi = position
    for k, s, p in reversed(layers):
        lo, hi = lo * s - p, hi * s - p + k - 1
    return max(lo, 0), hi
# %% right: forwards, as start + position * jump and the width of the field
def window_of(position, layers):
    jump, start, width = 1, 0, 1
    for kernel_size, stride, padding in layers:
        start -= padding * jump
        width += (kernel_size - 1) * jump
        jump *= stride
    first = start + position * jump
    return first, first + width - 1
