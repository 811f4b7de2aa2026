# %% wrong: reshape without transpose: right shape, but the numbers are scrambled when there is more than one channel
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, down, across, kh, kw = w.shape
    return w.reshape(n * down * across, c * kh * kw)
# %% wrong: the channels are the last in a row (row, column, channel) instead of the first; shows for more than one channel and a kernel above 1x1
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    rows = []
    for image in padded:
        for i in range(0, padded.shape[2] - kh + 1, stride):
            for j in range(0, padded.shape[3] - kw + 1, stride):
                window = image[:, i:i + kh, j:j + kw]
                rows.append(window.transpose(1, 2, 0).ravel())
    return np.array(rows)
# %% wrong: the loops over the windows end one too early (range without + 1): the last row and the last column of windows may be missing; hidden where the stride leaves something over
def im2col(x, kernel_size, stride=1, padding=0):
    N, C = x.shape[:2]
    KH, KW = kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H, W = xp.shape[2:]
    cols = [xp[n, :, i:i + KH, j:j + KW].reshape(-1)
            for n in range(N)
            for i in range(0, H - KH, stride)
            for j in range(0, W - KW, stride)]
    return np.array(cols).reshape(len(cols), C * KH * KW)
# %% wrong: two mistakes: a column for each window instead of a row (transposed), and all four axes are padded (np.pad with one number), images and channels too; the second shows for padding above 0
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, padding)
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    N, C, h, w, kh, kw = view.shape
    return view.transpose(1, 4, 5, 0, 2, 3).reshape(C * kh * kw, N * h * w)
# %% right: a table of places in the flat image, one take
def im2col(x, kernel_size, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    tall, wide = h + 2 * padding, w + 2 * padding
    padded = np.zeros((n, c, tall, wide), dtype=x.dtype)
    padded[:, :, padding:padding + h, padding:padding + w] = x
    begins = (np.arange(0, tall - kh + 1, stride)[:, None] * wide
              + np.arange(0, wide - kw + 1, stride)).ravel()
    inside = (np.arange(c)[:, None, None] * tall * wide
              + np.arange(kh)[:, None] * wide + np.arange(kw)).ravel()
    taken = padded.reshape(n, -1)[:, begins[:, None] + inside]
    return taken.reshape(n * begins.size, inside.size)
