# %% wrong: reads in the left padding have negative indices, and these wrap round: positions at the right end count as read (IndexError where the padding is larger than the input)
def unread_positions(size, kernel_size, stride=1, padding=0):
    seen = [False] * size
    windows = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(windows):
        for tap in range(kernel_size):
            place = i * stride - padding + tap
            if place < size:
                seen[place] = True
    return [p for p in range(size) if not seen[p]]
# %% wrong: finds only the gaps between windows (stride larger than kernel) and forgets what the last window leaves over at the end
def unread_positions(size, kernel_size, stride=1, padding=0):
    return [p for p in range(size) if (p + padding) % stride >= kernel_size]
# %% wrong: returns a list of True and False, one for each position, instead of the positions
def unread_positions(size, kernel_size, stride=1, padding=0):
    total = size + 2 * padding
    mask = np.ones(total, bool)
    for start in range(0, total - kernel_size + 1, stride):
        mask[start:start + kernel_size] = False
    return mask[padding:padding + size].tolist()
# %% wrong: two mistakes: the + 1 in the number of windows is missing, and positions are counted with the padding (the padding is not subtracted)
def unread_positions(size, kernel_size, stride=1, padding=0):
    count = (size + 2 * padding - kernel_size) // stride
    read = {i * stride + tap for i in range(count) for tap in range(kernel_size)}
    return sorted(set(range(size)) - read)
# %% right: for each position, ask whether any window covers it
def unread_positions(size, kernel_size, stride=1, padding=0):
    last_start = size + padding - kernel_size
    starts = range(-padding, last_start + 1, stride)
    return [p for p in range(size) if not any(s <= p < s + kernel_size for s in starts)]
