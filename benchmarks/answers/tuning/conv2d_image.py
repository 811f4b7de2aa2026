# %% wrong: the bias is forgotten
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight)
# %% wrong: the kernels are turned by 180 degrees
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    out = np.einsum("chwij,fcij->fhw", windows, weight[:, :, ::-1, ::-1])
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: only the first input channel is read
def conv2d_image(x, weight, bias):
    filters, _, kh, kw = weight.shape
    out = np.zeros((filters, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(filters):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[f, i, j] = np.sum(x[0, i : i + kh, j : j + kw] * weight[f, 0]) + bias[f]
    return out
# %% wrong: the bias of the first filter is used for all of them
def conv2d_image(x, weight, bias):
    filters, _, kh, kw = weight.shape
    out = np.zeros((filters, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(filters):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[f, i, j] = np.sum(x[:, i : i + kh, j : j + kw] * weight[f]) + bias[0]
    return out
# %% wrong: + bias without a reshape: the bias goes along the width (ValueError or wrong values)
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + bias
# %% wrong: the channels are overwritten and not added, only the last channel counts
def conv2d_image(x, weight, bias):
    filters, channels, kh, kw = weight.shape
    out = np.zeros((filters, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(filters):
        for c in range(channels):
            for i in range(out.shape[1]):
                for j in range(out.shape[2]):
                    out[f, i, j] = np.sum(x[c, i : i + kh, j : j + kw] * weight[f, c]) + bias[f]
    return out
# %% wrong: the bias is added once for each input channel
def conv2d_image(x, weight, bias):
    filters, channels, kh, kw = weight.shape
    out = np.zeros((filters, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(filters):
        for c in range(channels):
            for i in range(out.shape[1]):
                for j in range(out.shape[2]):
                    out[f, i, j] += np.sum(x[c, i : i + kh, j : j + kw] * weight[f, c]) + bias[f]
    return out
# %% wrong: every filter uses the weights of filter 0
def conv2d_image(x, weight, bias):
    filters, channels, kh, kw = weight.shape
    out = np.zeros((filters, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(filters):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[f, i, j] = np.sum(x[:, i : i + kh, j : j + kw] * weight[0]) + bias[f]
    return out
# %% wrong: the output has one map for each input channel, the filters are summed away
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->chw", windows, weight) + np.sum(bias)
# %% wrong: kernel height and width are exchanged when the shape is unpacked
def conv2d_image(x, weight, bias):
    filters, _, kw, kh = weight.shape
    out = np.zeros((filters, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(filters):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[f, i, j] = np.sum(x[:, i : i + kh, j : j + kw] * weight[f]) + bias[f]
    return out
# %% wrong: C_in is used as the number of filters: an IndexError, or maps that stay 0
def conv2d_image(x, weight, bias):
    _, filters, kh, kw = weight.shape
    out = np.zeros((weight.shape[0], x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(filters):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[f, i, j] = np.sum(x[:, i : i + kh, j : j + kw] * weight[f]) + bias[f]
    return out
# %% right: three loops
def conv2d_image(x, weight, bias):
    filters, _, kh, kw = weight.shape
    out = np.zeros((filters, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(filters):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[f, i, j] = np.sum(x[:, i : i + kh, j : j + kw] * weight[f]) + bias[f]
    return out
# %% right: einsum
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + np.reshape(bias, (-1, 1, 1))
# %% right: adds channel by channel, the bias first
def conv2d_image(x, weight, bias):
    def correlate(image, kernel):
        views = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
        return np.tensordot(views, kernel, 2)

    maps = []
    for f in range(len(weight)):
        total = float(bias[f])
        for c in range(len(x)):
            total = total + correlate(x[c], weight[f, c])
        maps.append(total)
    return np.stack(maps)
