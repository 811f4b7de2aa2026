# %% wrong: the bias is added along the last axis (the columns) in place of the filters: ValueError unless there is one filter, one output column, or as many columns as filters
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + bias
# %% wrong: the bias is added once for every input channel; right for one channel or biases of 0
def conv2d_image(x, weight, bias):
    f, c_in, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.zeros((f, h, w))
    for o in range(f):
        for c in range(c_in):
            for i in range(h):
                for j in range(w):
                    out[o, i, j] += np.sum(x[c, i:i + kh, j:j + kw] * weight[o, c]) + bias[o]
    return out
# %% wrong: the return stands inside the loop over the filters: only the first map is computed, the others stay 0
def conv2d_image(x, weight, bias):
    out_channels, _, kh, kw = weight.shape
    rows, cols = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    output = np.zeros((out_channels, rows, cols))
    for f in range(out_channels):
        for row in range(rows):
            for column in range(cols):
                window = x[:, row:row + kh, column:column + kw]
                output[f, row, column] = np.sum(window * weight[f]) + bias[f]
        return output
# %% wrong: two mistakes: the mean over the input channels in place of their sum, and the bias is forgotten
def conv2d_image(x, weight, bias):
    maps = []
    for filt in weight:
        per_channel = []
        for channel, kernel in zip(x, filt):
            view = np.lib.stride_tricks.sliding_window_view(channel, kernel.shape)
            per_channel.append(np.einsum("hwij,ij->hw", view, kernel))
        maps.append(np.mean(per_channel, axis=0))
    return np.array(maps)
# %% right: windows as rows of a matrix, one matrix product
def conv2d_image(x, weight, bias):
    n, c, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    rows = np.array([x[:, r:r + kh, s:s + kw].reshape(-1) for r in range(h) for s in range(w)])
    result = rows @ weight.reshape(n, -1).T + bias
    return result.T.reshape(n, h, w)
