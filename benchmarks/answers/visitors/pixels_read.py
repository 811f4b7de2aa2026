# %% wrong: the taps are centred on the position, as with 'same' padding
def pixels_read(position, layers):
    positions = {position}
    for kernel_size, stride, dilation in layers[::-1]:
        half = (kernel_size - 1) // 2
        positions = {i * stride + (tap - half) * dilation
                     for i in positions for tap in range(kernel_size)}
    return sorted(positions)


# %% wrong: returns every pixel of the field between first and last, the holes of a dilation included
def pixels_read(position, layers):
    first = last = position
    for K, S, D in reversed(layers):
        first = first * S
        last = last * S + (K - 1) * D
    return list(range(first, last + 1))


# %% wrong: a pixel that is read along several paths stands in the list several times
def pixels_read(position, layers):
    positions = [position]
    for kernel_size, stride, dilation in reversed(layers):
        new = []
        for p in positions:
            for tap in range(kernel_size):
                new.append(p * stride + tap * dilation)
        positions = new
    return sorted(positions)


# %% right: outer sums of the taps' offsets, with the jumps computed forwards
def pixels_read(position, layers):
    offsets, jump = np.zeros(1, dtype=int), 1
    for kernel_size, stride, dilation in layers:
        taps = np.arange(kernel_size) * dilation * jump
        offsets = np.add.outer(offsets, taps).ravel()
        jump *= stride
    return np.unique(position * jump + offsets).tolist()
