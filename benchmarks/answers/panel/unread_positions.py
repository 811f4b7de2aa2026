# %% wrong: the padding is not subtracted, so what is read is counted in positions of the padded row; shows when padding is not 0, in most cases with unread pixels
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    windows = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(windows):
        for tap in range(kernel_size):
            read.add(i * stride + tap)
    return [p for p in range(size) if p not in read]
# %% wrong: only the pixels after the last window are listed, not the gaps between windows; shows when stride is more than kernel_size
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2*padding - kernel_size)//stride + 1
    end = (n - 1)*stride + kernel_size - padding  # first one after the last window
    return list(range(end, size))
# %% wrong: the last window is forgotten (the + 1 is missing), so pixels that only it reads are listed too
def unread_positions(size, kernel_size, stride=1, padding=0):
    n_windows = (size + 2 * padding - kernel_size) // stride
    counts = np.zeros(size + 2 * padding, int)
    for i in range(n_windows):
        counts[i * stride:i * stride + kernel_size] += 1
    counts = counts[padding:padding + size]
    return [int(k) for k in np.flatnonzero(counts == 0)]
# %% wrong: a window that sticks out at the end counts as well, so what only such a window covers is not listed
def unread_positions(size, kernel_size, stride=1, padding=0):
    seen = [False] * size
    start = -padding
    while start < size + padding:
        for p in range(start, start + kernel_size):
            if 0 <= p < size:
                seen[p] = True
        start += stride
    return [i for i, s in enumerate(seen) if not s]
# %% right: asks of each pixel whether some window start lies close enough before it
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    return [p for p in range(size) if not any(s <= p < s + kernel_size for s in starts)]
