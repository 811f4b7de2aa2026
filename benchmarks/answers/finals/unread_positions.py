# %% wrong: the padding is ignored, windows are laid on the bare input
def unread_positions(size, kernel_size, stride=1, padding=0):
    seen = np.zeros(size, bool)
    start = 0
    while start + kernel_size <= size:
        seen[start:start + kernel_size] = True
        start += stride
    return np.flatnonzero(~seen).tolist()
# %% wrong: positions are those of the padded signal, they are not moved back by the padding
def unread_positions(size, kernel_size, stride=1, padding=0):
    length = size + 2 * padding
    covered = set()
    for start in range(0, length - kernel_size + 1, stride):
        covered.update(range(start, start + kernel_size))
    return sorted(p for p in range(size) if p not in covered)
# %% wrong: looks only at what is left over at the end, not at gaps between windows
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    end = (n - 1) * stride + kernel_size - padding
    return list(range(max(end, 0), size))
# %% wrong: negative positions in the padding are negative indices of the list and mark its end as read (an IndexError where the input is shorter than the padding)
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride + 1
    read = [0] * size
    for i in range(count):
        for tap in range(kernel_size):
            place = i * stride - padding + tap
            if place < size:
                read[place] += 1
    return [p for p, times in enumerate(read) if times == 0]
# %% wrong: how many there are, not which
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    read = {i * stride - padding + t for i in range(windows) for t in range(kernel_size)}
    return size - len(read & set(range(size)))
# %% right: asks of each position whether some window holds it
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    return [p for p in range(size) if not any(s <= p < s + kernel_size for s in starts)]
