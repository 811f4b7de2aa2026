# %% wrong: layers from the input to the output instead of back (right for one layer)
def window_of(position, layers):
    first = last = position
    for k, s, p in layers:
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: forgets the - 1: the last position is one too far for each layer
def window_of(position, layers):
    first, last = position, position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = last * s - p + k
    return first, last
# %% wrong: padding ignored
def window_of(position, layers):
    first, last = position, position
    for k, s, p in reversed(layers):
        first, last = first * s, last * s + k - 1
    return first, last
# %% wrong: cuts the start at 0, though padding counts (right where the field lies inside)
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = max(0, first * s - p)
        last = last * s - p + k - 1
    return first, last
# %% wrong: the padding is multiplied by the stride: (first - p) * s (right for stride 1)
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = (first - p) * s
        last = (last - p) * s + k - 1
    return first, last
# %% wrong: the padding is added at the end: last = last * s + p + k - 1
def window_of(position, layers):
    first = last = position
    for k, s, p in layers[::-1]:
        first = first * s - p
        last = last * s + p + k - 1
    return (first, last)
# %% right: start and width apart, recursively
def window_of(position, layers):
    start, width = position, 1
    rest = list(layers)
    while rest:
        kernel, stride, padding = rest.pop()
        start, width = start * stride - padding, (width - 1) * stride + kernel
    return start, start + width - 1
