# %% wrong: the channels of zeros come before those of x
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, ::stride, ::stride]
    missing = out_channels - x.shape[1]
    return np.pad(small, ((0, 0), (missing, 0), (0, 0), (0, 0)))
# %% wrong: half of the zeros before and half behind
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, ::stride, ::stride]
    missing = out_channels - x.shape[1]
    return np.pad(small, ((0, 0), (missing // 2, missing - missing // 2), (0, 0), (0, 0)))
# %% wrong: room for H // stride rows, rounded down (ValueError for odd sizes)
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    y = np.zeros((n, out_channels, h // stride, w // stride))
    y[:, :c] = x[:, :, ::stride, ::stride]
    return y
# %% wrong: out_channels zeros are added, instead of as many as are missing
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, ::stride, ::stride]
    n, c, h, w = small.shape
    return np.concatenate([small, np.zeros((n, out_channels, h, w))], axis=1)
# %% wrong: begins with pixel stride - 1, the first row and column are lost
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, stride - 1::stride, stride - 1::stride]
    return np.pad(small, ((0, 0), (0, out_channels - x.shape[1]), (0, 0), (0, 0)))
# %% wrong: np.resize fills up by repeating numbers of x instead of zeros, and mixes the images
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, ::stride, ::stride]
    n, c, h, w = small.shape
    return np.resize(small, (n, out_channels, h, w))
# %% right: written into zeros
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    y = np.zeros((n, out_channels, (h - 1) // stride + 1, (w - 1) // stride + 1), x.dtype)
    y[:, :c] = x[:, :, ::stride, ::stride]
    return y
