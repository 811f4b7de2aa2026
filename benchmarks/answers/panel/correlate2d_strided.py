# %% wrong: the number of windows is (H - K_H + 1) // stride, the 1 stands inside; the last row or column is lost when the stride does not divide H - K_H + 1 (or W - K_W + 1) of the padded input
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    oh = (x.shape[0] - kh + 1) // sv
    ow = (x.shape[1] - kw + 1) // sh
    out = np.zeros((oh, ow))
    for r in range(oh):
        for c in range(ow):
            out[r, c] = np.sum(x[r*sv:r*sv+kh, c*sh:c*sh+kw] * kernel)
    return out
# %% wrong: vertical and horizontal padding are exchanged; shows when they differ
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def two(v):
        return v if isinstance(v, tuple) else (v, v)
    s_down, s_across = two(stride)
    p_x, p_y = two(padding)
    H, W = x.shape
    padded = np.zeros((H + 2 * p_y, W + 2 * p_x))
    padded[p_y:p_y + H, p_x:p_x + W] = x
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("hwij,ij->hw", windows[::s_down, ::s_across], kernel)
# %% wrong: the vertical stride is used for the columns too; shows when the two strides differ
def correlate2d_strided(x, kernel, stride=1, padding=0):
    if not isinstance(stride, tuple):
        stride = (stride, stride)
    if not isinstance(padding, tuple):
        padding = (padding, padding)
    xp = np.pad(x, [(padding[0], padding[0]), (padding[1], padding[1])])
    kh, kw = kernel.shape
    res = []
    for top in range(0, xp.shape[0] - kh + 1, stride[0]):
        zeile = []
        for left in range(0, xp.shape[1] - kw + 1, stride[0]):
            zeile.append((xp[top:top + kh, left:left + kw] * kernel).sum())
        res.append(zeile)
    return np.array(res)
# %% wrong: two mistakes: the window moves by 1 and not by the stride (the shape is right; shows when the stride is more than 1), and the padding is filled with the border's values and not with zeros (shows when the padding is not 0)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    (sv, sh), (pv, ph) = pair(stride), pair(padding)
    big = np.pad(x, ((pv, pv), (ph, ph)), mode="edge")
    kh, kw = kernel.shape
    n_rows = (big.shape[0] - kh) // sv + 1
    n_cols = (big.shape[1] - kw) // sh + 1
    out = np.zeros((n_rows, n_cols))
    for i in range(n_rows):
        for j in range(n_cols):
            out[i, j] = np.sum(big[i:i + kh, j:j + kw] * kernel)
    return out
# %% right: without a padded array, every tap adds what it meets inside the image
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    (H, W), (kh, kw) = x.shape, kernel.shape
    oh, ow = (H + 2 * pv - kh) // sv + 1, (W + 2 * ph - kw) // sh + 1
    out = np.zeros((oh, ow))
    for r in range(oh):
        for c in range(ow):
            for a in range(kh):
                for b in range(kw):
                    y, z = r * sv - pv + a, c * sh - ph + b
                    if 0 <= y < H and 0 <= z < W:
                        out[r, c] += x[y, z] * kernel[a, b]
    return out
