# %% wrong: only the left over at the end, gaps between the windows (stride > kernel) are not seen
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    end = (n - 1) * stride + kernel_size - padding
    return list(range(max(end, 0), size))
# %% wrong: positions counted in the padded input, not moved back by the padding
def unread_positions(size, kernel_size, stride=1, padding=0):
    total = size + 2 * padding
    read = set()
    for start in range(0, total - kernel_size + 1, stride):
        for k in range(kernel_size):
            read.add(start + k)
    return [i for i in range(size) if i not in read]
# %% wrong: answers the positions of the padding too (range over the padded size, negative ones)
def unread_positions(size, kernel_size, stride=1, padding=0):
    seen = set()
    for s in range(-padding, size + padding - kernel_size + 1, stride):
        seen.update(range(s, s + kernel_size))
    return [p for p in range(-padding, size + padding) if p not in seen]
# %% wrong: one window too many when the stride does not divide (range end size + padding)
def unread_positions(size, kernel_size, stride=1, padding=0):
    read = [False] * size
    start = -padding
    while start < size + padding:
        for i in range(start, start + kernel_size):
            if 0 <= i < size:
                read[i] = True
        start += stride
    return [i for i, r in enumerate(read) if not r]
# %% wrong: negative index marks the end of the list (no check of i >= 0)
def unread_positions(size, kernel_size, stride=1, padding=0):
    flags = [0] * size
    n = (size + 2 * padding - kernel_size) // stride + 1
    for w in range(n):
        for k in range(kernel_size):
            i = w * stride + k - padding
            if i < size and i >= -size:
                flags[i] = 1
    return [i for i in range(size) if flags[i] == 0]
# %% wrong: how many positions are unread, not which
def unread_positions(size: int, kernel_size: int, stride: int = 1, padding: int = 0) -> list[int]:
    count = np.zeros(size + 2 * padding, dtype=int)
    n_out = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(n_out):
        count[i * stride:i * stride + kernel_size] += 1
    inner = count[padding:padding + size]
    return [int((inner == 0).sum())]
# %% wrong: the last window is left out (n - 1)
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride
    out = []
    for p in range(size):
        hit = any(w * stride - padding <= p < w * stride - padding + kernel_size for w in range(n))
        if not hit:
            out.append(p)
    return out
# %% wrong: modulo test (p + padding) % stride >= kernel_size only, the rest at the end is not seen
def unread_positions(size, kernel_size, stride=1, padding=0):
    return [p for p in range(size) if (p + padding) % stride >= kernel_size]
# %% right: mask
def unread_positions(size, kernel_size, stride=1, padding=0):
    mask = np.zeros(size + 2 * padding, bool)
    n = (size + 2 * padding - kernel_size) // stride + 1
    for i in range(n):
        mask[i * stride:i * stride + kernel_size] = True
    return [int(i) for i in np.flatnonzero(~mask[padding:padding + size])]
# %% right: arithmetic
def unread_positions(size, kernel_size, stride=1, padding=0):
    last_start = (size + 2 * padding - kernel_size) // stride * stride
    result = []
    for p in range(size):
        q = p + padding
        start = min(q // stride * stride, last_start)
        if q - start >= kernel_size:
            result.append(p)
    return result
