# %% wrong: np.pad with one number pads all four axes, batch and channels too, so a padding above 0 raises a ValueError (with one input channel: a batch that is too large)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", windows, weight) + bias[:, None, None]
# %% wrong: the return stands inside the loop over the images, so only the first image is convolved and the batch axis is missing
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    results = []
    for image in x:
        padded = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
        c_out, c_in, kh, kw = weight.shape
        h = (padded.shape[1] - kh) // stride + 1
        w = (padded.shape[2] - kw) // stride + 1
        output = np.zeros((c_out, h, w))
        for f in range(c_out):
            for i in range(h):
                for j in range(w):
                    window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
                    output[f, i, j] = np.sum(window * weight[f]) + bias[f]
        results.append(output)
        return np.array(output)
# %% wrong: the stride is applied to the rows only, the columns are taken with stride 1
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    padded = np.zeros(x.shape[:2] + (x.shape[2] + 2 * p, x.shape[3] + 2 * p))
    padded[:, :, p : p + x.shape[2], p : p + x.shape[3]] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, weight.shape[2:], axis=(2, 3))
    dense = np.einsum("nchwij,ocij->nohw", view, weight) + bias.reshape(1, -1, 1, 1)
    return dense[:, :, ::stride]
# %% wrong: two mistakes: the padding is ignored, and the bias is left out
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    H_out, W_out = (H - KH) // stride + 1, (W - KW) // stride + 1
    out = np.zeros((N, F, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            window = x[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            out[:, :, i, j] = np.tensordot(window, weight, axes=([1, 2, 3], [1, 2, 3]))
    return out
# %% right: loops over the taps; each mixes the channels of a shifted, strided batch
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    side = (padding, padding)
    x = np.pad(x, ((0, 0), (0, 0), side, side))
    kh, kw = weight.shape[-2:]
    h, w = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    result = np.reshape(bias, (1, -1, 1, 1)).astype(float)
    for i, j in np.ndindex(kh, kw):
        taps = x[:, :, i : i + h : stride, j : j + w : stride]
        result = result + np.einsum("fc,nchw->nfhw", weight[:, :, i, j], taps)
    return result
