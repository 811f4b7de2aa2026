# %% wrong: count_include_pad is never looked at, the sum is always divided by the whole window; shows when it is False and padding > 0
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))
    return win[:, :, ::stride, ::stride].mean(axis=(4, 5))
# %% wrong: with count_include_pad=False it divides by the number of values that are not 0, so real pixels of value 0 are not counted (nan where all are 0); shows when the input holds zeros
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel_size
    p = padding
    padded = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    w = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(-2, -1))[:, :, ::s, ::s]
    total = w.sum(axis=(-2, -1))
    if count_include_pad:
        return total / kernel_size ** 2
    with np.errstate(all="ignore"):
        return total / (w != 0).sum(axis=(-2, -1))
# %% wrong: the stride defaults to 1 instead of kernel_size; shows when no stride is given and kernel_size > 1
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = 1
    n, c, h, w = x.shape
    k = kernel_size
    oh = (h + 2 * padding - k) // stride + 1
    ow = (w + 2 * padding - k) // stride + 1
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            t, l = i * stride - padding, j * stride - padding
            patch = x[:, :, max(t, 0):t + k, max(l, 0):l + k]
            count = k * k if count_include_pad else patch.shape[2] * patch.shape[3]
            out[:, :, i, j] = patch.sum(axis=(2, 3)) / count
    return out
# %% wrong: two mistakes: True and False of count_include_pad are exchanged, and padding is put on the top and the left only, so the output can be too small; both show when padding > 0
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size

    def sums(a):
        a = np.pad(a, ((0, 0), (0, 0), (padding, 0), (padding, 0)))
        v = np.lib.stride_tricks.sliding_window_view(a, (kernel_size, kernel_size), axis=(2, 3))
        return v[:, :, ::stride, ::stride].sum(axis=(4, 5))

    if count_include_pad:
        return sums(x) / sums(np.ones_like(x))
    return sums(x) / kernel_size ** 2
# %% right: two matrices of 0 and 1 pick the rows and the columns of each window
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride

    def picker(size):
        count = (size + 2 * padding - kernel_size) // stride + 1
        starts = np.arange(count)[:, None] * stride - padding
        places = np.arange(size)[None, :]
        return ((places >= starts) & (places < starts + kernel_size)).astype(float)

    down, across = picker(x.shape[2]), picker(x.shape[3])
    total = down @ x @ across.T
    if count_include_pad:
        return total / kernel_size ** 2
    return total / np.outer(down.sum(axis=1), across.sum(axis=1))
