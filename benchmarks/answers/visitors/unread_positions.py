# %% wrong: counts the positions from 1
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = np.zeros(size + 2 * padding + 1)
    first = 1
    while first + kernel_size - 1 <= size + 2 * padding:
        count[first : first + kernel_size] += 1
        first += stride
    inside = count[padding + 1 : padding + size + 1]
    return [i for i in range(1, size + 1) if inside[i - 1] == 0]
# %% wrong: positions in the padding at the start are negative and mark pixels at the end as read
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = [False] * size
    windows = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(windows):
        for tap in range(kernel_size):
            position = i * stride - padding + tap
            if position < size:
                read[position] = True
    return [position for position in range(size) if not read[position]]
# %% wrong: finds the gaps between windows only and forgets the pixels at the end, where no whole window fits
def unread_positions(size, kernel_size, stride=1, padding=0):
    return [i for i in range(size) if (i + padding) % stride >= kernel_size]
# %% right: starts and ends of the windows, cumulative sum
def unread_positions(size, kernel_size, stride=1, padding=0):
    total = size + 2 * padding
    change = np.zeros(total + 1, dtype=int)
    for start in range(0, total - kernel_size + 1, stride):
        change[start] += 1
        change[start + kernel_size] -= 1
    readers = np.cumsum(change)[padding : padding + size]
    return np.flatnonzero(readers == 0).tolist()
