# %% wrong: layers.reverse() turns the caller's list round
def pixels_read(position, layers):
    positions = {position}
    layers.reverse()
    for kernel_size, stride, dilation in layers:
        positions = {p * stride + tap * dilation for p in positions for tap in range(kernel_size)}
    return sorted(positions)

# %% wrong: a set is changed while the loop runs over it, RuntimeError
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in reversed(layers):
        for p in positions:
            positions.remove(p)
            for tap in range(kernel_size):
                positions.add(p * stride + tap * dilation)
    return sorted(positions)

# %% wrong: all positions from the first to the last, holes are filled
def pixels_read(position, layers):
    first = last = position
    for kernel_size, stride, dilation in reversed(layers):
        first = first * stride
        last = last * stride + (kernel_size - 1) * dilation
    return list(range(first, last + 1))

# %% wrong: a list instead of a set, pixels that are read twice appear twice
def pixels_read(position, layers):
    positions = [position]
    for kernel_size, stride, dilation in layers[::-1]:
        positions = [p * stride + tap * dilation for p in positions for tap in range(kernel_size)]
    return sorted(positions)

# %% wrong: walks from the first layer to the last
def pixels_read(position, layers):
    seen = {position}
    for kernel_size, stride, dilation in layers:
        seen = {p * stride + tap * dilation for p in seen for tap in range(kernel_size)}
    return sorted(seen)

# %% wrong: the positions of all layers between are collected too, not those of the input only
def pixels_read(position, layers):
    seen = {position}
    for kernel_size, stride, dilation in reversed(layers):
        seen |= {p * stride + tap * dilation for p in seen for tap in range(kernel_size)}
    return sorted(seen)

# %% right: recursion from the last layer
def pixels_read(position, layers):
    if len(layers) == 0:
        return [position]
    kernel_size, stride, dilation = layers[-1]
    found = set()
    for tap in range(kernel_size):
        found.update(pixels_read(position * stride + tap * dilation, layers[:-1]))
    return sorted(found)
