# %% wrong: every filter gets the bias of the first one; shows for several filters with different biases
def conv2d_image(x, weight, bias):
    C, H, W = x.shape
    F, _, kh, kw = weight.shape
    out = np.zeros((F, H - kh + 1, W - kw + 1))
    for f in range(F):
        for r in range(H - kh + 1):
            for c in range(W - kw + 1):
                out[f, r, c] = np.sum(x[:, r:r + kh, c:c + kw] * weight[f]) + bias[0]
    return out
# %% wrong: each channel overwrites the one before (= in place of +=), so only the last channel counts; shows for more than one input channel
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    maps = []
    for f in range(c_out):
        for ch in range(c_in):
            w = np.lib.stride_tricks.sliding_window_view(x[ch], (kh, kw))
            fmap = (w * weight[f, ch]).sum(axis=(2, 3))
        maps.append(fmap + bias[f])
    return np.stack(maps)
# %% wrong: the output takes the dtype of x, so fractions are cut; shows for an image of whole numbers with fractions in weight or bias
def conv2d_image(x, weight, bias):
    n_f, _, k1, k2 = weight.shape
    res = np.empty((n_f, x.shape[1] - k1 + 1, x.shape[2] - k2 + 1), dtype=x.dtype)
    for f, i, j in np.ndindex(res.shape):
        res[f, i, j] = (x[:, i:i + k1, j:j + k2] * weight[f]).sum() + bias[f]
    return res
# %% wrong: two mistakes: the kernels are turned by 180 degrees, and the bias is added once for each input channel
def conv2d_image(x, weight, bias):
    turned = weight[:, :, ::-1, ::-1]
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    out = np.zeros((len(weight), win.shape[1], win.shape[2]))
    for ch in range(len(x)):
        out += np.einsum("hwij,fij->fhw", win[ch], turned[:, ch]) + bias[:, None, None]
    return out
# %% right: all windows as columns of a matrix, one matrix product
def conv2d_image(x, weight, bias):
    F, C, KH, KW = weight.shape
    h, w = x.shape[1] - KH + 1, x.shape[2] - KW + 1
    columns = np.array([x[c, i:i + h, j:j + w].ravel()
                        for c in range(C) for i in range(KH) for j in range(KW)])
    return (weight.reshape(F, -1) @ columns + np.reshape(bias, (F, 1))).reshape(F, h, w)
