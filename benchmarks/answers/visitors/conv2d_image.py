# %% wrong: the filters are flattened column by column, the windows row by row, so weights meet the wrong pixels
def conv2d_image(x, weight, bias):
    n_f, n_c, kh, kw = weight.shape
    oh, ow = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    W = weight.reshape((n_f, n_c * kh * kw), order="F")
    columns = np.zeros((n_c * kh * kw, oh * ow))
    k = 0
    for r in range(oh):
        for c in range(ow):
            columns[:, k] = x[:, r : r + kh, c : c + kw].ravel()
            k += 1
    return (W @ columns + bias.reshape(-1, 1)).reshape(n_f, oh, ow)
# %% wrong: each input channel overwrites the one before, only the last channel counts
def conv2d_image(x, weight, bias):
    filters, channels, kh, kw = weight.shape
    height, width = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    output = np.zeros((filters, height, width))
    for f in range(filters):
        for c in range(channels):
            for row in range(height):
                for column in range(width):
                    window = x[c, row : row + kh, column : column + kw]
                    output[f, row, column] = np.sum(window * weight[f, c]) + bias[f]
    return output
# %% wrong: the bias is added without new axes, so it meets the columns of the maps (an error unless the map is C_out wide)
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", windows, weight) + bias
# %% right: sum over taps of matrix products
def conv2d_image(x, weight, bias):
    filters, channels, kernel_height, kernel_width = weight.shape
    height = x.shape[1] - kernel_height + 1
    width = x.shape[2] - kernel_width + 1
    maps = np.repeat(np.asarray(bias, dtype=float), height * width).reshape(filters, -1)
    for i, j in np.ndindex(kernel_height, kernel_width):
        pixels = x[:, i : i + height, j : j + width].reshape(channels, -1)
        maps = maps + weight[:, :, i, j] @ pixels
    return maps.reshape(filters, height, width)
