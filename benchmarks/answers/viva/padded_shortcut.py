# %% wrong: half of the channels of zeros stand before the channels of x and the rest behind, instead of all behind (right where none are added)
def padded_shortcut(x, out_channels, stride=2):
    extra = out_channels - x.shape[1]
    before = extra // 2 + extra % 2
    return np.pad(x[:, :, ::stride, ::stride], ((0, 0), (before, extra - before), (0, 0), (0, 0)))
# %% wrong: np.pad gets one pair for all axes, so zeros are put behind images, rows and columns as well, not only behind the channels
def padded_shortcut(x, out_channels, stride=2):
    small = x[..., ::stride, ::stride]
    return np.pad(small, (0, out_channels - x.shape[1]))
# %% wrong: the slices begin at 1, so the first row and the first column are not kept
def padded_shortcut(x, out_channels, stride=2):
    kept = x[:, :, 1::stride, 1::stride]
    N, C, H, W = kept.shape
    out = np.zeros((N, out_channels, H, W))
    out[:, :C] = kept
    return out
# %% wrong: out_channels channels of zeros are put behind, instead of as many as are missing, so the answer has C + out_channels channels
def padded_shortcut(x, out_channels, stride=2):
    picked = x[:, :, ::stride, ::stride]
    zeros = np.zeros((len(x), out_channels, *picked.shape[2:]))
    return np.concatenate([picked, zeros], axis=1)
# %% right: a 1x1 convolution with an identity matrix that has more rows than columns
def padded_shortcut(x, out_channels, stride=2):
    rows, columns = np.arange(0, x.shape[2], stride), np.arange(0, x.shape[3], stride)
    pixels = x.take(rows, axis=2).take(columns, axis=3)
    return np.einsum("oc,nchw->nohw", np.eye(out_channels, x.shape[1]), pixels)
