# %% wrong: the stride is applied to axes 0 and 1 (images and channels) instead of axes 2 and 3: wrong shape for a stride above 1; right for stride 1
def windows(x, kernel_size, stride=1):
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return view[::stride, ::stride]
# %% wrong: shape and numbers are right, but it is a copy made by loops, not a view of the memory of x
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    N, C, H, W = x.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    result = np.empty((N, C, oh, ow, kh, kw), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            result[:, :, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return result
# %% wrong: the + 1 is missing in the number of windows, (H - K_H) // stride, so the last row and the last column of windows are not there (wrong shape)
def windows(x, kernel_size, stride=1):
    (n, c, h, w), (kh, kw) = x.shape, kernel_size
    shape = n, c, (h - kh) // stride, (w - kw) // stride, kh, kw
    s0, s1, s2, s3 = x.strides
    return np.lib.stride_tricks.as_strided(x, shape, (s0, s1, s2 * stride, s3 * stride, s2, s3))
# %% wrong: two mistakes: the last two axes are (K_W, K_H), each window is transposed, and only the rows of windows get the stride, the columns do not
def windows(x, kernel_size, stride=1):
    height, width = kernel_size
    every = np.lib.stride_tricks.sliding_window_view(x, (width, height), axis=(3, 2))
    return every[:, :, ::stride]
# %% right: as_strided with the bytes of x
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    images, channels, down, across = x.strides
    shape = x.shape[:2] + ((x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1, kh, kw)
    strides = images, channels, stride * down, stride * across, down, across
    return np.lib.stride_tricks.as_strided(x, shape, strides, writeable=False)
