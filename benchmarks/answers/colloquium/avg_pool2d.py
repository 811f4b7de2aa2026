# %% wrong: count_include_pad is read the wrong way round: True divides by the real pixels, False by kernel_size ** 2
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel_size
    def sums(a):
        a = np.pad(a, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        win = np.lib.stride_tricks.sliding_window_view(a, (kernel_size, kernel_size), axis=(2, 3))
        return win[:, :, ::s, ::s].sum(axis=(4, 5))
    if count_include_pad:
        return sums(x) / sums(np.ones(x.shape))
    return sums(x) / kernel_size ** 2
# %% wrong: with count_include_pad=False the values other than 0 are counted (count_nonzero) and not the real pixels, so real zeros are left out of the mean (and a window of zeros gives nan)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    w = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
    if count_include_pad:
        return w.mean(axis=(-1, -2))
    return w.sum(axis=(-1, -2)) / np.count_nonzero(w, axis=(-1, -2))
# %% wrong: count_include_pad=False is treated as padding=0: the image is not padded at all, so the output is too small
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    if count_include_pad and padding:
        x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    oh = (x.shape[2] - kernel_size) // s + 1
    ow = (x.shape[3] - kernel_size) // s + 1
    out = np.zeros(x.shape[:2] + (oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[..., i, j] = x[..., i * s:i * s + kernel_size, j * s:j * s + kernel_size].mean(axis=(2, 3))
    return out
# %% wrong: two mistakes: the sum of a window is divided by kernel_size and not by kernel_size ** 2 when the padding counts, and stride=None is taken as 1 and not as kernel_size
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = 1 if stride is None else stride
    n, c, h, w = x.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    real = np.zeros((h + 2 * padding, w + 2 * padding))
    padded[:, :, padding:padding + h, padding:padding + w] = x
    real[padding:padding + h, padding:padding + w] = 1
    rows = range(0, h + 2 * padding - kernel_size + 1, step)
    columns = range(0, w + 2 * padding - kernel_size + 1, step)
    out = np.zeros((n, c, len(rows), len(columns)))
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            total = padded[:, :, top:top + kernel_size, left:left + kernel_size].sum(axis=(2, 3))
            count = kernel_size if count_include_pad else real[top:top + kernel_size, left:left + kernel_size].sum()
            out[:, :, i, j] = total / count
    return out
# %% right: sums by cumulative sums (integral image)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    k, p = kernel_size, padding
    def box(a):
        t = np.pad(a.astype(float), ((0, 0), (0, 0), (p + 1, p), (p + 1, p))).cumsum(2).cumsum(3)
        full = t[:, :, k:, k:] - t[:, :, :-k, k:] - t[:, :, k:, :-k] + t[:, :, :-k, :-k]
        return full[:, :, ::s, ::s]
    n = k * k if count_include_pad else np.rint(box(np.ones((1, 1) + x.shape[2:])))
    return box(x) / n
