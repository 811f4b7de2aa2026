# %% wrong: the layers are walked through from the first to the last, not backwards
def pixels_read(position, layers):
    positions = {position}
    for kernel, stride, dilation in layers:
        positions = {p * stride + tap * dilation for p in positions for tap in range(kernel)}
    return sorted(positions)
# %% wrong: a list is used in place of a set, so positions that are reached along several paths stand in the result several times
def pixels_read(position, layers):
    now = [position]
    for k, s, d in layers[::-1]:
        now = [p * s + t * d for p in now for t in range(k)]
    return sorted(now)
# %% wrong: the stride multiplies the tap as well: position (i + tap * dilation) * stride in place of i * stride + tap * dilation
def pixels_read(position, layers):
    seen = {position}
    for kernel_size, stride, dilation in reversed(layers):
        below = set()
        for i in seen:
            for tap in range(kernel_size):
                below.add((i + tap * dilation) * stride)
        seen = below
    return sorted(seen)
# %% wrong: every position from the first to the last is returned, with the holes that dilation or stride leaves filled in
def pixels_read(position, layers):
    first = last = position
    for k, s, d in reversed(layers):
        first = first * s
        last = last * s + (k - 1) * d
    return list(range(first, last + 1))
# %% right: recursion over the layers
def pixels_read(position, layers):
    if len(layers) == 0:
        return [position]
    *lower, (k, s, d) = layers
    found = set()
    for place in range(position * s, position * s + k * d, d):
        found.update(pixels_read(place, lower))
    return sorted(found)
