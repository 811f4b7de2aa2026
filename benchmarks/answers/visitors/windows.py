# %% wrong: the stride is applied to the last two axes, inside of the windows
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return view[..., ::stride, ::stride]


# %% wrong: computes the bytes from the shape, so a transposed view is read in the wrong order
def windows(x, kernel_size, stride=1):
    N, C, H, W = x.shape
    KH, KW = kernel_size
    b = x.itemsize
    shape = (N, C, (H - KH) // stride + 1, (W - KW) // stride + 1, KH, KW)
    strides = (C * H * W * b, H * W * b, W * b * stride, b * stride, W * b, b)
    return np.lib.stride_tricks.as_strided(x, shape, strides, writeable=False)


# %% wrong: fills a new array by loops, a copy and no view
def windows(x, kernel_size, stride=1):
    N, C, H, W = x.shape
    KH, KW = kernel_size
    H_out = (H - KH) // stride + 1
    W_out = (W - KW) // stride + 1
    result = np.zeros((N, C, H_out, W_out, KH, KW))
    for i in range(H_out):
        for j in range(W_out):
            result[:, :, i, j] = x[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
    return result


# %% right: as_strided with the bytes of x
def windows(x, kernel_size, stride=1):
    rows, columns = kernel_size
    n, c, h, w = x.shape
    to_n, to_c, to_h, to_w = x.strides
    return np.lib.stride_tricks.as_strided(
        x, shape=(n, c, 1 + (h - rows) // stride, 1 + (w - columns) // stride, rows, columns),
        strides=(to_n, to_c, stride * to_h, stride * to_w, to_h, to_w), writeable=False)
