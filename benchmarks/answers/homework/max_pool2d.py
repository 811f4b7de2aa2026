# %% wrong: zeros as padding
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s, p, k = stride or kernel_size, padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s].max((4, 5))
# %% wrong: stride defaults to 1
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s, p, k = stride or 1, padding, kernel_size
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s].max((4, 5))
# %% wrong: reshape into blocks: crash for a rest, stride ignored
def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, p = kernel_size, padding
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    n, c, h, w = x.shape
    return x.reshape(n, c, h // k, k, w // k, k).max(axis=(3, 5))
# %% wrong: a smaller last window for the rest (ceil_mode)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s, p, k = stride or kernel_size, padding, kernel_size
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    return np.stack([np.stack([x[:, :, i:i + k, j:j + k].max((2, 3)) for j in range(0, x.shape[3], s)], -1) for i in range(0, x.shape[2], s)], 2)
# %% right: windows
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s, p, k = stride or kernel_size, padding, kernel_size
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s].max((4, 5))
