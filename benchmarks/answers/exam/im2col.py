# %% wrong: reshape without transpose: right shape, scrambled numbers
def im2col(x, kernel_size, stride=1, padding=0):
    from cnnhelpers import mine
    windows = mine.windows
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = windows(x, kernel_size, stride)
    n, c, down, across, kh, kw = w.shape
    return w.reshape(n * down * across, c * kh * kw)
# %% wrong: channels stand last in a row instead of first
def im2col(x, kernel_size, stride=1, padding=0):
    from cnnhelpers import mine
    windows = mine.windows
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = windows(x, kernel_size, stride)
    n, c, down, across, kh, kw = w.shape
    return w.transpose(0, 2, 3, 4, 5, 1).reshape(n * down * across, kh * kw * c)
# %% wrong: the rows go place by place and image within it, instead of image by image
def im2col(x, kernel_size, stride=1, padding=0):
    k_h, k_w = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = []
    for i in range(0, x.shape[2] - k_h + 1, stride):
        for j in range(0, x.shape[3] - k_w + 1, stride):
            for n in range(len(x)):
                rows.append(x[n, :, i:i + k_h, j:j + k_w].ravel())
    return np.array(rows)
# %% wrong: the padding repeats the border pixels instead of zeros
def im2col(x, kernel_size, stride=1, padding=0):
    from cnnhelpers import mine
    windows = mine.windows
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="edge")
    w = windows(x, kernel_size, stride)
    return w.transpose(0, 2, 3, 1, 4, 5).reshape(-1, w.shape[1] * w.shape[4] * w.shape[5])
# %% wrong: a row for each window and channel: the channels of a window are not joined
def im2col(x, kernel_size, stride=1, padding=0):
    from cnnhelpers import mine
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = mine.windows(x, kernel_size, stride).transpose(0, 2, 3, 1, 4, 5)
    return w.reshape(-1, kernel_size[0] * kernel_size[1])
# %% wrong: the padded x is never used, the windows are those of the unpadded x
def im2col(x, kernel_size, stride=1, padding=0):
    from cnnhelpers import mine
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = mine.windows(x, kernel_size, stride).transpose(0, 2, 3, 1, 4, 5)
    n, down, across, c, kh, kw = w.shape
    return w.reshape(n * down * across, c * kh * kw)
# %% right: loops over images and windows
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    n, c, h, w = x.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding), dtype=x.dtype)
    padded[:, :, padding:padding + h, padding:padding + w] = x
    rows = []
    for image in padded:
        for i in range(0, h + 2 * padding - kh + 1, stride):
            for j in range(0, w + 2 * padding - kw + 1, stride):
                rows.append(image[:, i:i + kh, j:j + kw].flatten())
    return np.array(rows)
