# %% wrong: the channels of zeros stand in front of those of x, not behind
def padded_shortcut(x, out_channels, stride=2):
    small = x[:, :, ::stride, ::stride]
    return np.pad(small, ((0, 0), (out_channels - x.shape[1], 0), (0, 0), (0, 0)))
# %% wrong: the channels of zeros are split, half of them in front and the rest behind
def padded_shortcut(x, out_channels, stride=2):
    missing = out_channels - x.shape[1]
    front = missing // 2
    return np.pad(x[:, :, ::stride, ::stride],
                  ((0, 0), (front, missing - front), (0, 0), (0, 0)))
# %% wrong: only the rows are thinned out, all columns are kept
def padded_shortcut(x, out_channels, stride=2):
    picked = x[:, :, ::stride]
    n, c, h, w = picked.shape
    result = np.zeros((n, out_channels, h, w), dtype=x.dtype)
    result[:, :c] = picked
    return result
# %% wrong: out_channels channels of zeros are added, so that the answer has C + out_channels channels
def padded_shortcut(x, out_channels, stride=2):
    kept = x[..., ::stride, ::stride]
    n, _, h, w = kept.shape
    zeros = np.zeros((n, out_channels, h, w), dtype=x.dtype)
    return np.concatenate([kept, zeros], axis=1)
# %% right: index arrays by np.ix_, written into zeros
def padded_shortcut(x, out_channels, stride=2):
    n, c, h, w = x.shape
    rows, columns = np.arange(0, h, stride), np.arange(0, w, stride)
    answer = np.zeros((n, out_channels, rows.size, columns.size), x.dtype)
    answer[:, :c] = x.take(rows, axis=2).take(columns, axis=3)
    return answer
