# %% wrong: the stride thins the axes inside of the windows, not those that count them; shows for stride above 1
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return view[:, :, :, :, ::stride, ::stride]
# %% wrong: the right numbers, but a copy, not a view: the windows do not share the memory of x
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    N, C, H, W = x.shape
    down = (H - kh) // stride + 1
    across = (W - kw) // stride + 1
    out = np.empty((N, C, down, across, kh, kw), dtype=x.dtype)
    for i in range(down):
        for j in range(across):
            out[:, :, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return out
# %% wrong: the strides in bytes are worked out from the shape, not taken from x.strides: wrong numbers if x is a transposed view
def windows(x, kernel_size, stride=1):
    N, C, H, W = x.shape
    KH, KW = kernel_size
    b = x.itemsize
    row, col = W * b, b
    shape = (N, C, (H - KH) // stride + 1, (W - KW) // stride + 1, KH, KW)
    strides = (C * H * W * b, H * W * b, row * stride, col * stride, row, col)
    return np.lib.stride_tricks.as_strided(x, shape, strides)
# %% wrong: only the rows of windows are thinned by the stride, not the columns; shows for stride above 1
def windows(x, kernel_size, stride=1):
    all_windows = np.lib.stride_tricks.sliding_window_view(x, kernel_size, (2, 3))
    return all_windows[:, :, ::stride]
# %% right: one direction after the other, then the axes in order
def windows(x, kernel_size, stride=1):
    slide = np.lib.stride_tricks.sliding_window_view
    by_rows = slide(x, kernel_size[0], axis=2)[:, :, ::stride]
    by_both = slide(by_rows, kernel_size[1], axis=3)[:, :, :, ::stride]
    return by_both
