# %% wrong: windows as columns (transposed, as in cs231n)
def im2col(x, kernel_size, stride=1, padding=0):
    p, k = padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::stride, ::stride]
    return v.transpose(0, 2, 3, 1, 4, 5).reshape(-1, x.shape[1] * k * k).T
# %% wrong: reshape without transpose: channels are torn apart (C > 1)
def im2col(x, kernel_size, stride=1, padding=0):
    p, k = padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::stride, ::stride]
    return v.reshape(-1, x.shape[1] * k * k)
# %% wrong: channels last inside a row
def im2col(x, kernel_size, stride=1, padding=0):
    p, k = padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    rows = []
    for n in range(len(x)):
        for i in range(0, x.shape[2] - k + 1, stride):
            for j in range(0, x.shape[3] - k + 1, stride):
                rows.append(x[n, :, i:i + k, j:j + k].transpose(1, 2, 0).ravel())
    return np.array(rows)
# %% wrong: rows ordered place first, then image (batch > 1)
def im2col(x, kernel_size, stride=1, padding=0):
    p, k = padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    rows = []
    for i in range(0, x.shape[2] - k + 1, stride):
        for j in range(0, x.shape[3] - k + 1, stride):
            rows.append(x[:, :, i:i + k, j:j + k].reshape(len(x), -1))
    return np.concatenate(rows)
# %% wrong: range ends at H - K: the last window is missing
def im2col(x, kernel_size, stride=1, padding=0):
    p, k = padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    return np.array([x[n, :, i:i + k, j:j + k].ravel() for n in range(len(x)) for i in range(0, x.shape[2] - k, stride) for j in range(0, x.shape[3] - k, stride)])
# %% right: loops and ravel
def im2col(x, kernel_size, stride=1, padding=0):
    p, k = padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    return np.array([x[n, :, i:i + k, j:j + k].ravel() for n in range(len(x)) for i in range(0, x.shape[2] - k + 1, stride) for j in range(0, x.shape[3] - k + 1, stride)])
# %% right: windows and transpose
def im2col(x, kernel_size, stride=1, padding=0):
    p, k = padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::stride, ::stride]
    return v.transpose(0, 2, 3, 1, 4, 5).reshape(-1, x.shape[1] * k * k)
