# %% wrong: the stride thins the pixels inside of each window (the last two axes), not the windows
def windows(x, kernel_size, stride=1):
    views = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return views[..., ::stride, ::stride]
# %% wrong: the bytes are computed from the shape, as if x were stored row by row without gaps, so for a transposed or sliced view the windows hold wrong numbers
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    b = x.itemsize
    shape = (n, c, (h - kh) // stride + 1, (w - kw) // stride + 1, kh, kw)
    strides = (c * h * w * b, h * w * b, stride * w * b, stride * b, w * b, b)
    return np.lib.stride_tricks.as_strided(x, shape, strides)
# %% wrong: it returns a copy and not a view: the windows are collected in a new array, which shares no memory with x (the numbers are right)
def windows(x, kernel_size, stride=1):
    K_H, K_W = kernel_size
    N, C, H, W = x.shape
    out = np.empty((N, C, (H - K_H) // stride + 1, (W - K_W) // stride + 1, K_H, K_W), dtype=x.dtype)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i * stride:i * stride + K_H, j * stride:j * stride + K_W]
    return out
# %% wrong: the stride is used for the rows of windows only; along the columns there is a window at every pixel
def windows(x, kernel_size, stride=1):
    all_windows = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return all_windows[:, :, ::stride]
# %% right: as_strided with the bytes from x.strides
def windows(x, kernel_size, stride=1):
    (n, c, *size), (image, channel, down, across) = x.shape, x.strides
    count = [(have - need) // stride + 1 for have, need in zip(size, kernel_size)]
    return np.lib.stride_tricks.as_strided(
        x, shape=(n, c, *count, *kernel_size),
        strides=(image, channel, down * stride, across * stride, down, across))
