# %% wrong: reshape without a transpose: the right shape, but numbers of several channels (and windows) are scrambled; right for one channel only
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, w = win.shape[:4]
    return win.reshape(n * h * w, c * kh * kw)
# %% wrong: two mistakes: windows are columns instead of rows (the matrix is transposed), and the image is padded below and to the right only
def im2col(x, kernel_size, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    kh, kw = kernel_size
    columns = []
    for n in range(len(x)):
        for i in range(0, padded.shape[2] - kh + 1, stride):
            for j in range(0, padded.shape[3] - kw + 1, stride):
                columns.append(padded[n, :, i:i + kh, j:j + kw].ravel())
    return np.stack(columns, axis=1)
# %% wrong: the loops over places run to the edge, so the last windows are too small and the rows have different lengths: np.array raises ValueError
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = padded.shape
    return np.array([padded[n, :, i:i + kh, j:j + kw].flatten()
                     for n in range(N) for i in range(0, H, stride) for j in range(0, W, stride)])
# %% wrong: the rows of the matrix go through the windows of an image column by column (downwards first) instead of row by row; the numbers in each row are right
def im2col(x, kernel_size, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    rows = view.transpose(0, 3, 2, 1, 4, 5)
    return rows.reshape(rows.shape[0] * rows.shape[1] * rows.shape[2], -1)
# %% right: fill a matrix tap by tap
def im2col(x, kernel_size, stride=1, padding=0):
    N, C, H, W = x.shape
    kh, kw = kernel_size
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=x.dtype)
    big[:, :, padding:padding + H, padding:padding + W] = x
    oh, ow = (big.shape[2] - kh) // stride + 1, (big.shape[3] - kw) // stride + 1
    matrix = np.empty((N, oh, ow, C, kh, kw), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            part = big[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride]
            matrix[..., u, v] = np.moveaxis(part, 1, -1)
    return matrix.reshape(N * oh * ow, C * kh * kw)
