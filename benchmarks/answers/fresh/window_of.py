# %% wrong: layers from the input to the output
def window_of(position, layers):
    a = b = position
    for k, s, p in layers:
        a = a * s - p
        b = b * s - p + k - 1
    return a, b
# %% wrong: two mistakes, layers not reversed and the end one too far
def window_of(position, layers):
    first = last = position
    for k, s, p in layers:
        first = first * s - p
        last = last * s - p + k
    return first, last
# %% wrong: padding applied only in the layer next to the input
def window_of(position, layers):
    lo = hi = position
    for i, (k, s, p) in reversed(list(enumerate(layers))):
        lo = lo * s
        hi = hi * s + k - 1
        if i == 0:
            lo -= p
            hi -= p
    return lo, hi
# %% wrong: last computed from the first of the same layer (first + k - 1), deeper widening is lost
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = first + k - 1
    return first, last
# %% wrong: the padding is taken off the first only, not off the last
def window_of(position: int, layers) -> tuple[int, int]:
    start, end = position, position
    for kernel_size, stride, padding in reversed(layers):
        start = start * stride - padding
        end = end * stride + kernel_size - 1
    return start, end
# %% wrong: without any layer it answers (0, 0) instead of the position itself
def window_of(position, layers):
    if len(layers) == 0:
        return 0, 0
    first = last = position
    for i in range(len(layers) - 1, -1, -1):
        k, s, p = layers[i]
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: layers.pop() empties the list given
def window_of(position, layers):
    a, b = position, position
    while layers:
        k, s, p = layers.pop()
        a = a * s - p
        b = b * s - p + k - 1
    return a, b
# %% wrong: stops at the edge, a negative start is set to 0 in each layer before going on
def window_of(position, layers):
    a = b = position
    for k, s, p in reversed(layers):
        a = max(0, a * s - p)
        b = b * s - p + k - 1
    return a, b
# %% right: width
def window_of(position, layers):
    start, width = position, 1
    for k, s, p in reversed(layers):
        start = start * s - p
        width = (width - 1) * s + k
    return start, start + width - 1
# %% right: forward
def window_of(position, layers):
    jump, begin, size = 1, 0, 1
    for k, s, p in layers:
        begin -= p * jump
        size += (k - 1) * jump
        jump *= s
    first = begin + position * jump
    return (first, first + size - 1)
