# %% wrong: reshape with no transpose; the shape is right but the numbers are scrambled unless there is one channel (or one window an image)
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, H, W, KH, KW = w.shape
    return w.reshape(N * H * W, C * KH * KW)
# %% wrong: the channel comes last in a row (row, column, channel), not first; right for one channel or 1x1 kernels
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = []
    for image in xp:
        for i in range(0, image.shape[1] - kh + 1, stride):
            for j in range(0, image.shape[2] - kw + 1, stride):
                patch = image[:, i:i + kh, j:j + kw]
                rows.append(patch.transpose(1, 2, 0).flatten())
    return np.array(rows)
# %% wrong: the windows are stored as columns, the matrix is transposed
def im2col(x, kernel_size, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    cols = np.zeros((c, kh, kw, n, oh, ow))
    for a in range(kh):
        for b in range(kw):
            cols[:, a, b] = padded[:, :, a:a + stride * oh:stride, b:b + stride * ow:stride].transpose(1, 0, 2, 3)
    return cols.reshape(c * kh * kw, n * oh * ow)
# %% wrong: the windows of an image go down first, then across; shows where there is more than one row and more than one column of windows
def im2col(x, kernel_size, stride=1, padding=0):
    KH, KW = kernel_size
    X = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = X.shape
    result = []
    for n in range(N):
        for left in range(0, W - KW + 1, stride):
            for top in range(0, H - KH + 1, stride):
                result.append(X[n, :, top:top + KH, left:left + KW].ravel())
    return np.stack(result)
# %% right: flat places and np.take
def im2col(x, kernel_size, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    hp, wp = h + 2 * padding, w + 2 * padding
    padded = np.zeros((n, c, hp, wp), dtype=x.dtype)
    padded[:, :, padding:padding + h, padding:padding + w] = x
    place = np.arange(n * c * hp * wp).reshape(n, c, hp, wp)
    corner = place[:, 0, :hp - kh + 1:stride, :wp - kw + 1:stride].reshape(-1, 1)
    inside = place[0, :, :kh, :kw].reshape(1, -1)
    return padded.ravel().take(corner + inside)
