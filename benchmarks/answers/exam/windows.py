# %% wrong: the windows with stride 1 are thinned inside of the window instead of between windows
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return view[..., ::stride, ::stride]
# %% wrong: strides in bytes written as if x were a contiguous array of float64, not taken from x.strides
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    shape = (n, c, (h - kh) // stride + 1, (w - kw) // stride + 1, kh, kw)
    strides = (8 * c * h * w, 8 * h * w, 8 * w * stride, 8 * stride, 8 * w, 8)
    return np.lib.stride_tricks.as_strided(x, shape, strides)
# %% wrong: the stride thins the rows of windows only, not the columns
def windows(x, kernel_size, stride=1):
    return np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride]
# %% wrong: a copy collected by loops, not a view of x
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    down, across = (h - kh) // stride + 1, (w - kw) // stride + 1
    result = np.empty((n, c, down, across, kh, kw), dtype=x.dtype)
    for i in range(down):
        for j in range(across):
            result[:, :, i, j] = x[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
    return result
# %% wrong: the pair of axes inside of the window comes before the pair that counts the windows
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    k_h, k_w = kernel_size
    sn, sc, sh, sw = x.strides
    shape = (n, c, k_h, k_w, (h - k_h) // stride + 1, (w - k_w) // stride + 1)
    return np.lib.stride_tricks.as_strided(x, shape, (sn, sc, sh, sw, sh * stride, sw * stride))
# %% wrong: sliding_window_view without axis (ValueError: the window has two numbers, x four axes)
def windows(x, kernel_size, stride=1):
    all_of_them = np.lib.stride_tricks.sliding_window_view(x, kernel_size)
    return all_of_them[:, :, ::stride, ::stride]
# %% right: sliding_window_view
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, tuple(kernel_size), axis=(-2, -1))
    return view[:, :, ::stride, ::stride, :, :]
# %% right: as_strided
def windows(x, kernel_size, stride=1):
    (n, c, h, w), (kh, kw) = x.shape, kernel_size
    a, b, row, column = x.strides
    return np.lib.stride_tricks.as_strided(
        x, shape=(n, c, (h - kh) // stride + 1, (w - kw) // stride + 1, kh, kw),
        strides=(a, b, stride * row, stride * column, row, column))
