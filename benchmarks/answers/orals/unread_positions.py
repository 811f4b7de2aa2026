# %% wrong: off by one in the number of windows: the + 1 is missing, so the last window is left out and what only it reads is reported as unread
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride
    read = set()
    for i in range(count):
        for tap in range(kernel_size):
            read.add(i * stride - padding + tap)
    return [p for p in range(size) if p not in read]
# %% wrong: finds only the positions after the last window; those in the gaps between windows, when the stride is larger than the kernel, are missing
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    end = (windows - 1) * stride + kernel_size - padding
    return list(range(max(end, 0), size))
# %% wrong: also counts windows that stick out beyond the padded input at the end, so the pixels that the floor leaves unread count as read
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = []
    start = -padding
    while start < size + padding:
        read += range(start, start + kernel_size)
        start += stride
    return [i for i in range(size) if i not in read]
# %% wrong: the answer is given in positions of the padded row: padding is not subtracted and unread padding pixels are listed too; right only for padding 0
def unread_positions(size, kernel_size, stride=1, padding=0):
    total = size + 2 * padding
    hit = np.zeros(total, int)
    for s in range(0, total - kernel_size + 1, stride):
        hit[s:s + kernel_size] += 1
    return [int(i) for i in np.where(hit == 0)[0]]
# %% right: asks of every position whether some window holds it
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    return [p for p in range(size) if not any(0 <= p - s < kernel_size for s in starts)]
