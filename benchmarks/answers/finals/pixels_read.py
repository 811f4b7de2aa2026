# %% wrong: goes through the layers from the first to the last
def pixels_read(position, layers):
    reached = {position}
    for k, s, d in layers:
        reached = {p * s + t * d for p in reached for t in range(k)}
    return sorted(reached)
# %% wrong: a pixel that is reached on two ways stands in the list twice
def pixels_read(position, layers):
    places = [position]
    for k, s, d in layers[::-1]:
        places = [p * s + tap * d for p in places for tap in range(k)]
    return sorted(places)
# %% wrong: everything between the first and the last pixel, holes included
def pixels_read(position, layers):
    first = last = position
    for k, s, d in reversed(layers):
        first, last = first * s, last * s + (k - 1) * d
    return list(range(first, last + 1))
# %% wrong: the dilation multiplies the position as well, (i * stride + tap) * dilation
def pixels_read(position, layers):
    def back(positions, layer):
        kernel_size, stride, dilation = layer
        return {(i * stride + tap) * dilation for i in positions for tap in range(kernel_size)}

    positions = {position}
    for layer in reversed(layers):
        positions = back(positions, layer)
    return sorted(positions)
# %% right: recursion over the last layer
def pixels_read(position, layers):
    if not len(layers):
        return [position]
    *below, (kernel_size, stride, dilation) = layers
    found = set()
    for tap in range(kernel_size):
        found.update(pixels_read(position * stride + tap * dilation, below))
    return sorted(found)
