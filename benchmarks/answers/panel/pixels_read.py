# %% wrong: walks through the layers from the first to the last instead of backwards; shows when layers differ, one of them has a stride, and the order matters
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in layers:
        positions = {i * s + tap * d for i in positions for tap in range(k)}
    return sorted(positions)
# %% wrong: keeps a list, not a set, so a pixel that is read along several paths is listed several times; shows when the windows of two layers overlap
def pixels_read(position, layers):
    pos = [position]
    for kernel, stride, dilation in reversed(layers):
        new = []
        for p in pos:
            for t in range(kernel):
                new.append(p * stride + t * dilation)
        pos = new
    pos.sort()
    return pos
# %% wrong: returns every position between the first and the last one read, so holes are filled; shows when dilation or stride leaves holes
def pixels_read(position, layers):
    lo = hi = position
    for (K, S, D) in layers[::-1]:
        lo = lo * S
        hi = hi * S + (K - 1) * D
    return list(range(lo, hi + 1))
# %% wrong: the taps are centred on the position (from -(K // 2)) instead of starting at it; shows when a kernel is larger than 1
def pixels_read(position, layers):
    seen = set([position])
    for kernel_size, stride, dilation in reversed(layers):
        half = kernel_size // 2
        seen = set(i * stride + (tap - half) * dilation for i in seen for tap in range(kernel_size))
    return sorted(seen)
# %% right: recursion over the layers, the last one is taken off
def pixels_read(position, layers):
    if len(layers) == 0:
        return [position]
    *below, (kernel_size, stride, dilation) = layers
    start = position * stride
    found = set()
    for place in range(start, start + kernel_size * dilation, dilation):
        found.update(pixels_read(place, below))
    return sorted(found)
