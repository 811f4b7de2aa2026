# %% wrong: the channels of zeros are put half in front and half behind in place of all behind
def padded_shortcut(x, out_channels, stride=2):
    kept = x[:, :, ::stride, ::stride]
    missing = out_channels - x.shape[1]
    front = missing // 2
    return np.pad(kept, ((0, 0), (front, missing - front), (0, 0), (0, 0)))
# %% wrong: adds out_channels channels of zeros in place of the missing ones, so the answer has C + out_channels channels
def padded_shortcut(x, out_channels, stride=2):
    return np.pad(x[:, :, ::stride, ::stride], [(0, 0), (0, out_channels), (0, 0), (0, 0)])
# %% wrong: begins at row and column stride − 1 in place of 0, so the first row and column are not kept for strides above 1
def padded_shortcut(x, out_channels, stride=2):
    picked = x[:, :, stride - 1 :: stride, stride - 1 :: stride]
    n, c, h, w = picked.shape
    zeros = np.zeros((n, out_channels - c, h, w), dtype=x.dtype)
    return np.concatenate([picked, zeros], axis=1)
# %% wrong: two mistakes: takes the mean of each stride × stride window (rows left over are dropped) in place of one pixel, and puts the channels of zeros in front
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    h, w = h // stride, w // stride
    cut = x[:, :, : h * stride, : w * stride]
    small = cut.reshape(n, c, h, stride, w, stride).mean(axis=(3, 5))
    answer = np.zeros((n, out_channels, h, w))
    answer[:, out_channels - c :] = small
    return answer
# %% right: a product with a rectangular identity along the channels
def padded_shortcut(x, out_channels, stride=2):
    channels = np.eye(out_channels, x.shape[1], dtype=x.dtype)
    return np.einsum("oc,nchw->nohw", channels, x[..., ::stride, ::stride])
