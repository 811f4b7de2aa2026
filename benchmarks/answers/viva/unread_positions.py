# %% wrong: the padding is added to the position that a window reads instead of subtracted
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    read = set()
    for i in range(windows):
        for tap in range(kernel_size):
            read.add(i * stride + padding + tap)
    return [position for position in range(size) if position not in read]
# %% wrong: returns a row of size truth values (True where unread) instead of the list of the unread positions
def unread_positions(size, kernel_size, stride=1, padding=0):
    counts = np.zeros(size + 2 * padding, int)
    for start in range(0, size + 2 * padding - kernel_size + 1, stride):
        counts[start : start + kernel_size] += 1
    return counts[padding : padding + size] == 0
# %% wrong: two mistakes: the number of windows lacks the + 1, and the padding is counted once instead of on both sides in it
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + padding - kernel_size) // stride
    read = {i * stride - padding + tap for i in range(n) for tap in range(kernel_size)}
    return sorted(set(range(size)) - read)
# %% wrong: finds only what is left over at the end, not the gaps between the windows when the stride is larger than the kernel
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    end = (windows - 1) * stride - padding + kernel_size
    return list(range(end, size))
# %% right: the position's distance to the last window that starts before it
def unread_positions(size, kernel_size, stride=1, padding=0):
    last = (size + 2 * padding - kernel_size) // stride
    unread = []
    for position in range(size):
        window = min((position + padding) // stride, last)
        if position + padding - window * stride >= kernel_size:
            unread.append(position)
    return unread
