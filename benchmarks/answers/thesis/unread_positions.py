# %% wrong: with padding the first windows start below 0, and the slice then counts from the end (mostly empty), so pixels at the start that are read are listed as unread
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = np.zeros(size, bool)
    n = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(n):
        start = i * stride - padding
        read[start:start + kernel_size] = True
    return [p for p in range(size) if not read[p]]
# %% wrong: only gaps between windows are listed, unread positions after the last window are forgotten
def unread_positions(size, kernel_size, stride=1, padding=0):
    positions = set()
    for i in range((size + 2 * padding - kernel_size) // stride + 1):
        for tap in range(kernel_size):
            positions.add(i * stride - padding + tap)
    last = max(positions)
    return [p for p in range(min(size, last + 1)) if p not in positions]
# %% wrong: the windows do not use the padding at the end (size + padding in place of size + 2 * padding); shows when a window needs it
def unread_positions(size, kernel_size, stride=1, padding=0):
    seen = []
    start = -padding
    while start + kernel_size <= size:
        seen += list(range(start, start + kernel_size))
        start += stride
    return sorted(set(range(size)) - set(seen))
# %% wrong: two mistakes: the last window is left out (no + 1), and the padding is not subtracted, so positions are counted in the padded input
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride
    read = set()
    for w in range(windows):
        for k in range(kernel_size):
            read.add(w * stride + k)
    unread = []
    for pos in range(size):
        if pos not in read:
            unread.append(pos)
    return unread
# %% right: each position asks whether any window start lies close enough before it
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    return [p for p in range(size) if not any(s <= p < s + kernel_size for s in starts)]
