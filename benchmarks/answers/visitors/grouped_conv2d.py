# %% wrong: every group gets the biases of the first group (the counter within the group is used as the index)
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, depth, kh, kw = weight.shape
    nf = F // groups
    oh, ow = H - kh + 1, W - kw + 1
    y = np.zeros((N, F, oh, ow))
    for g in range(groups):
        a = x[:, g * depth : (g + 1) * depth]
        for f in range(nf):
            k = weight[g * nf + f]
            for s in range(ow):
                for r in range(oh):
                    y[:, g * nf + f, r, s] = (
                        np.sum(a[:, :, r : r + kh, s : s + kw] * k, axis=(1, 2, 3)) + bias[f])
    return y
# %% wrong: finds a filter's group by dividing by the channels of a group instead of the filters of a group
def grouped_conv2d(x, weight, bias, groups):
    filters, depth, kh, kw = weight.shape
    height, width = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    output = np.zeros((len(x), filters, height, width))
    for n in range(len(x)):
        for f in range(filters):
            group = f // depth
            channels = x[n, group * depth : (group + 1) * depth]
            for row in range(height):
                for column in range(width):
                    window = channels[:, row : row + kh, column : column + kw]
                    output[n, f, row, column] = np.sum(window * weight[f]) + bias[f]
    return output
# %% wrong: the maps come out in the wrong order, one from each group in turn (axes f and g exchanged)
def grouped_conv2d(x, weight, bias, groups):
    F, depth, kh, kw = weight.shape
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    N, _, h, w = windows.shape[:4]
    windows = windows.reshape(N, groups, depth, h, w, kh, kw)
    filters = weight.reshape(groups, F // groups, depth, kh, kw)
    maps = np.einsum("ngdhwij,gfdij->nfghw", windows, filters).reshape(N, F, h, w)
    return maps + bias[:, None, None]
# %% right: one ordinary convolution with a block weight, zeros outside the groups
def grouped_conv2d(x, weight, bias, groups):
    filters, depth, kernel_height, kernel_width = weight.shape
    share = filters // groups
    block = np.zeros((filters, x.shape[1], kernel_height, kernel_width))
    for f in range(filters):
        first = (f // share) * depth
        block[f, first : first + depth] = weight[f]
    height = x.shape[2] - kernel_height + 1
    width = x.shape[3] - kernel_width + 1
    output = np.zeros((len(x), filters, height, width)) + np.reshape(bias, (-1, 1, 1))
    for i, j in np.ndindex(kernel_height, kernel_width):
        piece = x[:, :, i : i + height, j : j + width]
        output += np.einsum("nchw,fc->nfhw", piece, block[:, :, i, j])
    return output
