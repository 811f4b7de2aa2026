# %% wrong: the padding is 0, which beats negative values; shows with padding where all real values of a window are negative
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return w[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: without a stride the windows move by 1, not by kernel_size; shows where no stride is given
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = 1 if stride is None else stride
    N, C, H, W = x.shape
    big = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    big[:, :, padding:padding + H, padding:padding + W] = x
    h = (big.shape[2] - kernel_size) // stride + 1
    w = (big.shape[3] - kernel_size) // stride + 1
    out = np.zeros((N, C, h, w))
    for i in range(h):
        for j in range(w):
            out[:, :, i, j] = big[:, :, i * stride:i * stride + kernel_size,
                                  j * stride:j * stride + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: windows that stick out at the lower and right edges are kept, too, so that the output is too large where the windows do not fit exactly (or overlap)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = stride or kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2), constant_values=-np.inf)
    rows = []
    for top in range(0, x.shape[2], s):
        row = []
        for left in range(0, x.shape[3], s):
            row.append(x[:, :, top:top + kernel_size, left:left + kernel_size].max(axis=(2, 3)))
        rows.append(row)
    return np.array(rows).transpose(2, 3, 0, 1)
# %% wrong: two mistakes: the stride is ignored (windows always lie side by side), and so is the padding
def max_pool2d(x, kernel_size, stride=None, padding=0):
    k = kernel_size
    n, c, h, w = x.shape
    h, w = h // k, w // k
    blocks = x[:, :, :h * k, :w * k].reshape(n, c, h, k, w, k)
    return blocks.max(axis=(3, 5))
# %% right: first the largest along the rows, then along the columns, with windows cut at the edges and no padding at all
def max_pool2d(x, kernel_size, stride=None, padding=0):
    step = kernel_size if stride is None else stride

    def along(a, axis):
        size = a.shape[axis]
        count = (size + 2 * padding - kernel_size) // step + 1
        best = []
        for i in range(count):
            begin = i * step - padding
            inside = np.arange(max(begin, 0), min(begin + kernel_size, size))
            best.append(np.take(a, inside, axis=axis).max(axis=axis, initial=-np.inf))
        return np.stack(best, axis=axis)

    return along(along(x.astype(float), 3), 2)
