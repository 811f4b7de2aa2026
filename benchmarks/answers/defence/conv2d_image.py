# %% wrong: = instead of += in the loop over the input channels, so only the last channel counts
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.zeros((c_out, h, w))
    for f in range(c_out):
        for r in range(h):
            for c in range(w):
                for ch in range(c_in):
                    total = np.sum(x[ch, r:r + kh, c:c + kw] * weight[f, ch])
                out[f, r, c] = total + bias[f]
    return out
# %% wrong: the bias is added without new axes, so it runs along the output's width instead of its channels: ValueError, or wrong values where the two lengths fit
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + bias
# %% wrong: the bias is added once for every input channel, so it counts C_in times
def conv2d_image(x, weight, bias):
    def correlate2d(x, k):
        windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return np.einsum("hwij,ij->hw", windows, k)

    maps = []
    for kernels, b in zip(weight, bias):
        maps.append(sum(correlate2d(channel, kernel) + b for channel, kernel in zip(x, kernels)))
    return np.stack(maps)
# %% wrong: the number of maps is taken from the input channels instead of the filters: IndexError with fewer filters than channels, maps missing with more
def conv2d_image(x, weight, bias):
    channels, H, W = x.shape
    kernel_height, kernel_width = weight.shape[2:]
    output = np.zeros((channels, H - kernel_height + 1, W - kernel_width + 1))
    for f in range(channels):
        for row in range(output.shape[1]):
            for column in range(output.shape[2]):
                window = x[:, row : row + kernel_height, column : column + kernel_width]
                output[f, row, column] = np.sum(window * weight[f]) + bias[f]
    return output
# %% right: a 1x1 convolution (matrix product over channels) for every tap
def conv2d_image(x, weight, bias):
    _, _, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    y = np.zeros((len(weight), h, w)) + np.reshape(bias, (-1, 1, 1))
    for i, j in np.ndindex(kh, kw):
        y += np.tensordot(weight[:, :, i, j], x[:, i:i + h, j:j + w], axes=1)
    return y
