# %% wrong: the padding is ignored where windows start, and in their number
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size - kernel_size) // stride + 1
    read = set()
    for i in range(count):
        for tap in range(kernel_size):
            read.add(i * stride + tap)
    return [p for p in range(size) if p not in read]
# %% wrong: windows start at i * stride, the padding is not subtracted (the number of windows is right)
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    read = set()
    for i in range(count):
        for tap in range(kernel_size):
            read.add(i * stride + tap)
    return [p for p in range(size) if p not in read]
# %% wrong: returns the positions that are read
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    read = {i * stride - padding + tap for i in range(count) for tap in range(kernel_size)}
    return [p for p in range(size) if p in read]
# %% wrong: the number of windows is rounded up, so the end seems to be read
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = math.ceil((size + 2 * padding - kernel_size) / stride) + 1
    read = {i * stride - padding + tap for i in range(count) for tap in range(kernel_size)}
    return [p for p in range(size) if p not in read]
# %% wrong: the last window is left out, + 1 is missing
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride
    read = {i * stride - padding + tap for i in range(count) for tap in range(kernel_size)}
    return [p for p in range(size) if p not in read]
# %% wrong: only the first tap of each window counts as read
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    read = {i * stride - padding for i in range(count)}
    return [p for p in range(size) if p not in read]
# %% wrong: only the rest at the end is found, gaps between windows (stride larger than the kernel) are not
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    end = (count - 1) * stride - padding + kernel_size
    return list(range(end, size))
# %% wrong: only the gaps between windows are found, not the rest at the end
def unread_positions(size, kernel_size, stride=1, padding=0):
    result = []
    for p in range(size):
        if (p + padding) % stride >= kernel_size:
            result.append(p)
    return result
# %% wrong: the number of unread positions instead of the positions
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    read = {i * stride - padding + tap for i in range(count) for tap in range(kernel_size)}
    return len([p for p in range(size) if p not in read])
# %% wrong: positions in the padding are listed as well, the range includes them
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    read = {i * stride - padding + tap for i in range(count) for tap in range(kernel_size)}
    return [p for p in range(-padding, size + padding) if p not in read]
# %% wrong: the set of read positions is a default argument and keeps those of earlier calls
def unread_positions(size, kernel_size, stride=1, padding=0, read=set()):
    count = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(count):
        for tap in range(kernel_size):
            read.add(i * stride - padding + tap)
    return [p for p in range(size) if p not in read]
# %% wrong: a set is returned, which has no order
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    return set(range(size)) - {s + tap for s in starts for tap in range(kernel_size)}
# %% right: a set of read positions
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    read = set()
    for i in range(count):
        start = i * stride - padding
        read.update(range(start, start + kernel_size))
    return [p for p in range(size) if p not in read]
# %% right: boolean mask over the padded line
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = np.zeros(size + 2 * padding, bool)
    for start in range(0, size + 2 * padding - kernel_size + 1, stride):
        read[start : start + kernel_size] = True
    return [int(p) for p in np.flatnonzero(~read[padding : padding + size])]
# %% right: asks for each position whether any window contains it
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    return [p for p in range(size) if not any(s <= p < s + kernel_size for s in starts)]
