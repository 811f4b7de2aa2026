# %% wrong: the layers are walked through from the first to the last, not from the last to the first
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in layers:
        positions = {i * stride + tap * dilation for i in positions for tap in range(kernel_size)}
    return sorted(positions)
# %% wrong: positions that are reached along several paths are listed several times, because a list is kept and not a set
def pixels_read(position, layers):
    seen = [position]
    for k, s, d in layers[::-1]:
        below = []
        for p in seen:
            for t in range(k):
                below.append(p * s + t * d)
        seen = below
    return sorted(seen)
# %% wrong: holes are filled: only the first and the last position are followed, and all positions between them are returned
def pixels_read(position, layers):
    first = last = position
    for kernel_size, stride, dilation in reversed(layers):
        first = first * stride
        last = last * stride + (kernel_size - 1) * dilation
    return list(range(first, last + 1))
# %% wrong: stride and dilation are exchanged in the position read: i * dilation + tap * stride
def pixels_read(position, layers):
    if not layers:
        return [position]
    kernel_size, stride, dilation = layers[-1]
    pixels = set()
    for tap in range(kernel_size):
        pixels.update(pixels_read(position * dilation + tap * stride, layers[:-1]))
    return sorted(pixels)
# %% right: arrays of positions, np.unique after each layer
def pixels_read(position, layers):
    at = np.array([position])
    for kernel_size, stride, dilation in list(layers)[::-1]:
        at = np.unique(np.add.outer(at * stride, np.arange(kernel_size) * dilation))
    return at.tolist()
