# %% wrong: the bytes are computed from the shape, wrong for a transposed or sliced x
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    down, across = (h - kh) // stride + 1, (w - kw) // stride + 1
    b = x.itemsize
    return np.lib.stride_tricks.as_strided(
        x, (n, c, down, across, kh, kw),
        (c * h * w * b, h * w * b, w * b * stride, b * stride, w * b, b), writeable=False)
# %% wrong: the windows are copied into a new array, no view
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    down, across = (h - kh) // stride + 1, (w - kw) // stride + 1
    out = np.empty((n, c, down, across, kh, kw), x.dtype)
    for i in range(down):
        for j in range(across):
            out[:, :, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return out
# %% wrong: the stride thins the inside of the windows, not their number
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return view[..., ::stride, ::stride]
# %% right: as_strided with the bytes of x
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    shape = (n, c, (h - kh) // stride + 1, (w - kw) // stride + 1, kh, kw)
    bn, bc, bh, bw = x.strides
    return np.lib.stride_tricks.as_strided(x, shape, (bn, bc, bh * stride, bw * stride, bh, bw), writeable=False)
