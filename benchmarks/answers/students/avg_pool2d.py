# %% wrong: count_include_pad is ignored: always divides by kernel_size ** 2
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    return v.mean(axis=(4, 5))
# %% wrong: the two cases are exchanged
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel_size
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    def sums(a):
        v = np.lib.stride_tricks.sliding_window_view(np.pad(a, pad), (kernel_size, kernel_size), axis=(2, 3))
        return v[:, :, ::s, ::s].sum(axis=(4, 5))
    if count_include_pad:
        return sums(x.astype(float)) / sums(np.ones(x.shape))
    return sums(x.astype(float)) / kernel_size ** 2
# %% wrong: real pixels are recognised by being non-zero: true zeros of x are not counted
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel_size
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    total = v.sum(axis=(4, 5))
    if count_include_pad:
        return total / kernel_size ** 2
    return total / np.maximum((v != 0).sum(axis=(4, 5)), 1)
# %% wrong: divides by kernel_size instead of its square (right for 1)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel_size
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    xp, ones = np.pad(x.astype(float), pad), np.pad(np.ones(x.shape), pad)
    h, w = (xp.shape[2] - kernel_size) // s + 1, (xp.shape[3] - kernel_size) // s + 1
    out = np.zeros(x.shape[:2] + (h, w))
    for i in range(h):
        for j in range(w):
            win = np.s_[:, :, i * s:i * s + kernel_size, j * s:j * s + kernel_size]
            n = kernel_size if count_include_pad else ones[win].sum(axis=(2, 3))
            out[:, :, i, j] = xp[win].sum(axis=(2, 3)) / n
    return out
# %% wrong: stride defaults to 1 instead of kernel_size
def avg_pool2d(x, kernel_size, stride=1, padding=0, count_include_pad=True):
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    def sums(a):
        v = np.lib.stride_tricks.sliding_window_view(np.pad(a, pad), (kernel_size, kernel_size), axis=(2, 3))
        return v[:, :, ::stride, ::stride].sum(axis=(4, 5))
    return sums(x.astype(float)) / (kernel_size ** 2 if count_include_pad else sums(np.ones(x.shape)))
# %% wrong: integer images: pads into an array of x's dtype and divides with //, so means are cut off
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel_size
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    def sums(a):
        v = np.lib.stride_tricks.sliding_window_view(np.pad(a, pad), (kernel_size, kernel_size), axis=(2, 3))
        return v[:, :, ::s, ::s].sum(axis=(4, 5))
    out = np.zeros_like(sums(x))
    out[...] = sums(x) / (kernel_size ** 2 if count_include_pad else sums(np.ones(x.shape)))
    return out
# %% right: nan as padding and np.nanmean, rescaled when the padding counts
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    fill = 0.0 if count_include_pad else np.nan
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=fill)
    v = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    return np.nanmean(v.reshape(v.shape[:4] + (-1,)), axis=-1)
