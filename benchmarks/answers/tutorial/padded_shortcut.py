# %% wrong: the zeros are as high and wide as x itself, not as the pixels that are kept, so concatenating raises ValueError for a stride above 1; right for stride 1
def padded_shortcut(x, out_channels, stride=2):
    kept = x[:, :, ::stride, ::stride]
    zeros = np.zeros((x.shape[0], out_channels - x.shape[1], x.shape[2], x.shape[3]))
    return np.concatenate([kept, zeros], axis=1)
# %% wrong: the stride is fixed at 2, whatever is asked for; right for stride 2
def padded_shortcut(x, out_channels, stride=2):
    extra = out_channels - x.shape[1]
    return np.pad(x[:, :, ::2, ::2], ((0, 0), (0, extra), (0, 0), (0, 0)))
# %% wrong: the channels behind repeat those of x, from the first on, instead of being zeros; right where out_channels is the number of channels of x
def padded_shortcut(x, out_channels, stride=2):
    small = x[..., ::stride, ::stride]
    return np.stack([np.resize(image, (out_channels,) + image.shape[1:]) for image in small])
# %% wrong: two mistakes: the zeros are put half before and half behind the channels, and pixels are kept from row and column stride // 2 on, not from the first
def padded_shortcut(x, out_channels, stride=2):
    half = stride // 2
    small = x[:, :, half::stride, half::stride]
    more = out_channels - x.shape[1]
    return np.pad(small, ((0, 0), (more // 2, more - more // 2), (0, 0), (0, 0)))
# %% right: fill an array of zeros
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    y = np.zeros((n, out_channels, -(-h // stride), -(-w // stride)), dtype=x.dtype)
    y[:, :c] = x[:, :, ::stride, ::stride]
    return y
