# %% wrong: zeros half before and half behind, as in the original CIFAR code
def padded_shortcut(x, out_channels, stride=2):
    extra = out_channels - x.shape[1]
    y = x[:, :, ::stride, ::stride]
    return np.pad(y, ((0, 0), (extra // 2, extra - extra // 2), (0, 0), (0, 0)))
# %% wrong: pads by out_channels, not by the difference
def padded_shortcut(x, out_channels, stride=2):
    return np.pad(x[:, :, ::stride, ::stride], ((0, 0), (0, out_channels), (0, 0), (0, 0)))
# %% wrong: output size by floor division: one row or column short for odd sizes (crash or cut)
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    out = np.zeros((n, out_channels, h // stride, w // stride), dtype=x.dtype)
    out[:, :c] = x[:, :, ::stride, ::stride][:, :, :h // stride, :w // stride]
    return out
# %% wrong: thins the channels too: one ::stride too many
def padded_shortcut(x, out_channels, stride=2):
    y = x[:, ::stride, ::stride, ::stride]
    return np.pad(y, ((0, 0), (0, out_channels - y.shape[1]), (0, 0), (0, 0)))
# %% wrong: zeros before the channels of x
def padded_shortcut(x, out_channels, stride=2):
    y = x[..., ::stride, ::stride]
    return np.concatenate([np.zeros((y.shape[0], out_channels - y.shape[1], *y.shape[2:])), y], axis=1)
# %% wrong: repeats the channels rather than zeros behind
def padded_shortcut(x, out_channels, stride=2):
    y = x[:, :, ::stride, ::stride]
    return np.pad(y, ((0, 0), (0, out_channels - x.shape[1]), (0, 0), (0, 0)), mode="wrap")
# %% wrong: starts at stride - 1
def padded_shortcut(x, out_channels, stride=2):
    y = x[:, :, stride - 1::stride, stride - 1::stride]
    return np.pad(y, [(0, 0), (0, out_channels - y.shape[1]), (0, 0), (0, 0)])
# %% right: zeros then assignment
def padded_shortcut(x, out_channels, stride=2):
    y = x[:, :, ::stride, ::stride]
    out = np.zeros((y.shape[0], out_channels) + y.shape[2:], dtype=x.dtype)
    out[:, :x.shape[1]] = y
    return out
# %% right: take by index arrays and matrix with an identity on top
def padded_shortcut(x, out_channels, stride=2):
    rows, cols = np.arange(0, x.shape[2], stride), np.arange(0, x.shape[3], stride)
    eye = np.eye(out_channels, x.shape[1], dtype=x.dtype)
    return np.einsum("oc,nchw->nohw", eye, x[:, :, rows][:, :, :, cols])
