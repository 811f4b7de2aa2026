# %% wrong: the channels of zeros stand half before and half behind, as in some programs, instead of all behind
def padded_shortcut(x, out_channels, stride=2):
    y = x[:, :, ::stride, ::stride]
    extra = out_channels - x.shape[1]
    return np.pad(y, ((0, 0), (extra // 2, extra - extra // 2), (0, 0), (0, 0)))
# %% wrong: the size is rounded down, H // stride: for odd heights and widths the last kept row and column is missing; ValueError where it is put into the array (right for even sizes)
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    out = np.zeros((n, out_channels, h // stride, w // stride), dtype=x.dtype)
    out[:, :c] = x[:, :, ::stride, ::stride]
    return out
# %% wrong: pixels are averaged over stride × stride blocks instead of keeping every stride-th one
def padded_shortcut(x, out_channels, stride=2):
    N, C, H, W = x.shape
    down, across = -(-H // stride), -(-W // stride)
    out = np.zeros((N, out_channels, down, across))
    for i in range(down):
        for j in range(across):
            out[:, :C, i, j] = x[:, :, i * stride:(i + 1) * stride, j * stride:(j + 1) * stride].mean(axis=(2, 3))
    return out
# %% wrong: two mistakes: out_channels channels of zeros are added on top of those of x, so there are C + out_channels, and the slice begins at stride - 1, so the first row and column are lost
def padded_shortcut(x, out_channels, stride=2):
    kept = x[..., stride - 1::stride, stride - 1::stride]
    zeros = np.zeros((kept.shape[0], out_channels) + kept.shape[2:])
    return np.concatenate([kept, zeros], axis=1)
# %% right: np.take, then concatenate with zeros
def padded_shortcut(x, out_channels, stride=2):
    kept = np.take(np.take(x, range(0, x.shape[2], stride), axis=2), range(0, x.shape[3], stride), axis=3)
    n, c, h, w = kept.shape
    return np.concatenate([kept, np.zeros((n, out_channels - c, h, w), dtype=kept.dtype)], axis=1)
