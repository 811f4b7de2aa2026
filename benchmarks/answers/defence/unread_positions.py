# %% wrong: only the pixels left over behind the last window are listed; the gaps between windows, where the stride is larger than the kernel, are missed
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    end = (windows - 1) * stride - padding + kernel_size
    return list(range(max(end, 0), size))
# %% wrong: windows that stick out at the end are counted as well, so pixels at the end that are unread pass for read
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding, stride):
        for tap in range(kernel_size):
            read.add(start + tap)
    return [position for position in range(size) if position not in read]
# %% wrong: positions are counted in the padded row and not shifted back: the list is too large by the padding and may contain padding pixels
def unread_positions(size, kernel_size, stride=1, padding=0):
    total = size + 2 * padding
    seen = [False] * total
    i = 0
    while i + kernel_size <= total:
        for k in range(i, i + kernel_size):
            seen[k] = True
        i += stride
    return [k for k in range(total) if not seen[k]]
# %% wrong: positions below 0 (padding at the left) are not left out, and as negative indices they mark pixels at the end as read
def unread_positions(size, kernel_size, stride=1, padding=0):
    counts = np.zeros(size, int)
    n = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(n):
        for tap in range(kernel_size):
            pos = i * stride - padding + tap
            if pos < size:
                counts[pos] += 1
    return [p for p in range(size) if counts[p] == 0]
# %% right: set difference of arrays
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = np.arange(-padding, size + padding - kernel_size + 1, stride)
    read = starts[:, None] + np.arange(kernel_size)
    return np.setdiff1d(np.arange(size), read).tolist()
