# %% wrong: the padding always counts, the last argument is never used
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    for n, c, i, j in np.ndindex(out.shape):
        total = 0
        for r in range(i * step - padding, i * step - padding + kernel_size):
            for q in range(j * step - padding, j * step - padding + kernel_size):
                if 0 <= r < H and 0 <= q < W:
                    total += x[n, c, r, q]
        out[n, c, i, j] = total / (kernel_size * kernel_size)
    return out
# %% wrong: the padding never counts, the last argument is never used
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            t, l = i * step - padding, j * step - padding
            out[:, :, i, j] = x[:, :, max(t, 0) : t + kernel_size, max(l, 0) : l + kernel_size].mean(axis=(2, 3))
    return out
# %% wrong: count_include_pad=False as the default
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=False):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            t, l = i * step - padding, j * step - padding
            window = x[:, :, max(t, 0) : t + kernel_size, max(l, 0) : l + kernel_size]
            size = kernel_size**2 if count_include_pad else window[0, 0].size
            out[:, :, i, j] = window.sum(axis=(2, 3)) / size
    return out
# %% wrong: without the padding zeros the count is (K - padding)² in every window, also inside
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    total = view[:, :, ::step, ::step].sum(axis=(4, 5))
    return total / kernel_size**2 if count_include_pad else total / (kernel_size - padding) ** 2
# %% wrong: with count_include_pad=False the padding is dropped altogether, the output is smaller
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    if not count_include_pad:
        padding = 0
    N, C, H, W = x.shape
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    OH = max(0, (H + 2 * padding - kernel_size) // step + 1)
    OW = max(0, (W + 2 * padding - kernel_size) // step + 1)
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            t, l = i * step, j * step
            out[:, :, i, j] = padded[:, :, t : t + kernel_size, l : l + kernel_size].mean(axis=(2, 3))
    return out
# %% wrong: real values are counted with x != 0, zeros of the image are not counted
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    for n, c, i, j in np.ndindex(out.shape):
        window = padded[n, c, i * step : i * step + kernel_size, j * step : j * step + kernel_size]
        if count_include_pad:
            out[n, c, i, j] = window.mean()
        else:
            values = window[window != 0]
            out[n, c, i, j] = values.mean() if values.size else 0
    return out
# %% wrong: the windows move by 1 when no stride is given
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = stride or 1
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            t, l = i * step - padding, j * step - padding
            window = x[:, :, max(t, 0) : t + kernel_size, max(l, 0) : l + kernel_size]
            size = kernel_size**2 if count_include_pad else window.shape[2] * window.shape[3]
            out[:, :, i, j] = window.sum(axis=(2, 3)) / size
    return out
# %% wrong: the median of the window
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    value = 0.0 if count_include_pad else np.nan
    padded = np.pad(x.astype(float), [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2], constant_values=value)
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    return np.nanmedian(view[:, :, ::step, ::step], axis=(4, 5))
# %% wrong: the output has x's dtype, averages of integer images are cut off
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW), dtype=x.dtype)
    for i in range(OH):
        for j in range(OW):
            t, l = i * step - padding, j * step - padding
            window = x[:, :, max(t, 0) : t + kernel_size, max(l, 0) : l + kernel_size]
            size = kernel_size**2 if count_include_pad else window.shape[2] * window.shape[3]
            out[:, :, i, j] = window.sum(axis=(2, 3)) / size
    return out
# %% wrong: rows and columns of the count are mixed up: the window's height is squared
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            t, l = i * step - padding, j * step - padding
            window = x[:, :, max(t, 0) : t + kernel_size, max(l, 0) : l + kernel_size]
            size = kernel_size**2 if count_include_pad else window.shape[2] ** 2
            out[:, :, i, j] = window.sum(axis=(2, 3)) / size
    return out
# %% wrong: the mean of the whole batch, images are not kept apart
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            t, l = i * step - padding, j * step - padding
            window = x[:, :, max(t, 0) : t + kernel_size, max(l, 0) : l + kernel_size]
            size = kernel_size**2 if count_include_pad else window.shape[2] * window.shape[3]
            out[:, :, i, j] = window.sum(axis=(0, 2, 3)) / (size * N)
    return out
