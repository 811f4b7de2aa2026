# %% wrong: the number of windows takes the stride into account, but the windows start at (row, column) instead of (row * stride, column * stride), so they move one pixel at a time
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - kh) // sv + 1, (x.shape[1] - kw) // sh + 1))
    for row in range(out.shape[0]):
        for col in range(out.shape[1]):
            out[row, col] = np.sum(x[row:row + kh, col:col + kw] * kernel)
    return out
# %% wrong: the stride is applied to the padded input (every S-th pixel is kept, then correlated with step 1) instead of to the windows
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)
    (down, across), (vertical, horizontal) = pair(stride), pair(padding)
    padded = np.pad(x, ((vertical, vertical), (horizontal, horizontal)))
    thin = padded[::down, ::across]
    windows = np.lib.stride_tricks.sliding_window_view(thin, kernel.shape)
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: the number of windows is computed from the size of x before padding, so with padding the output is too small (the last windows are missing)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    s, p = pair(stride), pair(padding)
    H, W = x.shape
    K_H, K_W = kernel.shape
    padded = np.zeros((H + 2 * p[0], W + 2 * p[1]))
    padded[p[0]:p[0] + H, p[1]:p[1] + W] = x
    H_out = (H - K_H) // s[0] + 1
    W_out = (W - K_W) // s[1] + 1
    out = np.zeros((H_out, W_out))
    for r in range(H_out):
        for c in range(W_out):
            top, left = r * s[0], c * s[1]
            out[r, c] = (padded[top:top + K_H, left:left + K_W] * kernel).sum()
    return out
# %% wrong: of a pair only the first number is used, for rows and for columns, both in the stride and in the padding
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = stride[0] if isinstance(stride, tuple) else stride
    p = padding[0] if isinstance(padding, tuple) else padding
    x = np.pad(x, p)
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::s, ::s]
    return (windows * kernel).sum(axis=(2, 3))
# %% right: a strided slice of the padded input per tap
def correlate2d_strided(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    padded = np.pad(x, [(v, v), (h, h)])
    last_row = padded.shape[0] - kernel.shape[0]
    last_column = padded.shape[1] - kernel.shape[1]
    return sum(weight * padded[i:i + last_row + 1:down, j:j + last_column + 1:across]
               for (i, j), weight in np.ndenumerate(kernel))
