# %% wrong: reshape without a transpose first; right shape, scrambled numbers when there is more than one channel
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, oh, ow = w.shape[:4]
    return w.reshape(n * oh * ow, c * kh * kw)
# %% wrong: the channels come last in a row instead of first; shows with more than one channel
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = xp.shape
    rows = []
    for n in range(N):
        for top in range(0, H - kh + 1, stride):
            for left in range(0, W - kw + 1, stride):
                row = []
                for u in range(kh):
                    for v in range(kw):
                        row.extend(xp[n, :, top + u, left + v])
                rows.append(row)
    return np.array(rows)
# %% wrong: np.pad(x, padding) pads images and channels too; right for padding 0 only
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, padding)
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    N, C, down, across, K_H, K_W = view.shape
    return view.transpose(0, 2, 3, 1, 4, 5).reshape(N * down * across, C * K_H * K_W)
# %% wrong: the windows are the columns of the matrix instead of its rows (transposed)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (pad.shape[2] - kh) // stride + 1
    ow = (pad.shape[3] - kw) // stride + 1
    cols = []
    for n in range(x.shape[0]):
        for i in range(oh):
            for j in range(ow):
                patch = pad[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                cols.append(patch.flatten())
    return np.stack(cols, axis=1)
# %% right: one flat index for each number of the matrix
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c, h, w = p.shape
    down, across = (h - kh) // stride + 1, (w - kw) // stride + 1
    begin = (np.arange(n)[:, None, None] * c * h * w
             + np.arange(down)[:, None] * stride * w + np.arange(across) * stride).ravel()
    inside = (np.arange(c)[:, None, None] * h * w + np.arange(kh)[:, None] * w + np.arange(kw)).ravel()
    return p.ravel()[begin[:, None] + inside]
