# %% wrong: the channels are averaged and not added up; shows when there is more than one input channel
def conv2d_image(x, weight, bias):
    w = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    per_channel = np.einsum("chwij,fcij->fchw", w, weight)
    return per_channel.mean(axis=1) + bias[:, None, None]
# %% wrong: every filter gets the bias of filter 0; shows when there are several filters with different biases
def conv2d_image(x, weight, bias):
    n_f, n_c, kh, kw = weight.shape
    oh = x.shape[1] - kh + 1
    ow = x.shape[2] - kw + 1
    out = np.zeros((n_f, oh, ow))
    for f in range(n_f):
        for i in range(oh):
            for j in range(ow):
                out[f, i, j] = np.sum(x[:, i:i+kh, j:j+kw] * weight[f]) + bias[0]
    return out
# %% wrong: the output has its axes in the order (H_out, W_out, C_out)
def conv2d_image(x, weight, bias):
    C_out, C_in, KH, KW = weight.shape
    H_out, W_out = x.shape[1] - KH + 1, x.shape[2] - KW + 1
    y = np.empty((H_out, W_out, C_out))
    for row in range(H_out):
        for column in range(W_out):
            patch = x[:, row:row + KH, column:column + KW]
            y[row, column] = (patch * weight).sum(axis=(1, 2, 3)) + bias
    return y
# %% wrong: the map is not set back to 0 for a new filter, so each map holds those of the filters before it too; shows when there is more than one filter
def conv2d_image(x, weight, bias):
    kh, kw = weight.shape[2], weight.shape[3]
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    karte = np.zeros((h, w))
    maps = []
    for f in range(len(weight)):
        for c in range(len(x)):
            for a in range(kh):
                for b in range(kw):
                    karte = karte + weight[f, c, a, b] * x[c, a:a+h, b:b+w]
        karte = karte + bias[f]
        maps.append(karte)
    return np.stack(maps)
# %% right: windows as columns, one matrix product
def conv2d_image(x, weight, bias):
    f, c, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    cols = np.stack([x[:, i:i + kh, j:j + kw].ravel() for i in range(h) for j in range(w)], axis=1)
    return (weight.reshape(f, -1) @ cols + np.reshape(bias, (f, 1))).reshape(f, h, w)
