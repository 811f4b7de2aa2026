# %% wrong: a copy by loops, no view
def windows(x, kernel_size, stride=1):
    k, s = kernel_size, stride
    h, w = (x.shape[2] - k) // s + 1, (x.shape[3] - k) // s + 1
    out = np.empty(x.shape[:2] + (h, w, k, k), x.dtype)
    for i in range(h):
        for j in range(w):
            out[:, :, i, j] = x[:, :, i * s:i * s + k, j * s:j * s + k]
    return out
# %% wrong: strides hard-coded from x.itemsize and W: wrong for transposed or sliced x
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    b, k, s = x.itemsize, kernel_size, stride
    shape = (n, c, (h - k) // s + 1, (w - k) // s + 1, k, k)
    st = (c * h * w * b, h * w * b, s * w * b, s * b, w * b, b)
    return np.lib.stride_tricks.as_strided(x, shape, st)
# %% wrong: stride multiplies the inside of the window, not the windows (dilation)
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    a, b, d, e = x.strides
    k = kernel_size
    shape = (n, c, (h - k) // stride + 1, (w - k) // stride + 1, k, k)
    if stride > 1 and (k - 1) * stride + shape[2] > h:
        x = np.pad(x, ((0, 0), (0, 0), (0, k * stride), (0, k * stride)))
        a, b, d, e = x.strides
    return np.lib.stride_tricks.as_strided(x, shape, (a, b, d, e, d * stride, e * stride))
# %% wrong: sliding_window_view without the step
def windows(x, kernel_size, stride=1):
    v = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return v[::stride, ::stride] if stride > 1 else v
# %% wrong: window axes before the places
def windows(x, kernel_size, stride=1):
    v = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return v[:, :, ::stride, ::stride].transpose(0, 1, 4, 5, 2, 3)
# %% right: sliding_window_view
def windows(x, kernel_size, stride=1):
    v = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return v[:, :, ::stride, ::stride]
# %% right: as_strided from x.strides
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    a, b, d, e = x.strides
    k = kernel_size
    shape = (n, c, (h - k) // stride + 1, (w - k) // stride + 1, k, k)
    return np.lib.stride_tricks.as_strided(x, shape, (a, b, d * stride, e * stride, d, e), writeable=False)
