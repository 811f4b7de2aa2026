# %% wrong: reads are counted in an array without the padding: positions below 0 wrap round to its end, and those past the end raise IndexError; right for padding 0
def unread_positions(size, kernel_size, stride=1, padding=0):
    reads = np.zeros(size, int)
    windows = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(windows):
        for tap in range(kernel_size):
            reads[i * stride - padding + tap] += 1
    return np.flatnonzero(reads == 0).tolist()
# %% wrong: only the gaps between windows are found; pixels left over at the end, where no further window fits, are missing
def unread_positions(size, kernel_size, stride=1, padding=0):
    return [p for p in range(size) if (p + padding) % stride >= kernel_size]
# %% wrong: positions are removed from the list while a loop runs over it, so every other read position is skipped and stays in
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding - kernel_size + 1, stride):
        read.update(range(start, start + kernel_size))
    unread = list(range(size))
    for position in unread:
        if position in read:
            unread.remove(position)
    return unread
# %% wrong: two mistakes: the last window is missing (no + 1 in their number), and the padding is not subtracted, so positions are counted with the padding
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride
    seen = {i * stride + t for i in range(n) for t in range(kernel_size)}
    return sorted(set(range(size)) - seen)
# %% right: marks the windows in the padded row, then cuts the padding off
def unread_positions(size, kernel_size, stride=1, padding=0):
    row = np.zeros(size + 2 * padding, bool)
    start = 0
    while start + kernel_size <= len(row):
        row[start:start + kernel_size] = True
        start += stride
    inner = row[padding:padding + size]
    return [i for i, was_read in enumerate(inner) if not was_read]