# %% wrong: the padding repeats the border's values
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    mode = "edge" if count_include_pad else "constant"
    fill = {} if count_include_pad else {"constant_values": np.nan}
    padded = np.pad(x.astype(float), [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2], mode=mode, **fill)
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    return np.nanmean(view[:, :, ::step, ::step], axis=(4, 5))
# %% wrong: running total, it is not set back to 0 for each window
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    total, count = 0, 0
    for n, c, i, j in np.ndindex(out.shape):
        for r in range(i * step - padding, i * step - padding + kernel_size):
            for q in range(j * step - padding, j * step - padding + kernel_size):
                inside = 0 <= r < H and 0 <= q < W
                total += x[n, c, r, q] if inside else 0
                count += inside or count_include_pad
        out[n, c, i, j] = total / count
    return out
# %% wrong: TypeError without a stride, range gets None as its step
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    ones = np.pad(np.ones(x.shape), [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    rows = []
    for t in [t * stride for t in range((padded.shape[2] - kernel_size) // stride + 1)]:
        row = []
        for l in [l * stride for l in range((padded.shape[3] - kernel_size) // stride + 1)]:
            window = padded[:, :, t : t + kernel_size, l : l + kernel_size]
            real = ones[:, :, t : t + kernel_size, l : l + kernel_size]
            size = kernel_size**2 if count_include_pad else real.sum(axis=(2, 3))
            row.append(window.sum(axis=(2, 3)) / size)
        rows.append(np.stack(row, axis=-1))
    return np.stack(rows, axis=2)
# %% wrong: two mistakes: the sum is not divided, and the padding is before the image only
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    padded = np.pad(x, [(0, 0), (0, 0), (padding, 0), (padding, 0)])
    N, C, H, W = padded.shape
    OH, OW = max(0, (H - kernel_size) // step + 1), max(0, (W - kernel_size) // step + 1)
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            t, l = i * step, j * step
            out[:, :, i, j] = padded[:, :, t : t + kernel_size, l : l + kernel_size].sum(axis=(2, 3))
    return out
# %% wrong: the sums are divided by the number of values of the whole image instead of the window
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    total = view[:, :, ::step, ::step].sum(axis=(4, 5))
    return total / (padded[0, 0].size if count_include_pad else x[0, 0].size)
# %% right: sums and counts in plain loops
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // step + 1, (W + 2 * padding - kernel_size) // step + 1
    out = np.zeros((N, C, OH, OW))
    for n, c, i, j in np.ndindex(out.shape):
        total, count = 0, 0
        for r in range(i * step - padding, i * step - padding + kernel_size):
            for q in range(j * step - padding, j * step - padding + kernel_size):
                if 0 <= r < H and 0 <= q < W:
                    total += x[n, c, r, q]
                    count += 1
        out[n, c, i, j] = total / (kernel_size**2 if count_include_pad else count)
    return out
# %% right: integral image (sums of the whole rectangle from the corner)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = kernel_size if stride is None else stride

    def box(a):
        a = np.pad(a, [(0, 0), (0, 0), (padding + 1, padding), (padding + 1, padding)])
        s = a.astype(float).cumsum(axis=2).cumsum(axis=3)
        k = kernel_size
        full = s[:, :, k:, k:] - s[:, :, :-k, k:] - s[:, :, k:, :-k] + s[:, :, :-k, :-k]
        return full[:, :, ::step, ::step]

    if count_include_pad:
        return box(x) / kernel_size**2
    return box(x) / np.round(box(np.ones_like(x)))
# %% right: matrices that average along the rows and along the columns
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = stride or kernel_size

    def matrix(size):
        count = (size + 2 * padding - kernel_size) // step + 1
        m = np.zeros((count, size))
        for i in range(count):
            start = i * step - padding
            m[i, max(start, 0) : start + kernel_size] = 1
        return m / (kernel_size if count_include_pad else m.sum(axis=1, keepdims=True))

    return np.einsum("ih,nchw,jw->ncij", matrix(x.shape[2]), x, matrix(x.shape[3]))
