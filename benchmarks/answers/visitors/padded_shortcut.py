# %% wrong: half of the channels of zeros stand in front, not all of them behind
def padded_shortcut(x, out_channels, stride=2):
    extra = out_channels - x.shape[1]
    front = extra // 2
    return np.pad(x[:, :, ::stride, ::stride], ((0, 0), (front, extra - front), (0, 0), (0, 0)))

# %% wrong: each window of stride × stride pixels is averaged, where its first pixel should be kept
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    rows, columns = -(-h // stride), -(-w // stride)
    out = np.zeros((n, out_channels, rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = x[:, :, i * stride:(i + 1) * stride, j * stride:(j + 1) * stride]
            out[:, :c, i, j] = window.mean(axis=(2, 3))
    return out

# %% wrong: out_channels channels of zeros are added to those of x, so that there are too many
def padded_shortcut(x, out_channels, stride=2):
    kept = x[..., ::stride, ::stride]
    zeros = np.zeros((kept.shape[0], out_channels, kept.shape[2], kept.shape[3]))
    return np.concatenate([kept, zeros], axis=1)

# %% right: a product with a rectangular identity
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    kept = x.take(np.arange(0, h, stride), axis=2).take(np.arange(0, w, stride), axis=3)
    return np.einsum("oc,nchw->nohw", np.eye(out_channels, c), kept)
