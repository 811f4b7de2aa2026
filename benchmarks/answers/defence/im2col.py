# %% wrong: reshape without a transpose first, so the shape is right and the numbers are scrambled
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, wd, kh, kw = w.shape
    return w.reshape(n * h * wd, c * kh * kw)
# %% wrong: inside of a row the channel comes last (K_H, K_W, C) instead of first (C, K_H, K_W)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)).transpose(0, 2, 3, 1)
    rows = []
    for image in x:
        for i in range(0, image.shape[0] - kh + 1, stride):
            for j in range(0, image.shape[1] - kw + 1, stride):
                rows.append(image[i:i + kh, j:j + kw].ravel())
    return np.array(rows)
# %% wrong: the channel axis is padded as well as height and width, so with padding there are 2 * padding channels of zeros too many
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (padding, padding), (padding, padding), (padding, padding)))
    views = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, H, W, KH, KW = views.shape
    return views.transpose(0, 2, 3, 1, 4, 5).reshape(N * H * W, C * KH * KW)
# %% wrong: the windows are stored as columns: the matrix is transposed, (C * K_H * K_W, N * H_out * W_out)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c, h, w = x.shape
    down, across = (h - kh) // stride + 1, (w - kw) // stride + 1
    cols = np.zeros((c * kh * kw, n * down * across))
    place = 0
    for b in range(n):
        for i in range(down):
            for j in range(across):
                cols[:, place] = x[b, :, i * stride:i * stride + kh, j * stride:j * stride + kw].reshape(-1)
                place += 1
    return cols
# %% right: fancy indices of rows and columns, built by broadcasting
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = kernel_size
    top = np.arange(0, x.shape[2] - kh + 1, stride)
    left = np.arange(0, x.shape[3] - kw + 1, stride)
    r = top[:, None, None, None] + np.arange(kh)[:, None]
    q = left[:, None, None] + np.arange(kw)
    picked = x[:, :, r, q]
    return np.moveaxis(picked, 1, 3).reshape(len(x) * len(top) * len(left), -1)
