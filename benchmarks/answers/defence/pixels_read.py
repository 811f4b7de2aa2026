# %% wrong: the layers are gone through from the first to the last instead of from the last to the first
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in layers:
        positions = {p * stride + tap * dilation for p in positions for tap in range(kernel_size)}
    return sorted(positions)
# %% wrong: positions are kept in a list, so a pixel that is read along several paths stands in the answer several times
def pixels_read(position, layers):
    current = [position]
    for k, s, d in layers[::-1]:
        following = []
        for p in current:
            for t in range(k):
                following.append(p * s + t * d)
        current = following
    return sorted(current)
# %% wrong: returns every position from the first to the last one read, so the holes that a dilation or a stride leaves are filled
def pixels_read(position, layers):
    first = last = position
    for kernel_size, stride, dilation in reversed(layers):
        first = first * stride
        last = last * stride + (kernel_size - 1) * dilation
    return list(range(first, last + 1))
# %% wrong: returns an unsorted set instead of a sorted list
def pixels_read(position, layers):
    places = {position}
    for layer in reversed(layers):
        kernel_size, stride, dilation = layer
        new_places = set()
        for place in places:
            new_places.update(range(place * stride, place * stride + kernel_size * dilation, dilation))
        places = new_places
    return places
# %% right: recursion over the last layer
def pixels_read(position, layers):
    if not layers:
        return [position]
    *below, (kernel_size, stride, dilation) = layers
    found = set()
    for tap in range(kernel_size):
        found |= set(pixels_read(position * stride + tap * dilation, below))
    return sorted(found)
