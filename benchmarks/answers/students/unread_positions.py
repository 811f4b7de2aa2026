# %% wrong: forgets the padding in the position (right for padding 0)
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    read = {i * stride + tap for i in range(n) for tap in range(kernel_size)}
    return [p for p in range(size) if p not in read]
# %% wrong: gives the positions that are read
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    read = set()
    for i in range(n):
        for tap in range(kernel_size):
            p = i * stride - padding + tap
            if 0 <= p < size:
                read.add(p)
    return sorted(read)
# %% wrong: only the positions left over at the end, not those between windows (stride > kernel_size)
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    end = (n - 1) * stride - padding + kernel_size
    return list(range(end, size))
# %% wrong: number of windows without the padding
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size - kernel_size) // stride + 1
    read = {i * stride - padding + tap for i in range(n) for tap in range(kernel_size)}
    return [p for p in range(size) if p not in read]
# %% wrong: answers from the padded signal: positions are counted with the padding and padding places are listed too
def unread_positions(size, kernel_size, stride=1, padding=0):
    total = size + 2 * padding
    seen = np.zeros(total, dtype=bool)
    for start in range(0, total - kernel_size + 1, stride):
        seen[start:start + kernel_size] = True
    return list(np.flatnonzero(~seen))
# %% right: marks windows in a padded mask and cuts the padding off
def unread_positions(size, kernel_size, stride=1, padding=0):
    seen = np.zeros(size + 2 * padding, dtype=bool)
    for start in range(0, len(seen) - kernel_size + 1, stride):
        seen[start:start + kernel_size] = True
    return [int(p) for p in np.flatnonzero(~seen[padding:padding + size])]
