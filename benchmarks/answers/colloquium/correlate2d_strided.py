# %% wrong: a padding pair is unpacked as (horizontal, vertical), so rows and columns are padded with each other's number; a single padding is right
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)
    sy, sx = pair(stride)
    px, py = pair(padding)
    padded = np.pad(x, ((py, py), (px, px)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)[::sy, ::sx]
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: the number of windows is computed from the shape of x before the padding, so with padding the outputs at the bottom and the right are missing
def correlate2d_strided(x, kernel, stride=1, padding=0):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    (sd, sa), (pv, ph) = pair(stride), pair(padding)
    H, W = x.shape
    kh, kw = kernel.shape
    xp = np.zeros((H + 2 * pv, W + 2 * ph))
    xp[pv:pv+H, ph:ph+W] = x
    out = np.zeros(((H - kh) // sd + 1, (W - kw) // sa + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(xp[r*sd : r*sd+kh, c*sa : c*sa+kw] * kernel)
    return out
# %% wrong: the number of windows is rounded up in place of down, so where the stride does not fit exactly the last window sticks out and a ValueError is raised (shapes do not broadcast) or a part of a window is counted
def correlate2d_strided(x, kernel, stride=1, padding=0):
    stride_down, stride_across = stride if isinstance(stride, tuple) else (stride, stride)
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    padded = np.pad(x, [(vertical, vertical), (horizontal, horizontal)])
    kernel_height, kernel_width = kernel.shape
    rows = math.ceil((padded.shape[0] - kernel_height) / stride_down) + 1
    columns = math.ceil((padded.shape[1] - kernel_width) / stride_across) + 1
    output = np.zeros((rows, columns))
    for row in range(rows):
        for column in range(columns):
            top, left = row * stride_down, column * stride_across
            window = padded[top : top + kernel_height, left : left + kernel_width]
            output[row, column] = np.sum(window * kernel)
    return output
# %% wrong: the number of windows is right, but a window starts at (row, column) in place of (row * stride, column * stride), so it moves by one pixel whatever the stride
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s1, s2 = stride if isinstance(stride, tuple) else (stride, stride)
    p1, p2 = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((p1, p1), (p2, p2)))
    k1, k2 = kernel.shape
    n1 = (x.shape[0] - k1) // s1 + 1
    n2 = (x.shape[1] - k2) // s2 + 1
    return np.array([[(x[i:i+k1, j:j+k2] * kernel).sum() for j in range(n2)] for i in range(n1)])
# %% right: one strided slice per tap
def correlate2d_strided(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    ring = np.pad(x, ((v, v), (h, h)))
    last_row = ring.shape[0] - kernel.shape[0] + 1
    last_column = ring.shape[1] - kernel.shape[1] + 1
    return sum(weight * ring[i : i + last_row : down, j : j + last_column : across]
               for (i, j), weight in np.ndenumerate(kernel))
