# %% wrong: zeros on both sides of the channels, half before and half behind, as other codes do
def padded_shortcut(x, out_channels, stride=2):
    more = out_channels - x.shape[1]
    y = x[:, :, ::stride, ::stride]
    return np.pad(y, ((0, 0), (more // 2, more - more // 2), (0, 0), (0, 0)))
# %% wrong: out_channels zeros are put behind, instead of as many as are missing
def padded_shortcut(x, out_channels, stride=2):
    thin = x[..., ::stride, ::stride]
    n, _, h, w = thin.shape
    return np.concatenate([thin, np.zeros((n, out_channels, h, w), x.dtype)], axis=1)
# %% wrong: the rows are thinned, the columns are not
def padded_shortcut(x, out_channels, stride=2):
    y = x[:, :, ::stride]
    out = np.zeros((y.shape[0], out_channels) + y.shape[2:], x.dtype)
    out[:, :y.shape[1]] = y
    return out
# %% wrong: begins at the last pixel of each step and loses the first row and column
def padded_shortcut(x, out_channels, stride=2):
    y = x[:, :, stride - 1::stride, stride - 1::stride]
    result = np.zeros((len(y), out_channels, *y.shape[2:]))
    result[:, :x.shape[1]] = y
    return result
# %% wrong: the mean of each stride×stride square (option of average pooling)
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    oh, ow = -(-h // stride), -(-w // stride)
    y = np.zeros((n, out_channels, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :c, i, j] = x[:, :, i * stride:i * stride + stride, j * stride:j * stride + stride].mean(axis=(2, 3))
    return y
# %% right: a 1×1 convolution with an identity and rows of zeros
def padded_shortcut(x, out_channels, stride=2):
    selection = np.eye(out_channels, x.shape[1])
    return np.einsum("oc,nchw->nohw", selection, x[:, :, ::stride, ::stride])
