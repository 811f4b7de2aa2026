# %% wrong: goes through the layers from the input to the output instead of back (right for one layer)
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in layers:
        positions = {p * s + t * d for p in positions for t in range(k)}
    return sorted(positions)
# %% wrong: forgets the dilation: taps side by side
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions = {p * s + t for p in positions for t in range(k)}
    return sorted(positions)
# %% wrong: answers the whole range from the first to the last position, with the holes
def pixels_read(position, layers):
    first = last = position
    for k, s, d in reversed(layers):
        first = first * s
        last = last * s + (k - 1) * d
    return list(range(first, last + 1))
# %% wrong: a list instead of a set: positions that are read several times stand there several times
def pixels_read(position, layers):
    positions = [position]
    for k, s, d in reversed(layers):
        positions = [p * s + t * d for p in positions for t in range(k)]
    return sorted(positions)
# %% wrong: the stride multiplies the tap as well: (p + t d) s
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions = {(p + t * d) * s for p in positions for t in range(k)}
    return sorted(positions)
# %% wrong: centred taps: t runs from -(K // 2) on, as if there were same padding
def pixels_read(position, layers):
    reads = {position}
    for k, s, d in layers[::-1]:
        reads = {p * s + (t - k // 2) * d for p in reads for t in range(k)}
    return sorted(reads)
# %% right: np.unique of broadcast sums, layer by layer
def pixels_read(position, layers):
    places = np.array([position])
    for kernel, stride, dilation in reversed(list(layers)):
        places = np.unique(places[:, None] * stride + dilation * np.arange(kernel))
    return places.tolist()
