# %% wrong: counts in the padded row: the padding is never subtracted, and its own pixels are listed too
def unread_positions(size, kernel_size, stride=1, padding=0):
    padded = size + 2 * padding
    read = set()
    for start in range(0, padded - kernel_size + 1, stride):
        read.update(range(start, start + kernel_size))
    return [position for position in range(padded) if position not in read]
# %% wrong: only what is left at the end; the gaps between windows (stride larger than the kernel) are forgotten
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    end = (windows - 1) * stride - padding + kernel_size
    return list(range(max(end, 0), size))
# %% wrong: a window that ends exactly at the end is left out (< in place of <=)
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = [False] * size
    start = -padding
    while start + kernel_size < size + padding:
        for tap in range(kernel_size):
            if 0 <= start + tap < size:
                read[start + tap] = True
        start += stride
    return [i for i in range(size) if not read[i]]
# %% wrong: the windows start at 0 in place of -padding (the padding only makes them more)
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    read = {i * stride + tap for i in range(count) for tap in range(kernel_size)}
    return sorted(set(range(size)) - read)
# %% right: a mask over the padded row, cut to the input
def unread_positions(size, kernel_size, stride=1, padding=0):
    unread = np.ones(size + 2 * padding, dtype=bool)
    for window in np.lib.stride_tricks.sliding_window_view(unread, kernel_size, writeable=True)[::stride]:
        window[:] = False
    return np.flatnonzero(unread[padding : padding + size]).tolist()
