# %% wrong: padding counts in the number of windows on one side only
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + padding - kernel_size) // stride + 1
    seen = [False] * size
    for w in range(windows):
        for k in range(kernel_size):
            p = w * stride - padding + k
            if 0 <= p < size:
                seen[p] = True
    return [p for p in range(size) if not seen[p]]
# %% wrong: a negative position marks an element at the end of the list (padding wraps round)
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    seen = [False] * size
    for w in range(windows):
        for k in range(kernel_size):
            p = w * stride - padding + k
            if -size <= p < size:
                seen[p] = True
    return [p for p in range(size) if not seen[p]]
# %% wrong: positions in the padding are marked as well: IndexError behind the end, wrapped round before the start
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    seen = [False] * size
    for w in range(windows):
        for k in range(kernel_size):
            seen[w * stride - padding + k] = True
    return [p for p in range(size) if not seen[p]]
# %% wrong: positions in the padded line are returned, shifted by the padding
def unread_positions(size, kernel_size, stride=1, padding=0):
    line = list(range(size + 2 * padding))
    start = 0
    read = []
    while start + kernel_size <= len(line):
        read += line[start : start + kernel_size]
        start += stride
    return [p for p in range(padding, padding + size) if p not in read]
# %% wrong: the windows step by the kernel's size, the stride is ignored
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding - kernel_size + 1, kernel_size):
        read |= set(range(start, start + kernel_size))
    return sorted(set(range(size)) - read)
# %% wrong: the last window that fits is not counted, range without + 1
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding - kernel_size, stride):
        read |= set(range(start, start + kernel_size))
    return sorted(set(range(size)) - read)
# %% wrong: a window that sticks out over the end is counted as read
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding, stride):
        read |= set(range(start, start + kernel_size))
    return sorted(set(range(size)) - read)
# %% wrong: the window is one tap too long, kernel_size + 1
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding - kernel_size + 1, stride):
        read |= set(range(start, start + kernel_size + 1))
    return sorted(set(range(size)) - read)
# %% wrong: the order is reversed, from the end to the start
def unread_positions(size, kernel_size, stride=1, padding=0):
    left = list(range(size))[::-1]
    for start in range(-padding, size + padding - kernel_size + 1, stride):
        left = [p for p in left if not start <= p < start + kernel_size]
    return left
# %% wrong: prints the list, returns None
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    read = {s + k for s in starts for k in range(kernel_size)}
    print([p for p in range(size) if p not in read])
# %% wrong: elements are removed from a list while it is looped over, so some are skipped
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    read = {s + k for s in starts for k in range(kernel_size)}
    positions = list(range(size))
    for p in positions:
        if p in read:
            positions.remove(p)
    return positions
# %% wrong: a position in two windows is counted as unread, only those in exactly one window count as read
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    times = [sum(1 for s in starts if s <= p < s + kernel_size) for p in range(size)]
    return [p for p, count in enumerate(times) if count != 1]
# %% right: difference of sets, sorted
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding - kernel_size + 1, stride):
        read |= set(range(start, start + kernel_size))
    return sorted(set(range(size)) - read)
# %% right: counts readers in a list with bounds
def unread_positions(size, kernel_size, stride=1, padding=0):
    readers = [0] * size
    start = -padding
    while start + kernel_size <= size + padding:
        for p in range(max(start, 0), min(start + kernel_size, size)):
            readers[p] += 1
        start += stride
    return [p for p, n in enumerate(readers) if n == 0]
# %% right: arithmetic with the remainder, then the end
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = max(0, (size + 2 * padding - kernel_size) // stride + 1)
    end = (windows - 1) * stride + kernel_size if windows else 0
    answer = []
    for p in range(size):
        q = p + padding
        if q >= end or q % stride >= kernel_size:
            answer.append(p)
    return answer
