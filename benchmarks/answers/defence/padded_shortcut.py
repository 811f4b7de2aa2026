# %% wrong: the channels of zeros are put half in front and half behind, not all behind
def padded_shortcut(x, out_channels, stride=2):
    x = x[:, :, ::stride, ::stride]
    missing = out_channels - x.shape[1]
    return np.pad(x, ((0, 0), (missing // 2, missing - missing // 2), (0, 0), (0, 0)))
# %% wrong: out_channels channels of zeros are added, so the answer has C + out_channels channels
def padded_shortcut(x, out_channels, stride=2):
    kept = x[..., ::stride, ::stride]
    n, c, h, w = kept.shape
    zeros = np.zeros((n, out_channels, h, w), dtype=x.dtype)
    return np.concatenate([kept, zeros], axis=1)
# %% wrong: only the columns are thinned out; all rows are kept
def padded_shortcut(x, out_channels, stride=2):
    thin = x[:, :, :, ::stride]
    return np.pad(thin, [(0, 0), (0, out_channels - x.shape[1]), (0, 0), (0, 0)])
# %% wrong: np.pad with mode "edge" fills the new channels with copies of the last channel instead of zeros
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, ::stride, ::stride]
    behind = out_channels - small.shape[1]
    return np.pad(small, ((0, 0), (0, behind), (0, 0), (0, 0)), mode="edge")
# %% right: a rectangular identity over the channels
def padded_shortcut(x, out_channels, stride=2):
    spread = np.eye(out_channels, x.shape[1], dtype=x.dtype)
    rows, cols = np.arange(0, x.shape[2], stride), np.arange(0, x.shape[3], stride)
    return np.einsum("oc,nchw->nohw", spread, x.take(rows, axis=2).take(cols, axis=3))
