# %% wrong: a pair of strides is read as (horizontal, vertical); shows where the two strides differ
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sx, sy = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    p = np.pad(x, ((pv, pv), (ph, ph)))
    win = np.lib.stride_tricks.sliding_window_view(p, kernel.shape)[::sy, ::sx]
    return np.einsum("hwij,ij->hw", win, kernel)
# %% wrong: the number of windows is computed from the input without its padding, so outputs at the end are missing; shows for enough padding; crashes where the kernel fits only with the padding
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def two(v):
        return v if isinstance(v, tuple) else (v, v)
    (s1, s2), (p1, p2) = two(stride), two(padding)
    kh, kw = kernel.shape
    out_h = (x.shape[0] - kh) // s1 + 1
    out_w = (x.shape[1] - kw) // s2 + 1
    padded = np.zeros((x.shape[0] + 2 * p1, x.shape[1] + 2 * p2))
    padded[p1:p1 + x.shape[0], p2:p2 + x.shape[1]] = x
    out = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            out[i, j] = np.sum(padded[i * s1:i * s1 + kh, j * s2:j * s2 + kw] * kernel)
    return out
# %% wrong: the windows start at row and column, not at row * stride and column * stride, with the right number of them; shows for stride > 1 and more than one output
def correlate2d_strided(x, kernel, stride=1, padding=0):
    if not isinstance(stride, tuple):
        stride = (stride, stride)
    if not isinstance(padding, tuple):
        padding = (padding, padding)
    x = np.pad(x, ((padding[0],) * 2, (padding[1],) * 2))
    kh, kw = kernel.shape
    n_rows = (x.shape[0] - kh) // stride[0] + 1
    n_cols = (x.shape[1] - kw) // stride[1] + 1
    y = np.zeros((n_rows, n_cols))
    for row in range(n_rows):
        for column in range(n_cols):
            window = x[row:row + kh, column:column + kw]
            y[row, column] = np.sum(window * kernel)
    return y
# %% wrong: two mistakes: the kernel is turned by 180 degrees, and the stride is used for the rows only (columns move one pixel at a time)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    a, b = pair(padding)
    z = np.pad(x, [(a, a), (b, b)])
    sv = np.lib.stride_tricks.sliding_window_view(z, kernel.shape)
    return (sv[::pair(stride)[0]] * kernel[::-1, ::-1]).sum(axis=(2, 3))
# %% right: no padded copy; each tap asks whether it stands inside the input
def correlate2d_strided(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    top, left = padding if isinstance(padding, tuple) else (padding, padding)
    (H, W), (KH, KW) = x.shape, kernel.shape
    result = []
    for r in range(-top, H + top - KH + 1, down):
        line = []
        for c in range(-left, W + left - KW + 1, across):
            total = 0.0
            for i in range(KH):
                for j in range(KW):
                    if 0 <= r + i < H and 0 <= c + j < W:
                        total += x[r + i, c + j] * kernel[i, j]
            line.append(total)
        result.append(line)
    return np.array(result)
