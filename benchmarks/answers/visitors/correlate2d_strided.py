# %% wrong: thins out the padded input first (every S-th pixel) and then slides by one, so a window's pixels lie S apart
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    A = np.zeros((x.shape[0] + 2 * p[0], x.shape[1] + 2 * p[1]))
    A[p[0] : p[0] + x.shape[0], p[1] : p[1] + x.shape[1]] = x
    A = A[:: s[0], :: s[1]]
    kh, kw = kernel.shape
    y = np.zeros((max(A.shape[0] - kh + 1, 0), max(A.shape[1] - kw + 1, 0)))
    for c in range(y.shape[1]):
        for r in range(y.shape[0]):
            y[r, c] = np.sum(A[r : r + kh, c : c + kw] * kernel)
    return y
# %% wrong: two mistakes: the last window that just fits is left out, and a pair for the padding crashes
def correlate2d_strided(x, kernel, stride=1, padding=0):
    if isinstance(stride, tuple):
        down, across = stride
    else:
        down = across = stride
    padded = np.zeros((x.shape[0] + 2 * padding, x.shape[1] + 2 * padding))
    padded[padding : padding + x.shape[0], padding : padding + x.shape[1]] = x
    result = []
    for top in range(0, padded.shape[0] - kernel.shape[0], down):
        line = []
        for left in range(0, padded.shape[1] - kernel.shape[1], across):
            window = padded[top : top + kernel.shape[0], left : left + kernel.shape[1]]
            line.append(np.sum(window * kernel))
        result.append(line)
    return np.array(result)
# %% wrong: reads the pair of strides as (across, down)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s_x, s_y = np.broadcast_to(stride, 2)
    p_v, p_h = np.broadcast_to(padding, 2)
    padded = np.pad(x, ((p_v, p_v), (p_h, p_h)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("hwij,ij->hw", windows[::s_y, ::s_x], kernel)
# %% right: strided slices, one for each weight
def correlate2d_strided(x, kernel, stride=1, padding=0):
    (down, across), (above, beside) = (
        value if isinstance(value, tuple) else (value, value) for value in (stride, padding))
    padded = np.pad(x, [(above, above), (beside, beside)])
    rows = (padded.shape[0] - kernel.shape[0]) // down + 1
    columns = (padded.shape[1] - kernel.shape[1]) // across + 1
    output = np.zeros((rows, columns))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            output += kernel[i, j] * padded[i::down, j::across][:rows, :columns]
    return output
