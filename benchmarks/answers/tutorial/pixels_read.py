# %% wrong: the set is changed while a loop runs over it: RuntimeError, "Set changed size during iteration"
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        for p in positions:
            positions.remove(p)
            for tap in range(k):
                positions.add(p * s + tap * d)
    return sorted(positions)
# %% wrong: everything between the first and the last pixel is returned, also the holes; right where there are no holes
def pixels_read(position, layers):
    first = last = position
    for k, s, d in reversed(layers):
        first = first * s
        last = last * s + (k - 1) * d
    return list(range(first, last + 1))
# %% wrong: the positions of the layers in between stay in the set beside those that they read; positions of a map are mixed with positions of the input
def pixels_read(position, layers):
    seen = {position}
    for kernel_size, stride, dilation in layers[::-1]:
        seen |= {p * stride + tap * dilation for p in seen for tap in range(kernel_size)}
    return sorted(seen)
# %% wrong: two mistakes: the layers are walked from the first to the last, and a position that is reached on several ways is listed several times
def pixels_read(position, layers):
    found = [position]
    for k, s, d in layers:
        found = [p * s + t * d for p in found for t in range(k)]
    return sorted(found)
# %% right: recursion, the last layer first
def pixels_read(position, layers):
    if len(layers) == 0:
        return [position]
    *before, (k, s, d) = layers
    found = set()
    for tap in range(k):
        found.update(pixels_read(position * s + tap * d, before))
    return sorted(found)
