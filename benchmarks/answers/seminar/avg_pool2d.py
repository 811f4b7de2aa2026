# %% wrong: count_include_pad works the wrong way round: True divides by the real pixels, False by all; shows with padding
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    margin = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def sums(a):
        w = np.lib.stride_tricks.sliding_window_view(np.pad(a, margin), (kernel_size,) * 2, axis=(2, 3))
        return w[:, :, ::stride, ::stride].sum(axis=(-1, -2))

    if count_include_pad:
        return sums(x) / sums(np.ones_like(x))
    return sums(x) / kernel_size**2
# %% wrong: without a stride the windows move by 1, not by kernel_size; shows where no stride is given
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or 1
    k, p = kernel_size, padding
    N, C, H, W = x.shape
    padded = np.zeros((N, C, H + 2 * p, W + 2 * p))
    padded[:, :, p:p + H, p:p + W] = x
    real = np.zeros((H + 2 * p, W + 2 * p))
    real[p:p + H, p:p + W] = 1
    h_out = (H + 2 * p - k) // stride + 1
    w_out = (W + 2 * p - k) // stride + 1
    out = np.zeros((N, C, h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            r, c = i * stride, j * stride
            total = padded[:, :, r:r + k, c:c + k].sum(axis=(2, 3))
            count = k * k if count_include_pad else real[r:r + k, c:c + k].sum()
            out[:, :, i, j] = total / count
    return out
# %% wrong: count_include_pad is never looked at: the padding always counts; shows with padding and count_include_pad=False
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    xp = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2)
    views = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))
    return views[:, :, ::step, ::step].mean(axis=(4, 5))
# %% wrong: np.pad(x, padding) pads batch and channels as well; with padding the output has images and channels too many
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = stride if stride is not None else kernel_size
    big, ones = np.pad(x, padding), np.pad(np.ones(x.shape[2:]), padding)
    rows = range(0, big.shape[2] - kernel_size + 1, s)
    cols = range(0, big.shape[3] - kernel_size + 1, s)
    out = np.empty(big.shape[:2] + (len(rows), len(cols)))
    for a, r in enumerate(rows):
        for b, c in enumerate(cols):
            n = kernel_size * kernel_size
            if not count_include_pad:
                n = ones[r:r + kernel_size, c:c + kernel_size].sum()
            out[..., a, b] = big[..., r:r + kernel_size, c:c + kernel_size].sum((-1, -2)) / n
    return out
# %% right: two matrices of zeros and ones add up the rows and the columns of each window
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride

    def gather(size):  # (outputs, size): which pixels lie in which window
        starts = np.arange((size + 2 * padding - kernel_size) // step + 1) * step - padding
        place = np.arange(size)[None] - starts[:, None]
        return ((place >= 0) & (place < kernel_size)).astype(float)

    down, across = gather(x.shape[2]), gather(x.shape[3])
    sums = down @ x @ across.T
    if count_include_pad:
        return sums / (kernel_size * kernel_size)
    return sums / np.outer(down.sum(axis=1), across.sum(axis=1))
