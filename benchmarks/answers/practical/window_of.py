# %% wrong: the right numbers, but layers.reverse() turns the caller's list round in place
def window_of(position, layers):
    first = last = position
    layers.reverse()
    for k, s, p in layers:
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: cuts positions in the padding off, the first position is never below 0; right for fields that do not reach into the padding
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in layers[::-1]:
        last = last * stride - padding + kernel_size - 1
        first = max(first * stride - padding, 0)
    return first, last
# %% wrong: returns the list of all positions from the first to the last instead of the two
def window_of(position, layers):
    ends = [position, position]
    for depth in range(len(layers) - 1, -1, -1):
        k, s, p = layers[depth]
        ends = [ends[0] * s - p, ends[1] * s - p + k - 1]
    return list(range(ends[0], ends[1] + 1))
# %% wrong: two mistakes: the last position is computed from the first, so only the width of one layer is left, and the padding is added instead of subtracted
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s + p
        last = first + k - 1
    return first, last
# %% right: jump, start and width gathered from the input to the output
def window_of(position, layers):
    jump, start, size = 1, 0, 1
    for k, s, p in layers:
        start -= p * jump
        size += (k - 1) * jump
        jump *= s
    first = position * jump + start
    return first, first + size - 1
