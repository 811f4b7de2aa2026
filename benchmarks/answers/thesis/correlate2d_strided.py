# %% wrong: the stride pair is read as (horizontal, vertical); shows when the two strides differ
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sw, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sh, ::sw]
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: np.pad reads a padding pair as (before, after) of both axes, not (vertical, horizontal); shows when the two paddings differ
def correlate2d_strided(x, kernel, stride=1, padding=0):
    if not isinstance(stride, tuple):
        stride = (stride, stride)
    xp = np.pad(x, padding)
    kh, kw = kernel.shape
    h_out = (xp.shape[0] - kh) // stride[0] + 1
    w_out = (xp.shape[1] - kw) // stride[1] + 1
    y = np.zeros((h_out, w_out))
    for r in range(h_out):
        for c in range(w_out):
            top, left = r * stride[0], c * stride[1]
            y[r, c] = np.sum(xp[top:top + kh, left:left + kw] * kernel)
    return y
# %% wrong: the number of windows is (H + 2P - K + 1) // S, rounded down after the + 1, so the last row or column is lost when S does not divide that number
def correlate2d_strided(x, kernel, stride=1, padding=0):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    (sd, sa), (pv, ph) = pair(stride), pair(padding)
    H, W = x.shape
    big = np.zeros((H + 2 * pv, W + 2 * ph))
    big[pv:pv + H, ph:ph + W] = x
    K_H, K_W = kernel.shape
    rows = (big.shape[0] - K_H + 1) // sd
    columns = (big.shape[1] - K_W + 1) // sa
    out = np.zeros((rows, columns))
    for row in range(rows):
        for column in range(columns):
            window = big[row * sd:row * sd + K_H, column * sa:column * sa + K_W]
            out[row, column] = (window * kernel).sum()
    return out
# %% wrong: two mistakes: the padding pair is read as (horizontal, vertical), and the kernel is turned by 180 degrees
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    padded = np.pad(x, [(p[1], p[1]), (p[0], p[0])])
    flipped = kernel[::-1, ::-1]
    a, b = kernel.shape
    return np.array([[np.sum(padded[i:i + a, j:j + b] * flipped)
                      for j in range(0, padded.shape[1] - b + 1, s[1])]
                     for i in range(0, padded.shape[0] - a + 1, s[0])])
# %% right: scattered indices: for each weight, the strided grid of padded pixels that it meets
def correlate2d_strided(x, kernel, stride=1, padding=0):
    down, across = (stride, stride) if np.ndim(stride) == 0 else stride
    vert, hori = (padding, padding) if np.ndim(padding) == 0 else padding
    field = np.pad(x, ((vert, vert), (hori, hori)))
    tops = np.arange(0, field.shape[0] - kernel.shape[0] + 1, down)
    lefts = np.arange(0, field.shape[1] - kernel.shape[1] + 1, across)
    result = 0.0
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            result = result + kernel[i, j] * field[np.ix_(tops + i, lefts + j)]
    return result
