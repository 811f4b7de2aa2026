# %% wrong: the bias is added without axes, so it is broadcast along the width instead of over the filters: a ValueError unless W_out equals C_out or one of them is 1; right only for one filter
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + bias
# %% wrong: in the loop over the input channels = stands in place of +=, so only the last channel counts
def conv2d_image(x, weight, bias):
    F, C, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    output = np.zeros((F, h, w))
    for f in range(F):
        for r in range(h):
            for q in range(w):
                for c in range(C):
                    output[f, r, q] = np.sum(x[c, r : r + kh, q : q + kw] * weight[f, c])
                output[f, r, q] += bias[f]
    return output
# %% wrong: the bias is added inside the loop over the input channels, so C_in times
def conv2d_image(x, weight, bias):
    def correlate2d(x, kernel):
        return np.einsum("hwij,ij->hw",
                         np.lib.stride_tricks.sliding_window_view(x, kernel.shape), kernel)

    maps = []
    for kernels, b in zip(weight, bias):
        maps.append(sum(correlate2d(channel, kernel) + b for channel, kernel in zip(x, kernels)))
    return np.array(maps)
# %% wrong: the filters stand on the last axis: it returns (H_out, W_out, C_out) instead of (C_out, H_out, W_out)
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    rows = []
    for i in range(x.shape[1] - kh + 1):
        row = []
        for j in range(x.shape[2] - kw + 1):
            window = x[:, i : i + kh, j : j + kw]
            row.append([np.sum(window * weight[f]) + bias[f] for f in range(c_out)])
        rows.append(row)
    return np.array(rows)
# %% right: the windows as columns of a matrix, one matrix product
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    columns = np.array([x[:, i : i + h, j : j + w] for i in range(kh) for j in range(kw)])
    columns = columns.transpose(1, 0, 2, 3).reshape(c_in * kh * kw, h * w)
    return (weight.reshape(c_out, -1) @ columns + bias[:, None]).reshape(c_out, h, w)
