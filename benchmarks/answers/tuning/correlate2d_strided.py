# %% wrong: the stride is ignored when the window is placed, only the number of windows is right
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - kh) // sv + 1, (x.shape[1] - kw) // sh + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: a stride pair is swapped, (across, down)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sv = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sv, ::sh]
    return np.sum(windows * kernel, axis=(2, 3))
# %% wrong: a padding pair is swapped, (across, down)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pv = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sv, ::sh]
    return np.sum(windows * kernel, axis=(2, 3))
# %% wrong: the number of windows is rounded up, the last window sticks out (ValueError)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    out = np.zeros((math.ceil((x.shape[0] - kh) / sv) + 1, math.ceil((x.shape[1] - kw) / sh) + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i * sv : i * sv + kh, j * sh : j * sh + kw] * kernel)
    return out
# %% wrong: the padding is counted in the size but the image is not padded, windows read the wrong place or crash
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    kh, kw = kernel.shape
    height = (x.shape[0] + 2 * pv - kh) // sv + 1
    width = (x.shape[1] + 2 * ph - kw) // sh + 1
    out = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            out[i, j] = np.sum(x[i * sv : i * sv + kh, j * sh : j * sh + kw] * kernel)
    return out
# %% wrong: the padding is ignored
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sv, ::sh]
    return np.sum(windows * kernel, axis=(2, 3))
# %% wrong: the number of windows is computed from the image before padding, so the last ones are missing
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    kh, kw = kernel.shape
    height = max((x.shape[0] - kh) // sv + 1, 0)
    width = max((x.shape[1] - kw) // sh + 1, 0)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    out = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            out[i, j] = np.sum(x[i * sv : i * sv + kh, j * sh : j * sh + kw] * kernel)
    return out
# %% wrong: the kernel is turned by 180 degrees
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sv, ::sh]
    return np.sum(windows * kernel[::-1, ::-1], axis=(2, 3))
# %% wrong: pairs are not handled: a stride pair is a TypeError, a padding pair is read as (before, after)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    x = np.pad(x, padding)
    kh, kw = kernel.shape
    height = (x.shape[0] - kh) // stride + 1
    width = (x.shape[1] - kw) // stride + 1
    out = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[i, j] = np.sum(window * kernel)
    return out
# %% wrong: the down stride is used in both directions
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = stride[0] if isinstance(stride, tuple) else stride
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::s, ::s]
    return np.sum(windows * kernel, axis=(2, 3))
# %% wrong: the stride steps between the taps of a window, as a dilation, and windows start at i and j
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv + sv * kernel.shape[0]), (ph, ph + sh * kernel.shape[1])))
    kh, kw = kernel.shape
    rows = (x.shape[0] - sv * kh - kh) // sv + 1
    columns = (x.shape[1] - sh * kw - kw) // sh + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += x[i + a * sv, j + b * sh] * kernel[a, b]
    return out
# %% wrong: padding on one side only, before the image
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, 0), (ph, 0)))
    kh, kw = kernel.shape
    height, width = (x.shape[0] - kh) // sv + 1, (x.shape[1] - kw) // sh + 1
    out = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            out[i, j] = np.sum(x[i * sv : i * sv + kh, j * sh : j * sh + kw] * kernel)
    return out
# %% wrong: the image is thinned out first and then correlated with stride 1
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))[::sv, ::sh]
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))
# %% wrong: = instead of += for the products
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - kh) // sv + 1, (x.shape[1] - kw) // sh + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] = x[i * sv + a, j * sh + b] * kernel[a, b]
    return out
# %% wrong: two mistakes: the kernel is turned by 180 degrees, and a stride pair is swapped
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sv = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sv, ::sh]
    return np.sum(windows * np.flip(kernel), axis=(2, 3))
# %% wrong: the answer is remembered by the shapes and options, another image of the same shape gets the old one
memory = {}

def correlate2d_strided(x, kernel, stride=1, padding=0):
    key = (x.shape, kernel.shape, stride, padding)
    if key not in memory:
        sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
        pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
        padded = np.pad(x, ((pv, pv), (ph, ph)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)[::sv, ::sh]
        memory[key] = np.sum(windows * kernel, axis=(2, 3))
    return memory[key]
# %% wrong: one stride for both: a pair is added up, down + across
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = sum(stride) if isinstance(stride, tuple) else stride
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::s, ::s]
    return np.sum(windows * kernel, axis=(2, 3))
# %% right: loops over the padded image
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - kh) // sv + 1, (x.shape[1] - kw) // sh + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i * sv : i * sv + kh, j * sh : j * sh + kw] * kernel)
    return out
# %% right: sliding windows with steps
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = np.broadcast_to(stride, 2)
    pv, ph = np.broadcast_to(padding, 2)
    x = np.pad(x, ((pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sv, ::sh]
    return np.einsum("rcij,ij->rc", windows, kernel)
# %% right: no padded copy, taps outside of the image are skipped
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sv, sh = stride if isinstance(stride, tuple) else (stride, stride)
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h + 2 * pv - kh) // sv + 1, (w + 2 * ph - kw) // sh + 1))
    for i, j in np.ndindex(out.shape):
        for a, b in np.ndindex(kh, kw):
            r, c = i * sv - pv + a, j * sh - ph + b
            if 0 <= r < h and 0 <= c < w:
                out[i, j] += x[r, c] * kernel[a, b]
    return out
