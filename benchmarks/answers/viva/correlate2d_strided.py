# %% wrong: the number of windows is right, but the windows start at (row, column) instead of (row * stride, column * stride), as with stride 1
def correlate2d_strided(x, kernel, stride=1, padding=0):
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    height = (x.shape[0] - kh) // sv + 1
    width = (x.shape[1] - kw) // sh + 1
    out = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            out[row, column] = np.sum(x[row : row + kh, column : column + kw] * kernel)
    return out
# %% wrong: both steps cut the rows: dense[::down][::across] slices axis 0 twice, and the columns keep stride 1
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    vertical, horizontal = pair(padding)
    down, across = pair(stride)
    padded = np.pad(x, [(vertical, vertical), (horizontal, horizontal)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    dense = np.einsum("hwij,ij->hw", windows, kernel)
    return dense[::down][::across]
# %% wrong: the number of windows is computed from the input before it is padded, so with padding the last rows and columns of the output are missing
def correlate2d_strided(x, kernel, stride=1, padding=0):
    p = padding if isinstance(padding, tuple) else (padding, padding)
    s = stride if isinstance(stride, tuple) else (stride, stride)
    H, W = x.shape
    kH, kW = kernel.shape
    padded = np.zeros((H + 2 * p[0], W + 2 * p[1]))
    padded[p[0] : p[0] + H, p[1] : p[1] + W] = x
    out_h, out_w = (H - kH) // s[0] + 1, (W - kW) // s[1] + 1
    y = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * s[0], j * s[1]
            y[i, j] = (padded[top : top + kH, left : left + kW] * kernel).sum()
    return y
# %% wrong: stride and padding work only as one number each: a pair raises a TypeError
def correlate2d_strided(x, kernel, stride=1, padding=0):
    h, w = x.shape
    padded = np.zeros((h + 2 * padding, w + 2 * padding))
    padded[padding : padding + h, padding : padding + w] = x
    kh, kw = kernel.shape
    rows = range(0, h + 2 * padding - kh + 1, stride)
    cols = range(0, w + 2 * padding - kw + 1, stride)
    return np.array([[np.sum(padded[r : r + kh, c : c + kw] * kernel) for c in cols] for r in rows])
# %% right: windows without loops, steps in the slice, one dot product over the last axes
def correlate2d_strided(x, kernel, stride=1, padding=0):
    (down, across), (v, h) = (np.broadcast_to(option, 2) for option in (stride, padding))
    view = np.lib.stride_tricks.sliding_window_view(np.pad(x, ((v, v), (h, h))), kernel.shape)
    return np.tensordot(view[::down, ::across], kernel, axes=([2, 3], [0, 1]))
