# %% wrong: output + bias without new axes adds the bias along the width in place of along the filters: a ValueError (could not broadcast), or wrong values if the output is as wide as there are filters; a single filter is right
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    output = np.einsum("chwij,fcij->fhw", windows, weight)
    return output + bias
# %% wrong: the bias is added inside the loop over the channels, so it counts C_in times in place of once
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    H, W = x.shape[1:]
    out = np.zeros((c_out, H - kh + 1, W - kw + 1))
    for f in range(c_out):
        for c in range(c_in):
            for i in range(H - kh + 1):
                for j in range(W - kw + 1):
                    out[f, i, j] += np.sum(x[c, i:i+kh, j:j+kw] * weight[f, c]) + bias[f]
    return out
# %% wrong: = in place of += in the loop over the channels: each channel overwrites the one before, so only the last channel counts
def conv2d_image(x, weight, bias):
    def correlate2d(a, k):
        v = np.lib.stride_tricks.sliding_window_view(a, k.shape)
        return np.einsum("hwij,ij->hw", v, k)
    filters, channels, k_h, k_w = weight.shape
    maps = np.zeros((filters, x.shape[1] - k_h + 1, x.shape[2] - k_w + 1))
    for f in range(filters):
        for c in range(channels):
            maps[f] = correlate2d(x[c], weight[f, c])
        maps[f] += bias[f]
    return maps
# %% wrong: two mistakes: the kernels are turned by 180 degrees (true convolution), and the bias is not added
def conv2d_image(x, weight, bias):
    kernels = weight[:, :, ::-1, ::-1]
    patches = np.lib.stride_tricks.sliding_window_view(x, kernels.shape[2:], axis=(1, 2))
    return np.tensordot(kernels, patches, axes=((1, 2, 3), (0, 3, 4)))
# %% right: one matrix product per tap
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    y = np.repeat(np.asarray(bias, float), h * w).reshape(c_out, h, w)
    for i in range(kh):
        for j in range(kw):
            piece = x[:, i : i + h, j : j + w].reshape(c_in, -1)
            y += (weight[:, :, i, j] @ piece).reshape(c_out, h, w)
    return y
