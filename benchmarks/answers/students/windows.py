# %% wrong: gives a copy, not a view: np.array of all slices
def windows(x, kernel_size, stride=1):
    kh, kw = np.broadcast_to(kernel_size, 2)
    N, C, H, W = x.shape
    out = np.empty((N, C, (H - kh) // stride + 1, (W - kw) // stride + 1, kh, kw), dtype=x.dtype)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return out
# %% wrong: multiplies the wrong pair of strides by the stride of the convolution: the steps inside of a window
def windows(x, kernel_size, stride=1):
    kh, kw = (int(k) for k in np.broadcast_to(kernel_size, 2))
    N, C, H, W = x.shape
    sn, sc, sh, sw = x.strides
    shape = (N, C, (H - kh) // stride + 1, (W - kw) // stride + 1, kh, kw)
    if (shape[2] - 1) + (kh - 1) * stride >= H or (shape[3] - 1) + (kw - 1) * stride >= W:
        raise ValueError("out of bounds")
    return np.lib.stride_tricks.as_strided(x, shape, (sn, sc, sh, sw, sh * stride, sw * stride))
# %% wrong: sliding_window_view without the stride's slice (right for stride 1)
def windows(x, kernel_size, stride=1):
    kh, kw = np.broadcast_to(kernel_size, 2)
    return np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
# %% wrong: the stride is taken along the taps (last two axes) instead of along the windows
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, tuple(np.broadcast_to(kernel_size, 2)), axis=(2, 3))
    return view[..., ::stride, ::stride]
# %% wrong: strides computed from the shape and the item size; wrong for a view of a bigger array such as x[:, :, ::2] or a transposed x
def windows(x, kernel_size, stride=1):
    kh, kw = (int(k) for k in np.broadcast_to(kernel_size, 2))
    N, C, H, W = x.shape
    b = x.itemsize
    steps = (C * H * W * b, H * W * b, W * b * stride, b * stride, W * b, b)
    return np.lib.stride_tricks.as_strided(x, (N, C, (H - kh) // stride + 1, (W - kw) // stride + 1, kh, kw), steps)
# %% wrong: the size of the output forgets the stride in the numerator: H // stride - K + 1; too few windows with a stride
def windows(x, kernel_size, stride=1):
    kh, kw = (int(k) for k in np.broadcast_to(kernel_size, 2))
    n, c, h, w = x.strides
    rows = x.shape[2] // stride - kh + 1
    cols = x.shape[3] // stride - kw + 1
    return np.lib.stride_tricks.as_strided(x, (x.shape[0], x.shape[1], rows, cols, kh, kw), (n, c, h * stride, w * stride, h, w))
# %% wrong: windows come out flat, (N, C, H_out, W_out, K_H * K_W): the last reshape copies and joins the taps
def windows(x, kernel_size, stride=1):
    kh, kw = np.broadcast_to(kernel_size, 2)
    v = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    return v.reshape(v.shape[:4] + (kh * kw,))
# %% right: sliding_window_view along one axis after the other, stride by slices
def windows(x, kernel_size, stride=1):
    (kh, kw), (sh, sw) = np.broadcast_to(kernel_size, 2), np.broadcast_to(stride, 2)
    rows = np.lib.stride_tricks.sliding_window_view(x, kh, axis=2)[:, :, ::sh]
    both = np.lib.stride_tricks.sliding_window_view(rows, kw, axis=3)[:, :, :, ::sw]
    return both
# %% right: as_strided from the strides of a strided slice of x
def windows(x, kernel_size, stride=1):
    kh, kw = (int(k) for k in np.broadcast_to(kernel_size, 2))
    sh, sw = (int(s) for s in np.broadcast_to(stride, 2))
    corners = x[:, :, :x.shape[2] - kh + 1:sh, :x.shape[3] - kw + 1:sw]
    return np.lib.stride_tricks.as_strided(x, corners.shape + (kh, kw), corners.strides + x.strides[2:])
