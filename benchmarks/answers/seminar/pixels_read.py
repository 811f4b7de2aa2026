# %% wrong: the layers are walked through from the first to the last; shows where the order of the layers matters (strides, different layers)
def pixels_read(position, layers):
    positions = {position}
    for k, s, d in layers:
        positions = {p * s + t * d for p in positions for t in range(k)}
    return sorted(positions)
# %% wrong: a list in place of a set: positions that are read along several paths stand in the answer several times
def pixels_read(position, layers):
    current = [position]
    for kernel_size, stride, dilation in reversed(layers):
        following = []
        for i in current:
            for tap in range(kernel_size):
                following.append(i * stride + tap * dilation)
        current = following
    return sorted(current)
# %% wrong: all positions from the first to the last are returned; holes inside the field are filled
def pixels_read(position, layers):
    first = last = position
    for kernel_size, stride, dilation in layers[::-1]:
        first = first * stride
        last = last * stride + (kernel_size - 1) * dilation
    return list(range(first, last + 1))
# %% wrong: the taps are centred on the position (from −(K // 2)), though they run from 0 to K − 1; everything is shifted for every kernel size above 1
def pixels_read(position, layers):
    read = set([position])
    for (K, S, D) in reversed(layers):
        new = set()
        for p in read:
            for tap in range(-(K // 2), K - K // 2):
                new.add(p * S + tap * D)
        read = new
    return sorted(read)
# %% right: recursion over the last layer
def pixels_read(position, layers):
    if len(layers) == 0:
        return [position]
    *below, (kernel_size, stride, dilation) = layers
    found = []
    for tap in range(kernel_size):
        found += pixels_read(position * stride + tap * dilation, below)
    return [int(p) for p in np.unique(found)]
