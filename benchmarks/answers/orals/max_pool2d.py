# %% wrong: pads with zeros instead of minus infinity, so padding wins over negative values
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    views = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size, kernel_size), axis=(2, 3))
    return views[:, :, ::stride, ::stride].max(axis=(-2, -1))
# %% wrong: a missing stride is taken as 1 instead of kernel_size
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = 1
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2), constant_values=-np.inf)
    n, c, h, w = x.shape
    h_out = (h - kernel_size) // stride + 1
    w_out = (w - kernel_size) // stride + 1
    out = np.empty((n, c, h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            window = x[:, :, i * stride : i * stride + kernel_size, j * stride : j * stride + kernel_size]
            out[:, :, i, j] = window.max(axis=(2, 3))
    return out
# %% wrong: the maximum is taken over the channels as well, so the output has one channel (N, 1, H_out, W_out)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    big = np.full((x.shape[0], x.shape[1], x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), -np.inf)
    big[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]] = x
    rows = range(0, big.shape[2] - kernel_size + 1, stride)
    columns = range(0, big.shape[3] - kernel_size + 1, stride)
    result = [[[[image[:, r : r + kernel_size, c : c + kernel_size].max() for c in columns] for r in rows]]
              for image in big]
    return np.array(result)
# %% wrong: windows that do not fit any more at the lower and right border are pooled, too (as partial windows), so the output has too many rows or columns
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    x = np.pad(x.astype(float), [(0, 0), (0, 0), (padding, padding), (padding, padding)],
               constant_values=-np.inf)
    height, width = x.shape[2:]
    lines = []
    for top in range(0, height, stride):
        line = [x[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
                for left in range(0, width, stride)]
        lines.append(np.stack(line, axis=-1))
    return np.stack(lines, axis=2)
# %% right: np.maximum over shifted, thinned copies, one for each place in the window
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = stride if stride is not None else kernel_size
    n, c, h, w = x.shape
    canvas = np.full((n, c, h + 2 * padding, w + 2 * padding), -np.inf)
    canvas[:, :, padding : padding + h, padding : padding + w] = x
    down = (h + 2 * padding - kernel_size) // s + 1
    across = (w + 2 * padding - kernel_size) // s + 1
    best = np.full((n, c, down, across), -np.inf)
    for u in range(kernel_size):
        for v in range(kernel_size):
            np.maximum(best, canvas[:, :, u : u + s * down : s, v : v + s * across : s][:, :, :down, :across],
                       out=best)
    return best
