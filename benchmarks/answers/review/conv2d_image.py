# %% wrong: the bias is added once for each input channel
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    out = np.zeros((c_out, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(c_out):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                for c in range(c_in):
                    out[f, i, j] += np.sum(x[c, i:i + kh, j:j + kw] * weight[f, c]) + bias[f]
    return out
# %% wrong: filter f reads channel f only (IndexError with more filters than channels)
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    out = np.zeros((c_out, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(c_out):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[f, i, j] = np.sum(x[f, i:i + kh, j:j + kw] * weight[f, f]) + bias[f]
    return out
# %% wrong: the output keeps the size of the input, with zeros at the right and below
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    out = np.zeros((c_out, x.shape[1], x.shape[2]))
    for f in range(c_out):
        for i in range(x.shape[1] - kh + 1):
            for j in range(x.shape[2] - kw + 1):
                out[f, i, j] = np.sum(x[:, i:i + kh, j:j + kw] * weight[f]) + bias[f]
    return out
# %% right: sliding windows and tensordot
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    maps = np.tensordot(weight, windows, axes=([1, 2, 3], [0, 3, 4]))
    return maps + np.reshape(bias, (-1, 1, 1))
