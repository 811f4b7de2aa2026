# %% wrong: the output is indexed by the start of the window in place of its number: IndexError for strides above 1
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - kh) // sv + 1, (x.shape[1] - kw) // sh + 1))
    for row in range(0, x.shape[0] - kh + 1, sv):
        for col in range(0, x.shape[1] - kw + 1, sh):
            out[row, col] = np.sum(x[row:row + kh, col:col + kw] * kernel)
    return out
# %% wrong: of a pair only the vertical number is used, for both directions; right for single numbers and equal pairs
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = stride[0] if isinstance(stride, tuple) else stride
    p = padding[0] if isinstance(padding, tuple) else padding
    padded = np.pad(x, p)
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)[::s, ::s]
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: the stride spreads the pixels inside a window (a dilation) in place of moving the window by more than one
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def two(v):
        return v if isinstance(v, tuple) else (v, v)
    (sv, sh), (pv, ph) = two(stride), two(padding)
    a = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    span_h, span_w = sv * (kh - 1) + 1, sh * (kw - 1) + 1
    return np.array([[np.sum(a[r:r + span_h:sv, c:c + span_w:sh] * kernel)
                      for c in range(a.shape[1] - span_w + 1)]
                     for r in range(a.shape[0] - span_h + 1)])
# %% wrong: two mistakes: a window that sticks out at the end is counted as well, with a part of the kernel (rounded up), and the padding pair is taken as (horizontal, vertical)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pv = padding if isinstance(padding, tuple) else (padding, padding)
    a = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    rows = math.ceil((a.shape[0] - kh) / down) + 1
    cols = math.ceil((a.shape[1] - kw) / across) + 1
    out = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            piece = a[r * down:r * down + kh, c * across:c * across + kw]
            out[r, c] = np.sum(piece * kernel[:piece.shape[0], :piece.shape[1]])
    return out
# %% right: one strided slice of the padded image for each weight
def correlate2d_strided(x, kernel, stride=1, padding=0):
    two = lambda v: v if isinstance(v, tuple) else (v, v)
    (sv, sh), (pv, ph) = two(stride), two(padding)
    kh, kw = kernel.shape
    a = np.zeros((x.shape[0] + 2 * pv, x.shape[1] + 2 * ph))
    a[pv:pv + x.shape[0], ph:ph + x.shape[1]] = x
    rows, cols = (a.shape[0] - kh) // sv + 1, (a.shape[1] - kw) // sh + 1
    out = np.zeros((rows, cols))
    for i in range(kh):
        for j in range(kw):
            out += kernel[i, j] * a[i:i + sv * (rows - 1) + 1:sv, j:j + sh * (cols - 1) + 1:sh]
    return out
