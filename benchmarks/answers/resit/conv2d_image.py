# %% wrong: = in place of += over the channels, so only the last input channel is left
def conv2d_image(x, weight, bias):
    filters, channels, kh, kw = weight.shape
    height, width = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    output = np.zeros((filters, height, width))
    for f in range(filters):
        for c in range(channels):
            windows = np.lib.stride_tricks.sliding_window_view(x[c], (kh, kw))
            output[f] = np.einsum("hwij,ij->hw", windows, weight[f, c])
        output[f] += bias[f]
    return output
# %% wrong: the bias is added along the last axis (columns), not to each map: ValueError where that does not fit
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + bias
# %% wrong: einsum has two letters for the channel, so every input channel meets the kernels of every channel
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    maps = np.einsum("chwij,fdij->fhw", windows, weight)
    return maps + bias[:, None, None]
# %% wrong: the bias is added within the loop over the rows, once for each row
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    h_out, w_out = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    output = np.zeros((c_out, h_out, w_out))
    for f in range(c_out):
        for i in range(h_out):
            for j in range(w_out):
                output[f, i, j] += np.sum(x[:, i : i + kh, j : j + kw] * weight[f])
            output[f] += bias[f]
    return output
# %% right: windows as columns of a matrix, filters as rows
def conv2d_image(x, weight, bias):
    c_out, _, kh, kw = weight.shape
    height, width = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    columns = np.stack([x[:, i : i + kh, j : j + kw].reshape(-1)
                        for i in range(height) for j in range(width)], axis=1)
    flat = weight.reshape(c_out, -1) @ columns + bias.reshape(-1, 1)
    return flat.reshape(c_out, height, width)
