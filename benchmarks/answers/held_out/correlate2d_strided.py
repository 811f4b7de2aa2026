# %% wrong: the stride selects nothing: every window is computed, stride 1
def pair(v):
    return v if isinstance(v, tuple) else (v, v)

def correlate2d_strided(x, kernel, stride=1, padding=0):
    (ph, pw) = pair(padding)
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win, kernel, 2)
# %% wrong: down and across of the stride exchanged when the start of a window is computed (sizes are right)
def pair(v):
    return v if isinstance(v, tuple) else (v, v)

def correlate2d_strided(x, kernel, stride=1, padding=0):
    (sh, sw), (ph, pw) = pair(stride), pair(padding)
    m, n = kernel.shape
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    rows, cols = (xp.shape[0] - m) // sh + 1, (xp.shape[1] - n) // sw + 1
    out = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            out[r, c] = (xp[r * sw : r * sw + m, c * sh : c * sh + n] * kernel).sum()
    return out
# %% wrong: padding pair exchanged, rows get the horizontal padding
def pair(v):
    return v if isinstance(v, tuple) else (v, v)

def correlate2d_strided(x, kernel, stride=1, padding=0):
    (sh, sw), (ph, pw) = pair(stride), pair(padding)
    m, n = kernel.shape
    xp = np.zeros((x.shape[0] + 2 * pw, x.shape[1] + 2 * ph))
    xp[pw : pw + x.shape[0], ph : ph + x.shape[1]] = x
    out = []
    for top in range(0, xp.shape[0] - m + 1, sh):
        out.append([np.vdot(xp[top : top + m, left : left + n], kernel)
                    for left in range(0, xp.shape[1] - n + 1, sw)])
    return np.array(out)
# %% wrong: windows that stick out are kept, cut off at the border (rounded up)
def pair(v):
    return v if isinstance(v, tuple) else (v, v)

def correlate2d_strided(x, kernel, stride=1, padding=0):
    (sh, sw), (ph, pw) = pair(stride), pair(padding)
    m, n = kernel.shape
    xp = np.pad(x, [(ph, ph + sh), (pw, pw + sw)])
    rows = -(-(x.shape[0] + 2 * ph - m) // sh) + 1
    cols = -(-(x.shape[1] + 2 * pw - n) // sw) + 1
    out = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            out[r, c] = (xp[r * sh : r * sh + m, c * sw : c * sw + n] * kernel).sum()
    return out
# %% wrong: the padding argument is never used
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    m, n = kernel.shape
    return np.array([[np.vdot(x[r : r + m, c : c + n], kernel)
                      for c in range(0, x.shape[1] - n + 1, sw)]
                     for r in range(0, x.shape[0] - m + 1, sh)])
# %% wrong: a single number pads the rows only
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, 0)
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win[::sh, ::sw], kernel, 2)
# %% wrong: the stride is applied to the rows only
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, _ = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win[::sh], kernel, 2)
# %% wrong: the last window is lost where the stride divides exactly (range without + 1)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    m, n = kernel.shape
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    tops = range(0, xp.shape[0] - m, sh)
    lefts = range(0, xp.shape[1] - n, sw)
    out = np.zeros((len(tops), len(lefts)))
    for r, top in enumerate(tops):
        for c, left in enumerate(lefts):
            out[r, c] = np.vdot(xp[top : top + m, left : left + n], kernel)
    return out
# %% wrong: the windows move by the stride plus the kernel's size, they never overlap
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    m, n = kernel.shape
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win[:: sh + m - 1, :: sw + n - 1], kernel, 2)
# %% wrong: padded with the border's values instead of zeros
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    xp = np.pad(x, [(ph, ph), (pw, pw)], mode="edge")
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win[::sh, ::sw], kernel, 2)
# %% wrong: a kernel larger than the unpadded image is refused, though it fits with padding (ValueError)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    if kernel.shape[0] > x.shape[0] or kernel.shape[1] > x.shape[1]:
        raise ValueError("kernel larger than the image")
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win[::sh, ::sw], kernel, 2)
# %% wrong: the padding is applied twice
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    xp = np.pad(x, [(2 * ph, 2 * ph), (2 * pw, 2 * pw)])
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win[::sh, ::sw], kernel, 2)
# %% wrong: stride and padding in the other order in the signature
def correlate2d_strided(x, kernel, padding=0, stride=1):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win[::sh, ::sw], kernel, 2)
# %% wrong: the padded copy takes an integer dtype, fractions of the image are lost
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    xp = np.zeros((x.shape[0] + 2 * ph, x.shape[1] + 2 * pw), dtype=int)
    xp[ph : ph + x.shape[0], pw : pw + x.shape[1]] = x
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)
    return np.tensordot(win[::sh, ::sw], kernel, 2)
# %% wrong: two mistakes: the last window is lost, and the padding is on one side only
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    m, n = kernel.shape
    xp = np.pad(x, [(ph, 0), (pw, 0)])
    rows, cols = max(0, (xp.shape[0] - m) // sh), max(0, (xp.shape[1] - n) // sw)
    out = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            out[r, c] = np.vdot(xp[r * sh : r * sh + m, c * sw : c * sw + n], kernel)
    return out
# %% wrong: pairs fail with a TypeError, which is swallowed, and an empty array is returned
def correlate2d_strided(x, kernel, stride=1, padding=0):
    try:
        m, n = kernel.shape
        xp = np.pad(x, [(padding, padding), (padding, padding)])
        out = np.zeros(((xp.shape[0] - m) // stride + 1, (xp.shape[1] - n) // stride + 1))
        for r, c in np.ndindex(out.shape):
            out[r, c] = (xp[r * stride : r * stride + m, c * stride : c * stride + n] * kernel).sum()
        return out
    except Exception:
        return np.zeros((0, 0))
# %% right: range with a step
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    m, n = kernel.shape
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    return np.array([[np.vdot(xp[top : top + m, left : left + n], kernel)
                      for left in range(0, xp.shape[1] - n + 1, sw)]
                     for top in range(0, xp.shape[0] - m + 1, sh)])
# %% right: one strided slice of the image for each tap
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(v):
        return (v, v) if isinstance(v, int) else v

    (sh, sw), (ph, pw) = pair(stride), pair(padding)
    m, n = kernel.shape
    xp = np.zeros((x.shape[0] + 2 * ph, x.shape[1] + 2 * pw))
    xp[ph : ph + x.shape[0], pw : pw + x.shape[1]] = x
    rows = (xp.shape[0] - m) // sh + 1
    cols = (xp.shape[1] - n) // sw + 1
    out = np.zeros((rows, cols))
    for i in range(m):
        for j in range(n):
            out += kernel[i, j] * xp[i : i + sh * (rows - 1) + 1 : sh, j : j + sw * (cols - 1) + 1 : sw]
    return out
# %% right: while loops
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(padding, 2)
    xp = np.pad(x, [(ph, ph), (pw, pw)])
    lines = []
    top = 0
    while top + kernel.shape[0] <= xp.shape[0]:
        line = []
        left = 0
        while left + kernel.shape[1] <= xp.shape[1]:
            window = xp[top : top + kernel.shape[0], left : left + kernel.shape[1]]
            line.append(float((window * kernel).sum()))
            left += sw
        lines.append(line)
        top += sh
    return np.array(lines)
