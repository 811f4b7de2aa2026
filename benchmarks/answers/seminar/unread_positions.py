# %% wrong: the padding is not subtracted from the start of a window; shows where the padding is not 0
def unread_positions(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    seen = set()
    for i in range(windows):
        for tap in range(kernel_size):
            seen.add(i * stride + tap)
    return [p for p in range(size) if p not in seen]
# %% wrong: a window that starts in the padding makes a slice with a negative start, so its pixels count as unread (or others at the end as read); shows with padding, mostly with a stride above 1
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = np.zeros(size, dtype=bool)
    n = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(n):
        start = i * stride - padding
        read[start:start + kernel_size] = True
    return [int(k) for k in np.flatnonzero(~read)]
# %% wrong: positions after the last window are not listed; shows where pixels are left over at the end
def unread_positions(size, kernel_size, stride=1, padding=0):
    n_out = (size + 2 * padding - kernel_size) // stride + 1
    used = [i * stride - padding + t for i in range(n_out) for t in range(kernel_size)]
    last = max(used)
    return [pos for pos in range(size) if pos < last and pos not in used]
# %% wrong: the window that ends exactly at the end of the padded row is left out (range stops one too early); shows where such a window exists and reads pixels that no other window reads
def unread_positions(size, kernel_size, stride=1, padding=0):
    total = size + 2 * padding
    everything = set(range(size))
    for s in range(0, total - kernel_size, stride):
        first = s - padding
        everything -= set(range(first, first + kernel_size))
    return sorted(everything)
# %% right: asks of each position by itself whether any window covers it
def unread_positions(size, kernel_size, stride=1, padding=0):
    starts = range(-padding, size + padding - kernel_size + 1, stride)
    return [p for p in range(size)
            if not any(s <= p < s + kernel_size for s in starts)]
