# %% wrong: np.pad with one number pads images and channels, too, so with padding there are more rows and columns, filled with zeros
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, padding)
    view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, down, across, rows, columns = view.shape
    return view.transpose(0, 2, 3, 1, 4, 5).reshape(n * down * across, c * rows * columns)
# %% wrong: in each row the channels come last (pixel by pixel) instead of first
def im2col(x, kernel_size, stride=1, padding=0):
    rows, columns = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    matrix = []
    for n in range(len(x)):
        for i in range(down):
            for j in range(across):
                window = x[n, :, i * stride:i * stride + rows, j * stride:j * stride + columns]
                matrix.append(window.transpose(1, 2, 0).ravel())
    return np.array(matrix)
# %% wrong: two mistakes: only reshape, no transpose (scrambled numbers), and the padding is never used
def im2col(x, kernel_size, stride=1, padding=0):
    views = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, w, k_h, k_w = views.shape
    return views.reshape(n * h * w, c * k_h * k_w)
# %% wrong: the rows go place by place and in each place image by image, instead of image by image
def im2col(x, kernel_size, stride=1, padding=0):
    k_h, k_w = kernel_size
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    down = (padded.shape[2] - k_h) // stride + 1
    across = (padded.shape[3] - k_w) // stride + 1
    rows = [padded[:, :, i * stride:i * stride + k_h, j * stride:j * stride + k_w].reshape(len(x), -1)
            for i in range(down) for j in range(across)]
    return np.concatenate(rows)
# %% right: index arrays
def im2col(x, kernel_size, stride=1, padding=0):
    k_h, k_w = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    down = np.arange(0, x.shape[2] - k_h + 1, stride)
    across = np.arange(0, x.shape[3] - k_w + 1, stride)
    i = down[:, None, None, None, None] + np.arange(k_h)[:, None]
    j = across[:, None, None, None] + np.arange(k_w)
    c = np.arange(x.shape[1])[:, None, None]
    return np.concatenate([image[c, i, j].reshape(len(down) * len(across), -1) for image in x])
