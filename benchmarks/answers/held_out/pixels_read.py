# %% wrong: first layer first
def pixels_read(position, layers):
    here = [position]
    for size, step, gap in layers:
        below = []
        for i in here:
            for t in range(size):
                if i * step + t * gap not in below:
                    below.append(i * step + t * gap)
        here = below
    return sorted(here)
# %% wrong: taps lie next to each other, the gap is not used
def pixels_read(position, layers):
    here = [position]
    for size, step, gap in layers[::-1]:
        below = []
        for i in here:
            below += [p for p in range(i * step, i * step + size) if p not in below]
        here = below
    return sorted(here)
# %% wrong: neighbours are taken to begin next to each other, without the stride
def pixels_read(position, layers):
    here = [position]
    for size, step, gap in layers[::-1]:
        below = []
        for i in here:
            below += [p for p in range(i, i + size * gap, gap) if p not in below]
        here = below
    return sorted(here)
# %% wrong: range(i * step, i * step + (size - 1) * gap, gap), the last tap is missing
def pixels_read(position, layers):
    here = [position]
    for size, step, gap in layers[::-1]:
        below = []
        for i in here:
            below += [p for p in range(i * step, i * step + (size - 1) * gap, gap) if p not in below]
        here = below
    return sorted(here)
# %% wrong: only the first and the last position, as a window
def pixels_read(position, layers):
    low = high = position
    for size, step, gap in layers[::-1]:
        low = low * step
        high = high * step + (size - 1) * gap
    return [low, high]
# %% wrong: the tap is multiplied by the stride and the position by the dilation
def pixels_read(position, layers):
    here = {position}
    for size, step, gap in layers[::-1]:
        here = {i * gap + t * step for i in here for t in range(size)}
    return sorted(here)
# %% wrong: duplicates remain, each path adds its own position
def pixels_read(position, layers):
    if not layers:
        return [position]
    size, step, gap = layers[-1]
    answer = []
    for t in range(size):
        answer += pixels_read(position * step + t * gap, layers[:-1])
    return sorted(answer)
# %% wrong: a set is returned instead of the positions in order
def pixels_read(position, layers):
    here = {position}
    for size, step, gap in layers[::-1]:
        here = {i * step + t * gap for i in here for t in range(size)}
    return here
# %% wrong: the window is centred on the position, taps reach half the kernel to both sides
def pixels_read(position, layers):
    here = {position}
    for size, step, gap in layers[::-1]:
        here = {i * step + (t - size // 2) * gap for i in here for t in range(size)}
    return sorted(here)
# %% wrong: only the last layer is followed, return inside the loop (None without layers)
def pixels_read(position, layers):
    here = {position}
    for size, step, gap in layers[::-1]:
        here = {i * step + t * gap for i in here for t in range(size)}
        return sorted(here)
# %% wrong: the caller's list is emptied by pop (the positions returned are right)
def pixels_read(position, layers):
    here = {position}
    while layers:
        size, step, gap = layers.pop()
        here = {i * step + t * gap for i in here for t in range(size)}
    return sorted(here)
# %% wrong: sorted downwards, the last position comes first
def pixels_read(position, layers):
    here = {position}
    for size, step, gap in layers[::-1]:
        here = {i * step + t * gap for i in here for t in range(size)}
    return sorted(here, reverse=True)
# %% wrong: TypeError, a list is put into a set
def pixels_read(position, layers):
    here = {position}
    for size, step, gap in layers[::-1]:
        below = set()
        for i in here:
            below.add([i * step + t * gap for t in range(size)])
        here = below
    return sorted(here)
# %% wrong: two mistakes: the stride is ignored, and duplicates remain
def pixels_read(position, layers):
    here = [position]
    for size, step, gap in layers[::-1]:
        here = [i + t * gap for i in here for t in range(size)]
    return sorted(here)
# %% right: lists without duplicates
def pixels_read(position, layers):
    here = [position]
    for size, step, gap in layers[::-1]:
        below = []
        for i in here:
            for t in range(size):
                if i * step + t * gap not in below:
                    below.append(i * step + t * gap)
        here = below
    return sorted(here)
# %% right: marks on a line, from the output down
def pixels_read(position, layers):
    marks = np.zeros(position + 1, bool)
    marks[position] = True
    for size, step, gap in reversed(layers):
        below = np.zeros((len(marks) - 1) * step + (size - 1) * gap + 1, bool)
        for i in np.flatnonzero(marks):
            below[i * step : i * step + (size - 1) * gap + 1 : gap] = True
        marks = below
    return [int(p) for p in np.flatnonzero(marks)]
# %% right: all combinations of taps with the product of the strides
def pixels_read(position, layers):
    import itertools

    jumps, jump = [], 1
    for size, step, gap in layers:
        jumps.append(jump)
        jump *= step
    ways = [[t * gap * j for t in range(size)] for (size, _, gap), j in zip(layers, jumps)]
    return sorted({position * jump + sum(way) for way in itertools.product(*ways)})
