# %% wrong: runs through the layers from the input to the output
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in layers:
        positions = {p * s + t * d for p in positions for t in range(k)}
    return sorted(positions)
# %% wrong: first to last without gaps (the whole range), though a dilation or stride leaves some out
def pixels_read(position, layers):
    first = last = position
    for k, s, d in reversed(layers):
        first = first * s
        last = last * s + (k - 1) * d
    return list(range(first, last + 1))
# %% wrong: list(set) is not sorted for larger positions
def pixels_read(position, layers):
    read = {position}
    for k, s, d in layers[::-1]:
        read = {p * s + t * d for p in read for t in range(k)}
    return list(read)
# %% wrong: the tap is multiplied by the stride too
def pixels_read(position, layers):
    here = {position}
    for k, s, d in reversed(layers):
        nxt = set()
        for p in here:
            for t in range(k):
                nxt.add((p + t * d) * s)
        here = nxt
    return sorted(here)
# %% wrong: layers.reverse() changes the list given
def pixels_read(position, layers):
    layers.reverse()
    cur = {position}
    for kernel, stride, dilation in layers:
        cur = {p * stride + i * dilation for p in cur for i in range(kernel)}
    return sorted(cur)
# %% wrong: recursion over the layers, too deep for a long stack
def pixels_read(position: int, layers) -> list[int]:
    def back(found, depth):
        if depth == 0:
            return found
        kernel_size, stride, dilation = layers[depth - 1]
        wider = {p * stride + tap * dilation for p in found for tap in range(kernel_size)}
        return back(wider, depth - 1)
    return sorted(back({position}, len(layers)))
# %% wrong: doubles where windows overlap are kept
def pixels_read(position, layers):
    positions = [position]
    for k, s, d in reversed(layers):
        new = []
        for p in positions:
            for t in range(k):
                new.append(p * s + t * d)
        positions = new
    return sorted(positions)
# %% wrong: dilation ignored
def pixels_read(position, layers):
    seen = {position}
    for kernel, stride, _ in list(layers)[::-1]:
        seen = set().union(*[range(p * stride, p * stride + kernel) for p in seen])
    return sorted(seen)
# %% right: numpy
def pixels_read(position, layers):
    pos = np.array([position])
    for k, s, d in layers[::-1]:
        pos = np.unique(pos[:, None] * s + np.arange(k)[None, :] * d)
    return [int(p) for p in pos]
# %% right: loops
def pixels_read(position, layers):
    now = [position]
    i = len(layers) - 1
    while i >= 0:
        k, s, d = layers[i]
        found = {}
        for p in now:
            for t in range(k):
                found[p * s + t * d] = True
        now = sorted(found.keys())
        i -= 1
    return now
