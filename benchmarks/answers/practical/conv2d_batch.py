# %% wrong: np.pad(x, padding) pads the batch and channel axes as well: with padding above 0 the channels no longer fit, ValueError from einsum
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", win, weight) + bias[None, :, None, None]
# %% wrong: one output array is used again for every image and put into the list without a copy, so every image of the batch gets the maps of the last one; right for one image
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    F, C, KH, KW = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = (x.shape[2] - KH) // stride + 1
    cols = (x.shape[3] - KW) // stride + 1
    maps = np.zeros((F, rows, cols))
    results = []
    for image in x:
        for f in range(F):
            for r in range(rows):
                for c in range(cols):
                    window = image[:, r * stride:r * stride + KH, c * stride:c * stride + KW]
                    maps[f, r, c] = np.sum(window * weight[f]) + bias[f]
        results.append(maps)
    return np.array(results)
# %% wrong: the matrix product has the filters on the last axis, and reshape instead of transpose brings them to axis 1, so the numbers are right but torn into wrong places; right for one filter
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n = x.shape[0]
    f, c, kh, kw = weight.shape
    p = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    win = np.lib.stride_tricks.sliding_window_view(p, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    ho, wo = win.shape[2:4]
    rows = win.transpose(0, 2, 3, 1, 4, 5).reshape(n * ho * wo, c * kh * kw)
    out = rows @ weight.reshape(f, -1).T + bias
    return out.reshape(n, f, ho, wo)
# %% wrong: two mistakes: the stride is used for the rows only, columns move one at a time, and the bias is not added
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::stride]
    return np.tensordot(win, weight, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
# %% right: loops over the taps of the kernel, a matrix product mixes the channels
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    big[:, :, padding:padding + H, padding:padding + W] = x
    ho = (H + 2 * padding - KH) // stride + 1
    wo = (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, F, ho, wo)) + np.reshape(bias, (F, 1, 1))
    for i in range(KH):
        for j in range(KW):
            part = big[:, :, i:i + stride * (ho - 1) + 1:stride, j:j + stride * (wo - 1) + 1:stride]
            out += np.einsum("nchw,fc->nfhw", part, weight[:, :, i, j])
    return out
