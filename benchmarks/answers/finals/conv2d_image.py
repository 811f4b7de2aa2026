# %% wrong: each channel adds the bias again
def conv2d_image(x, weight, bias):
    F, C, kh, kw = weight.shape
    H, W = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.zeros((F, H, W))
    for f in range(F):
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    out[f, i, j] += np.sum(x[c, i:i + kh, j:j + kw] * weight[f, c]) + bias[f]
    return out
# %% wrong: the bias is added along the last axis, so it varies over the columns; raises a ValueError where the widths do not fit
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + bias
# %% wrong: as if depthwise, filter f reads one single channel (number f modulo C), nothing is added over the channels
def conv2d_image(x, weight, bias):
    maps = []
    for f in range(len(weight)):
        kernel = weight[f][f % weight.shape[1]]
        view = np.lib.stride_tricks.sliding_window_view(x[f % len(x)], kernel.shape)
        maps.append(np.einsum("hwij,ij->hw", view, kernel) + bias[f])
    return np.stack(maps)
# %% wrong: the filters are stacked last, (H, W, filters), as in TensorFlow
def conv2d_image(x, weight, bias):
    kh, kw = weight.shape[2:]
    rows = []
    for i in range(x.shape[1] - kh + 1):
        rows.append([[np.sum(x[:, i:i + kh, j:j + kw] * w) + b for w, b in zip(weight, bias)]
                     for j in range(x.shape[2] - kw + 1)])
    return np.array(rows)
# %% right: one matrix product of flattened filters and windows
def conv2d_image(x, weight, bias):
    f, c, kh, kw = weight.shape
    oh, ow = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    columns = np.stack([x[:, i:i + kh, j:j + kw].ravel() for i in range(oh) for j in range(ow)], axis=1)
    return (weight.reshape(f, -1) @ columns).reshape(f, oh, ow) + np.asarray(bias).reshape(-1, 1, 1)
