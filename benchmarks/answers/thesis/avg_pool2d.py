# %% wrong: without a stride the windows move by 1, not by kernel_size
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    k = kernel_size
    s = 1 if stride is None else stride
    def sums(a):
        a = np.pad(a, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        w = np.lib.stride_tricks.sliding_window_view(a, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        return w.sum(axis=(4, 5))
    if count_include_pad:
        return sums(x) / k**2
    return sums(x) / sums(np.ones_like(x))
# %% wrong: the switch is the wrong way round: True divides by the real pixels, False by the whole window; shows with padding
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    px, real = np.pad(x, pad), np.pad(np.ones((n, c, h, w)), pad)
    oh = (h + 2 * padding - kernel_size) // stride + 1
    ow = (w + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            rows = slice(i * stride, i * stride + kernel_size)
            cols = slice(j * stride, j * stride + kernel_size)
            total = px[:, :, rows, cols].sum(axis=(2, 3))
            if count_include_pad:
                out[:, :, i, j] = total / real[:, :, rows, cols].sum(axis=(2, 3))
            else:
                out[:, :, i, j] = total / kernel_size**2
    return out
# %% wrong: with count_include_pad=False it divides by the number of values that are not 0, so real pixels that are 0 do not count either
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    xp = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2)
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    if count_include_pad:
        return win.mean(axis=(-2, -1))
    count = np.count_nonzero(win, axis=(-2, -1))
    return win.sum(axis=(-2, -1)) / np.maximum(count, 1)
# %% wrong: two mistakes: the padding is put below and at the right only, and the sum is divided by kernel_size, not by its square
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    K, S, P = kernel_size, stride or kernel_size, padding
    N, C, H, W = x.shape
    big = np.zeros((N, C, H + 2 * P, W + 2 * P)); big[:, :, :H, :W] = x
    mask = np.zeros((H + 2 * P, W + 2 * P)); mask[:H, :W] = 1
    out = np.zeros((N, C, (H + 2 * P - K) // S + 1, (W + 2 * P - K) // S + 1))
    for r in range(out.shape[2]):
        for c in range(out.shape[3]):
            t, l = r * S, c * S
            number = K if count_include_pad else max(mask[t:t+K, l:l+K].sum(), 1)
            out[:, :, r, c] = big[:, :, t:t+K, l:l+K].sum(axis=(2, 3)) / number
    return out
# %% right: padding with NaN and nanmean, or with zeros and mean
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    fill, mean = (0.0, np.mean) if count_include_pad else (np.nan, np.nanmean)
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    padded = np.pad(np.asarray(x, dtype=float), sides, constant_values=fill)
    rows = range(0, padded.shape[2] - kernel_size + 1, step)
    columns = range(0, padded.shape[3] - kernel_size + 1, step)
    lines = [np.stack([mean(padded[:, :, r:r + kernel_size, c:c + kernel_size], axis=(2, 3))
                       for c in columns], axis=-1) for r in rows]
    return np.stack(lines, axis=2)
