# %% wrong: the number of windows is computed from the size of x before padding, so with padding the output lacks its last rows and columns
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)

    sv, sh = pair(stride)
    pv, ph = pair(padding)
    kh, kw = kernel.shape
    H, W = x.shape
    padded = np.pad(x, ((pv, pv), (ph, ph)))
    out = np.zeros(((H - kh) // sv + 1, (W - kw) // sh + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(padded[r*sv:r*sv+kh, c*sh:c*sh+kw] * kernel)
    return out
# %% wrong: the stride is used for the number of windows but not for where they start: output (row, column) reads the window at (row, column)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    stride_down, stride_across = stride if isinstance(stride, tuple) else (stride, stride)
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((vertical, vertical), (horizontal, horizontal)))
    kernel_height, kernel_width = kernel.shape
    height = (x.shape[0] - kernel_height) // stride_down + 1
    width = (x.shape[1] - kernel_width) // stride_across + 1
    output = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            window = x[row : row + kernel_height, column : column + kernel_width]
            output[row, column] = np.sum(window * kernel)
    return output
# %% wrong: the stride thins out the padded input (every S-th pixel) and then correlates with stride 1, instead of moving the window by the stride
def correlate2d_strided(x, kernel, stride=1, padding=0):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    (s1, s2), (p1, p2) = pair(stride), pair(padding)
    x = np.pad(x, [(p1, p1), (p2, p2)])[::s1, ::s2]
    h, w = x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1
    out = np.zeros((max(h, 0), max(w, 0)))
    for i in range(h):
        for j in range(w):
            out[i, j] = (x[i:i + kernel.shape[0], j:j + kernel.shape[1]] * kernel).sum()
    return out
# %% wrong: two mistakes: the two strides of a pair are swapped (the first moves across), and of a pair of paddings the first is used on all four sides
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s_w, s_h = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding[0] if isinstance(padding, tuple) else padding
    xp = np.pad(x, p)
    windows = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)[::s_h, ::s_w]
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% right: one strided slice per weight
def correlate2d_strided(x, kernel, stride=1, padding=0):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    (sv, sh), (pv, ph) = pair(stride), pair(padding)
    kernel = np.asarray(kernel)
    p = np.pad(x, ((pv, pv), (ph, ph)))
    last_row, last_col = p.shape[0] - kernel.shape[0], p.shape[1] - kernel.shape[1]
    return sum(weight * p[i:i + last_row + 1:sv, j:j + last_col + 1:sh]
               for (i, j), weight in np.ndenumerate(kernel))
