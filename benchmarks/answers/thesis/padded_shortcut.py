# %% wrong: the channels of zeros stand in front, not behind; shows when out_channels is above C
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, ::stride, ::stride]
    missing = out_channels - x.shape[1]
    return np.pad(small, ((0, 0), (missing, 0), (0, 0), (0, 0)))
# %% wrong: half of the zeros stand in front and half behind, as in many programs; shows from two missing channels on
def padded_shortcut(x, out_channels, stride=2):
    x = x[..., ::stride, ::stride]
    extra = out_channels - x.shape[1]
    n, _, h, w = x.shape
    before = np.zeros((n, extra // 2, h, w), dtype=x.dtype)
    behind = np.zeros((n, extra - extra // 2, h, w), dtype=x.dtype)
    return np.concatenate([before, x, behind], axis=1)
# %% wrong: begins with row and column stride - 1, not 0; shows with a stride above 1
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    picked = x[:, :, stride - 1::stride, stride - 1::stride]
    zeros = np.zeros((n, out_channels - c) + picked.shape[2:], x.dtype)
    return np.concatenate((picked, zeros), axis=1)
# %% wrong: out_channels channels of zeros are added to the C that are there, so there are C too many
def padded_shortcut(x, out_channels, stride=2):
    kept = x[:, :, ::stride, ::stride]
    return np.pad(kept, [(0, 0), (0, out_channels), (0, 0), (0, 0)])
# %% right: np.take along both axes, then a write into zeros
def padded_shortcut(x, out_channels, stride=2):
    images, channels, high, wide = x.shape
    some = x.take(np.arange(0, high, stride), axis=2).take(np.arange(0, wide, stride), axis=3)
    answer = np.zeros_like(some, shape=(images, out_channels, *some.shape[2:]))
    answer[:, :channels] = some
    return answer
