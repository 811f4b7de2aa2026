# %% wrong: within a row the channel comes last (K_H, K_W, C) instead of first (C, K_H, K_W)
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, wd, kh, kw = w.shape
    return w.transpose(0, 2, 3, 4, 5, 1).reshape(n * h * wd, c * kh * kw)
# %% wrong: np.pad(x, padding) pads all four axes, so with padding there are extra images and channels of zeros
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, padding)
    K_H, K_W = kernel_size
    N, C, H, W = x.shape
    rows = []
    for n in range(N):
        for i in range(0, H - K_H + 1, stride):
            for j in range(0, W - K_W + 1, stride):
                rows.append(x[n, :, i:i + K_H, j:j + K_W].ravel())
    return np.array(rows)
# %% wrong: the rows are ordered place by place and within a place by image, instead of image by image (wrong for more than one image)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    out = []
    for i in range(0, x.shape[2] - kh + 1, stride):
        for j in range(0, x.shape[3] - kw + 1, stride):
            for image in x:
                out.append(image[:, i:i + kh, j:j + kw].reshape(-1))
    return np.stack(out)
# %% wrong: two mistakes: the stride is ignored, and the matrix is transposed, with a column instead of a row for each window
def im2col(x, kernel_size, stride=1, padding=0):
    def windows(x, kernel_size, stride=1):
        view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
        return view[:, :, ::stride, ::stride]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    seen = windows(padded, kernel_size)
    n, c, h, w, kh, kw = seen.shape
    return seen.transpose(1, 4, 5, 0, 2, 3).reshape(c * kh * kw, n * h * w)
# %% right: filled column by column, one for each channel and tap
def im2col(x, kernel_size, stride=1, padding=0):
    n, c, h, w = x.shape
    canvas = np.zeros((n, c, h + 2 * padding, w + 2 * padding), dtype=x.dtype)
    canvas[:, :, padding:padding + h, padding:padding + w] = x
    kh, kw = kernel_size
    last_i, last_j = canvas.shape[2] - kh, canvas.shape[3] - kw
    columns = [canvas[:, ch, u:u + last_i + 1:stride, v:v + last_j + 1:stride].ravel()
               for ch in range(c) for u in range(kh) for v in range(kw)]
    return np.column_stack(columns)
