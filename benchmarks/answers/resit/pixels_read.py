# %% wrong: the tap is multiplied by the stride too: (i + tap * dilation) * stride
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in reversed(layers):
        positions = {(i + tap * dilation) * stride
                     for i in positions for tap in range(kernel_size)}
    return sorted(positions)
# %% wrong: a list in place of a set, so positions that are read on several ways stand there several times
def pixels_read(position, layers):
    positions = [position]
    for kernel_size, stride, dilation in layers[::-1]:
        below = []
        for i in positions:
            for tap in range(kernel_size):
                below.append(i * stride + tap * dilation)
        positions = below
    return sorted(positions)
# %% wrong: the first and the last position are followed and everything between is returned, holes included
def pixels_read(position, layers):
    first = last = position
    for kernel_size, stride, dilation in reversed(layers):
        first = first * stride
        last = last * stride + (kernel_size - 1) * dilation
    return list(range(first, last + 1))
# %% wrong: the positions in the layers between are kept as well, not replaced
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in reversed(layers):
        read = set()
        for i in positions:
            read |= {i * stride + tap * dilation for tap in range(kernel_size)}
        positions |= read
    return sorted(positions)
# %% right: recursion, one layer at a time
def pixels_read(position, layers):
    if len(layers) == 0:
        return [position]
    kernel_size, stride, dilation = layers[-1]
    reach = range(position * stride, position * stride + dilation * (kernel_size - 1) + 1, dilation)
    found = set()
    for below in reach:
        found.update(pixels_read(below, layers[:-1]))
    return sorted(found)
