# %% wrong: takes a pair of strides as (horizontal, vertical), rows step by the second number; right for one number
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)
    sx, sy = pair(stride)
    pv, ph = pair(padding)
    p = np.pad(x, ((pv, pv), (ph, ph)))
    win = np.lib.stride_tricks.sliding_window_view(p, kernel.shape)[::sy, ::sx]
    return np.einsum("hwij,ij->hw", win, kernel)
# %% wrong: takes every S-th pixel of the padded input first and correlates what is left at stride 1, so the windows hold pixels S apart
def correlate2d_strided(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    thin = np.pad(x, ((v, v), (h, h)))[::down, ::across]
    kh, kw = kernel.shape
    return np.array([[np.sum(thin[r:r + kh, c:c + kw] * kernel)
                      for c in range(thin.shape[1] - kw + 1)]
                     for r in range(thin.shape[0] - kh + 1)])
# %% wrong: rounds the number of windows to the nearest instead of down, so a last window can stick out: ValueError (cannot be broadcast), or an output too many where a single row or column of it is left
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    big = np.pad(x, [(p[0], p[0]), (p[1], p[1])])
    k = kernel.shape
    n = [round((big.shape[a] - k[a]) / s[a]) + 1 for a in (0, 1)]
    y = np.zeros(n)
    for i in range(n[0]):
        for j in range(n[1]):
            top, left = i * s[0], j * s[1]
            y[i, j] = np.sum(big[top:top + k[0], left:left + k[1]] * kernel)
    return y
# %% wrong: two mistakes: the number of outputs is right but the windows start at (row, column) without the stride, and of a pair of paddings only the first number is used
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sr, sc = stride if isinstance(stride, tuple) else (stride, stride)
    if isinstance(padding, tuple):
        padding = padding[0]
    x = np.pad(x, padding)
    kh, kw = kernel.shape
    rows, cols = (x.shape[0] - kh) // sr + 1, (x.shape[1] - kw) // sc + 1
    out = np.zeros((rows, cols))
    for row in range(rows):
        for col in range(cols):
            out[row, col] = np.sum(x[row:row + kh, col:col + kw] * kernel)
    return out
# %% right: adds strided slices, one for each weight of the kernel
def correlate2d_strided(x, kernel, stride=1, padding=0):
    (sr, sc), (pr, pc) = (v if isinstance(v, tuple) else (v, v) for v in (stride, padding))
    H, W = x.shape
    board = np.zeros((H + 2 * pr, W + 2 * pc))
    board[pr:pr + H, pc:pc + W] = x
    rows = (board.shape[0] - kernel.shape[0]) // sr + 1
    cols = (board.shape[1] - kernel.shape[1]) // sc + 1
    total = np.zeros((rows, cols))
    for (i, j), w in np.ndenumerate(kernel):
        total += w * board[i:i + (rows - 1) * sr + 1:sr, j:j + (cols - 1) * sc + 1:sc]
    return total
