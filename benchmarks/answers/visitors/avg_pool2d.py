# %% wrong: the flag is understood the wrong way round: True divides by the real pixels only
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def window_sums(a):
        w = np.lib.stride_tricks.sliding_window_view(np.pad(a, pad), (kernel_size,) * 2, axis=(2, 3))
        return w[:, :, ::stride, ::stride].sum(axis=(4, 5))

    total = window_sums(x.astype(float))
    if count_include_pad:
        return total / window_sums(np.ones_like(x, dtype=float))
    return total / kernel_size**2


# %% wrong: leaves the padding out of the count only at the top and left, not at the bottom and right
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s, k, p = stride or kernel_size, kernel_size, padding
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    # integral image with a leading row and column of zeros
    S = np.pad(x, ((0, 0), (0, 0), (1, 0), (1, 0))).cumsum(axis=2).cumsum(axis=3)
    i = np.arange(0, x.shape[2] - k + 1, s)
    j = np.arange(0, x.shape[3] - k + 1, s)
    total = (S[:, :, i + k][..., j + k] - S[:, :, i][..., j + k]
             - S[:, :, i + k][..., j] + S[:, :, i][..., j])
    if count_include_pad:
        area = k * k
    else:
        area = np.outer(k - np.maximum(p - i, 0), k - np.maximum(p - j, 0))
    return total / area


# %% wrong: two mistakes: a pixel counts as real if it is not 0, and the stride defaults to 1
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = 1
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    N, C, H, W = x.shape
    h = (H - kernel_size) // stride + 1
    w = (W - kernel_size) // stride + 1
    out = np.zeros((N, C, h, w))
    for n in range(N):
        for c in range(C):
            for i in range(h):
                for j in range(w):
                    window = x[n, c, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
                    if count_include_pad:
                        out[n, c, i, j] = window.mean()
                    else:
                        out[n, c, i, j] = window.sum() / max(np.count_nonzero(window), 1)
    return out


# %% right: two matrices of weights, one for the rows and one for the columns
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride

    def matrix(size):
        count = (size + 2 * padding - kernel_size) // stride + 1
        start = (np.arange(count) * stride - padding)[:, None]
        pixel = np.arange(size)
        member = ((pixel >= start) & (pixel < start + kernel_size)).astype(float)
        return member / (kernel_size if count_include_pad else member.sum(axis=1, keepdims=True))

    return matrix(x.shape[2]) @ x @ matrix(x.shape[3]).T
