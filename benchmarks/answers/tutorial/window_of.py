# %% wrong: layers.reverse() returns None, so the loop raises TypeError, and the caller's list is turned round
def window_of(position, layers):
    first = last = position
    for k, s, p in layers.reverse():
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: a negative first position is set to 0, though padding counts; right for windows that do not begin in the padding
def window_of(position, layers):
    start, end = position, position
    for kernel_size, stride, padding in reversed(layers):
        start = start * stride - padding
        end = end * stride - padding + kernel_size - 1
    return max(start, 0), end
# %% wrong: the paddings are added up without the jump (the strides of the layers before), so the window is shifted wherever a padded layer comes after a stride; right for stride 1
def window_of(position, layers):
    jump, field, shift = 1, 1, 0
    for k, s, p in layers:
        field += (k - 1) * jump
        shift += p
        jump *= s
    first = position * jump - shift
    return first, first + field - 1
# %% wrong: two mistakes: the layers are walked from the first to the last, and `last` is computed from the new first position, so the window is only one kernel wide
def window_of(position, layers):
    first = last = position
    for size, stride, padding in layers:
        first = first * stride - padding
        last = first + size - 1
    return first, last
# %% right: jump, width and offset in one walk forward
def window_of(position, layers):
    jump, width, offset = 1, 1, 0
    for k, s, p in layers:
        width += (k - 1) * jump
        offset -= p * jump
        jump *= s
    start = position * jump + offset
    return (start, start + width - 1)
