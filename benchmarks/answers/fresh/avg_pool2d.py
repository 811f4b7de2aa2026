# %% wrong: stride defaults to 1 when none is given
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = 1 if stride is None else stride
    k, p = kernel_size, padding
    N, C, H, W = x.shape
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    ones = np.pad(np.ones(x.shape), ((0, 0), (0, 0), (p, p), (p, p)))
    oh, ow = (H + 2 * p - k) // stride + 1, (W + 2 * p - k) // stride + 1
    out = np.zeros((N, C, oh, ow))
    for i in range(oh):
        for j in range(ow):
            s = np.s_[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
            n = k * k if count_include_pad else ones[s].sum(axis=(2, 3))
            out[:, :, i, j] = xp[s].sum(axis=(2, 3)) / n
    return out
# %% wrong: without the padding's zeros it divides by the number of values that are not 0 (real zeros are not counted)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    xp = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
    total = win.sum(axis=(4, 5))
    if count_include_pad:
        return total / kernel_size ** 2
    return total / np.maximum((win != 0).sum(axis=(4, 5)), 1)
# %% wrong: count_include_pad turned round
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    k = kernel_size
    pad = [(0, 0), (0, 0), (padding, padding), (padding, padding)]
    fill = 0.0 if count_include_pad is False else np.nan
    xp = np.pad(np.array(x, dtype=float), pad, constant_values=fill)
    oh = (xp.shape[2] - k) // stride + 1
    ow = (xp.shape[3] - k) // stride + 1
    out = np.empty(x.shape[:2] + (oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = np.nanmean(xp[:, :, i*stride:i*stride+k, j*stride:j*stride+k], axis=(2, 3))
    return out
# %% wrong: buffer zeros_like of integer images, the average is truncated
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    k, p = kernel_size, padding
    oh, ow = (H + 2 * p - k) // stride + 1, (W + 2 * p - k) // stride + 1
    out = np.zeros((N, C, oh, ow), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride - p, j * stride - p
            part = x[:, :, max(top, 0):top + k, max(left, 0):left + k]
            n = k * k if count_include_pad else part.shape[2] * part.shape[3]
            out[:, :, i, j] = part.sum(axis=(2, 3)) / n
    return out
# %% wrong: a slice with a negative start (the border is not cut off at 0), windows at the top left are empty
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    rows = (H + 2 * padding - kernel_size) // s + 1
    cols = (W + 2 * padding - kernel_size) // s + 1
    out = np.zeros((N, C, rows, cols))
    for r in range(rows):
        for c in range(cols):
            a, b = r * s - padding, c * s - padding
            patch = x[:, :, a:min(a + kernel_size, H), b:min(b + kernel_size, W)]
            if patch.size == 0:
                continue
            size = kernel_size ** 2 if count_include_pad else patch.shape[2] * patch.shape[3]
            out[:, :, r, c] = patch.sum(axis=(2, 3), dtype=float) / size
    return out
# %% wrong: count_include_pad is ignored, the padding always counts
def avg_pool2d(x: np.ndarray, kernel_size: int, stride=None, padding: int = 0, count_include_pad: bool = True) -> np.ndarray:
    if stride is None:
        stride = kernel_size
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return windows.mean(axis=(-2, -1))
# %% wrong: the count of real values is rows times rows, wrong where rows and columns are cut differently
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    k, p = kernel_size, padding
    xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    xp[:, :, p:p + H, p:p + W] = x
    oh, ow = (H + 2 * p - k) // stride + 1, (W + 2 * p - k) // stride + 1
    out = np.zeros((N, C, oh, ow))
    for i in range(oh):
        y0 = i * stride
        real_rows = min(y0 + k, p + H) - max(y0, p)
        for j in range(ow):
            x0 = j * stride
            count = k * k if count_include_pad else real_rows * real_rows
            out[:, :, i, j] = xp[:, :, y0:y0 + k, x0:x0 + k].sum(axis=(2, 3)) / count
    return out
# %% wrong: without the padding's zeros it does not pad at all, so the shape is smaller
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride if stride is not None else kernel_size
    if not count_include_pad:
        padding = 0
    x = np.pad(np.asarray(x, dtype=float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    win = np.lib.stride_tricks.sliding_window_view(x, (kernel_size,) * 2, axis=(2, 3))
    return win[:, :, ::stride, ::stride].mean(axis=(4, 5))
# %% right: nanmean
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    fill = 0.0 if count_include_pad else np.nan
    xp = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=fill)
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))
    return np.nanmean(win[:, :, ::stride, ::stride], axis=(4, 5))
# %% right: bounds
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    N, C, H, W = x.shape
    oh = (H + 2 * padding - kernel_size) // stride + 1
    ow = (W + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((N, C, oh, ow))
    for i in range(oh):
        top = i * stride - padding
        t, b = max(top, 0), min(top + kernel_size, H)
        for j in range(ow):
            left = j * stride - padding
            l, r = max(left, 0), min(left + kernel_size, W)
            if count_include_pad:
                area = kernel_size * kernel_size
            else:
                area = (b - t) * (r - l)
            out[:, :, i, j] = np.sum(x[:, :, t:b, l:r], axis=(2, 3), dtype=float) / area
    return out
