# %% wrong: reshape without transpose: the right shape, but the numbers are scrambled (channel axis before the window axes) unless there is one channel
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, down, across, kh, kw = w.shape
    return w.reshape(n * down * across, c * kh * kw)
# %% wrong: in each row the channel changes fastest (row, column, channel) instead of slowest (channel, row, column)
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = kernel_size
    rows = []
    for image in x:
        for top in range(0, image.shape[1] - kh + 1, stride):
            for left in range(0, image.shape[2] - kw + 1, stride):
                block = image[:, top : top + kh, left : left + kw]
                rows.append(block.transpose(1, 2, 0).ravel())
    return np.array(rows)
# %% wrong: windows stand in the columns: (C * K_H * K_W, N * H_out * W_out), the transpose of what is wanted
def im2col(x, kernel_size, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    h_out = (h + 2 * padding - kh) // stride + 1
    w_out = (w + 2 * padding - kw) // stride + 1
    cols = np.empty((c, kh, kw, n, h_out, w_out), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            part = padded[:, :, u : u + stride * h_out : stride, v : v + stride * w_out : stride]
            cols[:, u, v] = part.transpose(1, 0, 2, 3)
    return cols.reshape(c * kh * kw, n * h_out * w_out)
# %% wrong: np.pad(x, padding) pads all four axes, so with padding there are images and channels of zeros too many
def im2col(x, kernel_size, stride=1, padding=0):
    padded = np.pad(x, padding)
    view = np.lib.stride_tricks.sliding_window_view(padded, kernel_size, axis=(2, 3))
    view = view[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return view.reshape(math.prod(view.shape[:3]), -1)
# %% right: comprehension over images, rows and columns
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    p = padding
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    tops = range(0, padded.shape[2] - kh + 1, stride)
    lefts = range(0, padded.shape[3] - kw + 1, stride)
    return np.stack([image[:, i : i + kh, j : j + kw].ravel() for image in padded for i in tops for j in lefts])
