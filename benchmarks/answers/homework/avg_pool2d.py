# %% wrong: count_include_pad ignored
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s, p, k = stride or kernel_size, padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s].mean((4, 5))
# %% wrong: counts non-zero pixels as real ones
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s, p, k = stride or kernel_size, padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s]
    return v.mean((4, 5)) if count_include_pad else v.sum((4, 5)) / np.maximum((v != 0).sum((4, 5)), 1)
# %% wrong: False drops the padding altogether
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s, p, k = stride or kernel_size, padding if count_include_pad else 0, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s].mean((4, 5))
# %% wrong: True and False swapped
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s, p, k = stride or kernel_size, padding, kernel_size
    w = lambda a: np.lib.stride_tricks.sliding_window_view(np.pad(a, ((0, 0), (0, 0), (p, p), (p, p))), (k, k), (2, 3))[:, :, ::s, ::s].sum((4, 5))
    return w(x) / w(np.ones(x.shape)) if count_include_pad else w(x) / k ** 2
# %% right: sum over count
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s, p, k = stride or kernel_size, padding, kernel_size
    w = lambda a: np.lib.stride_tricks.sliding_window_view(np.pad(a, ((0, 0), (0, 0), (p, p), (p, p))), (k, k), (2, 3))[:, :, ::s, ::s].sum((4, 5))
    return w(x) / (k ** 2 if count_include_pad else w(np.ones(x.shape)))
