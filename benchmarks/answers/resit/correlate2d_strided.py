# %% wrong: the number of windows is counted on the input without its padding
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    (sh, sw), (ph, pw) = pair(stride), pair(padding)
    kh, kw = kernel.shape
    padded = np.pad(x, ((ph, ph), (pw, pw)))
    height = (x.shape[0] - kh) // sh + 1
    width = (x.shape[1] - kw) // sw + 1
    output = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            top, left = row * sh, column * sw
            output[row, column] = np.sum(padded[top : top + kh, left : left + kw] * kernel)
    return output
# %% wrong: takes every S-th pixel of the input and then correlates, in place of taking every S-th window
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    down, across = pair(stride)
    vertical, horizontal = pair(padding)
    x = np.pad(x, ((vertical, vertical), (horizontal, horizontal)))
    windows = np.lib.stride_tricks.sliding_window_view(x[::down, ::across], kernel.shape)
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: the number of windows is rounded up where the stride leaves a rest, so the last window sticks out: one row or column too many, or a ValueError
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    kh, kw = kernel.shape
    h, w = x.shape
    x = np.pad(x, ((ph, ph), (pw, pw)))
    rows = math.ceil((h + 2 * ph - kh) / sh) + 1
    columns = math.ceil((w + 2 * pw - kw) / sw) + 1
    y = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            y[i, j] = np.sum(x[i * sh : i * sh + kh, j * sw : j * sw + kw] * kernel)
    return y
# %% wrong: a pair of strides is used the wrong way round (first across, then down)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    sx, sy = pair(stride)
    py, px = pair(padding)
    x = np.pad(x, ((py, py), (px, px)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sy, ::sx]
    return (windows * kernel).sum(axis=(2, 3))
# %% right: one tap at a time, with strided slices of the padded input
def correlate2d_strided(x, kernel, stride=1, padding=0):
    (sh, sw), (ph, pw) = (each if isinstance(each, tuple) else (each, each)
                          for each in (stride, padding))
    padded = np.zeros((x.shape[0] + 2 * ph, x.shape[1] + 2 * pw))
    padded[ph : ph + x.shape[0], pw : pw + x.shape[1]] = x
    rest_h, rest_w = padded.shape[0] - kernel.shape[0], padded.shape[1] - kernel.shape[1]
    return sum(weight * padded[i : i + rest_h + 1 : sh, j : j + rest_w + 1 : sw]
               for (i, j), weight in np.ndenumerate(kernel))
