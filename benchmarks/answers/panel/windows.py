# %% wrong: the bytes are computed from the shape, as if x lay in memory in C order; wrong for a transposed or thinned view
def windows(x, kernel_size, stride=1):
    N, C, H, W = x.shape
    KH, KW = kernel_size
    b = x.itemsize
    shape = (N, C, (H - KH) // stride + 1, (W - KW) // stride + 1, KH, KW)
    strides = (C * H * W * b, H * W * b, W * b * stride, b * stride, W * b, b)
    return np.lib.stride_tricks.as_strided(x, shape, strides, writeable=False)
# %% wrong: the stride thins the inside of the windows (last two axes), not the places of the windows; right for stride 1 only
def windows(x, kernel_size, stride=1):
    every = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return every[..., ::stride, ::stride]
# %% wrong: the numbers are right but copied, the answer is not a view of x
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    n, c, h, w = x.shape
    oh = (h - kh) // stride + 1
    ow = (w - kw) // stride + 1
    out = np.empty((n, c, oh, ow, kh, kw), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return out
# %% wrong: two mistakes: kernel_size is read as (K_W, K_H), wrong (or a crash, where the turned kernel does not fit) for kernels that are not square; and + 1 is forgotten, so the last row and column of windows are missing
def windows(x, kernel_size, stride=1):
    KW, KH = kernel_size
    down = (x.shape[2] - KH) // stride
    across = (x.shape[3] - KW) // stride
    s = x.strides
    return np.lib.stride_tricks.as_strided(
        x, shape=(x.shape[0], x.shape[1], down, across, KH, KW),
        strides=(s[0], s[1], s[2] * stride, s[3] * stride, s[2], s[3]))
# %% right: one axis after the other
def windows(x, kernel_size, stride=1):
    view = x
    for axis, k in zip((2, 3), kernel_size):
        view = np.lib.stride_tricks.sliding_window_view(view, k, axis=axis)
        view = view[(slice(None),) * axis + (slice(None, None, stride),)]
    return view
