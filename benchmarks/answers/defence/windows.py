# %% wrong: the stride thins the rows of windows only, not the columns
def windows(x, kernel_size, stride=1):
    views = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return views[:, :, ::stride]
# %% wrong: the strides are worked out from the shape as if x were contiguous, so for a transposed or sliced x wrong numbers are read
def windows(x, kernel_size, stride=1):
    N, C, H, W = x.shape
    kh, kw = kernel_size
    b = x.itemsize
    shape = (N, C, (H - kh) // stride + 1, (W - kw) // stride + 1, kh, kw)
    strides = (C * H * W * b, H * W * b, stride * W * b, stride * b, W * b, b)
    return np.lib.stride_tricks.as_strided(x, shape, strides, writeable=False)
# %% wrong: the right numbers, but in a newly filled array: a copy and not a view of x
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    n, c, h, w = x.shape
    rows, cols = (h - kh) // stride + 1, (w - kw) // stride + 1
    result = np.empty((n, c, rows, cols, kh, kw), dtype=x.dtype)
    for i in range(rows):
        for j in range(cols):
            result[:, :, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return result
# %% wrong: the + 1 is missing in the number of windows, so the last row and the last column of windows are lost
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    sn, sc, sh, sw = x.strides
    out_h = (x.shape[2] - kh) // stride
    out_w = (x.shape[3] - kw) // stride
    return np.lib.stride_tricks.as_strided(
        x, (x.shape[0], x.shape[1], out_h, out_w, kh, kw),
        (sn, sc, sh * stride, sw * stride, sh, sw), writeable=False)
# %% right: as_strided with tuples added up
def windows(x, kernel_size, stride=1):
    inner = x.strides[2:]
    outer = tuple(stride * s for s in inner)
    places = tuple((size - k + stride) // stride for size, k in zip(x.shape[2:], kernel_size))
    return np.lib.stride_tricks.as_strided(
        x, shape=x.shape[:2] + places + tuple(kernel_size), strides=x.strides[:2] + outer + inner)
