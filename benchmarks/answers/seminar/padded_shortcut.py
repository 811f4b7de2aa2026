# %% wrong: the channels of zeros stand in front, not behind
def padded_shortcut(x, out_channels, stride=2):
    kept = x[:, :, ::stride, ::stride]
    missing = out_channels - x.shape[1]
    return np.pad(kept, ((0, 0), (missing, 0), (0, 0), (0, 0)))
# %% wrong: keeps the last pixel of each stride, not the first; shows for strides above 1
def padded_shortcut(x, out_channels, stride=2):
    N, C = x.shape[:2]
    small = x[:, :, stride - 1::stride, stride - 1::stride]
    zeros = np.zeros((N, out_channels - C, small.shape[2], small.shape[3]), dtype=x.dtype)
    return np.concatenate([small, zeros], axis=1)
# %% wrong: takes every stride-th row, but all columns; shows for strides above 1
def padded_shortcut(x, out_channels, stride=2):
    y = x[:, :, ::stride]
    return np.pad(y, [(0, 0), (0, out_channels - y.shape[1]), (0, 0), (0, 0)])
# %% wrong: the channels behind are those of x again from the first on, not zeros; shows when channels are missing
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    result = np.zeros((n, out_channels, -(-h // stride), -(-w // stride)), x.dtype)
    for ch in range(out_channels):
        result[:, ch] = x[:, ch % c, ::stride, ::stride]
    return result
# %% right: a 1×1 matrix of ones and zeros picks the channels
def padded_shortcut(x, out_channels, stride=2):
    pick = np.eye(out_channels, x.shape[1], dtype=x.dtype)
    rows = np.arange(0, x.shape[2], stride)
    columns = np.arange(0, x.shape[3], stride)
    return np.einsum("oc,nchw->nohw", pick, x[:, :, rows[:, None], columns])
