# %% wrong: the stride steps through the axes inside the windows instead of those that count them: all windows with stride 1, each thinned out
def windows(x, kernel_size, stride=1):
    w = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return w[..., ::stride, ::stride]
# %% wrong: the values are right, but the answer is a copy, not a view of x's memory
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    N, C, H, W = x.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    out = np.empty((N, C, oh, ow, kh, kw), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return out
# %% wrong: the strides in bytes are worked out from the shape, as if x were contiguous, instead of taken from x.strides: false numbers for a transposed view
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    N, C, H, W = x.shape
    b = x.itemsize
    shape = N, C, (H - kh) // stride + 1, (W - kw) // stride + 1, kh, kw
    strides = C * H * W * b, H * W * b, W * stride * b, stride * b, W * b, b
    return np.lib.stride_tricks.as_strided(x, shape, strides, writeable=False)
# %% wrong: two mistakes: windows are taken over axes 1 and 2 (channels and rows) instead of 2 and 3, and the stride is applied to the rows' count only, not to the columns'
def windows(x, kernel_size, stride=1):
    every = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(1, 2))
    return every[:, :, ::stride]
# %% right: as_strided with x's own strides
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    n, c, h, w = x.shape
    sn, sc, sh, sw = x.strides
    shape = n, c, 1 + (h - kh) // stride, 1 + (w - kw) // stride, kh, kw
    return np.lib.stride_tricks.as_strided(x, shape, (sn, sc, sh * stride, sw * stride, sh, sw), writeable=False)
