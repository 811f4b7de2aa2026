# %% wrong: only the pixels after the last window, gaps between windows are forgotten
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    end = (count - 1) * stride - padding + kernel_size
    return list(range(max(end, 0), size))

# %% wrong: windows that stick out at the end are counted as well
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding, stride):
        read.update(range(start, start + kernel_size))
    return [p for p in range(size) if p not in read]

# %% wrong: counts in the padded signal, positions are shifted by the padding
def unread_positions(size, kernel_size, stride=1, padding=0):
    total = size + 2 * padding
    read = np.zeros(total, bool)
    for start in range(0, total - kernel_size + 1, stride):
        read[start : start + kernel_size] = True
    return [p for p in range(total) if not read[p]]

# %% wrong: negative positions wrap round to the end of the array, padding marks real pixels as read
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = [False] * size
    count = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(count):
        for tap in range(kernel_size):
            position = i * stride - padding + tap
            if position < size:
                read[position] = True
    return [p for p in range(size) if not read[p]]

# %% wrong: the positions that are read are returned
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    found = set()
    for i in range(count):
        for tap in range(kernel_size):
            position = i * stride - padding + tap
            if 0 <= position < size:
                found.add(position)
    return sorted(found)

# %% wrong: one entry for each window that misses a pixel, so read pixels and doubles appear
def unread_positions(size, kernel_size, stride=1, padding=0):
    unread = []
    for p in range(size):
        for start in range(-padding, size + padding - kernel_size + 1, stride):
            if not start <= p < start + kernel_size:
                unread.append(p)
    return unread

# %% right: set difference, sorted
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    read = {start + tap for start in starts for tap in range(kernel_size)}
    return sorted(set(range(size)) - read)

# %% right: asks for each pixel whether any window holds it
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = list(range(-padding, size + padding - kernel_size + 1, stride))
    return [p for p in range(size) if not any(s <= p < s + kernel_size for s in starts)]
