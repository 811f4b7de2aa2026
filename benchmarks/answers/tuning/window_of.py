# %% wrong: the layers are walked from the input instead of from the output
def window_of(position, layers):
    first = last = position
    for k, s, p in layers:
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: the padding is ignored
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s
        last = last * s + k - 1
    return first, last
# %% wrong: the padding is added instead of subtracted
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s + p
        last = last * s + p + k - 1
    return first, last
# %% wrong: K instead of K - 1, the last position is one too far
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = last * s - p + k
    return first, last
# %% wrong: the stride is ignored
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first - p
        last = last - p + k - 1
    return first, last
# %% wrong: the padding is not subtracted from the last position
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = last * s + k - 1
    return first, last
# %% wrong: last is computed from the new first, the window never grows beyond one kernel
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = first + k - 1
    return first, last
# %% wrong: negative positions are set to 0
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = max(0, first * s - p)
        last = last * s - p + k - 1
    return first, last
# %% wrong: first and the length are returned instead of first and last
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = last * s - p + k - 1
    return first, last - first + 1
# %% wrong: precedence, the padding is subtracted before the multiplication with the stride
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = (first - p) * s
        last = (last - p) * s + k - 1
    return first, last
# %% wrong: the caller's list is reversed in place (the positions returned are right)
def window_of(position, layers):
    layers.reverse()
    first = last = position
    for k, s, p in layers:
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: TypeError, layers.reverse() returns None
def window_of(position, layers):
    first = last = position
    for k, s, p in layers[:].reverse():
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: the layer is read as (kernel_size, padding, stride)
def window_of(position, layers):
    first = last = position
    for k, p, s in reversed(layers):
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% wrong: the last is multiplied after the kernel is added, (last + K - 1) * stride
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = (last + k - 1) * s - p
    return first, last
# %% wrong: two mistakes: walked from the input, and the padding is ignored
def window_of(position, layers):
    first = last = position
    for k, s, p in layers:
        first, last = first * s, last * s + k - 1
    return first, last
# %% wrong: a layer (1, 1, 0) is put into the caller's list (the positions returned are right)
def window_of(position, layers):
    layers.insert(0, (1, 1, 0))
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% right: walk backwards
def window_of(position, layers):
    first = last = position
    for k, s, p in reversed(layers):
        first = first * s - p
        last = last * s - p + k - 1
    return first, last
# %% right: recursion on the last layer
def window_of(position, layers):
    if not layers:
        return position, position
    k, s, p = layers[-1]
    first, _ = window_of(position * s - p, layers[:-1])
    _, last = window_of(position * s - p + k - 1, layers[:-1])
    return first, last
# %% right: total stride, total padding and field in closed form
def window_of(position, layers):
    jump, offset, size = 1, 0, 1
    for k, s, p in layers:
        size += (k - 1) * jump
        offset += p * jump
        jump *= s
    first = position * jump - offset
    return first, first + size - 1
