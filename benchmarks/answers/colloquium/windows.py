# %% wrong: the stride thins the rows of windows only, the columns keep stride 1
def windows(x, kernel_size, stride=1):
    every = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
    return every[:, :, ::stride]
# %% wrong: one window too few in each direction, the + 1 after the division is missing
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    n, c, h, w = x.shape
    sn, sc, sh, sw = x.strides
    shape = (n, c, (h - kh) // stride, (w - kw) // stride, kh, kw)
    return np.lib.stride_tricks.as_strided(x, shape, (sn, sc, sh * stride, sw * stride, sh, sw))
# %% wrong: the numbers are copied into a new array, so the result is no view of the memory of x
def windows(x, kernel_size, stride=1):
    K_H, K_W = kernel_size
    N, C, H, W = x.shape
    H_out, W_out = (H - K_H) // stride + 1, (W - K_W) // stride + 1
    result = np.empty((N, C, H_out, W_out, K_H, K_W), dtype=x.dtype)
    for i in range(H_out):
        for j in range(W_out):
            a, b = i * stride, j * stride
            result[:, :, i, j] = x[:, :, a:a + K_H, b:b + K_W]
    return result
# %% wrong: the last two axes are swapped, each window lies transposed (K_W, K_H) in the result
def windows(x, kernel_size, stride=1):
    kh, kw = kernel_size
    view = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return np.swapaxes(view, -1, -2)
# %% right: as_strided with shape and strides glued together from tuples
def windows(x, kernel_size, stride=1):
    size = tuple(kernel_size)
    places = tuple((length - k) // stride + 1 for length, k in zip(x.shape[2:], size))
    inner = x.strides[2:]
    outer = tuple(stride * step for step in inner)
    return np.lib.stride_tricks.as_strided(
        x, shape=x.shape[:2] + places + size, strides=x.strides[:2] + outer + inner, writeable=False)
