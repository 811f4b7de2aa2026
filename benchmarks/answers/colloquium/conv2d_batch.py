# %% wrong: np.pad(x, padding) pads all four axes, also batch and channels: with padding it raises a ValueError, since the channels no longer fit the weight (with one input channel no error, but N + 2 * padding images come out); without padding it is right
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    v = v[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", v, weight) + bias[:, None, None]
# %% wrong: the stride is applied to the rows only: the windows still move by one column, so the output is too wide
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    windows = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride]
    out = np.tensordot(windows, weight, axes=((1, 4, 5), (1, 2, 3)))
    return out.transpose(0, 3, 1, 2) + bias.reshape(1, -1, 1, 1)
# %% wrong: the bias is chosen by the number of the image, bias[n], in place of the filter, bias[f]; with more images than filters it raises an IndexError
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.zeros((N, C, H + 2*padding, W + 2*padding))
    xp[:, :, padding:padding+H, padding:padding+W] = x
    OH = (H + 2*padding - KH) // stride + 1
    OW = (W + 2*padding - KW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for n in range(N):
        for f in range(F):
            for i in range(OH):
                for j in range(OW):
                    win = xp[n, :, i*stride:i*stride+KH, j*stride:j*stride+KW]
                    out[n, f, i, j] = np.sum(win * weight[f]) + bias[n]
    return out
# %% wrong: the zeros are laid at the top and the left only, padding in place of 2 * padding in the sizes, so with padding the outputs at the bottom and the right are missing
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    c_out, _, kh, kw = weight.shape
    padded = np.zeros((n, c, h + padding, w + padding))
    padded[:, :, padding:, padding:] = x
    rows = (h + padding - kh) // stride + 1
    columns = (w + padding - kw) // stride + 1
    output = np.zeros((n, c_out, rows, columns))
    for r in range(rows):
        for col in range(columns):
            window = padded[:, :, r*stride : r*stride + kh, col*stride : col*stride + kw]
            output[:, :, r, col] = np.einsum("ncij,fcij->nf", window, weight) + bias
    return output
# %% right: a list of columns for each image, then one matrix product
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    f, _, kh, kw = weight.shape
    flat = weight.reshape(f, -1)
    side = (padding, padding)
    images = []
    for image in x:
        image = np.pad(image, ((0, 0), side, side))
        tops = range(0, image.shape[1] - kh + 1, stride)
        lefts = range(0, image.shape[2] - kw + 1, stride)
        columns = np.stack([image[:, t : t + kh, l : l + kw].ravel() for t in tops for l in lefts], 1)
        images.append((flat @ columns + np.reshape(bias, (-1, 1))).reshape(f, len(tops), len(lefts)))
    return np.stack(images)
