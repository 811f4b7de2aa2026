# %% wrong: two mistakes: pads with zeros, and the stride defaults to 1 in place of the kernel size
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or 1
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: the largest value so far begins at 0, so windows of negative values give 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    h_out = (h + 2 * padding - kernel_size) // stride + 1
    w_out = (w + 2 * padding - kernel_size) // stride + 1
    output = np.zeros((n, c, h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            for row in range(i * stride - padding, i * stride - padding + kernel_size):
                for column in range(j * stride - padding, j * stride - padding + kernel_size):
                    if 0 <= row < h and 0 <= column < w:
                        output[:, :, i, j] = np.maximum(output[:, :, i, j], x[:, :, row, column])
    return output
# %% wrong: windows always lie side by side (reshape): stride and padding are ignored
def max_pool2d(x, kernel_size, stride=None, padding=0):
    n, c, h, w = x.shape
    rows, columns = h // kernel_size, w // kernel_size
    x = x[:, :, : rows * kernel_size, : columns * kernel_size]
    blocks = x.reshape(n, c, rows, kernel_size, columns, kernel_size)
    return blocks.max(axis=(3, 5))
# %% wrong: the maximum runs over all images and channels, not over each map's own window
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    sides = (padding, padding)
    x = np.pad(x, ((0, 0), (0, 0), sides, sides), constant_values=-np.inf)
    n, c, h, w = x.shape
    output = np.zeros((n, c, (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1))
    for i in range(output.shape[2]):
        for j in range(output.shape[3]):
            window = x[:, :, i * stride : i * stride + kernel_size,
                       j * stride : j * stride + kernel_size]
            output[:, :, i, j] = np.max(window)
    return output
# %% right: the windows are cut off at the border, so no padding is written at all
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    x = np.asarray(x, dtype=float)

    def slices(size):
        starts = range(-padding, size + padding - kernel_size + 1, stride)
        return [slice(max(start, 0), max(start + kernel_size, 0)) for start in starts]

    return np.stack([np.stack([x[:, :, rows, columns].max(axis=(2, 3), initial=-np.inf)
                               for columns in slices(x.shape[3])], axis=-1)
                     for rows in slices(x.shape[2])], axis=-2)
