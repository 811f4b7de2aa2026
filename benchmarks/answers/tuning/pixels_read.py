# %% wrong: the layers are walked from the input instead of from the output
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in layers:
        positions = {p * s + tap * d for p in positions for tap in range(k)}
    return sorted(positions)
# %% wrong: the dilation is ignored
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions = {p * s + tap for p in positions for tap in range(k)}
    return sorted(positions)
# %% wrong: the stride is ignored
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions = {p + tap * d for p in positions for tap in range(k)}
    return sorted(positions)
# %% wrong: everything from the first to the last position, the holes are filled
def pixels_read(position, layers):
    first = last = position
    for k, s, d in reversed(layers):
        first, last = first * s, last * s + d * (k - 1)
    return list(range(first, last + 1))
# %% wrong: a list without a set, positions that are reached on several paths stand in it several times
def pixels_read(position, layers):
    positions = [position]
    for k, s, d in reversed(layers):
        positions = [p * s + tap * d for p in positions for tap in range(k)]
    return sorted(positions)
# %% wrong: one tap too many, range(k + 1)
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions = {p * s + tap * d for p in positions for tap in range(k + 1)}
    return sorted(positions)
# %% wrong: the dilation multiplies the position as well, (p * s + tap) * d
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions = {(p * s + tap) * d for p in positions for tap in range(k)}
    return sorted(positions)
# %% wrong: the layer is read as (kernel_size, dilation, stride)
def pixels_read(position, layers):
    positions = {position}
    for k, d, s in reversed(layers):
        positions = {p * s + tap * d for p in positions for tap in range(k)}
    return sorted(positions)
# %% wrong: not in order, the positions come out in the order of the paths
def pixels_read(position, layers):
    positions = [position]
    for k, s, d in reversed(layers):
        positions = list(dict.fromkeys(p * s + tap * d for tap in reversed(range(k)) for p in positions))
    return positions
# %% wrong: the number of positions instead of the positions
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions = {p * s + tap * d for p in positions for tap in range(k)}
    return len(positions)
# %% wrong: positions of earlier layers stay in the set, update instead of a new set
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions.update({p * s + tap * d for p in positions for tap in range(k)})
    return sorted(positions)
# %% wrong: RuntimeError, the set is changed while the loop runs over it
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        for p in positions:
            positions.remove(p)
            for tap in range(k):
                positions.add(p * s + tap * d)
    return sorted(positions)
# %% wrong: two mistakes: walked from the input, and the dilation is ignored
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in layers:
        positions = {p * s + tap for p in positions for tap in range(k)}
    return sorted(positions)
# %% right: sets, from the last layer to the first
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in reversed(layers):
        positions = {p * s + tap * d for p in positions for tap in range(k)}
    return sorted(positions)
# %% right: recursion on the last layer
def pixels_read(position, layers):
    if len(layers) == 0:
        return [position]
    k, s, d = layers[-1]
    read = set()
    for tap in range(k):
        read.update(pixels_read(position * s + tap * d, layers[:-1]))
    return sorted(read)
# %% right: np.unique of sums
def pixels_read(position, layers):
    places = np.array([position])
    for k, s, d in layers[::-1]:
        places = np.unique(places[:, None] * s + np.arange(k) * d)
    return places.tolist()
