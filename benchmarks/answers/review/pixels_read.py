# %% wrong: the layers are gone through from the first to the last
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in layers:
        positions = {p * stride + tap * dilation for p in positions for tap in range(kernel_size)}
    return sorted(positions)
# %% wrong: all positions from the first to the last, holes included
def pixels_read(position, layers):
    first = last = position
    for kernel_size, stride, dilation in reversed(layers):
        first = first * stride
        last = last * stride + (kernel_size - 1) * dilation
    return list(range(first, last + 1))
# %% wrong: the taps are multiplied by the stride as well
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in layers[::-1]:
        positions = {(p + tap * dilation) * stride for p in positions for tap in range(kernel_size)}
    return sorted(positions)
