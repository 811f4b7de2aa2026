# %% wrong: forward order, from the first layer to the last
def window_of(position, layers):
    low, high = position, position
    i = 0
    while i < len(layers):
        size, step, pad = layers[i]
        low, high = low * step - pad, high * step - pad + size - 1
        i += 1
    return low, high
# %% wrong: padding unpacked but not used
def window_of(position, layers):
    low, high = position, position
    for size, step, _ in layers[::-1]:
        low, high = low * step, high * step + size - 1
    return low, high
# %% wrong: the padding counts twice, for both sides
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low, high = low * step - 2 * pad, high * step - 2 * pad + size - 1
    return low, high
# %% wrong: the padding widens the window: subtracted from the first, added to the last
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low, high = low * step - pad, high * step + pad + size - 1
    return low, high
# %% wrong: the last position is exclusive, one behind the window
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low, high = low * step - pad, high * step - pad + size - 1
    return low, high + 1
# %% wrong: a list of all positions instead of the first and the last
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low, high = low * step - pad, high * step - pad + size - 1
    return list(range(low, high + 1))
# %% wrong: the last position is not multiplied by the stride, only the first
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low = low * step - pad
        high = high - pad + size - 1
    return low, high
# %% wrong: windows are centred on the position, half the kernel to both sides
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low = low * step - size // 2
        high = high * step + size // 2
    return low, high
# %% wrong: last and first are returned in the wrong order
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low, high = low * step - pad, high * step - pad + size - 1
    return high, low
# %% wrong: the span is multiplied by the stride without taking 1 away from it first
def window_of(position, layers):
    span = 1
    low = position
    for size, step, pad in layers[::-1]:
        low = low * step - pad
        span = span * step + size - 1
    return low, low + span - 1
# %% wrong: the last position is cut with max(0, ...), negative ones disappear
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low, high = low * step - pad, high * step - pad + size - 1
    return max(low, 0), max(high, 0)
# %% wrong: only the last layer is followed, return inside the loop (None without layers)
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low, high = low * step - pad, high * step - pad + size - 1
        return low, high
# %% wrong: the caller's list is emptied by pop()
def window_of(position, layers):
    low = high = position
    while layers:
        size, step, pad = layers.pop()
        low, high = low * step - pad, high * step - pad + size - 1
    return low, high
# %% wrong: IndexError without layers, the last layer is read before the test
def window_of(position, layers):
    size, step, pad = layers[-1]
    low, high = position * step - pad, position * step - pad + size - 1
    if len(layers) == 1:
        return low, high
    return window_of(low, layers[:-1])[0], window_of(high, layers[:-1])[1]
# %% wrong: two mistakes: K instead of K - 1, and the padding is added
def window_of(position, layers):
    low, high = position, position
    for size, step, pad in layers[::-1]:
        low, high = low * step + pad, high * step + pad + size
    return low, high
# %% right: while loop from the end
def window_of(position, layers):
    low, high = position, position
    i = len(layers) - 1
    while i >= 0:
        size, step, pad = layers[i]
        low, high = low * step - pad, high * step - pad + size - 1
        i -= 1
    return low, high
# %% right: the set of all positions, then its ends
def window_of(position, layers):
    seen = {position}
    for size, step, pad in reversed(layers):
        seen = {p * step - pad + tap for p in seen for tap in range(size)}
    return min(seen), max(seen)
# %% right: low corner and growing span
def window_of(position, layers):
    low, span = position, 1
    for size, step, pad in layers[::-1]:
        low = low * step - pad
        span = (span - 1) * step + size
    return low, low + span - 1
