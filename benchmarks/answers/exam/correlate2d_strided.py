# %% wrong: strides the input before the correlation, so the windows skip pixels
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))[::sv, ::sh]
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("hwij,ij->hw", windows, kernel)

# %% wrong: number of windows from the unpadded size, the last ones are missing
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    kh, kw = kernel.shape
    rows, columns = (x.shape[0] - kh) // sv + 1, (x.shape[1] - kw) // sh + 1
    padded = np.pad(x, ((pv, pv), (ph, ph)))
    y = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            y[r, c] = np.sum(padded[r * sv : r * sv + kh, c * sh : c * sh + kw] * kernel)
    return y

# %% wrong: begins at the last of each group of positions, dense[s-1::s], not at the first
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    padded = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    dense = np.einsum("hwij,ij->hw", windows, kernel)
    return dense[sv - 1 :: sv, sh - 1 :: sh]

# %% wrong: the two strides are exchanged
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sv = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    padded = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("hwij,ij->hw", windows[::sv, ::sh], kernel)

# %% wrong: the output takes the type of x, fractions are cut off where x is of whole numbers
from cnnhelpers import mine

def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    padded = mine.pad2d(x, padding)
    kh, kw = kernel.shape
    rows, columns = (padded.shape[0] - kh) // sv + 1, (padded.shape[1] - kw) // sh + 1
    y = np.zeros((rows, columns), dtype=x.dtype)
    for r in range(rows):
        for c in range(columns):
            y[r, c] = (padded[r * sv : r * sv + kh, c * sh : c * sh + kw] * kernel).sum()
    return y

# %% wrong: pairs are not taken apart, TypeError for a stride or padding that is a pair
def correlate2d_strided(x, kernel, stride=1, padding=0):
    kh, kw = kernel.shape
    rows = (x.shape[0] + 2 * padding - kh) // stride + 1
    columns = (x.shape[1] + 2 * padding - kw) // stride + 1
    padded = np.pad(x, padding)
    y = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            top, left = r * stride, c * stride
            y[r, c] = np.sum(padded[top : top + kh, left : left + kw] * kernel)
    return y

# %% right: every position, then every second one
from cnnhelpers import mine

def correlate2d_strided(x, kernel, stride=1, padding=0):
    down, across = (stride, stride) if not isinstance(stride, tuple) else stride
    return mine.correlate2d(mine.pad2d(x, padding), kernel)[::down, ::across]

# %% right: no padded copy, taps outside the image are skipped
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    (h, w), (kh, kw) = x.shape, kernel.shape
    y = np.zeros(((h + 2 * pv - kh) // sv + 1, (w + 2 * ph - kw) // sh + 1))
    for r, c in np.ndindex(y.shape):
        for i, j in np.ndindex(kh, kw):
            row, column = r * sv + i - pv, c * sh + j - ph
            if 0 <= row < h and 0 <= column < w:
                y[r, c] += x[row, column] * kernel[i, j]
    return y
