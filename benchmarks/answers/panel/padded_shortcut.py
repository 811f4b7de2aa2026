# %% wrong: the channels of zeros stand in front; shows when channels are added
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, ::stride, ::stride]
    missing = out_channels - x.shape[1]
    return np.pad(small, ((0, 0), (missing, 0), (0, 0), (0, 0)))

# %% wrong: the step is always 2; shows for another stride
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    y = x[:, :, ::2, ::2]
    result = np.zeros((n, out_channels) + y.shape[2:], dtype=x.dtype)
    result[:, :c] = y
    return result

# %% wrong: out_channels zeros are added behind, so the answer has C + out_channels channels
def padded_shortcut(x, out_channels, stride=2):
    return np.pad(x[:, :, ::stride, ::stride], [(0, 0), (0, out_channels), (0, 0), (0, 0)])

# %% wrong: the size is rounded down, so the last row or column is lost when the stride does not divide the height or width
def padded_shortcut(x, out_channels, stride=2):
    N, C, H, W = x.shape
    out = np.zeros((N, out_channels, H // stride, W // stride), dtype=x.dtype)
    for i in range(H // stride):
        for j in range(W // stride):
            out[:, :C, i, j] = x[:, :, i * stride, j * stride]
    return out

# %% right: a 1×1 convolution with an identity, as einsum
def padded_shortcut(x, out_channels, stride=2):
    identity = np.eye(out_channels, x.shape[1], dtype=x.dtype)
    rows, columns = np.arange(0, x.shape[2], stride), np.arange(0, x.shape[3], stride)
    return np.einsum("oc,nchw->nohw", identity, x[:, :, rows[:, None], columns])
