# %% wrong: walks through the layers from the first to the last; shows when layers differ (strides)
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in layers:
        positions = {i * s + t * d for i in positions for t in range(k)}
    return sorted(positions)
# %% wrong: keeps a list, so a position that is read along several paths stands in the result several times
def pixels_read(position, layers):
    pos = [position]
    for kernel_size, stride, dilation in layers[::-1]:
        new = []
        for i in pos:
            for tap in range(kernel_size):
                new.append(i * stride + tap * dilation)
        pos = new
    return sorted(pos)
# %% wrong: follows the first and the last position only and returns all between them, holes too; shows when the field has holes
def pixels_read(position, layers):
    first = last = position
    for k, s, d in reversed(layers):
        first = first * s
        last = last * s + (k - 1) * d
    return list(range(first, last + 1))
# %% wrong: the taps lie around the position (from -(K // 2) on), not from the position to the right; shows with kernels above 1
def pixels_read(position, layers):
    read = set([position])
    for size, step, gap in reversed(layers):
        half = size // 2
        nxt = set()
        for p in read:
            for tap in range(-half, size - half):
                nxt.add(p * step + tap * gap)
        read = nxt
    return sorted(read)
# %% right: recursion on the last layer, np.unique at the end
def pixels_read(position, layers):
    layers = list(layers)
    if not layers:
        return [position]
    *below, (taps, step, gap) = layers
    starts = range(position * step, position * step + (taps - 1) * gap + 1, gap)
    return np.unique([p for start in starts for p in pixels_read(start, below)]).tolist()
