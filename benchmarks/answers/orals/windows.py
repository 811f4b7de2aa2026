# %% wrong: the byte strides are computed from the shape as if x were contiguous, so a transposed view of an array gives wrong numbers
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    size = x.itemsize
    row, plane, image = w * size, h * w * size, c * h * w * size
    shape = (n, c, (h - kh) // stride + 1, (w - kw) // stride + 1, kh, kw)
    strides = (image, plane, row * stride, size * stride, row, size)
    return np.lib.stride_tricks.as_strided(x, shape, strides)
# %% wrong: the stride is applied to the rows only, not to the columns
def windows(x, kernel_size, stride=1):
    every = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return every[:, :, ::stride]
# %% wrong: the numbers are right, but it returns a copy of all windows instead of a view of the memory of x
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    n, c, h, w = x.shape
    out_h, out_w = (h - kh) // stride + 1, (w - kw) // stride + 1
    result = np.empty((n, c, out_h, out_w, kh, kw), dtype=x.dtype)
    for i in range(out_h):
        for j in range(out_w):
            result[:, :, i, j] = x[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
    return result
# %% wrong: the axes of the window stand before those that count the windows: (N, C, K_H, K_W, H_out, W_out)
def windows(x, kernel_size, stride=1):
    N, C, H, W = x.shape
    K_H, K_W = kernel_size
    sN, sC, sH, sW = x.strides
    H_out = (H - K_H) // stride + 1
    W_out = (W - K_W) // stride + 1
    return np.lib.stride_tricks.as_strided(
        x, shape=(N, C, K_H, K_W, H_out, W_out), strides=(sN, sC, sH, sW, sH * stride, sW * stride))
# %% right: one axis after the other, then thinned
def windows(x, kernel_size, stride=1):
    view = x
    for axis, size in zip((2, 3), kernel_size):
        view = np.lib.stride_tricks.sliding_window_view(view, size, axis=axis)
    return view[:, :, ::stride, ::stride]
