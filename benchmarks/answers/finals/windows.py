# %% wrong: a copy, np.stack of all windows, where a view is promised
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    rows = range(0, x.shape[2] - kh + 1, stride)
    cols = range(0, x.shape[3] - kw + 1, stride)
    return np.stack([np.stack([x[:, :, r:r + kh, c:c + kw] for c in cols], axis=2) for r in rows], axis=2)
# %% wrong: the axes of the window stand before those of the positions: (N, C, K_H, K_W, H_out, W_out)
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    sn, sc, sh, sw = x.strides
    return np.lib.stride_tricks.as_strided(
        x, (n, c, kh, kw, (h - kh) // stride + 1, (w - kw) // stride + 1),
        (sn, sc, sh, sw, sh * stride, sw * stride), writeable=False)
# %% wrong: the stride is applied to the axes inside of the windows, [..., ::stride, ::stride]
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, tuple(kernel_size), axis=(2, 3))
    return view[..., ::stride, ::stride]
# %% wrong: bytes computed from the shape, which is only right for arrays that lie in memory in order, not for transposed views
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    b = x.itemsize
    shape = (n, c, (h - kh) // stride + 1, (w - kw) // stride + 1, kh, kw)
    steps = (c * h * w * b, h * w * b, w * stride * b, stride * b, w * b, b)
    return np.lib.stride_tricks.as_strided(x, shape, steps, writeable=False)
# %% right: as_strided with the array's own strides
def windows(x, kernel_size, stride=1):
    (n, c, h, w), (kh, kw) = x.shape, kernel_size
    s = x.strides
    shape = n, c, 1 + (h - kh) // stride, 1 + (w - kw) // stride, kh, kw
    steps = s[:2] + (s[2] * stride, s[3] * stride) + s[2:]
    return np.lib.stride_tricks.as_strided(x, shape=shape, strides=steps, writeable=False)
