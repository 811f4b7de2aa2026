# %% wrong: the padding is not subtracted from the start of a window, so positions of the padded input are taken for positions of the input
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    read = set()
    for i in range(n):
        for tap in range(kernel_size):
            read.add(i * stride + tap)
    return [p for p in range(size) if p not in read]
# %% wrong: the windows are counted without the padding, (size - K) // S + 1, so with padding the last windows are missing and pixels at the end pass for unread
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size - kernel_size) // stride + 1
    seen = np.zeros(size, bool)
    for w in range(windows):
        start = w * stride - padding
        seen[max(start, 0) : max(start + kernel_size, 0)] = True
    return [int(i) for i in np.flatnonzero(~seen)]
# %% wrong: finds only the gaps between windows (stride larger than the kernel) and takes the pixels at the end, where no window fits any more, for read
def unread_positions(size, kernel_size, stride=1, padding=0):
    return [p for p in range(size) if (p + padding) % stride >= kernel_size]
# %% wrong: two mistakes: the + 1 is missing in the number of windows, so the last window is left out, and the positions of the padding (below 0 and from size on) are listed too where no window reads them
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride
    read = [i * stride - padding + tap for i in range(count) for tap in range(kernel_size)]
    return [p for p in range(-padding, size + padding) if p not in read]
# %% right: count the reads in an array of the padded size
def unread_positions(size, kernel_size, stride=1, padding=0):
    reads = np.zeros(size + 2 * padding, int)
    start = 0
    while start + kernel_size <= len(reads):
        reads[start : start + kernel_size] += 1
        start += stride
    inside = reads[padding : padding + size]
    return np.where(inside == 0)[0].tolist()
