# %% wrong: np.pad with its default zeros
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    N, C, H, W = padded.shape
    out = []
    for top in range(0, H - kernel_size + 1, stride):
        row = [padded[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
               for left in range(0, W - kernel_size + 1, stride)]
        out.append(np.stack(row, axis=-1))
    return np.stack(out, axis=2)
# %% wrong: without a stride the windows move by 1
def max_pool2d(x, kernel_size, stride=None, padding=0):
    step = stride or 1
    padded = np.full((x.shape[0], x.shape[1], x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), -math.inf)
    padded[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    return np.max(view[:, :, ::step, ::step], axis=(-2, -1))
# %% wrong: a given stride is overwritten by the kernel size
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size
    padded = np.full((x.shape[0], x.shape[1], x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), -math.inf)
    padded[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    return np.max(view[:, :, ::stride, ::stride], axis=(-2, -1))
# %% wrong: the maximum along the rows of each window only, one axis is left over
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    padded = np.full((x.shape[0], x.shape[1], x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), -math.inf)
    padded[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    return view[:, :, ::stride, ::stride].max(axis=4)
# %% wrong: the border is filled with -999, which beats smaller values
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * padding, W + 2 * padding), -999.0)
    padded[:, :, padding : padding + H, padding : padding + W] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    return view[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: output starts as zeros and np.maximum is taken with it, negative maxima become 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    padded[:, :, padding : padding + H, padding : padding + W] = x
    OH, OW = (H + 2 * padding - kernel_size) // stride + 1, (W + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((N, C, OH, OW))
    for i in range(kernel_size):
        for j in range(kernel_size):
            out = np.maximum(out, padded[:, :, i::stride, j::stride][:, :, :OH, :OW])
    return out
# %% wrong: incomplete windows at the end are kept (rounded up)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    padded[:, :, padding : padding + H, padding : padding + W] = x
    tops = range(0, padded.shape[2], stride)
    lefts = range(0, padded.shape[3], stride)
    out = np.zeros((N, C, len(tops), len(lefts)))
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            out[:, :, i, j] = padded[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: the last window is missing where the stride divides exactly
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    padded[:, :, padding : padding + H, padding : padding + W] = x
    tops = range(0, padded.shape[2] - kernel_size, stride)
    lefts = range(0, padded.shape[3] - kernel_size, stride)
    out = np.zeros((N, C, len(tops), len(lefts)))
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            out[:, :, i, j] = padded[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: padding before the image only, the size is computed from it
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    padded = np.pad(x.astype(float), [(0, 0), (0, 0), (padding, 0), (padding, 0)], constant_values=-np.inf)
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    return view[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: every map gets the maxima of channel 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    padded[:, :, padding : padding + H, padding : padding + W] = x
    OH, OW = (H + 2 * padding - kernel_size) // stride + 1, (W + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((N, C, OH, OW))
    for n, c, i, j in np.ndindex(out.shape):
        t, l = i * stride, j * stride
        out[n, c, i, j] = padded[n, 0, t : t + kernel_size, l : l + kernel_size].max()
    return out
# %% wrong: the maximum over the whole batch, the images are not kept apart
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    padded[:, :, padding : padding + H, padding : padding + W] = x
    OH, OW = (H + 2 * padding - kernel_size) // stride + 1, (W + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((N, C, OH, OW))
    for n, c, i, j in np.ndindex(out.shape):
        t, l = i * stride, j * stride
        out[n, c, i, j] = padded[:, c, t : t + kernel_size, l : l + kernel_size].max()
    return out
# %% wrong: the position of the largest value in the window (argmax) instead of the value
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    padded[:, :, padding : padding + H, padding : padding + W] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return view.reshape(*view.shape[:4], -1).argmax(axis=-1)
# %% wrong: integer output, fractions are cut off
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // stride + 1, (W + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((N, C, OH, OW), dtype=int)
    for i in range(OH):
        for j in range(OW):
            t, l = i * stride - padding, j * stride - padding
            out[:, :, i, j] = x[:, :, max(t, 0) : t + kernel_size, max(l, 0) : l + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: minus infinity is put into an array of x's dtype, OverflowError for integer images
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    padded = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=x.dtype)
    padded[...] = -np.inf
    padded[:, :, padding : padding + H, padding : padding + W] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size,) * 2, axis=(2, 3))
    return view[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: a negative start wraps round, the windows in the padding are empty (ValueError) or wrong
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    OH, OW = (H + 2 * padding - kernel_size) // stride + 1, (W + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((N, C, OH, OW))
    for i in range(OH):
        for j in range(OW):
            t, l = i * stride - padding, j * stride - padding
            out[:, :, i, j] = x[:, :, t : t + kernel_size, l : l + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: two mistakes: the padding is ignored, and the last window is missing
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    tops = range(0, H - kernel_size, stride)
    lefts = range(0, W - kernel_size, stride)
    out = np.zeros((N, C, len(tops), len(lefts)))
    for i, t in enumerate(tops):
        for j, l in enumerate(lefts):
            out[:, :, i, j] = x[:, :, t : t + kernel_size, l : l + kernel_size].max(axis=(2, 3))
    return out
# %% right: padded with the smallest value of x, which never wins against a larger one
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2], constant_values=x.min())
    N, C, H, W = padded.shape
    out = []
    for top in range(0, H - kernel_size + 1, stride):
        row = [padded[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
               for left in range(0, W - kernel_size + 1, stride)]
        out.append(np.stack(row, axis=-1))
    return np.stack(out, axis=2)
# %% right: rows first, then columns
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size

    def along(a, axis):
        a = np.moveaxis(a, axis, -1)
        size = a.shape[-1]
        count = (size + 2 * padding - kernel_size) // stride + 1
        parts = []
        for i in range(count):
            start = i * stride - padding
            parts.append(a[..., max(start, 0) : start + kernel_size].max(axis=-1))
        return np.moveaxis(np.stack(parts, axis=-1), -1, axis)

    return along(along(x, 2), 3)
# %% right: value by value in plain Python
def max_pool2d(x, kernel_size, stride=None, padding=0):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    OH = (H + 2 * padding - kernel_size) // step + 1
    OW = (W + 2 * padding - kernel_size) // step + 1
    out = np.empty((N, C, OH, OW))
    for n, c, i, j in np.ndindex(N, C, OH, OW):
        values = [x[n, c, r, q]
                  for r in range(i * step - padding, i * step - padding + kernel_size)
                  for q in range(j * step - padding, j * step - padding + kernel_size)
                  if 0 <= r < H and 0 <= q < W]
        out[n, c, i, j] = max(values)
    return out
