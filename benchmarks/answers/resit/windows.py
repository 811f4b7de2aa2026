# %% wrong: the stride thins images and channels (the first two axes) instead of rows and columns
def windows(x, kernel_size, stride=1):
    every = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return every[::stride, ::stride]
# %% wrong: the numbers are right, but they are copied: the answer is no view of x
def windows(x, kernel_size, stride=1):
    rows, columns = kernel_size
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    answer = np.empty((*x.shape[:2], down, across, rows, columns), x.dtype)
    for i, j in np.ndindex(down, across):
        answer[:, :, i, j] = x[:, :, i * stride:i * stride + rows, j * stride:j * stride + columns]
    return answer
# %% wrong: the strides in bytes are computed from the shape of x instead of taken from x.strides: wrong numbers where x is itself a view, a transposed one for example
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    rows, columns = kernel_size
    size = x.itemsize
    shape = (n, c, (h - rows) // stride + 1, (w - columns) // stride + 1, rows, columns)
    strides = (c * h * w * size, h * w * size, stride * w * size, stride * size, w * size, size)
    return np.lib.stride_tricks.as_strided(x, shape, strides)
# %% wrong: the number of windows lacks the + 1: the last row and the last column of windows are missing
def windows(x, kernel_size, stride=1):
    n, c, h, w = x.shape
    k_h, k_w = kernel_size
    s_n, s_c, s_h, s_w = x.strides
    shape = (n, c, (h - k_h) // stride, (w - k_w) // stride, k_h, k_w)
    return np.lib.stride_tricks.as_strided(x, shape, (s_n, s_c, stride * s_h, stride * s_w, s_h, s_w))
# %% right: one axis after the other
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view
    rows = view(x, kernel_size[0], axis=2)[:, :, ::stride]
    return view(rows, kernel_size[1], axis=3)[:, :, :, ::stride]
