# %% wrong: a row holds the channels last (K_H, K_W, C), not one channel after the other
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    patches = patches.transpose(0, 2, 3, 4, 5, 1)
    n, h, w = patches.shape[:3]
    return patches.reshape(n * h * w, -1)


# %% wrong: the windows stand in the columns, the matrix is transposed
def im2col(x, kernel_size, stride=1, padding=0):
    p = padding
    KH, KW = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    N, C, H, W = x.shape
    columns = [x[n, :, i:i + KH, j:j + KW].ravel()
               for n in range(N)
               for i in range(0, H - KH + 1, stride)
               for j in range(0, W - KW + 1, stride)]
    return np.stack(columns, axis=1)


# %% wrong: np.pad(x, padding) pads the images and the channels, too
def im2col(x, kernel_size, stride=1, padding=0):
    K_H, K_W = kernel_size
    x = np.pad(x, padding)
    N, C, H, W = x.shape
    H_out = (H - K_H) // stride + 1
    W_out = (W - K_W) // stride + 1
    matrix = np.zeros((N * H_out * W_out, C * K_H * K_W))
    row = 0
    for n in range(N):
        for i in range(H_out):
            for j in range(W_out):
                window = x[n, :, i * stride:i * stride + K_H, j * stride:j * stride + K_W]
                matrix[row] = window.reshape(-1)
                row += 1
    return matrix


# %% right: fancy indices for rows, columns and channels
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2)
    n, c, h, w = x.shape
    kh, kw = kernel_size
    top = np.arange(0, h - kh + 1, stride).reshape(1, -1, 1, 1, 1, 1)
    left = np.arange(0, w - kw + 1, stride).reshape(1, 1, -1, 1, 1, 1)
    image = np.arange(n).reshape(-1, 1, 1, 1, 1, 1)
    channel = np.arange(c).reshape(-1, 1, 1)
    u, v = np.arange(kh).reshape(-1, 1), np.arange(kw)
    return x[image, channel, top + u, left + v].reshape(-1, c * kh * kw)
