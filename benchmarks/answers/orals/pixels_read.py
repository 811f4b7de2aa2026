# %% wrong: walks through the layers from the first to the last instead of from the last to the first
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in layers:
        positions = {i * stride + tap * dilation for i in positions for tap in range(kernel_size)}
    return sorted(positions)
# %% wrong: keeps a list instead of a set, so a position that is read along several paths is returned several times
def pixels_read(position, layers):
    current = [position]
    for k, s, d in reversed(layers):
        following = []
        for i in current:
            for tap in range(k):
                following.append(i * s + tap * d)
        current = following
    return sorted(current)
# %% wrong: the taps are multiplied by the stride, too: (i + tap * dilation) * stride instead of i * stride + tap * dilation
def pixels_read(position, layers):
    read = {position}
    for k, s, d in layers[::-1]:
        read = set((i + tap * d) * s for i in read for tap in range(k))
    return sorted(read)
# %% wrong: returns every position from the first to the last one of the field, the holes that are never read included
def pixels_read(position, layers):
    first = last = position
    for kernel_size, stride, dilation in reversed(layers):
        first = first * stride
        last = last * stride + (kernel_size - 1) * dilation
    return list(range(first, last + 1))
# %% right: recursion over the last layer, union of sets
def pixels_read(position, layers):
    def behind(i, depth):
        if depth == 0:
            return {i}
        k, s, d = layers[depth - 1]
        return set().union(*(behind(i * s + t * d, depth - 1) for t in range(k)))

    return sorted(behind(position, len(layers)))
