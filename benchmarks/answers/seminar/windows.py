# %% wrong: thins the last two axes (inside the window) instead of the axes that count the windows; shows with a stride above 1
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return view[..., ::stride, ::stride]
# %% wrong: takes the bytes from the shape instead of from x.strides; wrong for an x that is a transposed or cut view
def windows(x, kernel_size, stride=1):
    N, C, H, W = x.shape
    kh, kw = kernel_size
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    b = x.itemsize
    s = (C * H * W * b, H * W * b, W * b * stride, b * stride, W * b, b)
    return np.lib.stride_tricks.as_strided(x, (N, C, oh, ow, kh, kw), s)
# %% wrong: fills a new array, so it is a copy and not a view
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    rows = (h - kh) // stride + 1
    cols = (w - kw) // stride + 1
    result = np.empty((n, c, rows, cols, kh, kw), dtype=x.dtype)
    for i in range(rows):
        for j in range(cols):
            result[:, :, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return result
# %% wrong: the pair kernel_size is read as (K_W, K_H); wrong unless the kernel is square, and a crash where the turned kernel does not fit into x
def windows(x, kernel_size, stride=1):
    k_w, k_h = kernel_size
    v = np.lib.stride_tricks.sliding_window_view(x, (k_h, k_w), axis=(2, 3))
    return v[:, :, ::stride, ::stride]
# %% right: one axis after the other
def windows(x, kernel_size, stride=1):
    slide = np.lib.stride_tricks.sliding_window_view
    tall, wide = kernel_size
    by_row = slide(x, tall, axis=2)[:, :, ::stride]
    return slide(by_row, wide, axis=3)[:, :, :, ::stride]
