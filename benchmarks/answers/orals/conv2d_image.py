# %% wrong: the bias of a filter is added once for every input channel, C_in times, instead of once
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.zeros((c_out, h, w))
    for f in range(c_out):
        for c in range(c_in):
            for i in range(h):
                for j in range(w):
                    out[f, i, j] += np.sum(x[c, i:i + kh, j:j + kw] * weight[f, c]) + bias[f]
    return out
# %% wrong: the bias is broadcast along the last axis (columns) instead of the filters: right for one filter; otherwise it raises ValueError, or adds the wrong biases if there are as many filters as output columns, or has the wrong shape if there is one output column
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + bias
# %% wrong: the channels are not summed up: each channel overwrites the one before (= instead of +=), so only the last input channel counts
def conv2d_image(x, weight, bias):
    filters, channels, height, width = weight.shape
    rows = x.shape[1] - height + 1
    columns = x.shape[2] - width + 1
    output = np.zeros((filters, rows, columns))
    for f in range(filters):
        for c in range(channels):
            windows = np.lib.stride_tricks.sliding_window_view(x[c], (height, width))
            output[f] = np.sum(windows * weight[f, c], axis=(2, 3))
        output[f] += bias[f]
    return output
# %% wrong: two mistakes: the kernels are turned by 180 degrees (true convolution), and the bias is ignored
def conv2d_image(x, weight, bias):
    turned = weight[:, :, ::-1, ::-1]
    windows = np.lib.stride_tricks.sliding_window_view(x, turned.shape[2:], axis=(1, 2))
    return np.tensordot(turned, windows, axes=([1, 2, 3], [0, 3, 4]))
# %% right: one channel-mixing matrix per tap
def conv2d_image(x, weight, bias):
    _, _, K, L = weight.shape
    h, w = x.shape[1] + 1 - K, x.shape[2] + 1 - L
    y = np.zeros((len(weight), h, w)) + np.reshape(bias, (-1, 1, 1))
    for i in range(K):
        for j in range(L):
            y += np.tensordot(weight[:, :, i, j], x[:, i:i + h, j:j + w], axes=1)
    return y
